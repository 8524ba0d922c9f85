import type { ReadingRemark } from '../model/explanation';
import { READING_RULES } from '../norms/reading-rules';

/** Russian words for units. */
export const UNIT_TEXT: Readonly<Record<string, string>> = {
  RUB: '₽',
  m3: 'м³',
  kWh: 'кВт·ч',
  Gcal: 'Гкал',
  m2: 'м²',
  'm2-month': 'м²·мес.',
  'm2-day': 'м²·дн.',
  'm3/month': 'м³/мес.',
  'kWh/month': 'кВт·ч/мес.',
  'm3/m2-month': 'м³/м²·мес.',
  'kWh/m2-month': 'кВт·ч/м²·мес.',
  'm3/person-month': 'м³/чел.·мес.',
  'kWh/person-month': 'кВт·ч/чел.·мес.',
  'm3-day/month': 'м³·дн./мес.',
  'kWh-day/month': 'кВт·ч·дн./мес.',
  'person-day': 'чел.·дн.',
  'person-month': 'чел.·мес.',
  'head-month': 'гол.·мес.',
  'm3/head-month': 'м³/гол.·мес.',
  'kWh/head-month': 'кВт·ч/гол.·мес.',
  'Gcal/m3': 'Гкал/м³',
  'RUB/m3': '₽/м³',
  'RUB/kWh': '₽/кВт·ч',
  'RUB/Gcal': '₽/Гкал',
  'RUB/m2-month': '₽/м²·мес.',
  'kW-month': 'кВт·мес.',
  '(m3/h)-month': '(м³/ч)·мес.',
  '(Gcal/h)-month': '(Гкал/ч)·мес.',
  kW: 'кВт',
  '(m3/h)': 'м³/ч',
  '(Gcal/h)': 'Гкал/ч',
  'RUB/kW-month': '₽/кВт·мес.',
  'RUB/(m3/h)-month': '₽/(м³/ч)·мес.',
  'RUB/(Gcal/h)-month': '₽/(Гкал/ч)·мес.',
  day: 'дн.',
  month: 'мес.',
  'day/month': 'дн./мес.',
  '1': '',
};

/** Russian words for the bases of volumes and the rows of the rule tables. */
export const BASIS_TEXT: Readonly<Record<string, string>> = {
  meter: 'по показаниям прибора',
  average: 'по среднему',
  mixed: 'по прибору и по среднему',
  normative: 'по нормативу',
  normativeShortHistory: 'по нормативу: прибор работал слишком мало для среднего',
  normativeRaised: 'по нормативу с повышающим коэффициентом: прибор непригоден',
  noMeterRaised: 'по нормативу с повышающим коэффициентом: прибора нет',
  normativeSilent: 'по нормативу: показания не передаются',
  fromWater: 'по объёму воды',
  contract: 'по договору',
  area: 'по площади',
  commonMeter: 'общие нужды: по прибору дома',
  commonNormative: 'общие нужды: по нормативу',
  commonAverage: 'общие нужды: по среднему',
  commonFromWater: 'общие нужды: по общей воде',
  commonSurplus: 'возврат излишка дома',
  commonTrueUp: 'корректировка общих нужд',
  'common.none': 'общих нужд нет',
  'common.meter': 'разница прибора дома и помещений',
  'common.meterCapped': 'разница прибора дома и помещений, не больше норматива',
  'common.normative': 'норматив: прибора дома нет',
  'common.normativeFlat': 'норматив сам по себе',
  'common.keepMeter': 'показания прибора дома',
  'common.keepMeterCapped': 'показания прибора дома, не больше норматива',
  'common.keepAverage': 'среднемесячный объём по решению собрания',
  'common.keepNormativeTrueUp': 'норматив с корректировкой по прибору дома',
  'common.keepAverageTrueUp': 'среднемесячный объём с корректировкой по прибору дома',
  'common.keepNormative': 'норматив: прибора дома нет',
  'common.fromWater': 'сумма общей холодной и горячей воды',
  landPlot: 'участок и надворные постройки, по нормативу',
  averageRepair: 'по среднему: прибор в ремонте или на поверке',
  averageExpired: 'по среднему: поверка истекла',
  normativeExpired: 'по нормативу: поверка истекла',
  normativeGasUnfit: 'по нормативу: прибор непригоден',
  normativeFault: 'по нормативу с последней проверки: прибор неисправен или сорвана пломба',
  capacity: 'по мощности или нагрузке',
  averageUnfit: 'по среднему: прибор непригоден',
  averageNoLimit: 'по среднему: прибор обязан заменить поставщик',
  averageSilent: 'по среднему: показания нет',
  shortHistoryUnfit: 'по нормативу: прибор непригоден и работал слишком мало для среднего',
  shortHistorySilent: 'по нормативу: показания нет, прибор работал слишком мало для среднего',
  normativeUnfit: 'по нормативу с повышающим коэффициентом: прибор непригоден, месяцы по среднему исчерпаны',
  normativeNoMeter: 'по нормативу с повышающим коэффициентом: прибора нет, хотя он должен быть',
  normativeImpossible: 'по нормативу: прибор ставить не обязаны или невозможно',
};

/** Russian words for what became of a reading, by its rule. */
export const READING_TEXT: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(READING_RULES).map(([code, { says }]) => [code, says]),
);

/** Whose reading it is. */
export const SOURCE_TEXT: Readonly<Record<ReadingRemark['source'], string>> = {
  resident: 'передано жителем',
  controller: 'снято контролёром',
  telemetry: 'снято автоматически',
  computed: 'расчётное',
};

/** What became of a reading that something is said of. */
export const VERDICT_TEXT: Readonly<Record<ReadingRemark['verdict'], string>> = {
  accepted: 'принято с пометкой',
  held: 'ждёт решения',
  refused: 'отклонено',
  superseded: 'заменено',
  unused: 'не использовано',
};
