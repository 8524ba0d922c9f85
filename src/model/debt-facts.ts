import { kopecksFromText, NO_MONEY, roublesText, sumMoney } from '../kernel/money';
import { must } from '../kernel/result';
import { byText } from '../kernel/text-order';
import { type AssemblyProblem, factPlace as at } from './assembly-problem';
import type { DebtEventRecord, InstalmentRecord, RepaymentAgreementRecord } from './debt-records';
import type { Groups } from './fact-groups';
import { byId } from './fact-order';
import type { DebtFacts, PremisesFacts } from './facts';
import { acknowledgedBy, reconciliationsOf } from './reconciliation-facts';
import type { AccountRecord, FactRecord } from './records';
import type { RestrictionRecord } from './restriction-records';
import { successionsOf } from './succession-checks';

/** Instalments, agreements, acknowledgements and claims, successions of one house, each checked. */
export const debtFacts = (
  house: string,
  premises: readonly PremisesFacts[],
  groups: Groups,
  numbers: ReadonlyMap<string, AccountRecord>,
  problems: AssemblyProblem[],
): DebtFacts => {
  const { instalments, agreements, debtEvents, restrictions, exemptions, successions, reconciliations } = groups;
  if ([instalments, agreements, debtEvents, restrictions, exemptions, successions, reconciliations].every((group) => group.length === 0))
    return NOTHING;
  const own = new Set(premises.map((one) => one.premises.id));
  const mine = <R extends { readonly account: string; readonly id: string }>(records: readonly R[]): R[] =>
    records.flatMap((record) => {
      const account = numbers.get(record.account);
      return account !== undefined && own.has(account.premises) ? [{ ...record, account: account.number }] : [];
    });
  const granted = mine(instalments).sort((a, b) => byText(a.month, b.month) || byText(a.account, b.account) || byId(a, b));
  checkInstalments(granted, problems);
  const agreed = mine(agreements).sort((a, b) => byText(a.agreedOn, b.agreedOn) || byId(a, b));
  for (const one of agreed) checkAgreement(one, problems);
  const told = mine(debtEvents);
  for (const one of told) checkEvent(one, problems);
  const statements = reconciliationsOf(mine(reconciliations), problems);
  const events = [...told, ...statements.flatMap(acknowledgedBy)].sort((a, b) => byText(a.on, b.on) || byId(a, b));
  const steps = mine(restrictions).sort((a, b) => byText(a.on, b.on) || byId(a, b));
  for (const one of steps) checkStep(one, problems);
  const spared = mine(exemptions).sort((a, b) => byText(a.from, b.from) || byId(a, b));
  for (const { from, to, ...one } of spared)
    if (to !== undefined && to <= from) problems.push({ code: 'interval-empty', at: at({ ...one, from }), facts: { from, to } });
  return {
    instalments: granted,
    agreements: agreed,
    events,
    restrictions: steps,
    exemptions: spared,
    successions: successionsOf(house, groups, numbers, problems),
    reconciliations: statements,
  };
};

const NOTHING: DebtFacts = {
  instalments: [],
  agreements: [],
  events: [],
  restrictions: [],
  exemptions: [],
  successions: [],
  reconciliations: [],
};

const positive = (record: FactRecord, field: string, text: string | undefined, problems: AssemblyProblem[]): void => {
  if (text !== undefined && must(kopecksFromText(text)) <= NO_MONEY)
    problems.push({ code: 'debt-amount-not-positive', at: at(record), value: text, facts: { field } });
};

const checkInstalments = (granted: readonly InstalmentRecord[], problems: AssemblyProblem[]): void => {
  const seen = new Map<string, InstalmentRecord>();
  for (const one of granted) {
    positive(one, 'lastYear', one.lastYear, problems);
    const key = `${one.account} ${one.service} ${one.month}`;
    const other = seen.get(key);
    if (other !== undefined) problems.push({ code: 'instalment-twice', at: at(one), value: key, facts: { other: other.id } });
    seen.set(key, one);
  }
};

const checkAgreement = (one: RepaymentAgreementRecord, problems: AssemblyProblem[]): void => {
  for (const [index, { amount }] of one.debts.entries()) positive(one, `debts[${index}].amount`, amount, problems);
  for (const [index, { amount, due }] of one.parts.entries()) {
    positive(one, `parts[${index}].amount`, amount, problems);
    if (due < one.agreedOn) problems.push({ code: 'agreement-part-early', at: at(one), value: due, facts: { day: one.agreedOn } });
  }
  const sum = (list: readonly { readonly amount: string }[]) => sumMoney(list.map(({ amount }) => must(kopecksFromText(amount))));
  const [parts, debts] = [sum(one.parts), sum(one.debts)];
  if (parts !== debts)
    problems.push({ code: 'agreement-sums', at: at(one), value: roublesText(parts), facts: { debts: roublesText(debts) } });
};

const checkEvent = (one: DebtEventRecord, problems: AssemblyProblem[]): void => {
  if (one.ended !== undefined && (one.type !== 'claimed' || one.ended.on < one.on))
    problems.push({ code: 'debt-event-field', at: at(one), value: one.ended.on });
  if (one.from !== undefined && one.to !== undefined && one.to < one.from)
    problems.push({ code: 'interval-empty', at: at(one), facts: { from: one.from, to: one.to } });
};

/** Only a notice is delivered, and has a channel; only a work has a cost. */
const checkStep = (one: RestrictionRecord, problems: AssemblyProblem[]): void => {
  const { step, on, deliveredOn, channel, cost } = one;
  const wrong =
    step === 'notice'
      ? deliveredOn !== undefined && deliveredOn < on
        ? 'deliveredOn'
        : cost === undefined
          ? undefined
          : 'cost'
      : deliveredOn !== undefined
        ? 'deliveredOn'
        : channel === undefined
          ? undefined
          : 'channel';
  if (wrong !== undefined)
    problems.push({
      code: 'restriction-field',
      at: at(one),
      value: wrong,
      facts: { step, ...(deliveredOn === undefined ? {} : { day: on }) },
    });
  positive(one, 'cost', cost, problems);
};
