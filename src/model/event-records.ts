import { z } from 'zod';
import { envelope } from './record-parts';
import { serviceCode } from './services';
import { dayText, hoursText, hourText, idText, percentText, pressureText, shortText, temperatureText } from './text-types';

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

/** What was wrong with a service. */
export const INCIDENT_TYPES = ['interruption', 'temperature', 'pressure', 'composition', 'voltage'] as const;

/**
 * A break of a service, or bad quality of it («перерыв, ненадлежащее качество»), of a house or of some of its premises. Hours are either told by
 * their beginning and end, and what the law tolerates is taken off them, or told as hours above what is tolerated. What a type of a service has to
 * say beside its hours is in {@link incidentFields}.
 */
export const incidentRecord = z.strictObject({
  kind: z.literal('incident'),
  ...envelope,
  house: idText.meta({ description: 'Идентификатор дома' }),
  premises: z.array(idText).min(1).optional().meta({ description: 'Помещения, которых это касается; без них — весь дом' }),
  service: serviceCode,
  type: z.enum(INCIDENT_TYPES).meta({
    description:
      'interruption — услуги не было (отходы не вывезены в срок); temperature — температура горячей воды или воздуха; pressure — давление; composition — состав и свойства воды, свойства газа; voltage — напряжение и частота',
  }),
  from: hourText.meta({ description: 'Час, когда началось: у отходов — когда вывоз был должен быть' }),
  to: hourText.meta({ description: 'Час, когда кончилось' }),
  hoursAbove: hoursText.optional().meta({ description: 'Перерыв: часов сверх допустимого по акту, тогда допустимое не вычитается' }),
  weather: z
    .enum(['cold', 'warm'])
    .optional()
    .meta({ description: 'Среднесуточная температура: cold — плюс 5 °C и ниже, warm — выше; у отходов обязательна без hoursAbove' }),
  planned: z
    .literal(true)
    .optional()
    .meta({ description: 'Перерыв: плановый ремонт или профилактика; у горячей воды — ежегодное отключение' }),
  deadEnd: z.literal(true).optional().meta({ description: 'Горячая вода: авария на тупиковой магистрали' }),
  celsius: temperatureText
    .optional()
    .meta({ description: 'Температура всё это время: горячей воды, воздуха; при перерыве отопления — воздуха в помещении' }),
  measured: z
    .array(z.strictObject({ from: hourText.meta({ description: 'С этого часа' }), celsius: temperatureText }))
    .min(1)
    .max(2000)
    .optional()
    .meta({ description: 'Температура по часам вместо celsius: первая — с часа from' }),
  normCelsius: temperatureText
    .optional()
    .meta({ description: 'Отопление: норма воздуха, если не 18 °C (угловая комната 20; район с −31 °C и ниже 20 и 22)' }),
  deviationPercent: percentText.optional().meta({ description: 'Давление: отклонение от нормы, процентов' }),
  megapascals: pressureText.optional().meta({ description: 'Давление вместо отклонения: измеренное, МПа' }),
  recordedOn: dayText.meta({ description: 'День акта: с его месяца снижение известно' }),
  document: shortText.meta({ description: 'Акт или другой документ' }),
});
