import { describe, expect, it } from 'vitest';
import { accountBookHtml } from '../../src/documents/account-book-html';
import { paymentDocumentHtml } from '../../src/documents/payment-document-html';
import { codes, done, imported } from './given';
import { at, BILLED } from './small-house';

/** The water of January is 200,00; a year before it was 100,00: 8,33 a month, the last one 8,37. */
const instalment = (more: object = {}) => ({
  kind: 'instalment',
  id: 'r',
  account: 'h-1-A',
  service: 'coldWater',
  month: '2026-01',
  grantedOn: '2026-02-03',
  lastYear: '100.00',
  interest: '12',
  ...more,
});

const billed = async (facts: readonly unknown[], months: readonly string[] = BILLED) => {
  const engine = await imported(facts);
  for (const month of months) {
    engine.clock.set(at(`${month}-28`));
    await done(engine.saldo.billMonth({ house: 'h', month }));
  }
  return engine;
};

const documentOf = async ({ saldo }: Awaited<ReturnType<typeof billed>>, month: string) =>
  done(saldo.paymentDocument({ account: 'h-1-A', month }));

describe('an instalment in a payment document, ПП № 354, п. 72', () => {
  it('shows what is paid now of this month, the interest, and what is paid later', async () => {
    const engine = await billed([instalment()], ['2026-01']);
    const document = await documentOf(engine, '2026-01');
    expect(document.instalments).toEqual([
      {
        service: 'coldWater',
        of: '2026-01',
        fromCurrent: 8_33,
        fromPrevious: 0,
        interest: 1_00,
        percent: '12',
        total: 9_33,
        deferred: 91_67,
      },
    ]);
    // 1 500,00 of maintenance, 100,00 of water as a year before, the first part and its interest.
    expect([document.payable, document.interest, document.total, document.deferred, document.toPay]).toEqual([
      1700_00,
      1_00,
      1701_00,
      91_67,
      1500_00 + 100_00 + 8_33 + 1_00,
    ]);
    expect(paymentDocumentHtml(document)).toContain('<h2>Рассрочка</h2>');
  });

  it('asks in the next month for what was not paid, the second part and interest on what is left', async () => {
    const engine = await billed([instalment()], ['2026-01', '2026-02']);
    await done(engine.saldo.postMoney({ house: 'h', through: '2026-02' }));
    const document = await documentOf(engine, '2026-02');
    // 91,67 × 12 % / 12 = 0,9167 → 0,92.
    expect(document.instalments).toMatchObject([{ fromCurrent: 0, fromPrevious: 8_33, interest: 92, total: 9_25, deferred: 83_34 }]);
    expect(document.debt).toBe(1701_00);
    expect(document.toPay).toBe(document.payable + 1701_00 + 92 - 83_34);
    expect(document.total).toBe((await done(engine.saldo.accountBook('h-1-A'))).closing);
  });

  it('posts interest once, whatever was posted before, and gives it back when the fact goes', async () => {
    const engine = await billed([instalment()], ['2026-01', '2026-02']);
    const interest = async (): Promise<readonly (readonly [string, number])[]> =>
      (await engine.store.entriesOfAccount('h-1-A'))
        .filter(({ kind }) => kind === 'interest')
        .map(({ month, amount }) => [month, amount] as const);
    await done(engine.saldo.postMoney({ house: 'h', through: '2026-02' }));
    await done(engine.saldo.postMoney({ house: 'h', through: '2026-02' }));
    expect(await interest()).toEqual([
      ['2026-01', 1_00],
      ['2026-02', 92],
    ]);
    await done(engine.saldo.postMoney({ house: 'h', through: '2026-04' }));
    await done(engine.saldo.postMoney({ house: 'h', through: '2026-01' }));
    expect(await interest()).toHaveLength(4);
    const book = await done(engine.saldo.accountBook('h-1-A'));
    expect(accountBookHtml(book)).toContain('Проценты за рассрочку: 1,00 ₽');
    await done(engine.saldo.importFacts([instalment({ id: 'r-2', supersedes: 'r', withdrawn: true })]));
    await done(engine.saldo.postMoney({ house: 'h', through: '2026-04' }));
    expect((await interest()).reduce((sum, [, amount]) => sum + amount, 0)).toBe(0);
    expect((await documentOf(engine, '2026-02')).instalments).toEqual([]);
  });

  it('is not there when the fee did not rise enough or nothing is left to be paid by it', async () => {
    const engine = await billed([instalment({ lastYear: '160.00' })], ['2026-01']);
    expect(await documentOf(engine, '2026-01')).toMatchObject({ instalments: [], deferred: 0, toPay: 1700_00 });
    const refused = await billed([instalment({ refused: true })], ['2026-01']);
    expect(await documentOf(refused, '2026-01')).toMatchObject({ instalments: [], toPay: 1700_00 });
  });

  it('wants the rest at once in the month of an early end', async () => {
    const engine = await billed([instalment({ endedOn: '2026-03-10' })], ['2026-01', '2026-02', '2026-03']);
    expect((await documentOf(engine, '2026-03')).instalments).toMatchObject([{ fromPrevious: 83_34, interest: 0, deferred: 0 }]);
  });

  it('takes the key rate of the fact where the library knows none', async () => {
    const late = { month: '2026-01', grantedOn: '2026-11-05' };
    const engine = await billed([instalment(late)], ['2026-01']);
    expect(await codes(engine.saldo.paymentDocument({ account: 'h-1-A', month: '2026-01' }))).toEqual(['parameter-not-reviewed']);
    const told = await billed([instalment({ ...late, keyRate: '13' })], ['2026-01']);
    expect(await documentOf(told, '2026-01')).toMatchObject({ interest: 1_00 });
  });
});

describe('a barred debt in a payment document', () => {
  const opening = { kind: 'openingSaldo', id: 'o', account: 'h-1-A', service: 'maintenance', provider: 'uk', amount: '500.00' };

  it('is told and still owed: December 2022 is barred from 13.01.2026', async () => {
    const engine = await imported([{ ...opening, month: '2022-12' }]);
    await done(engine.saldo.postMoney({ house: 'h', through: '2026-01' }));
    engine.clock.set(at('2026-01-28'));
    await done(engine.saldo.billMonth({ house: 'h', month: '2026-01' }));
    const document = await documentOf(engine, '2026-01');
    expect([document.debt, document.barred]).toEqual([500_00, 500_00]);
    expect(paymentDocumentHtml(document)).toContain('срок исковой давности истёк по 500,00 ₽');
  });

  it('is not, when it was acknowledged', async () => {
    const event = { kind: 'debtEvent', id: 'e', account: 'h-1-A', type: 'acknowledged', on: '2025-05-05', document: 'акт сверки' };
    const engine = await imported([{ ...opening, month: '2022-12' }, event]);
    await done(engine.saldo.postMoney({ house: 'h', through: '2026-01' }));
    engine.clock.set(at('2026-01-28'));
    await done(engine.saldo.billMonth({ house: 'h', month: '2026-01' }));
    expect(await documentOf(engine, '2026-01')).toMatchObject({ debt: 500_00, barred: 0 });
  });
});
