import type { Day, Month } from '../../kernel/calendar';
import { kopecksFromText } from '../../kernel/money';
import type { Problem } from '../../kernel/problem';
import { err, must, ok, type Result } from '../../kernel/result';
import { frozenDebts } from '../../ledger/agreement/agreement-state';
import { deferredDebt } from '../../ledger/instalment/deferred-debt';
import type { DebtBucket, DebtChange, PenaltyRequest } from '../../ledger/penalties/penalty-request';
import type { RepaymentAgreementRecord } from '../../model/debt-records';
import { DEBT } from '../../norms/acts-debt';
import { nominalDueDay } from '../../norms/due-days';
import type { Moratorium } from '../../norms/federal/moratoria';
import type { Parameter } from '../../norms/parameter';
import { PENALTY_RATES, type PenaltyRates } from '../../norms/penalty-rate';
import { policyProblems } from '../../norms/policies';
import type { PenaltyDebt, PenaltyFacts } from './penalty-schema';

/** The request that the facts of a case stand for; due days by law where a debt names none. */
export const expandPenalty = (facts: PenaltyFacts): Result<PenaltyRequest, readonly Problem[]> => {
  const { policies = {} } = facts;
  const wrong = policyProblems(policies, 'case');
  if (wrong.length > 0) return err(wrong);
  const buckets: DebtBucket[] = [];
  for (const debt of facts.debts) {
    const due = debt.due === undefined ? nominalDueDay(debt.month, { policies, presentedOn: debt.presented }) : ok(debt.due);
    if (!due.ok) return err([due.error]);
    const parts = Object.entries(debt.parts ?? {}).map(([month, text]) => ({ month: month as Month, amount: money(text) }));
    const deferred = deferredDebt(bucketOf(debt, due.value), parts, { through: facts.through, policies });
    if (!deferred.ok) return err([deferred.error]);
    buckets.push(...deferred.value);
  }
  const agreements = (facts.agreements ?? []).map(
    (one, index): RepaymentAgreementRecord => ({ ...one, kind: 'repaymentAgreement', id: `agreement-${index + 1}` }),
  );
  const frozen = frozenDebts(buckets, agreements, { on: facts.through, policies });
  if (!frozen.ok) return err([frozen.error]);
  return ok({
    payer: facts.payer,
    buckets: frozen.value,
    through: facts.through,
    exemptions: facts.exemptions?.map((one) => ({ ...one, to: one.to ?? null })),
    withoutMoratoria: facts.withoutMoratoria,
    decidedOn: facts.decided,
    policies,
    law: { rates: ratesOf(facts), moratoria: facts.moratoria?.map(moratoriumOf) },
  });
};

const money = (text: string) => must(kopecksFromText(text));

const bucketOf = (debt: PenaltyDebt, dueDay: Day): DebtBucket => ({
  account: debt.account,
  provider: debt.provider,
  service: debt.service ?? null,
  month: debt.month,
  dueDay,
  amount: money(debt.amount),
  changes: [
    ...dated(debt.payments, 'payment'),
    ...dated(debt.writeOffs, 'writeOff'),
    ...(debt.reductions ?? []).map((text): DebtChange => ({ kind: 'reduction', amount: money(text) })),
    ...(debt.reversals ?? []).map((one): DebtChange => ({ ...one, kind: 'reversal', amount: money(one.amount) })),
  ],
  branch: debt.branch,
  demandedOn: debt.demanded,
});

const dated = (of: Readonly<Record<string, string>> | undefined, kind: 'payment' | 'writeOff'): readonly DebtChange[] =>
  Object.entries(of ?? {}).map(([day, text]) => ({ kind, day: day as Day, amount: money(text) }));

const ALWAYS = '2005-01-01' as Day;
const FOR_EVER = '2999-12-31' as Day;

/** Rates of a case stand for the key rate and the refinancing rate alike. */
const ratesOf = ({ rates, capped }: PenaltyFacts): PenaltyRates => {
  const limits = capped ? {} : { fixed: null, cap: null };
  if (rates === undefined) return { ...PENALTY_RATES, ...limits };
  const series = Object.entries(rates)
    .map(([from, value]) => ({ from: from as Day, value, act: 'ставка примера' }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  const keyRate: Parameter = { code: 'case.rate', title: 'Ставка примера', unit: '%/year', reviewedThrough: FOR_EVER, series };
  return {
    ...PENALTY_RATES,
    ...limits,
    keyRate,
    refinancing: { ...keyRate, series: [{ from: ALWAYS, value: null, act: 'ставка примера' }] },
  };
};

const moratoriumOf = ({ from, to }: { readonly from: Day; readonly to: Day }, index: number): Moratorium => ({
  code: `case-${index + 1}`,
  title: 'мораторий примера',
  from,
  to,
  payers: null,
  debts: 'all',
  clause: DEBT.covid,
});
