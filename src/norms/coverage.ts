import type { Clause } from './act';
import { PP354, ZHK } from './acts';

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
  {
    clause: PP354.roomByPeople,
    by: ['rooms.sharing', 'water.roomShare', 'electricity.roomShare'],
    cases: [law('communal-flat.yaml')],
    status: 'complete',
  },
  {
    clause: PP354.roomByPeopleRaised,
    by: ['water.roomShare', 'multiplier.excess'],
    cases: [law('communal-flat.yaml')],
    status: 'complete',
  },
  {
    clause: PP354.roomByMeter,
    by: ['rooms.sharingElectricity', 'electricity.roomRemainder', 'electricity.roomShare'],
    cases: [law('communal-electricity.yaml')],
    status: 'complete',
  },
  { clause: PP354.roomsAboveFlat, by: ['electricity.roomRemainder'], cases: [law('communal-electricity.yaml')], status: 'complete' },
  {
    clause: PP354.roomByAgreement,
    by: ['rooms.sharing'],
    cases: [law('communal-flat.yaml'), law('communal-electricity.yaml')],
    status: 'complete',
  },
  { clause: PP354.roomTwoComponents, by: ['water.roomShare', 'hotWater.heat'], cases: [law('communal-waters.yaml')], status: 'complete' },
  {
    clause: PP354.roomCommon,
    by: ['water.roomCommon', 'electricity.roomCommon', 'house/room-shares'],
    cases: [law('communal-flat.yaml'), 'test/house'],
    status: 'partial',
    note: 'Деление по жилой площади готово; начисление общедомового по комнатам — отдельно.',
  },
  {
    clause: PP354.roomOwnProduction,
    by: ['water.roomShare'],
    cases: [],
    status: 'planned',
    note: 'Доля комнаты считается; расход ресурсов на подогрев в доме — отдельно.',
  },
  { clause: PP354.hostelShared, by: ['rooms.sharing'], cases: [law('hostels.yaml')], status: 'complete' },
  { clause: PP354.hostelFlats, by: ['volume.dwelling'], cases: [law('hostels.yaml')], status: 'complete' },
  { clause: PP354.hostelOperator, by: ['charges/house-volumes'], cases: [law('hostels.yaml')], status: 'complete' },
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
