import { describe, expect, it } from 'vitest';
import { codes, done, given, imported } from './given';
import { at, BEFORE, common, house, reading, readings } from './small-house';

const billed = async (facts: readonly unknown[], months: readonly string[], set: readonly object[] = house()) => {
  const engine = given();
  await done(engine.saldo.importFacts([...common, ...set, ...facts]));
  for (const month of months) {
    if (month >= '2026-01') engine.clock.set(at(`${month}-28`));
    await done(engine.saldo.billMonth({ house: 'h', month }));
  }
  return engine;
};

/** Facts with some fields of one of them changed. */
const changed = (id: string, more: object): readonly object[] => house().map((one) => (one.id === id ? { ...one, ...more } : one));

const waterTerms = (provider: string, from: string) => ({
  kind: 'service',
  id: 'h-cw2',
  house: 'h',
  service: 'coldWater',
  provider,
  from,
  tariff: 'cw',
  normative: 'ncw',
});

const water = async ({ saldo }: Awaited<ReturnType<typeof billed>>, request = {}, account = 'h-1-A') =>
  (await done(saldo.series(account, request))).services.find(({ service }) => service === 'coldWater')?.points ?? [];

describe('the series of an account', () => {
  it('tell volume, basis and charge of each month; what was not billed is a gap', async () => {
    // Nobody supplies water in February.
    const set = [...changed('h-cw', { to: '2026-02-01' }), waterTerms('vk', '2026-03-01')];
    const engine = await billed(readings('h-1', [...BEFORE, '2026-01'], 4), ['2026-01', '2026-02', '2026-03'], set);
    const points = await water(engine, { from: '2025-12', to: '2026-04' });
    expect(
      points.map(({ period, charge }) => [period, charge?.billed ?? null, charge?.volumes[0]?.billed, charge?.volumes[0]?.bases]),
    ).toEqual([
      ['2025-12', null, undefined, undefined],
      ['2026-01', 200_00, '4', ['meter']],
      ['2026-02', null, undefined, undefined],
      ['2026-03', 200_00, '4', ['average']],
      ['2026-04', null, undefined, undefined],
    ]);
  });

  it('show of a recalculated month what was billed and what it is now', async () => {
    // No reading in February and March: 4 m³ of the average; the reading of April closes 6 m³ more, spread over three months.
    const engine = await billed(readings('h-1', [...BEFORE, '2026-01'], 4), ['2026-01', '2026-02', '2026-03']);
    await done(engine.saldo.importFacts([reading('h-1', '2026-04', '38')]));
    engine.clock.set(at('2026-04-28'));
    await done(engine.saldo.billMonth({ house: 'h', month: '2026-04' }));
    const points = await water(engine);
    expect(points.map(({ period, charge }) => [period, charge?.billed, charge?.recalculated, charge?.now])).toEqual([
      ['2026-01', 200_00, 0, 200_00],
      ['2026-02', 200_00, 100_00, 300_00],
      ['2026-03', 200_00, 100_00, 300_00],
      ['2026-04', 300_00, 0, 300_00],
    ]);
    expect(points[1]?.charge?.volumes).toMatchObject([{ billed: '4', now: '6', bases: ['average'], basesLater: ['meter'] }]);
    expect(points[1]?.charge?.changes).toMatchObject([{ month: '2026-02', postedIn: '2026-04', amount: 100_00 }]);
    const [year] = await water(engine, { by: 'year' });
    expect(year).toMatchObject({ period: '2026', charge: { months: 4, billed: 900_00, recalculated: 200_00, now: 1100_00 } });
  });

  it('by year begin where the account does, leap years with them', async () => {
    const set = changed('h', { billedSince: '2024-02' }).map((one) =>
      'commissionedOn' in one ? { ...one, commissionedOn: '2023-08-20' } : one,
    );
    const facts = readings('h-1', ['2023-11', '2023-12', '2024-01', '2024-02', '2024-03'], 4);
    const engine = await billed(facts, ['2024-02', '2024-03'], set);
    const series = await done(engine.saldo.series('h-1-A', { by: 'year' }));
    expect([series.from, series.to, series.total.map(({ period }) => period)]).toEqual(['2024-02', '2024-03', ['2024']]);
    expect(series.services.map(({ service, points }) => [service, points[0]?.charge?.months, points[0]?.charge?.billed])).toEqual([
      ['maintenance', 2, 3000_00],
      ['coldWater', 2, 400_00],
    ]);
  });

  it('sum a replaced meter into one volume', async () => {
    const set = changed('h-1-m', { removedOn: '2026-01-10' });
    const second = {
      kind: 'meter',
      id: 'h-1-m2',
      premises: 'h-1',
      service: 'coldWater',
      serial: '2',
      commissionedOn: '2026-01-10',
      registers: [{ initial: '0' }],
    };
    const facts = [
      ...readings('h-1', BEFORE, 4),
      second,
      { kind: 'reading', id: 'last', meter: 'h-1-m', takenOn: '2026-01-10', value: '17', purpose: 'closing' },
      { kind: 'reading', id: 'new', meter: 'h-1-m2', takenOn: '2026-01-25', value: '3' },
    ];
    const engine = await billed(facts, ['2026-01'], set);
    expect((await water(engine))[0]?.charge?.volumes).toMatchObject([{ billed: '4', bases: ['meter'] }]);
  });

  it('keep two creditors of one service apart', async () => {
    const set = [...changed('h-cw', { to: '2026-02-01' }), waterTerms('uk', '2026-02-01')];
    const engine = await billed(readings('h-1', [...BEFORE, '2026-01', '2026-02'], 4), ['2026-01', '2026-02'], set);
    const { services } = await done(engine.saldo.series('h-1-A'));
    const own = services.filter(({ service }) => service === 'coldWater');
    expect(own.map(({ provider, points }) => [provider, points.map(({ charge }) => charge?.billed ?? null)])).toEqual([
      ['uk', [null, 200_00]],
      ['vk', [200_00, null]],
    ]);
  });

  it('name payments, benefits and readings that were withdrawn, refused or held', async () => {
    const engine = await imported([{ kind: 'payment', id: 'p', account: 'h-1-A', amount: '500.00', paidOn: '2026-01-12' }]);
    await done(engine.saldo.billMonth({ house: 'h', month: '2026-01' }));
    await done(engine.saldo.postMoney({ house: 'h', through: '2026-01' }));
    const withdrawn = {
      ...reading('h-1', '2026-04', '0'),
      id: 'w',
      supersedes: 'h-1-2026-04',
      withdrawn: true,
      by: 'оператор',
      why: 'ошибка',
    };
    await done(engine.saldo.importFacts([{ ...reading('h-1', '2026-05', '1'), id: 'low' }, withdrawn]));
    const series = await done(engine.saldo.series('old-h-1'));
    expect(series.total[0]?.turnover?.paid).toBe(500_00);
    const whole = await done(engine.saldo.series('h-1-A', { to: '2026-06' }));
    expect(whole.readings.map(({ fact, verdict, month }) => [fact, verdict, month])).toEqual([
      ['h-1-2026-04', 'withdrawn', '2026-04'],
      ['low', 'held', '2026-05'],
    ]);
  });

  it('of an account without bills are empty, and a wrong request is refused', async () => {
    const engine = await imported();
    expect(await done(engine.saldo.series('h-1-A'))).toMatchObject({ from: null, to: null, services: [], total: [] });
    expect(await codes(engine.saldo.series('nobody'))).toEqual(['account-unknown']);
    expect(await codes(engine.saldo.series('h-1-A', { from: '2026-02', to: '2026-01' }))).toEqual(['interval-empty']);
    expect(await codes(engine.saldo.series('h-1-A', { by: 'week' as 'year' }))).toEqual(['not-one-of']);
  });
});
