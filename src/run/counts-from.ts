import { type Day, firstDay, type Instant, type Month, monthOf } from '../kernel/calendar';
import type { FactRecord } from '../model/records';

/** The month a fact counts from; `null` when it has no day of its own (a house, a provider). */
export const countsFrom = (record: FactRecord): Month | null => {
  switch (record.kind) {
    case 'service':
    case 'commonTerms':
    case 'account':
    case 'resident':
      return monthOf(record.from);
    case 'premises':
      return earliest(record.areas.map((area) => area.from));
    case 'meter':
    case 'houseMeter':
      return monthOf(record.commissionedOn);
    case 'reading':
      return monthOf(record.receivedOn ?? record.takenOn);
    case 'act':
      return monthOf(record.on);
    case 'absence':
      return monthOf(record.appliedOn);
    case 'incident':
      return monthOf(record.recordedOn);
    case 'tariff':
    case 'normative':
      return earliest(record.entries.map((entry) => entry.from));
    case 'heatingTerritory':
      return earliest(record.modes.map((mode) => mode.from));
    case 'heatAllocators':
      return record.to;
    case 'correction':
    case 'openingSaldo':
    case 'houseVolume':
    case 'wasteRemoval':
      return record.month;
    case 'payment':
    case 'unidentifiedPayment':
      return monthOf(record.receivedOn ?? record.paidOn);
    case 'paidWork':
      return monthOf(record.receivedOn ?? record.on);
    case 'prepaid':
      return monthOf(record.cancelled?.receivedOn ?? record.cancelled?.on ?? record.receivedOn ?? record.from);
    case 'housingDefect':
    case 'benefit':
      return monthOf(record.receivedOn ?? record.from);
    case 'instalment':
      return monthOf(record.endedOn ?? record.grantedOn);
    case 'repaymentAgreement':
    case 'reconciliation':
      return monthOf(record.agreedOn);
    case 'debtEvent':
      return monthOf(record.ended?.on ?? record.on);
    case 'restriction':
      return monthOf(record.deliveredOn ?? record.on);
    case 'penaltyExemption':
      return monthOf(record.from);
    case 'refund':
    case 'accountSuccession':
      return monthOf(record.on);
    case 'subsidy':
      return record.receivedOn === undefined ? record.from : monthOf(record.receivedOn);
    case 'house':
    case 'heatingTerms':
    case 'provider':
      return null;
  }
};

const earliest = (days: readonly Day[]): Month | null => {
  const [first] = [...days].sort();
  return first === undefined ? null : monthOf(first);
};

/**
 * When a fact that does not say so became known: at the beginning of the month it counts from, but not later than now; now, when that
 * month is closed already, for then nobody knew it in time.
 */
export const knownSince = (month: Month | null, now: Instant, isClosed: boolean): Instant => {
  if (month === null || isClosed) return now;
  const start = `${firstDay(month)}T00:00:00.000Z` as Instant;
  return start < now ? start : now;
};
