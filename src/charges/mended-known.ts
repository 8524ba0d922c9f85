import { monthsOf } from '../consumption/absence';
import { incidentMonths } from '../consumption/incident-time';
import { type Day, dayOfInstant, monthNumber } from '../kernel/calendar';
import type { HouseFacts } from '../model/facts';
import type { PaidWorkRecord, PrepaidRecord } from '../model/housing-records';
import type { EventRecord } from '../model/mended';
import type { AccountRecord } from '../model/records';
import { benefitMonths, premisesOfBenefit } from './benefits-known';
import { withFlats } from './house-volumes';
import { cancelledBilledIn, chargedIn, defectMonths, prepaidBilledIn, workBilledIn } from './housing-known';
import type { PricedMonth } from './prices';

/**
 * Tell what was mended or withdrawn this month: the earlier months that the fact touched, and those that it touches now, are charged anew. What it
 * was charged with before is in their bills.
 */
export const noteMended = (facts: HouseFacts, context: PricedMonth): void => {
  if (context.through !== context.number) return;
  for (const { was, now, knownAt } of facts.mended) {
    if (monthNumber(dayOfInstant(knownAt)) !== context.number) continue;
    for (const record of now === null ? [was] : [was, now]) {
      const months = monthsTouched(facts, record, context.number).filter((month) => month < context.number);
      if (months.length > 0) for (const premises of premisesOf(facts, record)) context.findings.push({ premises, months, cause: was.id });
    }
  }
};

/** Months whose charges a fact changes, counted. */
const monthsTouched = (facts: HouseFacts, record: EventRecord, through: number): readonly number[] => {
  switch (record.kind) {
    case 'absence':
      return monthsOf(record);
    case 'incident':
      return incidentMonths(record);
    case 'wasteRemoval':
      return [monthNumber(record.month)];
    case 'housingDefect':
      return defectMonths(record);
    case 'benefit':
      return benefitMonths(record, through);
    case 'paidWork': {
      const account = accountOf(facts, record);
      return account === undefined ? [] : [chargedIn(facts, account, record.on, workBilledIn(record))];
    }
    case 'prepaid': {
      const account = accountOf(facts, record);
      if (account === undefined) return [];
      const begun = chargedIn(facts, account, record.from, prepaidBilledIn(record));
      const ended = cancelledBilledIn(record);
      return record.cancelled === undefined || ended === null ? [begun] : [begun, chargedIn(facts, account, record.cancelled.on, ended)];
    }
  }
};

/** Indices of the premises whose charges a fact changes. */
const premisesOf = (facts: HouseFacts, record: EventRecord): Iterable<number> => {
  const where = (test: (index: number) => boolean): ReadonlySet<number> => {
    const found = new Set(facts.premises.flatMap((_, index) => (test(index) ? [index] : [])));
    return withFlats(facts, found) ?? found;
  };
  const idOf = (index: number): string => facts.premises[index]?.premises.id ?? '';
  switch (record.kind) {
    case 'absence':
      return where((index) => idOf(index) === record.premises);
    case 'benefit':
      return premisesOfBenefit(facts, record);
    case 'paidWork':
    case 'prepaid':
      return where((index) => facts.premises[index]?.accounts.includes(accountOf(facts, record) as AccountRecord) === true);
    case 'wasteRemoval':
      return where((index) => record.premises === undefined || idOf(index) === record.premises);
    default:
      return where((index) => record.premises === undefined || record.premises.includes(idOf(index)));
  }
};

/** The account that a work or a prepaid service is charged to: named, or open in the premises on the day of the work. */
const accountOf = ({ premises }: HouseFacts, record: PaidWorkRecord | PrepaidRecord): AccountRecord | undefined => {
  const { account } = record;
  const all = premises.flatMap(({ accounts, premises: { id } }) => accounts.map((one) => ({ one, id })));
  const here = (one: AccountRecord, day: Day): boolean => one.from <= day && (one.to === null || day < one.to);
  return all.find(({ one, id }) =>
    account === undefined
      ? 'premises' in record && record.premises === id && one.share === undefined && here(one, record.on)
      : one.id === account || one.number === account,
  )?.one;
};
