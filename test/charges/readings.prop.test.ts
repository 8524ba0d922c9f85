import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listReadings } from '../../src/charges/reading-list';
import type { Month } from '../../src/kernel/calendar';
import { assembleHouse } from '../../src/model/assemble';
import { type MeterNode, meterGraphProblems } from '../../src/model/meter-graph';
import { type FactRecord, factRecord } from '../../src/model/records';
import { withReading } from '../../src/model/with-reading';
import { billHouse } from '../../src/recalculation/bill-house';
import { previewReading } from '../../src/recalculation/preview-reading';
import { ACCOUNT, assembled, flat, flatMeter, HOUSE, normative, PROVIDER, service, tariff } from '../model/one-flat';

const houseWith = (meter: object, readings: readonly object[], windows: readonly object[] = []): readonly FactRecord[] =>
  [
    { ...HOUSE, readingWindow: windows },
    PROVIDER,
    tariff('tariff', 'RUB/kWh', '5'),
    normative('normative', 'kWh/person-month', '60'),
    service('electricity', { tariff: 'tariff', normative: 'normative' }),
    flat({ owners: [{ from: '2020-01-01', count: 1 }] }),
    ACCOUNT,
    flatMeter('electricity', '2025-06-10', meter),
    ...readings,
  ].map((record) => factRecord.parse(record));

const lines = (records: readonly FactRecord[], month: string) => {
  const bills = billHouse(assembled(records), month as Month);
  if (!bills.ok) throw new Error(JSON.stringify(bills.error));
  return [...bills.value.bills()].flatMap((bill) => bill.lines);
};

const day = fc
  .tuple(fc.integer({ min: 6, max: 11 }), fc.integer({ min: 1, max: 28 }))
  .map(([m, d]) => `2025-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`);
const odd = fc.record(
  {
    takenOn: day,
    receivedOn: day,
    value: fc.integer({ min: 0, max: 2000 }).map(String),
    source: fc.constantFrom('resident', 'controller', 'telemetry', 'computed'),
    purpose: fc.constantFrom('monthly', 'closing'),
    below: fc.constantFrom('rollover', 'correction'),
    verdict: fc.constantFrom('accepted', 'held', 'refused'),
    enteredAs: fc.constant('consumption'),
  },
  { requiredKeys: ['takenOn', 'value'] },
);
const odds = fc
  .array(odd, { maxLength: 12 })
  .map((list) => list.map((one, index) => ({ kind: 'reading', id: `r${index}`, meter: 'm', ...one })));
const meters = fc.constantFrom(
  {},
  { reports: 'volume' },
  { removedOn: '2025-10-15' },
  { failedOn: '2025-09-15' },
  { verifications: [{ on: '2025-06-01', until: '2025-10-20' }] },
);
const windows = fc.constantFrom(
  [],
  [{ from: '2020-01-01', firstDay: 15, cutoffDay: 25 }],
  [{ from: '2020-01-01', firstDay: 23, cutoffDay: 26, strict: true }],
);

describe('readings of any kind', () => {
  it('end each in exactly one of accepted, held, refused, superseded, withdrawn and unused; none is lost', () => {
    const mended = fc.tuple(odds, fc.array(fc.nat({ max: 11 }), { maxLength: 4 }), fc.array(fc.nat({ max: 11 }), { maxLength: 2 }));
    fc.assert(
      fc.property(meters, windows, mended, (meter, window, [list, mend, withdraw]) => {
        const versions = [...new Set(mend)].flatMap((at) =>
          list[at] === undefined ? [] : [{ ...list[at], id: `v${at}`, supersedes: `r${at}`, by: 'а' }],
        );
        const gone = [...new Set(withdraw)].flatMap((at) =>
          list[at] === undefined
            ? []
            : [{ ...list[at], id: `w${at}`, supersedes: mend.includes(at) ? `v${at}` : `r${at}`, withdrawn: true }],
        );
        const records = houseWith(meter, [...list, ...versions, ...gone], window);
        const rows = listReadings(assembled(records), records);
        expect(rows.map(({ fact }) => fact).sort()).toEqual([...list, ...versions].map(({ id }) => id).sort());
        for (const { verdict, code, month } of rows) {
          expect(['accepted', 'held', 'refused', 'superseded', 'withdrawn', 'unused']).toContain(verdict);
          expect(code === null).toBe(verdict === 'accepted');
          expect(month === null || verdict === 'accepted').toBe(true);
        }
        expect(rows.filter(({ verdict }) => verdict === 'withdrawn').length).toBe(gone.length);
      }),
    );
  });

  it('are previewed as the difference of the bills with and without them', () => {
    fc.assert(
      fc.property(meters, windows, odds, (meter, window, list) => {
        const [sent, ...kept] = list;
        if (sent === undefined) return;
        const facts = assembled(houseWith(meter, kept, window));
        const [record] = [factRecord.parse(sent)];
        if (record?.kind !== 'reading') throw new Error('a reading is a reading');
        const preview = previewReading(facts, record);
        const next = withReading(facts, record);
        if (!preview.ok || !next.ok) throw new Error(JSON.stringify([preview, next]));
        const total = (house: typeof facts): number => {
          const bills = billHouse(house, preview.value.countsFor);
          return bills.ok ? bills.value.total() : Number.NaN;
        };
        expect(preview.value.bills.reduce((sum, bill) => sum + bill.difference, 0)).toBe(total(next.value) - total(facts));
        expect(next.value).toEqual(assembled(houseWith(meter, list, window)));
      }),
    );
  });
});

describe('a transformation ratio', () => {
  const stands = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 5, maxLength: 5 });
  const readingsOf = (growth: readonly number[], by: number): readonly object[] => {
    let stand = 0;
    return growth.map((more, index) => {
      stand += more * by;
      return {
        kind: 'reading',
        id: `r${index}`,
        meter: 'm',
        takenOn: `2025-${String(index + 7).padStart(2, '0')}-20`,
        value: String(stand),
      };
    });
  };

  it('bills what a meter without it bills whose stands are so many times larger', () => {
    fc.assert(
      fc.property(stands, fc.integer({ min: 1, max: 60 }), fc.constantFrom('2025-08', '2025-11', '2025-12'), (growth, k, month) => {
        const registers = [{ initial: '0', ratios: [{ from: '2025-06-10', value: String(k) }] }];
        const amounts = (records: readonly FactRecord[]) =>
          lines(records, month).map(({ basis, volume, amount }) => [basis, volume, amount]);
        const plain = houseWith({ registers: [{ initial: '0', digits: 6 }] }, readingsOf(growth, k));
        expect(amounts(houseWith({ registers }, readingsOf(growth, 1)))).toEqual(amounts(plain));
      }),
    );
  });

  it('changed to itself on any day with the stand of that day changes nothing', () => {
    fc.assert(
      fc.property(stands, fc.integer({ min: 1, max: 27 }), fc.integer({ min: 0, max: 100 }), (growth, on, share) => {
        const from = `2025-09-${String(on).padStart(2, '0')}`;
        const before = growth.slice(0, on < 20 ? 2 : 3).reduce((sum, more) => sum + more, 0);
        const next = growth[on < 20 ? 2 : 3] as number;
        const stand = on === 20 ? before : before + Math.floor((next * share) / 100);
        const one = [{ from: '2025-06-10', value: '40' }];
        const two = [...one, { from, value: '40', stand: String(stand) }];
        const bill = (ratios: readonly object[]) =>
          ['2025-09', '2025-10'].map((month) => lines(houseWith({ registers: [{ initial: '0', ratios }] }, readingsOf(growth, 1)), month));
        expect(bill(two)).toEqual(bill(one));
      }),
    );
  });
});

describe('the graph of meters', () => {
  const node = (id: number, above: number | null, billed: boolean): MeterNode => ({
    id: String(id),
    at: `meter ${id}`,
    above: above === null ? null : String(above),
    service: 'coldWater',
    billed,
    from: '2025-01-01',
    to: null,
  });

  it('is sound exactly when no walk upwards from a billed meter meets another or comes back', () => {
    const graphs = fc.array(fc.tuple(fc.option(fc.nat({ max: 6 })), fc.boolean()), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(graphs, (graph) => {
        const nodes = graph.map(([above, billed], id) => node(id, above !== null && above < graph.length ? above : null, billed));
        const unsound = nodes.some((start) => {
          let walk = start;
          for (let steps = 0; steps < nodes.length && walk.above !== null; steps += 1) {
            walk = nodes[Number(walk.above)] as MeterNode;
            if (walk === start || (start.billed && walk.billed)) return true;
          }
          return false;
        });
        expect(meterGraphProblems(nodes).length > 0).toBe(unsound);
      }),
    );
  });

  it('lets a meter stand in the place of one that was removed before', () => {
    const old = { ...node(0, null, true), to: '2025-05-01' };
    expect(meterGraphProblems([old, { ...node(1, 0, true), from: '2025-05-02' }])).toEqual([]);
    expect(meterGraphProblems([old, { ...node(1, 0, true), from: '2025-05-01' }])).toMatchObject([
      { code: 'meters-on-one-path', facts: { other: '0' } },
    ]);
  });
});

describe('a meter of the house', () => {
  const records = [
    ...houseWith({}, [{ kind: 'reading', id: 'own', meter: 'm', takenOn: '2025-07-20', value: '5' }]),
    ...[
      {
        kind: 'houseMeter',
        id: 'hm',
        house: 'h',
        service: 'electricity',
        serial: 'H',
        commissionedOn: '2025-06-10',
        registers: [{ initial: '0' }],
      },
      { kind: 'reading', id: 'common', meter: 'hm', takenOn: '2025-07-24', value: '900', source: 'controller' },
    ].map((record) => factRecord.parse(record)),
  ];

  it('has its readings in the journal beside those of the premises', () => {
    const rows = listReadings(assembled(records), records);
    expect(rows.map(({ fact, premises, serial, verdict, source, month }) => [fact, premises, serial, verdict, source, month])).toEqual([
      ['own', 'f', '1', 'accepted', 'resident', '2025-07'],
      ['common', '', 'H', 'accepted', 'controller', '2025-07'],
    ]);
    expect(listReadings(assembled(records), records, { account: '1' }).map(({ fact }) => fact)).toEqual(['own']);
  });

  it('may stand above a meter of a premises: its volume is billed to nobody twice', () => {
    const linked = records.map((record) => (record.id === 'm' ? { ...record, above: 'hm' } : record)) as readonly FactRecord[];
    expect(assembleHouse(linked).ok).toBe(true);
    const lost = records.map((record) => (record.id === 'm' ? { ...record, above: 'nobody' } : record)) as readonly FactRecord[];
    expect(assembleHouse(lost)).toMatchObject({ ok: false, error: [{ code: 'unknown-reference', value: 'nobody' }] });
  });

  it('takes one reading more as any other', () => {
    const sent = factRecord.parse({ kind: 'reading', id: 'next', meter: 'hm', takenOn: '2025-08-24', value: '1800' });
    if (sent.kind !== 'reading') throw new Error('a reading is a reading');
    expect(withReading(assembled(records), sent)).toEqual({ ok: true, value: assembled([...records, sent]) });
  });
});
