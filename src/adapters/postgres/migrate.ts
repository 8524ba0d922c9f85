import type { Problem } from '../../kernel/problem';
import { err, ok, type Result } from '../../kernel/result';
import type { SqlConnection, SqlRunner } from './connection';
import { checksumOf, MIGRATIONS, type Migration } from './migrations';
import { integer, text } from './rows';

/**
 * Why a database is not taken: `schema-newer`, a later release wrote it (`found`, `known`); `schema-changed`, a step it remembers has other
 * statements here (`migration`), so that nobody knows what it looks like.
 */
export type SchemaProblem = Problem<'schema-newer' | 'schema-changed'>;

/** Number of the advisory lock that lets one process migrate at a time; any number that nobody else uses. */
const LOCK = '7252036';

/**
 * Bring a database to the schema of this release: each missing step in a transaction of its own, one process at a time, steps already
 * there verified by checksum. A second run changes nothing.
 *
 * @returns names of the steps applied, or why the database is not taken
 */
export const migrate = async (
  connection: SqlConnection,
  steps: readonly Migration[] = MIGRATIONS,
): Promise<Result<readonly string[], SchemaProblem>> => {
  const applied: string[] = [];
  for (;;) {
    const step = await connection.transaction((runner) => nextStep(runner, steps));
    if (!step.ok) return step;
    if (step.value === null) return ok(applied);
    applied.push(step.value);
  }
};

const nextStep = async (runner: SqlRunner, steps: readonly Migration[]): Promise<Result<string | null, SchemaProblem>> => {
  await runner.query('select pg_advisory_xact_lock($1::text::bigint)', [LOCK]);
  const done = await stepsDone(runner);
  const newest = done.at(-1)?.version ?? 0;
  if (newest > steps.length) return err({ code: 'schema-newer', facts: { found: String(newest), known: String(steps.length) } });
  const changed = steps.find((step) => done.some((one) => one.version === step.version && one.checksum !== checksumOf(step)));
  if (changed !== undefined) return err({ code: 'schema-changed', facts: { migration: changed.name } });
  const step = steps.find(({ version }) => version === newest + 1);
  if (step === undefined) return ok(null);
  for (const statement of step.statements) await runner.query(statement);
  await runner.query('insert into saldo.migrations (version, name, checksum) values ($1::text::integer, $2, $3)', [
    String(step.version),
    step.name,
    checksumOf(step),
  ]);
  return ok(step.name);
};

const stepsDone = async (runner: SqlRunner): Promise<readonly { readonly version: number; readonly checksum: string }[]> => {
  // Looked up first, because a role that may only use the schema may not say `create … if not exists`.
  const { rows } = await runner.query(`select to_regclass('saldo.migrations')::text as there`);
  if (rows[0]?.['there'] == null) {
    await runner.query('create schema if not exists saldo');
    await runner.query(
      `create table saldo.migrations (version integer primary key, name text not null, checksum text not null, applied_at timestamptz not null default now())`,
    );
    return [];
  }
  const done = await runner.query('select version, checksum from saldo.migrations order by version');
  return done.rows.map((row) => ({ version: integer(row, 'version'), checksum: text(row, 'checksum') }));
};
