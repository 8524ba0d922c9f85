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
 * The database is out of reach or out of resources (SQLSTATE classes 08, 53, 57, 58; a network error of Node; a dead embedded engine). Any
 * other error of a statement is a mistake of ours and goes on as it is.
 */
export const isOutage = (error: unknown): boolean => {
  const code = codeOf(error);
  if (/^(08|53|57|58)...$/.test(code) || /^E[A-Z]{3,}$/.test(code)) return true;
  // `RuntimeError` is how WebAssembly says that the embedded engine has stopped.
  return (
    code === '' && error instanceof Error && (error.name === 'RuntimeError' || /\bis closed\b|\bended\b|terminated/i.test(error.message))
  );
};

/** An outage as a problem, with the words of the driver. */
export const outage = (error: unknown): StoreProblem => ({
  code: 'store-unavailable',
  facts: { reason: error instanceof Error ? error.message : String(error) },
});
