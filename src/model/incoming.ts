import { readingRecord } from './meter-records';
import { paymentRecord } from './records';
import { idText } from './text-types';

/** A reading as its sender may tell it: what supersedes, withdraws or decides a fact is not his to say. */
export const incomingReading = readingRecord
  .pick({ meter: true, zone: true, value: true, takenOn: true, receivedOn: true, source: true, purpose: true, enteredAs: true, by: true })
  .extend({ house: idText.optional() });

/** A payment as its sender may tell it. */
export const incomingPayment = paymentRecord.pick({ account: true, amount: true, paidOn: true, receivedOn: true, source: true });
