import { assembleHouse } from '../../src/model/assemble';
import type { HouseFacts } from '../../src/model/facts';
import { factRecord } from '../../src/model/records';

/** Records of a house with one flat, as they would be sent; each test adds or changes what it is about. */
export const HOUSE = { kind: 'house', id: 'h', address: 'ул. Проверочная, 1', region: 'test' };
export const PROVIDER = { kind: 'provider', id: 'p', name: 'Исполнитель' };
export const ACCOUNT = { kind: 'account', id: 'a', number: '1', premises: 'f', from: '2020-01-01' };

/** A value by days: the day it holds from → the value. */
export type Values = Readonly<Record<string, string | null>>;

const priced = (kind: string, code: string, unit: string, values: string | Values) => ({
  kind,
  id: code,
  code,
  title: code,
  unit,
  reviewedThrough: '2027-12-31',
  entries: Object.entries(typeof values === 'string' ? { '2020-01-01': values } : values).map(([from, value]) => ({
    from,
    value,
    act: 'Приказ для проверки',
  })),
});

export const tariff = (code: string, unit: string, values: string | Values) => priced('tariff', code, unit, values);
export const normative = (code: string, unit: string, values: string | Values) => priced('normative', code, unit, values);

export const service = (code: string, more: object) => ({
  kind: 'service',
  id: 's',
  house: 'h',
  service: code,
  provider: 'p',
  from: '2020-01-01',
  ...more,
});

export const flat = (more: object = {}) => ({
  kind: 'premises',
  id: 'f',
  house: 'h',
  number: '1',
  type: 'dwelling',
  areas: [{ from: '2020-01-01', value: '50' }],
  ...more,
});

export const flatMeter = (code: string, commissionedOn: string, more: object = {}) => ({
  kind: 'meter',
  id: 'm',
  premises: 'f',
  service: code,
  serial: '1',
  commissionedOn,
  registers: [{ initial: '0' }],
  ...more,
});

/** The facts of the records, read as the engine reads what is sent. */
export const assembled = (records: readonly unknown[]): HouseFacts => {
  const house = assembleHouse(records.map((record) => factRecord.parse(record)));
  if (!house.ok) throw new Error(JSON.stringify(house.error));
  return house.value;
};
