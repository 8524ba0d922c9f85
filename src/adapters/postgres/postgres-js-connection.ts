import { invariant } from '../../kernel/result';
import type { SqlAnswer, SqlConnection, SqlRow, SqlRunner, SqlValue } from './connection';
import { type ConnectionLimits, limitsSql, MODE } from './limits';

interface RawAnswer extends ReadonlyArray<unknown> {
  readonly count: number | null;
  readonly columns: readonly { readonly name: string }[] | undefined;
}

/** What runs a statement: the client, or a transaction of it. */
export interface PostgresJsRunner {
  unsafe(text: string, params?: never[]): { raw(): PromiseLike<unknown> };
  typed: unknown;
}

/** As much of a client of `postgres` as we need; any `sql` of the package fits. */
export interface PostgresJsClient extends PostgresJsRunner {
  readonly options: { readonly transform: object };
  begin(mode: string, work: (transaction: PostgresJsRunner) => Promise<unknown>): Promise<unknown>;
}

/**
 * Object id of the type `unknown`, told with each parameter: the server reads the type from the statement, and no serializer, of the driver or of the
 * host, is known for it.
 */
const UNKNOWN = 705;

/** Rows come as the bytes that the server printed: the parsers of the host are neither used nor changed. */
const ask = async (sql: PostgresJsRunner, text: string, params: readonly SqlValue[] = []): Promise<SqlAnswer> => {
  const typed = sql.typed as (value: SqlValue, type: number) => unknown;
  const answer = (await sql
    .unsafe(text, params.map((value) => (value === null ? null : typed(value, UNKNOWN))) as never[])
    .raw()) as RawAnswer;
  const names = (answer.columns ?? []).map((column) => column.name);
  const rows = (answer as unknown as (Uint8Array | null)[][]).map(
    (values): SqlRow => Object.fromEntries(names.map((name, place) => [name, textOf(values[place] ?? null)])),
  );
  return { rows, count: answer.count ?? rows.length };
};

const utf8 = new TextDecoder();
const textOf = (bytes: Uint8Array | null): string | null => (bytes === null ? null : utf8.decode(bytes));

/** The server, or the network, has ended the connection; a statement that was refused leaves it as it was. */
const isCutOff = (error: unknown): boolean =>
  !(error instanceof Error && 'severity' in error && error.severity === 'ERROR') && isOfDriver(error);

const isOfDriver = (error: unknown): boolean =>
  error instanceof Error && ('severity' in error || ('code' in error && /^(CONNECTION_|E[A-Z]{3,})/.test(String(error.code))));

const never = new Promise<never>(() => {});

/**
 * Our query interface over a client of `postgres` (porsager/postgres) that the host has made: address, TLS, password and size are its own. It
 * must not rename columns or change rows (`transform`). The client stays the host's: closing the store does not end it.
 *
 * @example const store = createPostgresStore(postgresJsConnection(postgres(url)));
 */
export const postgresJsConnection = (sql: PostgresJsClient, limits: ConnectionLimits = {}): SqlConnection => {
  const { column, row } = sql.options.transform as {
    readonly column?: { readonly from?: unknown };
    readonly row?: { readonly from?: unknown };
  };
  invariant(column?.from == null && row?.from == null, 'the client of postgres renames no columns and changes no rows (transform)');

  /** What the driver would do on a connection that was cut off (roll back, commit) ends the process: so it is left waiting, and drops it. */
  const transaction = async <T>(work: (runner: SqlRunner) => Promise<T>): Promise<T> => {
    let over = false;
    let cut: unknown;
    const within = async (begun: PostgresJsRunner): Promise<T> => {
      const query: SqlRunner['query'] = async (text, params) => {
        if (over) throw new Error('the connection was terminated');
        try {
          return await ask(begun, text, params);
        } catch (error) {
          if (isCutOff(error)) cut ??= error;
          throw error;
        }
      };
      try {
        if (limitsSql(limits) !== '') await query(limitsSql(limits));
        const answer = await work({ query });
        return over || cut !== undefined ? never : answer;
      } catch (error) {
        if (over || cut !== undefined) return never;
        throw error;
      }
    };
    try {
      return (await sql.begin(MODE, within)) as T;
    } catch (error) {
      throw cut ?? error;
    } finally {
      over = true;
    }
  };
  return {
    query: (text, params) => (limitsSql(limits) === '' ? ask(sql, text, params) : transaction((runner) => runner.query(text, params))),
    transaction,
    close: async () => {},
  };
};
