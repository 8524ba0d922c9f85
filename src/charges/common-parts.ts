import type { MeteredUnit } from '../consumption/formulas';
import { volumeThrough } from '../consumption/register-month';
import type { VolumeBasis } from '../model/bill';
import type { CommonNormativePiece } from './common-known';
import type { CommonPart } from './common-shares';
import type { PricedMonth, PricedTerms } from './prices';

/**
 * The volume by stretches of terms: what was measured goes to the terms of the day the meter was read, the rest by days; a
 * normative that changes inside the month by its own days.
 */
export const commonParts = (
  context: PricedMonth,
  { stretches, unit }: PricedTerms,
  billed: number,
  basis: VolumeBasis,
  taken: number,
  normative: readonly CommonNormativePiece[] | null,
): readonly CommonPart[] => {
  const [from, to] = [stretches[0]?.from as number, stretches[stretches.length - 1]?.to as number];
  if (billed === 0) return [];
  const oneProvider = stretches.every(({ record }) => record.id === stretches[0]?.record.id);
  const measured = basis === 'commonMeter' && context.policies.meteredTariff === 'readingDay' && oneProvider;
  if (stretches.length === 1 || measured) {
    const day = taken === 0 ? to - 1 : taken;
    const found = measured ? stretches.findIndex((one) => day < one.to) : 0;
    return [{ stretch: found < 0 ? stretches.length - 1 : found, volume: billed, from, to }];
  }
  const digits = context.volumeDigits;
  const volumeUnit: MeteredUnit = unit === 'kWh' ? 'kWh' : 'm3';
  const byNormative = basis === 'commonNormative' && normative !== null && normative.length > 1;
  return stretches.map((one, stretch) => {
    const volume = byNormative
      ? throughPieces(normative, one.to, billed, volumeUnit, digits) - throughPieces(normative, one.from, billed, volumeUnit, digits)
      : volumeThrough(billed, one.to - from, to - from, volumeUnit, digits) -
        volumeThrough(billed, one.from - from, to - from, volumeUnit, digits);
    return { stretch, volume, from: one.from, to: one.to };
  });
};

/** Volume by the normative of the days before `day`, where the normative changes inside the month. */
const throughPieces = (pieces: readonly CommonNormativePiece[], day: number, billed: number, unit: MeteredUnit, digits: number): number => {
  let sum = 0;
  for (const piece of pieces) {
    if (piece.to <= day) sum += piece.volume;
    else if (piece.from < day) sum += volumeThrough(piece.volume, day - piece.from, piece.to - piece.from, unit, digits);
  }
  return Math.min(sum, billed);
};
