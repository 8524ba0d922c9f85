import type { Clause } from './act';
import { COMMON, PP354, PP549, PP614, RANGES, ZHK } from './acts';
import { DEBT } from './acts-debt';
import { HEATING } from './acts-heating';
import { WASTE } from './acts-waste';
import { HOUSING_COVERAGE } from './coverage-housing';

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

/** Cases of every charge: the whole folder. */
const ALL_CASES = [law('')];
const COMMON_CASES = [law('common-areas.yaml'), law('common-water.yaml')];
const HEATING_CASES = [law('heating-digest.yaml'), law('heating-house.yaml'), law('heating-uniform.yaml')];
const HEATING_OLD = [law('heating-before-2019.yaml')];
const WASTE_CASES = [law('waste.yaml'), law('examples-waste.yaml')];
const PENALTY_CASES = [law('penalties.yaml'), law('examples-penalty.yaml')];

const row =
  (status: CoverageStatus) =>
  (clause: Clause, by: readonly string[], cases: readonly string[], note?: string): Coverage =>
    note === undefined ? { clause, by, cases, status } : { clause, by, cases, status, note };
const complete = row('complete');
const partial = row('partial');

/** The one list of what is covered; the page `docs/coverage.md` is made from it. */
export const COVERAGE: readonly Coverage[] = [
  complete(PP354.billingMonth, ['kernel/calendar'], ['test/kernel']),
  partial(
    PP354.tariffs,
    ['charges/prices'],
    ALL_CASES,
    'Группы потребителей, зоны суток, два компонента, две ставки, диапазоны. Надбавки — отдельно.',
  ),
  complete(PP354.fixedCharge, ['water.charge', 'electricity.charge', 'heat.charge'], ALL_CASES),
  complete(
    PP354.byMeter,
    [
      'water.volumeByMeter',
      'electricity.volumeByMeter',
      'water.volumeByMeterRollover',
      'electricity.volumeByMeterRollover',
      'electricity.volumeByMeterRatio',
      'electricity.volumeByMeterRatioRollover',
      'electricity.volumeByReportRatio',
    ],
    [law(''), law('ratio.yaml')],
  ),
  complete(PP354.byMeterNonResidential, ['volume.nonResidential'], ALL_CASES),
  partial(
    PP354.byContract,
    ['volume.nonResidential', 'water.volumeByContract', 'electricity.volumeByContract'],
    ALL_CASES,
    'Объём по договору задаётся как факт; отраслевые способы расчёта — отдельно.',
  ),
  complete(
    PP354.byNormative,
    [
      'water.volumeByNormative',
      'electricity.volumeByNormative',
      'water.volumeByNormativeStretches',
      'electricity.volumeByNormativeStretches',
    ],
    ALL_CASES,
  ),
  complete(PP354.byNormativeRaised, ['volume.dwelling', 'multiplier.excess'], ALL_CASES),
  complete(
    PP354.multiplier,
    ['multiplier.excess', 'water.chargeRaised', 'electricity.chargeRaised', 'heat.chargeRaised'],
    ALL_CASES,
    'Изменение внутри декабря 2025 года — политика multiplierChange.',
  ),
  complete(PP354.sewerageFromWater, ['sewerage.volumeFromWater'], ALL_CASES),
  complete(PP354.twoComponents, ['hotWater.heat', 'heat.charge'], ALL_CASES),
  complete(PP354.ownersInstead, ['consumption/residents'], ALL_CASES),
  complete(PP354.temporaryResidents, ['consumption/residents'], ALL_CASES),
  complete(
    PP354.average,
    ['water.monthlyAverage', 'electricity.monthlyAverage', 'water.volumeByAverage', 'electricity.volumeByAverage'],
    ALL_CASES,
  ),
  complete(PP354.averageUnfit, ['volume.dwelling', 'volume.nonResidential'], ALL_CASES),
  complete(PP354.averageSilent, ['volume.dwelling', 'volume.nonResidential'], ALL_CASES),
  complete(PP354.shortHistory, ['volume.dwelling'], ALL_CASES),
  complete(PP354.normativeAfterUnfit, ['volume.dwelling'], ALL_CASES),
  complete(PP354.normativeAfterSilence, ['volume.dwelling'], ALL_CASES),
  complete(PP354.electricityNoLimit, ['volume.dwelling'], ALL_CASES),
  complete(
    PP354.averageRefused,
    ['volume.dwelling', 'volume.nonResidential', 'consumption/act-refusals'],
    [law('refusal.yaml')],
    'Уведомление за 14 дней проверяет составитель акта.',
  ),
  complete(PP354.normativeAfterRefusal, ['volume.dwelling'], [law('refusal.yaml')]),
  complete(PP354.installationRefused, ['volume.dwelling', 'consumption/act-meters'], [law('electricity-supplier.yaml')]),
  complete(
    PP354.supplierDelay,
    ['volume.dwelling', 'supplierDelay.reduction'],
    [law('electricity-supplier.yaml')],
    'Срок поставщика не считается: просрочку утверждает тот, кто внёс обращение. Нежилые помещения — отдельно.',
  ),
  complete(
    PP354.unauthorised,
    ['volume.dwelling', 'volume.nonResidential', 'water.volumeByCapacity', 'electricity.volumeByCapacity'],
    [law('unauthorised.yaml')],
  ),
  complete(
    PP354.tampering,
    ['volume.dwelling', 'volume.nonResidential', 'water.volumeTenfold', 'electricity.volumeTenfold'],
    [law('tampering.yaml')],
  ),
  complete(PP354.checkDuty, ['charges/checks-due'], ['test/charges/checks-due.test.ts']),
  complete(PP354.checkSilent, ['charges/checks-due'], ['test/charges/checks-due.test.ts']),
  complete(PP354.meterFromNextDay, ['consumption/meter-life'], ALL_CASES),
  complete(PP354.unfitMeter, ['consumption/meter-life'], ALL_CASES, 'Состояния и переходы — docs/law/meter-states.md.'),
  complete(
    PP354.readingDay,
    ['consumption/reading-window', 'charges/reading-windows'],
    [law('reading-windows.yaml'), law('')],
    'Окна по датам, услугам и исполнителям, мягкие и строгие (политика strictWindow).',
  ),
  partial(
    PP354.readingTruth,
    ['norms/reading-rules'],
    [law('readings.yaml'), 'test/charges/readings.prop.test.ts'],
    'Правила приёма показаний и пометки; акты проверок — отдельно.',
  ),
  complete(PP354.meanTrueUp, ['water.volumeThrough', 'electricity.volumeThrough', 'recalculation/difference'], ALL_CASES),
  complete(PP354.gasByNormative, ['gas.volumeByNormative'], [law('gas.yaml')]),
  complete(
    PP354.gasByNormativeRaised,
    ['volume.dwelling', 'multiplier.excess'],
    [law('gas.yaml')],
    'Федерального коэффициента на газ нет: только регион, и только где прибор обязателен.',
  ),
  partial(PP549.charge, ['gas.charge'], [law('gas.yaml')], 'Цена одна на объём; цены по направлениям использования газа — отдельно.'),
  complete(
    PP549.byMeter,
    ['volume.suppliedGas', 'gas.volumeByMeter', 'gas.volumeByMeterRollover'],
    [law('gas.yaml')],
    'Приведение объёма к стандартным условиям — отдельно.',
  ),
  complete(PP549.byNormative, ['volume.suppliedGas'], [law('gas.yaml')]),
  complete(PP549.average, ['volume.suppliedGas', 'gas.monthlyAverage', 'gas.volumeByAverage'], [law('gas.yaml')]),
  complete(PP549.normativeAfterSilence, ['volume.suppliedGas'], [law('gas.yaml')]),
  complete(PP549.carriedOver, ['gas.volumeThrough', 'recalculation/difference'], [law('gas.yaml')]),
  complete(PP549.averageRepair, ['volume.suppliedGas'], [law('gas.yaml')]),
  complete(PP549.normativeUnfit, ['volume.suppliedGas'], [law('gas.yaml')]),
  complete(PP549.normativeExpired, ['volume.suppliedGas'], [law('gas.yaml')]),
  complete(
    PP549.fault,
    ['volume.suppliedGas', 'consumption/gas-fault'],
    [law('gas.yaml')],
    'С последней проверки до замены прибора, без предела в месяцах.',
  ),
  complete(PP354.detachedHouse, ['consumption/land-plot'], [law('land-plot.yaml')]),
  complete(
    PP354.landPlot,
    [
      'landPlot.volumeByArea',
      'landPlot.volumeByHead',
      'landPlot.volumeByPerson',
      'landPlot.energyByArea',
      'landPlot.energyByHead',
      'landPlot.energyByPerson',
    ],
    [law('land-plot.yaml')],
  ),
  complete(
    PP354.ranges,
    [
      'electricity.rangeLimit',
      'electricity.rangeLimitStretches',
      'electricity.rangeShare',
      'electricity.rangeFirst',
      'electricity.rangeMiddle',
      'electricity.rangeLast',
    ],
    [law('ranges.yaml')],
    'Месяцы, часть месяца и зоны — политики rangeScaling и rangeZones.',
  ),
  complete(RANGES.ceilings, ['federal.range.ceiling.first', 'federal.range.ceiling.second'], [law('errors.yaml')]),
  complete(RANGES.electricHeating, ['federal.range.heatingFactor'], [law('ranges.yaml')]),
  partial(
    PP614.socialNorm,
    ['electricity.socialNorm'],
    [law('social-norm.yaml')],
    'Норма на человека по числу проживающих и по тарифным группам; льготные коэффициенты пенсионеров — отдельно.',
  ),
  complete(
    PP354.twoPart,
    [
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
    [law('two-part.yaml')],
  ),
  complete(PP354.roomByPeople, ['rooms.sharing', 'water.roomShare', 'electricity.roomShare'], [law('communal-flat.yaml')]),
  complete(PP354.roomByPeopleRaised, ['water.roomShare', 'multiplier.excess'], [law('communal-flat.yaml')]),
  complete(
    PP354.roomByMeter,
    ['rooms.sharingElectricity', 'electricity.roomRemainder', 'electricity.roomShare'],
    [law('communal-electricity.yaml')],
  ),
  complete(PP354.roomsAboveFlat, ['electricity.roomRemainder'], [law('communal-electricity.yaml')]),
  complete(PP354.roomByAgreement, ['rooms.sharing'], [law('communal-flat.yaml'), law('communal-electricity.yaml')]),
  complete(PP354.roomTwoComponents, ['water.roomShare', 'hotWater.heat'], [law('communal-waters.yaml')]),
  complete(
    PP354.roomCommon,
    ['water.roomCommon', 'electricity.roomCommon', 'house/room-areas', 'charges/common-rooms'],
    [law('common-rooms.yaml'), 'test/house'],
  ),
  complete(
    PP354.ownHotWater,
    [
      'hotWaterMade.heatShare',
      'hotWaterMade.gasShare',
      'hotWaterMade.electricityShare',
      'hotWaterMade.heat.charge',
      'hotWaterMade.gas.charge',
      'hotWaterMade.electricity.charge',
    ],
    [law('own-hot-water.yaml'), 'test/charges/own-production.prop.test.ts'],
    'Суммы дома закрытого месяца поздние показания не двигают. Общие нужды по такой горячей воде — по тарифу их условий.',
  ),
  complete(
    PP354.ownHotWaterByNormative,
    ['hotWaterMade.heatByNormative', 'hotWaterMade.gasByNormative', 'hotWaterMade.electricityByNormative'],
    [law('own-hot-water.yaml')],
    'Только когда объём месяца не измерен. День, с которого действуют номера формул, не прочитан.',
  ),
  complete(PP354.roomOwnProduction, ['water.roomShare', 'hotWaterMade.heatShare'], [law('own-hot-water.yaml')]),
  complete(PP354.hostelShared, ['rooms.sharing'], [law('hostels.yaml')]),
  complete(PP354.hostelFlats, ['volume.dwelling'], [law('hostels.yaml')]),
  complete(PP354.hostelOperator, ['charges/house-volumes'], [law('hostels.yaml')]),
  complete(
    PP354.check,
    ['water.volumeByCheck', 'electricity.volumeByCheck', 'consumption/act-settlement'],
    [law('check.yaml'), law('check.prop.test.ts')],
  ),
  complete(COMMON.byMeter, ['volume.common', 'water.commonActual', 'electricity.commonActual'], COMMON_CASES),
  complete(COMMON.byMeterCompany, ['volume.common'], COMMON_CASES),
  complete(COMMON.limit, ['volume.common', 'water.commonCapped', 'electricity.commonCapped'], COMMON_CASES),
  complete(COMMON.capped, ['volume.common'], COMMON_CASES),
  complete(COMMON.excess, ['volume.common'], COMMON_CASES),
  complete(COMMON.byNormative, ['volume.common', 'water.commonByNormative', 'electricity.commonByNormative'], COMMON_CASES),
  complete(COMMON.byNormativeCompany, ['volume.common'], COMMON_CASES),
  complete(COMMON.surplus, ['water.commonSurplusShare', 'electricity.commonSurplusShare'], COMMON_CASES),
  complete(COMMON.noSewerage, ['volume.common'], COMMON_CASES),
  complete(COMMON.noSewerageCompany, ['volume.common'], COMMON_CASES),
  complete(COMMON.averageOfHouse, ['consumption/inlet-month'], COMMON_CASES),
  complete(COMMON.normativeCeiling, ['volume.common'], COMMON_CASES, 'Предел или сам объём — политика commonBefore2022.'),
  complete(COMMON.decided, ['volume.common'], COMMON_CASES),
  complete(COMMON.automated, ['volume.common'], COMMON_CASES),
  complete(COMMON.normativeTrueUp, ['volume.common'], COMMON_CASES),
  complete(COMMON.averageTrueUp, ['volume.common'], COMMON_CASES),
  complete(COMMON.meter, ['volume.common'], COMMON_CASES),
  complete(COMMON.normative, ['volume.common'], COMMON_CASES),
  complete(
    COMMON.carried,
    ['water.commonCarried', 'electricity.commonCarried'],
    COMMON_CASES,
    'Перенос через год — политика commonNegative.',
  ),
  complete(COMMON.sewerage, ['sewerage.commonFromWater'], COMMON_CASES),
  complete(COMMON.trueUp, ['common.trueUpShare', 'common.trueUpThrough'], COMMON_CASES),
  complete(
    COMMON.share,
    ['water.commonShare', 'electricity.commonShare', 'water.commonShareByDays', 'electricity.commonShareByDays'],
    COMMON_CASES,
  ),
  complete(COMMON.group, ['house/group'], COMMON_CASES, 'Объём по прибору группы домов делит хост функцией volumesOfGroup.'),
  complete(WASTE.charge, ['volume.waste', 'waste.charge', 'wasteMass.charge', 'waste.volumeStretches', 'waste.massStretches'], WASTE_CASES),
  complete(
    WASTE.byPerson,
    [
      'waste.volumeByPerson',
      'waste.volumeByPersonMonth',
      'waste.massByPerson',
      'waste.massByPersonMonth',
      'waste.volumeStretchesMonth',
      'waste.massStretchesMonth',
    ],
    [...WASTE_CASES, 'test/charges/waste.prop.test.ts'],
  ),
  complete(
    WASTE.byArea,
    ['waste.volumeByArea', 'waste.volumeByAreaMonth', 'waste.massByArea', 'waste.massByAreaMonth'],
    [...WASTE_CASES, 'test/charges/waste.prop.test.ts'],
  ),
  complete(WASTE.byContainersPerson, ['waste.volumeContainersPerson', 'waste.massContainersPerson'], WASTE_CASES),
  complete(WASTE.byContainersArea, ['waste.volumeContainersArea', 'waste.massContainersArea'], WASTE_CASES),
  complete(WASTE.room, ['waste.volumeRoom', 'waste.massRoom'], [law('waste.yaml')], 'Номер формулы не прочитан.'),
  complete(
    WASTE.units,
    ['waste.volumeByUnits', 'waste.volumeByUnitsMonth', 'waste.massByUnits', 'waste.massByUnitsMonth'],
    [law('waste.yaml')],
    'Номер формулы не прочитан.',
  ),
  complete(WASTE.ownContainers, ['waste.volumeContract', 'waste.massContract'], [law('waste.yaml')], 'Номер формулы не прочитан.'),
  complete(WASTE.contract, ['waste.volumeContract', 'waste.massContract'], [law('waste.yaml')]),
  complete(WASTE.notPayer, ['volume.waste'], [law('waste.yaml')]),
  complete(WASTE.noCommonNeeds, ['volume.waste'], [law('waste.yaml')], 'Строк общих нужд у услуги нет.'),
  complete(WASTE.owners, ['charges/waste-month'], [law('waste.yaml')], 'Политика ownersFallback и документ помещения.'),
  complete(WASTE.absence, ['waste.absence', 'waste.absenceMass'], [law('waste-absence.yaml')], 'Правила — таблица absence.waste.'),
  complete(WASTE.absenceByArea, ['waste.absenceByArea'], [law('waste-absence.yaml')], 'До 31.12.2027; позже — ошибка rule-expired.'),
  complete(
    WASTE.quality,
    ['waste.quality', 'consumption/waste-incidents'],
    [law('waste-absence.yaml')],
    'Погоду (холодно или тепло) называет факт.',
  ),
  complete(
    WASTE.yearly,
    ['waste.yearly', 'recalculation/waste-year'],
    [law('waste-yearly.yaml')],
    'Действует с дня постановления: день вступления не прочитан. Месяц — политика wasteYearlyMonth.',
  ),
  complete(ZHK.maintenance, ['maintenance.area', 'maintenance.areaStretches', 'maintenance.charge'], ALL_CASES),
  ...HOUSING_COVERAGE,
  complete(ZHK.payBy, ['federal.payment.day', 'norms/due-days'], ['test/norms', law('penalties-due.yaml')]),
  complete(ZHK.documentBy, ['federal.document.day', 'norms/due-days'], ['test/norms']),
  complete(DEBT.housing, ['penalty.interval', 'penalty.regime'], PENALTY_CASES),
  complete(DEBT.capitalRepair, ['penalty.interval', 'penalty.regime'], PENALTY_CASES),
  complete(DEBT.lateDocument, ['norms/due-days'], [law('penalties-due.yaml')], 'Последствие опоздания — политика lateBillShift.'),
  complete(DEBT.nextWorkingDay, ['norms/work-calendar'], [law('penalties-due.yaml'), 'test/norms']),
  partial(
    DEBT.daysOff,
    ['federal.workCalendar'],
    ['test/norms'],
    '2012–2026 годы; постановление на 2027 год не читано. Региональные праздники передаёт хост.',
  ),
  complete(
    DEBT.keyRate,
    ['federal.keyRate', 'federal.refinancingRate'],
    [law('penalties-rates.yaml'), 'test/norms'],
    'Ставка проверена по 25.10.2026; позже, пока действует предел, берётся он, и это сказано.',
  ),
  complete(DEBT.rateCap, ['federal.penalty.fixedRate', 'federal.penalty.rateCap'], [law('penalties-rates.yaml')]),
  complete(DEBT.covid, ['federal/moratoria'], [law('penalties-rates.yaml')]),
  complete(
    DEBT.bankruptcyStop,
    ['federal/moratoria'],
    [law('penalties-rates.yaml')],
    'Исключённые застройщики и отказ должника — withoutMoratoria.',
  ),
  complete(DEBT.servicemen, ['federal/moratoria'], [law('penalties-rates.yaml')], 'Основание — документ на счёт и дни.'),
  complete(DEBT.personalBankruptcy, ['federal/moratoria'], [law('penalties-rates.yaml')], 'Долги месяцев до введения процедуры.'),
  complete(DEBT.heatConsumer, ['penalty.regime'], PENALTY_CASES),
  complete(DEBT.heatAssociation, ['penalty.regime'], PENALTY_CASES),
  complete(DEBT.heatManager, ['penalty.regime'], PENALTY_CASES),
  complete(DEBT.waterConsumer, ['penalty.regime'], PENALTY_CASES),
  complete(DEBT.waterAssociation, ['penalty.regime'], PENALTY_CASES),
  complete(DEBT.waterManager, ['penalty.regime'], PENALTY_CASES),
  complete(DEBT.sewerage, ['penalty.regime'], PENALTY_CASES),
  complete(DEBT.electricity, ['penalty.regime'], PENALTY_CASES),
  complete(DEBT.gas, ['penalty.regime'], PENALTY_CASES),
  complete(DEBT.waste, ['penalty.regime'], PENALTY_CASES, 'Ставка на день требования.'),
  complete(HEATING.charge, ['heating.charge', 'heating.part', 'heating.yearAverage'], HEATING_CASES),
  complete(HEATING.offSeason, ['heating.volume'], HEATING_CASES),
  complete(
    HEATING.season,
    ['charges/heating-book'],
    HEATING_CASES,
    'Период — по распоряжению; температуру пяти суток движок не проверяет.',
  ),
  complete(HEATING.modes, ['heating.volume', 'model/heating-facts'], [law('heating-uniform.yaml')]),
  complete(
    HEATING.byNormative,
    ['heating.byNormative', 'heating.byNormativeByDays', 'heating.byNormativeCalendar', 'heating.byNormativeCalendarByDays'],
    [law('heating-house.yaml')],
  ),
  complete(HEATING.byNormativeUniform, ['heating.byNormativeUniform', 'heating.byNormativeUniformByDays'], [law('heating-house.yaml')]),
  complete(HEATING.byNormativeHouse, ['heating.volume'], HEATING_OLD),
  complete(HEATING.byNormativeHouseUniform, ['heating.volume'], HEATING_OLD),
  complete(HEATING.normativeParts, ['heating.volume', 'heating.byHouse'], HEATING_CASES),
  complete(HEATING.normativePartsUniform, ['heating.volume', 'heating.byHouse'], HEATING_CASES),
  complete(HEATING.houseOld, ['heating.volume', 'heating.byHouseArea', 'heating.byHouseAreaByDays'], HEATING_OLD),
  complete(HEATING.houseOldUniform, ['heating.volume', 'heating.byHouseArea'], HEATING_OLD),
  complete(HEATING.allOldCommon, ['heating.volume', 'heating.allUnheated'], HEATING_OLD),
  complete(HEATING.allOld, ['heating.volume', 'heating.allMetered'], HEATING_OLD),
  complete(HEATING.house, ['heating.volume', 'heating.byHouse', 'heating.byHouseByDays'], HEATING_CASES),
  complete(
    HEATING.some,
    ['heating.volume', 'heating.someMetered', 'heating.someMeteredByDays', 'heating.someAverage', 'heating.someAverageByDays'],
    HEATING_CASES,
  ),
  complete(HEATING.all, ['heating.volume', 'heating.allMetered', 'heating.allMeteredByDays', 'heating.allUnheatedByDays'], HEATING_CASES),
  complete(HEATING.individualByArea, ['heating.individualByArea', 'heating.individualByAreaByDays'], HEATING_CASES),
  complete(HEATING.individualByMeters, ['heating.individualByMeters', 'heating.individualByMetersByDays'], HEATING_CASES),
  complete(
    HEATING.noDevices,
    ['heating.byHouseUnheated', 'heating.byHouseUnheatedByDays', 'heating.someUnheated', 'heating.someUnheatedByDays'],
    HEATING_CASES,
  ),
  complete(HEATING.detachedMeter, ['heating.volume'], [law('heating-house.yaml')]),
  complete(HEATING.detachedMeterUniform, ['heating.volume', 'heating.yearAverage'], [law('heating-uniform.yaml')]),
  complete(HEATING.correction, ['heating.correction', 'heating.correctionThrough', 'heating.growthLimit'], [law('heating-uniform.yaml')]),
  complete(HEATING.allocators, ['heating.allocatorCorrection'], [law('heating-house.yaml')]),
  complete(HEATING.room, ['heating.room', 'heating.roomByDays'], [law('heating-house.yaml')]),
  partial(
    HEATING.own,
    [
      ...['heatingMade.heatShare', 'heatingMade.gasShare', 'heatingMade.electricityShare', 'heatingMade.heatShareByDays'],
      ...['heatingMade.gasShareByDays', 'heatingMade.electricityShareByDays', 'heatingMade.heatAverage', 'heatingMade.gasAverage'],
      ...['heatingMade.electricityAverage', 'heatingMade.heat.charge', 'heatingMade.gas.charge', 'heatingMade.electricity.charge'],
    ],
    [law('heating-house.yaml')],
    'Тепло, газ, электроэнергия; твёрдое топливо и холодная вода — отдельно.',
  ),
  complete(
    HEATING.ownMetered,
    ['heating.volume', 'heatingMade.heatByHeat', 'heatingMade.gasByHeat', 'heatingMade.electricityByHeat'],
    [law('heating-house.yaml')],
  ),
  complete(HEATING.average, ['heating.daysAverage', 'house/heat-meter'], [law('heating-house.yaml')]),
  complete(HEATING.weather, ['heating.weatherAverage'], [law('heating-house.yaml')]),
  complete(HEATING.normativeAfter, ['heating.volume'], [law('heating-house.yaml')]),
  complete(HEATING.hotWaterHeat, ['heating.houseLessHotWater', 'heating.heatForHotWater'], [law('heating-house.yaml')]),
  complete(HEATING.multiplier, ['heating.excess', 'heating.chargeRaised'], HEATING_OLD),
];
