import { type Kopecks, lessMoney, NO_MONEY } from '../kernel/money';
import { type AccountState, EMPTY_ACCOUNT, evolveAll } from './account-state';
import { allocation } from './allocate';
import { type Bucket, Buckets } from './bucket';
import { commandKey, type Entry } from './entry';
import { settlement } from './settle';

/**
 * The account as it would be, had some commands never come: the others again in the order of posting, without payments taken back before,
 * each with its taking back.
 *
 * @param history all entries of the account in order of posting
 * @param keys keys of the commands that are left out
 */
export const replayWithout = (history: readonly Entry[], keys: Iterable<string>): AccountState => {
  const left = new Set(keys);
  for (const { id, reverses } of history) if (reverses !== undefined) left.add(commandKey(id)).add(commandKey(reverses));
  let state = EMPTY_ACCOUNT;
  for (const [key, entries] of commandsOf(history)) if (!left.has(key)) state = again(state, entries);
  return state;
};

const commandsOf = (history: readonly Entry[]): ReadonlyMap<string, Entry[]> => {
  const commands = new Map<string, Entry[]>();
  for (const entry of history) {
    const key = commandKey(entry.id);
    const known = commands.get(key);
    if (known === undefined) commands.set(key, [entry]);
    else known.push(entry);
  }
  return commands;
};

const again = (state: AccountState, [first, ...rest]: readonly Entry[]): AccountState => {
  if (first === undefined) return state;
  const entries = [first, ...rest];
  const { postedIn } = first;
  const paid = entries.filter((entry) => entry.kind === 'payment');
  const posted = evolveAll(
    state,
    entries.filter((entry) => entry.kind !== 'payment' && entry.kind !== 'transfer'),
  );
  const settled = moved(posted, settlement(posted.buckets, postedIn));
  const amount = paid.reduce((sum: Kopecks, entry) => lessMoney(sum, entry.amount), NO_MONEY);
  return amount === 0 ? settled : moved(settled, allocation(settled, amount, postedIn));
};

const moved = (state: AccountState, moves: readonly Bucket[]): AccountState => {
  const buckets = new Buckets(state.buckets);
  for (const move of moves) buckets.add(move, move.amount);
  return { ...state, buckets: buckets.sorted() };
};
