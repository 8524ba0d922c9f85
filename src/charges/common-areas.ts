import { AREA_SCALE } from '../consumption/area';
import { type Day, serial } from '../kernel/calendar';
import { scaledSafe } from '../kernel/gate';
import type { HouseFacts, PremisesFacts } from '../model/facts';

interface DatedArea {
  readonly from: Day;
  readonly value: string;
}

/** Area × days of a dated series on `[from, to)`, on the area scale; days before the series begins have none. */
export const areaDays = (series: readonly DatedArea[], from: number, to: number): number => {
  const [only] = series;
  if (only !== undefined && series.length === 1)
    return scaledSafe(only.value, AREA_SCALE) * Math.max(0, to - Math.max(from, serial(only.from)));
  const sorted = [...series].sort((a, b) => (a.from < b.from ? -1 : 1));
  let sum = 0;
  for (const [index, entry] of sorted.entries()) {
    const next = sorted[index + 1];
    const start = Math.max(from, serial(entry.from));
    const end = next === undefined ? to : Math.min(to, serial(next.from));
    if (end > start) sum += scaledSafe(entry.value, AREA_SCALE) * (end - start);
  }
  return sum;
};

/** Area that shares of common needs are taken of, by days: of all premises, or as the house's documents state it. */
export interface SharedArea {
  /** Area × days on the area scale. */
  readonly days: number;
  /** Sum of the premises, likewise. */
  readonly ofPremises: number;
  readonly stated: boolean;
}

/** The area of all premises of a house on some days; a room is part of its flat, and counts with it. */
export const sharedArea = (facts: HouseFacts, from: number, to: number): SharedArea => {
  let ofPremises = 0;
  for (const { premises } of facts.premises as readonly PremisesFacts[])
    if (premises.within === undefined) ofPremises += areaDays(premises.areas, from, to);
  const stated = facts.house.premisesArea;
  return stated === undefined || stated.length === 0
    ? { days: ofPremises, ofPremises, stated: false }
    : { days: areaDays(stated, from, to), ofPremises, stated: true };
};
