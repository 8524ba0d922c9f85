import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chargeHouse } from '../../src/charges/charge-house';
import { rangeFirst, rangeLast, rangeMiddle } from '../../src/charges/range-formulas';
import { limitsOfPart } from '../../src/charges/range-shares';
import { expandFacts } from '../../src/cli/verify/expand-facts';
import type { CaseFacts } from '../../src/cli/verify/facts-schema';
import type { Month } from '../../src/kernel/calendar';
import { parseExact } from '../../src/kernel/gate';
import { scaled } from '../../src/kernel/quantity';
import { must } from '../../src/kernel/result';
import { assembleHouse } from '../../src/model/assemble';
import type { Line } from '../../src/model/bill';
import { calculate } from '../../src/norms/formula';
import { rowsOf } from '../../src/statements/payment-document-rows';

const kWh = (volume: number) => scaled(volume, 7, 'kWh');

const cutOf = (volume: number, [lower, upper]: readonly number[]): readonly number[] => [
  Number(calculate(rangeFirst, { V: kWh(volume), 'L₁': kWh(lower as number) })),
  Number(calculate(rangeMiddle, { V: kWh(volume), 'L₂': kWh(upper as number), 'L₁': kWh(lower as number) })),
  Number(calculate(rangeLast, { V: kWh(volume), L: kWh(upper as number) })),
];

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

describe('ranges of a volume in parts', () => {
  const volumes = fc.array(fc.integer({ min: 0, max: 9_000_000_000_0 }), { minLength: 1, maxLength: 6 });
  const limits = fc.tuple(fc.integer({ min: 0, max: 3900_000_000_0 }), fc.integer({ min: 1, max: 2100_000_000_0 }));

  it('sum to every part exactly, are never negative, and the first ones sum to the limit', () => {
    fc.assert(
      fc.property(volumes, limits, fc.constantFrom(7, 3, 2), (parts, [first, more], digits) => {
        const unit = 10 ** (7 - digits);
        const rounded = parts.map((volume) => Math.round(volume / unit) * unit);
        const whole = [Math.round(first / unit) * unit, (Math.round(first / unit) + Math.ceil(more / unit)) * unit];
        const total = sum(rounded);
        let passed = 0;
        const cuts: (readonly number[])[] = [];
        let clamped = false;
        for (const volume of rounded) {
          const own = limitsOfPart(whole, { total, passed, volume }, digits);
          clamped ||= own[0] === own[1];
          const cut = cutOf(volume, own);
          expect(sum(cut)).toBe(volume);
          expect(Math.min(...cut)).toBeGreaterThanOrEqual(0);
          expect(cut.every((one) => one % unit === 0)).toBe(true);
          cuts.push(cut);
          passed += volume;
        }
        expect(sum(cuts.map((cut) => cut[0] as number))).toBe(Math.min(total, whole[0] as number));
        if (!clamped) expect(sum(cuts.map((cut) => cut[2] as number))).toBe(Math.max(0, total - (whole[1] as number)));
      }),
    );
  });
});

const reading = (thousandths: number): string => `${Math.floor(thousandths / 1000)}.${String(thousandths % 1000).padStart(3, '0')}`;

const houseOf = (zones: Readonly<Record<string, number>>, ranged: boolean): CaseFacts =>
  ({
    tariffs: {
      electricity: { '2010-01-01': '4.13' },
      electricityT1: { '2010-01-01': '5.71' },
      electricityT2: { '2010-01-01': '2.29' },
      ...(ranged
        ? Object.fromEntries(
            [2, 3].flatMap((range) =>
              ['', 'T1', 'T2'].map((zone) => [`electricityRange${range}${zone}`, { '2010-01-01': `${range * 3}.37` }]),
            ),
          )
        : {}),
    },
    ...(ranged ? { ranges: { first: { '2025-01-01': '3900' }, second: { '2025-01-01': '6000' } } } : {}),
    flats: [
      {
        residents: 2,
        meters: [
          {
            service: 'electricity',
            commissioned: '2025-12-10',
            zones: Object.fromEntries(
              Object.entries(zones).map(([zone, volume]) => [
                zone,
                { readings: { '2026-02-20': '100', '2026-03-20': reading(100_000 + volume) } },
              ]),
            ),
          },
        ],
      },
    ],
  }) as unknown as CaseFacts;

const wanted = <T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const linesOf = (zones: Readonly<Record<string, number>>, ranged = true): readonly Line[] => {
  const facts = wanted(assembleHouse(expandFacts(houseOf(zones, ranged), '2025-12')));
  return wanted(chargeHouse(facts, '2026-03' as Month)).linesOf(0);
};

const exact = (text: string): bigint => must(parseExact(text, { integerDigits: 15, scale: 7, negative: true })).int;
const total = (lines: readonly Line[]): number => sum(lines.map((line) => line.amount));

describe('the charge of a premises under ranges', () => {
  const volume = fc.integer({ min: 0, max: 12_000_000 });

  it('never falls when the volume grows', () => {
    fc.assert(
      fc.property(volume, volume, (a, b) => {
        expect(total(linesOf({ T0: Math.min(a, b) }))).toBeLessThanOrEqual(total(linesOf({ T0: Math.max(a, b) })));
      }),
    );
  });

  it('is the plain tariff as long as the volume stays in the first range', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_900_000 }), (one) => {
        const [line, ...others] = linesOf({ T0: one });
        expect(others).toEqual([]);
        const { range, ...plain } = line as Line;
        expect(range).toBe(1);
        expect([plain]).toEqual(linesOf({ T0: one }, false));
      }),
    );
  });

  it('keeps the volume of each zone, and the limit over all zones', () => {
    fc.assert(
      fc.property(volume, volume, (day, night) => {
        const lines = linesOf({ T1: day, T2: night });
        for (const [zone, one] of [
          ['T1', day],
          ['T2', night],
        ] as const)
          expect(lines.filter((line) => line.zone === zone).reduce((all, line) => all + exact(line.volume), 0n)).toBe(
            BigInt(one) * 10_000n,
          );
        const first = lines.filter((line) => line.range === 1).reduce((all, line) => all + exact(line.volume), 0n);
        const whole = BigInt(day + night) * 10_000n;
        expect(first).toBe(whole < exact('3900') ? whole : exact('3900'));
      }),
    );
  });

  it('is one row of a payment document a range, each volume × tariff', () => {
    const facts = wanted(assembleHouse(expandFacts(houseOf({ T1: 4_000_000, T2: 3_500_000 }, true), '2025-12')));
    const bill = wanted(chargeHouse(facts, '2026-03' as Month)).billOf(0);
    const { lines } = bill;
    const rows = rowsOf(bill);
    expect(rows.map(({ zone, range, charge }) => [zone, range, charge])).toEqual(
      lines.map(({ zone, range, amount }) => [zone, range, amount]),
    );
    expect(rows).toHaveLength(6);
  });
});
