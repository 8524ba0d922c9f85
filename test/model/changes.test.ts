import { describe, expect, it } from 'vitest';
import { changedDays, changesAmong, NEVER } from '../../src/model/changes';
import { type FactRecord, factRecord } from '../../src/model/records';

const record = (fields: object): FactRecord => factRecord.parse(fields);
const days = (was: object | null, now: object | null) => {
  const [before, after] = [was, now].map((one) => (one === null ? null : record(one)));
  return changedDays({ id: 'x', record: (after ?? before) as FactRecord, was: before ?? null, now: after ?? null });
};

const tariff = (...entries: readonly (readonly [string, string])[]) => ({
  ...{ kind: 'tariff', id: 't', code: 't', title: 'Тариф', unit: 'RUB/m3', reviewedThrough: '2026-12-31' },
  entries: entries.map(([from, value]) => ({ from, value, act: 'Приказ' })),
});
const resident = (from: string, to: string | null) => ({ kind: 'resident', id: 'r', premises: 'p', person: 'a', from, to });
const absence = (to: string) => ({
  ...{ kind: 'absence', id: 'a', premises: 'p', person: 'a', from: '2025-11-24', to, appliedOn: '2026-02-28' },
  documents: [{ what: 'билеты' }],
});

describe('the days that a changed fact touches', () => {
  it('of a tariff that only goes on begin with the new value', () => {
    expect(days(tariff(['2025-01-01', '30']), tariff(['2025-01-01', '30'], ['2027-01-01', '33']))).toEqual({
      from: '2027-01-01',
      to: null,
    });
  });

  it('of a tariff whose value was wrong begin with that value, and its title changes nothing', () => {
    const was = tariff(['2025-01-01', '30'], ['2025-07-01', '33'], ['2026-01-01', '35']);
    expect(days(was, tariff(['2025-01-01', '30'], ['2025-07-01', '34'], ['2026-01-01', '35'])).from).toBe('2025-07-01');
    expect(days(was, { ...was, title: 'Иначе' })).toEqual(NEVER);
  });

  it('of somebody who left begin with the day of leaving; of one who came on another day with the earlier', () => {
    expect(days(resident('2025-01-01', null), resident('2025-01-01', '2025-06-10'))).toEqual({ from: '2025-06-10', to: null });
    expect(days(resident('2025-03-01', '2025-06-10'), resident('2025-02-01', '2025-06-10'))).toEqual({
      from: '2025-02-01',
      to: '2025-06-10',
    });
  });

  it('of an absence whose end was wrong are all of its days: its length and its application decide about each', () => {
    expect(days(absence('2026-02-04'), absence('2026-01-26'))).toEqual({ from: '2025-11-24', to: '2026-02-04' });
  });

  it('of a fact that is new, or withdrawn, are its own', () => {
    expect(days(null, resident('2025-03-01', '2025-06-10'))).toEqual({ from: '2025-03-01', to: '2025-06-10' });
    expect(days(resident('2025-03-01', null), null)).toEqual({ from: '2025-03-01', to: null });
  });

  it('go with the id that the house knows: that of the first version', () => {
    const [first, second, third] = [
      record(resident('2025-01-01', null)),
      record({ ...resident('2025-01-01', '2025-06-01'), id: 'r-2', supersedes: 'r' }),
      record({ ...resident('2025-01-01', null), id: 'r-3', supersedes: 'r-2', withdrawn: true, why: 'ошибка' }),
    ] as const;
    const [change] = changesAmong([third, second, first], new Set(['r-3']));
    expect([change?.id, change?.was?.id, change?.now, change?.record.why]).toEqual(['r', 'r-2', null, 'ошибка']);
  });
});
