import { asKopecks, type Kopecks } from '../kernel/money';
import type { Result } from '../kernel/result';
import type { PaymentRequest } from '../model/payment-request';
import type { PaymentState } from '../ports/payment-gateway';
import type { GatewayHarness } from './gateway-contract';

/** A sum with kopecks that no product of a decimal fraction with a hundred gives exactly. */
export const SUM = asKopecks(120_29);

/** A request for an order, as plain as can be unless told otherwise. */
export const order = (orderId: string, changes: Partial<PaymentRequest> = {}): PaymentRequest => ({
  idempotencyKey: `key-${orderId}`,
  orderId,
  amount: SUM,
  description: 'Квартплата за октябрь',
  method: 'any',
  saveMethod: false,
  capture: true,
  ...changes,
});

/** The value of a call that must go. */
export const went = async <T>(answer: Promise<Result<T, { readonly code: string }>>): Promise<T> => {
  const result = await answer;
  if (!result.ok) throw new Error(`the gateway answered ${result.error.code}`);
  return result.value;
};

/** Code of the problem, or `done`. */
export const codeOf = async (answer: Promise<Result<unknown, { readonly code: string }>>): Promise<string> => {
  const result = await answer;
  return result.ok ? 'done' : result.error.code;
};

/** An order that is paid. */
export const paidOrder = async ({ gateway, pay }: GatewayHarness, orderId: string, amount: Kopecks = SUM): Promise<PaymentState> => {
  const { gatewayPaymentId } = await went(gateway.create(order(orderId, { amount })));
  await pay(orderId, false);
  return went(gateway.getState({ gatewayPaymentId }));
};

/** A call with a key. */
export const keyed = <T extends object>(idempotencyKey: string, call: T): T & { readonly idempotencyKey: string } => ({
  idempotencyKey,
  ...call,
});
