import { invariant } from '../../kernel/result';

/** Limits of a connection, milliseconds; one that is not given is what the server has been told. What goes over a limit is `store-unavailable`. */
export interface ConnectionLimits {
  /** Longest time of one statement, its waiting for locks included. */
  readonly statementTimeoutMs?: number;
  /** Longest time a statement waits for a lock of another transaction. */
  readonly lockTimeoutMs?: number;
}

/** How every transaction of ours begins, whatever the server or the role has for defaults. */
export const MODE = 'isolation level read committed read write';

/** Statements that set the limits for the transaction they are run in; empty when there are none. */
export const limitsSql = ({ statementTimeoutMs, lockTimeoutMs }: ConnectionLimits): string =>
  Object.entries({ statement_timeout: statementTimeoutMs, lock_timeout: lockTimeoutMs })
    .filter(([, ms]) => ms !== undefined)
    .map(([setting, ms]) => {
      invariant(typeof ms === 'number' && Number.isInteger(ms) && ms > 0 && ms <= 0x7fffffff, 'a limit is whole milliseconds');
      return `set local ${setting} = ${ms}`;
    })
    .join('; ');
