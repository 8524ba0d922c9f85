import { ABSENCE, QUALITY } from './acts-quality';
import { type Coverage, complete, law, partial } from './coverage-row';

const BREAKS = [law('quality-breaks.yaml'), law('waste-absence.yaml')];
const DEVIATIONS = [law('quality-deviations.yaml')];
const HEATING = [law('quality-heating.yaml')];
const ABSENCE_CASES = [law('absence-utilities.yaml')];

/** What is covered of temporary absence, and of breaks and bad quality of utilities. */
export const QUALITY_COVERAGE: readonly Coverage[] = [
  complete(ABSENCE.days, ['absence.charge', 'absence.chargeElectricity', 'absence.chargeHeat'], ABSENCE_CASES),
  complete(ABSENCE.impossible, ['absence.utilities'], ABSENCE_CASES, 'Акт — meteringImpossible помещения или его квартиры.'),
  complete(ABSENCE.metered, ['absence.utilities'], ABSENCE_CASES),
  complete(
    ABSENCE.forceMajeure,
    ['absence.utilities'],
    ABSENCE_CASES,
    'Дни, когда отсутствовали все; снижается и превышение из-за коэффициента.',
  ),
  complete(ABSENCE.excluded, ['absence.utilities'], ABSENCE_CASES, 'Отопление и общие нужды отсутствием не снижаются вовсе.'),
  complete(ABSENCE.sewerage, ['sewerage.volumeFromWater'], ABSENCE_CASES),
  complete(
    ABSENCE.volume,
    ['absence.volume', 'absence.volumeElectricity', 'absence.resource'],
    [...ABSENCE_CASES, 'test/charges/reductions.prop.test.ts'],
    'Норматив, не линейный по числу людей, — день за днём.',
  ),
  complete(ABSENCE.variable, ['charges/absence-lines'], ABSENCE_CASES),
  complete(
    ABSENCE.application,
    ['absence.utilities', 'federal.absence.applicationDays', 'federal.absence.advanceMonths'],
    ABSENCE_CASES,
    'Позднее заявление меняет закрытый месяц строкой перерасчёта; без документов вернуть снижение — новой версией факта.',
  ),
  complete(QUALITY.hours, ['quality.hours', 'quality.utilities'], [...BREAKS, 'test/charges/reductions.prop.test.ts']),
  complete(
    QUALITY.cap,
    ['charges/quality-lines'],
    [...BREAKS, 'test/charges/reductions.prop.test.ts'],
    'Плата — своя, после отсутствия, с коэффициентом; общие нужды не входят.',
  ),
  complete(QUALITY.coldBreak, ['quality.hours', 'consumption/quality-breaks'], BREAKS),
  complete(QUALITY.coldComposition, ['quality.days'], DEVIATIONS),
  complete(QUALITY.coldPressure, ['quality.hours', 'quality.days'], DEVIATIONS),
  complete(QUALITY.hotBreak, ['quality.hours'], BREAKS, 'Авария на тупиковой магистрали и ежегодное отключение — рядом с пределом месяца.'),
  complete(
    QUALITY.hotTemperature,
    ['quality.hours', 'quality.cold', 'quality.coldHeat'],
    DEVIATIONS,
    'Политика hotWaterTolerance; полные шаги по 3 °C, и выше 75 °C.',
  ),
  complete(QUALITY.hotComposition, ['quality.days'], DEVIATIONS),
  complete(QUALITY.hotPressure, ['quality.hours', 'quality.days'], DEVIATIONS),
  complete(QUALITY.sewerageBreak, ['quality.hours'], BREAKS),
  complete(QUALITY.electricityBreak, ['quality.hours'], BREAKS, 'Источники питания — feeds условий услуги.'),
  complete(QUALITY.electricityVoltage, ['quality.hours'], DEVIATIONS),
  complete(QUALITY.gasBreak, ['quality.hours'], BREAKS),
  complete(QUALITY.gasProperties, ['quality.days'], DEVIATIONS),
  complete(QUALITY.gasPressure, ['quality.hours', 'quality.days'], DEVIATIONS),
  complete(QUALITY.heatingBreak, ['quality.hours'], HEATING),
  complete(QUALITY.heatingAir, ['quality.hours'], HEATING, 'Полные градусы; политика heatingAirReduction.'),
  complete(QUALITY.heatingPressure, ['quality.days'], HEATING),
  complete(QUALITY.undelivered, ['quality.undelivered'], BREAKS, 'Политика hotWaterPlannedOutage; жилые помещения.'),
  complete(QUALITY.perDay, ['quality.days'], DEVIATIONS, 'Календарные дни, которых коснулось нарушение.'),
  partial(QUALITY.period, ['model/event-checks'], DEVIATIONS, 'Начало и конец называет факт: журнал, сообщение, прибор или акт.'),
];
