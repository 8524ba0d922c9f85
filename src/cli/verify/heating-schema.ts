import { z } from 'zod';
import { heatingMode, heatingNormativeRow, heatMeterState } from '../../model/heating-records';
import { heatingResource } from '../../model/record-parts';
import { areaText, dayText, heatingFactorText, monthText, normativeText, readingText, temperatureText } from '../../model/text-types';

/** Heating of the house of a case. */
export const caseHeating = z
  .strictObject({
    mode: heatingMode.optional().meta({ description: 'Способ оплаты: season (по умолчанию) или uniform' }),
    modes: z.record(dayText, heatingMode).optional().meta({ description: 'Способ оплаты по датам, вместо mode' }),
    seasons: z.record(dayText, dayText).optional().meta({ description: 'Отопительные периоды: первый день → первый день без отопления' }),
    reviewedThrough: dayText.optional().meta({ description: 'По какой день проверены распоряжения; по умолчанию 2030-12-31' }),
    factors: z.record(dayText, heatingFactorText).optional().meta({ description: 'K по датам' }),
    indoor: temperatureText.optional(),
    temperatures: z.record(monthText, temperatureText).optional().meta({ description: 'Наружная температура: месяц → °C' }),
    building: z.enum(['apartments', 'detached']).optional().meta({ description: 'detached — жилой дом; по умолчанию многоквартирный' }),
    storeys: z.int().optional().meta({ description: 'Этажей' }),
    builtIn: z.int().optional().meta({ description: 'Год постройки' }),
    meter: z.record(dayText, heatMeterState).optional().meta({ description: 'Состояние прибора дома: день → состояние' }),
    common: areaText.optional().meta({ description: 'Отапливаемая площадь общего имущества; по умолчанию 0' }),
    commonByDay: z.record(dayText, areaText).optional().meta({ description: 'То же по датам' }),
    normativePer: z
      .enum(['seasonMonth', 'calendarMonth'])
      .optional()
      .meta({ description: 'На какой месяц норматив; по умолчанию на месяц отопительного периода' }),
    seasonMonths: z.int().min(1).max(12).optional().meta({ description: 'Месяцев отопительного периода в нормативе' }),
    withoutBasis: z.literal(true).optional().meta({ description: 'Норматив не говорит, на какой он месяц (пример ошибки)' }),
    byBuilding: z
      .array(
        heatingNormativeRow.extend({
          from: dayText.optional().meta({ description: 'С какого дня' }),
          value: normativeText,
        }),
      )
      .optional()
      .meta({ description: 'Норматив по этажности и году постройки' }),
    hotWater: normativeText.optional().meta({ description: 'Прибор общий с горячей водой: норматив подогрева, Гкал/м³' }),
  })
  .meta({ description: 'Отопление дома' });

/** Resources spent for heating in a house with its own boiler. */
export const caseForHeating = z
  .partialRecord(heatingResource, z.record(monthText, readingText))
  .meta({ description: 'Израсходовано на отопление своей котельной: ресурс → месяц → объём' });

/** Heating of a premises of a case. */
export const caseFlatHeating = {
  unheated: z
    .enum(['devices', 'source'])
    .optional()
    .meta({ description: 'Отопления нет: devices — приборы не предусмотрены, source — законный индивидуальный источник' }),
  unheatedFrom: dayText.optional().meta({ description: 'С какого дня; по умолчанию всегда' }),
  allocators: z
    .strictObject({ from: dayText.optional(), to: dayText.optional() })
    .optional()
    .meta({ description: 'Дни с распределителями' }),
  allocatorUnits: z
    .array(z.strictObject({ from: monthText, to: monthText, units: readingText, postedIn: monthText.optional() }))
    .optional()
    .meta({ description: 'Показания распределителей по периодам' }),
} as const;
