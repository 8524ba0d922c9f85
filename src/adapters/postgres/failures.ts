import type { StoreProblem } from '../../ports/store';

/** Thrown inside a transaction to roll it back and answer a problem. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(readonly problem: StoreProblem) {
    super(problem.code);
  }
}

const codeOf = (error: unknown): string => {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
};

/** The transaction met another one (serialization failure, deadlock): run again, it has every chance. */
export const isCollision = (error: unknown): boolean => ['40001', '40P01'].includes(codeOf(error));

/**
 * SQLSTATE of a database out of reach, out of resources or out of time: connection (08), authorisation and database of a connection (28, 3D), resources
 * (53), intervention and timeouts (57, 55P03, 25P03, 25P04), system (58).
 */
const OUTAGE = /^(08|28|3D|53|57|58)...$|^55P03$|^25P0[34]$/;

/** Errors of Node and of the drivers: the network, names, TLS; `CONNECTION_CLOSED` and its like of `postgres`. */
const NETWORK = /^(E[A-Z]{3,}|EAI_[A-Z]+|CONNECT(ION)?_[A-Z]+|ERR_(TLS|SSL|SOCKET)_\w+|(UNABLE|SELF_SIGNED|DEPTH_ZERO|CERT)_\w+)$/;

/** How `pg` says the same without a code. */
const WORDS = /\bis closed\b|\bended\b|terminated|timeout|not queryable|after calling end|does not support SSL/i;

/**
 * The database is out of reach, of resources or of time, or the embedded engine is dead. Any other error of a statement is a mistake of ours and
 * goes on as it is.
 */
export const isOutage = (error: unknown): boolean => {
  const code = codeOf(error);
  if (OUTAGE.test(code) || NETWORK.test(code)) return true;
  // `RuntimeError` is how WebAssembly says that the embedded engine has stopped.
  return code === '' && error instanceof Error && (error.name === 'RuntimeError' || WORDS.test(error.message));
};

/** An outage as a problem, with the words of the driver; of several addresses that refused Node tells the code alone. */
export const outage = (error: unknown): StoreProblem => ({
  code: 'store-unavailable',
  facts: { reason: error instanceof Error ? error.message || codeOf(error) : String(error) },
});
