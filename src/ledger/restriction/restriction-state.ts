import { addDays, type Day } from '../../kernel/calendar';
import { asKopecks, type Kopecks, NO_MONEY } from '../../kernel/money';
import { scaled } from '../../kernel/quantity';
import { must, ok, type Result } from '../../kernel/result';
import type { TraceNode } from '../../kernel/trace';
import type { RepaymentAgreementRecord } from '../../model/debt-records';
import type { RestrictionRecord } from '../../model/restriction-records';
import type { ServiceCode } from '../../model/services';
import type { DueDayOptions } from '../../norms/due-days';
import { RESTRICTION_MONTHS, RESTRICTION_NOTICE_DAYS, RESUME_DAYS, SUSPENSION_DAYS } from '../../norms/federal/restriction';
import { evaluate, type FormulaProblem } from '../../norms/formula';
import { type Parameter, type ParameterProblem, valueOn } from '../../norms/parameter';
import { type Choice, choose, type RuleProblem } from '../../norms/rules';
import { agreementState } from '../agreement/agreement-state';
import type { DebtBucket } from '../penalties/penalty-request';
import { aboveSince, overdueOn } from './debt-days';
import { restrictionLimit } from './restriction-formulas';
import { RESTRICTION_RULES, type RestrictionFacts, type RestrictionStep } from './restriction-rules';

/** What the state of the procedure for one service of one account follows from. */
export interface RestrictionRequest extends Pick<DueDayOptions, 'policies' | 'calendar'> {
  readonly service: ServiceCode;
  /** The day asked: facts after it are not known. */
  readonly on: Day;
  /** A detached house, where cold water may be restricted too; a flat by default. */
  readonly detached?: boolean | undefined;
  /** Debts of the account to the provider, of all services: agreements are broken by any unpaid bill. */
  readonly buckets: readonly DebtBucket[];
  /** The fee of a month by the normative at the tariff in force on the day, whether there is a meter or not. */
  readonly monthlyFee: Kopecks;
  /** Repayment agreements of the account with the provider. */
  readonly agreements?: readonly RepaymentAgreementRecord[] | undefined;
  /** Notices and works of the service, in any order. */
  readonly steps?: readonly RestrictionRecord[] | undefined;
  /** What is not paid yet of the cost of works: the service is resumed when that is paid too. */
  readonly worksOwed?: Kopecks | undefined;
}

/** Where the procedure stands on a day. */
export interface RestrictionState {
  readonly state: RestrictionStep;
  /** Since which day; `null` when nothing began. */
  readonly since: Day | null;
  /** What comes next by the passing of days alone, and on which day: the first on which it is allowed, the last by which a service is resumed. */
  readonly next: { readonly state: RestrictionStep; readonly on: Day } | null;
  readonly debt: Kopecks;
  readonly limit: Kopecks;
  /** The row that holds, its clause, and why the rows before it do not. */
  readonly choice: Choice<RestrictionStep>;
  /** How the limit came to be. */
  readonly trace: TraceNode;
}

/** Why there is no answer. */
export type RestrictionProblem = ParameterProblem | RuleProblem | FormulaProblem;

const ALLOWED: ReadonlySet<ServiceCode> = new Set<ServiceCode>(['hotWater', 'electricity', 'gas', 'sewerage']);

/**
 * The state of restricting a service for its debt («ограничение и приостановление», ПП № 354, п. 117–120): a pure function of debts by day,
 * agreements, notices and works; nobody sets it. A notice counts when it was delivered while the debt was above the limit without a break since;
 * an agreement takes earlier notices away.
 *
 * @returns `missing-parameter` before 2017, when the terms were others
 */
export const restrictionState = (request: RestrictionRequest): Result<RestrictionState, RestrictionProblem> => {
  const { on, service } = request;
  const terms = termsOf(on);
  if (!terms.ok) return terms;
  const limited = evaluate(restrictionLimit, { P: scaled(request.monthlyFee, 2, 'RUB'), k: scaled(terms.value.months, 0, '1') }, on);
  if (!limited.ok) return limited;
  const limit = asKopecks(Number(limited.value.value.int));
  const agreed = agreementOn(request);
  if (!agreed.ok) return agreed;
  const found = factsOf(request, limit, agreed.value, terms.value);
  const choice = choose(RESTRICTION_RULES, found.facts, on);
  if (!choice.ok) return choice;
  const own = request.buckets.filter((bucket) => bucket.service === service);
  return ok({
    state: choice.value.basis,
    ...daysOf(choice.value.basis, found, terms.value),
    debt: overdueOn(own, on),
    limit,
    choice: choice.value,
    trace: limited.value.trace,
  });
};

interface Terms {
  readonly months: number;
  readonly notice: number;
  readonly suspension: number;
  readonly resume: number;
}

const termsOf = (on: Day): Result<Terms, ParameterProblem> => {
  const values: number[] = [];
  for (const term of [RESTRICTION_MONTHS, RESTRICTION_NOTICE_DAYS, SUSPENSION_DAYS, RESUME_DAYS] as readonly Parameter[]) {
    const entry = valueOn(term, on);
    if (!entry.ok) return entry;
    values.push(Number(entry.value.value));
  }
  const [months, notice, suspension, resume] = values as [number, number, number, number];
  return ok({ months, notice, suspension, resume });
};

/** What agreements say on the day: one is kept, and the last day on which one began or was broken. */
interface Agreed {
  readonly kept: boolean;
  readonly signedOn: Day | null;
  /** Notices and works before it answer for nothing any more. */
  readonly since: Day | null;
}

const latest = (a: Day | null, b: Day | null): Day | null => (a === null || (b !== null && b > a) ? b : a);

const agreementOn = ({
  service,
  agreements = [],
  buckets,
  on,
  policies,
  calendar,
}: RestrictionRequest): Result<Agreed, ParameterProblem> => {
  let agreed: Agreed = { kept: false, signedOn: null, since: null };
  for (const agreement of agreements) {
    const isOwn = agreement.debts.some((debt) => debt.service === undefined || debt.service === service);
    if (!isOwn || agreement.agreedOn > on) continue;
    const state = agreementState(agreement, buckets, { on, policies, calendar });
    if (!state.ok) return state;
    const { breach } = state.value;
    const kept = state.value.state === 'kept';
    agreed = {
      kept: agreed.kept || kept,
      signedOn: latest(agreed.signedOn, agreement.agreedOn),
      since: latest(agreed.since, breach?.on ?? agreement.agreedOn),
    };
  }
  return ok(agreed);
};

interface Found {
  readonly facts: RestrictionFacts;
  readonly aboveFrom: Day | null;
  readonly notice: Day | null;
  readonly work: RestrictionRecord | null;
  /** The day on which the ground of the work fell away. */
  readonly goneOn: Day | null;
}

const factsOf = (request: RestrictionRequest, limit: Kopecks, agreed: Agreed, terms: Terms): Found => {
  const { service, on, buckets, steps = [], worksOwed = NO_MONEY, detached = false } = request;
  const own = buckets.filter((bucket) => bucket.service === service);
  const mine = steps.filter((one) => one.service === service);
  const aboveFrom = aboveSince(own, limit, on);
  const noticeFrom = latest(aboveFrom, agreed.since);
  const [notice = null] = mine
    .flatMap((one) => (one.step === 'notice' && one.deliveredOn !== undefined && one.deliveredOn <= on ? [one.deliveredOn] : []))
    .filter((day) => aboveFrom !== null && noticeFrom !== null && day >= noticeFrom)
    .sort();
  const work =
    mine
      .filter((one) => one.step !== 'notice' && one.step !== 'impossible' && one.on <= on)
      .sort(byDay)
      .at(-1) ?? null;
  const goneOn = work === null ? null : goneSince(own, work.on, agreed, on, worksOwed);
  return {
    aboveFrom,
    notice,
    work,
    goneOn,
    facts: {
      allowed: ALLOWED.has(service) || (service === 'coldWater' && detached),
      done: work === null ? 'nothing' : (work.step as 'restricted' | 'suspended' | 'resumed'),
      groundGone: goneOn !== null,
      agreementKept: agreed.kept,
      aboveLimit: aboveFrom !== null,
      noticed: notice !== null,
      noticePassed: notice !== null && on > addDays(notice, terms.notice),
      impossible: mine.some((one) => one.step === 'impossible' && one.on <= on),
      restrictionPassed: work?.step === 'restricted' && on > addDays(work.on, terms.suspension),
    },
  };
};

const RANK = { notice: 0, impossible: 0, restricted: 1, suspended: 2, resumed: 3 } as const;
const byDay = (a: RestrictionRecord, b: RestrictionRecord): number => (a.on < b.on ? -1 : a.on > b.on ? 1 : RANK[a.step] - RANK[b.step]);

/** The first day since a work on which its debt was repaid whole, or an agreement was signed. */
const goneSince = (own: readonly DebtBucket[], since: Day, agreed: Agreed, on: Day, worksOwed: Kopecks): Day | null => {
  const signed = agreed.signedOn !== null && agreed.signedOn >= since ? agreed.signedOn : null;
  if (worksOwed > NO_MONEY) return signed;
  const paid = clearedSince(own, since, on);
  return signed !== null && (paid === null || signed < paid) ? signed : paid;
};

const clearedSince = (own: readonly DebtBucket[], since: Day, on: Day): Day | null => {
  const days = own.flatMap(({ changes }) => changes.flatMap((change) => (change.kind === 'reduction' ? [] : [change.day])));
  return [since, ...days.filter((day) => day > since && day <= on).sort()].find((day) => overdueOn(own, day) === NO_MONEY) ?? null;
};

type Days = Pick<RestrictionState, 'since' | 'next'>;

const daysOf = (state: RestrictionStep, { facts, aboveFrom, notice, work, goneOn }: Found, terms: Terms): Days => {
  const noticeEnds = notice === null ? null : addDays(notice, terms.notice + 1);
  switch (state) {
    case 'none':
      return { since: null, next: null };
    case 'eligible':
      return { since: aboveFrom, next: null };
    case 'noticed':
      return { since: notice, next: { state: facts.impossible ? 'suspendable' : 'restrictable', on: must(present(noticeEnds)) } };
    case 'restrictable':
      return { since: noticeEnds, next: null };
    case 'restricted':
      return { since: work?.on ?? null, next: { state: 'suspendable', on: addDays(must(present(work)).on, terms.suspension + 1) } };
    case 'suspendable':
      return { since: work?.step === 'restricted' ? addDays(work.on, terms.suspension + 1) : noticeEnds, next: null };
    case 'suspended':
      return { since: work?.on ?? null, next: null };
    case 'resumed':
      return work?.step === 'resumed' || goneOn === null
        ? { since: work?.on ?? null, next: null }
        : { since: goneOn, next: { state: 'resumed', on: addDays(goneOn, terms.resume) } };
  }
};

const present = <T>(value: T | null): Result<T, { readonly code: string }> =>
  value === null ? { ok: false, error: { code: 'no-day' } } : ok(value);
