import type { Clause } from './act';
import { COMMON, PP354, ZHK } from './acts';
import { DEBT } from './acts-debt';

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
    status: 'complete',
  },
  {
    clause: PP354.averageRefused,
    by: ['volume.dwelling', 'volume.nonResidential', 'consumption/act-refusals'],
    cases: [law('refusal.yaml')],
    status: 'complete',
    note: 'Уведомление за 14 дней проверяет составитель акта.',
  },
  { clause: PP354.normativeAfterRefusal, by: ['volume.dwelling'], cases: [law('refusal.yaml')], status: 'complete' },
  {
    clause: PP354.installationRefused,
    by: ['volume.dwelling', 'consumption/act-meters'],
    cases: [law('electricity-supplier.yaml')],
    status: 'complete',
  },
  {
    clause: PP354.supplierDelay,
    by: ['volume.dwelling', 'supplierDelay.reduction'],
    cases: [law('electricity-supplier.yaml')],
    status: 'complete',
    note: 'Срок поставщика не считается: просрочку утверждает тот, кто внёс обращение. Нежилые помещения — отдельно.',
  },
  {
    clause: PP354.unauthorised,
    by: ['volume.dwelling', 'volume.nonResidential', 'water.volumeByCapacity', 'electricity.volumeByCapacity'],
    cases: [law('unauthorised.yaml')],
    status: 'complete',
  },
  {
    clause: PP354.tampering,
    by: ['volume.dwelling', 'volume.nonResidential', 'water.volumeTenfold', 'electricity.volumeTenfold'],
    cases: [law('tampering.yaml')],
    status: 'complete',
  },
  { clause: PP354.checkDuty, by: ['charges/checks-due'], cases: ['test/charges/checks-due.test.ts'], status: 'complete' },
  { clause: PP354.checkSilent, by: ['charges/checks-due'], cases: ['test/charges/checks-due.test.ts'], status: 'complete' },
  { clause: PP354.meterFromNextDay, by: ['consumption/meter-life'], cases: [law('')], status: 'complete' },
  {
    clause: PP354.unfitMeter,
    by: ['consumption/meter-life'],
    cases: [law('')],
    status: 'complete',
    note: 'Состояния и переходы — docs/law/meter-states.md.',
  },
  { clause: PP354.readingDay, by: ['consumption/register'], cases: [law('')], status: 'complete' },
  {
    clause: PP354.meanTrueUp,
    by: ['water.volumeThrough', 'electricity.volumeThrough', 'recalculation/difference'],
    cases: [law('')],
    status: 'complete',
  },
  {
    clause: PP354.check,
    by: ['water.volumeByCheck', 'electricity.volumeByCheck', 'consumption/act-settlement'],
    cases: [law('check.yaml'), law('check.prop.test.ts')],
    status: 'complete',
  },
  {
    clause: COMMON.byMeter,
    by: ['volume.common', 'water.commonActual', 'electricity.commonActual'],
    cases: [law('common-areas.yaml'), law('common-water.yaml')],
    status: 'complete',
  },
  {
    clause: COMMON.byMeterCompany,
    by: ['volume.common'],
    cases: [law('common-areas.yaml'), law('common-water.yaml')],
    status: 'complete',
  },
  {
    clause: COMMON.limit,
    by: ['volume.common', 'water.commonCapped', 'electricity.commonCapped'],
    cases: [law('common-areas.yaml'), law('common-water.yaml')],
    status: 'complete',
  },
  {
    clause: COMMON.capped,
    by: ['volume.common'],
    cases: [law('common-areas.yaml'), law('common-water.yaml')],
    status: 'complete',
  },
  {
    clause: COMMON.excess,
    by: ['volume.common'],
    cases: [law('common-areas.yaml'), law('common-water.yaml')],
    status: 'complete',
  },
  {
    clause: COMMON.byNormative,
    by: ['volume.common', 'water.commonByNormative', 'electricity.commonByNormative'],
    cases: [law('common-areas.yaml'), law('common-water.yaml')],
    status: 'complete',
  },
  {
    clause: COMMON.byNormativeCompany,
    by: ['volume.common'],
    cases: [law('common-areas.yaml'), law('common-water.yaml')],
    status: 'complete',
  },
  {
    clause: COMMON.surplus,
    by: ['water.commonSurplusShare', 'electricity.commonSurplusShare'],
    cases: [law('common-areas.yaml'), law('common-water.yaml')],
    status: 'complete',
  },
  {
    clause: COMMON.noSewerage,
    by: ['volume.common'],
    cases: [law('common-areas.yaml'), law('common-water.yaml')],
    status: 'complete',
  },
  {
    clause: COMMON.noSewerageCompany,
    by: ['volume.common'],
    cases: [law('common-areas.yaml'), law('common-water.yaml')],
    status: 'complete',
  },
  {
    clause: COMMON.averageOfHouse,
    by: ['consumption/inlet-month'],
    cases: [law('common-areas.yaml'), law('common-water.yaml')],
    status: 'complete',
  },
  {
    clause: COMMON.normativeCeiling,
    by: ['volume.common'],
    cases: [law('common-areas.yaml'), law('common-water.yaml')],
    status: 'complete',
    note: 'Предел или сам объём — политика commonBefore2022.',
  },
  {
    clause: COMMON.decided,
    by: ['volume.common'],
    cases: [law('common-areas.yaml'), law('common-water.yaml')],
    status: 'complete',
  },
  {
    clause: COMMON.automated,
    by: ['volume.common'],
    cases: [law('common-areas.yaml'), law('common-water.yaml')],
    status: 'complete',
  },
  {
    clause: COMMON.normativeTrueUp,
    by: ['volume.common'],
    cases: [law('common-areas.yaml'), law('common-water.yaml')],
    status: 'complete',
  },
  {
    clause: COMMON.averageTrueUp,
    by: ['volume.common'],
    cases: [law('common-areas.yaml'), law('common-water.yaml')],
    status: 'complete',
  },
  {
    clause: COMMON.meter,
    by: ['volume.common'],
    cases: [law('common-areas.yaml'), law('common-water.yaml')],
    status: 'complete',
  },
  {
    clause: COMMON.normative,
    by: ['volume.common'],
    cases: [law('common-areas.yaml'), law('common-water.yaml')],
    status: 'complete',
  },
  {
    clause: COMMON.carried,
    by: ['water.commonCarried', 'electricity.commonCarried'],
    cases: [law('common-areas.yaml'), law('common-water.yaml')],
    status: 'complete',
    note: 'Перенос через год — политика commonNegative.',
  },
  {
    clause: COMMON.sewerage,
    by: ['sewerage.commonFromWater'],
    cases: [law('common-areas.yaml'), law('common-water.yaml')],
    status: 'complete',
  },
  {
    clause: COMMON.trueUp,
    by: ['common.trueUpShare', 'common.trueUpThrough'],
    cases: [law('common-areas.yaml'), law('common-water.yaml')],
    status: 'complete',
  },
  {
    clause: COMMON.share,
    by: ['water.commonShare', 'electricity.commonShare', 'water.commonShareByDays', 'electricity.commonShareByDays'],
    cases: [law('common-areas.yaml'), law('common-water.yaml')],
    status: 'complete',
  },
  {
    clause: COMMON.group,
    by: ['house/group'],
    cases: [law('common-areas.yaml'), law('common-water.yaml')],
    status: 'complete',
    note: 'Объём по прибору группы домов делит хост функцией volumesOfGroup.',
  },
  {
    clause: ZHK.maintenance,
    by: ['maintenance.area', 'maintenance.areaStretches', 'maintenance.charge'],
    cases: [law('')],
    status: 'complete',
  },
  {
    clause: ZHK.payBy,
    by: ['federal.payment.day', 'norms/due-days'],
    cases: ['test/norms', law('penalties-due.yaml')],
    status: 'complete',
  },
  { clause: ZHK.documentBy, by: ['federal.document.day', 'norms/due-days'], cases: ['test/norms'], status: 'complete' },
  {
    clause: DEBT.housing,
    by: ['penalty.interval', 'penalty.regime'],
    cases: [law('penalties.yaml'), law('examples-penalty.yaml')],
    status: 'complete',
  },
  {
    clause: DEBT.capitalRepair,
    by: ['penalty.interval', 'penalty.regime'],
    cases: [law('penalties.yaml'), law('examples-penalty.yaml')],
    status: 'complete',
  },
  {
    clause: DEBT.lateDocument,
    by: ['norms/due-days'],
    cases: [law('penalties-due.yaml')],
    status: 'complete',
    note: 'Последствие опоздания — политика lateBillShift.',
  },
  {
    clause: DEBT.nextWorkingDay,
    by: ['norms/work-calendar'],
    cases: [law('penalties-due.yaml'), 'test/norms'],
    status: 'complete',
  },
  {
    clause: DEBT.daysOff,
    by: ['federal.workCalendar'],
    cases: ['test/norms'],
    status: 'partial',
    note: '2012–2026 годы; постановление на 2027 год не читано. Региональные праздники передаёт хост.',
  },
  {
    clause: DEBT.keyRate,
    by: ['federal.keyRate', 'federal.refinancingRate'],
    cases: [law('penalties-rates.yaml'), 'test/norms'],
    status: 'complete',
    note: 'Ставка проверена по 25.10.2026; позже, пока действует предел, берётся он, и это сказано.',
  },
  {
    clause: DEBT.rateCap,
    by: ['federal.penalty.fixedRate', 'federal.penalty.rateCap'],
    cases: [law('penalties-rates.yaml')],
    status: 'complete',
  },
  {
    clause: DEBT.covid,
    by: ['federal/moratoria'],
    cases: [law('penalties-rates.yaml')],
    status: 'complete',
  },
  {
    clause: DEBT.bankruptcyStop,
    by: ['federal/moratoria'],
    cases: [law('penalties-rates.yaml')],
    status: 'complete',
    note: 'Исключённые застройщики и отказ должника — withoutMoratoria.',
  },
  {
    clause: DEBT.servicemen,
    by: ['federal/moratoria'],
    cases: [law('penalties-rates.yaml')],
    status: 'complete',
    note: 'Основание — документ на счёт и дни.',
  },
  {
    clause: DEBT.personalBankruptcy,
    by: ['federal/moratoria'],
    cases: [law('penalties-rates.yaml')],
    status: 'complete',
    note: 'Долги месяцев до введения процедуры.',
  },
  {
    clause: DEBT.heatConsumer,
    by: ['penalty.regime'],
    cases: [law('penalties.yaml'), law('examples-penalty.yaml')],
    status: 'complete',
  },
  {
    clause: DEBT.heatAssociation,
    by: ['penalty.regime'],
    cases: [law('penalties.yaml'), law('examples-penalty.yaml')],
    status: 'complete',
  },
  {
    clause: DEBT.heatManager,
    by: ['penalty.regime'],
    cases: [law('penalties.yaml'), law('examples-penalty.yaml')],
    status: 'complete',
  },
  {
    clause: DEBT.waterConsumer,
    by: ['penalty.regime'],
    cases: [law('penalties.yaml'), law('examples-penalty.yaml')],
    status: 'complete',
  },
  {
    clause: DEBT.waterAssociation,
    by: ['penalty.regime'],
    cases: [law('penalties.yaml'), law('examples-penalty.yaml')],
    status: 'complete',
  },
  {
    clause: DEBT.waterManager,
    by: ['penalty.regime'],
    cases: [law('penalties.yaml'), law('examples-penalty.yaml')],
    status: 'complete',
  },
  {
    clause: DEBT.sewerage,
    by: ['penalty.regime'],
    cases: [law('penalties.yaml'), law('examples-penalty.yaml')],
    status: 'complete',
  },
  {
    clause: DEBT.electricity,
    by: ['penalty.regime'],
    cases: [law('penalties.yaml'), law('examples-penalty.yaml')],
    status: 'complete',
  },
  {
    clause: DEBT.gas,
    by: ['penalty.regime'],
    cases: [law('penalties.yaml'), law('examples-penalty.yaml')],
    status: 'complete',
  },
  {
    clause: DEBT.waste,
    by: ['penalty.regime'],
    cases: [law('penalties.yaml'), law('examples-penalty.yaml')],
    status: 'complete',
    note: 'Ставка на день требования.',
  },
];
