import { type Kopecks, negated } from '../kernel/money';
import type { Problem } from '../kernel/problem';
import { err, invariant, ok, type Result } from '../kernel/result';
import type { AccountState } from './account-state';
import type { AllocationRules } from './allocation/allocation-rules';
import { PLAIN_RULES } from './allocation/allocation-rules';
import type { Direction } from './allocation/direction';
import { type ReplayedAccount, replayAccount } from './allocation/replay-account';
import { billAmounts } from './bill-amounts';
import { type Bucket, Buckets } from './bucket';
import type { Command, Posting } from './command';
import { ADVANCE, commandKey, type Entry, type EntryKind, UNASSIGNED } from './entry';

/** Why a command is not carried out: a payment is more than nothing; the sums of an account stay whole kopecks a number holds exactly. */
export type LedgerProblem = Problem<'payment-not-positive' | 'amount-too-large'>;

type Draft = Bucket & { readonly kind: EntryKind; readonly reverses?: string; readonly directed?: Direction };

/**
 * The entries of a command («проводки»), given what the account owes. A command that is in the account already makes none. After any
 * command the buckets of the account are what {@link replayAccount} makes of it: what differs is moved.
 *
 * @param state the account without the entries posted in later months: these are settled on their own
 * @param history the entries of the state
 * @param rules what the allocation of its money follows from
 */
export const decide = (
  command: Command,
  state: AccountState,
  history: readonly Entry[],
  rules: AllocationRules = PLAIN_RULES,
): Result<readonly Entry[], LedgerProblem> => {
  const { posting } = command;
  invariant(!posting.key.includes('#'), 'the key of a command holds no #');
  if (state.keys.has(posting.key)) return ok([]);
  const problem = refusal(command, state);
  if (problem !== null) return err(problem);
  return ok(entriesOf(posting, drafts(command, state, history, rules)));
};

const refusal = (command: Command, state: AccountState): LedgerProblem | null => {
  const problem = { at: `account ${command.posting.account}`, value: command.posting.cause };
  if (command.type === 'payment' && command.amount <= 0) return { code: 'payment-not-positive', ...problem };
  const sizes = [...state.buckets, ...amountsOf(command)].reduce((sum, { amount }) => sum + BigInt(Math.abs(amount)), 0n);
  return sizes > BigInt(Number.MAX_SAFE_INTEGER) ? { code: 'amount-too-large', ...problem } : null;
};

const amountsOf = (command: Command): readonly { readonly amount: Kopecks }[] => {
  if (command.type === 'bill') return [...(command.bill?.lines ?? []), ...(command.before?.lines ?? [])];
  if ('amounts' in command) return command.amounts;
  return command.type === 'payment' ? [command] : [];
};

/** What a command posts by itself; where money goes follows from all of it. */
const drafts = (command: Command, state: AccountState, history: readonly Entry[], rules: AllocationRules): readonly Draft[] => {
  const { posting } = command;
  const first = ownDrafts(command, history);
  const after = replayAccount([...history, ...entriesOf(posting, first)], rules);
  const own = command.type === 'payment' ? creditedBy(posting.key, command.directed, after) : first;
  const moves = new Buckets(after.buckets);
  for (const bucket of [...state.buckets, ...own]) moves.add(bucket, negated(bucket.amount));
  return [...own, ...moves.sorted().map((bucket): Draft => ({ ...bucket, kind: 'transfer' }))];
};

const ownDrafts = (command: Command, history: readonly Entry[]): readonly Draft[] => {
  switch (command.type) {
    case 'opening':
    case 'interest':
    case 'penalty':
    case 'refund':
    case 'succession':
      return command.amounts.map((bucket) => ({ ...bucket, kind: command.type }));
    case 'bill':
      return billAmounts(command.bill, command.before);
    case 'settle':
      return [];
    case 'payment': {
      const { postedIn: month } = command.posting;
      const whole = { provider: UNASSIGNED, service: ADVANCE, month, amount: negated(command.amount), kind: 'payment' } as const;
      return [command.directed === undefined ? whole : { ...whole, directed: command.directed }];
    }
    case 'cancelPayment':
      return history
        .filter((entry) => entry.kind === 'payment' && commandKey(entry.id) === command.payment)
        .map((entry): Draft => ({ ...entry, amount: negated(entry.amount), reverses: entry.id }));
  }
};

/** A payment is posted where its money lies. */
const creditedBy = (key: string, directed: Direction | undefined, { partsOf }: ReplayedAccount): readonly Draft[] =>
  partsOf(key).map(
    (part): Draft => ({ ...part, amount: negated(part.amount), kind: 'payment', ...(directed === undefined ? {} : { directed }) }),
  );

const entriesOf = ({ key, house, account, postedIn, valueDay, at, cause }: Posting, of: readonly Draft[]): readonly Entry[] =>
  of
    .filter((draft) => draft.amount !== 0)
    .map(({ provider, service, kind, month, amount, reverses, directed }, place) => ({
      id: `${key}#${place + 1}`,
      house,
      account,
      provider,
      service,
      kind,
      month,
      postedIn,
      amount,
      valueDay,
      at,
      cause,
      ...(reverses === undefined ? {} : { reverses }),
      ...(directed === undefined ? {} : { directed }),
    }));
