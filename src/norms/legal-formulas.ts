/** How far a formula of the law is done. */
export type LegalFormulaStatus = 'done' | 'planned' | 'open';

/** A formula as the acts number it, with what carries it here: ids of formulas, rule tables or files. */
export interface LegalFormula {
  readonly id: string;
  /** Act, annex and number, as cases cite it. */
  readonly legal: string;
  /** Russian: what it is about. */
  readonly title: string;
  /** The number alone, as it stands after «формула» in a case. */
  readonly number: string;
  readonly by: readonly string[];
  /** `open`: the source names a number whose text nobody here has read. */
  readonly status: LegalFormulaStatus;
}

const annex2 = (
  number: string,
  title: string,
  by: readonly string[],
  status: LegalFormulaStatus = by.length > 0 ? 'done' : 'planned',
): LegalFormula => ({
  id: `pp354.${number}`,
  legal: `ПП № 354, прил. 2, формула ${number}`,
  title,
  number,
  by,
  status,
});

const other = (id: string, legal: string, title: string, by: readonly string[]): LegalFormula => ({
  id,
  legal,
  title,
  number: id,
  by,
  status: by.length > 0 ? 'done' : 'planned',
});

/**
 * Every formula of the acts that this engine follows or means to follow, done or not: annex 2 of ПП № 354 with heating and waste, ПП № 491, the
 * Housing Code. `saldo coverage` counts the cases of each.
 */
export const LEGAL_FORMULAS: readonly LegalFormula[] = [
  annex2('1', 'плата по прибору учёта', ['water.volumeByMeter', 'electricity.volumeByMeter', 'water.charge', 'electricity.charge']),
  annex2('2', 'отопление по нормативу в отопительный период', ['heating.byNormative', 'heating.byNormativeCalendar']),
  annex2('2(1)', 'отопление по нормативу равномерно', ['heating.byNormativeUniform']),
  annex2('2(2)', 'отопление по нормативу с повышающим коэффициентом (отменена)', [
    'heating.volume',
    'heating.excess',
    'heating.chargeRaised',
  ]),
  annex2('2(3)', 'отопление, дом без прибора, в отопительный период', ['heating.volume', 'heating.byHouse']),
  annex2('2(4)', 'отопление, дом без прибора, равномерно', ['heating.volume', 'heating.byHouse']),
  annex2('2(5)', 'объём к формуле 2(3)', ['heating.individualByArea']),
  annex2('2(6)', 'объём к формуле 2(4)', ['heating.individualByArea']),
  annex2('3', 'отопление, прибор дома, ни одного индивидуального', ['heating.byHouse', 'heating.byHouseArea']),
  annex2('3(1)', 'отопление, прибор дома, часть индивидуальных', ['heating.someMetered', 'heating.someAverage']),
  annex2('3(2)', 'корректировка 2016–2018 годов', ['heating.correction']),
  annex2('3(3)', 'отопление, прибор дома, индивидуальные во всех помещениях', ['heating.allMetered']),
  annex2('3(4)', 'годовая корректировка отопления', ['heating.correction']),
  annex2('3(5)', 'жилой дом с прибором, равномерно', ['heating.yearAverage', 'heating.correction']),
  annex2('3(6)', 'объём помещения по площади', ['heating.individualByArea']),
  annex2('3(7)', 'объём помещения по среднему индивидуальных приборов', ['heating.individualByMeters']),
  annex2('3(8)', 'текст не прочитан', [], 'open'),
  annex2('4', 'плата по нормативу', ['water.volumeByNormative', 'electricity.volumeByNormative', 'water.volumeByNormativeStretches']),
  annex2('4(1)', 'норматив с повышающим коэффициентом', ['multiplier.excess', 'water.chargeRaised']),
  annex2('5', 'газ по нормативу', ['gas.volumeByNormative']),
  annex2('5(1)', 'газ по нормативу с повышающим коэффициентом', ['gas.volumeByNormative', 'multiplier.excess']),
  annex2('6', 'распределители: корректировка', ['heating.allocatorCorrection']),
  annex2('7', 'комната коммунальной квартиры', ['water.roomShare', 'electricity.roomShare']),
  annex2('7(1)', 'комната, норматив с повышающим коэффициентом', ['water.roomShare', 'multiplier.excess']),
  annex2('8', 'комната, отопление', ['heating.room']),
  annex2('9', 'комната, электричество по комнатным приборам', ['electricity.roomRemainder']),
  annex2('9(1)', 'отходы на человека', ['waste.volumeByPerson', 'waste.massByPerson']),
  annex2('9(2)', 'отходы с площади', ['waste.volumeByArea', 'waste.massByArea']),
  annex2('9(3)', 'отходы по контейнерам, по людям', ['waste.volumeContainersPerson']),
  annex2('9(4)', 'отходы по контейнерам, по площади', ['waste.volumeContainersArea']),
  annex2('9(5)', 'отходы, комната и нежилые помещения (9(5)–9(11))', ['waste.volumeRoom', 'waste.volumeByUnits', 'waste.volumeContract']),
  annex2('10', 'плата за общедомовые нужды', ['water.commonShare', 'electricity.commonShare']),
  annex2('11', 'общедомовые нужды, холодная вода, прибор дома', ['volume.common', 'water.commonActual']),
  annex2('12', 'общедомовые нужды, прибор дома', ['volume.common', 'water.commonActual', 'electricity.commonActual']),
  annex2('13', 'общедомовые нужды по отоплению (до 2013 года)', ['heating.allUnheated']),
  annex2('14', 'общедомовые нужды по отоплению (до 2013 года), текст не прочитан', [], 'open'),
  annex2('15', 'общедомовые нужды без прибора дома', ['volume.common', 'water.commonByNormative', 'electricity.commonByNormative']),
  annex2('16', 'общедомовые нужды, комната', ['water.roomCommon', 'electricity.roomCommon']),
  annex2('17', 'общедомовые нужды, комната, без прибора дома', ['water.roomCommon', 'electricity.roomCommon']),
  annex2('18', 'тепло собственного производства', ['heatingMade.heatShare', 'heatingMade.gasShare', 'heatingMade.electricityShare']),
  annex2('19', 'тепло собственного производства, комната', ['heating.room', 'heatingMade.gasShare']),
  annex2('20', 'горячая вода собственного производства', [
    'hotWaterMade.heatShare',
    'hotWaterMade.gasShare',
    'hotWaterMade.electricityShare',
    'hotWaterMade.heat.charge',
  ]),
  annex2('20(1)', 'то же по удельному расходу, тепло', ['hotWaterMade.heatByNormative']),
  annex2('20(2)', 'то же по удельному расходу, газ и электричество', [
    'hotWaterMade.gasByNormative',
    'hotWaterMade.electricityByNormative',
  ]),
  annex2('21', 'горячая вода собственного производства, комната', ['water.roomShare', 'hotWaterMade.heatShare']),
  annex2('22', 'земельный участок и надворные постройки', ['landPlot.volumeByArea']),
  annex2('23', 'горячая вода, два компонента', ['hotWater.heat', 'heat.charge']),
  annex2('23(1)', 'два компонента, норматив с повышающим коэффициентом', ['heat.chargeRaised', 'multiplier.excess']),
  annex2('24', 'два компонента, общедомовые нужды, прибор дома', ['volume.common', 'hotWater.heat']),
  annex2('25', 'два компонента, общедомовые нужды, без прибора дома', ['volume.common', 'hotWater.heat']),
  annex2('26', 'два компонента, нежилое помещение', ['volume.nonResidential', 'hotWater.heat']),
  annex2('27', 'два компонента, комната', ['water.roomShare']),
  annex2('28', 'два компонента, комната, тепло', ['water.roomShare', 'hotWater.heat']),
  annex2('29', 'два компонента, комната, общедомовые нужды', ['water.roomCommon']),
  annex2('30', 'два компонента, комната, тепло на общедомовые нужды', ['water.roomCommon', 'hotWater.heat']),
  other('pp354.sewerage', 'ПП № 354, п. 42', 'водоотведение: сумма объёмов воды', ['sewerage.volumeFromWater']),
  other('pp354.59', 'ПП № 354, п. 59', 'среднемесячный объём', [
    'water.monthlyAverage',
    'electricity.monthlyAverage',
    'water.volumeByAverage',
  ]),
  other('pp354.47', 'ПП № 354, п. 47', 'излишек дома — жилым помещениям', ['water.commonSurplusShare', 'electricity.commonSurplusShare']),
  other('pp354.61', 'ПП № 354, п. 61', 'разница, найденная проверкой', ['volume.dwelling']),
  other('pp354.62', 'ПП № 354, п. 62', 'несанкционированное подключение', ['volume.dwelling']),
  other('pp354.81-11', 'ПП № 354, п. 81(11)', 'вмешательство в прибор: норматив × 10', ['volume.dwelling']),
  other('pp354.92', 'ПП № 354, п. 92', 'перерасчёт за отсутствие', []),
  other('pp354.ranges', 'ПП № 354, п. 38', 'диапазоны потребления электричества', [
    'electricity.rangeFirst',
    'electricity.rangeMiddle',
    'electricity.rangeLast',
  ]),
  other('pp354.two-part', 'ПП № 354, п. 39', 'двухставочный тариф', ['electricity.capacity', 'water.capacity']),
  other('pp354.quality', 'ПП № 354, прил. 1', 'качество и перерывы', []),
  other('pp491.29-2', 'ПП № 491, п. 29(2)', 'ресурсы на содержание общего имущества: объём месяца', [
    'volume.common',
    'water.commonCarried',
    'sewerage.commonFromWater',
  ]),
  other('pp491.29-3', 'ПП № 491, п. 29(3)', 'корректировка по прибору дома', ['common.trueUpShare', 'common.trueUpThrough']),
  other('pp549', 'ПП № 549', 'газ от поставщика', ['volume.suppliedGas', 'gas.charge']),
  other('zhk.154', 'ЖК РФ, ст. 154', 'содержание жилого помещения', ['maintenance.charge', 'maintenance.area']),
  other('zhk.169', 'ЖК РФ, ст. 169', 'взнос на капитальный ремонт', ['capitalRepair.charge', 'housing.part']),
  other('zhk.160', 'ЖК РФ, ст. 160', 'льгота или компенсация в пределах норм', [
    'benefit.water.within',
    'benefit.area.within',
    'benefit.whole',
  ]),
  other('zhk.169-2.1', 'ЖК РФ, ст. 169, ч. 2.1', 'компенсация взноса на капитальный ремонт', ['benefit.capital', 'benefit.area.within']),
  other('pp761', 'ПП № 761, п. 23', 'субсидия', ['subsidy.above', 'subsidy.below']),
  other('zhk.156', 'ЖК РФ, ст. 156, ч. 7', 'статьи содержания и плата за наём', [
    'housing.premises.charge',
    'housing.people.charge',
    'housing.area.charge',
  ]),
  other('zhk.158', 'ЖК РФ, ст. 158, ч. 1', 'сумма дома по долям, целевой взнос', ['housing.houseMonth.charge', 'housing.feeThrough']),
  other('pp491.quality', 'ПП № 491, Правила изменения размера платы, п. 10', 'содержание ненадлежащего качества', ['housing.quality']),
  other('nk.164', 'НК РФ, ст. 164, п. 4', 'НДС внутри цены', ['vat.contained']),
  other('nk.168', 'НК РФ, ст. 168, п. 1', 'НДС сверх цены', ['vat.onTop', 'vat.grossTariff']),
  other('pp354.72', 'ПП № 354, п. 72', 'рассрочка', ['instalment.limit', 'instalment.excess', 'instalment.part', 'instalment.interest']),
  other('zhk.155-14', 'ЖК РФ, ст. 155, ч. 14', 'пени', ['penalty.interval']),
];
