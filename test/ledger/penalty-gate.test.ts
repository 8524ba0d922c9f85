import { describe, expect, it } from 'vitest';
import type { Day, Month } from '../../src/kernel/calendar';
import { asKopecks } from '../../src/kernel/money';
import { penaltiesOf } from '../../src/ledger/penalties/penalties-of';
import type { PenaltyRequest } from '../../src/ledger/penalties/penalty-request';

const DEBT = {
  account: '1',
  provider: 'uk',
  service: 'maintenance',
  month: '2025-02' as Month,
  dueDay: '2025-03-10' as Day,
  amount: asKopecks(600000),
  changes: [],
};

/** Ask with any values, as a host without types may. */
const asked = (bucket: object, request: object = {}) =>
  penaltiesOf({ payer: 'citizen', through: '2025-06-30', buckets: [{ ...DEBT, ...bucket }], ...request } as unknown as PenaltyRequest);

const payment = { kind: 'payment', day: '2025-04-01', amount: 100000 };
const reversal = { kind: 'reversal', day: '2025-04-10', paidOn: '2025-04-01', amount: 100000, error: 'payer' };

describe('penalties of a request that is wrong', () => {
  it.each([
    ['day of a change', { changes: [{ ...payment, day: '2025-4-1' }] }, 'changes[0].day', 'day-format', '2025-4-1'],
    ['day of a second change', { changes: [payment, { ...payment, day: '01.04.2025' }] }, 'changes[1].day', 'day-format', '01.04.2025'],
    ['due day', { dueDay: '2025-02-30' }, 'dueDay', 'day-not-in-calendar', '2025-02-30'],
    ['day of the demand', { demandedOn: '2025-13-01' }, 'demandedOn', 'day-not-in-calendar', '2025-13-01'],
    ['amount that is no number', { amount: Number.NaN }, 'amount', 'wrong-type', 'NaN'],
    ['amount that is a text', { amount: '6000' }, 'amount', 'wrong-type', '6000'],
    ['amount of half a kopeck', { amount: 0.5 }, 'amount', 'wrong-type', '0.5'],
    ['amount below zero', { amount: -5 }, 'amount', 'integer-out-of-range', '-5'],
    ['change that is no number', { changes: [{ ...payment, amount: Number.NaN }] }, 'changes[0].amount', 'wrong-type', 'NaN'],
    ['change of half a kopeck', { changes: [{ ...payment, amount: 0.5 }] }, 'changes[0].amount', 'wrong-type', '0.5'],
    ['change of nothing', { changes: [payment, { ...payment, amount: 0 }] }, 'changes[1].amount', 'debt-change-not-positive', '0'],
    ['kind of a change', { changes: [{ ...payment, kind: 'refund' }] }, 'changes[0].kind', 'not-one-of', 'refund'],
    ['side of a reversal', { changes: [payment, { ...reversal, error: 'bank' }] }, 'changes[1].error', 'not-one-of', 'bank'],
    ['branch', { branch: 'toString' }, 'branch', 'not-one-of', 'toString'],
    ['reversal of a payment that never was', { changes: [reversal] }, 'changes[0].amount', 'reversal-without-payment', '1000.00'],
    [
      'second reversal of one payment',
      { changes: [reversal, payment, { ...reversal, amount: 1 }] },
      'changes[2].amount',
      'reversal-without-payment',
      '0.01',
    ],
    [
      'reversal before the payment',
      {
        changes: [
          { ...payment, day: '2025-04-20' },
          { ...reversal, paidOn: '2025-04-20', error: 'payee' },
        ],
      },
      'changes[1].day',
      'reversal-without-payment',
      '1000.00',
    ],
  ])('names the bucket and the %s', (_what, bucket, field, code, value) => {
    const answer = asked(bucket);
    expect(answer).toMatchObject({ ok: false, error: [{ code, at: `account 1 uk maintenance 2025-02 ${field}`, value }] });
  });

  it.each([
    ['last day counted', { through: '2025-13-01' }, 'through', 'day-not-in-calendar'],
    ['payer', { payer: 'martian' }, 'payer', 'not-one-of'],
    ['day of the decision', { decidedOn: '01.05.2025' }, 'decidedOn', 'day-format'],
    [
      'ground of an exemption',
      { exemptions: [{ ground: 'zzz', from: '2025-04-01', to: null, document: 'приказ' }] },
      'exemptions[0].ground',
      'not-one-of',
    ],
    [
      'days of an exemption',
      { exemptions: [{ ground: 'waiver', from: '2025-05-01', to: '2025-04-01', document: 'приказ' }] },
      'exemptions[0]',
      'interval-empty',
    ],
    ['code of a moratorium', { withoutMoratoria: ['covid-424', 'covid-242'] }, 'withoutMoratoria[1]', 'not-one-of'],
    ['list of debts', { buckets: undefined }, 'buckets', 'field-missing'],
    ['debt without an account', { buckets: [{ ...DEBT, account: 7 }] }, 'buckets[0].account', 'wrong-type'],
    ['policy', { policies: { penaltyRounding: 'zzz' } }, 'penalties policies.penaltyRounding', 'unknown-policy-value'],
  ])('names the %s', (_what, request, at, code) => {
    expect(asked({}, request)).toMatchObject({ ok: false, error: [{ code, at }] });
  });

  it('names every mistake at once', () => {
    const answer = asked({ amount: -1, changes: [{ ...payment, day: '' }] }, { payer: '' });
    expect(answer.ok ? [] : answer.error.map(({ code }) => code).sort()).toEqual(['day-format', 'integer-out-of-range', 'not-one-of']);
  });

  it('is no reason to refuse what is right', () => {
    expect(asked({ changes: [reversal, payment] }).ok).toBe(true);
    expect(asked({ changes: [payment, { ...payment, amount: 5 }, { ...reversal, amount: 100005 }] }).ok).toBe(true);
    expect(asked({ amount: 0 }, { withoutMoratoria: ['covid-424'], decidedOn: undefined }).ok).toBe(true);
  });
});
