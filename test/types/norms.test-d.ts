import { describe, expectTypeOf, it } from 'vitest';
import type { Day } from '../../src/kernel/calendar';
import { times } from '../../src/kernel/expression';
import { quantity } from '../../src/kernel/quantity';
import type { Clause } from '../../src/norms/act';
import { calculate, type Evaluated, evaluate, type FormulaProblem, formula, given, kernelOf } from '../../src/norms/formula';
import { type Parameter, parameter } from '../../src/norms/parameter';
import { policyValue } from '../../src/norms/policies';
import { policy } from '../../src/norms/policy';
import { choose, rules } from '../../src/norms/rules';

// Nothing here is run: only the compiler reads it.
const today = '2026-10-01' as Day;
const item = {} as Clause;

const charge = () =>
  formula({
    id: 'types.charge',
    title: 'Плата',
    symbol: 'P',
    clause: item,
    inputs: { T: given('RUB/m3', 6, 'Тариф'), V: given('m3', 7, 'Объём') },
    result: 'RUB',
    is: ({ T, V }) => times(T, V),
  });
const T = quantity('50.93', 'RUB/m3');
const V = quantity('7.345', 'm3');

describe('a formula', () => {
  it('takes and gives the units it declares', () => {
    const told = () => evaluate(charge(), { T, V }, today);
    expectTypeOf<Extract<ReturnType<typeof told>, { ok: true }>['value']>().toEqualTypeOf<Evaluated<'RUB'>>();
    expectTypeOf<Extract<ReturnType<typeof told>, { ok: false }>['error']>().toEqualTypeOf<FormulaProblem>();
    const silent = () => calculate(charge(), { T, V });
    expectTypeOf<ReturnType<typeof silent>>().toEqualTypeOf<bigint | null>();
  });

  it('does not compile when its expression gives another unit than its result', () => {
    const wrong = () =>
      formula({
        id: 'types.wrong',
        title: 'Плата',
        symbol: 'P',
        clause: item,
        inputs: { T: given('RUB/m3', 6, 'Тариф'), V: given('m3', 7, 'Объём') },
        result: 'm3',
        // @ts-expect-error [ts2375] -- a price times a volume is roubles, not cubic metres.
        is: ({ T, V }) => times(T, V),
      });
    void wrong;
  });

  it('does not compile when a price meets the volume of another service', () => {
    const wrong = () =>
      formula({
        id: 'types.wrong',
        title: 'Плата',
        symbol: 'P',
        clause: item,
        inputs: { T: given('RUB/m3', 6, 'Тариф'), E: given('kWh', 7, 'Объём') },
        result: 'RUB',
        // @ts-expect-error [ts2379] -- roubles per cubic metre do not price kilowatt-hours.
        is: ({ T, E }) => times(T, E),
      });
    void wrong;
  });

  it('does not compile with a letter it has not declared, a result that is never rounded, or without a clause', () => {
    const inputs = { T: given('RUB/m3', 6, 'Тариф'), V: given('m3', 7, 'Объём') };
    const letter = () =>
      // @ts-expect-error [ts2339] -- there is no input X.
      formula({ id: 'x', title: 'x', symbol: 'x', clause: item, inputs, result: 'RUB', is: ({ T, X }) => times(T, X) });
    // @ts-expect-error [ts2322] -- a tariff is no result: it has no scale to round to.
    const result = () => formula({ id: 'x', title: 'x', symbol: 'x', clause: item, inputs, result: 'RUB/m3', is: ({ T }) => T });
    // @ts-expect-error [ts2345] -- a formula without a clause does not exist.
    const clause = () => formula({ id: 'x', title: 'x', symbol: 'x', inputs, result: 'RUB', is: ({ T, V }) => times(T, V) });
    void [letter, result, clause];
  });

  it('is not evaluated with values of other units, or without one of them, or on a text for a day', () => {
    // @ts-expect-error [ts2322] -- kilowatt-hours do not stand for cubic metres.
    const unit = () => evaluate(charge(), { T, V: quantity('1', 'kWh') }, today);
    // @ts-expect-error [ts2345] -- the volume is missing.
    const missing = () => evaluate(charge(), { T }, today);
    // @ts-expect-error [ts2322] -- price and volume are mixed up.
    const mixed = () => calculate(charge(), { T: V, V });
    // @ts-expect-error [ts2345] -- a text is not a day.
    const day = () => evaluate(charge(), { T, V }, '2026-10-01');
    // @ts-expect-error [ts2322] -- a bare number has no unit.
    const bare = () => calculate(charge(), { T, V: 7.345 });
    // @ts-expect-error [ts2353] -- there is no column X to have a scale.
    const scale = () => kernelOf(charge(), { X: 2 });
    void [unit, missing, mixed, day, bare, scale];
  });
});

describe('a parameter, a policy and a decision table', () => {
  it('keep their units and values in the type', () => {
    const tariff = () => parameter({ code: 'x', title: 'x', unit: 'RUB/m3', reviewedThrough: today, series: [] });
    expectTypeOf<ReturnType<typeof tariff>>().toEqualTypeOf<Parameter<'RUB/m3'>>();
    expectTypeOf(policyValue({}, 'residents')).toEqualTypeOf<'byDays' | 'firstDay'>();
  });

  it('do not compile with a value that is not theirs', () => {
    const value = () =>
      // @ts-expect-error [ts2322] -- a value of the law is text: a number has lost its decimals already.
      parameter({ code: 'x', title: 'x', unit: '1', reviewedThrough: today, series: [{ from: today, value: 1.5, act: 'x' }] });
    // @ts-expect-error [ts2741] -- a value of the law has a source.
    const source = () => parameter({ code: 'x', title: 'x', unit: '1', reviewedThrough: today, series: [{ from: today, value: '1.5' }] });
    // @ts-expect-error [ts2322] -- the default is one of the values.
    const fallback = () => policy({ code: 'x', title: 'x', values: { yes: 'да', no: 'нет' }, fallback: 'maybe', reason: 'x' });
    // @ts-expect-error [ts2345] -- there is no such policy.
    const unknown = () => policyValue({}, 'colour');
    void [value, source, fallback, unknown];
  });

  it('answer only with the outcomes they declare', () => {
    type Basis = 'meter' | 'normative';
    const table = () => rules<{ readonly fit: boolean }, Basis>('x', [{ basis: 'meter', when: (f) => f.fit, clause: item, otherwise: '' }]);
    const chosen = () => choose(table(), { fit: true }, today);
    expectTypeOf<Extract<ReturnType<typeof chosen>, { ok: true }>['value']['basis']>().toEqualTypeOf<Basis>();
    const outcome = () =>
      // @ts-expect-error [ts2322] -- there is no outcome «average» in this table.
      rules<{ readonly fit: boolean }, Basis>('x', [{ basis: 'average', when: (f) => f.fit, clause: item, otherwise: '' }]);
    // @ts-expect-error [ts2353] -- the table decides by whether the meter is fit, not by a month.
    const fact = () => choose(table(), { month: 1 }, today);
    void [outcome, fact];
  });
});
