import { VOLUME_SCALE } from '../consumption/formulas';
import { byFactor, per, ratio } from '../kernel/expression';
import { HEATING } from '../norms/acts-heating';
import { formula, given } from '../norms/formula';
import { COMMON_AREA_SCALE } from './formulas';
import type { AreaUnit } from './heating-formulas';

const V = (title: string) => given('Gcal', VOLUME_SCALE, title);
const A = <const U extends AreaUnit>(unit: U, title: string) => given(unit, COMMON_AREA_SCALE, title);

const madeShares = <const R extends 'Gcal' | 'm3' | 'kWh', const U extends AreaUnit>(id: string, resource: R, unit: U) =>
  formula({
    id,
    title: 'Ресурс на отопление, часть помещения по площади',
    symbol: 'Vр',
    clause: HEATING.own,
    inputs: {
      Vv: given(resource, VOLUME_SCALE, 'Израсходовано на отопление дома'),
      S: A(unit, 'Площадь помещения'),
      Sоб: A(unit, 'Площадь всех помещений'),
    },
    result: resource,
    is: (of) => byFactor(of.Vv, ratio<U>(of.S, of['Sоб'])),
  });

const madeFormulas = <const R extends 'Gcal' | 'm3' | 'kWh'>(name: string, resource: R) => ({
  /** Vр = Vv × S / Sоб: a resource spent for heating, by area (формула 18). */
  m2: madeShares(`heatingMade.${name}Share`, resource, 'm2'),
  'm2-day': madeShares(`heatingMade.${name}ShareByDays`, resource, 'm2-day'),
  /** Vр = Vv × V / Vд: the same by the heat of the premises, where meters count it; the price of 1 Gcal is exact (C24). */
  byHeat: formula({
    id: `heatingMade.${name}ByHeat`,
    title: 'Ресурс на отопление, часть помещения по его теплу',
    symbol: 'Vр',
    clause: HEATING.ownMetered,
    inputs: {
      Vv: given(resource, VOLUME_SCALE, 'Израсходовано на отопление дома'),
      V: V('Тепло помещения'),
      Vд: V('Тепло дома'),
    },
    result: resource,
    is: (of) => byFactor(of.Vv, ratio(of.V, of['Vд'])),
  }),
  /** Vср = Vг / 12: the monthly average of the year before, where payment is even. */
  average: formula({
    id: `heatingMade.${name}Average`,
    title: 'Среднемесячный расход ресурса на отопление',
    symbol: 'Vср',
    clause: HEATING.own,
    inputs: { Vг: given(resource, VOLUME_SCALE, 'Израсходовано за прошлый год'), m: given('month', 0, 'Месяцев') },
    result: `${resource}/month` as `${R}/month`,
    is: (of) => per(of['Vг'], of.m),
  }),
});

/** Resources that heat a house with its own boiler (ПП № 354, п. 54). */
export const HEATING_MADE = {
  heat: madeFormulas('heat', 'Gcal'),
  gas: madeFormulas('gas', 'm3'),
  electricity: madeFormulas('electricity', 'kWh'),
} as const;
