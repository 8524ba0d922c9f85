import { excerpt, type Problem } from '../kernel/problem';
import { BillingInvariantError, err, type Result } from '../kernel/result';
import type { Clock } from '../ports/clock';
import type { JobQueue } from '../ports/job-queue';
import type { Store } from '../ports/store';

/** What a run over many houses works with: a queue whose jobs write to the store. */
export interface BatchPorts {
  readonly store: Store;
  readonly queue: JobQueue;
  readonly clock: Clock;
}

/** Ask a store or a queue: one that rejects is out of reach, which is an answer. */
export const reached = async <T, E>(ask: () => Promise<Result<T, E>>): Promise<Result<T, E | Problem<'store-unavailable'>>> => {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof BillingInvariantError) throw error;
    return err({ code: 'store-unavailable', facts: { reason: excerpt(error instanceof Error ? error.message : error) } });
  }
};
