import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chargeHouse } from '../../src/charges/charge-house';
import { explainAccount } from '../../src/charges/explain';
import { expandFacts } from '../../src/cli/verify/expand-facts';
import type { CaseFacts } from '../../src/cli/verify/facts-schema';
import type { Month } from '../../src/kernel/calendar';
import { decimalText, parseExact } from '../../src/kernel/gate';
import { must, type Result } from '../../src/kernel/result';
import { assembleHouse } from '../../src/model/assemble';
import type { Line } from '../../src/model/bill';
import type { HouseFacts } from '../../src/model/facts';

const MONTH = '2026-03' as Month;

const wanted = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

/** A house that spent `spent` (on the volume scale) and whose flats took so many litres. */
const houseOf = (spent: number, litres: readonly number[]): HouseFacts => {
  const facts = {
    tariffs: { hotWater: { '2010-01-01': '20.17' }, madeGas: { '2010-01-01': '7.53' } },
    forHotWater: { gas: { [MONTH]: decimalText(spent, 7) } },
    flats: litres.map((own) => ({
      residents: 1,
      meters: [
        { service: 'hotWater', commissioned: '2025-12-10', readings: { '2026-02-20': '10', '2026-03-20': decimalText(10_000 + own, 3) } },
      ],
    })),
  } as unknown as CaseFacts;
  return wanted(assembleHouse(expandFacts(facts, '2026-02')));
};

const int = (line: Line): bigint => must(parseExact(line.volume, { integerDigits: 15, scale: 7 })).int;
const gasOf = (lines: readonly Line[]): Line => lines.find(({ component }) => component === 'gas') as Line;

const spentOf = fc.integer({ min: 0, max: 5_000_000_000_000 });
const litresOf = fc.array(fc.integer({ min: 0, max: 900_000 }), { minLength: 1, maxLength: 7 });

describe('a resource spent for hot water in the house', () => {
  it('goes to each premises by its water, rounded once on its own: together never further from the whole than these roundings', () => {
    fc.assert(
      fc.property(spentOf, litresOf, (spent, litres) => {
        const charges = wanted(chargeHouse(houseOf(spent, litres), MONTH));
        const all = BigInt(litres.reduce((sum, own) => sum + own, 0));
        let sum = 0n;
        for (const { row, account } of charges.rows) {
          const own = BigInt(litres[Number(account.number) - 1] as number);
          const gas = gasOf(charges.linesOf(row));
          expect(int(gas)).toBe(all === 0n ? 0n : (2n * BigInt(spent) * own + all) / (2n * all));
          sum += int(gas);
        }
        const away = sum > BigInt(spent) ? sum - BigInt(spent) : BigInt(spent) - sum;
        if (all > 0n) expect(2n * away <= BigInt(litres.length)).toBe(true);
        else expect(sum).toBe(0n);
      }),
      { numRuns: 60 },
    );
  });

  it('is the same for one premises asked alone, and told as it is charged', () => {
    fc.assert(
      fc.property(spentOf, litresOf, fc.nat(), (spent, litres, pick) => {
        const index = pick % litres.length;
        const whole = wanted(chargeHouse(houseOf(spent, litres), MONTH));
        const row = whole.rows[index] as (typeof whole.rows)[number];
        const alone = houseOf(spent, litres);
        const part = wanted(chargeHouse(alone, MONTH, { only: new Set([row.premisesIndex]) }));
        expect(part.linesOf(0)).toEqual(whole.linesOf(row.row));
        const told = wanted(explainAccount(alone, MONTH, row.account.number));
        expect(told.services.flatMap(({ lines }) => lines.map(({ line }) => line))).toEqual(whole.linesOf(row.row));
      }),
      { numRuns: 40 },
    );
  });
});
