import type { Problem } from '../../kernel/problem';
import type { GatewayAnswer, PaymentState, RawNotification } from '../../ports/payment-gateway';
import type { PaymentIntent } from '../../ports/payment-intents';
import { type Answer, answered, refused } from '../edge';
import { takenIn } from './fulfil';
import { guardedPorts, type PaymentPorts } from './payment-edge';
import { type ReceivedNotification, receiveNotification } from './receive-notification';
import { type RefundStart, refundPayment } from './refund-payment';
import { checkPayment, type SettledPayments, type SettleRequest, settlePending } from './settle-pending';
import { type PaymentStart, type StartedPayment, startPayment } from './start-payment';

/** Payments through a gateway: each one that succeeded stands in the journal once. */
export interface Payments {
  /** {@link startPayment} */
  start(payment: PaymentStart): Answer<StartedPayment>;
  /** {@link receiveNotification} */
  receive(raw: RawNotification): Answer<ReceivedNotification>;
  /** Take money that is held, all of it. */
  capture(orderId: string): Answer<PaymentIntent>;
  /** Give up a payment that is not paid. */
  cancel(orderId: string): Answer<PaymentIntent>;
  /** {@link refundPayment} */
  refund(refund: RefundStart): Answer<PaymentIntent>;
  /** {@link checkPayment} */
  check(orderId: string, request: SettleRequest): Answer<PaymentIntent>;
  /** {@link settlePending} */
  settlePending(request: SettleRequest): Answer<SettledPayments>;
}

/**
 * Put payments over an engine and a gateway.
 *
 * @example
 * const payments = createPayments({ saldo, store, gateway, intents, clock, dayOf, source: 'сайт' });
 * const started = await payments.start({ orderId: 'order-1', account: '590001', amount, description: 'Октябрь', method: 'any', saveMethod: false, capture: true });
 */
export const createPayments = (given: PaymentPorts): Payments => {
  const ports = guardedPorts(given);
  const { gateway } = ports;
  return {
    start: (payment) => answered(() => startPayment(ports, payment)),
    receive: (raw) => answered(() => receiveNotification(ports, raw)),
    capture: (orderId) =>
      answered(() =>
        steered(ports, orderId, ({ gatewayPaymentId, amount }) =>
          gateway.capture({ idempotencyKey: `capture-${orderId}`, gatewayPaymentId, amount }),
        ),
      ),
    cancel: (orderId) =>
      answered(() =>
        steered(ports, orderId, ({ gatewayPaymentId }) => gateway.cancel({ idempotencyKey: `cancel-${orderId}`, gatewayPaymentId })),
      ),
    refund: (refund) => answered(() => refundPayment(ports, refund)),
    check: (orderId, request) => answered(() => checkPayment(ports, orderId, request)),
    settlePending: (request) => answered(() => settlePending(ports, request)),
  };
};

const steered = async (
  ports: PaymentPorts,
  orderId: string,
  ask: (payment: Pick<PaymentState, 'gatewayPaymentId' | 'amount'>) => GatewayAnswer<PaymentState, Problem>,
): Answer<PaymentIntent> => {
  const intent = await ports.intents.find(orderId);
  if (intent === null) return refused({ code: 'payment-unknown', value: orderId });
  const { gatewayPaymentId, request, status } = intent;
  if (gatewayPaymentId === null) return refused({ code: 'payment-state', value: orderId, facts: { status } });
  const state = await ask({ gatewayPaymentId, amount: request.amount });
  if (!state.ok) return refused(state.error);
  return takenIn(ports, orderId, { ...state.value, key: null });
};
