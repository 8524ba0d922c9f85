import { appendOnly, MONTH, SAFE } from './schema-parts';

/**
 * Runs over many houses («расчёт месяца»): the run, its jobs, its houses with what became of them, and the record of what people did with it. A house
 * is in a run once; a run that was issued or cancelled does not change any more, whoever writes.
 */
export const BATCH_RUNS: readonly string[] = [
  `create table saldo.runs (
     run text collate "C" primary key check (length(run) between 1 and 200),
     place bigint generated always as identity,
     month text collate "C" not null check (month ${MONTH}),
     provider text collate "C",
     state text not null check (state in ('running', 'paused', 'cancelled', 'issued')),
     planned_at timestamptz(3) not null
   )`,
  `create table saldo.run_jobs (
     run text collate "C" not null references saldo.runs (run),
     job integer not null check (job >= 1),
     due_at timestamptz(3),
     claims integer not null default 0 check (claims >= 0),
     token text,
     worker text,
     lost text,
     done boolean not null default false,
     primary key (run, job)
   )`,
  'create index run_jobs_open on saldo.run_jobs (claims, run, job) where not done',
  `create table saldo.run_houses (
     run text collate "C" not null,
     house text collate "C" not null check (house <> ''),
     job integer not null,
     accounts integer not null check (accounts >= 0),
     state text not null default 'waiting' check (state in ('waiting', 'done', 'dead')),
     attempts integer not null default 0 check (attempts >= 0),
     outcome json,
     version integer,
     repeated boolean,
     bills integer,
     total bigint check (total between -${SAFE} and ${SAFE}),
     findings integer not null default 0,
     blocking integer not null default 0,
     primary key (run, house),
     foreign key (run, job) references saldo.run_jobs (run, job),
     constraint billed check ((state = 'done') = (version is not null and repeated is not null and bills is not null and total is not null))
   )`,
  'create index run_houses_of_job on saldo.run_houses (run, job)',
  'create index run_houses_of_house on saldo.run_houses (house, run)',
  `create index run_houses_noted on saldo.run_houses (run, house) where state = 'dead' or findings > 0`,
  `create table saldo.run_steps (
     run text collate "C" not null references saldo.runs (run),
     number bigint generated always as identity,
     action text not null check (action in ('plan', 'pause', 'resume', 'cancel', 'issue', 'requeue')),
     at timestamptz(3) not null,
     by text not null,
     why text,
     primary key (run, number)
   )`,
  ...appendOnly('run_steps'),
  `create function saldo.refuse_over() returns trigger language plpgsql as $$
   begin
     if old.state in ('cancelled', 'issued') then
       raise exception 'run % is %', old.run, old.state using errcode = 'SL004';
     end if;
     return new;
   end $$`,
  'create trigger over_is_over before update or delete on saldo.runs for each row execute function saldo.refuse_over()',
];

/** When a job was claimed, by the clock of the database: whoever has just claimed it is on the way to its lock. */
export const CLAIMED_AT: readonly string[] = ['alter table saldo.run_jobs add column claimed_at timestamptz'];
