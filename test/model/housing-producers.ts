import type { AnyProblemCode } from '../../src/model/problem-text-codes';
import { billed, type Producer } from './producer';

const BASE = `
houses: [{ id: dom-1, address: 'Пермь, ул. Сибирская, 1', region: perm }]
providers: [{ id: tsg, name: ТСЖ }]
tariffs:
  - { code: perm.m2, id: t-1, title: Содержание, unit: RUB/m2-month, reviewedThrough: 2026-12-31, entries: [{ from: 2020-01-01, value: 20, act: акт }] }
  - { code: perm.house, id: t-2, title: Сумма на дом, unit: RUB/house, reviewedThrough: 2026-12-31, entries: [{ from: 2020-01-01, value: 9000, act: акт }] }
  - { code: perm.month, id: t-3, title: Сумма в месяц, unit: RUB/house-month, reviewedThrough: 2026-12-31, entries: [{ from: 2020-01-01, value: 900, act: акт }] }
  - { code: perm.cold, id: t-4, title: Холодная вода, unit: RUB/m3, reviewedThrough: 2026-12-31, entries: [{ from: 2020-01-01, value: 30, act: акт }] }
premises:
  - { id: kv-1, house: dom-1, number: 1, type: dwelling, areas: [{ from: 2020-01-01, value: 50 }] }
`;
const ACCOUNT = 'accounts: [{ id: a-1, number: 001, premises: kv-1, from: 2020-01-01 }]\n';
const DECIDED = 'decision: { document: Протокол № 1, on: 2020-01-01 }';

const service = (id: string, more: string): string => `  - { id: ${id}, house: dom-1, provider: tsg, from: 2020-01-01, ${more} }\n`;

/** Bill March 2026 of a house by a file, on top of its prices and its flat. */
const housing = (code: AnyProblemCode, text: string, account = ACCOUNT): Producer => billed(code, `${text}${account}`, [BASE], '2026-03');

const shares = (...list: readonly string[]): string =>
  `accounts:\n${list.map((share, place) => `  - { id: a-${place}, number: 00${place}, premises: kv-1, from: 2020-01-01, share: { ${share} } }\n`).join('')}`;

const work = (more: string): string =>
  `paidWorks: [{ id: r-1, provider: tsg, on: 2019-03-12, item: sealing, title: Опломбировка, quantity: 1, price: 300, document: заявка${more} }]\n`;

const plan = (id: string, from: string): string =>
  `  - { id: ${id}, account: 001, provider: tsg, item: tv, title: ТВ, from: ${from}, to: 2027-01-01, price: 1000, document: договор }\n`;

const manual = (month: string, amount: string): string =>
  `corrections:\n  - { id: k-1, account: 001, service: maintenance, provider: tsg, month: ${month}, amount: ${amount}, by: бухгалтер, why: ошибка, document: записка }\n`;

/** Problems of housing services, shares, paid services and VAT. */
export const HOUSING_PRODUCERS: readonly Producer[] = [
  housing(
    'item-overlap',
    `services:\n${service('u-1', 'service: maintenance, item: lift, tariff: perm.m2')}${service('u-2', 'service: maintenance, item: lift, tariff: perm.m2')}`,
  ),
  housing('decision-missing', `services:\n${service('u-1', 'service: targetFee, tariff: perm.m2')}`),
  housing('fee-term', `services:\n${service('u-1', `service: targetFee, tariff: perm.house, ${DECIDED}`)}`),
  housing(
    'floor-unknown',
    `services:\n${service('u-1', `service: maintenance, item: lift, tariff: perm.m2, ${DECIDED}, exclusions: [{ floors: [1], why: первый этаж }]`)}`,
  ),
  housing(
    'nobody-to-share',
    `services:\n${service('u-1', `service: additional, item: yard, tariff: perm.month, ${DECIDED}, exclusions: [{ type: dwelling, why: все }]`)}`,
  ),
  housing('paid-for-whom', work('')),
  housing('paid-outside-account', work(', account: 001')),
  housing('correction-outside-account', manual('2019-01', '-10')),
  housing('correction-zero', manual('2026-03', '0')),
  housing('prepaid-overlap', `prepaid:\n${plan('p-1', '2026-01-01')}${plan('p-2', '2026-06-01')}`),
  housing(
    'defect-item-unknown',
    'housingDefects: [{ id: d-1, house: dom-1, item: cleaning, from: 2026-03-01, to: 2026-03-05, document: акт }]\n',
  ),
  housing(
    'vat-rate-not-in-force',
    'tariffs:\n  - { code: perm.vat, id: t-9, title: Вода, unit: RUB/m3, reviewedThrough: 2026-12-31, entries: [{ from: 2026-01-01, value: 30, act: акт, vat: { mode: included, rate: 20 } }] }\n',
  ),
  housing('shares-above-one', shares('part: 1, of: 2', 'part: 2, of: 3'), ''),
  housing('share-without-account', `services:\n${service('u-1', 'service: coldWater, tariff: perm.cold')}${shares('part: 1, of: 2')}`, ''),
];
