import { describe, expect, it } from 'vitest';
import { accountBookHtml, reconciliationHtml } from '../../src/documents';
import { assembleHouse } from '../../src/model/assemble';
import { codes, done, imported } from './given';
import { at, paymentFact } from './small-house';

const AGREED = {
  kind: 'reconciliation',
  id: 'r-1',
  account: 'h-1-A',
  through: '2026-02-28',
  agreedOn: '2026-03-10',
  saldo: [
    { provider: 'uk', amount: '1800.00' },
    { provider: 'vk', amount: '400.00' },
  ],
  document: 'акт № 1 от 05.03.2026',
};

const CORRECTION = {
  kind: 'correction',
  id: 'c-1',
  account: 'h-1-A',
  service: 'maintenance',
  provider: 'uk',
  month: '2026-01',
  amount: '-50.00',
  by: 'бухгалтер',
  why: 'решение суда',
  document: 'решение № 2',
};

/** Four months; the statement is signed in March, and in April a sum for January is mended. */
const story = async (agreed: object = AGREED) => {
  const engine = await imported([paymentFact('p-1', 'h-1-A', '1200.00', '2026-02-10')]);
  const { saldo, clock } = engine;
  for (const month of ['2026-01', '2026-02', '2026-03']) await done(saldo.billMonth({ house: 'h', month }));
  clock.set(at('2026-04-03'));
  await done(saldo.importFacts([agreed, CORRECTION]));
  await done(saldo.billMonth({ house: 'h', month: '2026-04' }));
  return engine;
};

describe('an agreed statement', () => {
  it('is where the next book begins; the book shows what was changed of its months since', async () => {
    const { saldo } = await story();
    const whole = await done(saldo.accountBook('h-1-A'));
    const book = await done(saldo.accountBook('h-1-A', { from: 'reconciliation' }));
    expect(book.months.map(({ month }) => month)).toEqual(['2026-03', '2026-04']);
    expect(book.closing).toBe(whole.closing);
    expect(book.opening).toBe(whole.months.find(({ month }) => month === '2026-02')?.closing);
    expect(book.agreed).toMatchObject({ id: 'r-1', agreed: 2200_00, posted: book.opening, document: AGREED.document });
    expect(book.agreed?.later.map(({ month, postedIn, amount }) => [month, postedIn, amount])).toEqual([['2026-01', '2026-04', -50_00]]);
    expect(accountBookHtml(book)).toContain('Исправлено после акта за его месяцы, всего −50,00 ₽');
  });

  it('is where the next statement begins', async () => {
    const { saldo } = await story();
    const answer = await done(saldo.reconcile('h-1-A', { from: 'reconciliation', to: '2026-04' }));
    expect(answer.statement.period).toEqual({ from: '2026-03', to: '2026-04' });
    expect(answer.statement.startsFrom?.id).toBe('r-1');
    expect(reconciliationHtml(answer)).toContain(
      'Подписанный акт сверки (акт № 1 от 05.03.2026, 10.03.2026): сальдо на 28.02.2026 — 2\u00a0200,00 ₽',
    );
    const contract = await done(saldo.reconcile('h-1-A', { from: 'contract', to: '2026-04' }));
    expect(contract.statement.period.from).toBe('2026-01');
    expect(contract.statement.startsFrom).toBeNull();
  });

  it('is not there for a book that ends with it or before, nor for other accounts: they begin with the contract', async () => {
    const { saldo } = await story();
    const book = await done(saldo.accountBook('h-1-A', { from: 'reconciliation', to: '2026-02' }));
    expect(book.months.map(({ month }) => month)).toEqual(['2026-01', '2026-02']);
    expect(book.agreed).toBeNull();
    expect((await done(saldo.accountBook('h-2-A', { from: 'reconciliation' }))).months).toHaveLength(4);
    expect((await done(saldo.accountBook('h-1-A', { from: 'contract' }))).months).toHaveLength(4);
  });

  it('is gone when it is withdrawn', async () => {
    const { saldo } = await story();
    await done(saldo.importFacts([{ ...AGREED, id: 'r-1:2', supersedes: 'r-1', withdrawn: true, by: 'юрист', why: 'подписал не тот' }]));
    expect((await done(saldo.accountBook('h-1-A', { from: 'reconciliation' }))).months).toHaveLength(4);
  });

  it('acknowledges the debts in it through its last month, unless nobody with powers signed', async () => {
    const events = async (agreed: object) => {
      const { store } = await story(agreed);
      const facts = assembleHouse((await store.factsOf('h')).map(({ record, knownAt }) => ({ ...record, knownAt })));
      return facts.ok ? facts.value.debt.events.map(({ type, on, to, provider }) => ({ type, on, to, provider })) : [];
    };
    const acknowledged = { type: 'acknowledged', on: '2026-03-10', to: '2026-02' };
    expect(await events(AGREED)).toEqual([
      { ...acknowledged, provider: 'uk' },
      { ...acknowledged, provider: 'vk' },
    ]);
    expect(await events({ ...AGREED, acknowledges: false })).toEqual([]);
  });

  it('changes no sum', async () => {
    const with_ = await story();
    const without = await story({ ...AGREED, account: 'h-2-A' });
    const entries = async ({ store }: Awaited<ReturnType<typeof story>>) =>
      (await store.entriesOfAccount('h-1-A')).map(({ id, amount }) => [id, amount]);
    expect(await entries(with_)).toEqual(await entries(without));
  });

  it.each([
    ['reconciliation-day', { through: '2026-02-27' }],
    ['reconciliation-day', { agreedOn: '2026-02-28' }],
    ['reconciliation-twice', { saldo: [AGREED.saldo[0], AGREED.saldo[0]] }],
    ['unknown-reference', { saldo: [{ provider: 'nobody', amount: '1.00' }] }],
    ['unknown-reference', { account: 'nobody' }],
  ])('is refused as %s with %j', async (code, wrong) => {
    const { saldo } = await imported();
    const answer = codes(saldo.importFacts([{ ...AGREED, ...wrong }]));
    expect(await answer).toContain(code);
  });
});
