import type { Day } from '../../kernel/calendar';
import { parameter } from '../parameter';

const day = (text: string): Day => text as Day;
const act2024 = { act: 'Постановление Правительства РФ, опубликовано 01.11.2024', certainty: 'seen' } as const;

const ceiling = (code: string, title: string, value: string) =>
  parameter({
    code,
    title,
    unit: 'kWh/month',
    reviewedThrough: day('2026-12-31'),
    series: [{ from: day('2025-01-01'), value, ...act2024 }],
  });

/** Highest thresholds that a region may set for the ranges of volume, in kWh a month; before 2025 there were none. */
export const RANGE_CEILINGS = [
  ceiling('federal.range.ceiling.first', 'Предел порога первого диапазона', '3900'),
  ceiling('federal.range.ceiling.second', 'Предел порога второго диапазона', '6000'),
] as const;

/** How many times the ceilings are higher in the heating season for homes without gas that are heated by electricity (7020 and 10800 kWh). */
export const RANGE_HEATING_FACTOR = parameter({
  code: 'federal.range.heatingFactor',
  title: 'Во сколько раз выше пределы порогов при электроотоплении без газа',
  unit: '1',
  reviewedThrough: day('2026-12-31'),
  series: [{ from: day('2025-01-01'), value: '1.8', ...act2024 }],
});
