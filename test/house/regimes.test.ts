import { describe, expect, it } from 'vitest';
import { houseActHtml } from '../../src/documents';
import type { Month } from '../../src/kernel/calendar';
import { assembleHouse } from '../../src/model/assemble';
import { type FactRecord, factRecord } from '../../src/model/records';
import { billHouse } from '../../src/recalculation/bill-house';

const FLATS = 200;
const start = (month: string): string => `${month}-01`;
const before = (month: string): string =>
  month.endsWith('-01')
    ? `${Number(month.slice(0, 4)) - 1}-12`
    : `${month.slice(0, 5)}${String(Number(month.slice(5)) - 1).padStart(2, '0')}`;

const priced = (kind: string, code: string, unit: string, value: string) => ({
  ...{ kind, id: code, code, title: code, unit, reviewedThrough: '2026-12-31' },
  entries: [{ from: '2012-01-01', value, act: 'Приказ' }],
});

/** A house of 200 flats of 30 to 79 m², each with an electricity meter of 100 + n mod 50 kWh a month; its meter counts 2 500 kWh more. */
const house = (
  month: string,
  terms: object,
  management = 'company',
  supplied: string | null = String(24_900 + 2500),
): readonly FactRecord[] =>
  [
    {
      kind: 'house',
      id: 'h',
      address: 'г. Светлый, ул. Мира, д. 1',
      region: 'r',
      billedSince: month,
      management: [{ from: '2012-01-01', kind: management }],
    },
    { kind: 'provider', id: 'p', name: 'Исполнитель' },
    priced('tariff', 't', 'RUB/kWh', '4.37'),
    priced('normative', 'n', 'kWh/m2-month', '1.781'),
    { kind: 'service', id: 's', house: 'h', service: 'electricity', provider: 'p', from: start(before(month)), tariff: 't' },
    {
      ...{
        kind: 'commonTerms',
        id: 'c',
        house: 'h',
        service: 'electricity',
        provider: 'p',
        from: start(month),
        tariff: 't',
        normative: 'n',
      },
      areas: [{ from: '2012-01-01', value: '1200' }],
      averages: [{ from: '2012-01-01', volume: '2300', source: 'решение' }],
      ...terms,
    },
    ...(supplied === null
      ? []
      : [{ kind: 'houseVolume', id: 'v', house: 'h', service: 'electricity', month, volume: supplied, source: 'акт' }]),
    ...Array.from({ length: FLATS }, (_, n) => [
      {
        kind: 'premises',
        id: `f-${n}`,
        house: 'h',
        number: String(n),
        type: 'dwelling',
        areas: [{ from: '2012-01-01', value: String(30 + (n % 50)) }],
      },
      { kind: 'account', id: `a-${n}`, number: `${1000 + n}`, premises: `f-${n}`, from: start(before(month)) },
      { kind: 'resident', id: `r-${n}`, premises: `f-${n}`, person: `r-${n}`, from: '2012-01-01' },
      {
        kind: 'meter',
        id: `m-${n}`,
        premises: `f-${n}`,
        service: 'electricity',
        serial: `${n}`,
        commissionedOn: `${before(month)}-20`,
        registers: [{ initial: '0' }],
      },
      { kind: 'reading', id: `x-${n}`, meter: `m-${n}`, takenOn: `${month}-20`, value: String(100 + (n % 50)) },
    ]).flat(),
  ].map((fact) => factRecord.parse(fact));

const REGIMES = [
  ['full difference of 2012', house('2012-10', {}), 'meter', '2500'],
  ['within the normative, 2015', house('2015-03', {}), 'meterCapped', '2137.2'],
  ['keeping the common property within the normative, 2019', house('2019-03', {}), 'keepMeterCapped', '2137.2'],
  ['normative with a true-up, method «б»', house('2026-03', {}), 'keepNormativeTrueUp', '2137.2'],
  ['average with a true-up, method «в»', house('2026-03', { method: 'average' }), 'keepAverageTrueUp', '2300'],
  ['the house meter, method «г»', house('2026-03', { method: 'meter' }), 'keepMeter', '2500'],
  ['an automated system, method «а»', house('2026-03', { method: 'automated' }), 'keepMeter', '2500'],
  ['no house meter, method «д»', house('2026-03', {}, 'company', null), 'keepNormative', '2137.2'],
  ['direct management', house('2026-03', {}, 'direct'), 'meter', '2500'],
  ['direct management, premises took more than the house', house('2026-03', {}, 'direct', '24000'), 'meter', '0'],
] as const;

describe('a house of 200 flats under each regime', () => {
  it.each(REGIMES)('%s', (_, records, basis, volume) => {
    const facts = assembleHouse(records);
    if (!facts.ok) throw new Error(JSON.stringify(facts.error));
    const month = records.find((one) => one.kind === 'house')?.billedSince as Month;
    const bills = billHouse(facts.value, month);
    if (!bills.ok) throw new Error(JSON.stringify(bills.error));
    const [act] = bills.value.acts;
    expect(act).toMatchObject({ basis, billed: volume, premisesVolume: '24900' });
    expect(houseActHtml('г. Светлый, ул. Мира, д. 1', bills.value.acts)).toMatchSnapshot();
  });

  it('shows no account, no person and no premises in the act', () => {
    const [, records] = REGIMES[5];
    const facts = assembleHouse(records);
    if (!facts.ok) throw new Error(JSON.stringify(facts.error));
    const bills = billHouse(facts.value, '2026-03' as Month);
    if (!bills.ok) throw new Error(JSON.stringify(bills.error));
    const text = JSON.stringify(bills.value.acts);
    for (const { account, premises } of bills.value.charges.rows) {
      expect(text).not.toContain(`"${account.number}"`);
      expect(text).not.toContain(`"${premises.premises.id}"`);
    }
  });
});
