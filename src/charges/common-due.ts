import { addDays, type Day, lastDay, type Month, monthOf } from '../kernel/calendar';
import type { CommonTermsRecord } from '../model/common-records';
import type { HouseFacts } from '../model/facts';
import type { ActTrueUp } from '../model/house-act';
import type { MeteredService } from '../model/services';
import type { PricedMonth } from './prices';

/** Which months are trued up in this one, and as which share. */
export interface Due {
  readonly why: ActTrueUp['why'];
  readonly months: readonly Month[];
  /** The shares `first … last` of `of` are posted now. */
  readonly first: number;
  readonly last: number;
  readonly of: number;
}

const yearOf = (month: Month): number => Number(month.slice(0, 4));
const yearMonths = (year: number): readonly Month[] =>
  Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}` as Month);

/** Day on which the terms end for good: the method changes, or the provider stops. `null` while they go on. */
const endOf = (facts: HouseFacts, terms: CommonTermsRecord): { readonly why: 'method' | 'end'; readonly day: Day } | null => {
  if (terms.to === null) return null;
  const next = facts.common.terms.find((one) => one.service === terms.service && one.from === terms.to && one.provider === terms.provider);
  if (next === undefined) return { why: 'end', day: terms.to };
  return next.method === terms.method ? null : { why: 'method', day: terms.to };
};

/** Year whose months are settled when the terms end; `null` while they go on. A method that changes on the first of January is settled with its year. */
const settledEarly = (facts: HouseFacts, terms: CommonTermsRecord): number | null => {
  const end = endOf(facts, terms);
  return end === null || (end.why === 'method' && end.day.endsWith('-01-01')) ? null : yearOf(monthOf(addDays(end.day, -1)));
};

const governing = (facts: HouseFacts, service: MeteredService, month: Month): CommonTermsRecord | undefined => {
  const day = lastDay(month);
  return facts.common.terms.find((one) => one.service === service && one.from <= day && (one.to === null || one.to > day));
};

/** What is trued up in a month: the year before in shares, a method that changed, a provider that leaves. */
export const dueIn = (facts: HouseFacts, context: PricedMonth, terms: CommonTermsRecord): readonly Due[] => {
  const { month } = context;
  const found: Due[] = [];
  const share = Number(month.slice(5, 7));
  const end = endOf(facts, terms);
  const leaves = end?.why === 'end' && monthOf(addDays(end.day, -1)) === month;
  const of = context.policies.commonTrueUpSpread === 'twelveShares' ? 12 : 1;
  if (of === 12 || share === 1) {
    const months = yearMonths(yearOf(month) - 1).filter((one) => {
      const then = governing(facts, terms.service, one);
      return then !== undefined && then.provider === terms.provider && settledEarly(facts, then) !== yearOf(one);
    });
    if (months.length > 0) found.push({ why: 'year', months, first: share, last: leaves ? of : share, of });
  }
  for (const one of facts.common.terms) {
    if (one.service !== terms.service || one.provider !== terms.provider) continue;
    const year = settledEarly(facts, one);
    if (year === null) continue;
    const over = endOf(facts, one) as { readonly why: 'method' | 'end'; readonly day: Day };
    const postedIn = over.why === 'end' ? monthOf(addDays(over.day, -1)) : monthOf(over.day);
    if (postedIn !== month) continue;
    const months = yearMonths(year).filter((each) => governing(facts, terms.service, each)?.id === one.id);
    if (months.length > 0) found.push({ why: over.why, months, first: 1, last: 1, of: 1 });
  }
  return found;
};
