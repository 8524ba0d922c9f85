import { describe, expect, it } from 'vitest';
import { assembleHouse } from '../../src/model/assemble';
import { factRecord } from '../../src/model/records';
import { HOUSE, normative, PROVIDER, service, tariff, type Values } from './one-flat';

/** Codes and facts of what is wrong with the ranges of a house. */
const problemsOf = (limits: Readonly<Record<string, Values>>, ranges: object, terms: object = {}, unit = 'kWh/month') => {
  const records = [
    HOUSE,
    PROVIDER,
    tariff('t', 'RUB/kWh', '4'),
    ...Object.entries(limits).map(([code, values]) => normative(code, unit, values)),
    service('electricity', { tariff: 't', ...terms, ranges }),
  ];
  const house = assembleHouse(records.map((record) => factRecord.parse(record)));
  return house.ok ? [] : house.error.map(({ code, value, facts }) => [code, value, facts?.['ceiling'] ?? facts?.['below'] ?? '']);
};

const one = { limits: ['a'], tariffs: [{ tariff: 't' }] };
const two = { limits: ['a', 'b'], tariffs: [{ tariff: 't' }, { tariff: 't' }] };

describe('limits of the ranges of electricity', () => {
  it('may be as high as the federal ceilings', () => {
    expect(problemsOf({ a: { '2025-01-01': '3900' }, b: { '2025-01-01': '6000' } }, two)).toEqual([]);
  });

  it('are refused when they are higher', () => {
    expect(problemsOf({ a: { '2025-01-01': '3900.000001' }, b: { '2025-01-01': '6000.000001' } }, two)).toEqual([
      ['range-limit-above-ceiling', '3900.000001', '3900'],
      ['range-limit-above-ceiling', '6000.000001', '6000'],
    ]);
  });

  it('had no ceiling before 2025, but one that goes on into 2025 has', () => {
    expect(problemsOf({ a: { '2023-01-01': '5000', '2025-01-01': '3900' } }, one)).toEqual([]);
    expect(problemsOf({ a: { '2023-01-01': '5000' } }, one)).toEqual([['range-limit-above-ceiling', '5000', '3900']]);
    expect(problemsOf({ a: { '2023-01-01': '5000' } }, one, { to: '2025-01-01' })).toEqual([]);
  });

  it('may be 1.8 times as high for electric heating', () => {
    const heated = (first: string, second: string) =>
      problemsOf(
        { a: { '2025-01-01': '3900' }, b: { '2025-01-01': '6000' }, c: { '2025-01-01': first }, d: { '2025-01-01': second } },
        { ...two, electricHeating: { limits: ['c', 'd'], months: [1] } },
      );
    expect(heated('7020', '10800')).toEqual([]);
    expect(heated('7020.1', '10800.1')).toEqual([
      ['range-limit-above-ceiling', '7020.1', '7020'],
      ['range-limit-above-ceiling', '10800.1', '10800'],
    ]);
  });

  it('rise on every day', () => {
    expect(problemsOf({ a: { '2025-01-01': '3000' }, b: { '2025-01-01': '3000.1', '2025-07-01': '3000' } }, two)).toEqual([
      ['range-limit-order', '3000', '3000'],
    ]);
  });

  it('have no ceiling where they are a social norm of each person', () => {
    expect(problemsOf({ a: { '2025-01-01': '5000' } }, one, {}, 'kWh/person-month')).toEqual([]);
  });

  it('ask for a tariff of every range and of every zone', () => {
    const limits = { a: { '2025-01-01': '3900' }, b: { '2025-01-01': '6000' } };
    expect(problemsOf(limits, { ...two, tariffs: [{ tariff: 't' }] })).toEqual([['range-tariff-missing', '3', '']]);
    expect(problemsOf(limits, two, { zoneTariffs: { T1: 't', T2: 't' } })).toEqual([
      ['range-tariff-missing', '2, zoneTariffs.T1', ''],
      ['range-tariff-missing', '2, zoneTariffs.T2', ''],
      ['range-tariff-missing', '3, zoneTariffs.T1', ''],
      ['range-tariff-missing', '3, zoneTariffs.T2', ''],
    ]);
  });

  it('belong to electricity', () => {
    const codes = problemsOf({ a: { '2025-01-01': '3900' } }, one, { service: 'coldWater' }).map(([code]) => code);
    expect(codes).toContain('tariff-unit-mismatch');
  });
});
