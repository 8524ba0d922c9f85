/** What may honestly go wrong is a value: callers cannot forget to look at it. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** Wrap a value as a success. */
export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

/** Wrap a problem as a failure. */
export const err = <E>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error });

/** Thrown only for our own mistakes: a state that cannot be. A host that sees it should report it. */
export class BillingInvariantError extends Error {
  override readonly name = 'BillingInvariantError';
}

/** State a truth about the inside; throws {@link BillingInvariantError} with the sentence when it does not hold. */
export function invariant(truth: boolean, sentence: string): asserts truth {
  if (!truth) throw new BillingInvariantError(sentence);
}

/** Take the value of a result that cannot fail here; throws {@link BillingInvariantError} when it did. */
export const must = <T>(result: Result<T, { readonly code: string }>): T => {
  if (!result.ok) throw new BillingInvariantError(`expected a value, got ${JSON.stringify(result.error)}`);
  return result.value;
};
