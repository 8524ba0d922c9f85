import { appendOnly, openMonthOnly } from './schema-parts';

/**
 * The hash chain of closed months («цепочка закрытий»), and what accounts owed when they were closed. Months that an earlier release closed have no
 * hash: the chain of their house begins with its next closing. The index of an account's entries is led by their months, so that what came
 * after a closing is found without the rest; facts are found by their kind.
 */
export const MONTH_CHAIN: readonly string[] = [
  'alter table saldo.month_closings add column previous text',
  'alter table saldo.month_closings add column parts json',
  'alter table saldo.month_closings add column hash text',
  `alter table saldo.month_closings add constraint linked check (hash is not null and parts is not null or hash is null and previous is null and parts is null)`,
  `create table saldo.balances (
     house text collate "C" not null,
     month text collate "C" not null,
     account text collate "C" not null check (account <> ''),
     buckets json not null,
     value_through date not null,
     known_through timestamptz(3) not null,
     primary key (house, account, month)
   )`,
  ...appendOnly('balances'),
  openMonthOnly('balances', 'month'),
  'create index entries_of_account_by_month on saldo.entries (account, house, posted_in, number)',
  'drop index saldo.entries_of_account',
  'create index facts_of_kind on saldo.facts (scope, kind, known_at, id)',
];
