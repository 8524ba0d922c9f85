import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { saldoOf, stateOf } from '../../src/ledger/account-state';
import { ADVANCE } from '../../src/ledger/entry';
import { codes, done, imported } from './given';
import { at, paymentFact } from './small-house';

const saldoIn = async (engine: Awaited<ReturnType<typeof imported>>, account: string): Promise<number> =>
  saldoOf(stateOf(await engine.store.entriesOfAccount(account)));

const billed = async (more: readonly unknown[] = [], months: readonly string[] = ['2026-01']) => {
  const engine = await imported(more);
  for (const month of months) {
    engine.clock.set(at(`${month}-28`));
    await done(engine.saldo.billMonth({ house: 'h', month }));
  }
  return engine;
};

describe('a payment that is accepted', () => {
  it('makes the saldo new at once, and stands among the facts', async () => {
    const { saldo, store } = await billed();
    const payment = { account: 'old-h-1', amount: '1000.00', paidOn: '2026-02-10', receivedOn: '2026-03-01', source: 'касса' };
    const accepted = await done(saldo.acceptPayment(payment, { key: 'k-1' }));
    expect(accepted).toMatchObject({ repeated: false, house: 'h', account: 'h-1-A', saldo: 700_00 });
    expect(accepted.entries.map(({ postedIn, valueDay, month }) => [postedIn, valueDay, month])[0]).toEqual([
      '2026-03',
      '2026-02-10',
      '2026-01',
    ]);
    expect((await store.factsOf('h')).find(({ record }) => record.id === accepted.payment)?.record).toMatchObject({
      kind: 'payment',
      source: 'касса',
    });
  });

  it('is refused with its reason, and nothing is kept', async () => {
    const { saldo, store } = await billed();
    const before = await store.factsOf('h');
    const payment = { account: 'h-1-A', amount: '10.00', paidOn: '2026-02-10' };
    const refused = async (changes: object, key: unknown = 'k'): Promise<readonly string[]> =>
      codes(saldo.acceptPayment({ ...payment, ...changes }, { key: key as string }));
    expect(await refused({ account: 'nobody' })).toEqual(['account-unknown']);
    for (const amount of ['0', '0.00', '-5.00']) expect(await refused({ amount })).toEqual(['payment-not-positive']);
    expect(await refused({ amount: '10,00' })).toEqual(['number-format']);
    expect(await refused({ amount: '1e3' })).toEqual(['number-format']);
    expect(await refused({ amount: 10 })).toEqual(['wrong-type']);
    expect(await refused({ amount: '10.001' })).toEqual(['number-too-many-decimals']);
    expect(await refused({ paidOn: '2026-02-30' })).toEqual(['day-not-in-calendar']);
    expect(await refused({ source: '\u202eоплата' })).toEqual(['text-format']);
    expect(await refused({ tip: '1' })).toEqual(['field-unknown']);
    expect(await refused({ id: 'mine', supersedes: 'nope', withdrawn: true })).toEqual(['field-unknown', 'field-unknown', 'field-unknown']);
    for (const key of ['', 'k'.repeat(201), null, 5]) expect(await refused({}, key)).toEqual(['key-format']);
    expect(await store.factsOf('h')).toEqual(before);
  });

  it('under the key of another payment is refused', async () => {
    const { saldo } = await billed();
    await done(saldo.acceptPayment({ account: 'h-1-A', amount: '10.00', paidOn: '2026-02-10' }, { key: 'k' }));
    expect(await codes(saldo.acceptPayment({ account: 'h-1-A', amount: '11.00', paidOn: '2026-02-10' }, { key: 'k' }))).toEqual([
      'idempotency-conflict',
    ]);
  });

  it('with others at the same moment never credits a debt twice', async () => {
    const { saldo, store } = await billed();
    await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        done(saldo.acceptPayment({ account: 'h-1-A', amount: '300.00', paidOn: '2026-02-10' }, { key: `k-${i % 6}` })),
      ),
    );
    const state = stateOf(await store.entriesOfAccount('h-1-A'));
    expect(saldoOf(state)).toBe(1700_00 - 6 * 300_00);
    expect(state.buckets.every((bucket) => bucket.service === ADVANCE)).toBe(true);
  });

  it('that came in a later month is taken there by a charge of an earlier one: the debt of January stays in its sheet', async () => {
    const { saldo, store, clock } = await billed();
    await done(saldo.acceptPayment({ account: 'h-1-A', amount: '5000.00', paidOn: '2026-03-05' }, { key: 'k' }));
    clock.set(at('2026-03-10'));
    await done(saldo.billMonth({ house: 'h', month: '2026-02' }));
    const entries = await store.entriesOfAccount('h-1-A');
    expect(stateOf(entries.filter((entry) => entry.postedIn <= '2026-02')).buckets.every((bucket) => bucket.amount > 0)).toBe(true);
    // 3 300,00 over 1 500,00 and 200,00 of the bill of January, less the bill of February.
    expect(stateOf(entries).buckets.map(({ provider, service, amount }) => [provider, service, amount])).toEqual([
      ['uk', 'advance', 1500_00 - 2911_76],
      ['vk', 'advance', 200_00 - 388_24],
    ]);
  });
});

describe('payments and opening saldi among the facts', () => {
  it('that are withdrawn after they were posted are taken back, and the account is as it would be without them', async () => {
    const engine = await billed([paymentFact('p', 'h-1-A', '2000.00', '2026-01-15')]);
    expect(await saldoIn(engine, 'h-1-A')).toBe(1700_00 - 2000_00);
    await done(
      engine.saldo.importFacts([
        { ...paymentFact('p-b', 'h-1-A', '2000.00', '2026-01-15'), supersedes: 'p', withdrawn: true, by: 'банк', why: 'ошибочный' },
      ]),
    );
    expect(await done(engine.saldo.postMoney({ house: 'h', through: '2026-01' }))).toMatchObject({
      takenBack: 1,
      payments: 0,
      amount: 2000_00,
    });
    expect(await saldoIn(engine, 'h-1-A')).toBe(1700_00);
    expect(await done(engine.saldo.postMoney({ house: 'h', through: '2026-01' }))).toMatchObject({ takenBack: 0, amount: 0 });
    const book = await done(engine.saldo.accountBook('h-1-A'));
    expect(book.months.flatMap(({ payments }) => payments.map(({ amount, cancels }) => [amount, cancels]))).toEqual([
      [2000_00, false],
      [-2000_00, true],
    ]);
  });

  it('that are corrected, and corrected back, are credited as they stand, each time with entries of their own', async () => {
    const engine = await billed([paymentFact('p', 'h-1-A', '100.00', '2026-02-01')]);
    const correct = async (id: string, before: string, account: string, amount: string): Promise<void> => {
      await done(engine.saldo.importFacts([{ ...paymentFact(id, account, amount, '2026-02-01'), supersedes: before }]));
      await done(engine.saldo.postMoney({ house: 'h', through: '2026-02' }));
    };
    await done(engine.saldo.postMoney({ house: 'h', through: '2026-02' }));
    expect(await saldoIn(engine, 'h-1-A')).toBe(1600_00);
    await correct('p2', 'p', 'h-1-A', '150.00');
    expect(await saldoIn(engine, 'h-1-A')).toBe(1550_00);
    await correct('p3', 'p2', 'h-2-A', '150.00');
    expect([await saldoIn(engine, 'h-1-A'), await saldoIn(engine, 'h-2-A')]).toEqual([1700_00, 1250_00]);
    await correct('p4', 'p3', 'h-1-A', '100.00');
    expect([await saldoIn(engine, 'h-1-A'), await saldoIn(engine, 'h-2-A')]).toEqual([1600_00, 1400_00]);
    const ids = (await engine.store.entriesOfHouse('h')).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('bring an old saldo in, and the difference when it is corrected, moved or withdrawn', async () => {
    const opening = (id: string, account: string, amount: string, more: object = {}) => ({
      kind: 'openingSaldo',
      id,
      account,
      service: 'coldWater',
      provider: 'vk',
      month: '2025-11',
      amount,
      ...more,
    });
    const engine = await billed([opening('o', 'h-1-A', '50.00')]);
    const post = (facts: readonly unknown[]) =>
      done(engine.saldo.importFacts(facts)).then(() => done(engine.saldo.postMoney({ house: 'h', through: '2026-01' })));
    expect(await saldoIn(engine, 'h-1-A')).toBe(1750_00);
    await post([opening('o2', 'h-1-A', '-20.00', { supersedes: 'o' })]);
    expect(await saldoIn(engine, 'h-1-A')).toBe(1680_00);
    await post([opening('o3', 'h-2-A', '-20.00', { supersedes: 'o2' })]);
    expect([await saldoIn(engine, 'h-1-A'), await saldoIn(engine, 'h-2-A')]).toEqual([1700_00, 1380_00]);
    await post([opening('o4', 'h-2-A', '-20.00', { supersedes: 'o3', withdrawn: true })]);
    expect(await saldoIn(engine, 'h-2-A')).toBe(1400_00);
  });

  it('wait for their month', async () => {
    const engine = await billed([paymentFact('p', 'h-1-A', '100.00', '2026-02-01')]);
    expect(await saldoIn(engine, 'h-1-A')).toBe(1700_00);
    expect(await done(engine.saldo.postMoney({ house: 'h', through: '2026-02' }))).toMatchObject({ payments: 1, amount: -100_00 });
  });

  it('end in the same saldo in whatever order they came and were posted', async () => {
    const amounts = fc.array(fc.tuple(fc.integer({ min: 1, max: 400_000 }), fc.integer({ min: 1, max: 28 })), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(amounts, fc.nat(), async (payments, seed) => {
        const engine = await billed();
        const order = payments.map((payment, index) => ({ payment, index, key: (index * 7919 + seed) % 13 })).sort((a, b) => a.key - b.key);
        for (const { payment, index } of order) {
          const [amount, day] = payment;
          const paidOn = `2026-02-${String(day).padStart(2, '0')}`;
          await done(engine.saldo.importFacts([paymentFact(`p-${index}`, 'h-1-A', (amount / 100).toFixed(2), paidOn)]));
          if (index % 2 === 0) await done(engine.saldo.postMoney({ house: 'h', through: '2026-02' }));
        }
        await done(engine.saldo.billMonth({ house: 'h', month: '2026-02' }));
        expect(await saldoIn(engine, 'h-1-A')).toBe(2 * 1700_00 - payments.reduce((sum, [amount]) => sum + amount, 0));
      }),
      { numRuns: 20 },
    );
  });
});
