import type { SqlConnection, SqlRow, SqlRunner, SqlValue } from './connection';

/** How a value is parsed: given its text, for the numbers of types that are named. */
type Parsers = Readonly<Record<number, (value: string) => unknown>>;

interface PgliteRunner {
  query(text: string, params?: SqlValue[], options?: { parsers?: Parsers }): Promise<{ rows: unknown[]; affectedRows?: number }>;
}

/** As much of a PGlite as we need; any instance of the package fits. */
export interface PgliteDatabase extends PgliteRunner {
  transaction<T>(work: (transaction: PgliteRunner) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/**
 * Types of the server that PGlite has own parsers for, by their object ids: bool, bytea, int8, int2, int4, oid, json, float4, float8, date,
 * timestamp, timestamptz, numeric, jsonb. Each is left as its text, for our queries alone.
 */
const AS_TEXT: Parsers = Object.fromEntries(
  [16, 17, 20, 21, 23, 26, 114, 700, 701, 1082, 1114, 1184, 1700, 3802].map((type) => [type, (value: string) => value]),
);

const runnerOver = (database: PgliteRunner): SqlRunner => ({
  query: async (text, params = []) => {
    const { rows, affectedRows } = await database.query(text, [...params], { parsers: AS_TEXT });
    return { rows: rows as SqlRow[], count: Math.max(rows.length, affectedRows ?? 0) };
  },
});

/** Our query interface over a PGlite that the host has made; its isolation is READ COMMITTED, and it runs one transaction at a time. */
export const pgliteConnection = (database: PgliteDatabase): SqlConnection => ({
  ...runnerOver(database),
  transaction: (work) => database.transaction((transaction) => work(runnerOver(transaction))),
  close: () => database.close(),
});
