import type { MonthContext, ServiceTerms } from './month-context';
import type { VolumePart } from './place-month';
import { volumeThrough } from './register-month';
import type { Told } from './sink';

/** Why only some days of a volume count. */
export type PartWhy = Extract<Told, { kind: 'part' }>['why'];

/** What is left of a volume without some days, in equal parts by days. */
export const withoutDays = (
  part: VolumePart,
  days: { readonly from: number; readonly to: number },
  context: MonthContext,
  terms: ServiceTerms,
  why: PartWhy,
): VolumePart => {
  const overlap = Math.max(0, Math.min(part.to, days.to) - Math.max(part.from, days.from));
  if (overlap === 0) return part;
  const unit = terms.unit === 'kWh' ? 'kWh' : 'm3';
  const whole = part.told.kind === 'readings' ? part.told.gap.to.value - part.told.gap.from.value : part.volume;
  const parts = part.to - part.from;
  const volume = volumeThrough(whole, parts - overlap, parts, unit, context.volumeDigits);
  return { ...part, volume, told: { kind: 'part', of: part.told, whole, from: 0, to: parts - overlap, parts, why } };
};
