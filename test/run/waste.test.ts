import { describe, expect, it } from 'vitest';
import { done, given } from './given';
import { at } from './small-house';

const ACT = 'Приказ № 5';
const absence = (id: string, from: string, to: string, appliedOn: string) => ({
  kind: 'absence',
  id,
  premises: 'kv-1',
  person: 'petrov',
  from,
  to,
  appliedOn,
  documents: [{ what: 'билеты' }],
});

/** One flat with two people, a normative of 2.196 m³ a year at 641 roubles, a year counted anew by what was removed. */
const HOUSE = [
  { kind: 'house', id: 'h', address: 'ул. Проверочная, 1', region: 'test', billedSince: '2025-10' },
  { kind: 'provider', id: 'ro', name: 'Региональный оператор' },
  { kind: 'premises', id: 'kv-1', house: 'h', number: '1', type: 'dwelling', areas: [{ from: '2020-01-01', value: '50' }] },
  { kind: 'account', id: 'a-1', number: '1', premises: 'kv-1', from: '2020-01-01' },
  { kind: 'resident', id: 'r-1', premises: 'kv-1', person: 'petrov', from: '2020-01-01' },
  { kind: 'resident', id: 'r-2', premises: 'kv-1', person: 'petrova', from: '2020-01-01' },
  {
    kind: 'tariff',
    id: 't',
    code: 'tko',
    title: 'ТКО',
    unit: 'RUB/m3',
    reviewedThrough: '2026-12-31',
    entries: [{ from: '2020-01-01', value: '641', act: ACT }],
  },
  {
    kind: 'normative',
    id: 'n',
    code: 'tko.person',
    title: 'Норматив накопления',
    unit: 'm3/person-year',
    reviewedThrough: '2026-12-31',
    entries: [{ from: '2020-01-01', value: '2.196', act: ACT }],
  },
  {
    kind: 'service',
    id: 's',
    house: 'h',
    service: 'waste',
    provider: 'ro',
    from: '2020-01-01',
    tariff: 'tko',
    waste: {
      basis: [{ from: '2020-01-01', by: 'person', normative: 'tko.person', act: ACT }],
      yearly: [{ from: '2025-01-01', by: 'containersPerson', act: ACT }],
    },
  },
  ...['2025-10', '2025-11', '2025-12'].map((month) => ({
    kind: 'wasteRemoval',
    id: `v-${month}`,
    house: 'h',
    month,
    volume: '33',
    otherResidents: 178,
    source: 'Ведомость',
  })),
];

const CONTAINERS = {
  ...HOUSE.find((one) => (one as { id: string }).id === 's'),
  id: 's-2',
  waste: { basis: [{ from: '2020-01-01', by: 'containersPerson', act: ACT }] },
};

const MONTHS = ['2025-10', '2025-11', '2025-12', '2026-01', '2026-02'] as const;
const NEXT: Readonly<Record<string, string>> = {
  '2025-10': '2025-11',
  '2025-11': '2025-12',
  '2025-12': '2026-01',
  '2026-01': '2026-02',
  '2026-02': '2026-03',
};

const start = async (...more: readonly unknown[]) => {
  const engine = given();
  engine.clock.set(at('2025-10-02'));
  await done(engine.saldo.importFacts([...HOUSE, ...more]));
  const bill = async (month: string, day = '02') => {
    engine.clock.set(at(`${NEXT[month]}-${day}`));
    return done(engine.saldo.billMonth({ house: 'h', month }));
  };
  const linesOf = async (month: string) =>
    ((await engine.store.billsOf('h', month as never))[0]?.lines ?? []).map(
      ({ kind, month: of, basis, amount }) => `${kind} ${of} ${basis} ${amount}`,
    );
  return { ...engine, bill, linesOf };
};

describe('waste over a store', () => {
  it('counts the year anew once, however often the month is billed', async () => {
    const { bill, linesOf } = await start();
    for (const month of MONTHS.slice(0, 4)) await bill(month);
    // 3 × 33 × 2 / 180 × 641 = 705,10; 3 × 234,61 = 703,83
    expect(await linesOf('2026-01')).toEqual(['charge 2026-01 wastePerson 23461', 'adjustment 2025-12 wasteYearly 127']);
    expect(await bill('2026-01', '03')).toMatchObject({ repeated: true, version: 1, difference: 0 });
    await bill('2026-02');
    expect(await linesOf('2026-02')).toEqual(['charge 2026-02 wastePerson 23461']);
  });

  it('posts an absence that was told after its months were closed, and leaves the year as it was counted', async () => {
    const { saldo, bill, linesOf } = await start();
    for (const month of MONTHS.slice(0, 4)) {
      await bill(month);
      await done(saldo.closeMonth({ house: 'h', month, by: 'бухгалтер' }));
    }
    // 12 of 31 days: 2,196 / 12 × 12 / 31 × 641 = 45,41
    const told = await done(saldo.importFacts([absence('away', '2025-12-10', '2025-12-23', '2026-01-20')]));
    expect(told.intoClosed.length).toBe(1);
    await bill('2026-02');
    expect(await linesOf('2026-01')).toEqual(['charge 2026-01 wastePerson 23461', 'adjustment 2025-12 wasteYearly 127']);
    expect(await linesOf('2026-02')).toEqual(['charge 2026-02 wastePerson 23461', 'adjustment 2025-12 wastePerson -4541']);
  });

  it('takes an absence that is told in the posting month off both what was charged and what was removed', async () => {
    const { saldo, bill, linesOf } = await start();
    for (const month of MONTHS.slice(0, 3)) {
      await bill(month);
      await done(saldo.closeMonth({ house: 'h', month, by: 'бухгалтер' }));
    }
    await done(saldo.importFacts([absence('away', '2025-12-10', '2025-12-23', '2026-01-20')]));
    await bill('2026-01');
    // removed: (2 × 0,3666667 + 0,3666667 − 33 × 12 / 5580 = 0,0709677) × 641 = 659,61; charged 703,83 − 45,41 = 658,42
    expect(await linesOf('2026-01')).toEqual([
      'charge 2026-01 wastePerson 23461',
      'adjustment 2025-12 wastePerson -4541',
      'adjustment 2025-12 wasteYearly 119',
    ]);
    expect(await bill('2026-01', '03')).toMatchObject({ repeated: true });
    await done(saldo.closeMonth({ house: 'h', month: '2026-01', by: 'бухгалтер' }));
    // 31.12 is over: from 28.12 on three full days of December, and five of January
    await done(
      saldo.importFacts([{ ...absence('away-2', '2025-12-28', '2026-01-06', '2026-01-30'), appliedOn: '2026-02-02', person: 'petrova' }]),
    );
    await bill('2026-02');
    expect(await linesOf('2026-02')).toEqual([
      'charge 2026-02 wastePerson 23461',
      'adjustment 2025-12 wastePerson -1135',
      'adjustment 2026-01 wastePerson -1892',
    ]);
  });

  it.each([
    // 8 of 31 days: 2,196 / 12 × 8 / 31 × 641 = 30,27
    ['shortened', { to: '2025-10-19' }, 'adjustment 2025-10 wastePerson 1514'],
    ['withdrawn', { withdrawn: true }, 'adjustment 2025-10 wastePerson 4541'],
  ])('settles a closed month whose absence is %s later, once', async (_, change, line) => {
    const told = absence('away', '2025-10-10', '2025-10-23', '2025-10-30');
    const { saldo, bill, linesOf } = await start(told);
    await bill('2025-10');
    expect(await linesOf('2025-10')).toEqual(['charge 2025-10 wastePerson 23461', 'reduction 2025-10 absence -4541']);
    await done(saldo.closeMonth({ house: 'h', month: '2025-10', by: 'бухгалтер' }));
    await done(saldo.importFacts([{ ...told, ...change, id: 'away-2', supersedes: 'away', by: 'бухгалтер', why: 'билеты' }]));
    await bill('2025-11');
    expect(await linesOf('2025-11')).toEqual(['charge 2025-11 wastePerson 23461', line]);
    expect(await bill('2025-11', '03')).toMatchObject({ repeated: true });
    await done(saldo.closeMonth({ house: 'h', month: '2025-11', by: 'бухгалтер' }));
    await bill('2025-12');
    expect(await linesOf('2025-12')).toEqual(['charge 2025-12 wastePerson 23461']);
  });

  it('charges a closed month anew by the containers that were counted wrong', async () => {
    const { saldo, bill, linesOf } = await start({ ...CONTAINERS, supersedes: 's', by: 'бухгалтер', why: 'по контейнерам' });
    await bill('2025-10');
    // 33 × 2 / 180 = 0,3666667 × 641 = 235,03; 30 × 2 / 180 = 0,3333333 × 641 = 213,67
    expect(await linesOf('2025-10')).toEqual(['charge 2025-10 wasteContainersPerson 23503']);
    await done(saldo.closeMonth({ house: 'h', month: '2025-10', by: 'бухгалтер' }));
    const mended = { ...HOUSE.find((one) => (one as { id: string }).id === 'v-2025-10'), id: 'v-2', volume: '30', supersedes: 'v-2025-10' };
    await done(saldo.importFacts([{ ...mended, by: 'бухгалтер', why: 'ведомость' }]));
    await bill('2025-11');
    expect(await linesOf('2025-11')).toEqual([
      'charge 2025-11 wasteContainersPerson 23503',
      'adjustment 2025-10 wasteContainersPerson -2136',
    ]);
  });
});
