import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Month } from '../../src/kernel/calendar';
import { asKopecks } from '../../src/kernel/money';
import type { Bucket } from '../../src/ledger/bucket';
import { payoffBalance } from '../../src/ledger/payoff-balance';

const bucket = (provider: string, amount: number): Bucket => ({
  provider,
  service: amount < 0 ? 'advance' : 'maintenance',
  month: '2026-01' as Month,
  amount: asKopecks(amount),
});
const sum = (provider: string, amount: number) => ({ provider, amount: asKopecks(amount) });

describe('the balance of an account', () => {
  it('is current and for payoff: 3 000,00 of debt, 20,90 of penalties, 916,70 deferred, 500,00 barred, 100,00 of advance', () => {
    const { creditors, total } = payoffBalance({
      buckets: [bucket('uk', 3000_00), bucket('uk', -100_00)],
      penalties: [sum('uk', 20_90)],
      deferred: [sum('uk', 916_70)],
      barred: [sum('uk', 500_00)],
    });
    expect(creditors).toEqual([
      {
        provider: 'uk',
        principal: 3000_00,
        deferred: 916_70,
        barred: 500_00,
        penalties: 20_90,
        advance: 100_00,
        current: 1983_30,
        payoff: 2920_90,
        withoutBarred: 2420_90,
      },
    ]);
    expect(total).toMatchObject({ current: 1983_30, payoff: 2920_90, withoutBarred: 2420_90, surplus: 0 });
  });

  it('never pays one creditor with what another holds', () => {
    const { total } = payoffBalance({ buckets: [bucket('uk', 300_00), bucket('vk', -200_00)] });
    expect(total).toMatchObject({ principal: 300_00, advance: 200_00, current: 300_00, payoff: 300_00, surplus: 200_00 });
  });

  it('sums to the buckets and the penalties, whatever the order', () => {
    const place = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: -1_000_00, max: 1_000_00 }));
    fc.assert(
      fc.property(
        fc.array(place, { maxLength: 8 }),
        fc.array(fc.tuple(fc.constantFrom('a', 'b'), fc.nat({ max: 9_00 })), { maxLength: 3 }),
        (places, late) => {
          const buckets = places.map(([provider, amount]) => bucket(provider, amount));
          const penalties = late.map(([provider, amount]) => sum(provider, amount));
          const found = payoffBalance({ buckets, penalties });
          const all = [...buckets, ...penalties].reduce((whole, { amount }) => whole + amount, 0);
          expect(found.total.payoff - found.total.surplus).toBe(all);
          expect(found.total.principal - found.total.advance + found.total.penalties).toBe(all);
          expect(payoffBalance({ buckets: [...buckets].reverse(), penalties: [...penalties].reverse() })).toEqual(found);
        },
      ),
    );
  });
});
