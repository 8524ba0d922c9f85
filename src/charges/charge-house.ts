import type { BilledVolume } from '../consumption/month-context';
import type { BillingProblem } from '../consumption/problems';
import { type Month, monthFromNumber, monthNumber } from '../kernel/calendar';
import { err, ok, type Result } from '../kernel/result';
import { isServiceVolume } from '../model/bill';
import type { HouseFacts } from '../model/facts';
import { isHousing } from '../model/housing-services';
import type { ServiceCode } from '../model/services';
import { ApartLines } from './apart';
import { lateBenefits } from './benefits-known';
import { Block } from './block';
import { computeBlock } from './compute';
import { noteEvents } from './events-known';
import { type AccountRow, accountRows, holdersIn } from './holders';
import { HouseCharges } from './house-month';
import { volumesOfHouse, withFlats } from './house-volumes';
import { fillHousing } from './housing-fill';
import { lateHousing } from './housing-known';
import { noteMended } from './mended-known';
import { makesHotWater, type OwnProduction, ownProduction, withResources } from './own-production';
import { pricedMonth } from './priced-month';
import type { PricedMonth } from './prices';
import { limitColumns } from './range-limits';
import type { Slot } from './slot';
import { groupsOf } from './tariff-group';
import { fillConstants } from './two-part';
import { wasteSlots } from './waste-columns';

/** What may be asked beside the plain month. */
export interface ChargeOptions {
  /** Readings that close months up to this one (counted) are known; the month itself by default. */
  readonly through?: number;
  /** Only these premises, by index. */
  readonly only?: ReadonlySet<number>;
}

/** A month of a house with its prices, and with the eyes for what earlier months were billed for. */
export const openMonth = (facts: HouseFacts, month: Month, through?: number): Result<PricedMonth, readonly BillingProblem[]> => {
  const opened = pricedMonth(facts, month, through, (number, premises, service) => {
    if (!opened.ok) return null;
    const found = billedVolumes(facts, number, opened.value.number, premises, service);
    if (found.ok) return found.value;
    opened.value.problems.push(...found.error);
    return null;
  });
  return opened;
};

/** Volumes that a service of a premises was billed for in an earlier month, as known in a later one; `null` before this system billed. */
const billedVolumes = (
  facts: HouseFacts,
  number: number,
  through: number,
  premises: number,
  service: ServiceCode,
): Result<readonly BilledVolume[] | null, readonly BillingProblem[]> => {
  const { billedSince } = facts.house;
  if (billedSince !== undefined && number < monthNumber(billedSince)) return ok(null);
  const charged = chargeHouse(facts, monthFromNumber(number), { through, only: new Set([premises]) });
  if (!charged.ok) return charged;
  return ok(
    charged.value.slots
      .filter(({ spec }) => spec.service === service && isServiceVolume(spec.component))
      .flatMap((slot) =>
        Array.from({ length: slot.count }, (_, place) => ({
          zone: slot.spec.zone,
          basis: slot.basisAt(place),
          volume: slot.volume[place] as number,
        })),
      ),
  );
};

/** The columns of a house-month before any kernel ran. */
export interface FilledBlock {
  readonly block: Block;
  readonly rows: readonly AccountRow[];
}

/** Resolve the facts of a house for a month into columns: which rule, which readings, how many people, which area. */
export const fillBlock = (facts: HouseFacts, month: Month, options: ChargeOptions = {}): Result<FilledBlock, readonly BillingProblem[]> => {
  const priced = openMonth(facts, month, options.through);
  if (!priced.ok) return priced;
  const context = priced.value;
  const rows = accountRows(facts, context.from, context.to, withFlats(facts, options.only ?? null));
  const groups = groupsOf(facts, rows);
  const block = new Block(context, rows.length, groups);
  const holders = holdersIn(facts, rows);
  volumesOfHouse(facts, context, holders, block);
  for (const terms of context.services) {
    if (isHousing(terms.service)) {
      fillHousing(facts, context, terms, rows, block);
      continue;
    }
    if (terms.ranged) block.limits[terms.index] = limitColumns(context, terms, rows, groups, () => block.arena.doubles());
    fillConstants(context, terms, holders, block);
    if (terms.service === 'waste') block.ready[terms.index] = wasteSlots(facts, context, terms, rows, block);
  }
  return context.problems.length > 0 ? err(context.problems) : ok({ block, rows });
};

/**
 * Charge a house for a month: the volumes of every premises by the rules, priced, rounded once a line. Pure; the order in which facts came
 * never shows.
 *
 * @returns the charges in columns, or every problem found: then nothing is charged for the house
 */
export const chargeHouse = (
  facts: HouseFacts,
  month: Month,
  options: ChargeOptions = {},
): Result<HouseCharges, readonly BillingProblem[]> => {
  const filled = fillBlock(facts, month, options);
  if (!filled.ok) return filled;
  const { block, rows } = filled.value;
  const found = withOwnProduction(facts, month, options, filled.value, computeBlock(block));
  if (!found.ok) return found;
  const slots = found.value;
  const broken = tooLarge(slots, rows);
  if (broken.length > 0) return err(broken);
  const charges = new HouseCharges(facts.house.id, month, rows, slots, block.context);
  lateHousing(facts, block.context);
  lateBenefits(facts, block.context);
  noteMended(facts, block.context);
  noteEvents(facts, block.context, rows);
  const apart = new ApartLines(facts, block.context, rows).lines((row) => charges.linesOf(row));
  if (block.context.problems.length > 0) return err(block.context.problems);
  return ok(apart === null ? charges : charges.withApart(apart));
};

/**
 * What making hot water took in a house in a month, by what was known when the month closed (ПП № 354, п. 54; C24); asked once for one state
 * of the facts.
 */
export const ownProductionOf = (facts: HouseFacts, month: Month): Result<OwnProduction, readonly BillingProblem[]> => {
  const known = productions.get(facts)?.get(month);
  if (known !== undefined) return known;
  const filled = fillBlock(facts, month);
  if (!filled.ok) return filled;
  return remembered(facts, month, filled.value, computeBlock(filled.value.block));
};

const productions = new WeakMap<HouseFacts, Map<Month, Result<OwnProduction, readonly BillingProblem[]>>>();

const remembered = (
  facts: HouseFacts,
  month: Month,
  { block, rows }: FilledBlock,
  slots: readonly Slot[],
): Result<OwnProduction, readonly BillingProblem[]> => {
  const made = ownProduction(facts, new HouseCharges(facts.house.id, month, rows, slots, block.context));
  const months = productions.get(facts) ?? new Map<Month, typeof made>();
  productions.set(facts, months.set(month, made));
  return made;
};

/** The lines with what heated the water that the house made; of a part of the house, or of a month seen later, by the sums of the closed month. */
const withOwnProduction = (
  facts: HouseFacts,
  month: Month,
  { only, through }: ChargeOptions,
  filled: FilledBlock,
  slots: readonly Slot[],
): Result<readonly Slot[], readonly BillingProblem[]> => {
  if (!makesHotWater(filled.block.context)) return ok(slots);
  const whole = only === undefined && (through === undefined || through === monthNumber(month));
  const made = whole ? remembered(facts, month, filled, slots) : ownProductionOf(facts, month);
  return made.ok ? ok(withResources(filled.block, slots, made.value)) : made;
};

/** Lines whose money or volume is no safe whole number: refused, never rounded away. */
const tooLarge = (slots: readonly Slot[], rows: readonly AccountRow[]): readonly BillingProblem[] => {
  const problems: BillingProblem[] = [];
  for (const slot of slots) {
    for (let place = 0; place < slot.count; place += 1) {
      if (Number.isSafeInteger(slot.amount[place]) && Number.isSafeInteger(slot.volume[place])) continue;
      const { account } = rows[slot.rowAt[place] as number] as AccountRow;
      problems.push({ code: 'amount-too-large', at: `account ${account.number}`, value: slot.spec.service });
    }
  }
  return problems;
};
