import { clause } from './act';
import { RULES_354 } from './acts';

/** Days on which the model of heating changed: one charge (ПП № 344), two modes of payment (ПП № 603), two parts of a charge (ПП № 1708). */
const ONE_CHARGE = '2013-06-01';
const TWO_MODES = '2016-07-01';
const TWO_PARTS = '2019-01-01';
/** Federal acts of this model begin with the Rules themselves. */
const RULES = '2012-09-01';

const place = (from: string, text: string) => ({ [from]: text });
const until = (from: string, text: string, to: string) => ({ [from]: text, [to]: null });

/**
 * Clauses of heating in ПП № 354. Numbers of formulas are data by date: 3(1) and 3(4) changed their meaning on 01.01.2019. Places that no public
 * text confirmed say `memory`.
 */
export const HEATING = {
  charge: clause(RULES_354, 'heatingCharge', 'плата за отопление: объём × тариф', 'seen', place(RULES, 'п. 42(1)')),
  offSeason: clause(RULES_354, 'heatingOffSeason', 'вне отопительного периода платы нет', 'memory', place(RULES, 'п. 42(1)')),
  season: clause(RULES_354, 'heatingSeason', 'начало и конец отопительного периода', 'seen', place(RULES, 'п. 5')),
  modes: clause(RULES_354, 'heatingModes', 'плата в отопительный период или равномерно', 'seen', place(TWO_MODES, 'п. 42(1)')),
  byNormative: clause(
    RULES_354,
    'heatingByNormative',
    'отопление по нормативу в отопительный период',
    'seen',
    place(RULES, 'прил. 2, формула 2'),
  ),
  byNormativeUniform: clause(RULES_354, 'heatingByNormativeUniform', 'отопление по нормативу равномерно', 'seen', {
    [RULES]: 'прил. 2, формула 2 с коэффициентом ПП № 857',
    [TWO_MODES]: 'прил. 2, формула 2(1)',
  }),
  byNormativeHouse: clause(
    RULES_354,
    'heatingByNormativeHouse',
    'многоквартирный дом без прибора, до 2019 года',
    'memory',
    until(RULES, 'прил. 2, формула 2', TWO_PARTS),
  ),
  byNormativeHouseUniform: clause(
    RULES_354,
    'heatingByNormativeHouseUniform',
    'многоквартирный дом без прибора, равномерно, до 2019 года',
    'memory',
    {
      [RULES]: 'прил. 2, формула 2 с коэффициентом ПП № 857',
      [TWO_MODES]: 'прил. 2, формула 2(1)',
      [TWO_PARTS]: null,
    },
  ),
  normativeParts: clause(
    RULES_354,
    'heatingNormativeParts',
    'многоквартирный дом без прибора, отопительный период',
    'memory',
    place(TWO_PARTS, 'п. 42(1), прил. 2, формулы 2(3), 2(5)'),
  ),
  normativePartsUniform: clause(
    RULES_354,
    'heatingNormativePartsUniform',
    'многоквартирный дом без прибора, равномерно',
    'memory',
    place(TWO_PARTS, 'п. 42(1), прил. 2, формулы 2(4), 2(6)'),
  ),
  houseOld: clause(
    RULES_354,
    'heatingHouseOld',
    'прибор дома: доля по площади, до 2019 года',
    'seen',
    until(RULES, 'прил. 2, формула 3', TWO_PARTS),
  ),
  houseOldUniform: clause(RULES_354, 'heatingHouseOldUniform', 'прибор дома: доля среднего прошлого года, до 2019 года', 'memory', {
    [RULES]: 'прил. 2, формула 3 с порядком ПП № 307',
    [TWO_MODES]: 'прил. 2, формула 3(1)',
    [TWO_PARTS]: null,
  }),
  allOldCommon: clause(
    RULES_354,
    'heatingAllOldCommon',
    'индивидуальные приборы у всех и общедомовые нужды по отоплению',
    'seen',
    until(RULES, 'прил. 2, формулы 1, 13', ONE_CHARGE),
  ),
  allOld: clause(RULES_354, 'heatingAllOld', 'индивидуальные приборы у всех, до 2019 года', 'memory', {
    [ONE_CHARGE]: 'прил. 2, формула 3(1)',
    [TWO_MODES]: 'прил. 2, формула 3(3)',
    [TWO_PARTS]: null,
  }),
  house: clause(
    RULES_354,
    'heatingHouse',
    'прибор дома, индивидуальных нет',
    'seen',
    place(TWO_PARTS, 'п. 42(1), прил. 2, формулы 3, 3(6)'),
  ),
  some: clause(
    RULES_354,
    'heatingSome',
    'прибор дома, индивидуальные не у всех',
    'seen',
    place(TWO_PARTS, 'п. 42(1), прил. 2, формулы 3(1), 3(7)'),
  ),
  all: clause(RULES_354, 'heatingAll', 'прибор дома, индивидуальные у всех', 'seen', place(TWO_PARTS, 'п. 42(1), прил. 2, формула 3(3)')),
  individualByArea: clause(
    RULES_354,
    'heatingIndividualByArea',
    'тепло в помещении по площади',
    'memory',
    place(TWO_PARTS, 'прил. 2, формула 3(6)'),
  ),
  individualByMeters: clause(
    RULES_354,
    'heatingIndividualByMeters',
    'тепло в помещении по среднему индивидуальных приборов',
    'seen',
    place(TWO_PARTS, 'прил. 2, формула 3(7)'),
  ),
  noDevices: clause(
    RULES_354,
    'heatingNoDevices',
    'нет отопительных приборов по документам или законный индивидуальный источник: тепла в помещении нет',
    'seen',
    place(TWO_PARTS, 'прил. 2, п. 3(6)'),
  ),
  detachedMeter: clause(RULES_354, 'heatingDetachedMeter', 'жилой дом с прибором', 'memory', place(RULES, 'п. 42(1), прил. 2, формула 1')),
  detachedMeterUniform: clause(RULES_354, 'heatingDetachedMeterUniform', 'жилой дом с прибором, равномерно', 'memory', {
    [RULES]: 'п. 42(1)',
    [TWO_PARTS]: 'п. 42(1), прил. 2, формула 3(5)',
  }),
  correction: clause(RULES_354, 'heatingCorrection', 'годовая корректировка', 'seen', {
    [RULES]: 'порядок ПП № 307, прил. 2, п. 1–3',
    [TWO_MODES]: 'прил. 2, формулы 3(2), 3(4)',
    [TWO_PARTS]: 'прил. 2, формула 3(4)',
  }),
  allocators: clause(
    RULES_354,
    'heatingAllocators',
    'распределители: корректировка',
    'memory',
    place(RULES, 'п. 42(1), прил. 2, формула 6'),
  ),
  room: clause(RULES_354, 'heatingRoom', 'комната коммунальной квартиры', 'memory', place(RULES, 'п. 50, прил. 2, формула 8')),
  own: clause(RULES_354, 'heatingOwn', 'тепло собственного производства', 'seen', place(RULES, 'п. 54, прил. 2, формула 18')),
  ownMetered: clause(
    RULES_354,
    'heatingOwnMetered',
    'тепло собственного производства, индивидуальные приборы учтены (КС № 24-П)',
    'memory',
    place('2021-05-31', 'п. 54, прил. 2, формула 18'),
  ),
  average: clause(
    RULES_354,
    'heatingAverage',
    'прибор вышел из строя: среднее отопительного периода',
    'memory',
    place(RULES, 'п. 59, 59(1)'),
  ),
  weather: clause(
    RULES_354,
    'heatingWeather',
    'прибор дома вышел из строя: среднее с поправкой на погоду',
    'seen',
    place('2025-03-01', 'п. 59(1)'),
  ),
  normativeAfter: clause(RULES_354, 'heatingNormativeAfter', 'прибор дома не восстановлен: норматив', 'memory', place(RULES, 'п. 60(1)')),
  hotWaterHeat: clause(
    RULES_354,
    'heatingHotWaterHeat',
    'общий прибор тепла: подогрев воды вычитается',
    'memory',
    place(RULES, 'п. 42(1), 54'),
  ),
  multiplier: clause(
    RULES_354,
    'heatingMultiplier',
    'повышающий коэффициент на отопление',
    'memory',
    until('2015-01-01', 'прил. 2, формула 2(2)', '2017-01-01'),
  ),
} as const;
