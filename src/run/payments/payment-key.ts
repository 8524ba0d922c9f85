import type { PaymentStatus } from '../../model/payment-status';
import type { PaymentIntent } from '../../ports/payment-intents';
import { sha256 } from '../digest';

/** What makes an event of a gateway one and the same, however often it is told. */
export interface EventIdentity {
  readonly gateway: string;
  readonly gatewayPaymentId: string;
  readonly status: PaymentStatus;
  readonly refundId?: string | undefined;
}

/** Key of an event: gateway, its payment, status, and the refund it is about. Ids of gateways are free texts, so it is a digest. */
export const eventKey = ({ gateway, gatewayPaymentId, status, refundId }: EventIdentity): string =>
  sha256(JSON.stringify([gateway, gatewayPaymentId, status, refundId ?? null]));

/** Key under which the journal takes a payment: that of the one event that pays it. */
export const paymentKey = ({ gateway, orderId, gatewayPaymentId }: PaymentIntent): string =>
  eventKey({ gateway, gatewayPaymentId: gatewayPaymentId ?? orderId, status: 'succeeded' });

/** Id of the fact that a refund makes. */
export const refundFact = (intent: PaymentIntent, refundId: string): string =>
  `refund-${eventKey({ gateway: intent.gateway, gatewayPaymentId: intent.gatewayPaymentId ?? '', status: 'refunded', refundId }).slice(0, 40)}`;

/** Key under which the gateway is asked for a refund, by the key of the host. */
export const refundKey = ({ orderId }: PaymentIntent, key: string): string =>
  `refund-${sha256(JSON.stringify([orderId, key])).slice(0, 40)}`;
