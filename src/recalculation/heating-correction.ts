import { heatingBookOf, monthsOfYear, numberOf, yearOf } from '../charges/heating-book';
import { lawOf } from '../charges/month-law';
import { usesOf } from '../charges/premises-uses';
import { VOLUME_SCALE } from '../consumption/formulas';
import type { BillingProblem } from '../consumption/problems';
import { partOf } from '../house/heat-meter';
import { correctionThrough, growthLimit } from '../house/heating-formulas';
import { BY_HOUSE } from '../house/heating-rules';
import { addMonths, type Month } from '../kernel/calendar';
import { decimalText, scaledSafe } from '../kernel/gate';
import { asKopecks } from '../kernel/money';
import { scaled } from '../kernel/quantity';
import { err, ok, type Result } from '../kernel/result';
import { BESIDE_CHARGE, type Line } from '../model/bill';
import type { HouseFacts } from '../model/facts';
import { HEATING_MOSCOW_CAP } from '../norms/federal/heating';
import { calculate } from '../norms/formula';
import { policyValue } from '../norms/policies';
import type { ChargedLines } from './bill-house';
import { type HeatingCharges, heatingChargesOf } from './heating-charges';

/** Which months are corrected in this one, and as which share. */
export interface CorrectionDue {
  readonly why: 'year' | 'switch' | 'again';
  readonly months: readonly Month[];
  readonly share: number;
  readonly of: number;
}

/** A month of a correction for one account: what it should have cost and what was charged. */
export interface CorrectedMonth {
  readonly month: Month;
  readonly fact: number;
  readonly charged: number;
  readonly factVolume: number;
  readonly chargedVolume: number;
}

/** A correction of an account, whole or a share of it, with its line. */
export interface HeatingCorrection {
  readonly account: string;
  readonly premises: number;
  readonly due: CorrectionDue;
  readonly months: readonly CorrectedMonth[];
  /** The whole correction, of which the line may be a share. */
  readonly total: number;
  /** What a cap of growth keeps back so far. */
  readonly waits: number;
  /** What earlier bills posted of it, where they are known. */
  readonly given: number | null;
  readonly line: Line;
}

/** Sums of heating that are no charge of it. */
const APART: ReadonlySet<Line['basis']> = new Set(['quality', 'benefit', 'manual', 'heatingCorrection', 'heatingAllocators']);

/** What of a charge the correction compares: reductions for bad quality, benefits and corrections themselves stay outside. */
export const isHeatingCharge = ({ service, kind, basis }: Line): boolean =>
  service === 'heating' && kind !== 'reduction' && !APART.has(basis);

/** Months whose even payment is corrected in a month (ПП № 354, прил. 2, формула 3(4)); a switch to the season settles its year at once. */
const correctionsDue = (facts: HouseFacts, month: Month): readonly CorrectionDue[] => {
  const book = heatingBookOf(facts);
  if (book === null) return [];
  const { policies } = facts.house;
  const year = yearOf(month);
  const uniform = (one: Month): boolean => book.mode(one) === 'uniform';
  const settledBySwitch = (one: Month): boolean =>
    monthsOfYear(yearOf(one)).some((later) => later > one && !uniform(later) && uniform(addMonths(later, -1)));
  const before = monthsOfYear(year - 1).filter((one) => uniform(one) && !settledBySwitch(one));
  const spread = isSpread(policies);
  const due: CorrectionDue[] = [];
  if (before.length > 0 && (spread || month.endsWith(`-${policyValue(policies, 'heatingCorrectionMonth')}`)))
    due.push({ why: 'year', months: before, share: spread ? Number(month.slice(5, 7)) : 1, of: spread ? 12 : 1 });
  if (!uniform(month) && uniform(addMonths(month, -1))) {
    const months = monthsOfYear(year).filter((one) => one < month && uniform(one));
    if (months.length > 0) due.push({ why: 'switch', months, share: 1, of: 1 });
  }
  return due;
};

/** Corrections of earlier years whose facts were written late, where this month posts nothing of them by itself: what they are now less what was posted. */
const correctionsAgain = (facts: HouseFacts, month: Month, years: readonly number[]): readonly CorrectionDue[] => {
  const book = heatingBookOf(facts);
  if (book === null) return [];
  const again = (months: readonly Month[], posted: Month): readonly CorrectionDue[] =>
    months.length === 0 || posted >= month ? [] : [{ why: 'again', months, share: 1, of: 1 }];
  return years.flatMap((year) => {
    const months = monthsOfYear(year);
    const uniform = months.filter((one) => book.mode(one) === 'uniform');
    const ended = months.findLast((one) => book.mode(one) !== 'uniform' && book.mode(addMonths(one, -1)) === 'uniform');
    const before = uniform.filter((one) => ended !== undefined && one < ended);
    return [...again(before, ended ?? month), ...again(uniform.slice(before.length), lastPosted(facts, year))];
  });
};

/** The month in which the last of the correction of a year is posted. */
const lastPosted = ({ house: { policies } }: HouseFacts, year: number): Month =>
  `${year + 1}-${isSpread(policies) ? '12' : policyValue(policies, 'heatingCorrectionMonth')}` as Month;

/** Is the correction of a year posted in twelve shares? */
const isSpread = (policies: HouseFacts['house']['policies']): boolean =>
  policyValue(policies, 'heatingUniform') === 'moscow5y' || policyValue(policies, 'heatingCorrectionSpread') === 'twelveShares';

/**
 * Corrections posted in a month, with their lines.
 *
 * @param touched years whose facts were written late
 */
export const heatingCorrections = (
  facts: HouseFacts,
  month: Month,
  charged: ChargedLines | undefined,
  touched: readonly number[] = [],
): Result<readonly HeatingCorrection[], readonly BillingProblem[]> => {
  const found: HeatingCorrection[] = [];
  for (const due of [...correctionsDue(facts, month), ...correctionsAgain(facts, month, touched)]) {
    const one = new CorrectionOf(facts, month, due, charged).find();
    if (!one.ok) return one;
    found.push(...one.value);
  }
  return ok(found);
};

interface Sums {
  readonly premises: number;
  readonly months: Map<Month, CorrectedMonth>;
  last: Line;
}

class CorrectionOf {
  /** By account, provider and component: who is owed for what. */
  private readonly sums = new Map<string, Sums>();

  constructor(
    private readonly facts: HouseFacts,
    private readonly month: Month,
    private readonly due: CorrectionDue,
    private readonly charged: ChargedLines | undefined,
  ) {}

  find(): Result<readonly HeatingCorrection[], readonly BillingProblem[]> {
    const { billedSince } = this.facts.house;
    for (const month of this.due.months) {
      if (billedSince !== undefined && month < billedSince) continue;
      const even = heatingChargesOf(this.facts, month, 'charged');
      if (!even.ok) return even;
      const fact = heatingChargesOf(this.facts, month, 'actual');
      if (!fact.ok) return fact;
      if (even.value === null || !isCorrected(this.facts, month, even.value, fact.value)) continue;
      this.compare(month, even.value, fact.value);
    }
    return this.lines();
  }

  /** A month that nobody of the house was billed for is left alone; where others were, an account without a bill was charged nothing. */
  private compare(month: Month, even: HeatingCharges, fact: HeatingCharges | null): void {
    const known = [...this.accountsOf(even, fact)].map(([account, premises]) => ({
      account,
      premises,
      was: this.charged === undefined ? (even.lines.get(account)?.lines ?? []) : this.charged(account, month),
    }));
    if (known.every(({ was }) => was === undefined)) return;
    for (const { account, premises, was = [] } of known) {
      for (const line of was) if (isHeatingCharge(line)) this.add(account, premises, month, line, 'charged');
      for (const line of fact?.lines.get(account)?.lines ?? []) this.add(account, premises, month, line, 'fact');
    }
  }

  /** Accounts with their premises: those with lines, and where earlier bills are known every account of the house, for it may have been billed. */
  private accountsOf(even: HeatingCharges, fact: HeatingCharges | null): ReadonlyMap<string, number> {
    const found = new Map<string, number>();
    for (const [account, { premises }] of [...even.lines, ...(fact?.lines ?? [])]) found.set(account, premises);
    if (this.charged === undefined) return found;
    for (const [index, { accounts }] of this.facts.premises.entries())
      for (const { number } of accounts) if (!found.has(number)) found.set(number, index);
    return found;
  }

  private add(account: string, premises: number, month: Month, line: Line, side: 'fact' | 'charged'): void {
    const key = keyOf(account, line);
    const sums = this.sums.get(key) ?? { premises, months: new Map(), last: line };
    this.sums.set(key, sums);
    if (month >= sums.last.month) sums.last = line;
    const known = sums.months.get(month) ?? { month, fact: 0, charged: 0, factVolume: 0, chargedVolume: 0 };
    const volume = BESIDE_CHARGE.has(line.kind) ? 0 : scaledSafe(line.volume, VOLUME_SCALE);
    sums.months.set(
      month,
      side === 'fact'
        ? { ...known, fact: known.fact + line.amount, factVolume: known.factVolume + volume }
        : { ...known, charged: known.charged + line.amount, chargedVolume: known.chargedVolume + volume },
    );
  }

  private lines(): Result<readonly HeatingCorrection[], readonly BillingProblem[]> {
    const found: HeatingCorrection[] = [];
    for (const [key, { premises, months, last }] of this.sums) {
      const account = key.slice(0, key.indexOf('|'));
      const list = [...months.values()];
      const total = list.reduce((sum, one) => sum + one.fact - one.charged, 0);
      const volume = list.reduce((sum, one) => sum + one.factVolume - one.chargedVolume, 0);
      const given = this.givenOf(account, key);
      const posted = this.posted(account, total, given?.amount ?? null);
      if (!posted.ok) return posted;
      const { amount, waits } = posted.value;
      const { share, of } = this.due;
      const through = (part: number): number => partOf(volume, part, of);
      const posts = decimalText(through(share) - (given?.volume ?? through(share - 1)), VOLUME_SCALE);
      if (amount === 0 && (this.due.why === 'again' ? posts === '0' : total === 0 && volume === 0)) continue;
      const { factor: _factor, days: _days, volumes: _volumes, ...plain } = last;
      const line: Line = {
        ...plain,
        kind: 'adjustment',
        month: this.last,
        basis: 'heatingCorrection',
        formula: 'heating.correction',
        volume: posts,
        amount: asKopecks(amount),
        cause: this.facts.heating?.terms.id ?? '',
      };
      found.push({ account, premises, due: this.due, months: list, total, waits, given: given?.amount ?? null, line });
    }
    return ok(found);
  }

  /** The month that lines of the correction stand for. */
  private get last(): Month {
    return this.due.months[this.due.months.length - 1] as Month;
  }

  /** Shares that earlier bills posted; `null` where they are not known, or nothing is shared. */
  private givenOf(account: string, key: string): { readonly amount: number; readonly volume: number } | null {
    const lines = this.due.of === 1 && this.due.why !== 'again' ? undefined : this.charged?.(account, this.last);
    if (lines === undefined) return null;
    const own = lines.filter((line) => line.service === 'heating' && line.basis === 'heatingCorrection' && keyOf(account, line) === key);
    return {
      amount: own.reduce((sum, line) => sum + line.amount, 0),
      volume: own.reduce((sum, line) => sum + scaledSafe(line.volume, VOLUME_SCALE), 0),
    };
  }

  /** The share of the month: all shares so far without those given; under a cap of growth what passes it waits for later months of the year. */
  private posted(
    account: string,
    total: number,
    before: number | null,
  ): Result<{ readonly amount: number; readonly waits: number }, readonly BillingProblem[]> {
    const { share, of } = this.due;
    const through = (part: number): number =>
      Number(calculate(correctionThrough, { ΔP: scaled(total, 2, 'RUB'), a: scaled(part, 0, '1'), b: scaled(of, 0, '1') }));
    const { policies } = this.facts.house;
    const capped = policyValue(policies, 'heatingUniform') === 'moscow5y' && policyValue(policies, 'heatingGrowthCap') === 'cap';
    if (!capped || total <= 0 || of === 1) return ok({ amount: through(share) - (before ?? through(share - 1)), waits: 0 });
    let given = before ?? 0;
    let amount = 0;
    for (const [index, month] of monthsOfYear(yearOf(this.month)).entries()) {
      if (index + 1 > share) break;
      if (before !== null && index + 1 < share) continue;
      const room = this.roomUnder(account, month);
      if (!room.ok) return room;
      amount = Math.min(through(index + 1) - given, room.value);
      given += amount;
    }
    return ok({ amount, waits: through(share) - given });
  }

  /** What a month may still take under the cap: the payment of the same month of the year before with its growth, less the charge of the month. */
  private roomUnder(account: string, month: Month): Result<number, readonly BillingProblem[]> {
    const cap = numberOf(HEATING_MOSCOW_CAP, lawOf(month).first);
    const now = this.chargeOf(account, month);
    if (!now.ok) return now;
    const then = this.chargeOf(account, addMonths(month, -12));
    if (!then.ok) return then;
    if (Number.isNaN(cap) || then.value === null) return ok(Number.MAX_SAFE_INTEGER);
    const limit = Number(calculate(growthLimit, { P: scaled(then.value, 2, 'RUB'), g: scaled(100 + cap, 2, '1') }));
    return ok(Math.max(0, limit - (now.value ?? 0)));
  }

  private chargeOf(account: string, month: Month): Result<number | null, readonly BillingProblem[]> {
    const found = heatingChargesOf(this.facts, month, 'charged');
    if (!found.ok) return err(found.error);
    const lines = found.value?.lines.get(account)?.lines;
    return ok(lines === undefined ? null : lines.reduce((sum, line) => sum + line.amount, 0));
  }
}

/** Who is owed for what. */
const keyOf = (account: string, { provider, component, part }: Line): string => `${account}|${provider}|${component ?? ''}|${part ?? ''}`;

/** Houses charged by the normative have no yearly correction, but for the months in which a meter too young for an average counted. */
const isCorrected = (facts: HouseFacts, month: Month, { found }: HeatingCharges, fact: HeatingCharges | null): boolean => {
  const { basis } = found;
  if (basis === 'detachedNormativeUniform') return fact === null ? hasMeter(facts, month) : fact.found.basis === 'detachedMeter';
  return BY_HOUSE.has(basis) || basis === 'detachedMeterUniform' || basis === 'own' || basis === 'ownMetered';
};

/** Is a meter of heat in a detached house in a month out of the season? */
const hasMeter = (facts: HouseFacts, month: Month): boolean => {
  const { from } = lawOf(month);
  return usesOf(facts).some((use) => {
    const places = use.placesOf('heating');
    return places.length > 0 && places.every(({ lives }) => lives.some((life) => life.from <= from + 1 && life.fitEnd > from));
  });
};
