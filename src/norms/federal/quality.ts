import type { Day } from '../../kernel/calendar';
import type { Unit } from '../../kernel/quantity';
import { type Parameter, type ParameterEntry, parameter } from '../parameter';

const day = (text: string): Day => text as Day;

/** A number of annex 1, in force since the rules are. */
const annex = <const U extends Unit>(
  code: string,
  title: string,
  unit: U,
  value: string,
  item: number,
  certainty: NonNullable<ParameterEntry['certainty']>,
): Parameter<U> =>
  parameter({
    code: `federal.quality.${code}`,
    title,
    unit,
    reviewedThrough: day('2026-12-31'),
    series: [{ from: day('2012-09-01'), value, act: 'ПП РФ от 06.05.2011 № 354', place: `прил. 1, п. ${item}`, certainty }],
  });

const month = (code: string, value: string, item: number, certainty: 'seen' | 'memory') =>
  annex(`${code}.month`, 'Допустимый перерыв за месяц', 'hour', value, item, certainty);
const single = (code: string, value: string, item: number, certainty: 'seen' | 'memory', when = '') =>
  annex(`${code}.single`, `Допустимый перерыв единовременно${when}`, 'hour', value, item, certainty);

/** Hours that a service may be off, in a month and at one time. */
export const BREAKS = {
  coldWater: { month: month('coldWater', '8', 1, 'seen'), single: single('coldWater', '4', 1, 'seen') },
  hotWater: { month: month('hotWater', '8', 4, 'seen'), single: single('hotWater', '4', 4, 'seen') },
  sewerage: { month: month('sewerage', '8', 8, 'memory'), single: single('sewerage', '4', 8, 'memory') },
  gas: { month: month('gas', '4', 11, 'memory'), single: null },
} as const;

/** The same for electricity, by the number of independent sources that feed the house. */
export const ELECTRICITY_BREAKS = {
  1: annex('electricity.oneSource', 'Допустимый перерыв при одном источнике питания', 'hour', '24', 9, 'memory'),
  2: annex('electricity.twoSources', 'Допустимый перерыв при двух независимых источниках', 'hour', '2', 9, 'memory'),
} as const;

/** Hours in a row that hot water may be off after an accident on a dead-end main. */
export const HOT_WATER_DEAD_END = annex(
  'hotWater.deadEnd',
  'Допустимый перерыв при аварии на тупиковой магистрали',
  'hour',
  '24',
  4,
  'seen',
);

/** Hours of a year that the planned outage of hot water may take: sanitary rules, commonly fourteen days. */
export const HOT_WATER_PLANNED = annex('hotWater.planned', 'Ежегодное плановое отключение горячей воды', 'hour', '336', 4, 'seen');

/** Hours a month that heating may be off; at once by how warm the premises stays, from the warmest. */
export const HEATING_BREAK_MONTH = month('heating', '24', 14, 'seen');
/** From so many degrees on, so many hours at once; colder, none. */
export const HEATING_BREAKS = [
  { from: 12, hours: single('heating.from12', '16', 14, 'seen', ' при +12 °C и теплее') },
  { from: 10, hours: single('heating.from10', '8', 14, 'seen', ' при +10…+12 °C') },
  { from: 8, hours: single('heating.from8', '4', 14, 'seen', ' при +8…+10 °C') },
] as const;

/** Part of the charge for each hour above what is tolerated, of each degree of heating, of bad voltage. */
export const BREAK_SHARE = annex('breakShare', 'Снижение платы за час перерыва', '1/hour', '0.0015', 1, 'seen');
export const VOLTAGE_SHARE = annex('voltageShare', 'Снижение платы за час с отклонением напряжения', '1/hour', '0.0015', 10, 'memory');
export const AIR_SHARE = annex('airShare', 'Снижение платы за час и градус отклонения', '1/hour', '0.0015', 15, 'seen');
/** Part of the charge for an hour of each step of hot water's temperature, of pressure up to the bound. */
export const STEP_SHARE = annex('hotWater.stepShare', 'Снижение платы за час и каждые 3 °C', '1/hour', '0.001', 5, 'seen');
export const PRESSURE_SHARE = annex('pressureShare', 'Снижение платы за час отклонения давления до 25 %', '1/hour', '0.001', 7, 'seen');

/** Temperatures of hot water, and degrees of a step. */
export const HOT_WATER_LEAST = annex('hotWater.least', 'Температура горячей воды не ниже', '°C', '60', 5, 'seen');
export const HOT_WATER_MOST = annex('hotWater.most', 'Температура горячей воды не выше', '°C', '75', 5, 'seen');
export const HOT_WATER_COLD = annex('hotWater.cold', 'Горячая вода холоднее оплачивается как холодная', '°C', '40', 5, 'seen');
export const HOT_WATER_STEP = annex('hotWater.step', 'Шаг отклонения температуры горячей воды', '°C', '3', 5, 'seen');
export const HOT_WATER_NIGHT = annex('hotWater.night', 'Допустимое отклонение ночью (0–5 ч)', '°C', '5', 5, 'seen');
export const HOT_WATER_DAY = annex('hotWater.day', 'Допустимое отклонение днём', '°C', '3', 5, 'seen');

/** Temperatures of the air. */
export const AIR_LEAST = annex('air.least', 'Температура воздуха в жилых комнатах не ниже', '°C', '18', 15, 'seen');
export const AIR_NIGHT = annex('air.night', 'Допустимое снижение температуры воздуха ночью (0–5 ч)', '°C', '3', 15, 'seen');
export const AIR_ABOVE = annex('air.above', 'Допустимое превышение температуры воздуха', '°C', '4', 15, 'seen');

/** Deviation of pressure above which whole days are free, per cent. */
export const PRESSURE_BOUND = annex('pressure.bound', 'Отклонение давления, выше которого не платят за дни', '%', '25', 7, 'seen');

/** Least and most pressure, megapascals; of gas, the deviation that is tolerated. */
export const PRESSURE = {
  coldWater: {
    least: annex('coldWater.pressureLeast', 'Давление холодной воды не ниже', 'MPa', '0.03', 3, 'seen'),
    most: annex('coldWater.pressureMost', 'Давление холодной воды не выше', 'MPa', '0.6', 3, 'seen'),
    tolerated: null,
  },
  hotWater: {
    least: annex('hotWater.pressureLeast', 'Давление горячей воды не ниже', 'MPa', '0.03', 7, 'memory'),
    most: annex('hotWater.pressureMost', 'Давление горячей воды не выше', 'MPa', '0.45', 7, 'memory'),
    tolerated: null,
  },
  gas: {
    least: annex('gas.pressureLeast', 'Давление газа не ниже', 'MPa', '0.0012', 13, 'memory'),
    most: annex('gas.pressureMost', 'Давление газа не выше', 'MPa', '0.003', 13, 'memory'),
    tolerated: annex('gas.pressureTolerated', 'Допустимое отклонение давления газа', 'MPa', '0.0005', 13, 'memory'),
  },
} as const;
