import { sharedArea } from '../charges/common-areas';
import { type HeatingBook, heatingBookOf, numberOf, yearOf } from '../charges/heating-book';
import { lawOf } from '../charges/month-law';
import { areaDays } from '../consumption/area';
import { VOLUME_SCALE } from '../consumption/formulas';
import type { BillingProblem } from '../consumption/problems';
import { allocatorCorrection } from '../house/heating-formulas';
import { BY_HOUSE } from '../house/heating-rules';
import { type Month, monthsFrom } from '../kernel/calendar';
import { scaledSafe } from '../kernel/gate';
import { asKopecks } from '../kernel/money';
import { scaled } from '../kernel/quantity';
import { err, ok, type Result } from '../kernel/result';
import { shareBy } from '../kernel/share';
import type { Line } from '../model/bill';
import type { HouseFacts, PremisesFacts } from '../model/facts';
import { flatsOf } from '../model/flats';
import type { HeatAllocatorsRecord } from '../model/heating-records';
import { HEATING_ALLOCATORS_LEAST } from '../norms/federal/heating';
import { calculate } from '../norms/formula';
import { policyValue } from '../norms/policies';
import type { ChargedLines } from './bill-house';
import { heatingChargesOf } from './heating-charges';
import { isHeatingCharge } from './heating-correction';

/** A correction by allocators of an account with its line. */
export interface AllocatorCorrection {
  readonly account: string;
  readonly premises: number;
  readonly record: HeatAllocatorsRecord;
  /** Charge of the premises and of all premises with allocators, kopecks. */
  readonly own: number;
  readonly all: number;
  readonly units: number;
  readonly allUnits: number;
  /** Months of the period in which allocators covered more than half of the house. */
  readonly months: readonly Month[];
  readonly whole: number;
  readonly line: Line;
}

/** The month in which what allocators counted is settled. */
const postedIn = (facts: HouseFacts, { to, postedIn: named }: HeatAllocatorsRecord): Month =>
  named ?? (`${yearOf(to) + 1}-${policyValue(facts.house.policies, 'heatingCorrectionMonth')}` as Month);

/**
 * Corrections by allocators posted in a month (ПП № 354, прил. 2, формула 6): what premises with allocators were charged is divided by what the
 * allocators counted. Premises without are untouched, and so is a period in which the house meter did not count some month.
 *
 * @returns `heating-allocators-below-half` when in no month of the period they covered more than half of the area of the house,
 * `heating-allocators-periods` when premises were read for different periods
 */
export const allocatorCorrections = (
  facts: HouseFacts,
  month: Month,
  charged: ChargedLines | undefined,
): Result<readonly AllocatorCorrection[], readonly BillingProblem[]> => {
  const book = heatingBookOf(facts);
  if (book === null || book.heating.allocators.size === 0) return ok([]);
  const periods = new Map<string, Map<number, HeatAllocatorsRecord>>();
  for (const [index, records] of book.heating.allocators)
    for (const record of records) {
      if (postedIn(facts, record) !== month) continue;
      const key = `${record.from}|${record.to}`;
      const known = periods.get(key) ?? new Map<number, HeatAllocatorsRecord>();
      periods.set(key, known.set(index, record));
    }
  const apart = periodApart(book, facts, periods);
  if (apart !== null) return err([problemOf('heating-allocators-periods', facts, apart)]);
  const found: AllocatorCorrection[] = [];
  for (const records of periods.values()) {
    const one = new AllocatorsOf(facts, book, records, charged).find();
    if (!one.ok) return one;
    found.push(...one.value);
  }
  return ok(found);
};

type Records = ReadonlyMap<number, HeatAllocatorsRecord>;

const problemOf = (
  code: 'heating-allocators-below-half' | 'heating-allocators-periods',
  { house }: HouseFacts,
  { id, from, to }: HeatAllocatorsRecord,
): BillingProblem => ({ code, at: `heatAllocators ${id}`, value: house.id, facts: { from, to } });

/** A record whose period no one shares, or only a part of it: what it counted cannot be compared. */
const periodApart = (book: HeatingBook, facts: HouseFacts, periods: ReadonlyMap<string, Records>): HeatAllocatorsRecord | null => {
  for (const records of periods.values()) {
    const [first] = [...records.values()] as [HeatAllocatorsRecord];
    const months = monthsFrom(first.from, first.to);
    const equipped = (index: number): boolean => months.every((month) => book.hasAllocators(facts.premises[index] as PremisesFacts, month));
    for (const others of periods.values())
      for (const [index, { from, to }] of others) {
        if (others === records || records.has(index)) continue;
        if ((from <= first.to && first.from <= to) || (records.size === 1 && equipped(index))) return first;
      }
  }
  return null;
};

interface Charged {
  readonly account: string;
  readonly premises: number;
  amount: number;
  last: Line;
}

class AllocatorsOf {
  private readonly first: HeatAllocatorsRecord;

  constructor(
    private readonly facts: HouseFacts,
    private readonly book: HeatingBook,
    private readonly records: Records,
    private readonly charged: ChargedLines | undefined,
  ) {
    [this.first] = [...records.values()] as [HeatAllocatorsRecord];
  }

  find(): Result<readonly AllocatorCorrection[], readonly BillingProblem[]> {
    const { billedSince } = this.facts.house;
    const period = monthsFrom(this.first.from, this.first.to).filter((month) => billedSince === undefined || month >= billedSince);
    if (period.length === 0) return ok([]);
    const byMeter = this.isByMeter(period);
    if (!byMeter.ok) return byMeter;
    if (!byMeter.value) return ok([]);
    const months = period.filter((month) => this.covers(month));
    if (months.length === 0) return err([problemOf('heating-allocators-below-half', this.facts, this.first)]);
    const equipped = [...this.records].filter(([index]) =>
      months.every((month) => this.book.hasAllocators(this.facts.premises[index] as PremisesFacts, month)),
    );
    const charges = new Map<number, readonly Charged[]>();
    for (const [index] of equipped) {
      const own = this.chargesOf(index, months);
      if (!own.ok) return own;
      charges.set(index, own.value);
    }
    const sumOf = (list: readonly Charged[]): number => list.reduce((sum, { amount }) => sum + amount, 0);
    const all = [...charges.values()].reduce((sum, list) => sum + sumOf(list), 0);
    const allUnits = equipped.reduce((sum, [, { units }]) => sum + scaledSafe(units, VOLUME_SCALE), 0);
    if (allUnits <= 0) return ok([]);
    return ok(
      equipped.flatMap(([index, record]) => {
        const list = charges.get(index) ?? [];
        const own = sumOf(list);
        const units = scaledSafe(record.units, VOLUME_SCALE);
        const whole = calculate(allocatorCorrection, {
          ΣP: scaled(all, 2, 'RUB'),
          m: scaled(units, VOLUME_SCALE, 'unit'),
          Σm: scaled(allUnits, VOLUME_SCALE, 'unit'),
          P: scaled(own, 2, 'RUB'),
        });
        return this.lines(record, list, { own, all, units, allUnits, months, whole: Number(whole) });
      }),
    );
  }

  /** Does the house meter count in every charged month of the period? Units of a part of it are not known. */
  private isByMeter(period: readonly Month[]): Result<boolean, readonly BillingProblem[]> {
    for (const month of period) {
      const heating = this.heatingIn(month);
      if (!heating.ok) return heating;
      if (heating.value !== null && !BY_HOUSE.has(heating.value.found.basis)) return ok(false);
    }
    return ok(true);
  }

  /** Heating of a month; where payment is even, what it should have cost, for the yearly correction brings it there. */
  private heatingIn(month: Month): ReturnType<typeof heatingChargesOf> {
    return heatingChargesOf(this.facts, month, this.book.mode(month) === 'uniform' ? 'actual' : 'charged');
  }

  /** More than half of the area of the house is in premises with allocators. */
  private covers(month: Month): boolean {
    const { from, to, first } = lawOf(month);
    const least = numberOf(HEATING_ALLOCATORS_LEAST, first);
    let covered = 0;
    for (const premises of this.facts.premises)
      if (premises.premises.within === undefined && this.book.hasAllocators(premises, month))
        covered += areaDays(premises.premises.areas, from, to);
    return covered * 100 > sharedArea(this.facts, from, to).days * least;
  }

  /** What the accounts of a premises, or of its rooms, were charged. */
  private chargesOf(index: number, months: readonly Month[]): Result<readonly Charged[], readonly BillingProblem[]> {
    const found = new Map<string, Charged>();
    for (const month of months) {
      const uniform = this.book.mode(month) === 'uniform';
      const heating = this.heatingIn(month);
      if (!heating.ok) return heating;
      for (const [account, { premises, lines }] of heating.value?.lines ?? []) {
        if ((flatsOf(this.facts)?.of.get(premises)?.index ?? premises) !== index) continue;
        const was = uniform || this.charged === undefined ? lines : (this.charged(account, month) ?? []);
        for (const line of was) {
          if (!isHeatingCharge(line)) continue;
          const known = found.get(account) ?? { account, premises, amount: 0, last: line };
          known.amount += line.amount;
          known.last = line;
          found.set(account, known);
        }
      }
    }
    return ok([...found.values()]);
  }

  private lines(
    record: HeatAllocatorsRecord,
    list: readonly Charged[],
    sums: Pick<AllocatorCorrection, 'own' | 'all' | 'units' | 'allUnits' | 'months' | 'whole'>,
  ): readonly AllocatorCorrection[] {
    const weights = list.map(({ amount }) => Math.max(0, amount));
    const shares = shareBy(sums.whole, weights.some((weight) => weight > 0) ? weights : list.map(() => 1));
    if (!shares.ok) return [];
    return list.flatMap(({ account, premises, last }, at): readonly AllocatorCorrection[] => {
      const amount = shares.value[at] as number;
      if (amount === 0) return [];
      const { factor: _factor, days: _days, volumes: _volumes, ...plain } = last;
      const line: Line = {
        ...plain,
        kind: 'adjustment',
        month: record.to,
        basis: 'heatingAllocators',
        formula: allocatorCorrection.id,
        volume: '0',
        amount: asKopecks(amount),
        cause: record.id,
      };
      return [{ account, premises, record, ...sums, line }];
    });
  }
}
