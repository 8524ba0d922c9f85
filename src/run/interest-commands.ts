import { type Instant, lastDay, type Month } from '../kernel/calendar';
import { negated } from '../kernel/money';
import { ok, type Result } from '../kernel/result';
import { Buckets } from '../ledger/bucket';
import type { Command } from '../ledger/command';
import type { LedgerProblem } from '../ledger/decide';
import { commandKey } from '../ledger/entry';
import type { HouseLedger } from '../ledger/house-ledger';
import { byCreditor, instalmentOfEntries } from '../ledger/instalment/instalment-of-entries';
import type { InstalmentProblem } from '../ledger/instalment/instalment-plan';
import type { InstalmentRecord } from '../model/debt-records';
import type { PolicyCode } from '../norms/policies';

/** Instalments of a house, and where their interest is posted. */
export interface InterestSources {
  readonly house: string;
  readonly instalments: readonly InstalmentRecord[];
  readonly policies: Readonly<Partial<Record<PolicyCode, string>>>;
  /** Interest of later months waits. */
  readonly through: Month;
  readonly at: Instant;
  readonly openMonth: (month: Month) => Month;
}

/** Cause of the entries of interest. */
const CAUSE = 'instalment:';

/**
 * Post the interest of instalments through a month as the plans now say, less what was posted: a changed fee, an early end, a withdrawn fact
 * give a difference; what is posted already gives nothing.
 *
 * @returns the commands that were carried out; or why a plan cannot be told
 */
export const runInterest = (
  ledger: HouseLedger,
  sources: InterestSources,
): Result<readonly Command[], LedgerProblem | InstalmentProblem> => {
  const { house, instalments, policies, through, at, openMonth } = sources;
  const done: Command[] = [];
  const facts = new Map(instalments.map((fact) => [`${CAUSE}${fact.id}`, fact]));
  for (const [cause, accounts] of accountsOf(ledger, facts)) {
    for (const account of accounts) {
      const history = ledger.historyOf(account);
      const own = history.filter((entry) => entry.kind === 'interest' && entry.cause === cause);
      const posted = new Set(own.map((entry) => entry.month));
      const amounts = new Buckets(own.map((entry) => ({ ...entry, amount: negated(entry.amount) })));
      const fact = facts.get(cause);
      if (fact?.account === account) {
        const answer = instalmentOfEntries(fact, history, policies);
        if (!answer.ok) return answer;
        for (const part of answer.value.plan?.parts ?? [])
          if (part.month <= through || posted.has(part.month))
            for (const bucket of byCreditor(fact, history, part.month, part.interest)) amounts.add(bucket, bucket.amount);
      }
      for (const month of [...new Set(amounts.sorted().map((bucket) => openMonth(bucket.month)))]) {
        const wanted = amounts.sorted().filter((bucket) => openMonth(bucket.month) === month);
        const turn = new Set(
          ledger
            .historyOf(account)
            .filter((entry) => entry.cause === cause)
            .map(({ id }) => commandKey(id)),
        ).size;
        const posting = { key: `${cause}@${account}@${turn}`, house, account, postedIn: month, valueDay: lastDay(month), at, cause };
        const command: Command = { type: 'interest', posting, amounts: wanted };
        const entries = ledger.run(command);
        if (!entries.ok) return entries;
        const settled = ledger.settleLater(posting);
        if (!settled.ok) return settled;
        done.push(command);
      }
    }
  }
  return ok(done);
};

/** Accounts by cause: of the facts, and of interest that was posted. */
const accountsOf = (ledger: HouseLedger, facts: ReadonlyMap<string, InstalmentRecord>): ReadonlyMap<string, ReadonlySet<string>> => {
  const causes = new Map<string, Set<string>>([...facts].map(([cause, { account }]) => [cause, new Set([account])]));
  for (const account of ledger.numbers())
    for (const { kind, cause } of ledger.historyOf(account))
      if (kind === 'interest') causes.set(cause, (causes.get(cause) ?? new Set()).add(account));
  return causes;
};
