import type { Problem } from '../kernel/problem';
import { COMMON, PP354, PP549 } from './acts';
import { WASTE } from './acts-waste';
import { DEBT_POLICIES } from './debt-policies';
import { HEATING_POLICIES } from './heating-policies';
import { HOUSING_POLICIES } from './housing-policies';
import { PENALTY_POLICIES } from './penalty-policies';
import { type Policy, policy } from './policy';
import { QUALITY_POLICIES } from './quality-policies';

/** Switches of a deployment: where the law is silent or practice differs. A house may set each by its code. */
export const POLICIES = {
  multiplierChange: policy({
    code: 'multiplierChange',
    title: 'Коэффициент, изменившийся внутри месяца',
    values: {
      nextMonth: 'новое значение — со следующего расчётного периода',
      byDays: 'каждому дню — своё значение',
      thisMonth: 'новое значение — за весь месяц изменения',
    },
    fallback: 'nextMonth',
    reason: 'ПП № 1871 вступило в силу 06.12.2025; первый полный период — январь 2026 года',
    clause: PP354.multiplier,
  }),
  sewerageMultiplier: policy({
    code: 'sewerageMultiplier',
    title: 'Повышающий коэффициент на водоотведение',
    values: { no: 'не применяется', yes: 'применяется к объёму, взятому по нормативу с коэффициентом' },
    fallback: 'no',
    reason: 'коэффициент увеличивает плату за воду, а не её объём',
    clause: PP354.sewerageFromWater,
  }),
  lateReading: policy({
    code: 'lateReading',
    title: 'Показание пришло после месяцев по среднему',
    values: {
      trueUp: 'разница делится поровну на пропущенные и текущий месяцы; месяцы по среднему пересчитываются, месяцы по нормативу остаются',
      carry: 'из разницы вычитаются объёмы, начисленные по среднему; остаток — в текущий месяц',
      keepNormative: 'если были месяцы по нормативу, прошлое не пересчитывается до проверки',
    },
    fallback: 'trueUp',
    reason: 'показание доказывает расход за месяцы среднего; месяцы по нормативу — последствие молчания',
    clause: PP354.meanTrueUp,
  }),
  sewerageTenfold: policy({
    code: 'sewerageTenfold',
    title: 'Водоотведение, когда вода начислена десятикратным нормативом',
    values: { one: 'по одному нормативу воды', ten: 'по десятикратному объёму воды' },
    fallback: 'one',
    reason: 'десятикратно начисляют плату за воду; в объёмах дома такая вода считается одним нормативом',
    clause: PP354.sewerageFromWater,
  }),
  averageWindow: policy({
    code: 'averageWindow',
    title: 'Окно среднемесячного объёма',
    values: {
      lastPeriods: 'последние полные месяцы между принятыми показаниями, не меньше срока из п. 59',
      wholeHistory: 'всё время работы прибора',
    },
    fallback: 'lastPeriods',
    reason: 'п. 59 называет срок, но не называет, какие месяцы; берём последние',
    clause: PP354.averageSilent,
  }),
  severalMeters: policy({
    code: 'severalMeters',
    title: 'Один из нескольких приборов услуги вышел из строя',
    values: {
      averageThenNormative: 'среднее вышедшего прибора и показания остальных, затем норматив на всё помещение',
      normativeAtOnce: 'норматив на всё помещение с первого месяца',
    },
    fallback: 'averageThenNormative',
    reason: 'норматив нельзя разделить по кранам, среднее — можно',
    clause: PP354.averageUnfit,
  }),
  electricityUnfit: policy({
    code: 'electricityUnfit',
    title: 'Непригодный электросчётчик',
    values: {
      averageNoLimit: 'среднее без срока и без коэффициента: прибор обязан заменить поставщик',
      asOthers: 'как у других услуг: три месяца среднего, затем норматив с коэффициентом',
    },
    fallback: 'averageNoLimit',
    reason: 'с 01.07.2020 приборы учёта электроэнергии — забота поставщика',
    clause: PP354.electricityNoLimit,
  }),
  gasExpired: policy({
    code: 'gasExpired',
    title: 'Поверка газового счётчика истекла (ПП № 549)',
    values: { normative: 'норматив', average: 'среднее, не более трёх месяцев подряд, затем норматив' },
    fallback: 'normative',
    reason: 'прибор с истёкшей поверкой не прибор учёта; часть поставщиков начисляет по среднему',
    clause: PP549.normativeExpired,
  }),
  residents: policy({
    code: 'residents',
    title: 'Число проживающих изменилось внутри месяца',
    values: { byDays: 'по дням', firstDay: 'по числу на первый день месяца' },
    fallback: 'byDays',
    reason: 'п. 57 считает временно проживающих по дням',
    clause: PP354.temporaryResidents,
  }),
  ownersFallback: policy({
    code: 'ownersFallback',
    title: 'Обращение с ТКО, никто не проживает',
    values: { on: 'по числу собственников', off: 'не начисляется' },
    fallback: 'on',
    reason: 'п. 148(36) считает собственников; помещению можно задать иное с документом (КС 52-П)',
    clause: WASTE.owners,
  }),
  wasteYearlyMonth: policy({
    code: 'wasteYearlyMonth',
    title: 'Месяц, в котором пересчитывают год по вывезенным отходам',
    values: { january: 'январь', february: 'февраль', march: 'март' },
    fallback: 'january',
    reason: 'ПП № 318 называет первый квартал',
    clause: WASTE.yearly,
  }),
  partMonth: policy({
    code: 'partMonth',
    title: 'Счёт открыт или закрыт внутри месяца, показания на этот день нет',
    values: { byDays: 'объём прибора делится по дням', lastHolder: 'объём прибора — тому, чей счёт открыт в конце месяца' },
    fallback: 'byDays',
    reason: 'обязанность платить начинается с правом на помещение',
    clause: PP354.billingMonth,
  }),
  meteredTariff: policy({
    code: 'meteredTariff',
    title: 'Тариф изменился внутри месяца, показания на этот день нет',
    values: { readingDay: 'весь объём прибора — по тарифу дня, когда снято показание', byDays: 'объём прибора делится по дням' },
    fallback: 'readingDay',
    reason: 'объём следует за датой показания',
    clause: PP354.tariffs,
  }),
  multiplierOn: policy({
    code: 'multiplierOn',
    title: 'К чему применяется коэффициент',
    values: {
      roundedCharge: 'к округлённой плате, как в платёжном документе ГИС ЖКХ',
      volumeTimesTariff: 'к произведению объёма и тарифа',
    },
    fallback: 'roundedCharge',
    reason: 'так строки платёжного документа складываются до копейки',
    clause: PP354.multiplier,
  }),
  commonBefore2022: policy({
    code: 'commonBefore2022',
    title: 'Содержание общего имущества с 2017 года до 01.09.2022: норматив',
    values: { ceiling: 'предел: меньше, если прибор дома показал меньше', flat: 'сам объём, что бы ни показал прибор дома' },
    fallback: 'ceiling',
    reason: 'п. 29 называл норматив пределом; ч. 9.2 ст. 156 ЖК РФ — размером',
    clause: COMMON.normativeCeiling,
  }),
  commonNegative: policy({
    code: 'commonNegative',
    title: 'Отрицательный объём общих нужд в конце года',
    values: { carry: 'переходит и через 31 декабря', resetAtYearEnd: 'с января начинается с нуля' },
    fallback: 'carry',
    reason: 'правила не ограничивают перенос годом',
    clause: COMMON.carried,
  }),
  commonTrueUpSpread: policy({
    code: 'commonTrueUpSpread',
    title: 'Годовая корректировка общих нужд',
    values: { twelveShares: 'двенадцатью равными долями в следующем году', atOnce: 'одной суммой в январе' },
    fallback: 'twelveShares',
    reason: 'ПП № 480 распределило корректировку на год',
    clause: COMMON.trueUp,
  }),
  commonTrueUpTariff: policy({
    code: 'commonTrueUpTariff',
    title: 'Тариф годовой корректировки общих нужд',
    values: { month: 'тариф каждого месяца начисления', last: 'тариф последнего месяца года' },
    fallback: 'month',
    reason: 'корректируется плата того месяца, за который она начислена',
    clause: COMMON.trueUp,
  }),
  strictWindow: policy({
    code: 'strictWindow',
    title: 'Показание вне строгого окна',
    values: { nextMonth: 'идёт в следующий месяц', held: 'ждёт решения' },
    fallback: 'nextMonth',
    reason: 'так закон поступает с показанием после 25-го числа; отказать в приёме он не даёт',
    clause: PP354.readingDay,
  }),
  readingJump: policy({
    code: 'readingJump',
    title: 'Показание много больше обычного расхода',
    values: { remark: 'принимается с пометкой', hold: 'ждёт решения', off: 'не отмечается' },
    fallback: 'remark',
    reason: 'правила не дают отказать в показании за его величину: сомнение проверяют (п. 82), а не отклоняют',
    clause: PP354.readingTruth,
  }),
  readingJumpTimes: policy({
    code: 'readingJumpTimes',
    title: 'Во сколько раз расход больше своего среднего, чтобы показание считалось скачком',
    values: { '3': '3', '5': '5', '10': '10', '20': '20' },
    fallback: '10',
    reason: 'порог правилами не назван; тот же, до которого верят переходу через ноль',
    clause: PP354.readingTruth,
  }),
  hotAboveCold: policy({
    code: 'hotAboveCold',
    title: 'Горячей воды много больше, чем холодной',
    values: { remark: 'принимается с пометкой', hold: 'показание горячей воды ждёт решения', off: 'не отмечается' },
    fallback: 'remark',
    reason: 'похоже на перепутанные приборы; правила не дают за это отказать',
    clause: PP354.readingTruth,
  }),
  hotAboveColdTimes: policy({
    code: 'hotAboveColdTimes',
    title: 'Во сколько раз горячей воды больше, чем холодной, чтобы это отметить',
    values: { '1': '1', '2': '2', '3': '3', '5': '5' },
    fallback: '3',
    reason: 'порог правилами не назван',
    clause: PP354.readingTruth,
  }),
  rolloverTimes: policy({
    code: 'rolloverTimes',
    title: 'До скольких средних верят переходу счётчика через ноль',
    values: { '3': '3', '5': '5', '10': '10' },
    fallback: '10',
    reason: 'переход доказывают, а не предполагают: без среднего — норматив помещения, дальше показание ждёт решения',
    clause: PP354.byMeter,
  }),
  volumeDigits: policy({
    code: 'volumeDigits',
    title: 'Знаков после запятой в объёме',
    values: { '7': '7', '6': '6', '5': '5', '4': '4', '3': '3', '2': '2' },
    fallback: '7',
    reason: 'столько знаков несёт ГИС ЖКХ; объём округляется один раз',
    clause: PP354.byMeter,
  }),
  rangeScaling: policy({
    code: 'rangeScaling',
    title: 'Пороги диапазонов, когда счёт открыт не весь месяц',
    values: {
      byMonthsCovered: 'порог — за те дни месяца, которые входят в объём счёта',
      wholeThreshold: 'порог не делится: полный порог месяца, какой он на последний день счёта',
    },
    fallback: 'byMonthsCovered',
    reason: 'порог установлен на месяц; объём за несколько месяцев система уже делит по месяцам',
    clause: PP354.ranges,
  }),
  rangeZones: policy({
    code: 'rangeZones',
    title: 'Диапазоны объёма вместе с зонами суток',
    values: {
      shareOfVolume: 'пороги — на общий объём, каждой зоне — доля порога по её доле в объёме',
      eachZone: 'полные пороги у каждой зоны',
    },
    fallback: 'shareOfVolume',
    reason: 'порог установлен на весь объём месяца; деление по доле зоны — обычная практика',
    clause: PP354.ranges,
  }),
  ...HEATING_POLICIES,
  ...HOUSING_POLICIES,
  ...QUALITY_POLICIES,
  ...PENALTY_POLICIES,
  ...DEBT_POLICIES,
} as const satisfies Record<string, Policy>;

/** Code of a policy. */
export type PolicyCode = keyof typeof POLICIES;
/** Values of a policy. */
export type PolicyValue<C extends PolicyCode> = keyof (typeof POLICIES)[C]['values'] & string;

/** Value of a policy in a house: its own or the default. */
export const policyValue = <C extends PolicyCode>(set: Readonly<Record<string, string | undefined>>, code: C): PolicyValue<C> =>
  (set[code] ?? POLICIES[code].fallback) as PolicyValue<C>;

/** Does a policy bear on charges, and not only on what becomes of a debt? */
export const bearsOnCharges = (code: PolicyCode): boolean => !Object.hasOwn(PENALTY_POLICIES, code) && !Object.hasOwn(DEBT_POLICIES, code);

/** Policies that are named wrongly, or have a value they do not know. @param at what names them, such as `house h-1` */
export const policyProblems = (
  set: Readonly<Record<string, string | undefined>>,
  at: string,
): readonly Problem<'unknown-policy' | 'unknown-policy-value'>[] =>
  Object.entries(set).flatMap(([code, value]): Problem<'unknown-policy' | 'unknown-policy-value'>[] => {
    const place = `${at} policies.${code}`;
    if (!Object.hasOwn(POLICIES, code)) return [{ code: 'unknown-policy', at: place, value: code }];
    const { values } = POLICIES[code as PolicyCode];
    if (value === undefined || Object.hasOwn(values, value)) return [];
    return [{ code: 'unknown-policy-value', at: place, value, facts: { allowed: Object.keys(values).join(', ') } }];
  });
