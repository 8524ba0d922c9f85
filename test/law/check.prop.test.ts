import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expandFacts } from '../../src/cli/verify/expand-facts';
import { addMonths, type Day, type Month } from '../../src/kernel/calendar';
import { decimalText, parseExact } from '../../src/kernel/gate';
import { WIDEST } from '../../src/kernel/quantity';
import type { Result } from '../../src/kernel/result';
import { assembleHouse } from '../../src/model/assemble';
import { TENFOLD_BASES } from '../../src/model/bill';
import type { HouseFacts } from '../../src/model/facts';
import { billHouse } from '../../src/recalculation/bill-house';

const RUNS = Number(process.env['FC_RUNS'] ?? 60);
const SINCE = '2010-01-01' as Day;

const wanted = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const cubic = (litres: number): string => `${Math.trunc(litres / 1000)}.${String(litres % 1000).padStart(3, '0')}`;

/** What a month brings: silence, a reading, or a refusal of access; a stretch of them ends with a check. */
const month = fc.record({ happens: fc.constantFrom('silent', 'silent', 'read', 'refused'), litres: fc.integer({ min: 0, max: 20_000 }) });
const stretches = fc.array(fc.record({ months: fc.array(month, { maxLength: 8 }), check: fc.integer({ min: -15_000, max: 60_000 }) }), {
  minLength: 1,
  maxLength: 3,
});

interface History {
  readonly facts: HouseFacts;
  readonly last: Month;
  readonly stand: number;
}

/** Three months read in time, then the stretches: what the check reads is the truth. */
const historyOf = (drawn: Parameters<Parameters<typeof stretches.map>[0]>[0], lateReading: string): History => {
  let on = '2024-06' as Month;
  let stand = 0;
  const readings: Record<string, string> = {};
  const acts: object[] = [];
  for (let i = 0; i < 3; i += 1) {
    on = addMonths(on, 1);
    stand += 2000;
    readings[`${on}-20`] = cubic(stand);
  }
  for (const { months, check } of drawn) {
    let refusals = 0;
    for (const { happens, litres } of months) {
      on = addMonths(on, 1);
      if (happens === 'refused') {
        acts.push({ type: 'accessRefused', on: `${on}-05` });
        refusals += 1;
      }
      if (happens !== 'read') continue;
      if (refusals < 2) stand += litres;
      readings[`${on}-20`] = cubic(stand + (refusals < 2 ? 0 : litres));
    }
    on = addMonths(on, 1);
    stand = Math.max(0, stand + check);
    acts.push({ type: 'check', on: `${on}-28`, readings: [{ value: cubic(stand) }] });
  }
  const facts = expandFacts(
    {
      house: { policies: { lateReading } },
      tariffs: { coldWater: { [SINCE]: '50.93' } },
      normatives: { coldWater: { [SINCE]: '4.5' } },
      flats: [
        {
          residents: 2,
          meters: [{ service: 'coldWater', commissioned: '2024-06-10' as Day, readings: readings as never }],
          acts: acts as never,
        },
      ],
    },
    '2024-05',
  );
  return { facts: wanted(assembleHouse(facts)), last: on, stand };
};

const billedThrough = ({ facts, last }: History): bigint => {
  let billed = 0n;
  for (let on = '2024-07' as Month; on <= last; on = addMonths(on, 1)) {
    for (const bill of wanted(billHouse(facts, on)).bills()) {
      for (const line of bill.lines) {
        expect(TENFOLD_BASES.has(line.basis)).toBe(false);
        if (line.kind === 'charge' || line.kind === 'adjustment') billed += wanted(parseExact(line.volume, WIDEST)).int;
      }
    }
  }
  return billed;
};

describe('a meter that is checked in the end, ПП № 354, п. 61', () => {
  it('was billed for what the check read, to the last litre, whatever was silent, refused or told wrongly on the way', () => {
    fc.assert(
      fc.property(stretches, fc.constantFrom('trueUp', 'keepNormative'), (drawn, lateReading) => {
        const history = historyOf(drawn, lateReading);
        expect(decimalText(billedThrough(history), WIDEST.scale)).toBe(decimalText(history.stand, 3));
      }),
      { numRuns: RUNS },
    );
  });

  it('bills nothing more when it is checked again in the next month', () => {
    fc.assert(
      fc.property(stretches, (drawn) => {
        const first = historyOf(drawn, 'trueUp');
        const second = historyOf([...drawn, { months: [], check: 0 }], 'trueUp');
        expect(billedThrough(second)).toBe(billedThrough(first));
      }),
      { numRuns: RUNS },
    );
  });
});
