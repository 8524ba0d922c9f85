import { z } from 'zod';
import { PRICED_UNITS, VOLUME_BASES } from '../../model/bill';
import { serviceCode, zoneCode } from '../../model/services';
import { dayText, idText, moneyText, monthText, shortText } from '../../model/text-types';
import { expectedCompensations } from './benefits-schema';
import { expectedAct } from './common-schema';
import { caseInstalment, caseLimitation, instalmentExpected, limitationExpected } from './debt-schema';
import { decimalStated, digitsStated } from './decimals';
import { caseFacts } from './facts-schema';
import { caseCommission, commissionExpected, expectedDocument, expectedVat, lineHousing } from './housing-schema';
import { penaltyExpected, penaltyFacts } from './penalty-schema';
import { caseRestriction, restrictionExpected } from './restriction-schema';

/** Text of several lines: arithmetic written out, a note. */
const longText = (description: string): z.ZodType<string> =>
  z
    .string()
    .min(1)
    .max(6000)
    .regex(/^(\n|[^\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069])*$/u, { message: 'text-format' })
    .meta({ description });

/** Where a case comes from. */
const source = z
  .strictObject({
    title: shortText.meta({ description: 'Название источника' }),
    url: shortText.optional().meta({ description: 'Адрес источника' }),
    kind: shortText.meta({ description: 'Вид источника: act, court-decision, utility-site, software-test, exam-problem, own …' }),
  })
  .meta({ description: 'Источник примера' });

const head = {
  id: idText.meta({ description: 'Код примера, один на всю папку' }),
  title: shortText.meta({ description: 'О чём пример, по-русски' }),
  source: source.optional(),
  law: shortText.optional().meta({ description: 'Норма: акт, пункт, формула' }),
  service: serviceCode.optional().meta({ description: 'Услуга, для счёта примеров по услугам' }),
  tags: z.array(idText).default([]).meta({ description: 'Темы' }),
  by: longText('Арифметика по шагам, чтобы её можно было повторить на бумаге').optional(),
  note: longText('Примечание; обязательно, если публикация расходится с верным ответом').optional(),
} as const;

const published = decimalStated.optional().meta({ description: 'Что напечатано в источнике' });
const exact = digitsStated.optional();
const inputs = z
  .record(idText, shortText.meta({ description: 'Число или имя более раннего шага' }))
  .meta({ description: 'Значения букв формулы' });

/** Day on which a formula is asked when a case names none. */
export const DEFAULT_DAY = '2026-01-01';
const on = dayText.optional().meta({ description: `День, на который берётся норма; по умолчанию ${DEFAULT_DAY}` });

const asked = {
  formula: idText.meta({ description: 'Код формулы' }),
  inputs,
  on,
  expect: decimalStated.optional().meta({ description: 'Результат после округления' }),
  exact,
  published,
} as const;

/** One formula with its inputs and its result. */
export const formulaCase = z.strictObject({ ...head, ...asked }).meta({ description: 'Пример по одной формуле' });

const step = z
  .strictObject({
    name: idText.meta({ description: 'Имя шага' }),
    formula: asked.formula.optional(),
    inputs: inputs.optional(),
    on,
    plus: z.array(shortText).optional().meta({ description: 'Слагаемые: числа или имена шагов' }),
    minus: z.array(shortText).optional().meta({ description: 'Вычитаемые: числа или имена шагов' }),
    expect: asked.expect,
    exact,
    published,
  })
  .meta({ description: 'Шаг: формула или сумма более ранних шагов' });

/** A chain of steps. */
export const stepsCase = z
  .strictObject({ ...head, steps: z.array(step).min(1).meta({ description: 'Шаги по порядку' }) })
  .meta({ description: 'Пример из нескольких шагов' });

const line = z
  .strictObject({
    service: serviceCode,
    kind: z.enum(['charge', 'factorExcess', 'reduction', 'vat', 'discount', 'adjustment']).default('charge').meta({
      description:
        'charge — плата, factorExcess — превышение из-за коэффициента, reduction — снижение платы, vat — НДС сверху, discount — льгота, adjustment — перерасчёт прошлого месяца',
    }),
    for: monthText.optional().meta({ description: 'За какой месяц; по умолчанию месяц счёта' }),
    part: z.enum(['own', 'common']).default('own').meta({ description: 'own — само помещение, common — общие нужды дома' }),
    component: z.enum(['water', 'heat', 'gas', 'electricity', 'constant']).optional().meta({
      description:
        'ГВС: water — вода, heat — тепло, gas и electricity — ресурс на подогрев в доме; двухставочный тариф: constant — ставка за мощность',
    }),
    zone: zoneCode.optional().meta({ description: 'Зона суток' }),
    ...lineHousing,
    use: shortText.optional().meta({ description: 'Участок: направление использования' }),
    range: z.int().min(1).max(3).optional().meta({ description: 'Диапазон объёма' }),
    from: dayText.optional().meta({ description: 'Первый день тарифа строки, если он меняется внутри месяца' }),
    volume: decimalStated.optional().meta({ description: 'Объём' }),
    tariff: decimalStated.optional().meta({ description: 'Тариф' }),
    factor: decimalStated.optional().meta({ description: 'Повышающий коэффициент' }),
    amount: moneyText.optional().meta({ description: 'Сумма, руб.' }),
    basis: z.enum(VOLUME_BASES).optional().meta({ description: 'Как найден объём' }),
    provider: idText.optional().meta({ description: 'Исполнитель' }),
    unit: z.enum(PRICED_UNITS).optional().meta({ description: 'Единица объёма' }),
    cause: idText.optional().meta({ description: 'Факт, вызвавший перерасчёт' }),
    published,
  })
  .meta({ description: 'Строка счёта: сравнивается только написанное' });

const saldo = z
  .strictObject({
    opening: moneyText.optional().meta({ description: 'Входящее сальдо' }),
    charged: moneyText.optional().meta({ description: 'Начислено и перерассчитано' }),
    payments: moneyText.optional().meta({ description: 'Оплачено' }),
    closing: moneyText.optional().meta({ description: 'Исходящее сальдо' }),
  })
  .meta({ description: 'Сальдо счёта за месяц; долг больше нуля' });

const block = z
  .strictObject({
    month: monthText.optional().meta({ description: 'Месяц; по умолчанию месяц примера' }),
    account: idText.optional().meta({ description: 'Лицевой счёт; по умолчанию единственный' }),
    lines: z.array(line).default([]).meta({ description: 'Ожидаемые строки' }),
    only: z.boolean().default(true).meta({ description: 'Других строк у названных услуг нет' }),
    none: z.array(serviceCode).default([]).meta({ description: 'Услуги без единой строки' }),
    sums: z.partialRecord(serviceCode, moneyText).optional().meta({ description: 'Сумма всех строк услуги' }),
    total: moneyText.optional().meta({ description: 'Сумма всех строк счёта' }),
    acts: z.array(expectedAct).optional().meta({ description: 'Акты дома' }),
    vat: z.array(expectedVat).optional().meta({ description: 'Таблица НДС по счетам дома' }),
    document: expectedDocument.optional(),
    compensations: expectedCompensations.optional(),
    houseTotal: moneyText.optional().meta({ description: 'Сумма всех счетов дома' }),
    explains: z.array(shortText).default([]).meta({ description: 'Что должно стоять в объяснении начисления' }),
    omits: z.array(shortText).default([]).meta({ description: 'Чего в объяснении быть не должно' }),
    problems: z.array(idText).optional().meta({ description: 'Коды ошибок, которыми отвечает начисление' }),
    saldo: saldo.optional(),
  })
  .meta({ description: 'Чего ждать от счёта за месяц' });

/** A house with facts and what its bills must say. */
export const houseCase = z
  .strictObject({
    ...head,
    month: monthText.optional().meta({ description: 'Расчётный месяц' }),
    facts: caseFacts,
    expect: z.array(block).min(1).meta({ description: 'Ожидания по месяцам и счетам' }),
  })
  .meta({ description: 'Пример с домом и счетами' });

/** Debts with payments and the penalties that must come out. */
export const penaltyCase = z
  .strictObject({ ...head, penalty: penaltyFacts, expect: penaltyExpected })
  .meta({ description: 'Пример с долгами и пенями' });

/** A payment through a channel with its commission. */
export const commissionCase = z
  .strictObject({ ...head, commission: caseCommission, expect: commissionExpected })
  .meta({ description: 'Пример с комиссией за приём платы' });

/** A fee that rose and its instalment. */
export const instalmentCase = z
  .strictObject({ ...head, instalment: caseInstalment, expect: instalmentExpected })
  .meta({ description: 'Пример с рассрочкой' });

/** A debt and its limitation. */
export const limitationCase = z
  .strictObject({ ...head, limitation: caseLimitation, expect: limitationExpected })
  .meta({ description: 'Пример с исковой давностью' });

/** Debts, notices and works of a service. */
export const restrictionCase = z
  .strictObject({ ...head, restriction: caseRestriction, expect: restrictionExpected })
  .meta({ description: 'Пример с ограничением услуги' });

/** A file of cases. */
export const caseFile = z
  .strictObject({
    $schema: z.string().optional().meta({ description: 'Ссылка на эту схему для редактора', format: 'uri-reference' }),
    common: caseFacts.optional().meta({ description: 'Факты, общие для примеров файла с домом; пример дополняет и заменяет их' }),
    source: source.optional().meta({ description: 'Источник примеров, у которых нет своего' }),
    tags: z.array(idText).optional().meta({ description: 'Темы всех примеров файла' }),
    cases: z
      .array(z.union([formulaCase, stepsCase, houseCase, penaltyCase, commissionCase, instalmentCase, limitationCase, restrictionCase]))
      .min(1)
      .meta({ description: 'Примеры' }),
  })
  .meta({ title: 'Примеры для saldo', description: 'Файл примеров: формулы с числами, дома с ожидаемыми счетами, долги с пенями' });

export type FormulaCase = z.infer<typeof formulaCase>;
export type StepsCase = z.infer<typeof stepsCase>;
export type HouseCase = z.infer<typeof houseCase>;
export type PenaltyCase = z.infer<typeof penaltyCase>;
export type CommissionCase = z.infer<typeof commissionCase>;
export type InstalmentCase = z.infer<typeof instalmentCase>;
export type LimitationCase = z.infer<typeof limitationCase>;
export type RestrictionCase = z.infer<typeof restrictionCase>;
export type CaseStep = z.infer<typeof step>;
export type ExpectedBlock = z.infer<typeof block>;
export type ExpectedLine = z.infer<typeof line>;
export type CaseSource = z.infer<typeof source>;
/** A case as it was read, with the facts of its file beside it. */
export type AnyCase =
  | FormulaCase
  | StepsCase
  | HouseCase
  | PenaltyCase
  | CommissionCase
  | InstalmentCase
  | LimitationCase
  | RestrictionCase;
