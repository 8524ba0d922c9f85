import type { CommonBasis } from './common-rules';

/** What is known of a house's common volume in a month, on the volume scale. */
export interface CommonKnown {
  /** What the house took beside its premises; `null` when its volume is not known. May be negative. */
  readonly actual: number | null;
  /** By the normative; `null` when the basis does not ask for it. */
  readonly normative: number | null;
  /** Monthly average, likewise. */
  readonly average: number | null;
  /** Negative volume carried from earlier months: zero or less. */
  readonly carriedIn: number;
  /** Common sewerage: the common waters as they were charged. */
  readonly waters: number | null;
}

/**
 * What becomes of a common volume. Where the house's volume is known nothing is lost:
 * `actual + carriedIn = billed + unbilled + deferred + carriedOut − surplus`.
 */
export interface CommonSettled {
  /** Shared among the accounts. */
  readonly billed: number;
  /** Above the normative: the provider's own cost. Below zero only where the normative itself is the volume. */
  readonly unbilled: number;
  /** Settled by the true-up. */
  readonly deferred: number;
  /** Carried to the next month: zero or less. */
  readonly carriedOut: number;
  /** Premises took more than the house: given back to dwellings (п. 46–47). */
  readonly surplus: number;
}

const NOTHING: CommonSettled = { billed: 0, unbilled: 0, deferred: 0, carriedOut: 0, surplus: 0 };

/** Settle a month's common volume by its basis. */
export const settleCommon = (basis: CommonBasis, known: CommonKnown): CommonSettled => {
  const { actual, carriedIn } = known;
  const normative = known.normative ?? 0;
  switch (basis) {
    case 'none':
      return { ...NOTHING, carriedOut: carriedIn, unbilled: actual ?? 0 };
    case 'meter':
      return asService(actual ?? 0, Number.POSITIVE_INFINITY, carriedIn);
    case 'meterCapped':
      return asService(actual ?? 0, normative, carriedIn);
    case 'keepMeter':
      return kept((actual ?? 0) + carriedIn, Number.POSITIVE_INFINITY);
    case 'keepMeterCapped':
      return kept((actual ?? 0) + carriedIn, normative);
    case 'keepNormativeTrueUp':
      return { ...NOTHING, billed: normative, deferred: beyond(actual, normative), carriedOut: carriedIn };
    case 'keepAverageTrueUp':
      return { ...NOTHING, billed: known.average ?? 0, deferred: beyond(actual, known.average ?? 0), carriedOut: carriedIn };
    case 'keepAverage':
      return { ...NOTHING, billed: known.average ?? 0, unbilled: beyond(actual, known.average ?? 0), carriedOut: carriedIn };
    case 'fromWater':
      return { ...NOTHING, billed: known.waters ?? 0, carriedOut: carriedIn };
    case 'normative':
    case 'normativeFlat':
    case 'keepNormative':
      return { ...NOTHING, billed: normative, unbilled: beyond(actual, normative), carriedOut: carriedIn };
  }
};

/** What the house took beyond what was charged; nothing is known of it while the actual volume is not. */
const beyond = (actual: number | null, charged: number): number => (actual === null ? 0 : actual - charged);

/** As a utility service: a surplus is given back at once, what is above the limit is not charged. */
const asService = (actual: number, limit: number, carriedOut: number): CommonSettled => {
  if (actual < 0) return { ...NOTHING, carriedOut, surplus: -actual };
  const billed = Math.min(actual, limit);
  return { ...NOTHING, billed, unbilled: actual - billed, carriedOut };
};

/** For keeping the common property: below zero nothing is charged and the rest is carried. */
const kept = (sum: number, limit: number): CommonSettled => {
  const positive = Math.max(0, sum);
  const billed = Math.min(positive, limit);
  return { ...NOTHING, billed, unbilled: positive - billed, carriedOut: sum < 0 ? sum : 0 };
};
