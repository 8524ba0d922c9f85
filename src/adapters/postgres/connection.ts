/**
 * A value handed to a query: text or nothing. Numbers, days and lists travel as text and are cast in the statement (`$1::text::bigint`), so that
 * no driver's own serializers come into play.
 */
export type SqlValue = string | null;

/** A row: every value as the server prints it, or nothing. Never a driver's number, date or parsed JSON. */
export type SqlRow = Readonly<Record<string, string | null>>;

/** Rows of a statement, and how many it returned or changed. */
export interface SqlAnswer {
  readonly rows: readonly SqlRow[];
  readonly count: number;
}

/** What runs one statement with its parameters `$1`, `$2` … */
export interface SqlRunner {
  query(text: string, params?: readonly SqlValue[]): Promise<SqlAnswer>;
}

/**
 * The small query interface that the whole SQL adapter stands on; PGlite has one ({@link pgliteConnection}), a driver of PostgreSQL needs
 * about twenty lines. Parsers are set per query or per client, never by changing a driver's global ones.
 */
export interface SqlConnection extends SqlRunner {
  /**
   * Run the work in one transaction of isolation READ COMMITTED: committed when its promise resolves, rolled back when it rejects, with the
   * same error. The runner belongs to the transaction; the work uses nothing else.
   */
  transaction<T>(work: (runner: SqlRunner) => Promise<T>): Promise<T>;
  /** Give back what the connection holds. */
  close(): Promise<void>;
}
