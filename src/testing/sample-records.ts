import type { Day, Instant, Month } from '../kernel/calendar';
import { firstDay } from '../kernel/calendar';
import { asKopecks, type Kopecks, sumMoney } from '../kernel/money';
import type { Entry } from '../ledger/entry';
import type { Bill, Line } from '../model/bill';
import type { HouseAct } from '../model/house-act';
import type { AccountRecord, FactRecord } from '../model/records';
import type { ServiceCode } from '../model/services';
import type { StoredFact } from '../ports/store';

/** When samples became known, unless told otherwise. */
export const SAMPLE_INSTANT = '2026-09-01T00:00:00.000Z' as Instant;

/** A fact as a store keeps it. */
export const sampleFact = (scope: string, record: FactRecord, knownAt: Instant = SAMPLE_INSTANT): StoredFact => ({
  scope,
  knownAt,
  storedAt: knownAt,
  record,
});

/** The record of a house. */
export const sampleHouse = (id: string): FactRecord => ({
  kind: 'house',
  id,
  address: `г. Светлый, ул. Мира, д. ${id}`,
  region: 'sample',
  policies: {},
  multipliers: [],
  readingWindow: [],
});

/** The record of a personal account: by default its id is its number and its premises. */
export const sampleAccount = (number: string, changes: Partial<AccountRecord> = {}): FactRecord => ({
  kind: 'account',
  id: number,
  number,
  aliases: [],
  premises: `premises-${number}`,
  from: '2026-01-01' as Day,
  to: null,
  payer: { kind: 'person' },
  ...changes,
});

/** A reading of a meter. */
export const sampleReading = (id: string, value: string, takenOn = '2026-10-23'): FactRecord => ({
  kind: 'reading',
  id,
  meter: 'meter-1',
  zone: 'T0',
  takenOn: takenOn as Day,
  value,
  source: 'resident',
  purpose: 'monthly',
});

/** A tariff: a fact of no house. */
export const sampleTariff = (id: string, value: string): FactRecord => ({
  kind: 'tariff',
  id,
  code: id,
  title: 'Тариф на холодную воду',
  reviewedThrough: '2026-12-31' as Day,
  unit: 'RUB/m3',
  entries: [{ from: '2026-01-01' as Day, value, act: 'Приказ № 1' }],
});

const SERVICES: readonly ServiceCode[] = ['coldWater', 'hotWater', 'sewerage', 'electricity', 'gas', 'maintenance'];

/** A line of some roubles; lines of one bill differ in service and fields. */
const sampleLine = (month: Month, place: number, kopecks: number): Line => ({
  kind: 'charge',
  service: SERVICES[place % SERVICES.length] as ServiceCode,
  provider: 'provider-1',
  month,
  basis: 'meter',
  formula: 'water.chargeByVolume',
  unit: 'm3',
  volume: `${place}.345`,
  tariffCode: 'tariff-1',
  tariff: '50.93',
  amount: asKopecks(kopecks),
  ...(place % 4 === 1 ? { component: 'heat' as const, factor: '1.5' } : {}),
  ...(place % 4 === 2 ? { days: { from: firstDay(month), to: `${month}-16` as Day } } : {}),
  ...(place % 4 === 3 ? { zone: 'T1' as const, cause: 'reading-7' } : {}),
});

/** A bill of so many lines; its total is their sum. */
export const sampleBill = (house: string, month: Month, account: string, lines = 2, kopecks = 48_333): Bill => {
  const all = Array.from({ length: lines }, (_, place) => sampleLine(month, place, kopecks + place));
  return {
    account,
    premises: `premises-${account}`,
    house,
    month,
    madeBy: 'saldo/0.1.0 ru/2026-11',
    lines: all,
    total: sumMoney(all.map((line) => line.amount)),
  };
};

/** An act of a house for a resource. */
export const sampleAct = (house: string, month: Month, service: HouseAct['service'], billed = '50'): HouseAct => ({
  house,
  month,
  service,
  provider: 'provider-1',
  terms: `terms-${service}`,
  unit: service === 'electricity' ? 'kWh' : 'm3',
  basis: 'keepMeter',
  legal: 'ПП № 491, п. 29(2), подп. «г»',
  inlets: [{ inlet: 'main', within: null, basis: 'meter', volume: '120.5' }],
  supplied: '120.5',
  premises: [{ basis: 'meter', nonResidential: false, premises: 3, volume: '70.5' }],
  premisesVolume: '70.5',
  ownUse: '0',
  posted: '0',
  actual: '50',
  carriedIn: '0',
  carriedOut: '0',
  normative: null,
  average: null,
  billed,
  unbilled: '0',
  deferred: '0',
  surplus: '0',
  area: '150.5',
  charged: { lines: 3, volume: billed, amount: asKopecks(200_00) },
  residue: '0',
  tariff: '4',
  heatTariff: null,
  heatNormative: null,
  trueUps: [],
  unheld: 0,
});

/** An entry of the journal; its id is what a test tells entries apart by. */
export const sampleEntry = (id: string, house: string, account: string, postedIn: Month, changes: Partial<Entry> = {}): Entry => ({
  id,
  house,
  account,
  provider: 'provider-1',
  service: 'coldWater',
  kind: 'charge',
  month: postedIn,
  postedIn,
  amount: 48_333 as Kopecks,
  valueDay: firstDay(postedIn),
  at: SAMPLE_INSTANT,
  cause: `bill:${house}:${postedIn}:1`,
  ...changes,
});
