import { addDays, dayOfInstant, monthNumber, monthsThrough } from '../kernel/calendar';
import type { BenefitRecord } from '../model/benefit-records';
import type { HouseFacts } from '../model/facts';
import type { AccountRow } from './holders';
import type { PricedMonth } from './prices';

/** Month (counted) since which a version of a benefit is known; a later version is known since it was told, not since its document came. */
const knownSince = ({ receivedOn, knownAt, supersedes }: BenefitRecord): number => {
  const told = knownAt === undefined ? undefined : dayOfInstant(knownAt);
  const day = supersedes === undefined ? (receivedOn ?? told) : (told ?? receivedOn);
  return day === undefined ? Number.NEGATIVE_INFINITY : monthNumber(day);
};

interface Version {
  readonly benefit: BenefitRecord;
  /** Months (counted) `[since, until)` in which it stood. */
  readonly since: number;
  readonly until: number;
}

/** Every version of the benefits of a house, those too that a later one mended or withdrew. */
const versionsOf = ({ benefits, mended }: HouseFacts): readonly Version[] => [
  ...benefits.benefits.map((benefit) => ({ benefit, since: knownSince(benefit), until: Number.POSITIVE_INFINITY })),
  ...mended.flatMap(({ was, knownAt }) =>
    was.kind === 'benefit' ? [{ benefit: was, since: knownSince(was), until: monthNumber(dayOfInstant(knownAt)) }] : [],
  ),
];

/** Has the house benefits, or had it any? Others pay nothing for them. */
export const hasBenefits = ({ benefits, mended }: HouseFacts): boolean =>
  benefits.benefits.length > 0 || mended.some(({ was }) => was.kind === 'benefit');

/** Is the benefit one of an account? A benefit of a premises is that of the account that holds it. */
const isBenefitOf = ({ account: number, premises: id }: BenefitRecord, { account, premises }: AccountRow): boolean =>
  number === undefined
    ? premises.premises.id === id && account.share === undefined
    : account.number === number || account.aliases.includes(number);

/** Benefits of an account in a month, as known when it is asked, in order of their first days and ids. */
export const benefitsOf = (facts: HouseFacts, context: PricedMonth, row: AccountRow): readonly BenefitRecord[] =>
  versionsOf(facts)
    .filter(({ since, until, benefit }) => since <= context.through && context.through < until && isBenefitOf(benefit, row))
    .map(({ benefit }) => benefit)
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.id < b.id ? -1 : 1));

/** Months that a benefit touches through one of them, counted. */
export const benefitMonths = ({ from, to }: BenefitRecord, through: number): readonly number[] =>
  monthsThrough(monthNumber(from), to === null ? through : Math.min(through, monthNumber(addDays(to, -1))));

/** Tell which earlier months a benefit changes whose document came in this one. */
export const lateBenefits = (facts: HouseFacts, context: PricedMonth): void => {
  if (context.through !== context.number || !hasBenefits(facts)) return;
  for (const { benefit, since } of versionsOf(facts)) {
    if (benefit.supersedes !== undefined || since !== context.number) continue;
    const months = benefitMonths(benefit, context.number - 1);
    if (months.length > 0)
      for (const premises of premisesOfBenefit(facts, benefit)) context.findings.push({ premises, months, cause: benefit.id });
  }
};

/** Indices of the premises of a benefit. */
export const premisesOfBenefit = ({ premises }: HouseFacts, { account, premises: id }: BenefitRecord): readonly number[] =>
  premises.flatMap((one, index) =>
    (
      account === undefined
        ? one.premises.id === id
        : one.accounts.some(({ number, aliases }) => number === account || aliases.includes(account))
    )
      ? [index]
      : [],
  );
