import { z } from 'zod';
import { areaText, coefficientText, dayText, idText, normativeText, shortText } from './text-types';

/** Rules by which a service is counted: ПП № 354, or for gas ПП № 549. */
export const serviceRules = z
  .enum(['pp354', 'pp549'])
  .meta({ description: 'По каким правилам считают: pp549 — поставка газа населению (у газа по умолчанию), pp354 — коммунальная услуга' });
/** Rules by which a service is counted. */
export type ServiceRules = z.infer<typeof serviceRules>;

/** What gas is burnt for in a premises: the components of its normative (формула 5). */
export const gasUse = z
  .enum(['cooking', 'waterHeating', 'heating'])
  .meta({ description: 'cooking — приготовление пищи, waterHeating — подогрев воды, heating — отопление' });
/** A component of the gas normative. */
export type GasUse = z.infer<typeof gasUse>;

/** Codes of the normatives of gas by what it is burnt for. */
export const gasNormativeCodes = z
  .strictObject({
    cooking: idText.optional().meta({ description: 'Приготовление пищи, м³ на человека' }),
    waterHeating: idText.optional().meta({ description: 'Подогрев воды без центрального ГВС, м³ на человека' }),
    heating: idText.optional().meta({ description: 'Отопление, м³ на м² отапливаемой площади' }),
  })
  .meta({ description: 'Газ: коды нормативов по направлениям' });

/** Gas equipment of a premises from a day on. */
export const gasEquipmentEntry = z.strictObject({
  from: dayText,
  uses: z.array(gasUse).max(3).meta({ description: 'На что идёт газ; пусто — газа в помещении нет' }),
  heatedArea: areaText.optional().meta({ description: 'Площадь, которую отапливает газ, м²; по умолчанию общая' }),
  maxFlow: coefficientText.optional().meta({ description: 'Расход газа всем оборудованием, м³/ч: до 2 м³/ч прибор ставить не обязаны' }),
});

/** One direction of use of a land plot or an outbuilding (ПП № 354, п. 49). */
export const landUse = z.strictObject({
  service: z
    .enum(['coldWater', 'hotWater', 'electricity', 'gas'])
    .meta({ description: 'Услуга: coldWater ХВС, hotWater ГВС, electricity электроснабжение, gas газ' }),
  from: dayText,
  to: dayText.nullable().default(null).meta({ description: 'Первый день, когда уже не действует' }),
  use: shortText.meta({ description: 'Направление использования: полив, баня, корова' }),
  normative: idText.meta({ description: 'Код норматива на м², на голову или на человека в месяц; сезон — в его profile' }),
  quantity: areaText.meta({ description: 'Сколько: м² участка или постройки, голов, человек' }),
});
/** One direction of use of a land plot. */
export type LandUse = z.infer<typeof landUse>;

/** A gas meter that a check found broken, or with a broken seal. */
export const meterFault = z
  .strictObject({
    foundOn: dayText.meta({ description: 'День проверки, которая нашла неисправность или сорванную пломбу' }),
    lastCheckOn: dayText.meta({ description: 'День последней проверки перед ней: с него и до замены — норматив' }),
  })
  .meta({ description: 'Газ: неисправность или сорванная пломба, найденная проверкой' });

/** Values of a normative by months of the year; in the others there is no consumption. */
export const monthlyProfile = z
  .array(
    z.strictObject({
      months: z.array(z.int().min(1).max(12)).min(1).max(12).meta({ description: 'Месяцы года' }),
      value: normativeText,
    }),
  )
  .min(1)
  .max(12)
  .meta({ description: 'Норматив по месяцам года; в остальные месяцы — 0 (не сезон)' });
