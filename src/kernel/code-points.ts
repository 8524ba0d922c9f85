/** UTF-16 puts the surrogates, which stand for the highest code points, before U+E000 to U+FFFF; this moves them behind. */
const rank = (unit: number): number => (unit >= 0xe000 ? unit - 0x800 : unit >= 0xd800 ? unit + 0x2000 : unit);

/** Order of texts by code points: the order of UTF-8 bytes, in which databases sort with the collation `C`. */
export const byCodePoints = (a: string, b: string): number => {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i += 1) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return rank(x) - rank(y);
  }
  return a.length - b.length;
};
