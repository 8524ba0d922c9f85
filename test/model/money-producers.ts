import type { Instant } from '../../src/kernel/calendar';
import type { Problem } from '../../src/kernel/problem';
import type { AnyProblemCode } from '../../src/model/problem-text-codes';
import { createSaldo, type Saldo } from '../../src/run/create-saldo';
import type { Answer } from '../../src/run/edge';
import { steppingClock } from '../../src/testing/clock';
import { createMemoryStore } from '../../src/testing/memory-store';
import { type Producer, problemOf } from './producer';

const FACTS = [
  { kind: 'house', id: 'dom-1', address: 'Пермь, ул. Сибирская, 1', region: 'perm' },
  { kind: 'provider', id: 'tsg', name: 'ТСЖ' },
  { kind: 'premises', id: 'kv-1', house: 'dom-1', number: '1', type: 'dwelling', areas: [{ from: '2020-01-01', value: '50' }] },
  { kind: 'account', id: 'a-1', number: '001', premises: 'kv-1', from: '2020-01-01', payer: { kind: 'person', name: 'Иванов' } },
];

const asked = (code: AnyProblemCode, input: string, ask: (saldo: Saldo) => Answer<unknown>): Producer => ({
  code,
  input,
  make: async () => {
    const clock = steppingClock('2026-03-10T09:00:00.000Z' as Instant);
    const saldo = createSaldo({ store: createMemoryStore(), clock });
    const imported = await saldo.importFacts(FACTS);
    if (!imported.ok) throw new Error(JSON.stringify(imported.error));
    return problemOf(await ask(saldo), code) as Problem<AnyProblemCode>;
  },
});

const payment = { account: '001', amount: '100.00', paidOn: '2026-03-10' };

/** Problems of payments and refunds, each with an account 001 of one house, on 10.03.2026. */
export const MONEY_PRODUCERS: readonly Producer[] = [
  asked('account-unknown', "checkPayable({ account: '002', amount: '100.00', paidOn: '2026-03-10' })", (saldo) =>
    saldo.checkPayable({ ...payment, account: '002' }),
  ),
  asked('payment-not-positive', "acceptPayment({ account: '001', amount: '0.00', paidOn: '2026-03-10' }, { key: '1' })", (saldo) =>
    saldo.acceptPayment({ ...payment, amount: '0.00' }, { key: '1' }),
  ),
  asked('key-format', "acceptPayment({ account: '001', amount: '100.00', paidOn: '2026-03-10' }, { key: '' })", (saldo) =>
    saldo.acceptPayment(payment, { key: '' }),
  ),
  asked('payment-in-future', "checkPayable({ account: '001', amount: '100.00', paidOn: '2026-03-12' })", (saldo) =>
    saldo.checkPayable({ ...payment, paidOn: '2026-03-12' }),
  ),
  asked(
    'payment-parts-sum',
    "acceptPayments({ total: '100.00', paidOn: '2026-03-10', parts: [{ account: '001', amount: '99.00' }] }, { key: '1' })",
    (saldo) => saldo.acceptPayments({ total: '100.00', paidOn: '2026-03-10', parts: [{ account: '001', amount: '99.00' }] }, { key: '1' }),
  ),
  asked(
    'payment-not-suspended',
    "identifyPayment({ payment: 'un-1', account: '001', by: 'оператор', why: 'звонок' }, { key: '1' })",
    (saldo) => saldo.identifyPayment({ payment: 'un-1', account: '001', by: 'оператор', why: 'звонок' }, { key: '1' }),
  ),
  asked(
    'refund-above-advance',
    "refund({ account: '001', provider: 'tsg', amount: '10.00', on: '2026-03-10', document: 'заявление' }, { key: '1' })",
    (saldo) => saldo.refund({ account: '001', provider: 'tsg', amount: '10.00', on: '2026-03-10', document: 'заявление' }, { key: '1' }),
  ),
];
