export type { SqlAnswer, SqlConnection, SqlRow, SqlRunner, SqlValue } from './connection';
export type { LockProblem } from './folder-lock';
export { createPostgresQueue, type PostgresQueueOptions } from './jobs';
export { migrate, type SchemaProblem } from './migrate';
export { checksumOf, MIGRATIONS, type Migration } from './migrations';
export { type OpenOptions, type OpenProblem, openPgliteFolder, openPgliteStore, type PgliteFolder } from './pglite';
export { type PgliteDatabase, pgliteConnection } from './pglite-connection';
export { createPostgresStore } from './store';
