import { z } from 'zod';
import { INCIDENT_TYPES } from '../../model/event-records';
import { serviceCode } from '../../model/services';
import { dayText, hoursText, hourText, idText, percentText, pressureText, shortText, temperatureText } from '../../model/text-types';

/** A break or bad quality of a service in a case. */
export const caseIncident = z
  .strictObject({
    id: idText.optional().meta({ description: 'Код факта; по умолчанию «перерыв» и номер' }),
    premises: z.array(idText).optional().meta({ description: 'Помещения; по умолчанию весь дом' }),
    service: serviceCode.optional().meta({ description: 'Услуга; по умолчанию waste' }),
    type: z.enum(INCIDENT_TYPES).optional().meta({ description: 'Что не так; по умолчанию interruption — перерыв' }),
    from: hourText,
    to: hourText,
    above: hoursText.optional().meta({ description: 'Часов сверх допустимого по акту' }),
    weather: z.enum(['cold', 'warm']).optional().meta({ description: 'cold — плюс 5 °C и ниже, warm — выше' }),
    planned: z.literal(true).optional().meta({ description: 'Плановый ремонт' }),
    deadEnd: z.literal(true).optional().meta({ description: 'Авария на тупиковой магистрали' }),
    celsius: temperatureText.optional().meta({ description: 'Температура всё это время' }),
    measured: z.record(hourText, temperatureText).optional().meta({ description: 'Температура: с какого часа → °C' }),
    norm: temperatureText.optional().meta({ description: 'Отопление: норма воздуха, °C' }),
    percent: percentText.optional().meta({ description: 'Отклонение давления, %' }),
    megapascals: pressureText.optional().meta({ description: 'Измеренное давление, МПа' }),
    recorded: dayText.optional().meta({ description: 'День акта; по умолчанию день, когда перерыв кончился' }),
    document: shortText.optional().meta({ description: 'Документ; по умолчанию «акт о качестве», у отходов «акт о невывозе»' }),
  })
  .meta({ description: 'Перерыв или ненадлежащее качество услуги' });
