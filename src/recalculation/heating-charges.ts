import { heatingMonth } from '../charges/heating-month';
import { type HeatingSlots, heatingSlots } from '../charges/heating-slots';
import type { HeatingAsked, HeatingMonth } from '../charges/heating-types';
import { accountRows } from '../charges/holders';
import { HouseCharges } from '../charges/house-month';
import { pricedMonth } from '../charges/priced-month';
import type { BillingProblem } from '../consumption/problems';
import type { Month } from '../kernel/calendar';
import { err, ok, type Result } from '../kernel/result';
import type { Line } from '../model/bill';
import type { HouseFacts } from '../model/facts';

/** Heating of a house in a month with its lines by account. */
export interface HeatingCharges {
  readonly found: HeatingMonth;
  readonly made: HeatingSlots;
  readonly charges: HouseCharges;
  /** Premises of each account that has lines. */
  readonly lines: ReadonlyMap<string, HeatingLines>;
}

/** Lines of heating of an account. */
export interface HeatingLines {
  readonly premises: number;
  readonly lines: readonly Line[];
}

type Found = Result<HeatingCharges | null, readonly BillingProblem[]>;

const known = new WeakMap<HouseFacts, Map<string, Found>>();

/** Heating of any month, as it is charged or as it was, from the facts alone; kept with them. */
export const heatingChargesOf = (facts: HouseFacts, month: Month, asked: HeatingAsked): Found => {
  let months = known.get(facts);
  if (months === undefined) {
    months = new Map();
    known.set(facts, months);
  }
  const key = `${month}|${asked}`;
  let found = months.get(key);
  if (found === undefined) {
    found = made(facts, month, asked);
    months.set(key, found);
  }
  return found;
};

const made = (facts: HouseFacts, month: Month, asked: HeatingAsked): Found => {
  const context = pricedMonth(facts, month);
  if (!context.ok) return context;
  const rows = accountRows(facts, context.value.from, context.value.to);
  const charges = new HouseCharges(facts.house.id, month, rows, [], context.value);
  return chargedHeating(facts, charges, asked);
};

/** Heating of the month of some charges; `null` where nothing is charged for it. */
export const chargedHeating = (facts: HouseFacts, charges: HouseCharges, asked: HeatingAsked): Found => {
  const found = heatingMonth(facts, charges.context, asked);
  if (!found.ok) return found;
  if (found.value === null) return ok(null);
  const slots = heatingSlots(facts, charges, found.value);
  if (slots.problems.length > 0) return err(slots.problems);
  const own = new HouseCharges(charges.house, charges.month, charges.rows, slots.slots, charges.context);
  const lines = new Map<string, HeatingLines>();
  for (const row of charges.rows) {
    const list = own.linesOf(row.row);
    if (list.length > 0) lines.set(row.account.number, { premises: row.premisesIndex, lines: list });
  }
  return ok({ found: found.value, made: slots, charges: own, lines });
};
