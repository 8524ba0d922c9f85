/** How many letters two words differ by (insert, remove, replace); more than `most` is told as `most + 1`. */
const distance = (a: string, b: string, most: number): number => {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
};

/**
 * The known name that a mistyped one is closest to, or `undefined` when none is close.
 *
 * @example nearestName('meterr', ['meter', 'value']) //=> 'meter'
 */
export const nearestName = (name: string, known: Iterable<string>): string | undefined => {
  if (name.length > 64) return undefined;
  const lower = name.toLowerCase();
  let best: string | undefined;
  let least = Math.min(2, Math.floor(name.length / 2)) + 1;
  for (const one of known) {
    const far = distance(lower, one.toLowerCase(), least);
    if (far >= least) continue;
    best = one;
    least = far;
  }
  return best;
};
