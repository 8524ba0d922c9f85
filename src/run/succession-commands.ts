import { type Instant, type Month, monthOf } from '../kernel/calendar';
import { negated } from '../kernel/money';
import { ok, type Result } from '../kernel/result';
import type { AllocationRules } from '../ledger/allocation/allocation-rules';
import { replayAccount } from '../ledger/allocation/replay-account';
import { type Bucket, Buckets } from '../ledger/bucket';
import type { Command, Posting } from '../ledger/command';
import type { LedgerProblem } from '../ledger/decide';
import { commandKey, type Entry } from '../ledger/entry';
import type { HouseLedger } from '../ledger/house-ledger';
import { debtThatMoves, successionAmounts } from '../ledger/succession/succession-amounts';
import type { AccountSuccessionRecord } from '../model/debt-records';
import type { RuleProblem } from '../norms/rules';

/** Successions of a house, and the journal they are posted to. */
export interface SuccessionSources {
  readonly house: string;
  readonly successions: readonly AccountSuccessionRecord[];
  /** Successions of later months wait. */
  readonly through: Month;
  readonly at: Instant;
  readonly openMonth: (month: Month) => Month;
}

/** Cause of the entries of a succession. */
const CAUSE = 'succession:';

/**
 * Carry out what must be posted so that the journal has every succession of accounts as the facts and the entries now say: new ones, the
 * differences that payments and bills of a former account made since, and back what a withdrawn one had moved. What is posted already gives
 * nothing. They follow one another by their days, so that a debt may move through several accounts.
 *
 * @returns the commands that were carried out, two sides of each move
 */
export const runSuccessions = (
  ledger: HouseLedger,
  sources: SuccessionSources,
): Result<readonly Command[], LedgerProblem | RuleProblem> => {
  const done: Command[] = [];
  const facts = new Map(sources.successions.map((fact) => [`${CAUSE}${fact.id}`, fact]));
  for (const [cause, posted] of postedSuccessions(ledger)) {
    if (facts.has(cause)) continue;
    const month = sources.openMonth(sources.through);
    const back = carriedOut(ledger, sources, { cause, month, on: posted, wanted: new Map() });
    if (!back.ok) return back;
    done.push(...back.value);
  }
  for (const [cause, fact] of facts) {
    if (monthOf(fact.on) > sources.through) continue;
    const choice = debtThatMoves(fact);
    if (!choice.ok) return choice;
    for (const month of new Set([sources.openMonth(monthOf(fact.on)), sources.openMonth(sources.through)])) {
      const wanted = successionAmounts(fact, choice.value.basis, (account) =>
        withoutCause(ledger.historyOf(account, month), cause, ledger.rulesFor(account)),
      );
      const move = { cause, month, on: fact.on, wanted };
      const moved = carriedOut(ledger, sources, move);
      if (!moved.ok) return moved;
      done.push(...moved.value);
    }
  }
  return ok(done);
};

interface Move {
  readonly cause: string;
  readonly month: Month;
  readonly on: Posting['valueDay'];
  readonly wanted: ReadonlyMap<string, readonly Bucket[]>;
}

const isOf = (cause: string, entry: Entry): boolean => entry.kind === 'succession' && entry.cause === cause;

/** What an account would owe, had a succession never come. */
const withoutCause = (history: readonly Entry[], cause: string, rules: AllocationRules): readonly Bucket[] =>
  replayAccount(
    history.filter((entry) => !isOf(cause, entry)),
    rules,
  ).buckets;

/** Causes of the successions in the journal, each with its day. */
const postedSuccessions = (ledger: HouseLedger): ReadonlyMap<string, Posting['valueDay']> => {
  const causes = new Map<string, Posting['valueDay']>();
  for (const account of ledger.numbers())
    for (const entry of ledger.historyOf(account)) if (entry.kind === 'succession') causes.set(entry.cause, entry.valueDay);
  return causes;
};

/** Post what is wanted less what was posted, on each account; then settle later months. */
const carriedOut = (
  ledger: HouseLedger,
  { house, at }: SuccessionSources,
  { cause, month, on, wanted }: Move,
): Result<readonly Command[], LedgerProblem> => {
  const done: Command[] = [];
  let turn = turnsOf(ledger, cause);
  for (const account of [...new Set([...wanted.keys(), ...ledger.numbers()])]) {
    const amounts = new Buckets(wanted.get(account));
    for (const entry of ledger.historyOf(account, month)) if (isOf(cause, entry)) amounts.add(entry, negated(entry.amount));
    if (amounts.sorted().length === 0) continue;
    const posting = { key: `${cause}@${turn}`, house, account, postedIn: month, valueDay: on, at, cause };
    const command: Command = { type: 'succession', posting, amounts: amounts.sorted() };
    const entries = ledger.run(command);
    if (!entries.ok) return entries;
    turn += 1;
    done.push(command);
  }
  for (const { posting } of done) {
    const settled = ledger.settleLater(posting);
    if (!settled.ok) return settled;
  }
  return ok(done);
};

const turnsOf = (ledger: HouseLedger, cause: string): number => {
  const keys = new Set<string>();
  for (const account of ledger.numbers())
    for (const entry of ledger.historyOf(account)) if (entry.cause === cause) keys.add(commandKey(entry.id));
  return keys.size;
};
