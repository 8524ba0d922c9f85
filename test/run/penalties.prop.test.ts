import fc from 'fast-check';
import { expect, it } from 'vitest';
import { monthlyBalances } from './balances';
import { done, imported } from './given';
import { at, BILLED, paymentFact } from './small-house';

/** A payment of the first flat, and the month whose billing is the first to know of it. */
const payment = fc
  .record({ day: fc.integer({ min: 0, max: 88 }), kopecks: fc.integer({ min: 1, max: 300_00 }), late: fc.integer({ min: 0, max: 3 }) })
  .map(({ day, kopecks, late }) => {
    const paidOn = new Date(Date.UTC(2026, 0, 3 + day)).toISOString().slice(0, 10);
    const month = BILLED.findIndex((one) => paidOn.startsWith(one));
    return { paidOn, amount: (kopecks / 100).toFixed(2), month, known: Math.min(month + late, BILLED.length - 1) };
  });
type Told = typeof payment extends fc.Arbitrary<infer T> ? T : never;

/** The balances after four months in which payments were told in a month of theirs. */
const balances = async (payments: readonly Told[], knownIn: (one: Told) => number): Promise<readonly string[]> => {
  const { saldo, store, clock } = await imported([], undefined, {});
  for (const [index, month] of BILLED.entries()) {
    clock.set(at(`2026-${String(index + 2).padStart(2, '0')}-02`));
    const told = payments.flatMap((one, id) => (knownIn(one) === index ? [paymentFact(`p${id}`, 'h-1-A', one.amount, one.paidOn)] : []));
    if (told.length > 0) await done(saldo.importFacts(told));
    await done(saldo.billMonth({ house: 'h', month }));
    if (index < BILLED.length - 1) await done(saldo.closeMonth({ house: 'h', month, by: 'бухгалтер' }));
  }
  return monthlyBalances(await store.entriesOfAccount('h-1-A'));
};

// Not more than the debts of the first months, so that nothing is paid of penalties that are taken back later.
it('penalties and debts are the same in the end whenever payments became known', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(payment, { minLength: 1, maxLength: 6 }), async (payments) => {
      const inTime = await balances(payments, ({ month }) => month);
      expect(await balances(payments, ({ known }) => known)).toEqual(inTime);
    }),
    { numRuns: 10 },
  );
});
