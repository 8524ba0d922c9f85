import { appendOnly, MONTH, openMonthOnly, SAFE } from './schema-parts';

/**
 * The first schema: facts, the numbers that lead to accounts, house-months with one row per bill, the journal, the keys of writes. Texts sort
 * by the collation C, so that order is the same everywhere; every table that holds the past refuses change. House-months, bills and entries,
 * which grow with every month, have the house in all their keys, so that they can be partitioned and spread by it; facts, account
 * numbers and keys of writes are unique over all houses.
 */
export const FIRST_SCHEMA: readonly string[] = [
  `create function saldo.refuse_change() returns trigger language plpgsql as $$
   begin
     raise exception 'saldo.% is append-only: % is refused', tg_table_name, lower(tg_op) using errcode = 'SL001';
   end $$`,
  `create table saldo.houses (
     house text collate "C" primary key check (house <> '')
   )`,
  `create table saldo.written_keys (
     key text collate "C" primary key check (length(key) between 1 and 200),
     operation text not null check (operation in ('facts', 'month', 'closing', 'post')),
     digest text not null check (digest <> ''),
     version integer
   )`,
  `create table saldo.facts (
     id text collate "C" primary key check (id <> ''),
     scope text collate "C" not null,
     kind text not null check (kind <> ''),
     known_at timestamptz(3) not null,
     record json not null,
     number bigint generated always as identity
   )`,
  'create index facts_of_scope on saldo.facts (scope, known_at, id)',
  `create index account_facts on saldo.facts (scope) where kind = 'account'`,
  `create table saldo.account_numbers (
     number text collate "C" primary key check (number <> ''),
     house text collate "C" not null references saldo.houses (house),
     account text collate "C" not null check (account <> '')
   )`,
  'create index account_numbers_of_house on saldo.account_numbers (house)',
  `create table saldo.month_closings (
     house text collate "C" not null references saldo.houses (house),
     month text collate "C" not null check (month ${MONTH}),
     version integer not null check (version >= 0),
     closed_at timestamptz(3) not null,
     closed_by text not null,
     primary key (house, month)
   )`,
  `create function saldo.refuse_closed() returns trigger language plpgsql as $$
   declare
     found record;
   begin
     execute format('select a.house, a.%1$I as month from added a join saldo.month_closings c on c.house = a.house and c.month >= a.%1$I limit 1', tg_argv[0])
       into found;
     if found.house is not null then
       raise exception 'month % of house % is closed', found.month, found.house using errcode = 'SL002';
     end if;
     return null;
   end $$`,
  `create table saldo.month_versions (
     house text collate "C" not null references saldo.houses (house),
     month text collate "C" not null check (month ${MONTH}),
     version integer not null check (version >= 1),
     previous integer generated always as (nullif(version - 1, 0)) stored,
     at timestamptz(3) not null,
     key text collate "C" not null references saldo.written_keys (key),
     bills integer not null check (bills >= 0),
     billed numeric(30) not null,
     entries integer not null check (entries >= 0),
     posted numeric(30) not null,
     primary key (house, month, version),
     foreign key (house, month, previous) references saldo.month_versions (house, month, version)
   )`,
  `create table saldo.bills (
     house text collate "C" not null,
     month text collate "C" not null,
     version integer not null,
     account text collate "C" not null check (account <> ''),
     made_by text not null,
     total bigint not null check (total between -${SAFE} and ${SAFE}),
     format smallint not null check (format = 1),
     body json not null,
     primary key (house, month, version, account),
     foreign key (house, month, version) references saldo.month_versions (house, month, version)
   )`,
  'create index bills_of_account on saldo.bills (account, month, version)',
  `create table saldo.entries (
     house text collate "C" not null check (house <> ''),
     number bigint not null check (number >= 1),
     id text collate "C" not null check (id <> ''),
     account text collate "C" not null check (account <> ''),
     provider text not null,
     service text not null,
     kind text not null check (kind <> ''),
     month text collate "C" not null check (month ${MONTH}),
     posted_in text collate "C" not null check (posted_in ${MONTH}),
     amount bigint not null check (amount between -${SAFE} and ${SAFE}),
     value_day date not null,
     at timestamptz(3) not null,
     cause text not null,
     more json,
     primary key (house, number),
     unique (house, id)
   )`,
  'create index entries_of_account on saldo.entries (account, house, number)',
  'create index entries_posted on saldo.entries (house, posted_in, number)',
  `create view saldo.entries_in_roubles as
   select house, number, id, account, provider, service, kind, month, posted_in, (amount / 100.0)::numeric(18, 2) as roubles, value_day, at, cause
   from saldo.entries`,
  ...['houses', 'written_keys', 'facts', 'month_versions', 'month_closings', 'bills', 'entries'].flatMap(appendOnly),
  openMonthOnly('month_versions', 'month'),
  openMonthOnly('bills', 'month'),
  openMonthOnly('entries', 'posted_in'),
];

/** Acts of houses («акт дома»), with the version of the house-month they were made for. */
export const HOUSE_ACTS: readonly string[] = [
  `create table saldo.house_acts (
     house text collate "C" not null,
     month text collate "C" not null,
     version integer not null,
     place integer not null check (place >= 1),
     service text not null check (service <> ''),
     body json not null,
     primary key (house, month, version, place),
     unique (house, month, version, service),
     foreign key (house, month, version) references saldo.month_versions (house, month, version)
   )`,
  ...appendOnly('house_acts'),
  openMonthOnly('house_acts', 'month'),
];

/**
 * One successor a fact («одно исправление»). The column stands beside the record, whose text need not be one that the database can read. Of
 * facts that contradict each other already the first keeps its place: the house answers them, the store opens.
 */
export const ONE_SUCCESSOR: readonly string[] = [
  `alter table saldo.facts add column supersedes text collate "C"`,
  'alter table saldo.facts disable trigger append_only',
  `update saldo.facts set supersedes = first.supersedes
   from (
     select distinct on (scope, supersedes) id, supersedes
     from (
       select id, scope, number, case when strpos(record::text, '"supersedes":') > 0 then record ->> 'supersedes' end as supersedes
       from saldo.facts
     ) as told
     where supersedes is not null
     order by scope, supersedes, number
   ) as first
   where facts.id = first.id`,
  'alter table saldo.facts enable trigger append_only',
  'create unique index fact_successors on saldo.facts (scope, supersedes)',
];

/** When a fact was written; of those of earlier releases nothing else is known than when they became known. */
export const FACTS_STORED: readonly string[] = [
  'alter table saldo.facts add column stored_at timestamptz(3)',
  'alter table saldo.facts disable trigger append_only',
  'update saldo.facts set stored_at = known_at',
  'alter table saldo.facts enable trigger append_only',
  'alter table saldo.facts alter column stored_at set not null',
];
