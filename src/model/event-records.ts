import { z } from 'zod';
import { envelope } from './record-parts';
import { serviceCode } from './services';
import { dayText, hoursText, hourText, idText, shortText } from './text-types';

/**
 * A temporary absence («временное отсутствие») of somebody who lives in a premises. The day of departure and the day of return are not counted.
 * Which services it changes, and from how many days on, is the law's business, not the record's.
 */
export const absenceRecord = z.strictObject({
  kind: z.literal('absence'),
  ...envelope,
  premises: idText.meta({ description: 'Идентификатор помещения, где человек живёт' }),
  person: idText.meta({ description: 'Кто отсутствовал: код человека, как у проживающего' }),
  from: dayText.meta({ description: 'День отъезда' }),
  to: dayText.meta({ description: 'День возвращения' }),
  appliedOn: dayText.meta({ description: 'День заявления: с его месяца перерасчёт известен (позже — если позже knownAt)' }),
  documents: z
    .array(
      z.strictObject({
        what: shortText.meta({ description: 'Документ: билеты, справка, командировочное удостоверение' }),
        from: dayText.optional().meta({ description: 'С какого дня он подтверждает отсутствие; без дней — всё' }),
        to: dayText.optional().meta({ description: 'По какой день включительно' }),
      }),
    )
    .min(1)
    .max(32)
    .meta({ description: 'Документы, подтверждающие отсутствие' }),
  forceMajeure: shortText.optional().meta({ description: 'Непреодолимая сила, из-за которой отсутствовали все жильцы: документ о ней' }),
  extended: z
    .array(dayText)
    .max(32)
    .optional()
    .meta({ description: 'Дни новых заявлений, которыми продлено поданное заранее: каждое ещё на столько же месяцев' }),
});

/**
 * A break of a service, or bad quality of it («перерыв, ненадлежащее качество»), of a house or of some of its premises. Hours are either told by
 * their beginning and end, and what the law tolerates is taken off them, or told as hours above what is tolerated.
 */
export const incidentRecord = z.strictObject({
  kind: z.literal('incident'),
  ...envelope,
  house: idText.meta({ description: 'Идентификатор дома' }),
  premises: z.array(idText).min(1).optional().meta({ description: 'Помещения, которых это касается; без них — весь дом' }),
  service: serviceCode,
  type: z.enum(['interruption']).meta({ description: 'interruption — услуги не было: отходы не вывезены в срок' }),
  from: hourText.meta({ description: 'Час, когда перерыв начался: у отходов — когда вывоз был должен быть' }),
  to: hourText.meta({ description: 'Час, когда перерыв кончился' }),
  hoursAbove: hoursText.optional().meta({ description: 'Часов сверх допустимого по акту: тогда допустимое не вычитается' }),
  weather: z
    .enum(['cold', 'warm'])
    .optional()
    .meta({ description: 'Среднесуточная температура: cold — плюс 5 °C и ниже, warm — выше; у отходов обязательна без hoursAbove' }),
  recordedOn: dayText.meta({ description: 'День акта: с его месяца снижение известно' }),
  document: shortText.meta({ description: 'Акт или другой документ' }),
});
