import type { AnyProblemCode } from '../../src/model/problem-text-codes';
import { billed, type Producer } from './producer';

const BASE = `
houses: [{ id: dom-1, address: 'Пермь, ул. Сибирская, 1', region: perm }]
providers: [{ id: tsg, name: ТСЖ }]
tariffs:
  - { code: perm.m2, id: t-1, title: Содержание, unit: RUB/m2-month, reviewedThrough: 2026-12-31, entries: [{ from: 2020-01-01, value: 20, act: акт }] }
services: [{ id: u-1, house: dom-1, service: maintenance, provider: tsg, from: 2020-01-01, tariff: perm.m2 }]
premises:
  - { id: kv-1, house: dom-1, number: 1, type: dwelling, areas: [{ from: 2020-01-01, value: 50 }] }
accounts: [{ id: a-1, number: 001, premises: kv-1, from: 2020-01-01 }]
`;

const benefit = (code: AnyProblemCode, ...rows: readonly string[]): Producer =>
  billed(
    code,
    `benefits:\n${rows
      .map((row, index) => `  - { id: l-${index + 1}, person: p-1, category: veteran, from: 2020-01-01, act: удостоверение, ${row} }\n`)
      .join('')}`,
    [BASE],
    '2026-03',
  );

const HALF = 'account: 001, share: 0.5, covers: [{ service: maintenance, by: whole }]';

/** Problems of benefits. */
export const BENEFITS_PRODUCERS: readonly Producer[] = [
  benefit('benefit-for-whom', 'share: 0.5, covers: [{ service: maintenance, by: whole }]'),
  benefit('benefit-share', 'account: 001, share: 1.5, covers: [{ service: maintenance, by: whole }]'),
  benefit('benefit-service', 'account: 001, share: 0.5, covers: [{ service: maintenance, by: volume }]'),
  benefit('benefit-field', 'account: 001, share: 0.5, covers: [{ service: maintenance, by: area }]'),
  benefit('benefits-overlap', HALF, HALF),
];
