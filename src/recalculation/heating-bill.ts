import type { HouseCharges } from '../charges/house-month';
import type { QualityLine } from '../charges/quality-lines';
import type { BillingProblem } from '../consumption/problems';
import type { Month } from '../kernel/calendar';
import { ok, type Result } from '../kernel/result';
import type { Line } from '../model/bill';
import type { HouseFacts } from '../model/facts';
import type { ChargedLines } from './bill-house';
import { type AllocatorCorrection, allocatorCorrections } from './heating-allocators';
import { chargedHeating, type HeatingCharges } from './heating-charges';
import { type HeatingCorrection, heatingCorrections } from './heating-correction';
import { type HeatingQualityChange, heatingQuality, heatingQualityChanges } from './heating-quality';

/** Heating in the bills of a month: its lines, corrections of even payment and by allocators. */
export interface HeatingBill {
  /** `null` out of the season. */
  readonly heating: HeatingCharges | null;
  readonly corrections: readonly HeatingCorrection[];
  readonly allocators: readonly AllocatorCorrection[];
  /** What breaks and bad quality take off the heating of the month, by row, and what they change in earlier months. */
  readonly quality: ReadonlyMap<number, readonly QualityLine[]>;
  readonly qualityChanges: readonly HeatingQualityChange[];
  /** Lines of corrections by account, and the premises of those accounts. */
  readonly adjustments: ReadonlyMap<string, readonly Line[]>;
  readonly premises: ReadonlyMap<string, string>;
}

/** Heating of a house for a month, with what is corrected in it. */
export const heatingBill = (
  facts: HouseFacts,
  charges: HouseCharges,
  month: Month,
  charged: ChargedLines | undefined,
): Result<HeatingBill, readonly BillingProblem[]> => {
  const heating = chargedHeating(facts, charges, 'charged');
  if (!heating.ok) return heating;
  const corrections = heatingCorrections(facts, month, charged);
  if (!corrections.ok) return corrections;
  const allocators = allocatorCorrections(facts, month, charged);
  if (!allocators.ok) return allocators;
  const quality = heatingQuality(facts, charges, heating.value);
  if (!quality.ok) return quality;
  const changed = heatingQualityChanges(facts, charges, charged);
  if (!changed.ok) return changed;
  const adjustments = new Map<string, Line[]>();
  const premises = new Map<string, string>();
  for (const { account, premises: at, line } of [...changed.value, ...corrections.value, ...allocators.value]) {
    const own = adjustments.get(account);
    if (own === undefined) adjustments.set(account, [line]);
    else own.push(line);
    premises.set(account, facts.premises[at]?.premises.id ?? '');
  }
  return ok({
    heating: heating.value,
    corrections: corrections.value,
    allocators: allocators.value,
    quality: quality.value,
    qualityChanges: changed.value,
    adjustments,
    premises,
  });
};
