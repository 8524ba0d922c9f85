import type { SqlConnection, SqlRunner } from './connection';

/**
 * A connection inside an open transaction: whatever works over a connection works over it, and is kept or undone with the whole. Its
 * transactions are savepoints, one at a time, so that what fails is undone by itself. Closing it does nothing.
 */
export const boundConnection = (runner: SqlRunner): SqlConnection => ({
  query: (text, params) => runner.query(text, params),
  transaction: (work) => savepoint(runner, () => work(runner)),
  close: async () => {},
});

/** Do a part of a transaction: what it wrote is undone when it rejects, and what was written before it stays. */
export const savepoint = async <T>(runner: SqlRunner, part: () => Promise<T>): Promise<T> => {
  // Savepoints of one name cover each other; the last one is the one that is meant.
  await runner.query('savepoint saldo_part');
  try {
    const value = await part();
    await runner.query('release savepoint saldo_part');
    return value;
  } catch (error) {
    await runner.query('rollback to savepoint saldo_part');
    await runner.query('release savepoint saldo_part');
    throw error;
  }
};
