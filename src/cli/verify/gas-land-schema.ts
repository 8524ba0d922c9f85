import { z } from 'zod';
import { gasUse, landUse } from '../../model/gas-land-fields';
import { areaText, coefficientText, dayText, normativeText } from '../../model/text-types';

/** A normative of a case that no service has by its name: by value, or by months of the year. */
export const otherNormative = z
  .strictObject({
    unit: z
      .enum(['m3/person-month', 'kWh/person-month', 'm3/m2-month', 'kWh/m2-month', 'm3/head-month', 'kWh/head-month'])
      .meta({ description: 'Единица норматива' }),
    from: dayText.optional().meta({ description: 'С какого дня; по умолчанию всегда' }),
    value: normativeText.optional().meta({ description: 'Одно значение круглый год' }),
    profile: z
      .array(z.strictObject({ months: z.array(z.int().min(1).max(12)).min(1), value: normativeText }))
      .optional()
      .meta({ description: 'Значения по месяцам года; в остальные — 0' }),
  })
  .meta({ description: 'Норматив' });

/** Gas equipment from a day on. */
export const caseEquipment = z
  .strictObject({
    from: dayText.optional().meta({ description: 'С какого дня; по умолчанию всегда' }),
    uses: z.array(gasUse).meta({ description: 'На что идёт газ; пусто — газа нет' }),
    heatedArea: areaText.optional().meta({ description: 'Площадь, которую отапливает газ; по умолчанию общая' }),
    maxFlow: coefficientText.optional().meta({ description: 'Расход оборудования, м³/ч' }),
  })
  .meta({ description: 'Газовое оборудование' });

/** A direction of use of the land plot. */
export const caseLandUse = landUse
  .extend({ from: dayText.optional().meta({ description: 'С какого дня; по умолчанию всегда' }), to: dayText.optional() })
  .meta({ description: 'Направление использования участка; normative — код из otherNormatives' });

/** A fault of a gas meter found by a check. */
export const caseFault = z
  .strictObject({
    found: dayText.meta({ description: 'День проверки' }),
    lastCheck: dayText.meta({ description: 'День последней проверки перед ней' }),
  })
  .meta({ description: 'Газ: неисправность или сорванная пломба, найденная проверкой' });
