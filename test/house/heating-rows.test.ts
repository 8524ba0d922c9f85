import { describe, expect, it } from 'vitest';
import { expandFacts } from '../../src/cli/verify/expand-facts';
import { type CaseFacts, caseFacts } from '../../src/cli/verify/facts-schema';
import type { Month } from '../../src/kernel/calendar';
import { roublesText } from '../../src/kernel/money';
import { assembleHouse } from '../../src/model/assemble';
import type { Line } from '../../src/model/bill';
import type { HouseFacts } from '../../src/model/facts';
import { billHouse } from '../../src/recalculation/bill-house';
import { explainBill } from '../../src/recalculation/explain-bill';
import { billText } from '../../src/statements/explanation-text';

const SEASONS = { '2023-10-02': '2024-04-29', '2024-10-02': '2025-04-29', '2025-10-02': '2026-04-29' };
const YEAR = Array.from({ length: 13 }, (_, n) => (n < 12 ? `2025-${String(n + 1).padStart(2, '0')}` : '2026-01') as Month);
const HEATED = ['01', '02', '03', '04', '10', '11', '12'];
/** Heat of the house: a colder year, a warmer one, and the beginning of a third. */
const VOLUMES = Object.fromEntries(
  [
    ['2024', [118.4, 104.2, 86.1, 39.5, 45.3, 88.7, 110.9]] as const,
    ['2025', [109.8, 99.1, 80.6, 33.2, 41.7, 84.4, 104.3]] as const,
    ['2026', [112.5]] as const,
  ].flatMap(([year, list]) => list.map((volume, n) => [`${year}-${HEATED[n]}`, String(volume)])),
);

const readings = (pace: number): Record<string, string> => {
  const found: Record<string, string> = { '2023-12-20': '0' };
  let stand = 0;
  for (const [month, volume] of Object.entries(VOLUMES).sort()) {
    stand += (Number(volume) * pace) / 1000;
    found[`${month}-20`] = stand.toFixed(3);
  }
  return found;
};
const heatMeter = (pace: number) => [{ service: 'heating', commissioned: '2023-12-01', readings: readings(pace) }];

const house = {
  house: { billedSince: '2025-01', policies: { heatingFailedAverage: 'heatedDays' } },
  tariffs: { heating: { '2010-01-01': '2468.13', '2025-07-01': '2712.44' } },
  normatives: { heating: { '2010-01-01': '0.0213' } },
  heating: { seasons: SEASONS, common: '212.4', factors: { '2010-01-01': '0.583333' } },
};
const flats = (own: object = {}, other: object = {}) => [
  { account: '1', area: '54.3', ...own },
  { account: '2', area: '71.8', ...other },
  { account: '3', area: '4213.9' },
];
const uniform = { ...house.heating, mode: 'uniform' };
const measured = { houseVolumes: { heating: VOLUMES } };
const detached = (heating: object, own: object = {}) => ({
  heating: { ...heating, building: 'detached' },
  flats: [{ account: '1', area: '128.6', ...own }],
});
const metered = { meters: heatMeter(14) };
const everywhere = [
  { account: '1', area: '54.3', meters: heatMeter(12) },
  { account: '2', area: '71.8', meters: heatMeter(18) },
  { account: '3', area: '4213.9', meters: heatMeter(900) },
];

/** One house in each row of the decision table of heating, from the first to the twenty-first. */
const ROWS: Readonly<Record<string, object>> = {
  '01-detached-normative-season': detached(house.heating),
  '02-detached-normative-uniform': detached(uniform),
  '03-detached-meter-season': detached(house.heating, { meters: heatMeter(27) }),
  '04-detached-meter-uniform': detached(uniform, { meters: heatMeter(27) }),
  '05-no-meter-season': { flats: flats({}, { unheated: 'source' }) },
  '06-no-meter-uniform': { heating: uniform, flats: flats({}, { unheated: 'source' }) },
  '07-no-meter-unheated': { flats: flats({ unheated: 'devices' }) },
  '08-house-season': { ...measured, flats: flats() },
  '09-house-uniform': { ...measured, heating: uniform, flats: flats() },
  '10-some-metered': { ...measured, flats: flats(metered) },
  '11-some-without': { ...measured, flats: flats({}, { meters: heatMeter(17) }) },
  '12-some-uniform': { ...measured, heating: uniform, flats: flats(metered) },
  '13-all-season': { ...measured, flats: everywhere },
  '14-all-uniform': { ...measured, heating: uniform, flats: everywhere },
  '15-individual-source': { ...measured, flats: flats({ unheated: 'source' }) },
  '16-allocators': {
    ...measured,
    flats: [
      { account: '1', area: '54.3', allocators: {}, allocatorUnits: [{ from: '2025-01', to: '2025-12', units: '812' }] },
      { account: '2', area: '71.8' },
      { account: '3', area: '4213.9', allocators: {}, allocatorUnits: [{ from: '2025-01', to: '2025-12', units: '70211' }] },
    ],
  },
  '17-allocators-below-half': {
    ...measured,
    flats: flats({ allocators: {}, allocatorUnits: [{ from: '2025-01', to: '2025-12', units: '812' }] }),
  },
  '18-own-boiler': {
    tariffs: { ...house.tariffs, heatingMadeGas: { '2010-01-01': '7.52' }, heatingMadeElectricity: { '2010-01-01': '5.01' } },
    forHeating: {
      gas: Object.fromEntries(Object.entries(VOLUMES).map(([month, volume]) => [month, String(Math.round(Number(volume) * 131))])),
      electricity: Object.fromEntries(Object.entries(VOLUMES).map(([month, volume]) => [month, String(Math.round(Number(volume) * 22))])),
    },
    flats: flats(),
  },
  '19-failed': {
    ...withoutFrom('2025-02'),
    heating: { ...house.heating, meter: { '2020-01-01': 'working', '2025-02-11': 'failed' } },
    flats: flats(),
  },
  '20-failed-too-long': {
    ...withoutFrom('2024-11'),
    heating: { ...house.heating, meter: { '2020-01-01': 'working', '2024-11-07': 'failed' } },
    flats: flats(),
  },
  '21-moscow': {
    ...measured,
    house: { ...house.house, policies: { ...house.house.policies, heatingUniform: 'moscow5y' } },
    heating: { ...uniform, meter: { '2010-01-01': 'none', '2024-01-01': 'working' } },
    flats: flats(),
  },
};

function withoutFrom(month: string) {
  return { houseVolumes: { heating: Object.fromEntries(Object.entries(VOLUMES).filter(([of]) => of < month)) } };
}

const factsOf = (row: object): HouseFacts => {
  const parsed: CaseFacts = caseFacts.parse({ ...house, ...row });
  const made = assembleHouse(expandFacts(parsed, '2024-12'));
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value;
};

/** A year of the first account: every line, and how it came to be. */
const yearOf = (facts: HouseFacts): string => {
  let before = { month: '', text: '' };
  const months = YEAR.map((month) => {
    const bills = billHouse(facts, month);
    if (!bills.ok) return `== ${month}: ${bills.error.map(({ code, value }) => `${code} ${value ?? ''}`).join('; ')}\n`;
    const bill = bills.value.billOf('1');
    const lines = (bill?.lines ?? []).map(lineText);
    const told = explainBill(facts, month, '1');
    const text = told.ok ? billText(told.value, told.value.adjustments).replace(month, '') : '';
    const same = text === before.text;
    if (!same) before = { month, text };
    const total = bill === undefined ? '—' : roublesText(bill.total);
    return [
      `== ${month}: ${total}, дом ${roublesText(bills.value.total())}`,
      ...lines,
      same ? `объяснение — как за ${before.month}` : text,
    ].join('\n');
  });
  return `${months.join('\n\n')}\n`;
};

const lineText = (line: Line): string => {
  const parts = line.volumes === undefined ? '' : `, в помещении ${line.volumes.individual}, общее ${line.volumes.common}`;
  return `${line.kind} ${line.month}: ${line.volume} ${line.unit} × ${line.tariff} = ${roublesText(line.amount)} (${line.basis}${parts})`;
};

describe('a year of heating', () => {
  it.each(Object.entries(ROWS))('row %s is what it was', async (name, row) => {
    await expect(yearOf(factsOf(row))).toMatchFileSnapshot(`../golden/heating/${name}.txt`);
  });
});
