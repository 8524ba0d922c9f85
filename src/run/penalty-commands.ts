import { type Day, firstDay, type Instant, lastDay, type Month } from '../kernel/calendar';
import { type Kopecks, sumMoney } from '../kernel/money';
import type { Problem } from '../kernel/problem';
import { ok, type Result } from '../kernel/result';
import type { Command } from '../ledger/command';
import type { LedgerProblem } from '../ledger/decide';
import { commandKey } from '../ledger/entry';
import type { HouseLedger } from '../ledger/house-ledger';
import { type PenaltyRules, penaltiesOfAccount, unpostedPenalties } from '../ledger/penalties/penalties-of-account';
import type { HouseFacts } from '../model/facts';
import { policyValue } from '../norms/policies';
import { rulesOfHouse } from './account-rules';

/** Cause of the entries of penalties. */
const penaltyCause = (month: Month): string => `penalty:${month}`;

/** What the penalties of each account follow from, by the facts of its house. */
export const penaltyRulesOf = (facts: HouseFacts): ((account: string) => PenaltyRules) => {
  const rulesFor = rulesOfHouse(facts);
  const { billedSince } = facts.house;
  const payers = new Map(facts.premises.flatMap(({ accounts }) => accounts).map(({ number, payer }) => [number, payer.kind]));
  const booksFrom: Day | null = billedSince === undefined ? null : firstDay(billedSince);
  return (account) => {
    const mine = <R extends { readonly account: string }>(records: readonly R[]): readonly R[] =>
      records.filter((one) => one.account === account);
    const { agreements, exemptions } = facts.debt;
    return {
      ...rulesFor(account),
      payer: payers.get(account) === 'legalEntity' ? 'premisesOwner' : 'citizen',
      agreements: mine(agreements),
      exemptions: mine(exemptions),
      booksFrom,
    };
  };
};

/** What was posted of penalties. */
export interface PostedPenalties {
  /** Accounts whose penalties changed. */
  readonly accounts: number;
  /** Sum of the entries. */
  readonly amount: Kopecks;
  /** Why penalties of accounts could not be told: what law or facts do not answer. Nothing was posted for them. */
  readonly untold: readonly Problem[];
}

/** Nothing was posted, and nothing was asked. */
export const NO_PENALTIES: PostedPenalties = { accounts: 0, amount: sumMoney([]), untold: [] };

/**
 * Carry out what must be posted in a month so that the penalties of every account are what its entries say through the last day of it: new ones, and
 * the differences that late payments, corrected bills and exemptions make to those of months before. Posted already gives nothing.
 */
export const runPenalties = (ledger: HouseLedger, facts: HouseFacts, month: Month, at: Instant): Result<PostedPenalties, LedgerProblem> => {
  const house = facts.house.id;
  const rulesFor = penaltyRulesOf(facts);
  const untold: Problem[] = [];
  const posted: Extract<Command, { type: 'penalty' }>[] = [];
  const wanted = policyValue(facts.house.policies, 'penaltyPosting') === 'monthly';
  for (const account of ledger.numbers()) {
    const history = ledger.historyOf(account, month);
    const penalties = wanted ? penaltiesOfAccount(history, lastDay(month), rulesFor(account)) : ok({ sums: [] });
    if (!penalties.ok) {
      untold.push(...penalties.error.map((problem): Problem => ({ ...problem, at: problem.at ?? `account ${account}` })));
      continue;
    }
    const amounts = unpostedPenalties(penalties.value, history);
    if (amounts.length === 0) continue;
    const cause = penaltyCause(month);
    const turn = new Set(history.filter((entry) => entry.cause === cause).map(({ id }) => commandKey(id))).size;
    const key = `${cause}/${account}@${turn}`;
    const posting = { key, house, account, postedIn: month, valueDay: lastDay(month), at, cause };
    const command = { type: 'penalty', posting, amounts } as const;
    const entries = ledger.run(command);
    if (!entries.ok) return entries;
    posted.push(command);
  }
  const amount = sumMoney(posted.flatMap(({ amounts }) => amounts.map((one) => one.amount)));
  return ok({ accounts: posted.length, amount, untold });
};
