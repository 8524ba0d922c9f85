import { VOLUME_SCALE } from '../consumption/formulas';
import type { Breaks, Minutes } from '../consumption/quality-breaks';
import type { Deviation } from '../consumption/quality-deviations';
import { COUNT_OF, type QualityRule } from '../consumption/quality-rules';
import { decimalText, scaledSafe } from '../kernel/gate';
import { asKopecks } from '../kernel/money';
import type { Line } from '../model/bill';
import type { HouseFacts } from '../model/facts';
import type { ServiceCode } from '../model/services';
import { calculateSafe } from '../norms/formula';
import type { ParameterEntry } from '../norms/parameter';
import type { AccountRow } from './holders';
import type { PricedMonth } from './prices';
import { type ColdPart, coldParts } from './quality-cold';
import { MINUTES_IN_HOUR, qualityDays, qualityHours, qualityUndelivered, SHARE_SCALE } from './quality-formulas';
import type { FoundQuality, HouseQuality } from './quality-found';

/** What a reduction counts. */
export type QualityCounted =
  | {
      readonly by: 'hours';
      readonly share: ParameterEntry & { readonly value: string };
      /** Hundredths of a minute, steps and degrees multiplied in. */
      readonly minutes: number;
      readonly breaks: Breaks | null;
      readonly deviations: readonly Deviation[];
    }
  | { readonly by: 'days'; readonly days: number; readonly of: number; readonly deviations: readonly Deviation[] }
  | { readonly by: 'cold'; readonly part: ColdPart; readonly deviations: readonly Deviation[] }
  | { readonly by: 'undelivered'; readonly minutes: number; readonly of: number; readonly breaks: Breaks };

/** What bad quality takes off the charge of a service. */
export interface QualityLine {
  readonly of: 'deviation';
  readonly line: Line;
  readonly rule: QualityRule | 'undelivered';
  /** The charge of the month after absence, K inside, in kopecks, and the lines that make it. */
  readonly base: number;
  readonly lines: readonly Line[];
  /** What the formula gives, and what was left of the charge for it. */
  readonly whole: number;
  readonly left: number;
  readonly counted: QualityCounted;
}

const DAY = 24 * 60;

/**
 * Reductions of a row for breaks and bad quality (ПП № 354, разделы IX, X, прил. 1; C26): a line each, in the order of annex 1, together no more
 * than the charge of the month after absence.
 *
 * @param own the lines of the row with those of absence
 */
export const qualityLines = (
  facts: HouseFacts,
  context: PricedMonth,
  quality: HouseQuality,
  row: AccountRow,
  own: readonly Line[],
): readonly QualityLine[] => {
  if (!quality.some || row.account.share !== undefined) return [];
  const services = new Set(own.flatMap(({ service }) => (QUALIFIED.has(service) ? [service] : [])));
  return [...services].flatMap((service) => {
    const found = quality.of(row, service);
    if (found === null) return [];
    return byCreditor(own.filter((line) => line.service === service && line.part === undefined && line.kind !== 'vat')).flatMap((lines) =>
      new Reductions(facts, context, quality, row, found, lines).all(),
    );
  });
};

const QUALIFIED: ReadonlySet<ServiceCode> = new Set(['coldWater', 'hotWater', 'sewerage', 'electricity', 'gas', 'heating']);

/** Lines of a service by who is owed and at which VAT: each of them is owed less by himself. */
const byCreditor = (lines: readonly Line[]): readonly (readonly Line[])[] => {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const key = `${line.provider}|${line.vat?.mode ?? ''}${line.vat?.rate ?? ''}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [line]);
    else known.push(line);
  }
  return [...groups.values()];
};

class Reductions {
  private readonly out: QualityLine[] = [];
  private readonly base: number;
  private left: number;

  constructor(
    private readonly facts: HouseFacts,
    private readonly context: PricedMonth,
    private readonly quality: HouseQuality,
    private readonly row: AccountRow,
    private readonly found: FoundQuality,
    private readonly lines: readonly Line[],
  ) {
    this.base = lines.reduce((sum, { amount }) => sum + amount, 0);
    this.left = this.base;
  }

  all(): readonly QualityLine[] {
    const { breaks, breakRule, deviations } = this.found;
    if (this.base <= 0) return [];
    if (breaks !== null && breakRule !== null) this.hours(breakRule, breaks.above, breaks, []);
    for (const [rule, list] of deviations) this.deviation(rule, list);
    if (breaks !== null) this.undelivered(breaks);
    return this.out;
  }

  private deviation(rule: QualityRule, list: readonly Deviation[]): void {
    const count = COUNT_OF[rule];
    if (count === null) return;
    if (count.by === 'hours') {
      const minutes = list.reduce((sum, { from, to, times }) => sum + 100 * times * (to - from), 0);
      this.hours(rule, minutes, null, list);
    } else if (count.by === 'days') this.days(rule, list);
    else this.cold(rule, list);
  }

  private hours(rule: QualityRule, minutes: number, breaks: Breaks | null, deviations: readonly Deviation[]): void {
    const count = COUNT_OF[rule];
    if (count?.by !== 'hours' || minutes === 0) return;
    const share = this.quality.law.entry(count.share);
    const s = scaledSafe(share.value, SHARE_SCALE);
    const whole = calculateSafe(qualityHours, { P: this.base, s, m: minutes, q: MINUTES_IN_HOUR });
    this.take(rule, qualityHours.id, whole, { by: 'hours', share, minutes, breaks, deviations }, this.lines);
  }

  private days(rule: QualityRule, deviations: readonly Deviation[]): void {
    const { window } = this.found;
    const days = daysOf(deviations).size;
    const of = (window.to - window.from) / DAY;
    const whole = calculateSafe(qualityDays, { P: this.base, d: days, D: of });
    this.take(rule, qualityDays.id, whole, { by: 'days', days, of, deviations }, this.lines);
  }

  private cold(rule: QualityRule, deviations: readonly Deviation[]): void {
    const { facts, context, row, lines, found } = this;
    for (const part of coldParts(facts, context, row, lines, found.window, deviations)) {
      this.take(rule, part.formula.id, part.amount, { by: 'cold', part, deviations }, [part.line]);
    }
  }

  private undelivered(breaks: Breaks): void {
    const { window, service } = this.found;
    if (breaks.undelivered === 0 || !this.quality.unmetered(this.row, service)) return;
    const of = window.to - window.from;
    const whole = calculateSafe(qualityUndelivered, { P: this.base, m: breaks.undelivered, M: of });
    this.take('undelivered', qualityUndelivered.id, whole, { by: 'undelivered', minutes: breaks.undelivered, of, breaks }, this.lines);
  }

  /** A reduction of what is left of the charge; its line stands at the tariff of the first line that it is taken off. */
  private take(rule: QualityLine['rule'], formula: string, whole: number, counted: QualityCounted, lines: readonly Line[]): void {
    const amount = Math.min(whole, this.left);
    const first = lines.find(({ kind }) => kind === 'charge') ?? lines[0];
    if (amount <= 0 || first === undefined) return;
    const { factor: _factor, volumes: _volumes, zone: _zone, range: _range, use: _use, days: _days, component, ...plain } = first;
    this.out.push({
      of: 'deviation',
      rule,
      base: this.base,
      lines: this.lines,
      whole,
      left: this.left,
      counted,
      line: {
        ...plain,
        ...(counted.by === 'cold' && component !== undefined ? { component } : {}),
        kind: 'reduction',
        basis: 'quality',
        formula,
        volume: decimalText(0, VOLUME_SCALE),
        amount: asKopecks(0 - amount),
        cause: causeOf(counted),
      },
    });
    this.left -= amount;
  }
}

/** Serial days that deviations touch. */
const daysOf = (deviations: readonly Minutes[]): ReadonlySet<number> => {
  const days = new Set<number>();
  for (const { from, to } of deviations) for (let day = Math.floor(from / DAY); day * DAY < to; day += 1) days.add(day);
  return days;
};

/** The first fact behind a reduction. */
const causeOf = (counted: QualityCounted): string => {
  const breaks = 'breaks' in counted ? counted.breaks : null;
  const found = breaks === null ? undefined : (breaks.runs[0]?.of[0] ?? breaks.byAct[0]);
  return found?.id ?? ('deviations' in counted ? (counted.deviations[0]?.incident.id ?? '') : '');
};
