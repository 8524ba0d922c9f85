import { overDays } from '../kernel/expression';
import { PP354, PP549 } from '../norms/acts';
import { formula, given } from '../norms/formula';
import { AREA_SCALE } from './area';
import { NORMATIVE_SCALE, readingFormulas, VOLUME_FORMULAS } from './formulas';

/** Decimals of Σ normative × base × days: a normative times an area. */
export const GAS_SUM_SCALE = NORMATIVE_SCALE + AREA_SCALE;

/** V = W / D: формула 5. W sums, over what the gas is burnt for, normative × person-days or normative × m²-days. */
export const gasByNormative = formula({
  id: 'gas.volumeByNormative',
  title: 'Объём газа по нормативу',
  symbol: 'V',
  clause: PP354.gasByNormative,
  inputs: {
    W: given('m3-day/month', GAS_SUM_SCALE, 'Сумма норматив × дни по направлениям'),
    D: given('day/month', 0, 'Дней в месяце'),
  },
  result: 'm3',
  is: ({ W, D }) => overDays<'m3'>(W, D),
});

/** The formulas of readings and averages as ПП № 549 has them. */
const SUPPLIED_GAS = {
  ...VOLUME_FORMULAS.m3,
  ...readingFormulas('gas', 'm3', { byMeter: PP549.byMeter, average: PP549.average, through: PP549.carriedOver }),
};

/** Formulas that tell the volumes of a service. */
export const volumeFormulasOf = (unit: 'm3' | 'kWh', suppliedGas: boolean): (typeof VOLUME_FORMULAS)['m3'] =>
  (suppliedGas ? SUPPLIED_GAS : VOLUME_FORMULAS[unit]) as (typeof VOLUME_FORMULAS)['m3'];
