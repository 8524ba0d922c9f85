import { z } from 'zod';
import { envelope, stretch } from './record-parts';
import { areaText, dayText, idText, monthText, readingText, shortText } from './text-types';

/** Units of accumulation normatives («норматив накопления»): volume or mass, of whom or of what, for a year or a month. */
export const WASTE_NORMATIVE_UNITS = [
  'kg/person-month',
  'm3/person-year',
  'kg/person-year',
  'kg/m2-month',
  'm3/m2-year',
  'kg/m2-year',
  'm3/unit-month',
  'kg/unit-month',
  'm3/unit-year',
  'kg/unit-year',
] as const;

/** What the charge of dwellings is counted from. */
export const WASTE_BASES = ['person', 'area', 'containersPerson', 'containersArea'] as const;
/** What the charge of dwellings is counted from. */
export type WasteBasis = (typeof WASTE_BASES)[number];

const basis = z.strictObject({
  from: dayText,
  by: z.enum(WASTE_BASES).meta({
    description:
      'person — на человека (9(1)), area — с площади (9(2)), containersPerson и containersArea — по вывезенному из контейнеров: по людям (9(3)) или по площади (9(4))',
  }),
  normative: idText.optional().meta({ description: 'Код норматива накопления: нужен для person и area' }),
  act: shortText.meta({ description: 'Акт, которым выбран способ: орган, номер, дата' }),
});

const yearly = z.strictObject({
  ...stretch,
  by: z.enum(['containersPerson', 'containersArea']).meta({ description: 'Как пересчитывают год: по людям (9(3)) или по площади (9(4))' }),
  act: shortText.meta({ description: 'Решение региона о перерасчёте за год' }),
});

/** How a region charges the handling of waste («обращение с ТКО»), by date with its acts. */
export const serviceWaste = z
  .strictObject({
    basis: z.array(basis).min(1).max(64).meta({ description: 'Способ начисления по датам' }),
    yearly: z
      .array(yearly)
      .max(32)
      .optional()
      .meta({ description: 'Месяцы, которые в первом квартале следующего года пересчитывают по вывезенному (ПП № 318)' }),
  })
  .meta({ description: 'Обращение с ТКО: способ начисления в регионе; только у услуги waste' });

const terms = z.strictObject({
  ...stretch,
  by: z.enum(['units', 'contract', 'containers', 'none']).meta({
    description:
      'units — по нормативу на единицу категории (место, работник, м²), contract — по объёму в месяц из договора, containers — по своим контейнерам (факты wasteRemovals с этим помещением), none — здесь не начисляется',
  }),
  normative: idText.optional().meta({ description: 'units: код норматива на единицу категории' }),
  units: areaText.optional().meta({ description: 'units: сколько единиц' }),
  volume: readingText.optional().meta({ description: 'contract: объём в месяц' }),
  unit: z.enum(['m3', 't']).optional().meta({ description: 'contract: m3 — м³ (по умолчанию), t — тонны' }),
  why: z.enum(['parking', 'direct', 'other']).optional().meta({
    description: 'none: parking — машино-место, direct — собственник платит оператору сам, other — иное основание',
  }),
  document: shortText.meta({ description: 'Договор или другой документ' }),
});

const owners = z.strictObject({
  ...stretch,
  count: z.boolean().meta({ description: 'Считать ли собственников в дни, когда никто не проживает' }),
  document: shortText.meta({ description: 'Решение суда или другой документ' }),
});

/** What a premises pays for waste otherwise than the dwellings of its house. */
export const premisesWaste = z
  .strictObject({
    terms: z.array(terms).max(64).default([]).meta({ description: 'Как начисляют этому помещению: нежилому обязательно' }),
    owners: z.array(owners).max(32).optional().meta({ description: 'Считать ли собственников, вместо политики ownersFallback' }),
  })
  .meta({ description: 'Обращение с ТКО: особое для помещения' });

/** What was removed from containers in a month («объём вывезенных отходов»), by an act: those of the house or of one premises. */
export const wasteRemovalRecord = z.strictObject({
  kind: z.literal('wasteRemoval'),
  ...envelope,
  house: idText.meta({ description: 'Идентификатор дома' }),
  premises: idText.optional().meta({ description: 'Помещение со своими контейнерами; без него — контейнеры дома' }),
  month: monthText.meta({ description: 'Расчётный месяц' }),
  volume: readingText.meta({ description: 'Вывезено за месяц' }),
  unit: z.enum(['m3', 't']).default('m3').meta({ description: 'm3 — м³, t — тонны' }),
  otherResidents: z
    .int()
    .min(0)
    .max(1_000_000)
    .default(0)
    .meta({ description: 'Площадка служит не только дому: сколько ещё людей живёт в других домах' }),
  otherArea: areaText.default('0').meta({ description: 'То же: площадь помещений других домов, м²' }),
  source: shortText.meta({ description: 'Акт или ведомость' }),
});

export type ServiceWaste = z.infer<typeof serviceWaste>;
export type PremisesWaste = z.infer<typeof premisesWaste>;
export type PremisesWasteTerms = PremisesWaste['terms'][number];
