import { describe, expect, it } from 'vitest';
import { courtDebtText, payoffText } from '../../src/statements/payoff-text';
import { codes, done, imported } from './given';
import { at } from './small-house';

const opening = (id: string, month: string, amount: string) => ({
  kind: 'openingSaldo',
  id,
  account: 'h-1-A',
  service: 'maintenance',
  provider: 'uk',
  amount,
  month,
});
const claim = {
  kind: 'debtEvent',
  id: 'c',
  account: 'old-h-1',
  type: 'claimed',
  on: '2025-11-20',
  from: '2025-09',
  to: '2025-09',
  ended: { on: '2026-01-20', outcome: 'awarded' },
  document: 'судебный приказ № 7',
};
const subsidy = {
  kind: 'subsidy',
  id: 's',
  account: 'h-1-A',
  from: '2026-01',
  months: 6,
  standard: '3000',
  members: 3,
  income: '30000',
  share: '0.22',
  minimum: '9000',
  act: 'решение о субсидии',
};

const billed = async (more: readonly unknown[]) => {
  const engine = await imported([opening('o1', '2025-09', '400.00'), opening('o2', '2022-09', '300.00'), ...more]);
  await done(engine.saldo.postMoney({ house: 'h', through: '2026-01' }));
  engine.clock.set(at('2026-01-28'));
  await done(engine.saldo.billMonth({ house: 'h', month: '2026-01' }));
  return engine.saldo;
};

describe('court-confirmed debt by the journal', () => {
  it('suspends a subsidy in the payment document, with the reason, until it is paid', async () => {
    const saldo = await billed([claim, subsidy]);
    expect(await done(saldo.courtDebt({ account: 'h-1-A', on: '2026-01-19' }))).toMatchObject({ confirmed: false });
    const found = await done(saldo.courtDebt({ account: 'h-1-A', on: '2026-01-20' }));
    expect(found).toMatchObject({ confirmed: true, unpaid: 400_00 });
    expect(courtDebtText(found)).toBe(
      'подтверждено судебным актом: 400,00 ₽   ЖК РФ, ст. 159, ч. 5; ст. 160, ч. 3\n2025-09: 400,00 ₽, судебный приказ № 7, 20.01.2026',
    );
    expect(courtDebtText({ confirmed: false, unpaid: found.unpaid, debts: [], legal: null }, 'en')).toContain('not kept back');
    const row = async () => (await done(saldo.paymentDocument({ account: 'h-1-A', month: '2026-01' }))).support[0];
    expect(await row()).toMatchObject({
      title:
        'решение о субсидии: приостановлена, долг подтверждён судебным актом от 20.01.2026 (судебный приказ № 7), ЖК РФ, ст. 159, ч. 5; ст. 160, ч. 3',
      amount: 0,
    });
    const all = await done(saldo.paymentDocuments({ house: 'h', month: '2026-01' }));
    expect(all.find(({ card }) => card.account === 'h-1-A')?.support[0]).toEqual(await row());
  });

  it('is the only thing that suspends it: a debt without an act does not', async () => {
    const saldo = await billed([{ ...claim, ended: undefined }, subsidy]);
    const [row] = (await done(saldo.paymentDocument({ account: 'h-1-A', month: '2026-01' }))).support;
    expect(row).toMatchObject({ title: 'решение о субсидии' });
    expect(row?.amount).toBeGreaterThan(0);
  });
});

describe('the payoff balance by the journal', () => {
  it('counts entries by their day, tells the barred part; the provider reckons no penalties', async () => {
    const saldo = await billed([]);
    const balance = await done(saldo.payoff({ account: 'old-h-1', on: '2026-02-10' }));
    expect(payoffText(balance, 'en')).toContain('of it barred by limitation: 300,00 ₽');
    expect(balance.total).toMatchObject({
      // 700,00 brought in, 1 500,00 of maintenance and 200,00 of water; September 2022 is barred since October 2025.
      principal: 2400_00,
      barred: 300_00,
      penalties: 0,
      payoff: 2400_00,
      withoutBarred: 2100_00,
    });
  });

  it('refuses what it cannot answer', async () => {
    const saldo = await billed([]);
    expect(await codes(saldo.payoff({ account: 'nobody', on: '2026-02-10' }))).toEqual(['account-unknown']);
    expect(await codes(saldo.payoff({ account: 'h-1-A', on: '10.02.2026' }))).toEqual(['day-format']);
    expect(await codes(saldo.courtDebt({ account: 'h-1-A', on: '2026-02-10', more: 1 } as never))).toEqual(['field-unknown']);
  });
});
