import { QUALITY } from './acts-quality';
import { policy } from './policy';

/** Switches of breaks and bad quality. */
export const QUALITY_POLICIES = {
  hotWaterTolerance: policy({
    code: 'hotWaterTolerance',
    title: 'Допустимое отклонение температуры горячей воды',
    values: { none: 'отклонения нет: 60–75 °C в любое время', legacy: '5 °C ночью (0–5 ч) и 3 °C днём' },
    fallback: 'none',
    reason: 'Верховный Суд отменил отклонения ниже 60 °C; практика ещё называет 55 и 57 °C',
    clause: QUALITY.hotTemperature,
  }),
  hotWaterPlannedOutage: policy({
    code: 'hotWaterPlannedOutage',
    title: 'Ежегодное отключение горячей воды без приборов',
    values: { reduce: 'плата снижается на объём, которого не дали', inNormative: 'отключение уже учтено в нормативе или тарифе региона' },
    fallback: 'reduce',
    reason: 'п. 99 снижает плату и при ремонте в допустимое время; некоторые регионы учли его в нормативе',
    clause: QUALITY.undelivered,
  }),
  heatingAirReduction: policy({
    code: 'heatingAirReduction',
    title: 'Снижение за температуру воздуха',
    values: { perHourPerDegree: 'за каждый час и каждый градус', perHour: 'за каждый час' },
    fallback: 'perHourPerDegree',
    reason: 'источники приводят пункт по-разному',
    clause: QUALITY.heatingAir,
  }),
} as const;
