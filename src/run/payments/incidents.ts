import { canonicalJson } from '../../kernel/canonical-json';
import type { Problem } from '../../kernel/problem';
import type { PaymentIntent } from '../../ports/payment-intents';

/** An intent with incidents, each once. */
export const withIncidents = (intent: PaymentIntent, more: readonly Problem[]): PaymentIntent => {
  const known = new Set(intent.incidents.map(canonicalJson));
  const fresh = more.filter((problem) => !known.has(canonicalJson(problem)));
  return fresh.length === 0 ? intent : { ...intent, incidents: [...intent.incidents, ...fresh] };
};
