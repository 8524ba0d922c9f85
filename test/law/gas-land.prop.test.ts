import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chargeHouse } from '../../src/charges/charge-house';
import { explainAccount } from '../../src/charges/explain';
import { expandFacts } from '../../src/cli/verify/expand-facts';
import type { CaseFacts } from '../../src/cli/verify/facts-schema';
import type { Month } from '../../src/kernel/calendar';
import { parseExact } from '../../src/kernel/gate';
import { must, type Result } from '../../src/kernel/result';
import { assembleHouse } from '../../src/model/assemble';
import type { Line } from '../../src/model/bill';

const RUNS = Number(process.env['FC_RUNS'] ?? 60);

const wanted = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

type Flat = NonNullable<CaseFacts['flats']>[number];

const linesOf = (flat: Flat, month: Month): readonly Line[] => {
  const facts = {
    tariffs: { gas: { '2020-01-01': '7.89' }, coldWater: { '2020-01-01': '40' } },
    normatives: { gasCooking: { '2010-01-01': '12.7' }, gasWaterHeating: { '2010-01-01': '18.812345' }, coldWater: { '2010-01-01': '5' } },
    otherNormatives: {
      gasHeating: { unit: 'm3/m2-month', profile: [{ months: [1, 2, 3, 4, 10, 11, 12], value: '11' }] },
      полив: { unit: 'm3/m2-month', profile: [{ months: [5, 6, 7, 8], value: '0.09' }] },
    },
    services: { coldWater: { meterDuty: false } },
    flats: [flat],
  } as unknown as CaseFacts;
  const house = wanted(assembleHouse(expandFacts(facts, '2025-12')));
  const charges = wanted(chargeHouse(house, month));
  const lines = charges.rows.flatMap(({ row }) => charges.linesOf(row));
  const told = wanted(explainAccount(house, month, '1'));
  expect(told.services.flatMap((one) => one.lines.map(({ line }) => line))).toEqual(lines);
  return lines;
};

const volume = (lines: readonly Line[], meant: (line: Line) => boolean): bigint =>
  lines.filter(meant).reduce((sum, line) => sum + must(parseExact(line.volume, { integerDigits: 15, scale: 7 })).int, 0n);
const gas = (line: Line): boolean => line.service === 'gas';

const months = fc.integer({ min: 0, max: 35 }).map((n) => `${2024 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}` as Month);
const people = fc.integer({ min: 1, max: 12 });
const area = fc.integer({ min: 1, max: 3000 }).map((tenths) => (tenths / 10).toFixed(1));
const equipment = fc.subarray(['cooking', 'waterHeating'] as const, { minLength: 1 });

describe('gas by the normative', () => {
  it('is linear in people, and heating adds the same whoever lives there', () => {
    fc.assert(
      fc.property(months, people, area, equipment, (month, n, S, uses) => {
        const plain = (residents: number): bigint => volume(linesOf({ residents, gas: [...uses], area: S }, month), gas);
        const heated = (residents: number): bigint => volume(linesOf({ residents, gas: [...uses, 'heating'], area: S }, month), gas);
        expect(plain(n)).toBe(BigInt(n) * plain(1));
        expect(heated(n) - plain(n)).toBe(heated(1) - plain(1));
      }),
      { numRuns: RUNS },
    );
  });

  it('is the sum of its components in every month of the year', () => {
    fc.assert(
      fc.property(months, people, area, (month, residents, S) => {
        const of = (uses: Flat['gas']): bigint => volume(linesOf({ residents, gas: uses, area: S }, month), gas);
        expect(of(['cooking', 'waterHeating', 'heating'])).toBe(of(['cooking']) + of(['waterHeating']) + of(['heating']));
      }),
      { numRuns: RUNS },
    );
  });
});

describe('a land plot', () => {
  it('adds its own line in the season and changes no other', () => {
    fc.assert(
      fc.property(months, people, fc.integer({ min: 1, max: 20_000 }), (month, residents, Q) => {
        const land = [{ service: 'coldWater' as const, use: 'Полив', normative: 'полив', quantity: String(Q) }];
        const [bare, lines] = [linesOf({ residents, gas: [] }, month), linesOf({ residents, gas: [], land }, month)];
        const season = ['05', '06', '07', '08'].includes(month.slice(5));
        expect(lines.filter(({ basis }) => basis !== 'landPlot')).toEqual(bare);
        expect(volume(lines, ({ basis }) => basis === 'landPlot')).toBe(season ? BigInt(Q) * 900_000n : 0n);
        expect(lines.length - bare.length).toBe(season ? 1 : 0);
      }),
      { numRuns: RUNS },
    );
  });
});
