import type { AnyProblemCode } from '../../src/model/problem-text-codes';
import { billed, type Producer } from './producer';

const SERVICE = (waste: string): string => `services:
  - { id: tko, house: dom-1, service: waste, provider: ro, from: 2024-01-01, tariff: tko, waste: ${waste} }
`;
const PERSON = SERVICE('{ basis: [{ from: 2024-01-01, by: person, normative: per-person, act: акт }] }');
const AREA = SERVICE('{ basis: [{ from: 2024-01-01, by: area, normative: per-area, act: акт }] }');
const CONTAINERS = SERVICE('{ basis: [{ from: 2024-01-01, by: containersPerson, act: акт }] }');
const ABSENCE = (id: string, of: string): string =>
  `  - { id: ${id}, premises: kv-1, person: ivanov, ${of}, appliedOn: 2025-11-01, documents: [{ what: справка${of.includes('2025-11-25') ? ', to: 2025-11-20' : ''} }] }\n`;
const INCIDENT = (id: string, of: string): string =>
  `  - { id: ${id}, house: dom-1, type: interruption, recordedOn: 2025-11-20, document: акт, ${of} }\n`;
const REMOVAL = (id: string): string => `  - { id: ${id}, house: dom-1, month: 2025-11, volume: 36, source: акт }\n`;
const SHOP = (waste: string): string => `premises:
  - { id: mag-1, house: dom-1, number: 2, type: nonResidential, areas: [{ from: 2020-01-01, value: 20 }]${waste} }
accounts:
  - { id: a-2, number: '2', premises: mag-1, from: 2020-01-01 }
`;

/** A service by the normative, and something wrong with it. */
const METERED = (service: string, unit: string, incident: string): string => `services:
  - { id: s-1, house: dom-1, service: ${service}, provider: ro, from: 2024-01-01, tariff: price, normative: norm, meterDuty: false }
tariffs:
  - { code: price, id: t-2, title: Тариф, unit: RUB/${unit}, reviewedThrough: 2028-12-31, entries: [{ from: 2020-01-01, value: 5, act: акт }] }
normatives:
  - { code: norm, id: n-3, title: Норматив, unit: ${unit}/person-month, reviewedThrough: 2028-12-31, entries: [{ from: 2020-01-01, value: 10, act: акт }] }
incidents:
  - { id: p-1, house: dom-1, service: ${service}, type: ${incident}, recordedOn: 2025-11-20, document: акт }
`;

const HOUSE = `houses: [{ id: dom-1, address: 'Пермь, ул. Сибирская, 1', region: perm }]
`;
const BASE = `
providers: [{ id: ro, name: Региональный оператор }]
premises: [{ id: kv-1, house: dom-1, number: 1, type: dwelling, areas: [{ from: 2020-01-01, value: 50 }] }]
accounts: [{ id: a-1, number: '1', premises: kv-1, from: 2020-01-01 }]
tariffs:
  - { code: tko, id: t-1, title: ТКО, unit: RUB/m3, reviewedThrough: 2028-12-31, entries: [{ from: 2020-01-01, value: 641, act: акт }] }
normatives:
  - { code: per-person, id: n-1, title: На человека, unit: m3/person-year, reviewedThrough: 2028-12-31, entries: [{ from: 2020-01-01, value: 2.196, act: акт }] }
  - { code: per-area, id: n-2, title: На площадь, unit: m3/m2-year, reviewedThrough: 2028-12-31, entries: [{ from: 2020-01-01, value: 0.1, act: акт }] }
`;
const RESIDENTS = 'residents: [{ id: r-1, premises: kv-1, person: ivanov, from: 2020-01-01 }]\n';

/** Bill a month of a house by a file, on top of the prices and a flat of it. */
const waste = (code: AnyProblemCode, text: string, month = '2025-11', residents = RESIDENTS): Producer =>
  billed(code, text, [text.startsWith('houses') ? BASE : `${HOUSE}${BASE}`, ...(residents === '' ? [] : [residents])], month);

/** Problems of waste, of absences and of incidents. */
export const WASTE: readonly Producer[] = [
  waste('waste-basis-missing', SERVICE('{ basis: [{ from: 2025-01-01, by: person, normative: per-person, act: акт }] }')),
  waste(
    'waste-basis-mid-month',
    SERVICE(
      '{ basis: [{ from: 2024-01-01, by: person, normative: per-person, act: акт }, { from: 2025-11-15, by: containersPerson, act: акт }] }',
    ),
  ),
  waste('waste-normative-missing', SERVICE('{ basis: [{ from: 2024-01-01, by: person, act: акт }] }')),
  waste('waste-terms-field', `${PERSON}${SHOP(', waste: { terms: [{ from: 2024-01-01, by: contract, document: договор }] }')}`),
  waste('waste-terms-missing', `${PERSON}${SHOP('')}`),
  waste('waste-removal-twice', `${CONTAINERS}wasteRemovals:\n${REMOVAL('v-1')}${REMOVAL('v-2')}`),
  waste('waste-volume-missing', CONTAINERS),
  waste(
    'waste-nobody',
    `houses: [{ id: dom-1, address: 'Пермь, ул. Сибирская, 1', region: perm, policies: { ownersFallback: 'off' } }]
${CONTAINERS}wasteRemovals:
${REMOVAL('v-1')}`,
    '2025-11',
    '',
  ),
  waste('rule-expired', `${AREA}absences:\n${ABSENCE('o-1', 'from: 2027-12-10, to: 2028-01-20')}`, '2028-01'),
  waste('absence-person-unknown', `${PERSON}absences:\n${ABSENCE('o-1', 'from: 2025-11-01, to: 2025-11-20')}`, '2025-11', ''),
  waste('absence-beyond-documents', `${PERSON}absences:\n${ABSENCE('o-1', 'from: 2025-11-01, to: 2025-11-25')}`),
  waste(
    'absences-overlap',
    `${PERSON}absences:\n${ABSENCE('o-1', 'from: 2025-11-01, to: 2025-11-15')}${ABSENCE('o-2', 'from: 2025-11-14, to: 2025-11-24')}`,
  ),
  waste('incident-service', `${PERSON}incidents:\n${INCIDENT('p-1', 'service: maintenance, from: 2025-11-05T09, to: 2025-11-08T09')}`),
  waste(
    'incident-type',
    `${PERSON}incidents:\n${INCIDENT('p-1', 'service: sewerage, from: 2025-11-05T09, to: 2025-11-08T09').replace('interruption', 'pressure')}`,
  ),
  waste(
    'incident-field',
    `${PERSON}incidents:\n${INCIDENT('p-1', 'service: coldWater, from: 2025-11-05T09, to: 2025-11-08T09, weather: cold')}`,
  ),
  waste('incident-measure', `${PERSON}incidents:\n${INCIDENT('p-1', 'service: heating, from: 2025-11-05T09, to: 2025-11-08T09')}`),
  waste(
    'incident-measured-order',
    `${PERSON}incidents:\n${INCIDENT('p-1', "service: hotWater, from: 2025-11-05T09, to: 2025-11-08T09, measured: [{ from: 2025-11-06T09, celsius: '50' }]").replace('interruption', 'temperature')}`,
  ),
  waste(
    'incident-minutes',
    `${PERSON}incidents:\n${INCIDENT('p-1', "service: waste, from: '2025-11-05T09:30', to: 2025-11-08T09, weather: cold")}`,
  ),
  waste('quality-feeds-missing', METERED('electricity', 'kWh', 'interruption, from: 2025-11-05T09, to: 2025-11-06T18')),
  waste('quality-cold-tariff-missing', METERED('hotWater', 'm3', "temperature, from: 2025-11-05T09, to: 2025-11-05T18, celsius: '30'")),
  waste('incident-weather-missing', `${PERSON}incidents:\n${INCIDENT('p-1', 'service: waste, from: 2025-11-05T09, to: 2025-11-08T09')}`),
  waste(
    'incident-hours',
    `${PERSON}incidents:\n${INCIDENT('p-1', 'service: waste, from: 2025-11-05T09, to: 2025-11-06T09, hoursAbove: 25')}`,
  ),
  waste(
    'incidents-overlap',
    `${PERSON}incidents:\n${INCIDENT('p-1', 'service: waste, from: 2025-11-05T09, to: 2025-11-08T09, weather: cold')}${INCIDENT('p-2', 'service: waste, from: 2025-11-08T08, to: 2025-11-09T09, weather: cold')}`,
  ),
];
