import { NORMATIVE_SCALE, VOLUME_SCALE } from '../consumption/formulas';
import { byFactor, overDays, ratio, times } from '../kernel/expression';
import { ABSENCE } from '../norms/acts-quality';
import { formula, given } from '../norms/formula';

const D = given('day/month', 0, 'Дней в месяце');

/** Vо = W / D: normatives of the days less those without the people who were away (C25). */
const volume = <const U extends 'm3' | 'kWh'>(unit: U) =>
  formula({
    id: `absence.volume${unit === 'm3' ? '' : 'Electricity'}`,
    title: 'Объём за дни отсутствия',
    symbol: 'Vо',
    clause: ABSENCE.volume,
    inputs: { W: given(`${unit}-day/month` as `${U}-day/month`, NORMATIVE_SCALE, 'Норматив отсутствующих × дни'), D },
    result: unit,
    is: (of) => overDays<U>(of.W, of.D),
  });

/** Volumes that people who were away would have been charged, by the unit of the service. */
export const ABSENCE_VOLUME = { m3: volume('m3'), kWh: volume('kWh') } as const;

/** V = Vр × Vо / V: of a resource that heats the water in the house, the part of that water. */
export const absenceResource = formula({
  id: 'absence.resource',
  title: 'Ресурс на воду за дни отсутствия',
  symbol: 'V',
  clause: ABSENCE.volume,
  inputs: {
    Vр: given('m3', VOLUME_SCALE, 'Объём ресурса на горячую воду'),
    Vо: given('m3', VOLUME_SCALE, 'Вода за дни отсутствия'),
    Vв: given('m3', VOLUME_SCALE, 'Горячая вода'),
  },
  result: 'm3',
  is: (of) => byFactor(of.Vр, ratio(of.Vо, of.Vв)),
});

/** R = T × V, V below zero: what is taken off the charge. */
const charge = <const U extends 'm3' | 'kWh' | 'Gcal'>(name: string, unit: U) =>
  formula({
    id: `absence.${name}`,
    title: 'Снижение за отсутствие',
    symbol: 'R',
    clause: ABSENCE.days,
    inputs: { T: given(`RUB/${unit}` as `RUB/${U}`, 6, 'Тариф'), V: given(unit, VOLUME_SCALE, 'Объём за дни отсутствия') },
    result: 'RUB',
    is: (of) => times<'RUB', U>(of.T, of.V),
  });

/** Money of absence by the unit of the line. */
export const ABSENCE_CHARGE = {
  m3: charge('charge', 'm3'),
  kWh: charge('chargeElectricity', 'kWh'),
  Gcal: charge('chargeHeat', 'Gcal'),
} as const;
