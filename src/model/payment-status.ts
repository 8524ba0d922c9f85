/** What a payment through a gateway may be in. */
export const PAYMENT_STATUSES = ['created', 'authorized', 'succeeded', 'partlyRefunded', 'refunded', 'canceled', 'failed'] as const;
export type PaymentStatus = (typeof PAYMENT_STATUSES)[number];

/** What a refund may be in. Only `succeeded` lowers what was paid. */
export const REFUND_STATUSES = ['pending', 'succeeded', 'failed'] as const;
export type RefundStatus = (typeof REFUND_STATUSES)[number];

/**
 * Which status of a payment may follow which at once: the one table by which everything judges, gateway, sandbox, flow and contract.
 *
 * - `created`: the payer may still pay. An attempt that failed but may be made again leaves the payment here.
 * - `authorized`: the money is held; nothing is paid yet.
 * - `succeeded`: the money is paid; this alone posts it.
 * - `canceled`, `failed`: nothing was paid and nothing will be.
 */
export const PAYMENT_TRANSITIONS: Readonly<Record<PaymentStatus, readonly PaymentStatus[]>> = {
  created: ['authorized', 'succeeded', 'canceled', 'failed'],
  authorized: ['succeeded', 'canceled', 'failed'],
  succeeded: ['partlyRefunded', 'refunded'],
  partlyRefunded: ['refunded'],
  refunded: [],
  canceled: [],
  failed: [],
};

/** The same of refunds. */
export const REFUND_TRANSITIONS: Readonly<Record<RefundStatus, readonly RefundStatus[]>> = {
  pending: ['succeeded', 'failed'],
  succeeded: [],
  failed: [],
};

/**
 * What it means to see a status after another one. Notifications are lost and come in any order, so a status may be several steps on
 * (`forward`), or a step that was passed already (`past`); `impossible` is neither, and somebody must look at it.
 */
export type SeenStep = 'same' | 'forward' | 'past' | 'impossible';

const reaches = <S extends string>(table: Readonly<Record<S, readonly S[]>>, from: S, to: S): boolean =>
  table[from].some((next) => next === to || reaches(table, next, to));

const judged = <S extends string>(table: Readonly<Record<S, readonly S[]>>, from: S, to: S): SeenStep => {
  if (from === to) return 'same';
  if (reaches(table, from, to)) return 'forward';
  return reaches(table, to, from) ? 'past' : 'impossible';
};

/** Judge a status of a payment that is seen after another. @example paymentStep('succeeded', 'authorized') //=> 'past' */
export const paymentStep = (from: PaymentStatus, to: PaymentStatus): SeenStep => judged(PAYMENT_TRANSITIONS, from, to);

/** Judge a status of a refund that is seen after another. @example refundStep('failed', 'succeeded') //=> 'impossible' */
export const refundStep = (from: RefundStatus, to: RefundStatus): SeenStep => judged(REFUND_TRANSITIONS, from, to);

/** Was the money paid, whatever was given back since? */
export const isPaid = (status: PaymentStatus): boolean => status === 'succeeded' || reaches(PAYMENT_TRANSITIONS, 'succeeded', status);
