import type { Day } from '../../kernel/calendar';
import { parameter } from '../parameter';

const day = (text: string): Day => text as Day;
const rules354 = (place: string, certainty: 'seen' | 'memory') => ({ act: 'ПП РФ от 06.05.2011 № 354', place, certainty });

/** How many billing periods the average stands in for a house meter of heat that failed (п. 59(1)). */
export const HEATING_AVERAGE_PERIODS = parameter({
  code: 'federal.heating.averagePeriods',
  title: 'Сколько месяцев подряд берут среднее по прибору дома, отопление',
  unit: 'month',
  reviewedThrough: day('2026-12-31'),
  series: [
    { from: day('2012-09-01'), value: '3', ...rules354('п. 59(1)', 'seen') },
    { from: day('2025-03-01'), value: '6', act: 'ПП РФ от 29.08.2024 № 1176', place: 'п. 59(1)', certainty: 'seen' },
  ],
});

/** Months of heating that an average is taken over («не менее шести месяцев»). */
export const HEATING_AVERAGE_WINDOW = parameter({
  code: 'federal.heating.averageWindow',
  title: 'За сколько месяцев отопления берут среднее',
  unit: 'month',
  reviewedThrough: day('2026-12-31'),
  series: [{ from: day('2012-09-01'), value: '6', ...rules354('п. 59, 59(1)', 'memory') }],
});

/** Least months of heating that a meter must have worked for an average. */
export const HEATING_AVERAGE_LEAST = parameter({
  code: 'federal.heating.averageLeast',
  title: 'Наименьший срок работы прибора для среднего, месяцев отопления',
  unit: 'month',
  reviewedThrough: day('2026-12-31'),
  series: [{ from: day('2012-09-01'), value: '3', ...rules354('п. 59, 59(1)', 'memory') }],
});

/** From this day on a territory that pays in the heating season may not go over to uniform payment. */
export const HEATING_NO_NEW_UNIFORM = parameter({
  code: 'federal.heating.noNewUniform',
  title: 'Переход на равномерную оплату запрещён',
  unit: '1',
  reviewedThrough: day('2026-12-31'),
  series: [
    { from: day('2012-09-01'), value: '0', ...rules354('п. 42(1)', 'memory') },
    { from: day('2025-03-01'), value: '1', act: 'ПП РФ от 29.08.2024 № 1176', place: 'п. 42(1)', certainty: 'seen' },
  ],
});

/** The part of the area of a house, in per cent, that premises with allocators must pass for their correction. */
export const HEATING_ALLOCATORS_LEAST = parameter({
  code: 'federal.heating.allocatorsLeast',
  title: 'Доля площади с распределителями, больше которой их учитывают, %',
  unit: '1',
  reviewedThrough: day('2026-12-31'),
  series: [{ from: day('2012-09-01'), value: '50', ...rules354('п. 42(1)', 'memory') }],
});

/** Years that Moscow's monthly average is taken over. */
export const HEATING_MOSCOW_YEARS = parameter({
  code: 'moscow.heating.averageYears',
  title: 'За сколько лет Москва берёт среднемесячный объём',
  unit: 'year',
  reviewedThrough: day('2026-12-31'),
  series: [{ from: day('2022-01-01'), value: '5', act: 'ПП Москвы от 01.12.2023 № 2340-ПП', certainty: 'seen' }],
});

/** Growth of the heating payment that Moscow caps, in per cent. */
export const HEATING_MOSCOW_CAP = parameter({
  code: 'moscow.heating.growthCap',
  title: 'Предельный рост платы за отопление в Москве, %',
  unit: '1',
  reviewedThrough: day('2026-12-31'),
  series: [{ from: day('2022-01-01'), value: '15', act: 'ПП Москвы от 01.12.2023 № 2340-ПП', certainty: 'seen' }],
});

/** Multiplier of a heating normative where a house meter could stand and does not; abolished by ПП № 232, with January and February 2017 given back. */
export const HEATING_MULTIPLIER = parameter({
  code: 'federal.multiplier.heating',
  title: 'Повышающий коэффициент, отопление',
  unit: '1',
  reviewedThrough: day('2026-12-31'),
  series: [
    { from: day('2015-01-01'), value: '1.1', ...rules354('прил. 2, формула 2(2)', 'memory') },
    { from: day('2015-07-01'), value: '1.2', ...rules354('прил. 2, формула 2(2)', 'memory') },
    { from: day('2016-01-01'), value: '1.4', ...rules354('прил. 2, формула 2(2)', 'memory') },
    { from: day('2016-07-01'), value: '1.5', ...rules354('прил. 2, формула 2(2)', 'memory') },
    { from: day('2017-01-01'), value: null, act: 'ПП РФ от 27.02.2017 № 232', certainty: 'seen' },
  ],
});
