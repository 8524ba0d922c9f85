import type { KernelProblem } from './problem';
import { err, ok, type Result } from './result';

/**
 * Share a whole number by weights so that the parts sum to it exactly: every part is cut toward zero, the spare units go to the
 * largest remainders, equal remainders to the earlier place. A negative whole is shared as the mirror of its size.
 *
 * Weights are whole and not negative; works exactly for any size (it goes wide where a product would pass 2^53).
 *
 * @returns `nothing-to-share-by` when the weights sum to zero
 * @example shareBy(100, [1, 1, 1]) //=> { ok: true, value: [34, 33, 33] }
 */
export const shareBy = (whole: number, weights: readonly number[]): Result<number[], KernelProblem> => {
  let total = 0n;
  for (const weight of weights) {
    if (!Number.isSafeInteger(weight) || weight < 0) return err({ code: 'nothing-to-share-by', value: String(weight) });
    total += BigInt(weight);
  }
  if (total === 0n) return err({ code: 'nothing-to-share-by' });
  const size = BigInt(Math.abs(whole));
  const remainders: bigint[] = [];
  const parts: bigint[] = [];
  let spare = size;
  for (const weight of weights) {
    const product = size * BigInt(weight);
    const part = product / total;
    parts.push(part);
    remainders.push(product - part * total);
    spare -= part;
  }
  const order = remainders.map((_, place) => place).sort((a, b) => compare(remainders[b] as bigint, remainders[a] as bigint) || a - b);
  for (let i = 0; i < Number(spare); i += 1) {
    const place = order[i] as number;
    parts[place] = (parts[place] as bigint) + 1n;
  }
  return ok(parts.map((part) => (whole < 0 && part !== 0n ? -Number(part) : Number(part))));
};

const compare = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);
