import type { Clause } from './act';
import { PP354, PP614, RANGES, ZHK } from './acts';

/** How far a clause is done. */
export type CoverageStatus = 'complete' | 'partial' | 'planned';

/** One row of the coverage list: clause → formulas → cases → status. */
export interface Coverage {
  readonly clause: Clause;
  /** Ids of formulas or rule tables that carry it. */
  readonly by: readonly string[];
  /** Folder or file of the cases that prove it. */
  readonly cases: readonly string[];
  readonly status: CoverageStatus;
  readonly note?: string;
}

const law = (name: string): string => `test/law/${name}`;

/** The one list of what is covered; the page `docs/coverage.md` is made from it. */
export const COVERAGE: readonly Coverage[] = [
  { clause: PP354.billingMonth, by: ['kernel/calendar'], cases: ['test/kernel'], status: 'complete' },
  {
    clause: PP354.tariffs,
    by: ['charges/prices'],
    cases: [law('')],
    status: 'partial',
    note: 'Группы потребителей, зоны суток, два компонента, две ставки, диапазоны. Надбавки — отдельно.',
  },
  { clause: PP354.fixedCharge, by: ['water.charge', 'electricity.charge', 'heat.charge'], cases: [law('')], status: 'complete' },
  {
    clause: PP354.byMeter,
    by: ['water.volumeByMeter', 'electricity.volumeByMeter', 'water.volumeByMeterRollover', 'electricity.volumeByMeterRollover'],
    cases: [law('')],
    status: 'complete',
  },
  { clause: PP354.byMeterNonResidential, by: ['volume.nonResidential'], cases: [law('')], status: 'complete' },
  {
    clause: PP354.byContract,
    by: ['volume.nonResidential', 'water.volumeByContract', 'electricity.volumeByContract'],
    cases: [law('')],
    status: 'partial',
    note: 'Объём по договору задаётся как факт; отраслевые способы расчёта — отдельно.',
  },
  {
    clause: PP354.byNormative,
    by: [
      'water.volumeByNormative',
      'electricity.volumeByNormative',
      'water.volumeByNormativeStretches',
      'electricity.volumeByNormativeStretches',
    ],
    cases: [law('')],
    status: 'complete',
  },
  { clause: PP354.byNormativeRaised, by: ['volume.dwelling', 'multiplier.excess'], cases: [law('')], status: 'complete' },
  {
    clause: PP354.multiplier,
    by: ['multiplier.excess', 'water.chargeRaised', 'electricity.chargeRaised', 'heat.chargeRaised'],
    cases: [law('')],
    status: 'complete',
    note: 'Изменение внутри декабря 2025 года — политика multiplierChange.',
  },
  { clause: PP354.sewerageFromWater, by: ['sewerage.volumeFromWater'], cases: [law('')], status: 'complete' },
  { clause: PP354.twoComponents, by: ['hotWater.heat', 'heat.charge'], cases: [law('')], status: 'complete' },
  { clause: PP354.ownersInstead, by: ['consumption/residents'], cases: [law('')], status: 'complete' },
  { clause: PP354.temporaryResidents, by: ['consumption/residents'], cases: [law('')], status: 'complete' },
  {
    clause: PP354.average,
    by: ['water.monthlyAverage', 'electricity.monthlyAverage', 'water.volumeByAverage', 'electricity.volumeByAverage'],
    cases: [law('')],
    status: 'complete',
  },
  { clause: PP354.averageUnfit, by: ['volume.dwelling', 'volume.nonResidential'], cases: [law('')], status: 'complete' },
  { clause: PP354.averageSilent, by: ['volume.dwelling', 'volume.nonResidential'], cases: [law('')], status: 'complete' },
  { clause: PP354.shortHistory, by: ['volume.dwelling'], cases: [law('')], status: 'complete' },
  { clause: PP354.normativeAfterUnfit, by: ['volume.dwelling'], cases: [law('')], status: 'complete' },
  { clause: PP354.normativeAfterSilence, by: ['volume.dwelling'], cases: [law('')], status: 'complete' },
  {
    clause: PP354.electricityNoLimit,
    by: ['volume.dwelling'],
    cases: [law('')],
    status: 'partial',
    note: 'Коэффициент 0,95 за просрочку поставщика — отдельно.',
  },
  { clause: PP354.meterFromNextDay, by: ['consumption/meter-life'], cases: [law('')], status: 'complete' },
  {
    clause: PP354.unfitMeter,
    by: ['consumption/meter-life'],
    cases: [law('')],
    status: 'partial',
    note: 'Поверка, отказ, утрата, снятие; вмешательство — отдельно.',
  },
  { clause: PP354.readingDay, by: ['consumption/register'], cases: [law('')], status: 'complete' },
  {
    clause: PP354.meanTrueUp,
    by: ['water.volumeThrough', 'electricity.volumeThrough', 'recalculation/difference'],
    cases: [law('')],
    status: 'complete',
  },
  {
    clause: PP354.ranges,
    by: [
      'electricity.rangeLimit',
      'electricity.rangeLimitStretches',
      'electricity.rangeShare',
      'electricity.rangeFirst',
      'electricity.rangeMiddle',
      'electricity.rangeLast',
    ],
    cases: [law('ranges.yaml')],
    status: 'complete',
    note: 'Месяцы, часть месяца и зоны — политики rangeScaling и rangeZones.',
  },
  {
    clause: RANGES.ceilings,
    by: ['federal.range.ceiling.first', 'federal.range.ceiling.second'],
    cases: [law('errors.yaml')],
    status: 'complete',
  },
  { clause: RANGES.electricHeating, by: ['federal.range.heatingFactor'], cases: [law('ranges.yaml')], status: 'complete' },
  {
    clause: PP614.socialNorm,
    by: ['electricity.socialNorm'],
    cases: [law('social-norm.yaml')],
    status: 'partial',
    note: 'Норма на человека по числу проживающих и по тарифным группам; льготные коэффициенты пенсионеров — отдельно.',
  },
  {
    clause: PP354.twoPart,
    by: [
      'electricity.capacity',
      'water.capacity',
      'heat.capacity',
      'electricity.capacityStretches',
      'water.capacityStretches',
      'heat.capacityStretches',
      'electricity.constantCharge',
      'water.constantCharge',
      'heat.constantCharge',
    ],
    cases: [law('two-part.yaml')],
    status: 'complete',
  },
  {
    clause: PP354.check,
    by: [],
    cases: [],
    status: 'planned',
    note: 'Проверки, отказ в допуске, вмешательство (п. 60(2), 61, 62, 81(11)).',
  },
  {
    clause: ZHK.maintenance,
    by: ['maintenance.area', 'maintenance.areaStretches', 'maintenance.charge'],
    cases: [law('')],
    status: 'complete',
  },
  { clause: ZHK.payBy, by: ['federal.payment.day'], cases: ['test/statements'], status: 'complete' },
  { clause: ZHK.documentBy, by: ['federal.document.day'], cases: ['test/statements'], status: 'complete' },
];
