import type { Instant, Month } from '../../kernel/calendar';
import { asKopecks } from '../../kernel/money';
import type { RunState, UnitState } from '../../model/batch-run';
import type { EndedUnit, HouseRun, RunProgress, RunStep, UnitOutcome, UnitRecord, UnitsAsked } from '../../ports/job-queue';
import type { SqlRow, SqlRunner } from './connection';
import { asRecordset, inParts, instantSql, integer, text, textOrNull } from './rows';

/** Where a run stands, inside a transaction or not; `undefined` when nobody planned it. */
export const progressOf = async (runner: SqlRunner, run: string): Promise<RunProgress | undefined> => {
  const { rows } = await runner.query(
    `select runs.month, runs.provider, runs.state, ${instantSql('runs.planned_at')} as planned_at, counted.*
     from saldo.runs as runs cross join lateral (
       select count(*) as houses, count(*) filter (where houses.state = 'done') as done,
         count(*) filter (where houses.state = 'waiting') as waiting,
         count(*) filter (where houses.state = 'waiting' and attempts > 0) as retried,
         count(*) filter (where houses.state = 'dead') as dead, count(*) filter (where repeated) as repeated,
         coalesce(sum(accounts), 0) as accounts, coalesce(sum(bills), 0) as bills, coalesce(sum(total), 0) as total,
         coalesce(sum(blocking), 0) as blocking
       from saldo.run_houses as houses where houses.run = runs.run
     ) as counted
     where runs.run = $1`,
    [run],
  );
  const [row] = rows;
  if (row === undefined) return undefined;
  return {
    run,
    month: text(row, 'month') as Month,
    provider: textOrNull(row, 'provider'),
    plannedAt: text(row, 'planned_at') as Instant,
    state: text(row, 'state') as RunState,
    houses: integer(row, 'houses'),
    done: integer(row, 'done'),
    waiting: integer(row, 'waiting'),
    retried: integer(row, 'retried'),
    dead: integer(row, 'dead'),
    repeated: integer(row, 'repeated'),
    accounts: integer(row, 'accounts'),
    bills: integer(row, 'bills'),
    total: asKopecks(integer(row, 'total')),
    blocking: integer(row, 'blocking'),
  };
};

const ONLY: Readonly<Record<UnitsAsked['only'], string>> = { all: 'true', dead: `state = 'dead'`, found: 'findings > 0' };

/** A page of the houses of a run. */
export const unitsOf = async (runner: SqlRunner, run: string, { only, after, limit }: UnitsAsked): Promise<readonly UnitRecord[]> => {
  const { rows } = await runner.query(
    `select house, accounts, state, attempts, outcome from saldo.run_houses
     where run = $1 and ${ONLY[only]} and ($2::text is null or house > $2::text) order by house limit $3::text::integer`,
    [run, after, String(limit)],
  );
  return rows.map((row) => ({
    house: text(row, 'house'),
    accounts: integer(row, 'accounts'),
    state: text(row, 'state') as UnitState,
    attempts: integer(row, 'attempts'),
    outcome: JSON.parse(textOrNull(row, 'outcome') ?? 'null') as UnitOutcome | null,
  }));
};

/** The runs that billed a house-month. */
export const runsOf = async (runner: SqlRunner, house: string, month: Month): Promise<readonly HouseRun[]> => {
  const { rows } = await runner.query(
    `select runs.run, runs.state, houses.version, houses.repeated::text as repeated
     from saldo.run_houses as houses join saldo.runs as runs on runs.run = houses.run
     where houses.house = $1 and runs.month = $2 and houses.state = 'done' order by runs.place`,
    [house, month],
  );
  return rows.map((row) => ({
    run: text(row, 'run'),
    state: text(row, 'state') as RunState,
    version: integer(row, 'version'),
    repeated: text(row, 'repeated') === 'true',
  }));
};

/** What was done with a run. */
export const stepsOf = async (runner: SqlRunner, run: string): Promise<readonly RunStep[]> => {
  const { rows } = await runner.query(
    `select action, ${instantSql('at')} as at, by, why from saldo.run_steps where run = $1 order by number`,
    [run],
  );
  return rows.map((row) => {
    const why = textOrNull(row, 'why');
    return {
      action: text(row, 'action') as RunStep['action'],
      at: text(row, 'at') as Instant,
      by: text(row, 'by'),
      ...(why === null ? {} : { why }),
    };
  });
};

/** Write down what became of the houses of a job. */
export const writeEnded = async (runner: SqlRunner, run: string, ended: readonly EndedUnit[]): Promise<void> => {
  const rows = ended.map(({ unit, state, outcome }) => ({
    house: unit.house,
    state,
    attempts: unit.attempt,
    outcome: JSON.stringify(outcome),
    version: outcome.done ? outcome.version : null,
    repeated: outcome.done ? String(outcome.repeated) : null,
    bills: outcome.done ? outcome.bills : null,
    total: outcome.done ? outcome.total : null,
    findings: outcome.done ? outcome.findings.length : 0,
    blocking: outcome.done ? outcome.findings.filter(({ severity }) => severity === 'blocking').length : 0,
  }));
  for (const part of inParts(rows)) {
    await runner.query(
      `update saldo.run_houses as house set state = ended.state, attempts = ended.attempts, outcome = ended.outcome::json,
         version = ended.version, repeated = ended.repeated::boolean, bills = ended.bills, total = ended.total,
         findings = ended.findings, blocking = ended.blocking
       from json_to_recordset($2::text::json) as ended (house text, state text, attempts integer, outcome text, version integer,
         repeated text, bills integer, total bigint, findings integer, blocking integer)
       where house.run = $1 and house.house = ended.house collate "C"`,
      [run, asRecordset(part)],
    );
  }
};

/** Put houses that wait into jobs of their own, one a house. */
export const ownJobs = async (
  runner: SqlRunner,
  run: string,
  houses: readonly { readonly house: string; readonly due: Instant | null }[],
): Promise<void> => {
  if (houses.length === 0) return;
  // Numbers of jobs are given under the row of the run: two workers that part houses of one run wait for each other.
  await runner.query('select run from saldo.runs where run = $1 for update', [run]);
  const { rows } = await runner.query('select coalesce(max(job), 0) as last from saldo.run_jobs where run = $1', [run]);
  const last = integer(rows[0] as SqlRow, 'last');
  for (const part of inParts(houses.map(({ house, due }, place) => ({ house, due, job: last + 1 + place })))) {
    await runner.query(
      `insert into saldo.run_jobs (run, job, due_at)
       select $1, job, due from json_to_recordset($2::text::json) as part (job integer, due timestamptz)`,
      [run, asRecordset(part)],
    );
    await runner.query(
      `update saldo.run_houses as house set job = part.job from json_to_recordset($2::text::json) as part (house text, job integer)
       where house.run = $1 and house.house = part.house collate "C"`,
      [run, asRecordset(part)],
    );
  }
};
