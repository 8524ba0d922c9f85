import { z } from 'zod';
import { areaText, dayText, idText, monthText, normativeText, readingText, shortText } from '../../model/text-types';
import { WASTE_BASES, WASTE_NORMATIVE_UNITS } from '../../model/waste-fields';

/** Units of accumulation normatives. */
const unit = z.enum(['m3/person-month', 'm3/m2-month', ...WASTE_NORMATIVE_UNITS]).meta({ description: 'Единица норматива' });

/** How a case charges waste: the basis by days, its normatives, what was removed, the yearly order. */
export const caseWaste = z
  .strictObject({
    tariffUnit: z.enum(['RUB/m3', 'RUB/t']).optional().meta({ description: 'Единица тарифа; по умолчанию руб./м³' }),
    by: z
      .record(dayText, z.enum(WASTE_BASES))
      .optional()
      .meta({ description: 'Способ: день → person, area, containersPerson или containersArea' }),
    unit: unit.optional().meta({ description: 'Единица норматива на человека; по умолчанию м³ в год' }),
    normative: z.record(dayText, normativeText.nullable()).optional().meta({ description: 'Норматив на человека: день → значение' }),
    areaUnit: unit.optional().meta({ description: 'Единица норматива на м²; по умолчанию м³ в год' }),
    areaNormative: z.record(dayText, normativeText.nullable()).optional().meta({ description: 'Норматив на м²: день → значение' }),
    others: z
      .record(idText, z.strictObject({ unit, value: normativeText }).meta({ description: 'Норматив на единицу' }))
      .optional()
      .meta({ description: 'Нормативы на единицу категории: код → единица и значение' }),
    removed: z.record(monthText, readingText).optional().meta({ description: 'Вывезено из контейнеров дома: месяц → объём' }),
    removedUnit: z.enum(['m3', 't']).optional().meta({ description: 'Единица вывезенного; по умолчанию м³' }),
    otherResidents: z.int().min(0).optional().meta({ description: 'Сколько людей других домов пользуется той же площадкой' }),
    otherArea: areaText.optional().meta({ description: 'Площадь других домов' }),
    yearly: z
      .strictObject({
        from: dayText,
        to: dayText.optional(),
        by: z.enum(['containersPerson', 'containersArea']).meta({ description: 'По людям или по площади' }),
      })
      .optional()
      .meta({ description: 'Перерасчёт года по вывезенному (ПП № 318)' }),
  })
  .meta({ description: 'Обращение с ТКО; тариф — tariffs.waste' });

/** What a premises of a case pays for waste by itself. */
export const caseFlatWaste = z
  .strictObject({
    terms: z
      .array(
        z.strictObject({
          by: z
            .enum(['units', 'contract', 'containers', 'none'])
            .meta({ description: 'Единицы, договор, свои контейнеры, не начисляется' }),
          from: dayText.optional(),
          to: dayText.optional(),
          normative: idText.optional().meta({ description: 'Код из waste.others' }),
          units: areaText.optional().meta({ description: 'Сколько единиц' }),
          volume: readingText.optional().meta({ description: 'Объём в месяц' }),
          unit: z.enum(['m3', 't']).optional().meta({ description: 'Единица объёма; по умолчанию м³' }),
          why: z.enum(['parking', 'direct', 'other']).optional().meta({ description: 'Почему не начисляется' }),
        }),
      )
      .optional()
      .meta({ description: 'Как начисляют этому помещению' }),
    owners: z
      .array(z.strictObject({ from: dayText.optional(), to: dayText.optional(), count: z.boolean().meta({ description: 'Считать ли' }) }))
      .optional()
      .meta({ description: 'Считать ли собственников, когда никто не проживает' }),
    removed: z.record(monthText, readingText).optional().meta({ description: 'Вывезено из своих контейнеров: месяц → объём' }),
  })
  .meta({ description: 'Обращение с ТКО: особое для помещения' });

/** A temporary absence of a case. */
export const caseAbsence = z
  .strictObject({
    id: idText.optional().meta({ description: 'Код факта; по умолчанию помещение, «отсутствие» и номер' }),
    person: idText.optional().meta({ description: 'Кто; по умолчанию первый житель помещения' }),
    from: dayText.meta({ description: 'День отъезда' }),
    to: dayText.meta({ description: 'День возвращения' }),
    applied: dayText.optional().meta({ description: 'День заявления; по умолчанию день отъезда' }),
    documents: z
      .array(z.strictObject({ what: shortText, from: dayText.optional(), to: dayText.optional() }))
      .optional()
      .meta({ description: 'Документы; по умолчанию справка за всё время' }),
    forceMajeure: shortText.optional().meta({ description: 'Документ о непреодолимой силе' }),
    extended: z.array(dayText).optional().meta({ description: 'Дни новых заявлений о том же отсутствии' }),
  })
  .meta({ description: 'Временное отсутствие' });
