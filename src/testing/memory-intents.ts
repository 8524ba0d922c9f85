import { invariant } from '../kernel/result';
import { byCodePoints } from '../kernel/text-order';
import type { PaymentIntent, PaymentIntents } from '../ports/payment-intents';
import { kept } from './kept';

/** Intents of payments in memory: the whole contract, except that nothing outlives the process. */
export const createMemoryIntents = (): PaymentIntents => {
  const intents = new Map<string, PaymentIntent>();
  return {
    add: async (intent) => {
      const before = intents.get(intent.orderId);
      if (before !== undefined) return before;
      intents.set(intent.orderId, kept(intent));
      return kept(intent);
    },
    find: async (orderId) => intents.get(orderId) ?? null,
    replace: async (intent) => {
      const before = intents.get(intent.orderId);
      invariant(before !== undefined, 'only an intent that was added is replaced');
      if (before.version + 1 !== intent.version) return false;
      intents.set(intent.orderId, kept(intent));
      return true;
    },
    unsettled: async (after, limit) =>
      [...intents.values()]
        .filter(({ orderId, settled }) => !settled && (after === null || byCodePoints(orderId, after) > 0))
        .sort((a, b) => byCodePoints(a.orderId, b.orderId))
        .slice(0, limit),
  };
};
