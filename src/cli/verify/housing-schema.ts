import { z } from 'zod';
import { decision, exclusion } from '../../model/housing-fields';
import { PAYERS, TERM_HOUSING } from '../../model/housing-services';
import { paymentChannel } from '../../model/payment-channel';
import { serviceCode } from '../../model/services';
import {
  areaText,
  coefficientText,
  dayText,
  idText,
  moneyText,
  monthText,
  normativeText,
  shortText,
  tariffText,
} from '../../model/text-types';
import { tariffVat, VAT_MODES } from '../../model/vat';
import { COMMISSION_FREE_CATEGORIES } from '../../norms/federal/commission';

const byDay = <T extends z.ZodType>(value: T, description: string) => z.record(dayText, value).optional().meta({ description });

/** VAT by the day of a tariff's entries: each entry takes the latest. */
export const caseVat = z.record(dayText, tariffVat).meta({ description: 'НДС: день → как он стоит к тарифу' });

/** A unit in short form. */
const HOUSING_UNIT_WORDS = ['m2', 'premises', 'person', 'unit', 'houseMonth', 'house'] as const;

/** Terms of one item of a housing service. */
const item = z
  .strictObject({
    service: z.enum(TERM_HOUSING).optional().meta({ description: 'Услуга; по умолчанию maintenance' }),
    item: idText.optional().meta({ description: 'Код статьи' }),
    title: shortText.optional().meta({ description: 'Название статьи' }),
    rate: z.record(dayText, tariffText.nullable()).meta({ description: 'Размер платы: день → руб.; пусто — кончился' }),
    unit: z.enum(HOUSING_UNIT_WORDS).optional().meta({
      description: 'За что: m2 (по умолчанию), premises, person, unit — в месяц; houseMonth — сумма на дом в месяц, house — за весь срок',
    }),
    other: byDay(tariffText.nullable(), 'Размер для нежилых помещений: день → руб.'),
    otherVat: caseVat.optional(),
    minimum: byDay(tariffText.nullable(), 'Капитальный ремонт: минимальный взнос региона'),
    provider: idText.optional().meta({ description: 'Исполнитель; по умолчанию «исполнитель»' }),
    from: dayText.optional().meta({ description: 'С какого дня' }),
    to: dayText.optional().meta({ description: 'Первый день, когда уже не начисляется' }),
    payer: z.enum(PAYERS).optional().meta({ description: 'Кто платит' }),
    split: z.enum(['area', 'premises']).optional().meta({ description: 'Сумма на дом: по площади или поровну' }),
    decision: decision.optional(),
    exclusions: z.array(exclusion).optional().meta({ description: 'Кто не платит' }),
    vat: caseVat.optional(),
  })
  .meta({ description: 'Жилищная услуга или её статья' });

/** Housing services of a case. */
export const caseHousing = z.array(item).meta({ description: 'Жилищные услуги по статьям' });

/** Poor quality of housing services. */
export const caseDefects = z
  .array(
    z.strictObject({
      id: idText.optional().meta({ description: 'Код акта; по умолчанию «качество» и номер' }),
      service: z.enum(['maintenance', 'additional']).optional().meta({ description: 'Услуга; по умолчанию maintenance' }),
      item: idText.optional(),
      flats: z.array(idText).optional().meta({ description: 'Помещения; по умолчанию весь дом' }),
      from: dayText,
      to: dayText.meta({ description: 'Первый день, когда уже надлежащее' }),
      received: dayText.optional().meta({ description: 'День, когда акт поступил' }),
    }),
  )
  .meta({ description: 'Ненадлежащее качество жилищных услуг' });

const works = z
  .array(
    z.strictObject({
      id: idText.optional().meta({ description: 'Код работы; по умолчанию помещение, «работа» и номер' }),
      on: dayText,
      received: dayText.optional().meta({ description: 'День, когда документ поступил' }),
      item: idText,
      title: shortText.optional(),
      quantity: normativeText.optional().meta({ description: 'Количество; по умолчанию 1' }),
      price: tariffText,
      provider: idText.optional(),
      account: idText.optional().meta({ description: 'Счёт; по умолчанию платит держатель помещения' }),
      vat: tariffVat.optional(),
    }),
  )
  .meta({ description: 'Разовые платные услуги' });

const prepaid = z
  .array(
    z.strictObject({
      id: idText.optional().meta({ description: 'Код; по умолчанию помещение, «предоплата» и номер' }),
      item: idText,
      title: shortText.optional(),
      from: dayText,
      to: dayText,
      price: tariffText,
      provider: idText.optional(),
      account: idText.optional().meta({ description: 'Счёт; по умолчанию первый счёт помещения' }),
      received: dayText.optional(),
      cancelled: dayText.optional().meta({ description: 'Первый день, когда услуги уже нет' }),
      cancelledReceived: dayText.optional().meta({ description: 'День, когда поступило заявление' }),
      vat: tariffVat.optional(),
    }),
  )
  .meta({ description: 'Услуги по предоплате' });

const tenures = byDay(z.enum(['owner', 'tenant']), 'Чем владеет плательщик: день → owner или tenant');

/** A share such as `1/3`. */
const shareText = z
  .string()
  .regex(/^[1-9][0-9]{0,5}\/[1-9][0-9]{0,5}$/, { message: 'number-format' })
  .meta({ description: 'Доля собственника', examples: ['1/3'] });

/** Fields of an account of a flat. */
export const accountHousing = { share: shareText.optional(), tenures } as const;

/** Fields of a flat. */
export const flatHousing = {
  floor: z.int().min(-5).max(200).optional().meta({ description: 'Этаж' }),
  units: z
    .array(z.strictObject({ item: idText, quantity: areaText, from: dayText.optional(), to: dayText.optional() }))
    .optional()
    .meta({ description: 'Единицы по статьям' }),
  tenures,
  shares: z.record(idText, shareText).optional().meta({ description: 'Счета долей собственников всё время: счёт → доля' }),
  works: works.optional(),
  prepaid: prepaid.optional(),
} as const;

/** Fields of a line that housing services have. */
export const lineHousing = {
  item: idText.optional().meta({ description: 'Статья услуги' }),
  title: shortText.optional().meta({ description: 'Название статьи' }),
  share: shareText.optional(),
  validThrough: dayText.optional().meta({ description: 'Последний день действия предоплаты' }),
} as const;

/** A row of the VAT table; only what is written is compared. */
export const expectedVat = z
  .strictObject({
    service: serviceCode,
    provider: idText.optional(),
    for: monthText.optional().meta({ description: 'За какой месяц; по умолчанию месяц счёта' }),
    mode: z.enum(VAT_MODES).optional().meta({ description: 'Как НДС стоит к тарифу' }),
    rate: coefficientText.optional(),
    amount: moneyText.optional().meta({ description: 'С НДС' }),
    vat: moneyText.optional().meta({ description: 'НДС' }),
    net: moneyText.optional().meta({ description: 'Без НДС' }),
  })
  .meta({ description: 'Строка таблицы НДС по счетам дома' });

/** What a document must say of the sums of the month. */
export const expectedDocument = z
  .strictObject({
    services: moneyText.optional().meta({ description: 'П16: за услуги' }),
    capitalRepair: moneyText.optional().meta({ description: 'Взнос на капитальный ремонт' }),
    payable: moneyText.optional().meta({ description: 'П17: за месяц' }),
  })
  .meta({ description: 'Итоги платёжного документа' });

/** A payment through a channel and its commission. */
export const caseCommission = z
  .strictObject({
    channel: paymentChannel.partial({ code: true, title: true }).meta({ description: 'Канал приёма платежей' }),
    amount: moneyText,
    on: dayText.meta({ description: 'День платежа' }),
    category: z.enum(COMMISSION_FREE_CATEGORIES).optional().meta({ description: 'Категория плательщика' }),
  })
  .meta({ description: 'Платёж через канал' });

/** What a quote must say. */
export const commissionExpected = z
  .strictObject({
    commission: moneyText.optional(),
    total: moneyText.optional(),
    because: z
      .enum(['percent', 'least', 'most', 'freeByLaw', 'freeByChannel', 'freeOfCharge'])
      .optional()
      .meta({ description: 'Почему комиссия такая' }),
    explains: z.array(shortText).default([]).meta({ description: 'Что должно стоять в объяснении' }),
    problems: z.array(idText).optional().meta({ description: 'Коды ошибок' }),
  })
  .meta({ description: 'Ожидаемая комиссия' });

export type CaseVat = z.infer<typeof caseVat>;
