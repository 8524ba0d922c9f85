import type { Clause } from './act';
import { PP354, PP549, ZHK } from './acts';

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
    note: 'Группы потребителей, зоны суток, два компонента. Двухставочные тарифы и диапазоны — отдельно.',
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
  { clause: PP354.gasByNormative, by: ['gas.volumeByNormative'], cases: [law('gas.yaml')], status: 'complete' },
  {
    clause: PP354.gasByNormativeRaised,
    by: ['volume.dwelling', 'multiplier.excess'],
    cases: [law('gas.yaml')],
    status: 'complete',
    note: 'Федерального коэффициента на газ нет: только регион, и только где прибор обязателен.',
  },
  {
    clause: PP549.charge,
    by: ['gas.charge'],
    cases: [law('gas.yaml')],
    status: 'partial',
    note: 'Цена одна на объём; цены по направлениям использования газа — отдельно.',
  },
  {
    clause: PP549.byMeter,
    by: ['volume.suppliedGas', 'gas.volumeByMeter', 'gas.volumeByMeterRollover'],
    cases: [law('gas.yaml')],
    status: 'complete',
    note: 'Приведение объёма к стандартным условиям — отдельно.',
  },
  { clause: PP549.byNormative, by: ['volume.suppliedGas'], cases: [law('gas.yaml')], status: 'complete' },
  {
    clause: PP549.average,
    by: ['volume.suppliedGas', 'gas.monthlyAverage', 'gas.volumeByAverage'],
    cases: [law('gas.yaml')],
    status: 'complete',
  },
  { clause: PP549.normativeAfterSilence, by: ['volume.suppliedGas'], cases: [law('gas.yaml')], status: 'complete' },
  { clause: PP549.carriedOver, by: ['gas.volumeThrough', 'recalculation/difference'], cases: [law('gas.yaml')], status: 'complete' },
  { clause: PP549.averageRepair, by: ['volume.suppliedGas'], cases: [law('gas.yaml')], status: 'complete' },
  { clause: PP549.normativeUnfit, by: ['volume.suppliedGas'], cases: [law('gas.yaml')], status: 'complete' },
  { clause: PP549.normativeExpired, by: ['volume.suppliedGas'], cases: [law('gas.yaml')], status: 'complete' },
  {
    clause: PP549.fault,
    by: ['volume.suppliedGas', 'consumption/gas-fault'],
    cases: [law('gas.yaml')],
    status: 'complete',
    note: 'С последней проверки до замены прибора, без предела в месяцах.',
  },
  { clause: PP354.detachedHouse, by: ['consumption/land-plot'], cases: [law('land-plot.yaml')], status: 'complete' },
  {
    clause: PP354.landPlot,
    by: [
      'landPlot.volumeByArea',
      'landPlot.volumeByHead',
      'landPlot.volumeByPerson',
      'landPlot.energyByArea',
      'landPlot.energyByHead',
      'landPlot.energyByPerson',
    ],
    cases: [law('land-plot.yaml')],
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
