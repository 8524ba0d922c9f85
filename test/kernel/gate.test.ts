import { Decimal } from 'decimal.js';
import { describe, expect, it } from 'vitest';
import { decimalText, type NumberShape, parseExact, scaledSafe } from '../../src/kernel/gate';

const reading: NumberShape = { integerDigits: 15, scale: 7 };
const money: NumberShape = { integerDigits: 13, scale: 2, negative: true };
const megabyte = 1_000_000;

const code = (text: unknown, shape: NumberShape = reading): string => {
  const parsed = parseExact(text, shape);
  return parsed.ok ? `accepted ${decimalText(parsed.value.int, parsed.value.scale)}` : parsed.error.code;
};

describe('the gate for numbers from outside', () => {
  it.each([
    ['a decimal comma', '1,5'],
    ['a blank before', ' 1'],
    ['a blank after', '1 '],
    ['blanks between thousands', '1 000'],
    ['a no-break space', '1\u00a0000'],
    ['a narrow no-break space', '1\u202f000'],
    ['a zero-width space', '1\u200b'],
    ['a byte order mark', '\ufeff1'],
    ['a tab', '1\t'],
    ['a line end', '1\n'],
    ['a null character', '1\u0000'],
    ['nothing', ''],
    ['only a minus', '-'],
    ['only a point', '.'],
    ['a minus and a point', '-.'],
    ['a point at the end', '1.'],
    ['a point at the beginning', '.5'],
    ['a minus and a point at the beginning', '-.5'],
    ['two points', '1.2.3'],
    ['two points in a row', '1..2'],
    ['two minuses', '--1'],
    ['a minus at the end', '1-'],
    ['a minus inside', '1-2'],
    ['a plus', '+1'],
    ['a typographic minus', '−1'],
    ['an exponent', '1e5'],
    ['a negative exponent', '1E-7'],
    ['an exponent that writes a megabyte', '1e1000000'],
    ['an exponent that takes 22 seconds', '1e100000000'],
    ['the smallest double', '5e-324'],
    ['no number', 'NaN'],
    ['infinity', 'Infinity'],
    ['minus infinity', '-Infinity'],
    ['a hexadecimal number', '0x1F'],
    ['a binary number', '0b11'],
    ['an octal number', '0o17'],
    ['a hexadecimal exponent', '0x1p4'],
    ['an underscore', '1_000'],
    ['full-width digits', '１２'],
    ['Arabic digits', '١٢'],
    ['Devanagari digits', '१२'],
    ['superscript digits', '1²'],
    ['mathematical bold digits', '𝟏'],
    ['an apostrophe between thousands', "1'000"],
    ['a bigint literal', '1n'],
    ['a leading zero', '007'],
    ['two zeros', '00'],
    ['a leading zero before the point', '00.5'],
    ['a leading zero after a minus', '-01'],
    ['a currency sign', '1₽'],
    ['a formula of a spreadsheet', '=1+1'],
    ['a lone surrogate', '1\ud800'],
  ])('refuses %s', (_what, text) => {
    expect(code(text)).toBe('number-format');
    expect(scaledSafe(text, 7)).toBe(Number.NaN);
  });

  it.each([
    ['null', null, 'null'],
    ['nothing at all', undefined, 'undefined'],
    ['a number, exact or not', 1.5, '1.5'],
    ['NaN', Number.NaN, 'NaN'],
    ['minus zero', -0, '0'],
    ['a bigint', 5n, '[object BigInt]'],
    ['a boolean', true, 'true'],
    ['a symbol', Symbol('1'), 'Symbol(1)'],
    ['a function', () => '1', '[object Function]'],
    ['a Decimal', new Decimal('1.5'), '[object Decimal]'],
    ['a String object', new String('1'), '[object String]'],
    ['a list with a number in it', ['1'], '[object Array]'],
    ['an object that says it is a number', { toString: () => '1', valueOf: () => 1 }, '[object Object]'],
  ])('refuses %s: only text is a number', (_what, value, shown) => {
    expect(parseExact(value, reading)).toEqual({ ok: false, error: { code: 'number-not-text', value: shown } });
  });

  it('does not run the code of a value it refuses', () => {
    const trap = () => {
      throw new Error('was called');
    };
    expect(code({ toString: trap, valueOf: trap, toJSON: trap, [Symbol.toPrimitive]: trap })).toBe('number-not-text');
    expect(code(Object.defineProperty({}, Symbol.toStringTag, { get: trap }))).toBe('number-not-text');
    const revoked = Proxy.revocable({}, {});
    revoked.revoke();
    expect(code(revoked.proxy)).toBe('number-not-text');
  });

  it('refuses megabyte texts by their length, without walking them', () => {
    const texts = [
      '9'.repeat(megabyte),
      '0'.repeat(megabyte),
      `0.${'0'.repeat(megabyte)}`,
      `1${' '.repeat(megabyte)}`,
      '-'.repeat(megabyte),
    ];
    const start = performance.now();
    for (let i = 0; i < 10_000; i += 1) {
      for (const text of texts) if (code(text) !== 'number-too-long') expect.unreachable(text.slice(0, 10));
    }
    // Walked, this would be 50 thousand million characters: minutes.
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  it('reads a megabyte text for the hot path no further than a number can go', () => {
    const texts = ['9'.repeat(megabyte), '0'.repeat(megabyte), `0.${'0'.repeat(megabyte)}`, `0.${'9'.repeat(megabyte)}`];
    const start = performance.now();
    for (let i = 0; i < 10_000; i += 1)
      for (const text of texts) if (!Number.isNaN(scaledSafe(text, 7))) expect.unreachable(text.slice(0, 10));
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  it('does not spend time on a bigint of a million digits', () => {
    const huge = 10n ** 1_000_000n;
    const start = performance.now();
    for (let i = 0; i < 1000; i += 1) if (code(huge) !== 'number-not-text') expect.unreachable();
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  it('never carries a megabyte away in an error', () => {
    const parsed = parseExact('x'.repeat(megabyte), reading);
    expect(parsed).toEqual({ ok: false, error: { code: 'number-too-long', value: `${'x'.repeat(77)}...`, facts: { most: '24' } } });
    const tagged = parseExact({ [Symbol.toStringTag]: 'y'.repeat(megabyte) }, reading);
    expect(tagged.ok ? '' : tagged.error.value).toHaveLength(80);
  });

  it('shows 80 characters of a refused text whole, and cuts the 81st', () => {
    const shown = (text: string) => {
      const parsed = parseExact(text, reading);
      return parsed.ok ? '' : parsed.error.value;
    };
    expect(shown('x'.repeat(80))).toBe('x'.repeat(80));
    expect(shown('x'.repeat(81))).toBe(`${'x'.repeat(77)}...`);
  });

  it('takes what a meter in ГИС ЖКХ may show: 15 digits and 7 decimals', () => {
    expect(parseExact('999999999999999.9999999', reading)).toEqual({ ok: true, value: { int: 9999999999999999999999n, scale: 7 } });
    expect(parseExact('0.0000001', reading)).toEqual({ ok: true, value: { int: 1n, scale: 7 } });
  });

  it('puts the number on the scale of its kind', () => {
    expect(parseExact('1.5', { integerDigits: 5, scale: 3 })).toEqual({ ok: true, value: { int: 1500n, scale: 3 } });
    expect(parseExact('-12.3', money)).toEqual({ ok: true, value: { int: -1230n, scale: 2 } });
    expect(parseExact('12', { integerDigits: 2, scale: 0 })).toEqual({ ok: true, value: { int: 12n, scale: 0 } });
  });

  it.each([
    ['1000000000000000', reading, 'number-too-large', { integerDigits: '15' }],
    ['1.00000001', reading, 'number-too-many-decimals', { scale: '7' }],
    ['1.50', { integerDigits: 5, scale: 1 }, 'number-too-many-decimals', { scale: '1' }],
    ['1.0', { integerDigits: 5, scale: 0 }, 'number-too-many-decimals', { scale: '0' }],
    ['12345678901234.00', money, 'number-too-large', { integerDigits: '13' }],
  ] as const)('refuses %s where its kind has less room, never rounds it', (value, shape, expected, facts) => {
    expect(parseExact(value, shape)).toEqual({ ok: false, error: { code: expected, value, facts } });
  });

  it('names the shape first, then the digits before the point, then those after it, then the sign', () => {
    const narrow = { integerDigits: 2, scale: 1 };
    expect(code('-123.45x', narrow)).toBe('number-format');
    expect(code('-123.45', narrow)).toBe('number-too-large');
    expect(code('-12.45', narrow)).toBe('number-too-many-decimals');
    expect(code('-12.4', narrow)).toBe('number-negative');
    expect(code('12.4', narrow)).toBe('accepted 12.4');
  });

  it('refuses a negative number where none is possible, such as a reading', () => {
    expect(parseExact('-0.0000001', reading)).toEqual({ ok: false, error: { code: 'number-negative', value: '-0.0000001' } });
    expect(code('-0.01', money)).toBe('accepted -0.01');
  });

  it('makes zero of minus zero', () => {
    expect(parseExact('-0', reading)).toEqual({ ok: true, value: { int: 0n, scale: 7 } });
    expect(parseExact('-0.00', money)).toEqual({ ok: true, value: { int: 0n, scale: 2 } });
    expect(scaledSafe('-0.0', 2)).toBe(0);
  });

  it('walks a text that is a little too long, so that a letter in it is named before its length', () => {
    const shape = { integerDigits: 2, scale: 1 };
    expect(code(`${'1'.repeat(20)}x`, shape)).toBe('number-format');
    expect(code('1'.repeat(21), shape)).toBe('number-too-large');
    expect(code('1'.repeat(22), shape)).toBe('number-too-long');
  });
});

describe('the gate of the hot path', () => {
  it('gives the scaled integer of a number that fits', () => {
    expect(scaledSafe('12.345', 3)).toBe(12345);
    expect(scaledSafe('-12.3', 3)).toBe(-12300);
    expect(scaledSafe('900719925.4740991', 7)).toBe(Number.MAX_SAFE_INTEGER);
    expect(scaledSafe('-900719925.4740991', 7)).toBe(-Number.MAX_SAFE_INTEGER);
  });

  it('gives no number where it does not fit a safe integer', () => {
    expect(scaledSafe('900719925.4740992', 7)).toBe(Number.NaN);
    expect(scaledSafe('9007199254740992', 0)).toBe(Number.NaN);
    expect(scaledSafe('9007199254740991', 1)).toBe(Number.NaN);
    expect(scaledSafe('999999999999999.9999999', 7)).toBe(Number.NaN);
  });

  it('gives no number where there are more decimals than asked for', () => {
    expect(scaledSafe('1.50', 1)).toBe(Number.NaN);
    expect(scaledSafe('1.0', 0)).toBe(Number.NaN);
  });
});

describe('a number printed', () => {
  it.each([
    [94900000n, 7, '9.49'],
    [0n, 7, '0'],
    [-5n, 1, '-0.5'],
    [1n, 7, '0.0000001'],
    [-1n, 7, '-0.0000001'],
    [100n, 2, '1'],
    [100n, 0, '100'],
    [120n, 1, '12'],
    [-9999999999999999999999n, 7, '-999999999999999.9999999'],
    [48333, 2, '483.33'],
    [-0, 2, '0'],
  ] as const)('%s on scale %s is %s', (int, scale, text) => {
    expect(decimalText(int, scale)).toBe(text);
  });
});
