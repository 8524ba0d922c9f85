import type { Day } from '../kernel/calendar';
import type { Problem } from '../kernel/problem';
import { err, invariant, ok, type Result } from '../kernel/result';
import { type Clause, citation, inForce } from './act';

/** One row of a decision table: when it holds, what follows, which clause says so, and the reason in words. */
export interface Rule<Facts, Outcome extends string> {
  readonly basis: Outcome;
  readonly when: (facts: Facts) => boolean;
  readonly clause: Clause;
  /** Russian: why the row did not hold, shown in «почему не так»; a function where the facts say which condition failed. */
  readonly otherwise: string | ((facts: Facts) => string);
  /** Russian: the document that made the row hold, where the facts name one. */
  readonly because?: (facts: Facts) => string;
}

/**
 * A decision table that a lawyer can read. `first`: the order is the law's order of precedence and the first row in force that holds
 * wins; `unique`: exactly one row may hold, two are an error. In both, no row is an error.
 */
export interface RuleTable<Facts, Outcome extends string> {
  readonly id: string;
  readonly hit: 'first' | 'unique';
  readonly rows: readonly Rule<Facts, Outcome>[];
}

/** What a table answered, and why the other rows did not. */
export interface Choice<Outcome extends string> {
  readonly basis: Outcome;
  readonly clause: Clause;
  readonly legal: string;
  readonly rejected: readonly { readonly basis: Outcome; readonly why: string }[];
  readonly because?: string;
}

/** No row of a table holds, or two rows of a table of unique rows. */
export type RuleProblem = Problem<'no-rule' | 'two-rules'>;

/** Declare a decision table. */
export const rules = <Facts, Outcome extends string>(
  id: string,
  rows: readonly Rule<Facts, Outcome>[],
  hit: 'first' | 'unique' = 'first',
): RuleTable<Facts, Outcome> => {
  invariant(rows.length > 0, `rule table ${id} has no rows`);
  return { id, hit, rows };
};

/** Index of the row that applies on a day; −1 for none, −2 for two. The silent reading, without any object made. */
export const rowFor = <Facts, Outcome extends string>(table: RuleTable<Facts, Outcome>, facts: Facts, on: Day): number => {
  let found = -1;
  for (let i = 0; i < table.rows.length; i += 1) {
    const row = table.rows[i] as Rule<Facts, Outcome>;
    if (!row.when(facts) || !inForce(row.clause, on)) continue;
    if (table.hit === 'first') return i;
    if (found >= 0) return -2;
    found = i;
  }
  return found;
};

/** Why a row that holds was passed over all the same. */
const NOT_IN_FORCE = 'норма в этот день не действовала';

/** The spoken reading: the outcome with its clause and the reasons of the rejected rows. */
export const choose = <Facts, Outcome extends string>(
  table: RuleTable<Facts, Outcome>,
  facts: Facts,
  on: Day,
): Result<Choice<Outcome>, RuleProblem> => {
  const index = rowFor(table, facts, on);
  if (index === -1) return err({ code: 'no-rule', value: table.id, facts: { day: on } });
  if (index === -2) return err({ code: 'two-rules', value: table.id, facts: { day: on } });
  const row = table.rows[index] as Rule<Facts, Outcome>;
  const rejected = table.rows
    .slice(0, table.hit === 'first' ? index : undefined)
    .filter((other) => other !== row)
    .map((other) => ({
      basis: other.basis,
      why: other.when(facts) ? NOT_IN_FORCE : typeof other.otherwise === 'string' ? other.otherwise : other.otherwise(facts),
    }));
  const because = row.because?.(facts);
  return ok({
    basis: row.basis,
    clause: row.clause,
    legal: citation(row.clause, on) as string,
    rejected,
    ...(because === undefined ? {} : { because }),
  });
};
