import { z } from 'zod';
import { serviceCode, zoneCode } from './services';
import { dayText, idText, moneyText, monthText, readingText, shortText } from './text-types';

/** What an operation of the other side may be. */
export const OPERATION_TYPES = ['charge', 'adjustment', 'penalty', 'interest', 'payment', 'transfer', 'succession', 'brought'] as const;

/** What an operation is: what was charged, changed and paid, and what came from other accounts. */
export type OperationType = (typeof OPERATION_TYPES)[number];

/** Operations that are told by their day; the others by the month that they are for. */
const DATED_OPERATIONS: ReadonlySet<OperationType> = new Set(['payment', 'transfer', 'succession', 'brought']);

const operationFields = z.strictObject({
  type: z.enum(OPERATION_TYPES).meta({
    description:
      'charge — начисление, adjustment — перерасчёт, penalty — пени, interest — проценты, payment — платёж, transfer — зачёт, succession — переход долга, brought — введённое сальдо',
  }),
  date: dayText.optional().meta({ description: 'День операции; у платежа обязателен' }),
  receivedOn: dayText.optional().meta({ description: 'День, когда деньги поступили получателю' }),
  booked: monthText.optional().meta({ description: 'Месяц, в котором операция учтена; без него — месяц поступления или операции' }),
  period: monthText.optional().meta({ description: 'Месяц, за который; у начисления обязателен' }),
  service: serviceCode.optional().meta({ description: 'Услуга; без неё — все вместе' }),
  provider: idText.optional().meta({ description: 'Исполнитель; без него — все вместе' }),
  account: idText.optional().meta({ description: 'Лицевой счёт, на котором операция числится у другой стороны' }),
  document: shortText.optional().meta({ description: 'Номер документа или операции банка' }),
  amount: moneyText.meta({ description: 'Сумма, руб.: платёж и начисление — больше нуля, возврат и снятие — меньше' }),
  disputed: shortText.optional().meta({ description: 'Возражение: с чем эта сторона не согласна' }),
});

type OperationFields = z.infer<typeof operationFields>;

/** A dated operation has a day, the others have a month. */
const timed = ({ type, date, period }: Pick<OperationFields, 'type' | 'date' | 'period'>, context: z.RefinementCtx): void => {
  const missing = DATED_OPERATIONS.has(type) ? (date === undefined ? 'date' : null) : period === undefined ? 'period' : null;
  if (missing !== null) context.addIssue({ code: 'custom', message: 'field-missing', path: [missing] });
};

/** One operation as the other side has it: debt grows by what is charged and falls by what is paid; both are told above zero. */
export const counterpartyOperation = operationFields.superRefine(timed);

/** Rows of a table that tell a balance of the other side. */
const BALANCES = ['opening', 'closing'] as const;

/** A row of the table of the other side: a balance, or an operation. */
export const counterpartyRow = operationFields
  .extend({ type: z.enum([...BALANCES, ...OPERATION_TYPES]).meta({ description: 'opening, closing — сальдо; остальное — операции' }) })
  .superRefine((row, context) => {
    const { type } = row;
    if (type !== 'opening' && type !== 'closing') return timed({ ...row, type }, context);
    for (const field of Object.keys(row).filter((name) => name !== 'type' && name !== 'amount' && name !== 'date'))
      context.addIssue({
        code: 'custom',
        message: 'field-unknown',
        path: [field],
        params: { problem: { code: 'field-unknown', facts: { field } } },
      });
  });

/** A reading as the other side has it. */
export const counterpartyReading = z.strictObject({
  meter: shortText.meta({ description: 'Прибор: идентификатор или заводской номер' }),
  zone: zoneCode.default('T0'),
  takenOn: dayText.meta({ description: 'День снятия' }),
  value: readingText,
});

/** What the other side of a reconciliation has («данные второй стороны»): balances, operations, readings. */
export const counterpartyRecords = z
  .strictObject({
    side: shortText.optional().meta({ description: 'Кто эта сторона' }),
    opening: moneyText.optional().meta({ description: 'Долг на начало по её данным, руб.; переплата — меньше нуля' }),
    closing: moneyText.optional().meta({ description: 'Долг на конец по её данным, руб.' }),
    operations: z.array(counterpartyOperation).max(100_000).default([]).meta({ description: 'Операции' }),
    readings: z.array(counterpartyReading).max(100_000).default([]).meta({ description: 'Показания приборов' }),
  })
  .meta({ title: 'Данные второй стороны', description: 'С чем сверяют лицевой счёт: остатки, операции и показания другой стороны' });

export type CounterpartyOperation = z.infer<typeof counterpartyOperation>;
export type CounterpartyReading = z.infer<typeof counterpartyReading>;
export type CounterpartyRecords = z.infer<typeof counterpartyRecords>;
