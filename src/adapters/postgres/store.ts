import { setTimeout as pause } from 'node:timers/promises';
import { excerpt } from '../../kernel/problem';
import { err, invariant, ok, type Result } from '../../kernel/result';
import type { Idempotent, Store, StoreProblem } from '../../ports/store';
import type { SqlConnection, SqlRunner, SqlValue } from './connection';
import { appendFacts, factReads } from './fact-source';
import { isCollision, isOutage, outage, Refusal } from './failures';
import { journalReads } from './journal-reads';
import { closeMonth, post, writeMonth } from './journal-writes';
import { integer, text } from './rows';

/** How often a transaction that met another one is run again before the caller is asked to. */
const ATTEMPTS = 5;

interface Write extends Idempotent {
  readonly operation: 'facts' | 'month' | 'closing' | 'post';
  /** Version of the house-month that the write makes. */
  readonly version?: number;
}

/** Neither NUL nor half a surrogate pair, which databases and encoders read in their own ways. */
const KEY = /^[^\0\p{Cs}]{1,200}$/u;

/**
 * A store over PostgreSQL or PGlite. The database has been migrated ({@link migrate}). Closing the store closes its connection.
 *
 * @example const store = createPostgresStore(pgliteConnection(new PGlite()));
 */
export const createPostgresStore = (connection: SqlConnection): Store => {
  let open = true;

  /** The key goes first and waits for another holder of it, so that two deliveries of one write are one after the other. */
  const once = async <A>(write: Write, act: (runner: SqlRunner) => Promise<A>, again: (version: number) => A): Promise<A> =>
    connection.transaction(async (runner) => {
      const params: readonly SqlValue[] = [write.key, write.operation, write.digest, String(write.version ?? 0)];
      const fresh = await runner.query(
        `insert into saldo.written_keys (key, operation, digest, version) values ($1, $2, $3, $4::text::integer)
         on conflict (key) do nothing returning key`,
        params,
      );
      if (fresh.rows.length > 0) return act(runner);
      const { rows } = await runner.query('select operation, digest, version from saldo.written_keys where key = $1', [write.key]);
      const [before] = rows;
      // A key that was written and cannot be seen is another provider's.
      if (before !== undefined && text(before, 'operation') === write.operation && text(before, 'digest') === write.digest)
        return again(integer(before, 'version'));
      throw new Refusal({ code: 'idempotency-conflict', value: excerpt(write.key) });
    });

  const attempt = async <A>(
    write: Write,
    act: (runner: SqlRunner) => Promise<A>,
    again: (version: number) => A,
  ): Promise<Result<A, StoreProblem>> => {
    if (!open) return err({ code: 'store-unavailable', facts: { reason: 'closed' } });
    invariant(KEY.test(write.key), 'an idempotency key has 1 to 200 whole characters');
    invariant(write.digest !== '', 'a write carries the digest of its content');
    for (let left = ATTEMPTS; ; left -= 1) {
      try {
        return ok(await once(write, act, again));
      } catch (error) {
        if (error instanceof Refusal) return err(error.problem);
        if (isCollision(error) && left > 1) {
          // Those who met go on at different moments, or they meet again.
          await pause(Math.random() * 20 * (ATTEMPTS + 1 - left));
          continue;
        }
        if (isCollision(error) || isOutage(error)) return err(outage(error));
        throw error;
      }
    }
  };

  const reader: SqlRunner = {
    query: (statement, params) => {
      if (!open) return Promise.reject(new Error('The store is closed.'));
      return connection.query(statement, params);
    },
  };
  const repeated = (): { readonly repeated: boolean } => ({ repeated: true });

  return {
    ...factReads(reader),
    ...journalReads(reader),
    appendFacts: ({ key, digest, facts }) =>
      attempt(
        { operation: 'facts', key, digest },
        async (runner) => appendFacts(runner, facts).then(() => ({ repeated: false })),
        repeated,
      ),
    writeMonth: (write) =>
      attempt(
        { operation: 'month', key: write.key, digest: write.digest, version: write.expectedVersion + 1 },
        async (runner) => writeMonth(runner, write).then(() => ({ repeated: false, version: write.expectedVersion + 1 })),
        (version) => ({ repeated: true, version }),
      ),
    closeMonth: (write) =>
      attempt(
        { operation: 'closing', key: write.key, digest: write.digest },
        async (runner) => ({ repeated: await closeMonth(runner, write) }),
        repeated,
      ),
    post: (write) =>
      attempt(
        { operation: 'post', key: write.key, digest: write.digest },
        async (runner) => post(runner, write).then(() => ({ repeated: false })),
        repeated,
      ),
    close: async () => {
      if (!open) return;
      open = false;
      await connection.close();
    },
  };
};
