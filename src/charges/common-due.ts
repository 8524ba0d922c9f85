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

/** Days on which one provider went on by one method, under however many terms renewed without a break. */
interface Spell {
  readonly provider: string;
  readonly method: CommonTermsRecord['method'];
  readonly from: Day;
  /** The day after the last; `null` goes on. */
  readonly to: Day | null;
}

const yearOf = (month: Month): number => Number(month.slice(0, 4));
const yearMonths = (year: number): readonly Month[] =>
  Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}` as Month);

/** Spells of a resource in order; the terms of a house stand in order of days. */
const spellsOf = (facts: HouseFacts, service: MeteredService): readonly Spell[] => {
  const spells: Spell[] = [];
  for (const { service: of, provider, method, from, to } of facts.common.terms) {
    if (of !== service) continue;
    const before = spells[spells.length - 1];
    if (before !== undefined && before.to === from && before.provider === provider && before.method === method)
      spells[spells.length - 1] = { ...before, to };
    else spells.push({ provider, method, from, to });
  }
  return spells;
};

/** How a spell ends for good: the method changes, or the provider stops. `null` while it goes on. */
const endOf = (spells: readonly Spell[], { provider, to }: Spell): { readonly why: 'method' | 'end'; readonly day: Day } | null =>
  to === null ? null : { why: spells.some((one) => one.from === to && one.provider === provider) ? 'method' : 'end', day: to };

/** Year whose months are settled when a spell ends; `null` while it goes on. A method that changes on the first of January is settled with its year. */
const settledEarly = (spells: readonly Spell[], spell: Spell): number | null => {
  const end = endOf(spells, spell);
  return end === null || (end.why === 'method' && end.day.endsWith('-01-01')) ? null : yearOf(monthOf(addDays(end.day, -1)));
};

const governing = (spells: readonly Spell[], month: Month): Spell | undefined => {
  const day = lastDay(month);
  return spells.find((one) => one.from <= day && (one.to === null || one.to > day));
};

/** What is trued up in a month: the year before in shares, a method that changed, a provider that leaves. */
export const dueIn = (facts: HouseFacts, context: PricedMonth, terms: CommonTermsRecord): readonly Due[] => {
  const { month } = context;
  const spells = spellsOf(facts, terms.service);
  const found: Due[] = [];
  const share = Number(month.slice(5, 7));
  const own = spells.filter(({ provider }) => provider === terms.provider);
  const left = own.flatMap((spell) => {
    const end = endOf(spells, spell);
    return end?.why === 'end' ? [monthOf(addDays(end.day, -1))] : [];
  });
  const leaves = left.includes(month);
  const settled = left.some((one) => one < month && yearOf(one) === yearOf(month));
  const of = context.policies.commonTrueUpSpread === 'twelveShares' ? 12 : 1;
  if (!settled && (of === 12 || share === 1)) {
    const months = yearMonths(yearOf(month) - 1).filter((one) => {
      const then = governing(spells, one);
      return then !== undefined && then.provider === terms.provider && settledEarly(spells, then) !== yearOf(one);
    });
    if (months.length > 0) found.push({ why: 'year', months, first: share, last: leaves ? of : share, of });
  }
  for (const spell of own) {
    const year = settledEarly(spells, spell);
    const end = endOf(spells, spell);
    if (year === null || end === null) continue;
    const postedIn = end.why === 'end' ? monthOf(addDays(end.day, -1)) : monthOf(end.day);
    if (postedIn !== month) continue;
    const months = yearMonths(year).filter((each) => governing(spells, each) === spell);
    if (months.length > 0) found.push({ why: end.why, months, first: 1, last: 1, of: 1 });
  }
  return found;
};
