import { VOLUME_SCALE } from '../consumption/formulas';
import { byFactor, during, minus, overDays, partOfMonth, times } from '../kernel/expression';
import type { PricedUnit } from '../model/bill';
import type { HeatingResource } from '../model/record-parts';
import type { ServiceCode } from '../model/services';
import type { Clause } from '../norms/act';
import { PP354, PP549, ZHK } from '../norms/acts';
import { HEATING } from '../norms/acts-heating';
import { HOUSING } from '../norms/acts-housing';
import { WASTE } from '../norms/acts-waste';
import { formula, given } from '../norms/formula';

const TARIFF_SCALE = 6;
const FACTOR_SCALE = 2;

export type { PricedUnit };

const K = given('1', FACTOR_SCALE, 'Повышающий коэффициент');

const letters = <const U extends PricedUnit>(unit: U, title: string) => ({
  T: given(`RUB/${unit}` as `RUB/${U}`, TARIFF_SCALE, title),
  V: given(unit, VOLUME_SCALE, 'Объём'),
});

/** P = T × V, rounded to the kopeck once. */
const charge = <const U extends PricedUnit>(family: string, unit: U, clause: Clause, title: string) =>
  formula({
    id: `${family}.charge`,
    title: 'Плата',
    symbol: 'P',
    clause,
    inputs: letters(unit, title),
    result: 'RUB',
    is: ({ T, V }) => times<'RUB', U>(T, V),
  });

/** P = T × V: the constant part of a two-part tariff. */
const constantCharge = <const U extends PricedUnit>(family: string, unit: U) =>
  formula({
    id: `${family}.constantCharge`,
    title: 'Плата за мощность или нагрузку',
    symbol: 'P',
    clause: PP354.twoPart,
    inputs: letters(unit, 'Ставка'),
    result: 'RUB',
    is: ({ T, V }) => times<'RUB', U>(T, V),
  });

/** Pк = T × V × K: the raised charge before any rounding, for the policy that multiplies the product. */
const raised = <const U extends PricedUnit>(family: string, unit: U, clause: Clause = PP354.multiplier) =>
  formula({
    id: `${family}.chargeRaised`,
    title: 'Плата с коэффициентом',
    symbol: 'Pк',
    clause,
    inputs: { ...letters(unit, 'Тариф'), K },
    result: 'RUB',
    is: (of) => byFactor(times<'RUB', U>(of.T, of.V), of.K),
  });

/** Money formulas by the unit of the volume. */
export const CHARGE_FORMULAS = {
  m3: charge('water', 'm3', PP354.fixedCharge, 'Тариф'),
  t: charge('wasteMass', 't', WASTE.charge, 'Цена регионального оператора'),
  kWh: charge('electricity', 'kWh', PP354.fixedCharge, 'Тариф'),
  Gcal: charge('heat', 'Gcal', PP354.twoComponents, 'Тариф на тепловую энергию'),
  'm2-month': charge('maintenance', 'm2-month', ZHK.maintenance, 'Размер платы'),
  'kW-month': constantCharge('electricity', 'kW-month'),
  '(m3/h)-month': constantCharge('water', '(m3/h)-month'),
  '(Gcal/h)-month': constantCharge('heat', '(Gcal/h)-month'),
  'premises-month': charge('housing.premises', 'premises-month', HOUSING.item, 'Размер платы'),
  'person-month': charge('housing.people', 'person-month', HOUSING.item, 'Размер платы'),
  'unit-month': charge('housing.units', 'unit-month', HOUSING.item, 'Размер платы'),
  'house-month': charge('housing.houseMonth', 'house-month', HOUSING.houseSum, 'Сумма на дом в месяц'),
  house: charge('housing.house', 'house', HOUSING.houseSum, 'Сумма на дом за весь срок'),
  piece: charge('housing.work', 'piece', HOUSING.work, 'Цена'),
  period: charge('housing.period', 'period', HOUSING.prepaid, 'Цена за период'),
} as const;

/** Money of the contribution for capital repair, under the name of its own clause; other housing services per m² say «размер платы». */
const CAPITAL_REPAIR_CHARGE = charge('capitalRepair', 'm2-month', HOUSING.capitalRepair, 'Размер взноса');
const HOUSING_AREA_CHARGE = charge('housing.area', 'm2-month', HOUSING.item, 'Размер платы');

/** Money of gas: the same product under the name of its own rules. */
const GAS_CHARGE = charge('gas', 'm3', PP549.charge, 'Розничная цена газа');

/** Money of heating under the name of its own clause. */
const HEATING_CHARGE = charge('heating', 'Gcal', HEATING.charge, 'Тариф на тепловую энергию');

/** Money of what heats a house with its own boiler. */
const HEATING_OWN_CHARGE = {
  heat: charge('heatingMade.heat', 'Gcal', HEATING.own, 'Тариф на тепловую энергию'),
  gas: charge('heatingMade.gas', 'm3', HEATING.own, 'Тариф на газ'),
  electricity: charge('heatingMade.electricity', 'kWh', HEATING.own, 'Тариф на электроэнергию'),
} as const;
/** Money of waste by volume, under the name of its own section. */
const WASTE_CHARGE = charge('waste', 'm3', WASTE.charge, 'Цена регионального оператора');

/** Money of what heats water in the house, under the name of its own clause. */
const OWN_PRODUCTION_CHARGE = {
  heat: charge('hotWaterMade.heat', 'Gcal', PP354.ownHotWater, 'Тариф на тепловую энергию'),
  gas: charge('hotWaterMade.gas', 'm3', PP354.ownHotWater, 'Тариф на газ'),
  electricity: charge('hotWaterMade.electricity', 'kWh', PP354.ownHotWater, 'Тариф на электроэнергию'),
} as const;

/** The money formula of a line by its service and unit; of a resource that heats water in the house, by the resource. */
export const chargeFormulaOf = ({
  service,
  unit,
  resource,
}: {
  readonly service: ServiceCode;
  readonly unit: PricedUnit;
  readonly resource?: { readonly resource: HeatingResource };
}) => {
  if (resource !== undefined) return (service === 'heating' ? HEATING_OWN_CHARGE : OWN_PRODUCTION_CHARGE)[resource.resource];
  if (service === 'gas') return GAS_CHARGE;
  if (service === 'heating') return HEATING_CHARGE;
  if (service === 'capitalRepair') return CAPITAL_REPAIR_CHARGE;
  if (unit === 'm2-month' && service !== 'maintenance') return HOUSING_AREA_CHARGE;
  return service === 'waste' && unit === 'm3' ? WASTE_CHARGE : CHARGE_FORMULAS[unit];
};

/** Money with the multiplier inside the product, by the unit of the volume. */
const RAISED_FORMULAS = { m3: raised('water', 'm3'), kWh: raised('electricity', 'kWh'), Gcal: raised('heat', 'Gcal') } as const;
const HEATING_RAISED = raised('heating', 'Gcal', HEATING.multiplier);

/** The money formula of a line with the multiplier inside the product. */
export const raisedFormulaOf = ({ service, unit }: { readonly service: ServiceCode; readonly unit: PricedUnit }) =>
  (service === 'heating' ? HEATING_RAISED : RAISED_FORMULAS[unit as keyof typeof RAISED_FORMULAS]) as (typeof RAISED_FORMULAS)['m3'];

/** V = S × d / D: area for some days of the month. */
export const areaForDays = formula({
  id: 'maintenance.area',
  title: 'Площадь за месяц',
  symbol: 'V',
  clause: ZHK.maintenance,
  inputs: { S: given('m2', 4, 'Общая площадь'), d: given('day', 0, 'Дней'), D: given('day/month', 0, 'Дней в месяце') },
  result: 'm2-month',
  is: ({ S, d, D }) => during(S, partOfMonth(d, D)),
});

/** V = W / D: the same when the area changes inside the month; W sums area × days. */
export const areaForStretches = formula({
  id: 'maintenance.areaStretches',
  title: 'Площадь за месяц, по дням',
  symbol: 'V',
  clause: ZHK.maintenance,
  inputs: { W: given('m2-month-day/month', 4, 'Сумма площадь × дней'), D: given('day/month', 0, 'Дней в месяце') },
  result: 'm2-month',
  is: ({ W, D }) => overDays<'m2-month'>(W, D),
});

/** ΔP = P × K − P: the excess of the multiplier on the rounded charge, a line of its own. */
const excess = (id: string, clause: Clause) =>
  formula({
    id,
    title: 'Превышение из-за повышающего коэффициента',
    symbol: 'ΔP',
    clause,
    inputs: { P: given('RUB', 2, 'Плата по нормативу'), K },
    result: 'RUB',
    is: ({ P, K }) => minus(byFactor(P, K), P),
  });

const FACTOR_EXCESS = excess('multiplier.excess', PP354.multiplier);
const HEATING_EXCESS = excess('heating.excess', HEATING.multiplier);

/** The formula of the excess of a multiplier: that of heating was in force in other years than that of the other services. */
export const excessFormulaOf = ({ service }: { readonly service: ServiceCode }) => (service === 'heating' ? HEATING_EXCESS : FACTOR_EXCESS);

/** ΔP = P × k − P: what the coefficient for a supplier's delay takes off the rounded charge, a line of its own below zero. */
export const delayReduction = formula({
  id: 'supplierDelay.reduction',
  title: 'Снижение платы за просрочку поставщика',
  symbol: 'ΔP',
  clause: PP354.supplierDelay,
  inputs: { P: given('RUB', 2, 'Плата'), k: given('1', FACTOR_SCALE, 'Понижающий коэффициент') },
  result: 'RUB',
  is: ({ P, k }) => minus(byFactor(P, k), P),
});
