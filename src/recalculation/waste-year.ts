import { chargeHouse, openMonth } from '../charges/charge-house';
import { type AccountRow, accountRows, holdersOf } from '../charges/holders';
import { vatBeside } from '../charges/line-vat';
import { groupNames } from '../charges/price-sets';
import type { PricedMonth, PricedTerms } from '../charges/prices';
import type { SlotSpec } from '../charges/slot';
import { groupOf } from '../charges/tariff-group';
import { wasteSpec, wasteUnit } from '../charges/waste-columns';
import { wasteYearly } from '../charges/waste-formulas';
import { WasteMonth } from '../charges/waste-month';
import type { WasteInstead, WastePart, WasteSource } from '../charges/waste-parts';
import { volumeOfSource } from '../charges/waste-volume';
import { VOLUME_SCALE } from '../consumption/formulas';
import type { BillingProblem } from '../consumption/problems';
import { addMonths, dayFromSerial, type Month, monthNumber } from '../kernel/calendar';
import { decimalText, parseExact } from '../kernel/gate';
import { asKopecks } from '../kernel/money';
import { scaled } from '../kernel/quantity';
import { err, must, ok, type Result } from '../kernel/result';
import { roundedQuotient } from '../kernel/rounding';
import type { Line, VolumeBasis } from '../model/bill';
import type { HouseFacts } from '../model/facts';
import type { ServiceRecord } from '../model/records';
import { yearlyOf } from '../model/waste-checks';
import { inForce } from '../norms/act';
import { WASTE } from '../norms/acts-waste';
import { calculate } from '../norms/formula';
import { POLICIES } from '../norms/policies';
import { containedVat } from '../norms/vat';
import type { ChargedLines } from './bill-house';

/** A month of the year for an account at one price: what was removed for it, and what was charged. */
export interface YearMonth {
  readonly month: Month;
  readonly context: PricedMonth;
  readonly parts: readonly WastePart[];
  /** On the volume scale, absence taken off. */
  readonly fact: number;
  readonly chargedVolume: bigint;
  readonly charged: number;
}

/** What the recalculation of a year gives an account at one price: the line, and the months it is made of. */
export interface WasteYearLine {
  readonly account: string;
  readonly premises: string;
  readonly line: Line;
  readonly months: readonly YearMonth[];
  readonly act: string;
}

const POSTED: Readonly<Record<string, string>> = { january: '-01', february: '-02', march: '-03' };

/**
 * The yearly order of ПП № 318: dwellings pay by normatives from January to December, and in the first quarter the year is counted anew by what was
 * removed from the containers, with the price of each month and absences taken off. One line an account and price: exact over its months, rounded
 * once. What an earlier bill posted for the year counts as charged, so it is never posted twice.
 *
 * @param posted adjustments that this very month posts, by account
 */
export const wasteYear = (
  facts: HouseFacts,
  month: Month,
  posted: ReadonlyMap<string, readonly Line[]>,
  charged: ChargedLines | undefined,
): Result<readonly WasteYearLine[], readonly BillingProblem[]> => {
  const posting = facts.house.policies[POLICIES.wasteYearlyMonth.code] ?? POLICIES.wasteYearlyMonth.fallback;
  if (month.slice(4) !== POSTED[posting] || !facts.services.some(({ waste }) => waste?.yearly !== undefined)) return ok([]);
  const year = addMonths(`${month.slice(0, 4)}-01` as Month, -12);
  const found = new YearWork(facts, month, posted, charged).run(year);
  return found.problems.length > 0 ? err(found.problems) : ok(found.lines);
};

/** Lines of a month that the recalculation leaves alone: delays of removal, and what a premises pays otherwise than the dwellings. */
const STAYS: ReadonlySet<VolumeBasis> = new Set(['quality', 'benefit', 'manual', 'wasteUnits', 'wasteContract', 'wasteContainersOwn']);

interface Group {
  readonly row: AccountRow;
  readonly act: string;
  readonly service: ServiceRecord;
  readonly line: GroupLine;
  readonly months: YearMonth[];
}

class YearWork {
  private readonly problems: BillingProblem[] = [];
  private readonly groups = new Map<string, Group>();
  private readonly before = new Map<Month, Map<string, readonly Line[]>>();

  constructor(
    private readonly facts: HouseFacts,
    private readonly month: Month,
    private readonly posted: ReadonlyMap<string, readonly Line[]>,
    private readonly charged: ChargedLines | undefined,
  ) {}

  run(year: Month): { readonly problems: readonly BillingProblem[]; readonly lines: readonly WasteYearLine[] } {
    for (let at = 0; at < 12; at += 1) this.add(addMonths(year, at));
    return { problems: this.problems, lines: [...this.groups.values()].flatMap((group) => lineOf(group)) };
  }

  private add(month: Month): void {
    const { facts } = this;
    const { billedSince } = facts.house;
    if (billedSince !== undefined && month < billedSince) return;
    const opened = openMonth(facts, month, monthNumber(this.month));
    if (!opened.ok) {
      this.problems.push(...opened.error);
      return;
    }
    const context = opened.value;
    for (const terms of context.services) if (terms.service === 'waste') this.terms(month, context, terms);
    this.problems.push(...context.problems);
  }

  private terms(month: Month, context: PricedMonth, terms: PricedTerms): void {
    const orders = terms.stretches.map(({ record }) => yearlyOf(record, month));
    const order = orders.find((one) => one !== undefined);
    if (order === undefined || !inForce(WASTE.yearly, `${this.month}-01` as never)) return;
    const instead: WasteInstead = { by: order.by, act: order.act };
    const [plain, removed] = [new WasteMonth(this.facts, context, terms), new WasteMonth(this.facts, context, terms, instead)];
    const names = groupNames(this.facts);
    for (const row of holdersOf(accountRows(this.facts, context.from, context.to))) {
      const lines = this.chargedOf(row, month);
      if (lines === undefined) continue;
      const byNormative = new Set(
        plain.partsOf(row).flatMap(({ rule, stretch }) => (rule === 'wastePerson' || rule === 'wasteArea' ? [stretch] : [])),
      );
      const parts = removed.partsOf(row).filter(({ stretch }) => byNormative.has(stretch));
      if (parts.length === 0) continue;
      const service = terms.stretches[(parts[0] as WastePart).stretch]?.record as ServiceRecord;
      const others = terms.stretches.filter((_, index) => !byNormative.has(index)).map(({ from }) => dayFromSerial(from));
      const own = lines.filter(({ days }) => days === undefined || !others.includes(days.from));
      this.account(row, groupOf(row, names), { month, context, terms, act: order.act, service, parts, lines: own });
    }
  }

  /** What was charged to an account for a month before this bill, and what this bill adjusts of it; delays of removal stay as they are. */
  private chargedOf({ account }: AccountRow, month: Month): readonly Line[] | undefined {
    const known = this.charged === undefined ? this.byFacts(account.number, month) : this.charged(account.number, month);
    if (known === undefined) return undefined;
    const now = (this.posted.get(account.number) ?? []).filter((line) => line.month === month);
    return [...known, ...now].filter((line) => line.service === 'waste' && !STAYS.has(line.basis));
  }

  /** What the facts of before this month charge for a month, asked once for the house. */
  private byFacts(account: string, month: Month): readonly Line[] | undefined {
    let lines = this.before.get(month);
    if (lines === undefined) {
      lines = new Map();
      this.before.set(month, lines);
      const charges = chargeHouse(this.facts, month, { through: monthNumber(this.month) - 1 });
      if (charges.ok) for (const row of charges.value.rows) lines.set(row.account.number, charges.value.linesOf(row.row));
      else this.problems.push(...charges.error);
    }
    return lines.get(account);
  }

  private account(row: AccountRow, group: number, work: MonthWork): void {
    const { month, context, parts, lines } = work;
    const { number } = row.account;
    const shares = new Map<string, Share>();
    const shareOf = (of: GroupLine): Share => {
      const key = `${number}|${of.provider}|${of.unit}|${of.tariffCode}|${exact(of.tariff)}|${of.vat?.mode ?? ''}${of.vat?.rate ?? ''}`;
      const share = shares.get(key) ?? { of, parts: [], fact: 0, lines: [] };
      shares.set(key, share);
      return share;
    };
    for (const part of parts) {
      const spec = wasteSpec(work.terms, part.stretch, group);
      const share = shareOf(priceOf(spec, work.terms.stretches[part.stretch]?.record as ServiceRecord));
      share.parts.push(part);
      share.fact += netVolume(part, wasteUnit(spec), context);
    }
    for (const line of lines) shareOf(line).lines.push(line);
    for (const [key, { of, parts: own, fact, lines: charged }] of shares) {
      const known = this.groups.get(key) ?? { row, act: work.act, service: work.service, line: of, months: [] };
      this.groups.set(key, known);
      known.months.push({
        month,
        context,
        parts: own,
        fact,
        charged: charged.reduce((sum, line) => sum + netAmount(line), 0),
        chargedVolume: charged.reduce((sum, line) => sum + ownVolume(line), 0n),
      });
    }
  }
}

/** What the recalculation of one month of an account rests on. */
interface MonthWork {
  readonly month: Month;
  readonly context: PricedMonth;
  readonly terms: PricedTerms;
  readonly act: string;
  readonly service: ServiceRecord;
  readonly parts: readonly WastePart[];
  readonly lines: readonly Line[];
}

type GroupLine = Pick<Line, 'provider' | 'unit' | 'tariffCode' | 'tariff' | 'vat'>;

/** What a month gives one price: the parts that it has now, and the lines that were charged at it. */
interface Share {
  readonly of: GroupLine;
  readonly parts: WastePart[];
  fact: number;
  readonly lines: Line[];
}

const priceOf = ({ unit, price }: SlotSpec, { provider }: ServiceRecord): GroupLine => ({
  provider,
  unit,
  tariffCode: price.code,
  tariff: price.text,
  ...(price.vat === undefined ? {} : { vat: price.vat }),
});

/** Amount without VAT on top: a line of VAT has none, and an adjustment carries its VAT inside. */
const netAmount = ({ kind, amount, vat }: Line): number => {
  if (kind === 'vat') return 0;
  return kind === 'adjustment' && vat?.mode === 'onTop' ? amount - containedVat(amount, vat.rate ?? '0') : amount;
};

/** A line of VAT repeats the volume of the line before it. */
const ownVolume = ({ kind, volume }: Line): bigint => (kind === 'vat' ? 0n : exact(volume));

const exact = (text: string): bigint => must(parseExact(text, { integerDigits: 15, scale: VOLUME_SCALE, negative: true })).int;

/** Volume of a part by what was removed, less what people who were away are not charged. */
const netVolume = ({ sources, absence }: WastePart, unit: 'm3' | 't', { days, volumeDigits }: PricedMonth): number => {
  const volume = (source: WasteSource): number => volumeOfSource(source, unit, days, volumeDigits);
  const whole = sources.reduce((sum, source) => sum + volume(source), 0);
  return whole - awayVolume(whole, absence, volume, volumeDigits);
};

const awayVolume = (whole: number, absence: WastePart['absence'], volume: (source: WasteSource) => number, digits: number): number => {
  if (absence === null) return 0;
  if ('source' in absence.by) return Math.min(whole, volume(absence.by.source));
  const up = 10n ** BigInt(VOLUME_SCALE - digits);
  return Number(roundedQuotient(BigInt(whole) * BigInt(absence.days), BigInt(absence.by.people) * up) * up);
};

/** Money of the year: exact volumes × the price, rounded once. */
export const factMoney = ({ months, line }: { readonly months: readonly YearMonth[]; readonly line: Pick<Line, 'tariff'> }): bigint => {
  const price = must(parseExact(line.tariff, { integerDigits: 15, scale: VOLUME_SCALE })).int;
  const volume = months.reduce((sum, { fact }) => sum + BigInt(fact), 0n);
  return roundedQuotient(volume * price, 10n ** BigInt(2 * VOLUME_SCALE - 2));
};

/** What the lines of the months charged, kopecks. */
export const chargedMoney = (months: readonly YearMonth[]): number => months.reduce((sum, { charged }) => sum + charged, 0);

const lineOf = (group: Group): readonly WasteYearLine[] => {
  const { row, months, line: of, service, act } = group;
  const volume = months.reduce((sum, { fact, chargedVolume }) => sum + BigInt(fact) - chargedVolume, 0n);
  const amount = calculate(wasteYearly, { Pф: scaled(factMoney(group), 2, 'RUB'), Pн: scaled(chargedMoney(months), 2, 'RUB') });
  if (amount === null || (amount === 0n && volume === 0n)) return [];
  const line: Line = {
    kind: 'adjustment',
    service: 'waste',
    ...(of.vat === undefined ? {} : { vat: of.vat }),
    provider: of.provider,
    month: (months[months.length - 1] as YearMonth).month,
    basis: 'wasteYearly',
    formula: wasteYearly.id,
    unit: of.unit,
    volume: decimalText(volume, VOLUME_SCALE),
    tariffCode: of.tariffCode,
    tariff: of.tariff,
    amount: asKopecks(Number(amount) + vatBeside(of.vat, Number(amount))),
    cause: service.id,
  };
  return [{ account: row.account.number, premises: row.premises.premises.id, line, months, act }];
};
