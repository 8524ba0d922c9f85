import { describe, expect, it } from 'vitest';
import { asKopecks } from '../../../src/kernel/money';
import { codes, done } from '../given';
import { at } from '../small-house';
import { DAY_MS, deliver, order, paidInJournal, SUM, world } from './given-payments';

const SETTLE = { abandonAfterMs: DAY_MS };

describe('a payment through a gateway', () => {
  it('is asked for, told of, and stands in the journal once', async () => {
    const given = await world();
    const { action, intent } = await done(given.payments.start(order('o-1')));
    expect([action?.kind, intent.status, intent.house]).toEqual(['redirect', 'created', 'h']);
    expect(await paidInJournal(given.store)).toBe(0);
    await given.sandbox.pay('o-1');
    expect(await deliver(given)).toEqual(['taken', 'taken']);
    expect(await given.intents.find('o-1')).toMatchObject({ status: 'succeeded', paidOn: '2026-01-20', settled: true, incidents: [] });
    expect(await paidInJournal(given.store)).toBe(SUM);
    expect(await done(given.payments.settlePending(SETTLE))).toMatchObject({ asked: 0 });
  });

  it.each([
    ['twice', ['taken', 'repeated', 'taken', 'repeated']],
    ['reversed', ['taken', 'taken']],
    ['never', []],
  ] as const)('whose notifications come %s is posted once in the end', async (delivery, outcomes) => {
    const given = await world();
    given.sandbox.script('o-1', { delivery });
    await done(given.payments.start(order('o-1')));
    await given.sandbox.pay('o-1');
    expect([...(await deliver(given))].sort()).toEqual([...outcomes].sort());
    await done(given.payments.settlePending(SETTLE));
    expect(await paidInJournal(given.store)).toBe(SUM);
    expect((await given.intents.find('o-1'))?.settled).toBe(true);
  });

  it('told of before the answer of create is posted, and the answer changes nothing', async () => {
    const given = await world();
    given.sandbox.script('o-1', { delivery: 'beforeAnswer' });
    given.sandbox.listen((raw) => given.payments.receive(raw));
    const { intent } = await done(given.payments.start(order('o-1')));
    expect([intent.status, intent.settled]).toEqual(['succeeded', true]);
    expect(await paidInJournal(given.store)).toBe(SUM);
  });

  it('that is declined leaves nothing in the journal', async () => {
    const given = await world();
    given.sandbox.script('o-1', { outcome: 'declined' });
    await done(given.payments.start(order('o-1')));
    await given.sandbox.pay('o-1');
    expect(await deliver(given)).toEqual(['taken']);
    expect(await given.intents.find('o-1')).toMatchObject({ status: 'failed', settled: true });
    expect(await paidInJournal(given.store)).toBe(0);
  });

  it('with 3-D Secure hands over what the bank asks for, then pays', async () => {
    const given = await world();
    given.sandbox.script('o-1', { outcome: 'secure' });
    expect((await done(given.payments.start(order('o-1')))).action?.kind).toBe('acs');
    await given.sandbox.pay('o-1');
    await deliver(given);
    expect(await paidInJournal(given.store)).toBe(SUM);
  });

  it('that is held is posted when it is captured, and not before', async () => {
    const given = await world();
    await done(given.payments.start(order('o-1', { capture: false })));
    await given.sandbox.pay('o-1');
    await deliver(given);
    expect(await paidInJournal(given.store)).toBe(0);
    expect(await done(given.payments.capture('o-1'))).toMatchObject({ status: 'succeeded', settled: true });
    expect(await deliver(given)).toEqual(['taken']);
    expect(await paidInJournal(given.store)).toBe(SUM);
    expect(await codes(given.payments.cancel('o-1'))).toEqual(['payment-state']);
  });

  it('by a saved card is charged with the token that an earlier one left', async () => {
    const given = await world();
    await done(given.payments.start(order('o-1', { saveMethod: true })));
    await given.sandbox.pay('o-1');
    await deliver(given);
    const token = (await given.intents.find('o-1'))?.savedMethod?.token ?? '';
    const { orderId, account, amount, description, capture } = order('o-2');
    const charged = await done(given.payments.start({ orderId, account, amount, description, capture, token }));
    expect(charged.intent).toMatchObject({ status: 'succeeded', settled: true });
    expect(await paidInJournal(given.store)).toBe(2 * SUM);
  });

  it('is dated by the day where the payer lives, even when it is found later', async () => {
    const given = await world();
    given.sandbox.script('o-1', { delivery: 'never' });
    await done(given.payments.start(order('o-1')));
    await given.sandbox.pay('o-1');
    given.clock.set(at('2026-01-25'));
    await done(given.payments.settlePending(SETTLE));
    expect((await given.intents.find('o-1'))?.paidOn).toBe('2026-01-20');
  });
});

describe('a start', () => {
  it.each(['lost', 'unreached'] as const)('whose answer is %s can be repeated, and takes the money once', async (answer) => {
    const given = await world();
    given.sandbox.script('o-1', { answer });
    expect(await codes(given.payments.start(order('o-1')))).toEqual(['gateway-unavailable']);
    expect((await done(given.payments.start(order('o-1')))).action?.kind).toBe('redirect');
    await given.sandbox.pay('o-1');
    await deliver(given);
    expect([given.sandbox.paid('o-1'), await paidInJournal(given.store)]).toEqual([SUM, SUM]);
  });

  it.each([true, false])('whose answer is lost is found by asking (by our own id: %s)', async (statusByOwnId) => {
    const given = await world({ caps: { statusByOwnId } });
    given.sandbox.script('o-1', { answer: 'lost', delivery: 'never' });
    expect(await codes(given.payments.start(order('o-1')))).toEqual(['gateway-unavailable']);
    await given.sandbox.pay('o-1');
    expect(await done(given.payments.settlePending(SETTLE))).toMatchObject({ settled: ['o-1'], problems: [] });
    expect(await paidInJournal(given.store)).toBe(SUM);
  });

  it('that never reached the gateway is given up after a while, and taken all the same should it be paid', async () => {
    const given = await world();
    given.sandbox.script('o-1', { answer: 'unreached' });
    await codes(given.payments.start(order('o-1')));
    expect(await done(given.payments.settlePending(SETTLE))).toMatchObject({ waiting: ['o-1'], problems: [] });
    given.clock.set(at('2026-01-22'));
    expect(await done(given.payments.settlePending(SETTLE))).toMatchObject({ settled: ['o-1'] });
    await done(given.payments.start(order('o-1')));
    await given.sandbox.pay('o-1');
    expect(await deliver(given)).toEqual(['taken', 'taken']);
    expect(await paidInJournal(given.store)).toBe(SUM);
  });

  it('that cannot be right, or of an account that is not there, is refused before the gateway hears of it', async () => {
    const given = await world();
    expect(await codes(given.payments.start({ ...order('o-1'), account: 'nobody' }))).toEqual(['account-unknown']);
    expect(await codes(given.payments.start({ ...order('o-1'), amount: asKopecks(0) }))).toEqual(['payment-not-positive']);
    expect(await given.intents.find('o-1')).toBeNull();
    await done(given.payments.start(order('o-1')));
    expect(await codes(given.payments.start({ ...order('o-1'), amount: asKopecks(1) }))).toEqual(['idempotency-conflict']);
  });
});

describe('a notification', () => {
  it('with a bad signature is refused, and the money is found by asking', async () => {
    const given = await world();
    given.sandbox.script('o-1', { delivery: 'badSignature' });
    await done(given.payments.start(order('o-1')));
    await given.sandbox.pay('o-1');
    expect(await deliver(given)).toEqual(['refused', 'refused']);
    expect(await paidInJournal(given.store)).toBe(0);
    await done(given.payments.settlePending(SETTLE));
    expect(await paidInJournal(given.store)).toBe(SUM);
  });

  it('with a wrong amount is an incident and posts nothing; the right one after it is taken', async () => {
    const given = await world();
    given.sandbox.script('o-1', { delivery: 'wrongAmount' });
    await done(given.payments.start(order('o-1')));
    await given.sandbox.pay('o-1');
    expect(await deliver(given)).toEqual(['incident', 'incident']);
    expect((await given.intents.find('o-1'))?.incidents).toEqual([
      { code: 'payment-differs', value: 'amount', facts: { expected: '100000', received: '100001' } },
    ]);
    expect(await paidInJournal(given.store)).toBe(0);
    await done(given.payments.settlePending(SETTLE));
    expect(await paidInJournal(given.store)).toBe(SUM);
  });

  it('of an order that is not ours is refused', async () => {
    const given = await world();
    const { idempotencyKey, account: _, ...request } = { idempotencyKey: 'k', ...order('o-9') };
    await given.sandbox.create({ idempotencyKey, ...request });
    await given.sandbox.pay('o-9');
    expect(await deliver(given)).toEqual(['refused', 'refused']);
  });

  it('that is not signed is confirmed by the state: what it says itself counts for nothing', async () => {
    const given = await world();
    const gateway: typeof given.sandbox = {
      ...given.sandbox,
      readNotification: async (raw) => {
        const read = await given.sandbox.readNotification(raw);
        return read.ok ? { ok: true, value: { ...read.value, verified: 'none' } } : read;
      },
    };
    const payments = given.over({ ...given, gateway });
    given.sandbox.script('o-1', { delivery: 'wrongAmount' });
    await done(payments.start(order('o-1')));
    await given.sandbox.pay('o-1');
    expect(await deliver({ sandbox: given.sandbox, payments })).toEqual(['taken', 'taken']);
    expect(await paidInJournal(given.store)).toBe(SUM);
  });
});

describe('a refund', () => {
  const paid = async (script = {}) => {
    const given = await world();
    given.sandbox.script('o-1', script);
    await done(given.payments.start(order('o-1')));
    await given.sandbox.pay('o-1');
    await deliver(given);
    await done(given.payments.settlePending(SETTLE));
    return given;
  };
  const part = (key: string, roubles: number) => ({ orderId: 'o-1', key, amount: asKopecks(roubles * 100) });

  it('of the whole takes the payment back', async () => {
    const given = await paid();
    expect(await done(given.payments.refund(part('r', 1000)))).toMatchObject({ status: 'refunded', settled: true });
    await deliver(given);
    expect(await paidInJournal(given.store)).toBe(0);
  });

  it('of parts leaves what is left, each part once', async () => {
    const given = await paid({ delivery: 'twice' });
    await done(given.payments.refund(part('a', 300)));
    expect(await paidInJournal(given.store)).toBe(700_00);
    await done(given.payments.refund(part('b', 300)));
    await done(given.payments.refund(part('a', 300)));
    await deliver(given);
    expect([given.sandbox.paid('o-1'), await paidInJournal(given.store)]).toEqual([400_00, 400_00]);
    expect(await codes(given.payments.refund(part('c', 401)))).toEqual(['refund-too-large']);
    expect(await codes(given.payments.refund(part('a', 301)))).toEqual(['idempotency-conflict']);
    expect(await done(given.payments.refund(part('c', 400)))).toMatchObject({ status: 'refunded', settled: true });
    expect(await paidInJournal(given.store)).toBe(0);
  });

  it('that is pending lowers nothing until it succeeds, and nothing when it fails', async () => {
    for (const succeeds of [true, false]) {
      const given = await paid({ slowRefunds: true });
      expect(await done(given.payments.refund(part('a', 300)))).toMatchObject({ status: 'succeeded', settled: false });
      expect(await paidInJournal(given.store)).toBe(SUM);
      await given.sandbox.finishRefunds('o-1', succeeds);
      await deliver(given);
      expect(await paidInJournal(given.store)).toBe(succeeds ? 700_00 : SUM);
      expect((await given.intents.find('o-1'))?.settled).toBe(true);
    }
  });

  it('made at the gateway without us is taken from its notification', async () => {
    const given = await paid();
    const gatewayPaymentId = (await given.intents.find('o-1'))?.gatewayPaymentId ?? '';
    await given.sandbox.refund({ idempotencyKey: 'cabinet', gatewayPaymentId, amount: asKopecks(100_00) });
    expect(await deliver(given)).toEqual(['taken']);
    expect(await paidInJournal(given.store)).toBe(900_00);
  });

  it('whose answer is lost is not taken for another one of the same sum', async () => {
    const given = await paid();
    given.sandbox.script('o-1', { answer: 'lost', delivery: 'never' });
    expect(await codes(given.payments.refund(part('a', 300)))).toEqual(['gateway-unavailable']);
    const gatewayPaymentId = (await given.intents.find('o-1'))?.gatewayPaymentId ?? '';
    await given.sandbox.refund({ idempotencyKey: 'cabinet', gatewayPaymentId, amount: asKopecks(300_00) });
    await done(given.payments.settlePending(SETTLE));
    expect((await given.intents.find('o-1'))?.refunds.map(({ asked }) => asked?.key ?? null)).toEqual(['a', null]);
    expect([given.sandbox.paid('o-1'), await paidInJournal(given.store)]).toEqual([400_00, 400_00]);
  });

  it('of what is not paid, or not there, is refused', async () => {
    const given = await world();
    await done(given.payments.start(order('o-1')));
    expect(await codes(given.payments.refund(part('r', 1)))).toEqual(['payment-state']);
    expect(await codes(given.payments.refund({ ...part('r', 1), orderId: 'o-2' }))).toEqual(['payment-unknown']);
  });
});
