/** An exact fraction; `under` is positive. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

const OPERATIONS: Readonly<Record<string, (a: Fraction, b: Fraction) => Fraction | null>> = {
  '+': (a, b) => ({ over: a.over * b.under + b.over * a.under, under: a.under * b.under }),
  '−': (a, b) => ({ over: a.over * b.under - b.over * a.under, under: a.under * b.under }),
  '×': (a, b) => ({ over: a.over * b.over, under: a.under * b.under }),
  '/': (a, b) => (b.over <= 0n ? null : { over: a.over * b.under, under: a.under * b.over }),
  min: (a, b) => (a.over * b.under < b.over * a.under ? a : b),
  max: (a, b) => (a.over * b.under > b.over * a.under ? a : b),
};

/** One operation on exact fractions; nothing when the divisor is not positive, or when a side has no value already. */
export const operate = (sign: string, a: Fraction | null, b: Fraction | null): Fraction | null => {
  const operation = OPERATIONS[sign];
  if (operation === undefined) throw new Error(`no such operation: ${sign}`);
  return a === null || b === null ? null : operation(a, b);
};

/** A decimal text as a fraction. */
export const fraction = (text: string): Fraction => {
  const [whole = '', decimals = ''] = text.split('.');
  return { over: BigInt(whole + decimals), under: 10n ** BigInt(decimals.length) };
};

export const sameFraction = (a: Fraction | null, b: Fraction | null): boolean =>
  a === null || b === null ? a === b : a.over * b.under === b.over * a.under;

/** A fraction rounded to `scale` decimals, half away from zero, told by the sign and twice the size. */
export const roundedFraction = ({ over, under }: Fraction, scale: number): bigint => {
  const size = (over < 0n ? -over : over) * 10n ** BigInt(scale);
  const whole = size / under;
  const away = 2n * (size % under) >= under ? whole + 1n : whole;
  return over < 0n ? -away : away;
};

/**
 * Work out printed arithmetic with pencil and paper: products and quotients from left to right before sums and differences from left to
 * right, brackets first. A parser of its own, which knows nothing of how expressions are built or printed.
 */
export const workOut = (text: string): Fraction | null => {
  const tokens = text.match(/(?:(?<=^|[(;] ?|[(])-)?\d+(?:\.\d+)?|min|max|[-+−×/();]/g) ?? [];
  if (tokens.join('') !== text.replaceAll(' ', '')) throw new Error(`not arithmetic: ${text}`);
  let at = 0;
  const take = (expected?: string): string => {
    const token = tokens[at] ?? '';
    if (expected !== undefined && token !== expected) throw new Error(`expected ${expected}, found ${token} in ${text}`);
    at += 1;
    return token;
  };
  const leftToRight = (part: () => Fraction | null, signs: readonly string[]): Fraction | null => {
    let value = part();
    while (signs.includes(tokens[at] ?? '')) value = operate(take(), value, part());
    return value;
  };
  const sum = (): Fraction | null => leftToRight(product, ['+', '−']);
  const product = (): Fraction | null => leftToRight(single, ['×', '/']);
  const single = (): Fraction | null => {
    const token = take();
    if (token === 'min' || token === 'max') {
      take('(');
      const a = sum();
      take(';');
      const b = sum();
      take(')');
      return operate(token, a, b);
    }
    if (token !== '(') return fraction(token);
    const inside = sum();
    take(')');
    return inside;
  };
  const value = sum();
  if (at !== tokens.length) throw new Error(`left over in ${text}: ${tokens.slice(at).join(' ')}`);
  return value;
};
