import { describe, expect, it } from 'vitest';
import { type Month, monthNumber } from '../../src/kernel/calendar';
import { changesAmong } from '../../src/model/changes';
import { type FactRecord, factRecord } from '../../src/model/records';
import { touchedBy } from '../../src/recalculation/touched';
import { assembled, flat, HOUSE, PROVIDER, service, tariff } from '../model/one-flat';

const OPEN = '2026-03' as Month;
const parse = (fields: object): FactRecord => factRecord.parse(fields);
const BEFORE = [
  { ...HOUSE, billedSince: '2025-01' },
  PROVIDER,
  tariff('t', 'RUB/m2-month', '30'),
  service('maintenance', { tariff: 't' }),
  flat({ owners: [{ from: '2020-01-01', count: 1 }] }),
].map(parse);
const FLAT = BEFORE.find(({ kind }) => kind === 'premises') as FactRecord;

/** Months that a fact touches when March 2026 is billed, first and last. */
const months = (fact: object): readonly (readonly [number, number])[] => {
  const mended = parse(fact);
  const records = [...BEFORE, mended];
  const changes = changesAmong(records, new Set([mended.id]));
  return touchedBy(assembled(records), changes, monthNumber(OPEN)).map(({ first, last }) => [first, last]);
};
const mend = (more: object): object => ({ ...FLAT, id: 'mended', supersedes: FLAT.id, ...more });
const [JANUARY, FEBRUARY, SINCE] = ['2026-01', '2026-02', '2025-01'].map((month) => monthNumber(month as Month)) as [
  number,
  number,
  number,
];

describe('the months that a late fact touches', () => {
  it('begin with the day of what differs: an area, a volume that a supplier told of a month', () => {
    const areas = [...(FLAT as Extract<FactRecord, { kind: 'premises' }>).areas, { from: '2026-01-15', value: '61' }];
    expect(months(mend({ areas }))).toEqual([[JANUARY, FEBRUARY]]);
    const supplied = { service: 'coldWater', month: '2026-02', volume: '3', source: 'водоканал' };
    expect(months(mend({ suppliedVolumes: [supplied] }))).toEqual([[FEBRUARY, FEBRUARY]]);
  });

  it('are none where what differs begins in the open month or later', () => {
    const areas = [...(FLAT as Extract<FactRecord, { kind: 'premises' }>).areas, { from: '2026-03-01', value: '61' }];
    expect(months(mend({ areas }))).toEqual([]);
    expect(
      months({
        ...BEFORE[2],
        id: 'next',
        supersedes: BEFORE[2]?.id,
        entries: [...entriesOf(BEFORE[2]), { from: '2026-07-01', value: '33', act: 'а' }],
      }),
    ).toEqual([]);
  });

  it('are all where who lives there decides what a reading means', () => {
    expect(
      months(
        mend({
          owners: [
            { from: '2020-01-01', count: 1 },
            { from: '2026-01-15', count: 2 },
          ],
        }),
      ),
    ).toEqual([[SINCE, FEBRUARY]]);
    expect(months({ kind: 'resident', id: 'r', premises: FLAT.id, person: 'a', from: '2026-02-20' })).toEqual([[SINCE, FEBRUARY]]);
    expect(months({ kind: 'resident', id: 'r', premises: FLAT.id, person: 'a', from: '2026-03-20' })).toEqual([]);
  });
});

const entriesOf = (record: FactRecord | undefined): readonly object[] => (record?.kind === 'tariff' ? record.entries : []);
