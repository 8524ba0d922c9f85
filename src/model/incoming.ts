import { z } from 'zod';
import { readingRecord } from './meter-records';
import { paymentRecord } from './records';
import { idText, monthText, shortText } from './text-types';

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
