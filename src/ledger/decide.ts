import { type Kopecks, negated } from '../kernel/money';
import type { Problem } from '../kernel/problem';
import { err, invariant, ok, type Result } from '../kernel/result';
import { type AccountState, evolveAll } from './account-state';
import { allocation } from './allocate';
import { billAmounts } from './bill-amounts';
import { type Bucket, Buckets } from './bucket';
import type { Command, Posting } from './command';
import { commandKey, type Entry, type EntryKind } from './entry';
import { replayWithout } from './replay';
import { settlement } from './settle';

/** Why a command is not carried out: a payment is more than nothing; the sums of an account stay whole kopecks a number holds exactly. */
export type LedgerProblem = Problem<'payment-not-positive' | 'amount-too-large'>;

type Draft = Bucket & { readonly kind: EntryKind; readonly reverses?: string };

/**
 * The entries of a command («проводки»), given what the account owes. A command that is in the account already makes none. After any
 * command the account is settled: no creditor holds an advance beside an open debt to him ({@link settlement}).
 *
 * @param state the account without the entries posted in later months: these are settled on their own
 * @param history the entries of the state in order of posting: only the taking back of a payment and a succession look at them
 */
export const decide = (command: Command, state: AccountState, history: readonly Entry[] = []): Result<readonly Entry[], LedgerProblem> => {
  const { posting } = command;
  invariant(!posting.key.includes('#'), 'the key of a command holds no #');
  if (state.keys.has(posting.key)) return ok([]);
  const problem = refusal(command, state);
  if (problem !== null) return err(problem);
  return ok(entriesOf(posting, drafts(command, state, history)));
};

const refusal = (command: Command, state: AccountState): LedgerProblem | null => {
  const problem = { at: `account ${command.posting.account}`, value: command.posting.cause };
  if (command.type === 'payment' && command.amount <= 0) return { code: 'payment-not-positive', ...problem };
  const sizes = [...state.buckets, ...amountsOf(command)].reduce((sum, { amount }) => sum + BigInt(Math.abs(amount)), 0n);
  return sizes > BigInt(Number.MAX_SAFE_INTEGER) ? { code: 'amount-too-large', ...problem } : null;
};

const amountsOf = (command: Command): readonly { readonly amount: Kopecks }[] => {
  if (command.type === 'bill') return [...(command.bill?.lines ?? []), ...(command.before?.lines ?? [])];
  if (command.type === 'opening' || command.type === 'interest' || command.type === 'succession') return command.amounts;
  return command.type === 'payment' ? [command] : [];
};

const drafts = (command: Command, state: AccountState, history: readonly Entry[]): readonly Draft[] => {
  const { posting } = command;
  switch (command.type) {
    case 'opening':
    case 'interest':
      return thenSettled(
        posting,
        state,
        command.amounts.map((bucket) => ({ ...bucket, kind: command.type })),
      );
    case 'bill':
      return thenSettled(posting, state, billAmounts(command.bill, command.before));
    case 'succession': {
      const moved = command.amounts.map((bucket): Draft => ({ ...bucket, kind: 'succession' }));
      return command.leaves ? left(posting, moved, state, history) : thenSettled(posting, state, moved);
    }
    case 'settle':
      return thenSettled(posting, state, []);
    case 'payment': {
      const before = thenSettled(posting, state, []);
      const paid = allocation(evolveAll(state, entriesOf(posting, before)), command.amount, posting.postedIn);
      return [...before, ...paid.map((bucket): Draft => ({ ...bucket, kind: 'payment' }))];
    }
    case 'cancelPayment':
      return cancelled(command.payment, state, history);
  }
};

const thenSettled = ({ postedIn }: Posting, state: AccountState, first: readonly Draft[]): readonly Draft[] => {
  const after = new Buckets(state.buckets);
  for (const draft of first) after.add(draft, draft.amount);
  return [...first, ...settlement(after.sorted(), postedIn).map((bucket): Draft => ({ ...bucket, kind: 'transfer' }))];
};

/** Mirror the payment, then move what is left to where it would lie, had the payment never come. */
const cancelled = (payment: string, state: AccountState, history: readonly Entry[]): readonly Draft[] => {
  const mirror = history
    .filter((entry) => entry.kind === 'payment' && commandKey(entry.id) === payment)
    .map((entry): Draft => ({ ...entry, amount: negated(entry.amount), reverses: entry.id }));
  const moves = new Buckets(replayWithout(history, [payment]).buckets);
  for (const bucket of [...state.buckets, ...mirror]) moves.add(bucket, negated(bucket.amount));
  return [...mirror, ...moves.sorted().map((bucket): Draft => ({ ...bucket, kind: 'transfer' }))];
};

/** Move what a succession moves, then what is left to where it would lie, had all of it moved when it came. */
const left = ({ cause, postedIn }: Posting, moved: readonly Draft[], state: AccountState, history: readonly Entry[]): readonly Draft[] => {
  const own = history.filter((entry) => entry.kind === 'succession' && entry.cause === cause);
  const without = new Buckets(replayWithout(history, new Set(own.map(({ id }) => commandKey(id)))).buckets);
  for (const bucket of [...own, ...moved]) without.add(bucket, bucket.amount);
  const target = without.sorted();
  const moves = new Buckets([...target, ...settlement(target, postedIn)]);
  for (const bucket of [...state.buckets, ...moved]) moves.add(bucket, negated(bucket.amount));
  return [...moved, ...moves.sorted().map((bucket): Draft => ({ ...bucket, kind: 'transfer' }))];
};

const entriesOf = ({ key, house, account, postedIn, valueDay, at, cause }: Posting, of: readonly Draft[]): readonly Entry[] =>
  of
    .filter((draft) => draft.amount !== 0)
    .map(({ provider, service, kind, month, amount, reverses }, place) => ({
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
    }));
