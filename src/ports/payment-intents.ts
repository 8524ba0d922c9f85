import type { Day, Instant } from '../kernel/calendar';
import type { Kopecks } from '../kernel/money';
import type { Problem } from '../kernel/problem';
import type { FiscalReceiptRequest, PaymentRequest, SavedChargeRequest } from '../model/payment-request';
import type { PaymentStatus, RefundStatus } from '../model/payment-status';

/** What a refund was asked with. */
export interface RefundAsked {
  readonly key: string;
  readonly reason?: string;
  readonly receipt?: FiscalReceiptRequest;
}

/** A refund of an intent. */
export interface IntentRefund {
  /** `null` when it was not asked by us: the gateway told of it. */
  readonly asked: RefundAsked | null;
  /** The gateway's id, once it is known. */
  readonly refundId: string | null;
  readonly amount: Kopecks;
  readonly status: RefundStatus;
  /** Its place among the refunds that succeeded and the moment it was seen: they fix the fact that it makes. */
  readonly succeeded: { readonly place: number; readonly at: Instant } | null;
  /** Id of the fact in the journal, once it is posted. */
  readonly fact: string | null;
}

/** A payment that we asked for, and all that is known of it. It is plain JSON. */
export interface PaymentIntent {
  readonly orderId: string;
  /** Counts the changes: 1 for the first. */
  readonly version: number;
  readonly gateway: string;
  readonly house: string;
  /** The account's own number. */
  readonly account: string;
  /** Where the money comes from, as the fact of the payment says it. */
  readonly source: string;
  /** What the gateway was asked, so that it can be asked the same again. */
  readonly request: PaymentRequest | SavedChargeRequest;
  readonly createdAt: Instant;
  readonly gatewayPaymentId: string | null;
  readonly status: PaymentStatus;
  /** The day of the payment: fixed when it is first seen to be paid. */
  readonly paidOn: Day | null;
  /** Id of the payment among the facts, once it is in the journal. */
  readonly payment: string | null;
  readonly refunds: readonly IntentRefund[];
  /** Keys of the events that were taken in. */
  readonly seen: readonly string[];
  /** What somebody must look at. */
  readonly incidents: readonly Problem[];
  /** Token of the saved card or account. */
  readonly savedMethod: { readonly token: string; readonly title: string } | null;
  /** The gateway never heard of it, long after it was asked. Should it tell of the payment after all, it is taken as any other. */
  readonly abandoned: boolean;
  /** Nothing is awaited any more: the gateway need not be asked. */
  readonly settled: boolean;
}

/** Where intents are kept. Reads that cannot be answered, and writes that may not have been kept, reject. */
export interface PaymentIntents {
  /** Keep a new intent; when the order is there already, nothing is written. @returns what is kept now */
  add(intent: PaymentIntent): Promise<PaymentIntent>;
  find(orderId: string): Promise<PaymentIntent | null>;
  /** Put a changed intent in the place of the version before it. @returns `false` when another version is kept, and nothing is written */
  replace(intent: PaymentIntent): Promise<boolean>;
  /** Intents with something awaited, in order of their ids by code points; at most `limit` after `after`. */
  unsettled(after: string | null, limit: number): Promise<readonly PaymentIntent[]>;
}
