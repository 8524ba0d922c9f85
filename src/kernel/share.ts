import type { KernelProblem } from './problem';
import { err, invariant, ok, type Result } from './result';

/** The greatest common divisor of two whole numbers that are not negative. @example greatestDivisor(12, 18) //=> 6 */
export const greatestDivisor = (a: number, b: number): number => (b === 0 ? a : greatestDivisor(b, a % b));

/**
 * Share a whole number by weights so that the parts sum to it exactly: every part is cut toward zero, the spare units go to the
 * largest remainders, equal remainders to the earlier place. A negative whole is shared as the mirror of its size.
 *
 * Weights are whole and not negative; works exactly for any size (it goes wide where a product would pass 2^53). A weight of zero gets
 * nothing.
 *
 * @returns `nothing-to-share-by` when the weights sum to zero
 * @example shareBy(100, [1, 1, 1]) //=> { ok: true, value: [34, 33, 33] }
 */
export const shareBy = (whole: number, weights: readonly number[]): Result<number[], KernelProblem> => {
  invariant(Number.isSafeInteger(whole), `a shared sum is a safe integer, not ${whole}`);
  let total = 0;
  let largest = 0;
  for (const weight of weights) {
    if (!Number.isSafeInteger(weight) || weight < 0) return err({ code: 'nothing-to-share-by', value: String(weight) });
    total += weight;
    if (weight > largest) largest = weight;
  }
  if (total === 0) return err({ code: 'nothing-to-share-by' });
  const size = Math.abs(whole);
  const safe = size * largest + total <= Number.MAX_SAFE_INTEGER && total * weights.length <= Number.MAX_SAFE_INTEGER;
  const parts = safe ? safeParts(size, weights, total) : wideParts(size, weights);
  if (whole < 0) for (let place = 0; place < parts.length; place += 1) parts[place] = 0 - (parts[place] as number);
  return ok(parts);
};

/** In doubles: `size × weight + total` is within the safe integers, so the cut of a quotient is exact (see `rounding.ts`). */
const safeParts = (size: number, weights: readonly number[], total: number): number[] => {
  const count = weights.length;
  const parts: number[] = [];
  // One number orders a place: by its remainder, then by how early it stands.
  const keys = new Float64Array(count);
  let spare = size;
  for (let place = 0; place < count; place += 1) {
    const product = size * (weights[place] as number);
    const part = Math.floor(product / total) + 0;
    parts.push(part);
    spare -= part;
    keys[place] = (product - part * total) * count + (count - 1 - place);
  }
  if (spare === 0) return parts;
  keys.sort();
  for (let i = count - 1; spare > 0; i -= 1, spare -= 1) {
    const place = count - 1 - ((keys[i] as number) % count);
    parts[place] = (parts[place] as number) + 1;
  }
  return parts;
};

/** The same in wide integers. */
const wideParts = (size: number, weights: readonly number[]): number[] => {
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  const count = BigInt(weights.length);
  const products = weights.map((weight) => BigInt(size) * BigInt(weight));
  const parts = products.map((product) => Number(product / total));
  const keys = products.map((product, place) => (product % total) * count + (count - 1n - BigInt(place)));
  const spare = parts.reduce((left, part) => left - part, size);
  for (const key of keys.sort((a, b) => (a < b ? 1 : -1)).slice(0, spare)) {
    const place = Number(count - 1n - (key % count));
    parts[place] = (parts[place] as number) + 1;
  }
  return parts;
};
