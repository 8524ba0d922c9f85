import type { SqlAnswer, SqlConnection, SqlRow, SqlRunner, SqlValue } from './connection';
import { isOutage } from './failures';
import { type ConnectionLimits, limitsSql, MODE } from './limits';

/** As much of a client of `pg` as we need. */
export interface PgClient {
  query(query: { text: string; values: SqlValue[]; types: { getTypeParser(): (value: string) => unknown } }): Promise<{
    rows: unknown[];
    rowCount: number | null;
    command: string;
  }>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  removeListener(event: 'error', listener: (error: Error) => void): unknown;
  release(error?: Error): void;
}

/** As much of a pool of `pg` as we need; any `Pool` of the package fits. */
export interface PgPool {
  connect(): Promise<PgClient>;
}

/** Every value stays the text that the server printed, for our queries alone: the parsers of the host are neither used nor changed. */
const AS_TEXT = { getTypeParser: () => (value: string) => value };

const ask = async (client: PgClient, text: string, values: readonly SqlValue[] = []) =>
  client.query({ text, values: [...values], types: AS_TEXT });

const answerOf = ({ rows, rowCount }: Awaited<ReturnType<typeof ask>>): SqlAnswer => ({
  rows: rows as SqlRow[],
  count: rowCount ?? rows.length,
});

/**
 * Use a client of the pool and give it back; with its error when it is broken, so that the pool drops it. While it is ours nobody else hears
 * that it was cut off, which would end the process.
 */
const held = async <T>(pool: PgPool, use: (client: PgClient, broke: (error: Error) => void) => Promise<T>): Promise<T> => {
  const client = await pool.connect();
  let broken: Error | undefined;
  const broke = (error: Error): void => {
    broken ??= error;
  };
  client.on('error', broke);
  try {
    return await use(client, broke);
  } catch (error) {
    if (error instanceof Error && isOutage(error) && !isOfStatement(error)) broke(error);
    throw error;
  } finally {
    client.removeListener('error', broke);
    client.release(broken);
  }
};

/** A statement that went over its limit, or found no room: the client is as good as before. */
const isOfStatement = (error: Error): boolean => 'severity' in error && error.severity === 'ERROR';

/**
 * Our query interface over a pool of `pg` (node-postgres) that the host has made: address, TLS, password and size are the pool's own. A
 * transaction holds one client. The pool stays the host's: closing the store does not end it.
 *
 * @example const store = createPostgresStore(pgConnection(new Pool({ connectionString })));
 */
export const pgConnection = (pool: PgPool, limits: ConnectionLimits = {}): SqlConnection => {
  const begin = [`begin ${MODE}`, limitsSql(limits)].filter((part) => part !== '').join('; ');
  const transaction = <T>(work: (runner: SqlRunner) => Promise<T>): Promise<T> =>
    held(pool, async (client, broke) => {
      try {
        await ask(client, begin);
        const answer = await work({ query: async (text, params) => answerOf(await ask(client, text, params)) });
        const { command } = await ask(client, 'commit');
        // The server answers so when a statement failed and the work went on.
        if (command !== 'COMMIT') throw new Error(`the server answered ${command} to commit`);
        return answer;
      } catch (error) {
        const lost = error instanceof Error && isOutage(error) && !isOfStatement(error);
        if (!lost) await ask(client, 'rollback').catch(broke);
        throw error;
      }
    });
  return {
    query: (text, params) =>
      limitsSql(limits) === ''
        ? held(pool, async (client) => answerOf(await ask(client, text, params)))
        : transaction((runner) => runner.query(text, params)),
    transaction,
    close: async () => {},
  };
};
