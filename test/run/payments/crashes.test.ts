import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asKopecks } from '../../../src/kernel/money';
import type { PaymentIntents } from '../../../src/ports/payment-intents';
import type { Store } from '../../../src/ports/store';
import { done } from '../given';
import { credited, DAY_MS, deliver, type GivenWorld, order, paidInJournal, SUM, world } from './given-payments';

const SETTLE = { abandonAfterMs: DAY_MS };

/**
 * A process that dies at a write: at the `step`th one, before or after it had its effect. From then on nothing that it does reaches anybody.
 */
const mortal = ({ store, intents, sandbox, over }: GivenWorld, step: number, after: boolean) => {
  let left = step;
  const dead = () => left <= 0;
  const write =
    <A extends readonly unknown[], R>(call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      if (dead()) throw new Error('dead');
      left -= 1;
      if (left === 0 && !after) throw new Error('died before');
      const answer = await call(...args);
      if (left === 0) throw new Error('died after');
      return answer;
    };
  const read =
    <A extends readonly unknown[], R>(call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      if (dead()) throw new Error('dead');
      return call(...args);
    };
  const mortalStore: Store = { ...store, appendFacts: write(store.appendFacts), post: write(store.post), factsOf: read(store.factsOf) };
  const mortalIntents: PaymentIntents = {
    ...intents,
    add: write(intents.add),
    replace: write(intents.replace),
    find: read(intents.find),
  };
  const gateway = {
    ...sandbox,
    create: write(sandbox.create),
    refund: write(sandbox.refund),
    getState: read(sandbox.getState),
  };
  return { payments: over({ store: mortalStore, intents: mortalIntents, gateway }), dead };
};

/** The whole life of a payment, by whoever is at hand. */
const life = async (given: GivenWorld, payments: GivenWorld['payments']): Promise<void> => {
  await payments.start(order('o-1'));
  await given.sandbox.pay('o-1');
  await deliver({ sandbox: given.sandbox, payments });
  await payments.refund({ orderId: 'o-1', key: 'a', amount: asKopecks(300_00) });
  await payments.refund({ orderId: 'o-1', key: 'b', amount: asKopecks(200_00) });
  await deliver({ sandbox: given.sandbox, payments });
};

describe('a process that dies', () => {
  it.each([false, true])('at any write (after its effect: %s) is followed by one that finishes, with everything once', async (after) => {
    let steps = 0;
    for (let step = 1; ; step += 1) {
      const given = await world();
      given.sandbox.script('o-1', { delivery: 'twice' });
      const { payments, dead } = mortal(given, step, after);
      await life(given, payments);
      if (!dead()) break;
      steps += 1;
      // The next process: settles what waits, then the host repeats what it was doing.
      await done(given.payments.settlePending(SETTLE));
      await life(given, given.payments);
      await done(given.payments.settlePending(SETTLE));
      expect([step, given.sandbox.paid('o-1'), await paidInJournal(given.store)]).toEqual([step, 500_00, 500_00]);
      expect((await credited(given.store)).length).toBe(1);
      expect(await given.intents.find('o-1')).toMatchObject({ status: 'partlyRefunded', settled: true, incidents: [] });
    }
    expect(steps).toBeGreaterThan(10);
  });

  it.each([false, true])(
    'at any write between payment and journal (after its effect: %s) loses nothing when only settling follows',
    async (after) => {
      for (let step = 1; ; step += 1) {
        const given = await world();
        const { payments, dead } = mortal(given, step, after);
        await payments.start(order('o-1'));
        await given.sandbox.pay('o-1');
        await deliver({ sandbox: given.sandbox, payments });
        if (!dead()) break;
        await done(given.payments.settlePending(SETTLE));
        expect([step, await paidInJournal(given.store)]).toEqual([step, given.sandbox.paid('o-1')]);
      }
    },
  );
});

const ORDERS = ['o-1', 'o-2', 'o-3'] as const;
const orderId = fc.constantFrom(...ORDERS);
const happening = fc.oneof(
  fc.record({ type: fc.constant('start' as const), orderId }),
  fc.record({ type: fc.constant('pay' as const), orderId, declines: fc.boolean() }),
  fc.record({ type: fc.constant('told' as const), which: fc.nat(200) }),
  fc.record({
    type: fc.constant('refund' as const),
    orderId,
    key: fc.constantFrom('a', 'b', 'c'),
    roubles: fc.integer({ min: 1, max: 600 }),
  }),
  fc.record({ type: fc.constant('cabinet' as const), orderId, key: fc.constantFrom('x', 'y'), roubles: fc.integer({ min: 1, max: 600 }) }),
  fc.record({ type: fc.constant('finish' as const), orderId, succeed: fc.boolean() }),
  fc.record({ type: fc.constant('cancel' as const), orderId }),
  fc.constant({ type: 'settle' as const }),
  fc.record({ type: fc.constant('crash' as const), step: fc.integer({ min: 1, max: 6 }), after: fc.boolean() }),
);
const script = fc.record({
  delivery: fc.constantFrom('once', 'twice', 'reversed', 'never', 'badSignature', 'wrongAmount', 'beforeAnswer'),
  answer: fc.constantFrom('given', 'lost', 'unreached'),
  slowRefunds: fc.boolean(),
});

describe('any order, doubling and loss of notifications, with processes that die', () => {
  it('ends with each payment in the journal as it stands with the gateway', async () => {
    const runs = Number(process.env['FC_RUNS'] ?? 150);
    const schedule = fc.array(happening, { minLength: 5, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(fc.tuple(script, script, script), schedule, async (scripts, happenings) => {
        const given = await world();
        for (const [index, one] of scripts.entries()) given.sandbox.script(ORDERS[index] ?? '', one);
        let payments = given.payments;
        given.sandbox.listen((raw) => payments.receive(raw));
        for (const one of happenings) {
          if (one.type === 'start') await payments.start(order(one.orderId));
          else if (one.type === 'pay') await given.sandbox.pay(one.orderId, one.declines);
          else if (one.type === 'refund')
            await payments.refund({ orderId: one.orderId, key: one.key, amount: asKopecks(one.roubles * 100) });
          else if (one.type === 'cabinet') {
            const state = await given.sandbox.getState({ orderId: one.orderId });
            const amount = asKopecks(one.roubles * 100);
            if (state.ok)
              await given.sandbox.refund({
                idempotencyKey: `${one.orderId}-${one.key}`,
                gatewayPaymentId: state.value.gatewayPaymentId,
                amount,
              });
          } else if (one.type === 'finish') await given.sandbox.finishRefunds(one.orderId, one.succeed);
          else if (one.type === 'cancel') await payments.cancel(one.orderId);
          else if (one.type === 'settle') await payments.settlePending(SETTLE);
          else if (one.type === 'crash') payments = mortal(given, one.step, one.after).payments;
          else {
            const all = given.sandbox.notifications();
            const raw = all[one.which % Math.max(1, all.length)];
            if (raw !== undefined) await payments.receive(raw);
          }
        }
        payments = given.payments;
        for (const id of ORDERS) await given.sandbox.finishRefunds(id);
        await done(payments.settlePending(SETTLE));
        await deliver(given);
        await done(payments.settlePending(SETTLE));
        // A refund made without us and never told of waits for nobody: a host asks about its orders now and then.
        for (const id of ORDERS) await payments.check(id, SETTLE);
        let paid = 0;
        for (const id of ORDERS) {
          const intent = await given.intents.find(id);
          const state = await given.sandbox.getState({ orderId: id });
          if (intent === null) expect(state.ok).toBe(false);
          if (intent === null || !state.ok) continue;
          expect(intent.status).toBe(state.value.status);
          paid += given.sandbox.paid(id);
        }
        expect(await paidInJournal(given.store)).toBe(paid);
        expect((await credited(given.store)).reduce((sum, [, one]) => sum + one, 0)).toBe(paid);
        expect((await credited(given.store)).every(([, one]) => one > 0 && one <= SUM)).toBe(true);
      }),
      { numRuns: runs },
    );
  });
});
