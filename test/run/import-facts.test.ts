import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codes, done, given, imported, smallHouse } from './given';
import { at, common, house, paymentFact, reading } from './small-house';

describe('facts that are imported', () => {
  it('go to their houses, and tariffs, normatives and providers to none', async () => {
    const { saldo, store } = given();
    expect(await done(saldo.importFacts([...common, ...smallHouse('h1'), ...smallHouse('h2')]))).toMatchObject({
      repeated: false,
      houses: ['h1', 'h2'],
      intoClosed: [],
    });
    const scopes = new Map((await store.factsOf('h1')).map(({ record, scope }) => [record.id, scope]));
    expect([
      scopes.get('uk'),
      scopes.get('tariff-cw'),
      scopes.get('h1'),
      scopes.get('h1-1-m'),
      scopes.get('h1-1-2025-09'),
      scopes.get('h2'),
    ]).toEqual(['', '', 'h1', 'h1', 'h1', undefined]);
  });

  it('find the house of a known meter and account, whether they are told the house or not', async () => {
    for (const options of [undefined, { house: 'h2' }]) {
      const { saldo, store } = given();
      await done(saldo.importFacts([...common, ...house('h1'), ...house('h2')]));
      expect(
        await done(saldo.importFacts([reading('h2-1', '2026-01', '3'), paymentFact('p', 'old-h2-2', '10.00', '2026-01-05')], options)),
      ).toMatchObject({ houses: ['h2'] });
      expect((await store.factsOf('h2')).filter(({ scope }) => scope === 'h2').map(({ record }) => record.id)).toEqual(
        expect.arrayContaining(['p', 'h2-1-2026-01']),
      );
    }
  });

  it('keep the house of what they supersede', async () => {
    const { saldo, store } = await imported();
    const [first] = house('h');
    await done(saldo.importFacts([{ ...first, id: 'h-v2', supersedes: 'h', address: 'ул. Садовая, 1а' }]));
    await done(saldo.importFacts([{ ...first, id: 'h-v3', supersedes: 'h-v2', address: 'ул. Садовая, 1б' }]));
    expect((await store.factsOf('h')).filter(({ scope, record }) => scope === 'h' && record.kind === 'house')).toHaveLength(3);
    expect((await done(saldo.saldoSheet({ house: 'h', month: '2026-01' }))).address).toBe('ул. Садовая, 1б');
  });

  it('became known when they counted from, not later than now, and now when their month is closed', async () => {
    const { saldo, store, clock } = await imported();
    const known = async (id: string): Promise<string | undefined> =>
      (await store.factsOf('h')).find(({ record }) => record.id === id)?.knownAt;
    expect(await known('h-1-2025-09')).toBe('2025-09-01T00:00:00.000Z');
    expect(await known('h-1-2026-04')).toMatch(/^2026-01-05T09/);
    clock.set(at('2026-02-02'));
    await done(saldo.billMonth({ house: 'h', month: '2026-01' }));
    await done(saldo.closeMonth({ house: 'h', month: '2026-01', by: 'бухгалтер' }));
    clock.set(at('2026-02-20'));
    const late = await done(
      saldo.importFacts([
        { kind: 'resident', id: 'r-new', premises: 'h-1', person: 'p2', from: '2025-06-01' },
        { ...reading('h-1', '2026-02', '24'), id: 'again', supersedes: 'h-1-2026-02', knownAt: '2026-02-21T00:00:00.000Z' },
      ]),
    );
    expect(late.intoClosed).toEqual([{ id: 'r-new', house: 'h', month: '2025-06' }]);
    expect(await known('r-new')).toMatch(/^2026-02-20T09/);
    expect(await known('again')).toBe('2026-02-21T00:00:00.000Z');
  });

  it('count only once they are known', async () => {
    const { saldo, clock } = await imported();
    clock.set(at('2026-02-02'));
    const before = await done(saldo.billMonth({ house: 'h', month: '2026-01' }));
    await done(
      saldo.importFacts([
        { ...reading('h-1', '2026-01', '21'), id: 'fixed', supersedes: 'h-1-2026-01', knownAt: '2026-02-10T00:00:00.000Z' },
      ]),
    );
    expect(await done(saldo.billMonth({ house: 'h', month: '2026-01' }))).toMatchObject({ repeated: true, total: before.total });
    clock.set(at('2026-02-11'));
    expect(await done(saldo.billMonth({ house: 'h', month: '2026-01' }))).toMatchObject({ repeated: false, version: 2, difference: 50_00 });
  });
});

describe('an import with a mistake writes nothing', () => {
  const refused = async (records: readonly unknown[]): Promise<readonly string[]> => {
    const { saldo, store } = await imported();
    const before = await store.factsOf('h');
    const found = await codes(saldo.importFacts(records));
    expect(await store.factsOf('h')).toEqual(before);
    expect(await store.houses(null, 10)).toEqual(['h']);
    return found;
  };

  it.each([
    ['a number with a comma', [{ ...reading('h-1', '2026-05', '12,5') }], ['number-format']],
    ['a number with an exponent', [{ ...reading('h-1', '2026-05', '1e1000000') }], ['number-format']],
    ['a day that is not in the calendar', [{ ...reading('h-1', '2026-05', '1'), takenOn: '2026-02-30' }], ['day-not-in-calendar']],
    ['a payment of nothing', [paymentFact('p', 'h-1-A', '0.00', '2026-02-01')], ['payment-not-positive']],
    ['a negative payment', [paymentFact('p', 'h-1-A', '-1.00', '2026-02-01')], ['payment-not-positive']],
    ['an id twice', [paymentFact('p', 'h-1-A', '1.00', '2026-02-01'), paymentFact('p', 'h-1-A', '2.00', '2026-02-01')], ['duplicate-fact']],
    ['an id that is there with other content', [reading('h-1', '2026-01', '999')], ['duplicate-fact']],
    ['a reading of an unknown meter', [reading('nowhere', '2026-01', '1')], ['unknown-reference']],
    ['a payment to an unknown account', [paymentFact('p', 'nobody', '1.00', '2026-02-01')], ['unknown-reference']],
    ['a reading of an unknown register', [{ ...reading('h-1', '2026-05', '1'), zone: 'T2' }], ['register-unknown']],
    [
      'a resident before birth',
      [{ kind: 'resident', id: 'r', premises: 'h-1', person: 'p9', from: '2020-01-01', born: '2021-01-01' }],
      ['resident-before-birth'],
    ],
    [
      'overlapping meters',
      [
        {
          kind: 'meter',
          id: 'm',
          premises: 'h-1',
          service: 'coldWater',
          serial: '2',
          commissionedOn: '2026-01-10',
          registers: [{ initial: '0' }],
        },
      ],
      ['meters-overlap'],
    ],
    ['a house that supersedes nothing known', [{ ...house('h')[0], id: 'x', supersedes: 'nothing' }], ['unknown-reference']],
    [
      'facts that supersede each other in a circle',
      [
        { ...house('h')[0], id: 'x', supersedes: 'y' },
        { ...house('h')[0], id: 'y', supersedes: 'x' },
      ],
      ['supersedes-cycle', 'supersedes-cycle'],
    ],
    [
      'a reading that supersedes a reading of another meter',
      [{ ...reading('h-2', '2026-01', '22'), id: 'x', supersedes: 'h-1-2026-01' }],
      ['supersedes-other-meter'],
    ],
    ['an unknown kind', [{ kind: 'garage', id: 'x' }], ['not-one-of']],
    ['a key of a prototype', [JSON.parse('{"kind":"provider","id":"x","name":"И","__proto__":{"admin":true}}')], ['field-unknown']],
    ['no record at all', ['text', null, 5, []], ['wrong-type', 'wrong-type', 'wrong-type', 'wrong-type']],
  ])('%s', async (_what, records, expected) => {
    expect(await refused(records)).toEqual(expected);
  });

  it('an account number that another house has', async () => {
    const { saldo, store } = await imported();
    const other = house('g').map((record) =>
      'number' in record && record.kind === 'account' && record.id === 'g-1-account' ? { ...record, aliases: ['h-1-A'] } : record,
    );
    expect(await codes(saldo.importFacts(other))).toEqual(['account-in-two-houses']);
    expect(await store.houses(null, 10)).toEqual(['h']);
  });

  it('whatever it is told, it answers and does not throw', async () => {
    const { saldo } = await imported();
    const hostile = fc.oneof(
      fc.anything({ maxDepth: 2 }),
      fc
        .constantFrom(...common, ...smallHouse())
        .chain((record) => fc.anything().map((value) => ({ ...(record as object), id: 'x', amount: value, value }))),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(hostile, { maxLength: 4 }), async (records) => {
        const answer = await saldo.importFacts(records);
        expect(typeof answer.ok).toBe('boolean');
      }),
      { numRuns: 200 },
    );
  });
});
