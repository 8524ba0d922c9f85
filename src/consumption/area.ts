import { type Day, serial } from '../kernel/calendar';
import { scaledSafe } from '../kernel/gate';
import type { PremisesFacts } from '../model/facts';
import { SHAPES } from '../model/text-types';

/** Decimals of an area. */
export const AREA_SCALE = SHAPES.area.scale;

/** Area of a premises on some days. */
export interface AreaStretch {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** On the area scale. */
  readonly area: number;
}

/** Area of a premises, on the area scale, when it is one from the day on; `NaN` for any other. */
export const onlyArea = (premises: PremisesFacts, from: number): number => {
  const { areas } = premises.premises;
  const only = areas[0];
  return only !== undefined && areas.length === 1 && serial(only.from) <= from ? scaledSafe(only.value, AREA_SCALE) : Number.NaN;
};

/** A dated area, as facts have it. */
interface DatedArea {
  readonly from: Day;
  readonly value: string;
}

/** A dated area on the days `[from, to)`, cut where it changes; days before the series begins have none. */
const stretchesOf = (series: readonly DatedArea[], from: number, to: number): readonly AreaStretch[] => {
  const sorted = series.length > 1 ? [...series].sort((a, b) => (a.from < b.from ? -1 : 1)) : series;
  const stretches: AreaStretch[] = [];
  for (const [index, entry] of sorted.entries()) {
    const next = sorted[index + 1];
    const start = Math.max(from, serial(entry.from));
    const end = next === undefined ? to : Math.min(to, serial(next.from));
    if (end > start) stretches.push({ from: start, to: end, text: entry.value, area: scaledSafe(entry.value, AREA_SCALE) });
  }
  return stretches;
};

/** Dated area on the days `[from, to)`, cut where it changes; `null` when some day has none. */
export const areaStretches = (series: readonly DatedArea[], from: number, to: number): readonly AreaStretch[] | null => {
  const stretches = stretchesOf(series, from, to);
  return stretches[0]?.from === from ? stretches : null;
};

/** Area of a premises on the days `[from, to)`, cut where it changes; `null` when some day has none. */
export const areasWithin = ({ premises }: PremisesFacts, from: number, to: number): readonly AreaStretch[] | null =>
  areaStretches(premises.areas, from, to);

/** Area × days of a dated area on `[from, to)`, on the area scale; days before the series begins have none. */
export const areaDays = (series: readonly DatedArea[], from: number, to: number): number => byDays(stretchesOf(series, from, to));

/** Area × days, on the area scale. */
export const byDays = (stretches: readonly AreaStretch[]): number =>
  stretches.reduce((sum, { area, from, to }) => sum + area * (to - from), 0);
