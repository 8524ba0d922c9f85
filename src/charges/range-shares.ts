import { roundedVolume, VOLUME_SCALE } from '../consumption/formulas';
import { scaled } from '../kernel/quantity';
import { type PricedZone, shownZone } from '../model/services';
import { rangeShare } from './range-formulas';

/** What the ranges of one part of a volume (a zone, the days of a tariff) need to know of the whole; all on the volume scale. */
export interface VolumePart {
  /** Volume of the month that the limits are for. */
  readonly total: number;
  /** Of it, the parts before this one. */
  readonly passed: number;
  readonly volume: number;
}

/** Is a limit shared with other parts of the volume? Below it there is nothing to share. */
export const isShared = ({ total, volume }: VolumePart, limit: number): boolean => total > limit && volume !== total;

/**
 * Limits of one part of a volume: its share of each limit that the whole volume passes, and the limit itself otherwise. Shares are
 * differences of growing shares, so over all parts they sum to the limit.
 */
export const limitsOfPart = (limits: readonly number[], part: VolumePart, digits: number): readonly number[] => {
  const own: number[] = [];
  for (const [index, limit] of limits.entries()) {
    const through = (volume: number): number =>
      roundedVolume(
        rangeShare,
        { L: scaled(limit, VOLUME_SCALE, 'kWh'), A: scaled(volume, VOLUME_SCALE, 'kWh'), V: scaled(part.total, VOLUME_SCALE, 'kWh') },
        digits,
      );
    const share = isShared(part, limit) ? through(part.passed + part.volume) - through(part.passed) : limit;
    // A rounding of the last digit must not put the second limit below the first.
    own.push(Math.max(share, own[index - 1] ?? Number.NEGATIVE_INFINITY));
  }
  return own;
};

/** Parts of a volume that share limits: all of them, or those of one zone. */
export const sharingOf = (rangeZones: 'shareOfVolume' | 'eachZone', zone: PricedZone): string =>
  rangeZones === 'eachZone' ? shownZone(zone) : '';
