import { z } from 'zod';
import { readingRecord } from './meter-records';
import { paymentRecord, refundRecord, unidentifiedPaymentRecord } from './money-records';
import { dayText, idText, moneyText, monthText, shortText } from './text-types';

/** A reading as its sender may tell it: what supersedes, withdraws or decides a fact is not his to say. */
export const incomingReading = readingRecord
  .pick({ meter: true, zone: true, value: true, takenOn: true, receivedOn: true, source: true, purpose: true, enteredAs: true, by: true })
  .extend({ house: idText.optional() });

/** A payment as its sender may tell it. */
export const incomingPayment = paymentRecord.pick({
  account: true,
  amount: true,
  paidOn: true,
  receivedOn: true,
  source: true,
  provider: true,
  period: true,
  services: true,
  purpose: true,
});

/** One payment for several accounts, as its sender may tell it. */
export const incomingPayments = z.strictObject({
  total: moneyText,
  paidOn: dayText,
  receivedOn: dayText.optional(),
  source: shortText.optional(),
  parts: z
    .array(incomingPayment.omit({ paidOn: true, receivedOn: true, source: true }))
    .min(1)
    .max(1000),
});

/** A refund as the host may tell it. */
export const incomingRefund = refundRecord.pick({ account: true, provider: true, amount: true, on: true, document: true });

/** Money whose account nobody knows, as its sender may tell it. */
export const unidentified = unidentifiedPaymentRecord.pick({ told: true, amount: true, paidOn: true, receivedOn: true, source: true });

/** Whose money it was, as somebody found. */
export const identification = z.strictObject({ payment: idText, account: idText, by: shortText, why: shortText });

/** What a person decides about a reading. */
export const readingDecision = z.strictObject({
  house: idText,
  reading: idText,
  verdict: readingRecord.shape.verdict.unwrap(),
  below: readingRecord.shape.below,
  by: shortText,
  why: shortText,
});

/** Which readings are asked for; other fields of a request are passed over. */
export const readingsRequest = z.object({ house: idText, month: monthText.optional(), account: z.string().optional() });

/** A month to be closed, and who closes it. */
export const closingRequest = z.object({
  house: idText,
  month: monthText,
  by: shortText,
  leaveUndecided: z.object({ by: shortText, why: shortText }).optional(),
});

/** Facts to be imported, each by a schema of its own. */
export const importedRecords = z.array(z.unknown());

/** How facts are imported. */
export const importOptions = z.object({ house: idText.optional() });
