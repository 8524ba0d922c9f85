import type { AnyProblemCode } from '../../src/model/problem-text-codes';
import { billed, type Producer } from './producer';

const SERVICE = (made: string): string => `services:
  - { id: gvs, house: dom-1, service: hotWater, provider: tsg, from: 2020-01-01, tariff: perm.cold, made: { resources: [${made}] } }
`;

const HEAT = '{ resource: heat, tariff: perm.heat }';

const SPENT = (more: string): string =>
  `houseVolumes:\n  - { id: ob-1, house: dom-1, service: hotWater, month: 2026-03, what: forHotWater, volume: 12.9, source: акт${more} }\n`;

const DIRECT = `premises:
  - id: kv-2
    house: dom-1
    number: 2
    type: nonResidential
    areas: [{ from: 2020-01-01, value: 20 }]
    directContracts: [{ service: hotWater, from: 2020-01-01, why: договор }]
`;

const BASE = `
houses: [{ id: dom-1, address: 'Пермь, ул. Сибирская, 1', region: perm }]
providers: [{ id: tsg, name: ТСЖ }]
tariffs:
  - { code: perm.cold, id: t-1, title: Холодная вода, unit: RUB/m3, reviewedThrough: 2026-12-31, entries: [{ from: 2020-01-01, value: 20, act: акт }] }
  - { code: perm.heat, id: t-2, title: Тепло, unit: RUB/Gcal, reviewedThrough: 2026-12-31, entries: [{ from: 2020-01-01, value: 2000, act: акт }] }
`;

/** Bill March 2026 of a house by a file, on top of the prices of its services. */
const made = (code: AnyProblemCode, text: string): Producer => billed(code, text, [BASE], '2026-03');

/** Problems of hot water that is made in the house. */
export const OWN_PRODUCTION: readonly Producer[] = [
  made('made-volume-missing', SERVICE(HEAT)),
  made('made-incomplete', `${SERVICE(HEAT)}${SPENT(', resource: heat')}${DIRECT}`),
  made('made-resource-twice', SERVICE(`${HEAT}, ${HEAT}`)),
  made('house-volume-resource', `${SERVICE(HEAT)}${SPENT('')}`),
];
