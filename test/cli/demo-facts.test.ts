import { describe, expect, it } from 'vitest';
import { demoFacts, demoRecords } from '../../src/cli/demo/houses';
import { assembleHouses } from '../../src/model/assemble';
import type { FactRecord } from '../../src/model/records';

const records = demoRecords();
const of = <K extends FactRecord['kind']>(kind: K) =>
  records.filter((record): record is Extract<FactRecord, { kind: K }> => record.kind === kind);

describe('the facts of the demo', () => {
  it('are the same every time', () => expect(demoRecords()).toEqual(records));

  it('make four houses, two of them with sixty premises, in three cities', () => {
    const houses = assembleHouses(records);
    expect(houses.ok && houses.value.map(({ house, premises }) => [house.id, premises.length])).toEqual([
      ['chr-1', 12],
      ['msk-1', 60],
      ['msk-2', 12],
      ['prm-1', 60],
    ]);
  });

  it('become known in their months', () => {
    expect(records.every(({ knownAt }) => knownAt !== undefined && knownAt >= '2025-12-20')).toBe(true);
    const later = of('reading').filter(({ takenOn }) => takenOn > '2025-12-20');
    for (const reading of later) expect(reading.knownAt?.slice(0, 10)).toBe(reading.receivedOn ?? reading.takenOn);
  });

  it('begin in the middle of 2025, so that averages exist', () => {
    expect(of('reading').reduce((first, { takenOn }) => (takenOn < first ? takenOn : first), '9999' as string)).toMatch(/^2025-06-/);
  });

  it('belong each to its house', () => {
    const { shared, houses } = demoFacts();
    expect(shared.map(({ kind }) => kind).every((kind) => ['provider', 'tariff', 'normative'].includes(kind))).toBe(true);
    expect([...houses].map(([house, own]) => own.filter((record) => record.kind === 'house').map(({ id }) => id === house))).toEqual([
      [true],
      [true],
      [true],
      [true],
    ]);
  });
});

describe('the prices of the demo', () => {
  const prices = [...of('tariff'), ...of('normative')].flatMap(({ code, entries }) =>
    entries.map((entry) => ({ code, from: entry.from as string, value: entry.value ?? '', act: entry.act, place: entry.place ?? '' })),
  );

  it.each(prices)('$code from $from names its page, or says that it is an example', ({ act, place }) => {
    expect(`${act} ${place}`).toMatch(/https?:\/\/|пример/);
  });

  const computed = prices.filter(({ act }) => act.startsWith('Вычислено: '));

  it('has computed steps on 1 January and 1 October', () => {
    expect([...new Set(computed.map(({ from }) => from))].sort()).toEqual(['2025-07-01', '2026-01-01', '2026-07-01', '2026-10-01']);
  });

  it.each(computed)('$code from $from: $act', ({ value, act }) => {
    const [, base = '', times = '', over = '1'] = /^Вычислено: ([\d,]+)(?: без НДС)? × ([\d,]+)(?:\/(\d+))?/.exec(act) ?? [];
    const number = (text: string): bigint => BigInt(Math.round(Number(text.replace(',', '.')) * 10_000));
    const product = (number(base) * number(times)) / BigInt(over);
    const decimals = value.split('.')[1]?.length ?? 0;
    const unit = 10n ** BigInt(8 - decimals);
    expect((product + unit / 2n) / unit).toBe(BigInt(value.replace('.', '')));
  });
});

describe('the life in the houses', () => {
  const zones = of('meter').map(({ registers }) => registers.map(({ zone }) => zone).join());

  it.each([
    ['electricity meters of one, two and three zones', () => ['T0', 'T1,T2', 'T1,T2,T3'].every((one) => zones.includes(one))],
    ['a meter that fails, meters that are replaced', () => of('meter').some(({ failedOn }) => failedOn !== undefined)],
    ['two meters of one service', () => new Set(of('meter').map(({ point }) => point)).size === 3],
    ['a birth inside a month', () => of('resident').some(({ born }) => born === '2026-04-11')],
    ['a departure', () => of('resident').some(({ supersedes, to }) => supersedes !== undefined && to === '2026-07-19')],
    ['temporary residents', () => of('resident').some(({ stay }) => stay === 'temporary')],
    ['owners of a flat where nobody lives', () => of('premises').some(({ owners }) => owners.length > 0)],
    ['acts of impossibility', () => of('premises').some(({ meteringImpossible }) => meteringImpossible.length > 0)],
    ['an area that changes', () => of('premises').some(({ areas }) => areas.length > 1)],
    ['contract volumes', () => of('premises').some(({ contractVolumes }) => contractVolumes.length > 0)],
    ['legal entities', () => of('account').some(({ payer }) => payer.kind === 'legalEntity')],
    ['accounts that end and begin inside a month', () => of('account').filter(({ from }) => from > '2026').length === 7],
    ['old account numbers', () => of('account').some(({ aliases }) => aliases.length > 1)],
    ['a debt and an advance from before', () => new Set(of('openingSaldo').map(({ amount }) => amount.startsWith('-'))).size === 2],
    ['a reading that is a correction', () => of('reading').some(({ below, verdict }) => below === 'correction' && verdict === 'accepted')],
    ['readings on the day of an event', () => of('reading').some(({ purpose }) => purpose === 'closing')],
  ])('has %s', (_, there) => expect(there()).toBe(true));
});
