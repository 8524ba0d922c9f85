import type { HouseCharges } from '../charges/house-month';
import type { QualityLine } from '../charges/quality-lines';
import type { BillingProblem } from '../consumption/problems';
import type { Month } from '../kernel/calendar';
import { ok, type Result } from '../kernel/result';
import type { HouseFacts } from '../model/facts';
import type { ChargedLines } from './bill-house';
import { type AllocatorCorrection, allocatorCorrections } from './heating-allocators';
import { chargedHeating, type HeatingCharges } from './heating-charges';
import { type HeatingCorrection, heatingCorrections } from './heating-correction';
import { type HeatingQualityChange, heatingQuality, heatingQualityChanges } from './heating-quality';
import { chargedWith, heatingReplays, yearsTouched } from './heating-replay';
import type { PostedLine } from './house-bills';
import type { Touched } from './touched';

/** Heating in the bills of a month: its lines, corrections of even payment and by allocators. */
export interface HeatingBill {
  /** `null` out of the season. */
  readonly heating: HeatingCharges | null;
  /** Differences for earlier months that facts written late have changed. */
  readonly replays: readonly PostedLine[];
  readonly corrections: readonly HeatingCorrection[];
  readonly allocators: readonly AllocatorCorrection[];
  /** What breaks and bad quality take off the heating of the month, by row, and what they change in earlier months. */
  readonly quality: ReadonlyMap<number, readonly QualityLine[]>;
  readonly qualityChanges: readonly HeatingQualityChange[];
  /** All lines that the month posts of them. */
  readonly posted: readonly PostedLine[];
}

/** Heating of a house for a month, with what is corrected in it. */
export const heatingBill = (
  facts: HouseFacts,
  charges: HouseCharges,
  month: Month,
  charged: ChargedLines | undefined,
  touched: readonly Touched[],
): Result<HeatingBill, readonly BillingProblem[]> => {
  const heating = chargedHeating(facts, charges, 'charged');
  if (!heating.ok) return heating;
  const replays = heatingReplays(facts, touched, charged);
  if (!replays.ok) return replays;
  const known = charged === undefined ? undefined : chargedWith(charged, replays.value);
  const corrections = heatingCorrections(facts, month, known, yearsTouched(touched));
  if (!corrections.ok) return corrections;
  const allocators = allocatorCorrections(facts, month, known);
  if (!allocators.ok) return allocators;
  const quality = heatingQuality(facts, charges, heating.value);
  if (!quality.ok) return quality;
  const changed = heatingQualityChanges(facts, charges, charged, touched);
  if (!changed.ok) return changed;
  const others = [...changed.value, ...corrections.value, ...allocators.value].map(({ account, premises, line }) => ({
    account,
    premises: facts.premises[premises]?.premises.id ?? null,
    line,
  }));
  return ok({
    heating: heating.value,
    replays: replays.value,
    corrections: corrections.value,
    allocators: allocators.value,
    quality: quality.value,
    qualityChanges: changed.value,
    posted: [...replays.value, ...others],
  });
};
