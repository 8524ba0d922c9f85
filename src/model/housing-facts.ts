import { overlaps } from '../kernel/interval';
import { byText } from '../kernel/text-order';
import { type AssemblyProblem, factPlace as at } from './assembly-problem';
import type { Groups } from './fact-groups';
import { byId } from './fact-order';
import type { HousingFacts, PremisesFacts } from './facts';
import type { AccountRecord, FactRecord } from './records';

const isOpen = (account: AccountRecord, day: string): boolean => account.from <= day && (account.to === null || day < account.to);

/** Works, prepaid services and poor quality of one house; each stands on an account that is open on its day; a service may end with the account. */
export const housingFacts = (
  house: string,
  premises: readonly PremisesFacts[],
  groups: Groups,
  numbers: ReadonlyMap<string, AccountRecord>,
  problems: AssemblyProblem[],
): HousingFacts => {
  const defects = groups.defects.get(house) ?? [];
  if (groups.works.length + groups.prepaid.length + defects.length === 0) return NOTHING;
  const own = new Map(premises.map((one) => [one.premises.id, one]));
  const known = (number: string): AccountRecord | undefined => {
    const account = numbers.get(number);
    return account !== undefined && own.has(account.premises) ? account : undefined;
  };
  const outside = (record: FactRecord, value: string, day: string): void => {
    problems.push({ code: 'paid-outside-account', at: at(record), value, facts: { day } });
  };
  const works = groups.works.flatMap((work): HousingFacts['works'] => {
    if (work.account === undefined) {
      const place = own.get(work.premises ?? '');
      if (place === undefined) return [];
      const holder = place.accounts.find((account) => account.share === undefined && isOpen(account, work.on));
      if (holder === undefined) outside(work, work.premises ?? '', work.on);
      return holder === undefined ? [] : [{ ...work, account: holder.number }];
    }
    const account = known(work.account);
    if (account === undefined) return [];
    if (!isOpen(account, work.on)) outside(work, work.account, work.on);
    return [{ ...work, account: account.number }];
  });
  const prepaid = groups.prepaid.flatMap((one): HousingFacts['prepaid'] => {
    const account = known(one.account);
    if (account === undefined) return [];
    const cancelled = one.cancelled?.on;
    if (!isOpen(account, one.from)) outside(one, one.account, one.from);
    else if (cancelled !== undefined && cancelled !== account.to && !isOpen(account, cancelled)) outside(one, one.account, cancelled);
    return [{ ...one, account: account.number }];
  });
  checkPeriods(prepaid, problems);
  return { works: works.sort(byId), prepaid: prepaid.sort(byId), defects: [...defects].sort(byId) };
};

const NOTHING: HousingFacts = { works: [], prepaid: [], defects: [] };

/** Periods of one prepaid service of an account follow one another; a period that was cancelled ends on that day. */
const checkPeriods = (prepaid: HousingFacts['prepaid'], problems: AssemblyProblem[]): void => {
  const sorted = [...prepaid].sort(
    (a, b) => byText(a.account, b.account) || byText(a.item, b.item) || byText(a.from, b.from) || byId(a, b),
  );
  for (const [index, one] of sorted.entries()) {
    const before = sorted[index - 1];
    if (before === undefined || before.account !== one.account || before.item !== one.item) continue;
    if (overlaps({ from: before.from, to: before.cancelled?.on ?? before.to }, one))
      problems.push({ code: 'prepaid-overlap', at: at(one), value: one.item, facts: { account: one.account, other: before.id } });
  }
};
