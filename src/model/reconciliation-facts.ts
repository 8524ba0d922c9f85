import { lastDay, monthOf } from '../kernel/calendar';
import { kopecksFromText, NO_MONEY } from '../kernel/money';
import { must } from '../kernel/result';
import { type AssemblyProblem, factPlace as at } from './assembly-problem';
import type { DebtEventRecord } from './debt-records';
import { byId, byText } from './fact-order';
import type { ReconciliationRecord } from './reconciliation-records';

/** Agreed statements in order of their last days, each checked: they end with a month, were signed after it, and stand once. */
export const reconciliationsOf = (own: readonly ReconciliationRecord[], problems: AssemblyProblem[]): readonly ReconciliationRecord[] => {
  const agreed = [...own].sort((a, b) => byText(a.through, b.through) || byText(a.account, b.account) || byId(a, b));
  const seen = new Map<string, ReconciliationRecord>();
  for (const one of agreed) {
    if (one.through !== lastDay(monthOf(one.through)) || one.agreedOn <= one.through)
      problems.push({ code: 'reconciliation-day', at: at(one), value: one.through, facts: { agreedOn: one.agreedOn } });
    const key = `${one.account} ${one.through}`;
    const other = seen.get(key);
    const providers = one.saldo.map(({ provider }) => provider);
    const twice = providers.find((provider, index) => providers.indexOf(provider) < index);
    if (other !== undefined || twice !== undefined)
      problems.push({ code: 'reconciliation-twice', at: at(one), value: twice ?? key, facts: { other: other?.id ?? one.id } });
    seen.set(key, one);
  }
  return agreed;
};

/** A signed act acknowledges the debts in it, creditor by creditor: their limitation begins anew (ГК РФ, ст. 203). */
export const acknowledgedBy = ({
  acknowledges,
  saldo,
  account,
  agreedOn,
  through,
  document,
  id,
}: ReconciliationRecord): readonly DebtEventRecord[] =>
  acknowledges
    ? saldo
        .filter(({ amount }) => must(kopecksFromText(amount)) > NO_MONEY)
        .map(({ provider }) => ({
          kind: 'debtEvent',
          id,
          account,
          type: 'acknowledged',
          on: agreedOn,
          to: monthOf(through),
          provider,
          document,
        }))
    : [];
