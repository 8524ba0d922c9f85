import type { FactFileLimits } from '../../src/exchange/fact-file';
import { readFactsFolder } from '../../src/exchange/facts-folder';
import { located } from '../../src/exchange/located';
import { type ReadingForm, readReadings } from '../../src/exchange/reading-intake';
import { type Day, type Month, parseDay, parseHour, parseInstant, parseMonth } from '../../src/kernel/calendar';
import { datedSeries } from '../../src/kernel/dated';
import { parseExact } from '../../src/kernel/gate';
import { interval } from '../../src/kernel/interval';
import { asKopecks } from '../../src/kernel/money';
import type { Problem } from '../../src/kernel/problem';
import type { Result } from '../../src/kernel/result';
import { shareBy } from '../../src/kernel/share';
import { instalmentPlan } from '../../src/ledger/instalment/instalment-plan';
import { penaltiesOf } from '../../src/ledger/penalties/penalties-of';
import type { DebtBucket } from '../../src/ledger/penalties/penalty-request';
import { assembleHouses } from '../../src/model/assemble';
import type { AnyProblemCode } from '../../src/model/problem-text-codes';
import { clause } from '../../src/norms/act';
import { checkedParameter, parameter, valueFor, valueOn } from '../../src/norms/parameter';
import { choose, rules } from '../../src/norms/rules';
import { belowMissing } from '../../src/run/below-missing';
import { BATCH_PRODUCERS } from './batch-producers';
import { BENEFITS_PRODUCERS } from './benefits-producers';
import { DEBT_PRODUCERS } from './debt-producers';
import { HEATING } from './heating-producers';
import { HOUSING_PRODUCERS } from './housing-producers';
import { IMPORT_PRODUCERS } from './import-producers';
import { MONEY_PRODUCERS } from './money-producers';
import { OWN_PRODUCTION } from './own-production-producers';
import { PAYMENT_PRODUCERS } from './payment-producers';
import { type Producer, problemOf } from './producer';
import { WASTE } from './waste-producers';

/** Codes that nothing produces here yet. The list may only shrink; the test fails when an entry has got a producer. */
export const WITHOUT_PRODUCER: readonly AnyProblemCode[] = [
  'series-gap',
  'division-by-zero',
  'formula-not-in-force',
  'account-in-two-houses',
  'common-incomplete',
  'common-meter-missing',
  'common-average-missing',
  'common-area-missing',
  'premises-area-exceeded',
  'common-terms-overlap',
  'inlet-within-itself',
  'house-volume-twice',
  'owners-missing',
  'area-missing',
  'service-unknown',
  'unknown-policy',
  'unknown-policy-value',
  'no-normative',
  'contract-volume-missing',
  'gas-equipment-unknown',
  'flat-nobody',
  'month-before-house',
  'zone-tariff-missing',
  'ranges-change-within-month',
  'capacity-missing',
  'month-not-billed',
  'previous-month-open',
  'clock-behind',
  'preview-outdated',
  'previous-month-not-billed',
  'amount-too-large',
  'month-closed',
  'idempotency-conflict',
  'version-conflict',
  'store-unavailable',
  'duplicate-entry',
  'store-in-use',
  'schema-newer',
  'schema-changed',
  'pglite-missing',
  'readings-undecided',
  'reading-unknown',
];

/** A call of a function of ours. */
const call = (
  code: AnyProblemCode,
  input: string,
  run: () => Result<unknown, Problem<AnyProblemCode> | readonly Problem<AnyProblemCode>[]>,
): Producer => ({
  code,
  input,
  make: () => problemOf(run(), code),
});

/** A file of a facts folder. */
const file = (
  code: AnyProblemCode,
  path: string,
  text: string | Uint8Array,
  limits: Partial<FactFileLimits> = {},
  shown = String(text),
): Producer => ({
  code,
  input: `${path}\n${shown}`.trimEnd(),
  make: () => problemOf<Problem<AnyProblemCode>>(readFactsFolder([{ path, text }], limits), code),
});

/** A folder whose files are right, one by one, and do not fit together; on top of a small house that does. */
const house = (code: AnyProblemCode, text: string): Producer => ({
  code,
  input: `house.yaml\n${text}`.trimEnd(),
  make: () => {
    const folder = readFactsFolder([
      { path: 'house.yaml', text },
      { path: 'base.yaml', text: BASE },
    ]);
    if (!folder.ok) throw new Error(`${code}: ${JSON.stringify(folder.error)}`);
    return located(problemOf<Problem<AnyProblemCode>>(assembleHouses(folder.value.records), code), folder.value.places);
  },
});

const BASE = `
houses: [{ id: dom-1, address: 'Пермь, ул. Сибирская, 1', region: perm }]
providers: [{ id: vodokanal, name: Водоканал }]
premises: [{ id: kv-1, house: dom-1, number: 1, type: dwelling, areas: [{ from: 2020-01-01, value: 54.3 }] }]
accounts: [{ id: ls-1, number: 590001, premises: kv-1, from: 2020-01-01 }]
residents: [{ id: zh-1, premises: kv-1, person: ivanov, from: 2020-01-01 }]
meters: [{ id: pu-1, premises: kv-1, service: coldWater, serial: 1234, commissionedOn: 2024-01-10, registers: [{ initial: 0 }] }]
`;

const READINGS = 'id;meter;takenOn;value';
const reading = (code: AnyProblemCode, row: string): Producer => file(code, 'readings.csv', `${READINGS}\n${row}\n`);

const KERNEL: readonly Producer[] = [
  call('number-not-text', 'parseExact(12.5, SHAPES.reading)', () => parseExact(12.5, { integerDigits: 15, scale: 7 })),
  reading('number-format', 'r-1;pu-1;2026-10-23;12,5'),
  reading('number-too-long', 'r-1;pu-1;2026-10-23;1000000000000000000000000000000000000000000'),
  reading('number-too-many-decimals', 'r-1;pu-1;2026-10-23;0.12345678'),
  reading('number-negative', 'r-1;pu-1;2026-10-23;-5'),
  reading('number-too-large', 'r-1;pu-1;2026-10-23;1234567890123456'),
  reading('day-format', 'r-1;pu-1;23.10.2026;12.5'),
  reading('day-not-in-calendar', 'r-1;pu-1;2026-02-30;12.5'),
  file('month-format', 'openingSaldo.csv', 'id;account;service;provider;month;amount\ns-1;590001;coldWater;vodokanal;2026-13;100.00\n'),
  call('month-format', "parseMonth('2026-13')", () => parseMonth('2026-13')),
  file('instant-format', 'readings.csv', `${READINGS};knownAt\nr-1;pu-1;2026-10-23;12.5;2026-10-25 09:00\n`),
  call('hour-format', "parseHour('2026-10-01T24')", () => parseHour('2026-10-01T24')),
  call('instant-format', "parseInstant('2026-10-25')", () => parseInstant('2026-10-25')),
  call('day-format', "parseDay('today')", () => parseDay('today')),
  call('interval-empty', "interval('2026-10-01', '2026-10-01')", () => interval('2026-10-01' as Day, '2026-10-01' as Day)),
  call('series-overlap', "datedSeries([{ from: '2026-01-01', value: '1' }, { from: '2026-01-01', value: '2' }])", () =>
    datedSeries([
      { from: '2026-01-01' as Day, value: '1' },
      { from: '2026-01-01' as Day, value: '2' },
    ]),
  ),
  call('nothing-to-share-by', 'shareBy(100, [0, 0])', () => shareBy(100, [0, 0])),
];

const SCHEMA: readonly Producer[] = [
  file('field-missing', 'house.yaml', 'houses:\n  - id: dom-1\n    region: perm\n'),
  file('field-unknown', 'house.yaml', 'houses:\n  - id: dom-1\n    adress: Пермь\n    region: perm\n'),
  file('wrong-type', 'house.yaml', 'houses:\n  - id: dom-1\n    address: [Пермь]\n    region: perm\n'),
  file('not-one-of', 'readings.csv', `${READINGS};zone\nr-1;pu-1;2026-10-23;12.5;Т1\n`),
  file(
    'integer-out-of-range',
    'house.yaml',
    'houses:\n  - id: dom-1\n    address: Пермь\n    region: perm\n    readingWindow:\n      - { from: 2026-01-01, cutoffDay: 32 }\n',
  ),
  file('text-empty', 'house.yaml', "providers:\n  - id: vodokanal\n    name: ''\n"),
  file(
    'text-too-long',
    'house.yaml',
    `providers:\n  - id: vodokanal\n    name: ${'а'.repeat(301)}\n`,
    {},
    'providers:\n  - id: vodokanal\n    name: аааааа…    # 301 letters\n',
  ),
  file('text-format', 'house.yaml', 'providers:\n  - id: vodokanal\n    name: "Водо\\tканал"\n'),
  reading('id-format', 'r 1;pu-1;2026-10-23;12.5'),
  file('inn-format', 'house.yaml', 'providers:\n  - id: vodokanal\n    name: Водоканал\n    inn: 12345\n'),
  file(
    'list-too-long',
    'house.yaml',
    `meters:\n  - { id: pu-2, premises: kv-1, service: electricity, serial: 77, commissionedOn: 2026-01-10, registers: [${['T0', 'T1', 'T2', 'T3'].map((zone) => `{ zone: ${zone}, initial: 0 }`).join(', ')}] }\n`,
  ),
  file('list-too-short', 'house.yaml', 'premises:\n  - id: kv-1\n    house: dom-1\n    number: 1\n    type: dwelling\n    areas: []\n'),
];

const FOLDER: readonly Producer[] = [
  { code: 'folder-empty', input: '(no file)', make: () => problemOf<Problem<AnyProblemCode>>(readFactsFolder([]), 'folder-empty') },
  file('file-type-unknown', 'readings.xlsx', '', {}, '(a spreadsheet)'),
  file(
    'file-too-large',
    'readings.csv',
    'x'.repeat(2000),
    { csvSize: 1000 },
    '(100 MB on one line; the text below is made with a limit of 1000 bytes)',
  ),
  file('file-not-utf8', 'readings.csv', Uint8Array.of(0x69, 0x64, 0x0a, 0xcf, 0xf0), {}, 'id\nПр    (in Windows-1251)'),
  file('file-empty', 'house.yaml', '', {}, '(nothing)'),
  file('file-shape', 'house.yaml', '- id: dom-1\n  kind: house\n'),
  file('group-unknown', 'house.yaml', 'house:\n  - id: dom-1\n'),
  file('key-forbidden', 'house.yaml', 'houses:\n  - id: dom-1\n    __proto__: { admin: yes }\n'),
  file('key-duplicate', 'house.yaml', 'houses:\n  - id: dom-1\n    id: dom-2\n'),
  file('key-not-text', 'house.yaml', 'houses:\n  - [id]: dom-1\n'),
  file('yaml-syntax', 'house.yaml', 'houses:\n\t- id: dom-1\n'),
  file('yaml-several-documents', 'house.yaml', 'houses: []\n---\nmeters: []\n'),
  file('yaml-too-deep', 'house.yaml', `houses: ${'['.repeat(20_000)}`, {}, 'houses: [[[[[[[[[[[[…    # 20 000 brackets\n'),
  file('yaml-alias', 'house.yaml', 'houses:\n  - &first\n    id: dom-1\n  - *first\n'),
  file('yaml-merge-key', 'house.yaml', 'houses:\n  - <<: { region: perm }\n    id: dom-1\n'),
  file('yaml-tag', 'house.yaml', 'houses:\n  - id: !!str 1\n'),
  file('yaml-directive', 'house.yaml', '%YAML 1.1\n---\nhouses: []\n'),
  file('csv-file-name', 'october.csv', `${READINGS}\n`),
  file('csv-quote', 'readings.csv', `${READINGS}\n"r-1;pu-1;2026-10-23;12.5\n`),
  file('csv-columns', 'readings.csv', `${READINGS}\nr-1;pu-1;2026-10-23\n`),
  file(
    'csv-cell-too-long',
    'readings.csv',
    `${READINGS}\n${'r'.repeat(1100)};pu-1;2026-10-23;12.5\n`,
    {},
    `${READINGS}\nrrrrrr…;pu-1;2026-10-23;12.5    (1100 letters)\n`,
  ),
  file('line-too-long', 'readings.csv', `${READINGS}\n${'r'.repeat(70_000)}\n`, {}, `${READINGS}\nrrrrrr…    (70 000 letters)\n`),
  file('column-unknown', 'readings.csv', 'id;meter;takenOn;vlaue\n'),
  file('column-duplicate', 'readings.csv', 'id;meter;takenOn;value;value\n'),
  file('column-missing', 'readings.csv', 'id;meter;value\n'),
  file(
    'more-problems',
    'readings.csv',
    `${READINGS}\n1;2;3;4\n1;2;3;4\n1;2;3;4\n`,
    { problems: 2 },
    '(more mistakes than are listed: 200; the text below is made with a limit of 2)',
  ),
  file('duplicate-fact', 'readings.csv', `${READINGS}\nr-1;pu-1;2026-10-23;12.5\nr-1;pu-1;2026-10-24;13\n`),
];

const ELECTRICITY = 'services:\n  - { id: u-1, house: dom-1, service: electricity, provider: vodokanal, from: 2025-01-01, tariff: t-1,\n';
const LIMITS = `    }
tariffs:
  - { id: t-1, code: t-1, title: Тариф, reviewedThrough: 2026-12-31, unit: RUB/kWh, entries: [{ from: 2025-01-01, value: 4, act: Приказ }] }
normatives:
  - { id: l-1, code: l-1, title: Порог, reviewedThrough: 2026-12-31, unit: kWh/month, entries: [{ from: 2025-01-01, value: 3900, act: Приказ }] }
  - { id: l-2, code: l-2, title: Порог, reviewedThrough: 2026-12-31, unit: kWh/month, entries: [{ from: 2025-01-01, value: 6000, act: Приказ }] }
`;

const ASSEMBLY: readonly Producer[] = [
  {
    code: 'no-house',
    input: 'payments.csv\nid;account;amount;paidOn\np-1;590001;100.00;2026-10-05',
    make: () => problemOf<Problem<AnyProblemCode>>(assembleHouses([]), 'no-house'),
  },
  house(
    'unknown-reference',
    'meters:\n  - { id: pu-2, premises: kv-9, service: coldWater, serial: 77, commissionedOn: 2026-01-10, registers: [{ initial: 0 }] }\n',
  ),
  house('account-number-taken', 'accounts:\n  - { id: ls-2, number: 590002, aliases: [590001], premises: kv-1, from: 2026-01-01 }\n'),
  house('accounts-overlap', 'accounts:\n  - { id: ls-2, number: 590002, premises: kv-1, from: 2026-01-01 }\n'),
  house(
    'meters-overlap',
    'meters:\n  - { id: pu-2, premises: kv-1, service: coldWater, serial: 77, commissionedOn: 2026-01-10, registers: [{ initial: 0 }] }\n',
  ),
  house(
    'meter-removed-before-commissioned',
    'meters:\n  - { id: pu-2, premises: kv-1, service: hotWater, serial: 77, commissionedOn: 2026-01-10, removedOn: 2025-12-31, registers: [{ initial: 0 }] }\n',
  ),
  house('register-unknown', 'readings:\n  - { id: r-1, meter: pu-1, zone: T1, takenOn: 2026-10-23, value: 12.5 }\n'),
  house(
    'register-twice',
    'meters:\n  - { id: pu-2, premises: kv-1, service: electricity, serial: 77, commissionedOn: 2026-01-10, registers: [{ zone: T1, initial: 0 }, { zone: T1, initial: 0 }] }\n',
  ),
  house('act-field-missing', 'acts:\n  - { id: akt-1, type: tampering, premises: kv-1, on: 2026-10-23, drawnUpBy: УК, reason: магнит }\n'),
  house(
    'act-field-foreign',
    'acts:\n  - { id: akt-1, type: accessRefused, premises: kv-1, on: 2026-10-23, drawnUpBy: УК, reason: не открыли, capacity: 1 }\n',
  ),
  house(
    'act-in-communal-flat',
    `${room('kv-2', 'kv-1')}acts:\n  - { id: akt-1, type: accessRefused, premises: kv-2, on: 2026-10-23, drawnUpBy: УК, reason: не открыли }\n`,
  ),
  house(
    'act-days',
    'acts:\n  - { id: akt-1, type: tampering, premises: kv-1, meter: pu-1, on: 2026-10-23, startedOn: 2026-10-24, drawnUpBy: УК, reason: магнит }\n',
  ),
  house('resident-before-birth', 'residents:\n  - { id: zh-2, premises: kv-1, person: petrov, from: 2026-01-01, born: 2026-03-08 }\n'),
  house('residents-overlap', 'residents:\n  - { id: zh-2, premises: kv-1, person: ivanov, from: 2026-01-01 }\n'),
  house('service-overlap', service('u-1', '2020-01-01') + service('u-2', '2026-01-01').replace('services:\n', '')),
  house('tariff-unknown', service('u-1', '2020-01-01')),
  house('service-field-misplaced', service('u-1', '2020-01-01', ', rules: pp549')),
  house('normative-unknown', service('u-1', '2020-01-01', ', normative: perm.water')),
  house(
    'tariff-unit-mismatch',
    `${service('u-1', '2020-01-01')}tariffs:\n  - { id: t-1, code: perm.cold, title: Тариф, reviewedThrough: 2026-12-31, unit: RUB/kWh, entries: [{ from: 2026-01-01, value: 50.93, act: Постановление }] }\n`,
  ),
  house('range-tariff-missing', `${ELECTRICITY}      ranges: { limits: [l-1, l-2], tariffs: [{ tariff: t-1 }] }\n${LIMITS}`),
  house(
    'range-limit-missing',
    `${ELECTRICITY}      ranges: { limits: [l-1], tariffs: [{ tariff: t-1 }], electricHeating: { limits: [l-1, l-2], months: [1] } }\n${LIMITS}`,
  ),
  house('range-limit-order', `${ELECTRICITY}      ranges: { limits: [l-2, l-1], tariffs: [{ tariff: t-1 }, { tariff: t-1 }] }\n${LIMITS}`),
  house('range-limit-above-ceiling', `${ELECTRICITY}      ranges: { limits: [l-2], tariffs: [{ tariff: t-1 }] }\n${LIMITS}`),
  house(
    'tariff-group-unknown',
    'premises: [{ id: kv-2, house: dom-1, number: 2, type: dwelling, areas: [{ from: 2020-01-01, value: 40 }], tariffGroups: [{ from: 2026-01-01, group: stoves }] }]\n',
  ),
  house(
    'supersedes-unknown',
    'meters:\n  - { id: pu-2, supersedes: pu-9, premises: kv-1, service: coldWater, serial: 77, commissionedOn: 2024-01-10, registers: [{ initial: 0 }] }\n',
  ),
  house(
    'supersedes-twice',
    'providers:\n  - { id: v-2, supersedes: vodokanal, name: Водоканал-2 }\n  - { id: v-3, supersedes: vodokanal, name: Водоканал-3 }\n',
  ),
  house('supersedes-other-kind', 'providers:\n  - { id: v-2, supersedes: pu-1, name: Водоканал-2 }\n'),
  house(
    'supersedes-other-meter',
    'meters:\n  - { id: pu-2, premises: kv-1, service: hotWater, serial: 77, commissionedOn: 2026-01-10, registers: [{ initial: 0 }] }\nreadings:\n  - { id: r-1, meter: pu-1, takenOn: 2026-10-23, value: 12.5 }\n  - { id: r-2, supersedes: r-1, meter: pu-2, takenOn: 2026-10-23, value: 12.5 }\n',
  ),
  house(
    'supersedes-cycle',
    'providers:\n  - { id: v-2, supersedes: v-3, name: Водоканал-2 }\n  - { id: v-3, supersedes: v-2, name: Водоканал-3 }\n',
  ),
  house(
    'room-not-in-flat',
    `${room('kv-2', 'kv-1')}  - { id: kv-3, house: dom-1, number: 3, type: dwelling, within: kv-2, areas: [{ from: 2020-01-01, value: 12 }] }\n`,
  ),
  house(
    'room-meter-service',
    `${room('kv-2', 'kv-1')}meters:\n  - { id: pu-2, premises: kv-2, service: coldWater, serial: 77, commissionedOn: 2026-01-10, registers: [{ initial: 0 }] }\n`,
  ),
  house('flat-and-room-accounts', `${room('kv-2', 'kv-1')}accounts:\n  - { id: ls-2, number: 590002, premises: kv-2, from: 2026-01-01 }\n`),
  house('resident-of-flat', `${room('kv-2', 'kv-1')}accounts:\n  - { id: ls-2, number: 590002, premises: kv-2, from: 2026-01-01 }\n`),
  house(
    'sharing-shares',
    'premises:\n  - { id: kv-2, house: dom-1, number: 2, type: dwelling, areas: [{ from: 2020-01-01, value: 60 }], sharing: [{ service: coldWater, by: agreement, from: 2026-01, shares: [{ premises: kv-9, part: 1 }], document: Соглашение }] }\n',
  ),
  house('withdrawn-nothing', 'providers:\n  - { id: v-2, withdrawn: true, name: Водоканал-2 }\n'),
];

function room(id: string, within: string): string {
  return `premises:\n  - { id: ${id}, house: dom-1, number: 2, type: dwelling, within: ${within}, areas: [{ from: 2020-01-01, value: 12 }] }\n`;
}

const ELECTRIC_METER = '{ id: pu-2, premises: kv-1, service: electricity, serial: 77, commissionedOn: 2026-01-10';

const METERING: readonly Producer[] = [
  house(
    'ratio-not-electricity',
    'meters:\n  - { id: pu-2, premises: kv-1, service: hotWater, serial: 77, commissionedOn: 2026-01-10, registers: [{ initial: 0, ratios: [{ from: 2026-01-10, value: 40 }] }] }\n',
  ),
  house('ratio-not-positive', `meters:\n  - ${ELECTRIC_METER}, registers: [{ initial: 0, ratios: [{ from: 2026-01-10, value: 0 }] }] }\n`),
  house(
    'ratio-too-fine',
    `meters:\n  - ${ELECTRIC_METER}, registers: [{ initial: 0, decimals: 4, ratios: [{ from: 2026-01-10, value: 1.2345 }] }] }\n`,
  ),
  house(
    'ratio-without-stand',
    `meters:\n  - ${ELECTRIC_METER}, registers: [{ initial: 0, ratios: [{ from: 2026-03-10, value: 40 }] }] }\n`,
  ),
  house(
    'reading-window-order',
    'houses:\n  - { id: dom-2, address: Пермь, region: perm, readingWindow: [{ from: 2026-01-01, firstDay: 26, cutoffDay: 20 }] }\n',
  ),
  house(
    'common-terms-mid-month',
    `tariffs: [{ id: t, code: t, title: Тариф, unit: RUB/m3, reviewedThrough: 2026-12-31, entries: [{ from: 2020-01-01, value: 50, act: Приказ }] }]
commonTerms:
  - { id: ct-1, house: dom-1, service: coldWater, provider: vodokanal, from: 2026-01-01, to: 2026-03-15, tariff: t }
  - { id: ct-2, house: dom-1, service: coldWater, provider: vodokanal, from: 2026-03-15, method: meter, tariff: t }
`,
  ),
  house(
    'meter-above-cycle',
    'meters:\n  - { id: pu-2, above: pu-2, premises: kv-1, service: hotWater, serial: 77, commissionedOn: 2026-01-10, registers: [{ initial: 0 }] }\n',
  ),
  house(
    'meters-on-one-path',
    'meters:\n  - { id: pu-2, above: pu-1, point: kitchen, premises: kv-1, service: coldWater, serial: 77, commissionedOn: 2026-01-10, registers: [{ initial: 0 }] }\n',
  ),
  {
    code: 'below-missing',
    input: "decideReading({ house: 'dom-1', reading: 'r-2', verdict: 'accepted', by, why }): r-2 is below r-1",
    make: () => {
      const text = 'readings:\n  - { id: r-1, meter: pu-1, takenOn: 2026-09-23, value: 50 }\n';
      const decided = '  - { id: r-2, meter: pu-1, takenOn: 2026-10-23, value: 40, verdict: accepted }\n';
      const folder = readFactsFolder([
        { path: 'house.yaml', text: text + decided },
        { path: 'base.yaml', text: BASE },
      ]);
      const facts = folder.ok ? assembleHouses(folder.value.records) : folder;
      const problem = facts.ok ? belowMissing(facts.value, { reading: 'r-2', verdict: 'accepted' }) : null;
      if (problem === null) throw new Error(JSON.stringify(facts));
      return problem;
    },
  },
  intake('reading-row-form', 'message', 'холодная 56, спасибо'),
  intake('reading-absent', 'table', 'account;value\n590001;'),
  intake('reading-service-unknown', 'message', '590001 1Т56'),
  intake('reading-meter-unknown', 'message', '590001#999#56'),
  intake('reading-meter-ambiguous', 'message', 'ЖКХ 1# 590001 Х 56 61'),
  intake('reading-zones-mismatch', 'message', '590001 56 61'),
  intake('reading-previous-mismatch', 'message', 'Пермь, ул. Сибирская, 1, кв. 1 / 590001 / 50 / 61.6 / 70000000000'),
  intake('reading-repeated', 'message', '590001#1234#56\n590001#1234#56'),
  intake('reading-rows-differ', 'message', '590001#1234#56\n590001#1234#61'),
];

/** A register of readings of the small house. */
function intake(code: AnyProblemCode, form: ReadingForm, text: string): Producer {
  return {
    code,
    input: `readReadings, form: ${form}\n${text}`,
    make: () => {
      const folder = readFactsFolder([{ path: 'base.yaml', text: BASE }]);
      const facts = folder.ok ? assembleHouses(folder.value.records) : folder;
      if (!facts.ok) throw new Error(JSON.stringify(facts.error));
      const { items } = readReadings(text, { form, houses: facts.value, file: 'readings', receivedOn: '2026-10-23' as Day });
      const problems = items.flatMap((item) => ('problem' in item ? [item.problem] : item.warnings));
      return problemOf({ ok: false, error: problems }, code) as Problem<AnyProblemCode>;
    },
  };
}

function service(id: string, from: string, more = ''): string {
  return `services:\n  - { id: ${id}, house: dom-1, service: coldWater, provider: vodokanal, from: ${from}, tariff: perm.cold${more} }\n`;
}

const SAMPLE = parameter({
  code: 'sample.tariff',
  title: 'Тариф на холодную воду',
  unit: 'RUB/m3',
  reviewedThrough: '2026-12-31' as Day,
  series: [
    { from: '2026-01-01' as Day, value: '50.93', act: 'Постановление' },
    { from: '2026-10-15' as Day, value: '55.10', act: 'Постановление' },
  ],
});

const CLAUSE = clause({ code: 'sample', title: 'Акт', date: '2011-05-06' as Day, number: '1' }, 'sample', 'пример', 'design', {
  '2020-01-01': 'п. 1',
});
const row = (holds: boolean, basis: string) => ({ basis, when: () => holds, clause: CLAUSE, otherwise: 'пример' });

const NORMS: readonly Producer[] = [
  call('series-order', 'checkedParameter(tariff whose entries begin 2026-10-15, 2026-01-01)', () =>
    checkedParameter({ ...SAMPLE, series: [...SAMPLE.series].reverse() }),
  ),
  call('missing-parameter', "valueOn(tariff from 2026-01-01, '2025-12-31')", () => valueOn(SAMPLE, '2025-12-31' as Day)),
  call('parameter-not-reviewed', "valueOn(tariff reviewed through 2026-12-31, '2027-01-01')", () => valueOn(SAMPLE, '2027-01-01' as Day)),
  call('parameter-changes-within-month', "valueFor(tariff that changes on 2026-10-15, '2026-10')", () => {
    const month = parseMonth('2026-10');
    return month.ok ? valueFor(SAMPLE, month.value) : month;
  }),
  call('no-rule', "choose(table whose only row does not hold, facts, '2026-10-01')", () =>
    choose(rules('sample.volume', [row(false, 'meter')]), {}, '2026-10-01' as Day),
  ),
  call('two-rules', "choose(table of unique rows, two of which hold, facts, '2026-10-01')", () =>
    choose(rules('sample.volume', [row(true, 'meter'), row(true, 'average')], 'unique'), {}, '2026-10-01' as Day),
  ),
];

const DEBT_OF_MAY: DebtBucket = {
  account: '590001',
  provider: 'uk',
  service: null,
  month: '2025-05' as Month,
  dueDay: '2025-06-10' as Day,
  amount: asKopecks(300000),
  changes: [],
};

const PENALTIES: readonly Producer[] = [
  call('instalment-interest-above', "instalmentPlan({ …, grantedOn: '2026-09-03', interest: '17.01' })", () =>
    instalmentPlan({
      month: '2026-08' as Month,
      fee: asKopecks(320000),
      lastYear: asKopecks(200000),
      grantedOn: '2026-09-03' as Day,
      interest: '17.01',
    }),
  ),
  call('decision-day-missing', "penaltiesOf({ …, policies: { penaltyRate: 'decisionDay' } }) without decidedOn", () =>
    penaltiesOf({
      payer: 'citizen',
      buckets: [DEBT_OF_MAY],
      through: '2025-12-31' as Day,
      policies: { penaltyRate: 'decisionDay' },
    }),
  ),
  call('debt-change-not-positive', 'penaltiesOf({ …, buckets: [debt with a payment of −1.00] })', () =>
    penaltiesOf({
      payer: 'citizen',
      buckets: [{ ...DEBT_OF_MAY, changes: [{ kind: 'payment', day: '2025-07-01' as Day, amount: asKopecks(-100) }] }],
      through: '2025-12-31' as Day,
    }),
  ),
  call('reversal-without-payment', 'penaltiesOf({ …, buckets: [debt with a reversal of 1.00 and no payment] })', () =>
    penaltiesOf({
      payer: 'citizen',
      buckets: [
        {
          ...DEBT_OF_MAY,
          changes: [{ kind: 'reversal', day: '2025-07-09' as Day, paidOn: '2025-07-01' as Day, amount: asKopecks(100), error: 'payer' }],
        },
      ],
      through: '2025-12-31' as Day,
    }),
  ),
];

/** Every producer; a second one for a code is tried too, the first is shown. */
export const PRODUCERS: readonly Producer[] = [
  ...KERNEL,
  ...SCHEMA,
  ...FOLDER,
  ...ASSEMBLY,
  ...METERING,
  ...NORMS,
  ...PENALTIES,
  ...OWN_PRODUCTION,
  ...DEBT_PRODUCERS,
  ...MONEY_PRODUCERS,
  ...HEATING,
  ...WASTE,
  ...HOUSING_PRODUCERS,
  ...BENEFITS_PRODUCERS,
  ...IMPORT_PRODUCERS,
  ...PAYMENT_PRODUCERS,
  ...BATCH_PRODUCERS,
];
