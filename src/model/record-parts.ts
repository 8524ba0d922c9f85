import { z } from 'zod';
import { dayText, idText, instantText, shortText } from './text-types';

/**
 * Every fact carries two clocks: the day it counts from (its own `from`, `takenOn` …) and `knownAt`, the moment it became known. A fact
 * is never edited: a later one `supersedes` it or withdraws it (`withdrawn: true`), and says who and why.
 */
export const envelope = {
  id: idText,
  knownAt: instantText.optional().meta({ description: 'Когда стало известно; по умолчанию — начало месяца, с которого факт действует' }),
  supersedes: idText.optional().meta({ description: 'Какой факт этот заменяет' }),
  withdrawn: z.literal(true).optional().meta({ description: 'Факт отозван (вместе с supersedes)' }),
  by: shortText.optional().meta({ description: 'Кто внёс' }),
  why: shortText.optional().meta({ description: 'Основание' }),
} as const;

/** A resource that heats water in a house: heat, gas, electricity. */
export const heatingResource = z
  .enum(['heat', 'gas', 'electricity'])
  .meta({ description: 'Ресурс на подогрев воды в доме: heat — тепло (Гкал), gas — газ (м³), electricity — электроэнергия (кВт·ч)' });
export type HeatingResource = z.infer<typeof heatingResource>;

/** Days on which something holds: `[from, to)`. */
export const stretch = {
  from: dayText,
  to: dayText.nullable().default(null).meta({ description: 'Первый день, когда уже не действует' }),
} as const;
