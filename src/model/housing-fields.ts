import { z } from 'zod';
import { PAYERS } from './housing-services';
import { stretch } from './record-parts';
import { areaText, dayText, idText, shortText } from './text-types';

/** A decision that terms stand on: of a meeting, a municipality, a region. */
export const decision = z
  .strictObject({
    document: shortText.meta({ description: 'Документ: протокол общего собрания, постановление, приказ, с номером' }),
    on: dayText.meta({ description: 'День документа' }),
    place: shortText.optional().meta({ description: 'Вопрос повестки, пункт' }),
  })
  .meta({ description: 'Решение, на котором стоят условия' });

/** Premises that do not pay an item, because a decision says so. */
export const exclusion = z
  .strictObject({
    floors: z.array(z.int().min(-5).max(200)).min(1).max(50).optional().meta({ description: 'Этажи' }),
    premises: z.array(idText).min(1).max(5000).optional().meta({ description: 'Помещения' }),
    type: z.enum(['dwelling', 'nonResidential']).optional().meta({ description: 'Только жилые или только нежилые' }),
    why: shortText.meta({ description: 'Что решено, словами: «первый этаж не платит за лифт»' }),
  })
  .meta({ description: 'Кто не платит: помещение, к которому подходит каждое названное условие' });

/** Fields of the terms of a housing service. */
export const housingFields = {
  item: idText.optional().meta({ description: 'Статья услуги: lift, cleaning; у одной услуги в одни дни статьи разные' }),
  title: shortText.optional().meta({ description: 'Название статьи, как его увидят люди' }),
  payer: z
    .enum(PAYERS)
    .optional()
    .meta({ description: 'Кто платит: holder — кто пользуется, owner — собственники, tenant — наниматель; по умолчанию по услуге' }),
  decision: decision.optional(),
  exclusions: z.array(exclusion).min(1).max(50).optional().meta({ description: 'Кто не платит по решению' }),
  minimumTariff: idText.optional().meta({ description: 'Капитальный ремонт: код минимального размера взноса региона' }),
  split: z
    .enum(['area', 'premises'])
    .optional()
    .meta({ description: 'Сумма на дом (RUB/house-month, RUB/house): делить по площади (по умолчанию) или поровну между помещениями' }),
} as const;

/** Fields of a premises that housing services ask for. */
export const housingPremisesFields = {
  floor: z.int().min(-5).max(200).optional().meta({ description: 'Этаж: нужен, когда решение называет этажи' }),
  units: z
    .array(z.strictObject({ item: idText, ...stretch, quantity: areaText.meta({ description: 'Сколько единиц' }) }))
    .optional()
    .meta({ description: 'Единицы для услуг «за единицу» по статьям и датам: машино-места, антенны; нет записи — нет платы' }),
} as const;

/** Fields of an account that say who pays. */
export const housingAccountFields = {
  share: z
    .strictObject({
      part: z.int().min(1).max(1_000_000).meta({ description: 'Числитель доли' }),
      of: z.int().min(1).max(1_000_000).meta({ description: 'Знаменатель доли' }),
    })
    .optional()
    .meta({ description: 'Доля в праве собственности: такой счёт платит свою долю жилищных услуг, коммунальные — счёт помещения' }),
  tenures: z
    .array(
      z.strictObject({
        from: dayText,
        kind: z.enum(['owner', 'tenant']).meta({ description: 'owner — собственник, tenant — наниматель' }),
        document: shortText.meta({ description: 'Основание: договор найма, выписка из ЕГРН' }),
      }),
    )
    .optional()
    .meta({ description: 'Чем владеет плательщик, по датам; по умолчанию собственник' }),
} as const;

/** Days on which a house owes no contribution for capital repair (ЖК РФ, ст. 169, ч. 2). */
export const capitalRepairExempt = z
  .array(
    z.strictObject({
      ...stretch,
      reason: z.enum(['emergency', 'landTaken']).meta({ description: 'emergency — дом признан аварийным, landTaken — участок изымают' }),
      act: shortText.meta({ description: 'Акт' }),
    }),
  )
  .optional()
  .meta({ description: 'Взнос на капитальный ремонт не уплачивается: с какого дня и почему' });
