import { addMonths, monthsFrom } from '../kernel/calendar';
import type { Problem } from '../kernel/problem';
import { ok, type Result } from '../kernel/result';
import { assembleHouse } from '../model/assemble';
import { parsed } from '../model/parsed';
import { type FactRecord, factRecord } from '../model/records';
import { type AuditFinding, auditHouse as auditFacts } from '../recalculation/audit-house';
import { type ComparedHouse, compareBills } from '../recalculation/compare-bills';
import type { HouseMonth } from './bill-month';
import { actsBefore, chargedBefore } from './bills-of-facts';
import { type Answer, type Edge, monthOfText, refused } from './edge';
import { knownHouse, recordOf } from './house-facts';

/** Which issued months of a house are looked over. */
export interface AuditRequest {
  readonly house: string;
  /** First and last month; both must be billed. */
  readonly from: string;
  readonly to: string;
}

/**
 * Look the issued months of a house over by the facts as they are known now ({@link auditFacts}): each sum that is too much or too little, why, by which
 * clause, and the fine that mending it spares the provider. Nothing is written; billing the next month posts what late facts cause.
 *
 * @returns `no-house`, `month-not-billed`, what the engine refuses
 */
export const auditHouse = async (edge: Edge, { house, from: first, to: last }: AuditRequest): Answer<readonly AuditFinding[]> => {
  const from = monthOfText(first);
  if (!from.ok) return from;
  const to = monthOfText(last);
  if (!to.ok) return to;
  const known = await knownHouse(edge, house, edge.clock.now());
  if (!known.ok) return known;
  const { facts } = known.value;
  for (const month of [from.value, to.value])
    if ((await edge.store.monthState(house, month)).version === 0)
      return refused({ code: 'month-not-billed', value: month, facts: { house, month } });
  const accounts = facts.premises.flatMap((premises) => premises.accounts.map(({ number }) => number));
  const months = monthsFrom(from.value, to.value);
  const charged = await chargedBefore(edge.store, facts, addMonths(to.value, 1), accounts, months);
  const acts = await actsBefore(edge.store, facts, addMonths(to.value, 1), true);
  return auditFacts(facts, { from: from.value, to: to.value, charged, acts });
};

/** A month with facts that are not there. */
export interface WhatIfRequest extends HouseMonth {
  /** Records beside those of the house, or superseding some: another tariff, a meter, a resident less. */
  readonly facts: readonly unknown[];
}

/**
 * What would a month cost if some facts were others («а что если»): the records are tried with those of the house as known now, and the bills compared. Nothing
 * is written. A next year's tariff set is such facts too.
 *
 * @returns `no-house`, what the schemas and the assembly refuse, what the engine refuses
 */
export const whatIf = async (edge: Edge, { house, month: text, facts }: WhatIfRequest): Answer<ComparedHouse> => {
  const month = monthOfText(text);
  if (!month.ok) return month;
  const known = await knownHouse(edge, house, edge.clock.now());
  if (!known.ok) return known;
  const records = recordsOf(facts);
  if (!records.ok) return records;
  const after = assembleHouse([...known.value.stored.map(recordOf), ...records.value]);
  return after.ok ? compareBills(known.value.facts, after.value, month.value) : after;
};

const recordsOf = (facts: readonly unknown[]): Result<readonly FactRecord[], readonly Problem[]> => {
  const records: FactRecord[] = [];
  const problems: Problem[] = [];
  for (const [index, fact] of facts.entries()) {
    const record = parsed<FactRecord>(factRecord, fact);
    if (record.ok) records.push(record.value);
    else
      problems.push(
        ...record.error.map((problem) => ({ ...problem, at: `facts[${index}]${problem.at === undefined ? '' : `.${problem.at}`}` })),
      );
  }
  return problems.length > 0 ? { ok: false, error: problems } : ok(records);
};
