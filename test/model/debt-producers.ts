import type { Month } from '../../src/kernel/calendar';
import { checkedPart } from '../../src/ledger/closing/check-chain';
import { ClosingMaker } from '../../src/ledger/closing/month-chain';
import type { AnyProblemCode } from '../../src/model/problem-text-codes';
import { SAMPLE_INSTANT, sampleEntry } from '../../src/testing/sample-records';
import { billed, type Producer, problemOf } from './producer';

const BASE = `
houses:
  - { id: dom-1, address: 'Пермь, ул. Сибирская, 1', region: perm }
  - { id: dom-2, address: 'Пермь, ул. Сибирская, 2', region: perm }
providers: [{ id: tsg, name: ТСЖ }]
premises:
  - { id: kv-1, house: dom-1, number: 1, type: dwelling, areas: [{ from: 2020-01-01, value: 50 }] }
  - { id: kv-9, house: dom-2, number: 9, type: dwelling, areas: [{ from: 2020-01-01, value: 50 }] }
accounts:
  - { id: a-1, number: 001, premises: kv-1, from: 2020-01-01, to: 2026-03-01 }
  - { id: a-2, number: 002, premises: kv-1, from: 2026-03-01, to: 2026-05-01 }
  - { id: a-3, number: 003, premises: kv-1, from: 2026-05-01 }
  - { id: a-9, number: 009, premises: kv-9, from: 2020-01-01 }
`;

const debt = (code: AnyProblemCode, text: string): Producer => billed(code, text, [BASE], '2026-03');

const instalment = (id: string, more = ''): string =>
  `  - { id: ${id}, account: 001, service: heating, month: 2026-01, grantedOn: 2026-02-03${more} }\n`;

const agreement = (parts: string, debts = 'amount: 600'): string =>
  `repaymentAgreements: [{ id: s-1, account: 001, provider: tsg, agreedOn: 2026-02-03, debts: [{ month: 2026-01, ${debts} }], parts: [${parts}], document: № 1 }]\n`;

const succession = (id: string, from: string, to: string, more = ''): string =>
  `  - { id: ${id}, on: 2026-03-01, reason: renumbering, from: [${from}], to: [{ account: ${to} }], document: приказ${more} }\n`;

const AGREED = "id: r-1, account: 001, agreedOn: 2026-02-10, saldo: [{ provider: tsg, amount: 5.00 }], document: 'акт № 1'";
/** An entry of a closed month that became another one behind the program. */
const changedPast = () => {
  const month = '2026-10' as Month;
  const maker = new ClosingMaker({ house: 'dom-1', month, version: 1, at: SAMPLE_INSTANT, by: 'бухгалтер' }, null);
  maker.take({ month, entries: [sampleEntry('e-1', 'dom-1', '001', month)], bills: [], acts: [] });
  return checkedPart(maker.closed([]).closing, month, 'entries', [sampleEntry('e-1', 'dom-1', '002', month)]);
};

/** Problems of instalments, agreements, limitation and successions of accounts. */
export const DEBT_PRODUCERS: readonly Producer[] = [
  debt('debt-amount-not-positive', `instalments:\n${instalment('r-1', ', lastYear: 0')}`),
  debt(
    'payment-services',
    'payments: [{ id: p-1, account: 001, amount: 100.00, paidOn: 2026-03-05, services: [{ service: gas, amount: 60.00 }, { service: heating, amount: 60.00 }] }]\n',
  ),
  debt('instalment-twice', `instalments:\n${instalment('r-1')}${instalment('r-2')}`),
  debt('agreement-sums', agreement('{ due: 2026-03-10, amount: 500 }')),
  debt('agreement-part-early', agreement('{ due: 2026-02-02, amount: 600 }')),
  debt(
    'debt-event-field',
    'debtEvents: [{ id: e-1, account: 001, type: acknowledged, on: 2026-02-03, ended: { on: 2026-02-10, outcome: awarded }, document: акт }]\n',
  ),
  debt(
    'restriction-field',
    'restrictions: [{ id: o-1, account: 001, provider: tsg, service: electricity, step: restricted, on: 2026-02-03, deliveredOn: 2026-02-04, document: акт }]\n',
  ),
  debt('succession-shape', `accountSuccessions:\n${succession('p-1', '001', '002').replace('renumbering', 'merge')}`),
  debt('succession-days', `accountSuccessions:\n${succession('p-1', '002', '003')}`),
  debt('succession-other-house', `accountSuccessions:\n${succession('p-1', '001', '009')}`),
  debt('succession-twice', `accountSuccessions:\n${succession('p-1', '001', '002')}${succession('p-2', '001', '002')}`),
  debt('reconciliation-day', `reconciliations: [{ ${AGREED}, through: 2026-01-30 }]\n`),
  debt(
    'reconciliation-twice',
    `reconciliations:\n  - { ${AGREED}, through: 2026-01-31 }\n  - { ${AGREED.replace('r-1', 'r-2')}, through: 2026-01-31 }\n`,
  ),
  {
    code: 'past-changed',
    input: "update saldo.entries set account = '002' where posted_in = '2026-10'; -- with the triggers off",
    make: () => problemOf(changedPast(), 'past-changed'),
  },
  debt('succession-cycle', `accountSuccessions:\n${succession('p-1', '001', '002')}${succession('p-2', '002', '001')}`),
];
