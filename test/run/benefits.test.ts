import { describe, expect, it } from 'vitest';
import { paymentDocumentHtml } from '../../src/documents/payment-document-html';
import { done, imported } from './given';
import { at } from './small-house';

const BENEFIT = {
  kind: 'benefit',
  id: 'veteran',
  account: 'h-1-A',
  person: 'p-1',
  category: 'veteran',
  title: 'Ветеран труда',
  from: '2026-01-01',
  share: '0.5',
  covers: [{ service: 'maintenance', by: 'whole' }],
  act: 'удостоверение № 1',
};

/** January billed and closed with some facts, February with others. */
const twoMonths = async (first: readonly object[], then: readonly object[]) => {
  const engine = await imported();
  const { saldo, clock } = engine;
  if (first.length > 0) await done(saldo.importFacts(first));
  await done(saldo.billMonth({ house: 'h', month: '2026-01' }));
  await done(saldo.closeMonth({ house: 'h', month: '2026-01', by: 'бухгалтер' }));
  clock.set(at('2026-02-10'));
  if (then.length > 0) await done(saldo.importFacts(then));
  await done(saldo.billMonth({ house: 'h', month: '2026-02' }));
  await done(saldo.billMonth({ house: 'h', month: '2026-02' }));
  return saldo;
};

const benefitLines = async (saldo: Awaited<ReturnType<typeof twoMonths>>) => {
  const book = await done(saldo.accountBook('h-1-A'));
  const lines = book.months.flatMap(({ month: billed, lines: own, adjustments }) =>
    [...own, ...adjustments].map((line) => ({ ...line, billed })),
  );
  const charge = lines.find(({ service, kind }) => service === 'maintenance' && kind === 'charge')?.amount ?? 0;
  return {
    half: Math.round(charge / 2),
    lines: lines.filter(({ basis }) => basis === 'benefit').map(({ kind, month, billed, amount }) => [kind, month, billed, amount]),
    closing: book.closing,
  };
};

describe('a benefit in the books', () => {
  it('that came in time is a discount of each month, and lowers the saldo by as much', async () => {
    const saldo = await twoMonths([BENEFIT], []);
    const { half, lines, closing } = await benefitLines(saldo);
    expect(half).toBeGreaterThan(0);
    expect(lines).toEqual([
      ['discount', '2026-01', '2026-01', -half],
      ['discount', '2026-02', '2026-02', -half],
    ]);
    const plain = await benefitLines(await twoMonths([], []));
    expect(closing).toBe(plain.closing - 2 * half);
  });

  it('that came late settles the closed month once', async () => {
    const { half, lines } = await benefitLines(await twoMonths([], [BENEFIT]));
    expect(lines).toEqual([
      ['discount', '2026-02', '2026-02', -half],
      ['adjustment', '2026-01', '2026-02', -half],
    ]);
  });

  it('that is withdrawn gives back what the closed month took off', async () => {
    const withdrawal = { ...BENEFIT, id: 'veteran-2', supersedes: 'veteran', withdrawn: true, by: 'бухгалтер', why: 'ошибка' };
    const { half, lines } = await benefitLines(await twoMonths([BENEFIT], [withdrawal]));
    expect(lines).toEqual([
      ['discount', '2026-01', '2026-01', -half],
      ['adjustment', '2026-01', '2026-02', half],
    ]);
  });

  it('stands in the payment document as П12, a compensation and a subsidy for information', async () => {
    const subsidy = {
      kind: 'subsidy',
      id: 'subsidy',
      account: 'h-1-A',
      from: '2026-01',
      members: 1,
      standard: '4661.00',
      income: '12500.00',
      share: '0.22',
      minimum: '9000.00',
      act: 'решение № 7',
    };
    const money = { ...BENEFIT, id: 'money', category: 'large', title: 'Многодетные', paid: 'compensation' };
    const saldo = await twoMonths([BENEFIT, money, subsidy], []);
    const document = await done(saldo.paymentDocument({ account: 'h-1-A', month: '2026-02' }));
    const row = document.rows.find(({ service }) => service === 'maintenance');
    expect(row?.discount).toBe(Math.round((row?.charge ?? 0) / 2));
    expect(row?.payable).toBe((row?.charge ?? 0) - (row?.discount ?? 0));
    const rest = Math.round((row?.payable ?? 0) / 2);
    expect(document.support).toEqual([
      { title: 'Многодетные', service: 'maintenance', to: 'citizen', amount: rest },
      { title: 'решение № 7', service: null, to: 'citizen', amount: Math.min(1911_00, document.payable) },
    ]);
    const page = paymentDocumentHtml(document);
    for (const text of ['Льготы, ₽', '− льготы', 'Компенсации и субсидии (для сведения)', 'Многодетные', 'решение № 7'])
      expect(page).toContain(text);
  });
});
