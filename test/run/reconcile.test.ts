import { describe, expect, it } from 'vitest';
import { reconciliationHtml } from '../../src/documents';
import type { Reconciled } from '../../src/run/reconcile';
import { counterpartyForm } from '../../src/statements/reconciliation/compare';
import { codes, done, given, imported, smallHouse } from './given';
import { common, paymentFact } from './small-house';

const PAYMENTS = [
  paymentFact('p-1', 'h-1-A', '1000.00', '2026-01-12'),
  paymentFact('p-2', 'old-h-1', '1500.00', '2026-02-10', { receivedOn: '2026-02-12' }),
  paymentFact('p-3', 'h-1-A', '300.00', '2026-03-30', { receivedOn: '2026-04-02' }),
  paymentFact('p-4', 'h-2-A', '640.00', '2026-02-20'),
];

const billed = async (more: readonly unknown[] = []) => {
  const engine = await imported([...PAYMENTS, ...more]);
  for (const month of ['2026-01', '2026-02', '2026-03', '2026-04']) await done(engine.saldo.billMonth({ house: 'h', month }));
  return engine;
};

const classes = ({ compared }: Reconciled): readonly string[] => (compared?.differences ?? []).map((one) => one.class);

describe('a reconciliation of an account', () => {
  it('has the saldo of the book, and no differences from its own mirror', async () => {
    const { saldo } = await billed();
    const range = { from: '2026-02', to: '2026-03' };
    const { statement } = await done(saldo.reconcile('h-1-A', range));
    const book = await done(saldo.accountBook('h-1-A', range));
    expect([statement.turnover.opening, statement.turnover.closing]).toEqual([book.opening, book.closing]);
    expect(statement.parties.map(({ role, name }) => `${role}: ${name}`)).toEqual([
      'provider: УК «Уют»',
      'provider: Водоканал',
      'consumer: Житель 1',
    ]);
    const again = await done(saldo.reconcile('old-h-1', { ...range, theirs: counterpartyForm(statement) }));
    expect(classes(again)).toEqual([]);
    expect(again.compared?.difference).toBe(0);
  });

  it('begins with the contract without a first month', async () => {
    const { saldo } = await billed();
    const { statement } = await done(saldo.reconcile('h-1-A', { to: '2026-04' }));
    expect(statement.period).toEqual({ from: '2026-01', to: '2026-04' });
    expect(statement.turnover.opening).toBe(0);
  });

  it('knows money in transit: paid on 30.03, received on 02.04', async () => {
    const { saldo } = await billed();
    const { statement } = await done(saldo.reconcile('h-1-A', { to: '2026-03' }));
    const form = counterpartyForm(statement);
    const paid = { type: 'payment', date: '2026-03-30', amount: '300.00' };
    const { closing: _, ...rest } = form;
    const answer = await done(saldo.reconcile('h-1-A', { to: '2026-03', theirs: { ...rest, operations: [...form.operations, paid] } }));
    expect(classes(answer)).toEqual(['inTransit']);
    expect(answer.compared?.difference).toBe(-300_00);
  });

  it('finds a payment on an account that it is told to look at', async () => {
    const { saldo } = await billed();
    const { statement } = await done(saldo.reconcile('h-1-A', { to: '2026-04' }));
    const { closing: _, ...form } = counterpartyForm(statement);
    const theirs = { ...form, operations: [...form.operations, { type: 'payment', date: '2026-02-20', amount: '640.00' }] };
    expect(classes(await done(saldo.reconcile('h-1-A', { to: '2026-04', theirs })))).toEqual(['missingOurs']);
    const looked = await done(saldo.reconcile('h-1-A', { to: '2026-04', theirs, others: ['h-2-A'] }));
    expect(classes(looked)).toEqual(['account']);
    expect(looked.compared?.differences[0]?.note).toBe('h-2-A');
  });

  it('marks a debt they left out when its limitation has ended', async () => {
    const old = {
      kind: 'openingSaldo',
      id: 'o',
      account: 'h-1-A',
      service: 'maintenance',
      provider: 'uk',
      month: '2022-01',
      amount: '5000.00',
    };
    const { saldo } = await billed([old]);
    const own = await done(saldo.reconcile('h-1-A', { from: '2026-01', to: '2026-04' }));
    const { closing: _, ...form } = counterpartyForm(own.statement);
    const told = (opening: number) =>
      saldo.reconcile('h-1-A', { from: '2026-01', to: '2026-04', theirs: { ...form, opening: `${opening}.00` } });
    expect(own.statement.turnover.opening).toBe(5000_00);
    expect(classes(await done(told(4999)))).toEqual(['openingBalance']);
    expect(classes(await done(told(0)))).toEqual(['timeBarred']);
  });

  it('is of one creditor, with an agent as the third party', async () => {
    const { saldo } = await billed();
    const agent = { name: 'РКЦ', inn: '7700000001', signs: 'директор, по доверенности № 1' };
    const answer = await done(
      saldo.reconcile('h-1-A', { to: '2026-04', provider: 'vk', agent, number: '7', documents: { 'bill:h:2026-01:1': 'счёт 15' } }),
    );
    const { statement } = answer;
    expect(statement.parties.map(({ role }) => role)).toEqual(['provider', 'consumer', 'settlementCentre']);
    expect(new Set(statement.rows.map(({ provider }) => provider))).toEqual(new Set(['vk']));
    expect(statement.rows.find(({ kind }) => kind === 'charge')?.document).toBe('счёт 15');
    expect(reconciliationHtml(answer)).toContain('Расчётный центр (агент): РКЦ, ИНН 7700000001');
  });

  it('of a legal entity shows debit and credit of both sides', async () => {
    const payer = { kind: 'legalEntity', name: 'ООО «Лавка»' };
    const facts = smallHouse() as readonly { readonly id: string }[];
    const { saldo } = given();
    await done(saldo.importFacts([...common, ...facts.map((one) => (one.id === 'h-2-account' ? { ...one, payer } : one)), ...PAYMENTS]));
    await done(saldo.billMonth({ house: 'h', month: '2026-01' }));
    await done(saldo.billMonth({ house: 'h', month: '2026-02' }));
    const form = counterpartyForm((await done(saldo.reconcile('h-2-A', { to: '2026-02' }))).statement);
    const theirs = { ...form, operations: form.operations.slice(1) };
    const answer = await done(saldo.reconcile('h-2-A', { to: '2026-02', theirs, consumer: { inn: '7700000002' } }));
    expect(answer.statement.form).toBe('legalEntity');
    const page = reconciliationHtml(answer);
    for (const text of ['По данным стороны Б', 'Дебет А', 'Кредит Б', 'М. П.', 'ООО «Лавка», ИНН 7700000002']) expect(page).toContain(text);
  });

  it('compares accepted readings when the other side tells any, and only them', async () => {
    const { saldo } = await billed();
    const readings = [
      { meter: 'h-1-m', takenOn: '2026-01-20', value: '20' },
      { meter: '1', takenOn: '2026-02-20', value: '25' },
    ];
    const answer = await done(saldo.reconcile('h-1-A', { from: '2026-01', to: '2026-02', theirs: { readings } }));
    expect(answer.compared).toBeNull();
    expect(answer.readings?.differences.map((one) => one.class)).toEqual(['value']);
    expect(answer.readings?.registers).toEqual([{ meter: 'h-1-m', zone: 'T0', ours: '4', theirs: '5', difference: '1' }]);
  });

  it('refuses what it cannot answer', async () => {
    const { saldo } = given();
    expect(await codes(saldo.reconcile('nobody', { to: '2026-04' }))).toEqual(['account-unknown']);
    const engine = await billed();
    expect(await codes(engine.saldo.reconcile('h-1-A', { from: '2026-05', to: '2026-04' }))).toEqual(['interval-empty']);
    expect(await codes(engine.saldo.reconcile('h-1-A', { to: '2026-4' }))).toEqual(['month-format']);
    expect(
      await codes(engine.saldo.reconcile('h-1-A', { to: '2026-04', theirs: { operations: [{ type: 'payment', amount: '5' }] } })),
    ).toEqual(['field-missing']);
    expect(await codes(engine.saldo.reconcile('h-1-A', { to: '2026-04', theirs: {}, others: ['nobody'] }))).toEqual(['account-unknown']);
  });
});
