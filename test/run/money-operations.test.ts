import { describe, expect, it } from 'vitest';
import { monthlyBalances } from './balances';
import { codes, done, imported } from './given';
import { at } from './small-house';

/** January billed: the first flat owes 1 500,00 to uk and 200,00 to vk, the second and the third as much by their areas. */
const billed = async () => {
  const engine = await imported();
  engine.clock.set(at('2026-02-01'));
  await done(engine.saldo.billMonth({ house: 'h', month: '2026-01' }));
  engine.clock.set(at('2026-02-10'));
  return engine;
};
const balances = async ({ store }: Awaited<ReturnType<typeof billed>>, account = 'h-1-A') =>
  monthlyBalances(await store.entriesOfAccount(account));

describe('a payment that is checked before money is taken', () => {
  it('tells where it would lie; the payment itself then lies there', async () => {
    const engine = await billed();
    const payment = { account: 'old-h-1', amount: '1750.00', paidOn: '2026-02-10' };
    const quote = await done(engine.saldo.checkPayable(payment));
    expect(quote).toMatchObject({ house: 'h', account: 'h-1-A', saldo: 1700_00, advance: 50_00, after: -50_00, postedIn: '2026-02' });
    expect(await balances(engine)).toEqual(['2026-01 uk maintenance 150000', '2026-01 vk coldWater 20000']);
    const { entries, saldo } = await done(engine.saldo.acceptPayment(payment, { key: 'k' }));
    expect(entries.map(({ provider, service, month, amount }) => ({ provider, service, month, amount: -amount }))).toEqual(
      expect.arrayContaining([...quote.parts]),
    );
    expect([entries.length, saldo]).toEqual([quote.parts.length, quote.after]);
  });

  it('is refused as the payment would be, and for a day to come', async () => {
    const { saldo } = await billed();
    const check = (more: object) => codes(saldo.checkPayable({ account: 'h-1-A', amount: '1.00', paidOn: '2026-02-10', ...more }));
    expect(await check({ account: 'nobody' })).toEqual(['account-unknown']);
    expect(await check({ amount: '0.00' })).toEqual(['payment-not-positive']);
    expect(await check({ provider: 'nobody' })).toEqual(['unknown-reference']);
    expect(await check({ paidOn: '2026-02-12' })).toEqual(['payment-in-future']);
    expect(await check({ paidOn: '2026-02-11' })).toEqual([]);
  });
});

describe('a refund', () => {
  const request = { account: 'h-1-A', provider: 'vk', amount: '30.00', on: '2026-02-10', document: 'заявление № 1' };

  it('takes an advance of its creditor, once; what is left waits for the next bill', async () => {
    const engine = await billed();
    await done(engine.saldo.acceptPayment({ account: 'h-1-A', amount: '250.00', paidOn: '2026-02-05', provider: 'vk' }, { key: 'p' }));
    const first = await done(engine.saldo.refund(request, { key: 'r' }));
    expect(first).toMatchObject({ repeated: false, saldo: 1500_00 - 20_00 });
    expect(await done(engine.saldo.refund(request, { key: 'r' }))).toMatchObject({
      repeated: true,
      refund: first.refund,
      saldo: first.saldo,
    });
    expect(await balances(engine)).toEqual(['2026-01 uk maintenance 150000', '2026-02 vk advance -2000']);
    expect(await done(engine.saldo.postMoney({ house: 'h', through: '2026-02' }))).toMatchObject({ refunds: 0, amount: 0 });
    const book = await done(engine.saldo.accountBook('h-1-A'));
    expect(book.months.map(({ paid, refunded, closing }) => [paid, refunded, closing])).toEqual([
      [0, 0, 1700_00],
      [250_00, 30_00, 1480_00],
    ]);
    expect(await codes(engine.saldo.refund({ ...request, amount: '31.00' }, { key: 'r' }))).toEqual(['idempotency-conflict']);
  });

  it('is never more than the creditor holds, on its day and now', async () => {
    const engine = await billed();
    await done(engine.saldo.acceptPayment({ account: 'h-1-A', amount: '250.00', paidOn: '2026-02-05', provider: 'vk' }, { key: 'p' }));
    const refused = (more: object) => codes(engine.saldo.refund({ ...request, ...more }, { key: 'x' }));
    expect(await refused({ amount: '50.01' })).toEqual(['refund-above-advance']);
    expect(await refused({ on: '2026-02-04' })).toEqual(['refund-above-advance']);
    expect(await refused({ provider: 'uk' })).toEqual(['refund-above-advance']);
    expect(await refused({ amount: '-1.00' })).toEqual(['payment-not-positive']);
    expect(await refused({ account: 'nobody' })).toEqual(['account-unknown']);
    expect((await engine.store.factsOf('h')).some(({ record }) => record.kind === 'refund')).toBe(false);
  });

  it('among the facts is posted with the money of its month, and taken back when it is withdrawn', async () => {
    const engine = await billed();
    await done(engine.saldo.acceptPayment({ account: 'h-1-A', amount: '250.00', paidOn: '2026-02-05', provider: 'vk' }, { key: 'p' }));
    const before = await balances(engine);
    const fact = { kind: 'refund', id: 'r', ...request };
    await done(engine.saldo.importFacts([fact]));
    expect(await done(engine.saldo.postMoney({ house: 'h', through: '2026-02' }))).toMatchObject({ refunds: 1, amount: 30_00 });
    await done(engine.saldo.importFacts([{ ...fact, id: 'r2', supersedes: 'r', withdrawn: true, by: 'бухгалтер', why: 'не выплачен' }]));
    await done(engine.saldo.postMoney({ house: 'h', through: '2026-02' }));
    expect(await balances(engine)).toEqual(before);
  });
});

describe('money whose account nobody knows', () => {
  const money = { told: 'кв. 1, Иванов', amount: '200.00', paidOn: '2026-02-03', source: 'банк' };

  it('waits in suspense, and is credited from its day when somebody finds whose it is', async () => {
    const engine = await billed();
    const { saldo } = engine;
    const { payment } = await done(saldo.suspendPayment(money, { key: 's' }));
    expect(await done(saldo.suspendPayment(money, { key: 's' }))).toEqual({ repeated: true, payment });
    expect(await done(saldo.suspense())).toMatchObject({ payments: [{ told: 'кв. 1, Иванов' }], total: 200_00 });
    const found = { payment, account: 'old-h-1', by: 'оператор', why: 'звонок плательщика' };
    const credited = await done(saldo.identifyPayment(found, { key: 'i' }));
    expect(credited).toMatchObject({ repeated: false, account: 'h-1-A', saldo: 1500_00 });
    expect(credited.entries.every(({ valueDay }) => valueDay === ('2026-02-03' as never))).toBe(true);
    expect(await done(saldo.suspense())).toEqual({ payments: [], total: 0 });
    expect(await done(saldo.identifyPayment(found, { key: 'i' }))).toMatchObject({ repeated: true, saldo: 1500_00 });
    // A month goes on with a fact of no house in the store.
    engine.clock.set(at('2026-03-01'));
    await done(saldo.billMonth({ house: 'h', month: '2026-02' }));
  });

  it('is somebody else’s only once, and nothing is half done', async () => {
    const { saldo, store } = await billed();
    const { payment } = await done(saldo.suspendPayment(money, { key: 's' }));
    await done(saldo.identifyPayment({ payment, account: 'h-1-A', by: 'о', why: 'п' }, { key: 'i' }));
    expect(await codes(saldo.identifyPayment({ payment, account: 'h-2-A', by: 'о', why: 'п' }, { key: 'j' }))).toEqual([
      'supersedes-twice',
    ]);
    expect((await store.entriesOfAccount('h-2-A')).some(({ kind }) => kind === 'payment')).toBe(false);
    expect(await codes(saldo.identifyPayment({ payment: 'none', account: 'h-1-A', by: 'о', why: 'п' }, { key: 'k' }))).toEqual([
      'payment-not-suspended',
    ]);
    expect(await codes(saldo.identifyPayment({ payment, account: 'nobody', by: 'о', why: 'п' }, { key: 'k' }))).toEqual([
      'account-unknown',
    ]);
    expect(await codes(saldo.suspendPayment({ ...money, amount: '0' }, { key: 'z' }))).toEqual(['payment-not-positive']);
  });
});

describe('one payment for several accounts', () => {
  const shared = (total: string, ...parts: readonly (readonly [string, string])[]) => ({
    total,
    paidOn: '2026-02-05',
    source: 'портал',
    parts: parts.map(([account, amount]) => ({ account, amount })),
  });

  it('is credited to each, once', async () => {
    const { saldo, store } = await billed();
    const payment = shared('1000.00', ['old-h-1', '700.00'], ['h-2-A', '300.00']);
    const accepted = await done(saldo.acceptPayments(payment, { key: 'k' }));
    expect([accepted.total, ...accepted.parts.map(({ account, repeated }) => [account, repeated])]).toEqual([
      1000_00,
      ['h-1-A', false],
      ['h-2-A', false],
    ]);
    expect((await done(saldo.acceptPayments(payment, { key: 'k' }))).parts.map(({ repeated }) => repeated)).toEqual([true, true]);
    const paid = (await store.entriesOfHouse('h')).filter(({ kind }) => kind === 'payment').reduce((sum, { amount }) => sum - amount, 0);
    expect(paid).toBe(1000_00);
  });

  it('is refused whole: an account nobody knows, parts that are not the total', async () => {
    const { saldo, store } = await billed();
    expect(await codes(saldo.acceptPayments(shared('3.00', ['h-1-A', '1.00'], ['x', '1.00'], ['y', '1.00']), { key: 'k' }))).toEqual([
      'account-unknown',
      'account-unknown',
    ]);
    expect(await codes(saldo.acceptPayments(shared('3.00', ['h-1-A', '1.00'], ['h-2-A', '1.00']), { key: 'k' }))).toEqual([
      'payment-parts-sum',
    ]);
    expect((await store.factsOf('h')).some(({ record }) => record.kind === 'payment')).toBe(false);
  });
});
