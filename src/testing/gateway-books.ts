import { type Kopecks, sumMoney } from '../kernel/money';
import { invariant } from '../kernel/result';
import type { PaymentRequest, SavedChargeRequest } from '../model/payment-request';
import { PAYMENT_TRANSITIONS, type PaymentStatus } from '../model/payment-status';
import type { GatewayEvent, PaymentState, RefundState } from '../ports/payment-gateway';

/** A payment as the sandbox keeps it. */
export interface Kept {
  state: PaymentState;
  readonly request: PaymentRequest | SavedChargeRequest;
}

/** Take a payment on, along the table. */
export const go = (kept: Kept, status: PaymentStatus, more: Partial<PaymentState> = {}): void => {
  invariant(PAYMENT_TRANSITIONS[kept.state.status].includes(status) || kept.state.status === status, 'the sandbox keeps to the table');
  const { action: _done, ...rest } = kept.state;
  kept.state = { ...rest, status, ...more };
};

/** What is told of a payment. */
export const eventOf = ({ state }: Kept, refund?: RefundState): GatewayEvent => {
  const { gatewayPaymentId, orderId, status, amount, currency, paidAt, savedMethod } = state;
  return {
    gatewayPaymentId,
    orderId,
    status,
    amount,
    currency,
    ...(refund === undefined ? {} : { refund }),
    ...(paidAt === undefined ? {} : { paidAt }),
    ...(savedMethod === undefined ? {} : { savedMethod }),
  };
};

/** What was given back, or is on its way. */
export const refundsOf = (kept: Kept): Kopecks =>
  sumMoney(kept.state.refunds.filter(({ status }) => status !== 'failed').map(({ amount }) => amount));

/** Put a refund, or its new status, into its payment. */
export const withRefund = (kept: Kept, refund: RefundState): void => {
  const known = kept.state.refunds.some(({ refundId }) => refundId === refund.refundId);
  const refunds = known
    ? kept.state.refunds.map((one) => (one.refundId === refund.refundId ? refund : one))
    : [...kept.state.refunds, refund];
  const given = sumMoney(refunds.filter(({ status }) => status === 'succeeded').map(({ amount }) => amount));
  const status = given === 0 ? kept.state.status : given === kept.state.amount ? 'refunded' : 'partlyRefunded';
  go(kept, status, { refunds });
};
