import { z } from 'zod';
import { type Day, type Hour, type Instant, type Month, parseDay, parseHour, parseInstant, parseMonth } from '../kernel/calendar';
import { type NumberShape, parseExact } from '../kernel/gate';
import type { KernelProblem } from '../kernel/problem';
import { err, type Result } from '../kernel/result';

/** Shapes of the numbers that come from outside: what ГИС ЖКХ carries, never more. */
export const SHAPES = {
  reading: { integerDigits: 15, scale: 7 },
  tariff: { integerDigits: 8, scale: 6 },
  normative: { integerDigits: 7, scale: 6 },
  coefficient: { integerDigits: 3, scale: 2 },
  ratio: { integerDigits: 5, scale: 4 },
  heatingFactor: { integerDigits: 1, scale: 6 },
  temperature: { integerDigits: 2, scale: 1, negative: true },
  area: { integerDigits: 7, scale: 4 },
  share: { integerDigits: 1, scale: 6 },
  hours: { integerDigits: 4, scale: 2 },
  pressure: { integerDigits: 1, scale: 5 },
  percent: { integerDigits: 3, scale: 2 },
  money: { integerDigits: 13, scale: 2, negative: true },
} as const satisfies Record<string, NumberShape>;

/** A text that one parser of the kernel accepts; its problem travels in the issue's `params`. */
const gated = <T extends string>(parse: (text: unknown) => Result<unknown, KernelProblem>, meta: Record<string, unknown>): z.ZodType<T> =>
  z
    .string()
    .superRefine((value, context) => {
      const parsed = parse(value);
      if (!parsed.ok) context.addIssue({ code: 'custom', message: parsed.error.code, params: { problem: parsed.error } });
    })
    .meta(meta) as unknown as z.ZodType<T>;

const decimalPattern = ({ integerDigits, scale, negative }: NumberShape): string =>
  `^${negative === true ? '-?' : ''}(0|[1-9][0-9]{0,${integerDigits - 1}})(\\.[0-9]{1,${scale}})?$`;

/** The gate takes minus zero for zero; a text from outside is stored and printed as it came, so there it is refused. */
const withoutMinusZero = (text: unknown, shape: NumberShape): Result<unknown, KernelProblem> => {
  const parsed = parseExact(text, shape);
  return parsed.ok && parsed.value.int === 0n && typeof text === 'string' && text.startsWith('-')
    ? err({ code: 'number-format', value: text })
    : parsed;
};

const decimal = (shape: NumberShape, description: string, example: string): z.ZodType<string> =>
  gated<string>((text) => withoutMinusZero(text, shape), { description, pattern: decimalPattern(shape), examples: [example] });

/** `YYYY-MM-DD`, a day that is in the calendar. */
export const dayText = gated<Day>(parseDay, { description: 'День, ГГГГ-ММ-ДД', format: 'date', examples: ['2026-10-01'] });
/** `YYYY-MM`. */
export const monthText = gated<Month>(parseMonth, {
  description: 'Расчётный месяц, ГГГГ-ММ',
  pattern: '^[0-9]{4}-(0[1-9]|1[0-2])$',
  examples: ['2026-10'],
});
/** `YYYY-MM-DDTHH` or `YYYY-MM-DDTHH:MM`: an hour of a local day, with minutes where they matter. */
export const hourText = gated<Hour>(parseHour, {
  description: 'Час местного времени, ГГГГ-ММ-ДДTЧЧ или ГГГГ-ММ-ДДTЧЧ:ММ',
  pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3])(:[0-5][0-9])?$',
  examples: ['2026-10-01T09'],
});
/** UTC moment with milliseconds. */
export const instantText = gated<Instant>(parseInstant, {
  description: 'Момент, когда факт стал известен (UTC)',
  format: 'date-time',
  examples: ['2026-10-25T09:00:00.000Z'],
});
/** Meter reading: at most 15 + 7 digits. */
export const readingText = decimal(SHAPES.reading, 'Показание, до 15 знаков до точки и 7 после', '123.456');
/** Tariff: at most 8 + 6 digits. */
export const tariffText = decimal(SHAPES.tariff, 'Тариф, руб. за единицу', '50.93');
/** Normative: at most 7 + 6 digits. */
export const normativeText = decimal(SHAPES.normative, 'Норматив', '4.745');
/** Coefficient: at most 3 + 2 digits. */
export const coefficientText = decimal(SHAPES.coefficient, 'Коэффициент', '1.5');
/** Transformation ratio: at most 5 + 4 digits. */
export const ratioText = decimal(SHAPES.ratio, 'Коэффициент трансформации', '40');
/** K of even payment: 1 + 6 digits. */
export const heatingFactorText = decimal(SHAPES.heatingFactor, 'Коэффициент периодичности', '0.583333');
/** Degrees Celsius with one decimal. */
export const temperatureText = decimal(SHAPES.temperature, 'Температура, °C', '-10.3');
/** Area in m²: at most 7 + 4 digits. */
export const areaText = decimal(SHAPES.area, 'Площадь, м²', '54.3');
/** A part of a whole: 1 + 6 digits; whether it is above one is asked where it is used. */
export const shareText = decimal(SHAPES.share, 'Доля', '0.5');
/** Hours: at most 4 + 2 digits, never below zero. */
export const hoursText = decimal(SHAPES.hours, 'Часы', '24');
/** Pressure in megapascals. */
export const pressureText = decimal(SHAPES.pressure, 'Давление, МПа', '0.25');
/** Per cent: at most 3 + 2 digits. */
export const percentText = decimal(SHAPES.percent, 'Проценты', '30');
/** Roubles with kopecks, may be negative. */
export const moneyText = decimal(SHAPES.money, 'Сумма, руб.', '483.33');

/** A name of ours or of the host: 1 to 64 letters, digits and `. _ : / -`. Never a prototype's key. */
export const idText = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._:/-]{0,63}$/u, { message: 'id-format' })
  .refine((id) => id !== '__proto__' && id !== 'constructor' && id !== 'prototype', { message: 'id-format' })
  .meta({ description: 'Идентификатор', examples: ['house-1'] });

/**
 * A short human text: at most 300 characters on one line. No control characters, no half of a surrogate pair, nothing that turns the
 * direction of writing round: such a text could break a store, a table or the document it is printed in.
 */
export const shortText = z
  .string()
  .min(1)
  .max(300)
  .regex(/^[^\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u, { message: 'text-format' })
  .meta({ description: 'Текст в одну строку, до 300 знаков' });
