import { byText } from '../kernel/text-order';
import { type AssemblyProblem, factPlace as at } from './assembly-problem';
import type { AccountSuccessionRecord } from './debt-records';
import type { Groups } from './fact-groups';
import { byId } from './fact-order';
import type { AccountRecord } from './records';

/** Successions of the accounts of one house, accounts by their present numbers, in order of their days: each fits its accounts, none leads back. */
export const successionsOf = (
  house: string,
  groups: Groups,
  numbers: ReadonlyMap<string, AccountRecord>,
  problems: AssemblyProblem[],
): readonly AccountSuccessionRecord[] => {
  const houseOf = (account: AccountRecord): string | undefined => groups.premises.get(account.premises)?.house;
  const list = groups.successions
    .flatMap((one): AccountSuccessionRecord[] => {
      const from = one.from.flatMap((number) => numbers.get(number) ?? []);
      const to = one.to.flatMap(({ account, parts }) => {
        const known = numbers.get(account);
        return known === undefined ? [] : [{ account: known, parts }];
      });
      const [first] = from;
      if (first === undefined || houseOf(first) !== house || from.length < one.from.length || to.length < one.to.length) return [];
      for (const account of [...from, ...to.map((each) => each.account)]) {
        const other = houseOf(account);
        if (other !== house && other !== undefined)
          problems.push({ code: 'succession-other-house', at: at(one), value: account.number, facts: { house: other } });
      }
      checkDays(
        one,
        from,
        to.map(({ account }) => account),
        problems,
      );
      return [{ ...one, from: from.map(({ number }) => number), to: to.map(({ account, parts }) => ({ account: account.number, parts })) }];
    })
    .sort((a, b) => byText(a.on, b.on) || byId(a, b));
  for (const one of list) checkShape(one, problems);
  checkChains(list, problems);
  return list;
};

/** How many accounts a reason takes. */
const checkShape = (one: AccountSuccessionRecord, problems: AssemblyProblem[]): void => {
  const [from, to] = [one.from.length, one.to.length];
  const named = [...one.from, ...one.to.map(({ account }) => account)];
  const fits =
    one.reason === 'ownerChange' ||
    (one.reason === 'split' ? from === 1 && to > 1 : one.reason === 'merge' ? from > 1 && to === 1 : from === 1 && to === 1);
  if (!fits || new Set(one.from).size < from || new Set(named.slice(from)).size < to)
    problems.push({ code: 'succession-shape', at: at(one), value: one.reason, facts: { from: String(from), to: String(to) } });
};

/** Former accounts are closed by the day, new ones are open on it. */
const checkDays = (
  one: AccountSuccessionRecord,
  from: readonly AccountRecord[],
  to: readonly AccountRecord[],
  problems: AssemblyProblem[],
): void => {
  const wrong = (account: AccountRecord): void => {
    const days = { account: account.number, from: account.from, ...(account.to === null ? {} : { to: account.to }) };
    problems.push({ code: 'succession-days', at: at(one), value: one.on, facts: days });
  };
  for (const account of from) if (account.to === null || account.to > one.on || account.from >= one.on) wrong(account);
  for (const account of to) if (account.from > one.on || (account.to !== null && account.to <= one.on)) wrong(account);
};

/** A former account is followed once, and never by itself through others. */
const checkChains = (list: readonly AccountSuccessionRecord[], problems: AssemblyProblem[]): void => {
  const next = new Map<string, AccountSuccessionRecord>();
  for (const one of list) {
    for (const account of one.from) {
      const other = next.get(account);
      if (other !== undefined && other !== one)
        problems.push({ code: 'succession-twice', at: at(one), value: account, facts: { other: other.id } });
      next.set(account, one);
    }
  }
  for (const one of list) {
    const looked = new Set<string>();
    const ahead = one.to.map(({ account }) => account);
    while (ahead.length > 0) {
      const account = ahead.pop() as string;
      if (looked.has(account)) continue;
      looked.add(account);
      ahead.push(...(next.get(account)?.to ?? []).map((to) => to.account));
    }
    const back = one.from.find((account) => looked.has(account));
    if (back !== undefined) problems.push({ code: 'succession-cycle', at: at(one), value: back });
  }
};
