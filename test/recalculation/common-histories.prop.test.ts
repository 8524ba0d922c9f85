import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Month } from '../../src/kernel/calendar';
import type { Bill } from '../../src/model/bill';
import type { HouseAct } from '../../src/model/house-act';
import type { FactRecord } from '../../src/model/records';
import { commonRecords, commonShape, monthsOf } from '../house/random-common';
import { latenessIn, told } from './late-facts';
import { lived } from './lives';

const RUNS = Number(process.env['FC_RUNS'] ?? 60);

/** Kopecks of common needs by account, service and month; what settles a year or a surplus is its own sum. */
const sumsOf = (bills: readonly Bill[]): readonly (readonly [string, number])[] => {
  const sums = new Map<string, number>();
  for (const { account, lines } of bills)
    for (const { service, part, basis, month, amount } of lines)
      if (part === 'common' && basis !== 'commonTrueUp' && basis !== 'commonSurplus') {
        const key = `${account} ${service} ${month}`;
        sums.set(key, (sums.get(key) ?? 0) + amount);
      }
  return [...sums].filter(([, sum]) => sum !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
};

/** Facts that divide the common volume and do not change what anybody took. */
const DIVIDES: ReadonlySet<FactRecord['kind']> = new Set(['premises', 'tariff']);

/** Houses in which facts of some kinds are told late. */
const historiesOf = (kinds: ReadonlySet<FactRecord['kind']>) =>
  fc.tuple(commonShape, latenessIn(5)).map(([shape, late]) => {
    const records = commonRecords(shape);
    const mended = records.map((record, at) => (kinds.has(record.kind) ? at : -1)).filter((at) => at >= 0);
    const own = late.map((one) => ({ ...one, fact: mended[one.fact % mended.length] as number }));
    return { months: monthsOf(shape), history: told(records, own, 5) };
  });

/** Litres that a house took by its acts, what they post of earlier months with it. */
const takenBy = (acts: ReadonlyMap<Month, readonly HouseAct[]>): readonly (readonly [string, number])[] => {
  const sums = new Map<string, number>();
  for (const act of [...acts.values()].flat()) {
    const volumes = [act.supplied ?? '0', ...(act.suppliedChanges ?? []).map(({ volume }) => volume)];
    sums.set(
      act.service,
      volumes.reduce((sum, volume) => sum + Math.round(Number(volume) * 1000), sums.get(act.service) ?? 0),
    );
  }
  return [...sums].sort();
};

describe('common needs of a house whose areas and prices are told late', () => {
  it('cost every account in the end what they cost when the same facts are told in time', () => {
    fc.assert(
      fc.property(historiesOf(DIVIDES), ({ months, history }) => {
        const bills = lived(history, months);
        const inTime = lived([history.flat(), ...months.slice(1).map(() => [])], months);
        fc.pre(bills !== null && inTime !== null);
        expect(sumsOf(bills)).toEqual(sumsOf(inTime));
      }),
      { numRuns: RUNS },
    );
  });

  it('count in the end what the house took, when its volumes are told otherwise later, and each act adds up', () => {
    fc.assert(
      fc.property(historiesOf(new Set(['houseVolume'])), ({ months, history }) => {
        const [late, inTime] = [new Map<Month, readonly HouseAct[]>(), new Map<Month, readonly HouseAct[]>()];
        const bills = lived(history, months, late);
        const timely = lived([history.flat(), ...months.slice(1).map(() => [])], months, inTime);
        fc.pre(bills !== null && timely !== null);
        expect(takenBy(late)).toEqual(takenBy(inTime));
        for (const act of [...late.values()].flat()) {
          if (act.actual === null || act.supplied === null) continue;
          const sum = [act.premisesVolume, act.ownUse, act.posted, act.actual].reduce((all, one) => all + Math.round(Number(one) * 1e7), 0);
          expect(sum).toBe(Math.round(Number(act.supplied) * 1e7));
        }
      }),
      { numRuns: RUNS },
    );
  });
});
