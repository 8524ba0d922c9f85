import type { Instant } from '../kernel/calendar';
import type { Kopecks } from '../kernel/money';
import type { Problem } from '../kernel/problem';
import type { Result } from '../kernel/result';
import type {
  FiscalReceiptRequest,
  GatewayCapabilities,
  PaymentRequest,
  PaymentRequestProblem,
  SavedChargeRequest,
} from '../model/payment-request';
import type { PaymentStatus, RefundStatus } from '../model/payment-status';

/**
 * What a gateway refuses; when several apply, the first of this order is answered:
 *
 * - what {@link PaymentRequestProblem} names: the request itself is wrong, nothing was sent;
 * - `gateway-unavailable`: no answer came. The outcome is **unknown**: repeat with the same key, or ask the state;
 * - `idempotency-conflict`: the key, or the order id, was used for another request;
 * - `payment-unknown`: the gateway has no such payment;
 * - `saved-method-unknown`: the token is not known, or was revoked;
 * - `payment-state`: the payment is not in a status that allows this (`status`);
 * - `refund-too-large`: more than is left of the payment (`left`);
 * - `gateway-refused`: the gateway said no for a reason of its own (`reason`): nothing was done.
 *
 * A payment that the payer's bank declined is none of these: it is a payment with the status `failed`.
 */
export type GatewayProblem =
  | PaymentRequestProblem
  | Problem<
      | 'gateway-unavailable'
      | 'idempotency-conflict'
      | 'payment-unknown'
      | 'saved-method-unknown'
      | 'payment-state'
      | 'refund-too-large'
      | 'gateway-refused'
    >;

/** Why a notification is not believed: its bytes cannot be read, are too many, or are not signed by the gateway. */
export type NotificationProblem = Problem<'notification-format' | 'notification-forged'>;

/** What every method answers. A promise that rejects is taken for `gateway-unavailable`. */
export type GatewayAnswer<T, E = GatewayProblem> = Promise<Result<T, E>>;

/** A refund as the gateway knows it. */
export interface RefundState {
  readonly refundId: string;
  readonly amount: Kopecks;
  readonly status: RefundStatus;
}

/** What the payer must do next. */
export type PayerAction =
  | { readonly kind: 'redirect'; readonly url: string }
  | { readonly kind: 'qr'; readonly payload: string }
  | { readonly kind: 'acs'; readonly url: string; readonly fields: Readonly<Record<string, string>> };

/** A payment as the gateway knows it. */
export interface PaymentState {
  readonly gatewayPaymentId: string;
  readonly orderId: string;
  readonly status: PaymentStatus;
  /** What is to be paid, or was. */
  readonly amount: Kopecks;
  /** ISO 4217: `RUB`. */
  readonly currency: string;
  /** Every refund, in the order they were made. */
  readonly refunds: readonly RefundState[];
  /** When it was paid, where the gateway tells it. */
  readonly paidAt?: Instant;
  readonly action?: PayerAction;
  /** The saved card or account, where one was asked for and paid with. */
  readonly savedMethod?: { readonly token: string; readonly title: string };
  /** Why it failed, in the gateway's words. */
  readonly reason?: string;
}

/** A request of a gateway as it came: **raw bytes**, because a parsed body cannot be verified. */
export interface RawNotification {
  readonly method: string;
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly remoteIp?: string;
}

/** What a notification tells. */
export interface GatewayEvent {
  readonly gatewayPaymentId: string;
  readonly orderId: string;
  readonly status: PaymentStatus;
  readonly amount: Kopecks;
  readonly currency: string;
  /** The refund that it is about. */
  readonly refund?: RefundState;
  readonly paidAt?: Instant;
  readonly savedMethod?: { readonly token: string; readonly title: string };
}

/** What the gateway's server gets back. */
export interface GatewayReply {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** A notification that could be read. */
export interface ReadNotification {
  /** How we know that it is the gateway's. Without `signature` the state is asked before anything is posted. */
  readonly verified: 'signature' | 'ip' | 'none';
  readonly event: GatewayEvent;
  /** The event does not tell all: the state is asked though it is signed. */
  readonly mustConfirmByApi: boolean;
  /** What tells the gateway that it need not repeat. */
  readonly reply: GatewayReply;
}

/** A refund to be made. */
export interface RefundRequest {
  readonly idempotencyKey: string;
  readonly gatewayPaymentId: string;
  readonly amount: Kopecks;
  readonly receipt?: FiscalReceiptRequest;
  readonly reason?: string;
}

/** Whose state is asked: by the gateway's id, or by ours where it can (`statusByOwnId`). */
export type PaymentRef = { readonly gatewayPaymentId: string } | { readonly orderId: string };

/**
 * A gateway that takes money («эквайер»). Money is whole kopecks; text such as `120.25` is made of them with integers (`roublesText`).
 * Statuses go only along `PAYMENT_TRANSITIONS`. Every call that moves money has a key: the same key and request again has no second
 * effect and answers the payment as it stands. `gatewayContract` of `saldo/testing` holds an adapter to all this.
 */
export interface PaymentGateway {
  /** Names the gateway in keys of payments: never changes. */
  readonly id: string;
  readonly caps: GatewayCapabilities;
  /** Make a payment that the payer confirms. An order id has one payment. */
  create(request: PaymentRequest): GatewayAnswer<PaymentState>;
  /** Charge a saved card or account. */
  chargeSaved(request: SavedChargeRequest): GatewayAnswer<PaymentState>;
  /** Take money that is held; a smaller `amount` than the one held sets the rest free. */
  capture(request: {
    readonly idempotencyKey: string;
    readonly gatewayPaymentId: string;
    readonly amount: Kopecks;
  }): GatewayAnswer<PaymentState>;
  /** Give up a payment that is not paid, or set held money free. */
  cancel(request: { readonly idempotencyKey: string; readonly gatewayPaymentId: string }): GatewayAnswer<PaymentState>;
  /** Give paid money back, whole or in part. */
  refund(request: RefundRequest): GatewayAnswer<RefundState>;
  /** The payment as it stands. */
  getState(ref: PaymentRef): GatewayAnswer<PaymentState>;
  /** Read and verify a notification. It changes nothing: the same bytes again give the same answer. */
  readNotification(raw: RawNotification): GatewayAnswer<ReadNotification, NotificationProblem>;
}
