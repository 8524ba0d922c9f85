import { kopecksFromText } from '../kernel/money';
import type { Problem } from '../kernel/problem';
import { err, ok, type Result } from '../kernel/result';
import { parsed } from '../model/parsed';
import { type FactRecord, factRecord } from '../model/records';

/**
 * Records from outside, each past its schema, no id twice.
 *
 * @param at what they are called in problems, such as `records`
 */
export const parsedRecords = (records: readonly unknown[], at: string): Result<readonly FactRecord[], readonly Problem[]> => {
  const problems: Problem[] = [];
  const taken: FactRecord[] = [];
  const ids = new Map<string, number>();
  for (const [index, record] of records.entries()) {
    const fact = parsed<FactRecord>(factRecord, record);
    if (!fact.ok) {
      for (const problem of fact.error) {
        problems.push({ ...problem, at: problem.at === undefined ? `${at}[${index}]` : `${at}[${index}].${problem.at}` });
      }
      continue;
    }
    const { id } = fact.value;
    const first = ids.get(id);
    if (first !== undefined)
      problems.push({ code: 'duplicate-fact', at: `${at}[${index}].id`, value: id, facts: { first: `${at}[${first}]` } });
    else if (!paysSomething(fact.value)) problems.push({ code: 'payment-not-positive', at: `${at}[${index}].amount`, value: id });
    ids.set(id, index);
    taken.push(fact.value);
  }
  return problems.length > 0 ? err(problems) : ok(taken);
};

const paysSomething = (record: FactRecord): boolean => {
  if (record.kind !== 'payment') return true;
  const amount = kopecksFromText(record.amount);
  return amount.ok && amount.value > 0;
};
