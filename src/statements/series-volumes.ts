import { decimalText, parseExact } from '../kernel/gate';
import { must } from '../kernel/result';
import { bearsVolume, type Line, type LineComponent, type PricedUnit, type VolumeBasis } from '../model/bill';
import type { Zone } from '../model/services';

/** One volume of a service: its own and the common one, components, zones and items stay apart, for their units cannot be summed. */
export interface SeriesVolume {
  /** Common needs of the house, or the premises itself. */
  readonly part: 'own' | 'common';
  readonly component: LineComponent | null;
  readonly zone: Zone | null;
  /** Item of a housing service. */
  readonly item: string | null;
  readonly unit: PricedUnit;
  /** As it was billed. */
  readonly billed: string;
  /** With the changes of later bills. */
  readonly now: string;
  /** How the volumes came about, in the order of the lines. */
  readonly bases: readonly VolumeBasis[];
  /** How the changes of later bills came about. */
  readonly basesLater: readonly VolumeBasis[];
}

const SCALE = 7;

interface Sum {
  readonly line: Line;
  billed: bigint;
  changed: bigint;
  readonly bases: Set<VolumeBasis>;
  readonly later: Set<VolumeBasis>;
}

/** The volumes of lines, and what later lines changed of them. */
export const volumesOf = (billed: readonly Line[], later: readonly Line[]): readonly SeriesVolume[] => {
  const sums = new Map<string, Sum>();
  const sumOf = (line: Line): Sum => {
    const key = `${line.part ?? ''}|${line.component ?? ''}|${line.zone ?? ''}|${line.item ?? ''}|${line.unit}`;
    const known = sums.get(key) ?? { line, billed: 0n, changed: 0n, bases: new Set(), later: new Set() };
    sums.set(key, known);
    return known;
  };
  for (const line of billed.filter(bearsVolume)) {
    const sum = sumOf(line);
    sum.billed += volumeOf(line);
    sum.bases.add(line.basis);
  }
  for (const line of later) {
    const volume = volumeOf(line);
    if (volume === 0n) continue;
    const sum = sumOf(line);
    sum.changed += volume;
    sum.later.add(line.basis);
  }
  return [...sums.values()].map(({ line, billed: own, changed, bases, later: laterBases }) => ({
    part: line.part ?? 'own',
    component: line.component ?? null,
    zone: line.zone ?? null,
    item: line.item ?? null,
    unit: line.unit,
    billed: decimalText(own, SCALE),
    now: decimalText(own + changed, SCALE),
    bases: [...bases],
    basesLater: [...laterBases],
  }));
};

const volumeOf = ({ volume }: Line): bigint => must(parseExact(volume, { integerDigits: 15, scale: SCALE, negative: true })).int;
