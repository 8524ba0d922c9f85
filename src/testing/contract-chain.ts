import type { Day, Month } from '../kernel/calendar';
import type { Kopecks } from '../kernel/money';
import { type Closing, ClosingMaker } from '../ledger/closing/month-chain';
import type { Entry } from '../ledger/entry';
import type { ContractKit } from './contract-kit';
import { atHour, closing, DONE, factsWrite, HOUSE, monthWrite, NOVEMBER, OCTOBER, posting } from './contract-kit';
import { SAMPLE_INSTANT, sampleAct, sampleBill, sampleEntry, sampleFact, sampleHouse, sampleReading, sampleTariff } from './sample-records';

const SEPTEMBER = '2026-09' as Month;

/** An entry of account 1001 of so many kopecks; its id says which. */
const entry = (id: string, postedIn: Month, kopecks: number, changes: Partial<Entry> = {}): Entry =>
  sampleEntry(id, HOUSE, '1001', postedIn, { amount: kopecks as Kopecks, ...changes });

/** The hash chain of closed months, and what stands in a balance. */
export const chainContract = ({ describe, test, same }: ContractKit): void => {
  describe('a closing', () => {
    const bills = [sampleBill(HOUSE, OCTOBER, '1001'), sampleBill(HOUSE, OCTOBER, '1002')];
    const acts = [sampleAct(HOUSE, OCTOBER, 'hotWater'), sampleAct(HOUSE, OCTOBER, 'coldWater')];
    const told = { house: HOUSE, version: 0, at: SAMPLE_INSTANT, by: 'бухгалтер' };

    test('is a link: its hash is made of everything posted since the one before, in the order of the documentation', async (store) => {
      const old = entry('a', SEPTEMBER, 10);
      const [late, early] = [entry('z', OCTOBER, 30), entry('b', OCTOBER, -5, { account: '1002' })];
      await store.post(posting('p', [old]));
      await store.writeMonth(monthWrite('m1', { bills: [sampleBill(HOUSE, OCTOBER, '9')], entries: [late] }));
      await store.writeMonth(monthWrite('m2', { expectedVersion: 1, bills: [...bills].reverse(), acts, entries: [early] }));
      same(await store.closeMonth(closing('c', { expectedVersion: 2 })), DONE);
      const maker = new ClosingMaker({ ...told, month: OCTOBER, version: 2 }, null);
      maker.take({ month: SEPTEMBER, entries: [old], bills: [], acts: [] });
      maker.take({ month: OCTOBER, entries: [late, early], bills, acts });
      same(await store.closingsOf(HOUSE), [maker.closed([]).closing]);
    });

    test('follows the one before, which stays as it was', async (store) => {
      await store.post(posting('p', [entry('a', OCTOBER, 10), entry('b', NOVEMBER, 20)]));
      await store.closeMonth(closing('c'));
      const [first] = await store.closingsOf(HOUSE);
      const before = await store.balancesOf(HOUSE, OCTOBER);
      await store.closeMonth(closing('d', { month: NOVEMBER }));
      const maker = new ClosingMaker({ ...told, month: NOVEMBER }, (first as Closing).hash);
      maker.take({ month: NOVEMBER, entries: [entry('b', NOVEMBER, 20)], bills: [], acts: [] });
      same(await store.closingsOf(HOUSE), [first, maker.closed(before).closing]);
    });

    test('of a month in which nothing was posted is a link all the same; another house has a chain of its own', async (store) => {
      await store.closeMonth(closing('c'));
      await store.closeMonth(closing('d', { house: 'house-2' }));
      const empty = (house: string) => new ClosingMaker({ ...told, house, month: OCTOBER }, null).closed([]).closing;
      same(await store.closingsOf(HOUSE), [empty(HOUSE)]);
      same(await store.closingsOf('house-2'), [empty('house-2')]);
      same(await store.closingsOf('house-3'), []);
    });

    test('that came twice, or after a later one, is no second link', async (store) => {
      await store.closeMonth(closing('c'));
      await store.closeMonth(closing('c'));
      await store.closeMonth(closing('d', { at: atHour(20) }));
      await store.closeMonth(closing('e', { month: SEPTEMBER }));
      same((await store.closingsOf(HOUSE)).length, 1);
    });

    test('that was refused is no link', async (store) => {
      await store.writeMonth(monthWrite('m'));
      await store.closeMonth(closing('c'));
      same(await store.closingsOf(HOUSE), []);
      same(await store.balancesOf(HOUSE, OCTOBER), []);
    });
  });

  describe('months of a house', () => {
    test('are those with versions or entries, in order, each once', async (store) => {
      await store.post(posting('p', [entry('a', NOVEMBER, 1), entry('b', SEPTEMBER, 1, { month: '2020-01' as Month })]));
      await store.writeMonth(monthWrite('m', { entries: [entry('c', OCTOBER, 1)] }));
      await store.writeMonth(monthWrite('m2', { expectedVersion: 1 }));
      same(await store.monthsOf(HOUSE), [SEPTEMBER, OCTOBER, NOVEMBER]);
      same(await store.monthsOf('house-2'), []);
    });
  });

  describe('a balance', () => {
    const heat = { service: 'heating' as const, month: '2020-01' as Month };

    test('is written with a closing for the accounts that it changes: open buckets, the latest day and instant', async (store) => {
      const paid = entry('c', OCTOBER, -30, { kind: 'payment', at: atHour(5), valueDay: '2026-10-20' as Day });
      await store.post(posting('p', [entry('a', OCTOBER, 30, { at: atHour(7) }), entry('b', OCTOBER, 12, heat), paid]));
      await store.post(posting('q', [entry('later', NOVEMBER, 5), entry('x', OCTOBER, 7, { account: '0999' })]));
      await store.closeMonth(closing('c'));
      const place = { provider: 'provider-1', service: 'coldWater', month: OCTOBER };
      same(await store.balancesOf(HOUSE, OCTOBER), [
        {
          account: '0999',
          month: OCTOBER,
          buckets: [{ ...place, amount: 7 }],
          valueThrough: '2026-10-01',
          knownThrough: SAMPLE_INSTANT,
        },
        {
          account: '1001',
          month: OCTOBER,
          buckets: [{ ...place, ...heat, amount: 12 }],
          valueThrough: '2026-10-20',
          knownThrough: atHour(7),
        },
      ]);
      await store.closeMonth(closing('d', { month: NOVEMBER }));
      const after = await store.balancesOf(HOUSE, NOVEMBER);
      same(
        after.map(({ account, buckets }) => [account, buckets.map(({ month, amount }) => [month, amount])]),
        [
          [
            '1001',
            [
              ['2020-01', 12],
              [NOVEMBER, 5],
            ],
          ],
        ],
      );
    });

    test('is found by month, by the latest value day, by the instant of knowledge: the newest one whose entries all count', async (store) => {
      const day = (valueDay: string, hour: number) => ({ valueDay: valueDay as Day, at: atHour(hour) });
      await store.post(posting('p', [entry('a', SEPTEMBER, 1, day('2026-09-30', 1)), entry('b', OCTOBER, 2, day('2026-10-20', 3))]));
      await store.closeMonth(closing('s', { month: SEPTEMBER }));
      await store.closeMonth(closing('o'));
      const found = async (asOf: Parameters<typeof store.balanceOf>[2]) => (await store.balanceOf(HOUSE, '1001', asOf))?.month ?? null;
      same(await found({}), OCTOBER);
      same(await found({ through: NOVEMBER }), OCTOBER);
      same(await found({ through: SEPTEMBER }), SEPTEMBER);
      same(await found({ through: '2026-08' as Month }), null);
      same(await found({ valueThrough: '2026-10-20' as Day }), OCTOBER);
      same(await found({ valueThrough: '2026-10-19' as Day }), SEPTEMBER);
      same(await found({ valueThrough: '2026-09-29' as Day }), null);
      same(await found({ knownThrough: atHour(3) }), OCTOBER);
      same(await found({ knownThrough: atHour(2) }), SEPTEMBER);
      same(await found({ valueThrough: '2026-10-20' as Day, knownThrough: atHour(0) }), null);
      same(await store.balanceOf(HOUSE, '1002', {}), null);
      same(await store.balanceOf('house-2', '1001', {}), null);
    });

    test('and the entries posted after its month are all entries', async (store) => {
      const late = entry('late', NOVEMBER, 3, { month: SEPTEMBER, valueDay: '2026-09-05' as Day, at: atHour(9) });
      await store.post(
        posting('p', [late, entry('a', SEPTEMBER, 1), entry('b', OCTOBER, 2), entry('o', NOVEMBER, 4, { account: '1002' })]),
      );
      await store.closeMonth(closing('s', { month: SEPTEMBER }));
      const ids = async (asked: Parameters<typeof store.entriesAfter>[2]) =>
        (await store.entriesAfter(HOUSE, '1001', asked)).map(({ id }) => id);
      same(await ids({ after: null }), ['late', 'a', 'b']);
      same(await ids({ after: SEPTEMBER }), ['late', 'b']);
      same(await ids({ after: SEPTEMBER, through: OCTOBER }), ['b']);
      same(await ids({ after: null, valueThrough: '2026-09-05' as Day }), ['late', 'a']);
      same(await ids({ after: null, knownThrough: SAMPLE_INSTANT }), ['a', 'b']);
      same(await store.entriesAfter(HOUSE, '1001', { after: OCTOBER }), [late]);
      same(await store.entriesAfter('house-2', '1001', { after: null }), []);
    });
  });

  describe('facts of some kinds', () => {
    test('are those of the house itself, in the order of all facts, as known at an instant', async (store) => {
      const reading = (id: string, hour: number) => sampleFact(HOUSE, sampleReading(id, '1'), atHour(hour));
      await store.appendFacts(
        factsWrite('f', [
          reading('r-2', 9),
          reading('r-1', 8),
          sampleFact(HOUSE, sampleHouse(HOUSE)),
          sampleFact('', sampleTariff('t', '1')),
        ]),
      );
      same(await store.factsOfKinds(HOUSE, ['reading']), [reading('r-1', 8), reading('r-2', 9)]);
      same(await store.factsOfKinds(HOUSE, ['reading', 'house', 'tariff'], atHour(8)), [
        sampleFact(HOUSE, sampleHouse(HOUSE)),
        reading('r-1', 8),
      ]);
      same(await store.factsOfKinds(HOUSE, []), []);
      same(await store.factsOfKinds('house-2', ['reading', 'house']), []);
    });
  });
};
