import { ABSENCE } from './acts-quality';
import { type Coverage, complete, law } from './coverage-row';

const ABSENCE_CASES = [law('absence-utilities.yaml')];

/** What is covered of temporary absence. */
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
];
