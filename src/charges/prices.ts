import type { MonthContext, ServiceStretch, ServiceTerms } from '../consumption/month-context';
import type { BillingProblem } from '../consumption/problems';
import { type Day, dayFromSerial, type Month, serial } from '../kernel/calendar';
import { scaledSafe } from '../kernel/gate';
import type { HouseFacts } from '../model/facts';
import { isHousing } from '../model/housing-services';
import type { HouseRecord, NormativeRecord, ServiceRecord, TariffRecord } from '../model/records';
import { type MeteredService, SERVICE_ORDER, type ServiceCode, UNIT_OF } from '../model/services';
import type { LineVat, TariffVat } from '../model/vat';
import { inForce } from '../norms/act';
import { PP354 } from '../norms/acts';
import { SUPPLIER_DELAY_FACTOR } from '../norms/federal/acts';
import { MULTIPLIER } from '../norms/federal/multiplier';
import { type Parameter, type ParameterEntry, valueOn } from '../norms/parameter';
import type { PolicyValue } from '../norms/policies';
import { isSmaller, lineVat } from './line-vat';
import { codesOf, groupNames, type PricedResource, type PriceSet, priceSet, resourceCodes, resourcePrices } from './price-sets';

export type { PricedResource };

/** A price or another exact value on some days with its source, as text and as an integer on its own short scale. */
export interface Price {
  readonly code: string;
  readonly title: string;
  readonly unit: string;
  readonly text: string;
  readonly int: number;
  readonly scale: number;
  /** The scale as a charge's kernel asks for it. */
  readonly scales: { readonly T: number };
  readonly source: ParameterEntry;
  /** VAT of the tariff on its first day; absent where the tariff says nothing. */
  readonly vat?: LineVat;
}

/** An entry of a tariff: it may tell its VAT. */
interface PricedEntry extends ParameterEntry {
  readonly vat?: TariffVat;
}

/** Terms of a service on days on which nothing changes, with every price that a line may need. */
export interface PricedStretch extends ServiceStretch {
  /** Prices of the population; then those of each named group of consumers, `null` where the service has none of its own. */
  readonly sets: readonly [PriceSet, ...(PriceSet | null)[]];
  /** Price of non-residential premises. */
  readonly other: Price;
  readonly heat: Price | null;
  readonly heatNormative: Price | null;
  readonly factor: Price | null;
  /** What charges are multiplied by while the supplier is late with the meter. */
  readonly delay: Price | null;
  /** What heats the water that is made in the house, with its prices; empty where it is not made there. */
  readonly made: readonly PricedResource[];
  /** Capital repair: the region's minimum, below which no decision goes. */
  readonly least: Price | null;
}

/** A service with priced stretches. */
export interface PricedTerms extends ServiceTerms {
  /** Item of a housing service; `null` for a service without items. */
  readonly item: string | null;
  readonly stretches: readonly PricedStretch[];
  /** Named groups of consumers of the house: sets of every stretch follow this order. */
  readonly groups: readonly string[];
  /** Some set has volume ranges or a social norm. */
  readonly ranged: boolean;
}

const priceOf = ({ code, title, unit }: Parameter, entry: ParameterEntry & { readonly value: string }): Price => {
  const text = shortText(entry.value);
  const point = text.indexOf('.');
  const scale = point < 0 ? 0 : text.length - point - 1;
  return { code, title, unit, text: entry.value, int: scaledSafe(text, scale), scale, scales: scalesOf(scale), source: entry };
};

/** One object for every price of a scale: kernels are found by it. */
const scalesOf = (scale: number): Price['scales'] => {
  SCALES[scale] ??= { T: scale };
  return SCALES[scale];
};
const SCALES: Price['scales'][] = [];

/** A number text without zeros after its last decimal. */
const shortText = (text: string): string => {
  if (text.charCodeAt(text.length - 1) !== ZERO || !text.includes('.')) return text;
  let end = text.length;
  while (text.charCodeAt(end - 1) === ZERO) end -= 1;
  return text.slice(0, text.charCodeAt(end - 1) === POINT ? end - 1 : end);
};

const ZERO = 48;
const POINT = 46;

const tariffParameter = (record: TariffRecord | NormativeRecord): Parameter => ({
  code: record.code,
  title: record.title,
  unit: record.unit,
  reviewedThrough: record.reviewedThrough,
  series: isSeries(record.entries) ? record.entries : seriesOf(record.entries),
});

type Entries = readonly (TariffRecord | NormativeRecord)['entries'][number][];

/** Are the entries a series as they are: in order, each with a value or an end? */
const isSeries = (entries: Entries): entries is Entries & readonly ParameterEntry[] => {
  for (let i = 0; i < entries.length; i += 1) {
    const { from, value } = entries[i] as Entries[number];
    if (value === undefined || (i > 0 && (entries[i - 1] as Entries[number]).from >= from)) return false;
  }
  return true;
};

const seriesOf = (entries: Entries): readonly ParameterEntry[] =>
  entries
    .map(
      (entry): PricedEntry => ({
        from: entry.from,
        value: entry.value ?? null,
        act: entry.act,
        ...(entry.place === undefined ? {} : { place: entry.place }),
        ...('vat' in entry && entry.vat !== undefined ? { vat: entry.vat } : {}),
      }),
    )
    .sort((a, b) => (a.from < b.from ? -1 : 1));

/** There is no federal multiplier on gas: only a region's own (формула 5(1)). */
const GAS_MULTIPLIER: Omit<Parameter, 'series'> = {
  code: 'gas',
  title: 'Повышающий коэффициент, газ',
  unit: '1',
  reviewedThrough: MULTIPLIER.electricity.reviewedThrough,
};

/** The multiplier of a service in a house: the region's own series, or the federal one; `null` where there is none. */
const multiplierOf = (house: HouseRecord, service: MeteredService): Parameter | null => {
  const federal: Parameter | null = service === 'gas' ? null : MULTIPLIER[service];
  if (house.multipliers.length === 0) return federal;
  const own = house.multipliers.filter((one) => one.service === service).sort((a, b) => (a.from < b.from ? -1 : 1));
  return own.length === 0
    ? federal
    : {
        ...(federal ?? GAS_MULTIPLIER),
        code: `${house.region}.multiplier.${service}`,
        series: own.map(({ from, value, act }) => ({ from, value, act })),
      };
};

/** Terms of one service; a house has none of most. */
const recordsOf = (services: readonly ServiceRecord[], service: ServiceCode): readonly ServiceRecord[] => {
  let found: ServiceRecord[] | null = null;
  for (let i = 0; i < services.length; i += 1) {
    const record = services[i] as ServiceRecord;
    if (record.service !== service) continue;
    found ??= [];
    found.push(record);
  }
  return found ?? NO_RECORDS;
};
const NO_RECORDS: readonly ServiceRecord[] = [];

/** Collects prices and problems for the services of one house-month. */
export class PriceBook {
  readonly problems: BillingProblem[] = [];
  private readonly parameters = new Map<string, Parameter>();
  private readonly groups: readonly string[];

  constructor(
    private readonly facts: HouseFacts,
    private readonly month: Month,
    private readonly from: number,
    private readonly to: number,
    private readonly multiplierChange: PolicyValue<'multiplierChange'>,
    private readonly sewerageMultiplier: boolean,
  ) {
    this.groups = groupNames(facts);
  }

  /** Services of the house in the month with prices, in the order of a payment document. */
  terms(): readonly PricedTerms[] {
    const found: PricedTerms[] = [];
    const { groups } = this;
    for (const service of SERVICE_ORDER) {
      const records = recordsOf(this.facts.services, service);
      if (records.length === 0) continue;
      if (isHousing(service)) {
        found.push(...this.items(service, records, found.length));
        continue;
      }
      const stretches: PricedStretch[] = [];
      for (const record of records) for (const one of this.stretchesOf(service, record)) stretches.push(one);
      const ranged = stretches.some(({ sets }) => sets.some((set) => set !== null && set.ranges !== null));
      if (ranged && !keepsRanges(stretches))
        this.problems.push({ code: 'ranges-change-within-month', value: service, facts: { month: this.month } });
      if (stretches.length > 0) found.push({ index: found.length, service, item: null, unit: UNIT_OF[service], stretches, groups, ranged });
    }
    return found;
  }

  /** Prices of common needs: by the same tariffs, never with a multiplier nor in ranges. `index` is their place among the services. */
  commonTerms(service: MeteredService, records: readonly ServiceRecord[], index: number): PricedTerms {
    const stretches = records.flatMap((record) => this.stretchesOf(service, record, false));
    return { index, service, item: null, unit: UNIT_OF[service], stretches, groups: [], ranged: false };
  }

  /** Items of a housing service, each with terms of its own; records come in the order of items and days. */
  private items(service: ServiceCode, records: readonly ServiceRecord[], index: number): readonly PricedTerms[] {
    const found: PricedTerms[] = [];
    for (let start = 0; start < records.length; ) {
      const item = (records[start] as ServiceRecord).item;
      let end = start + 1;
      while (end < records.length && records[end]?.item === item) end += 1;
      const stretches: PricedStretch[] = [];
      for (let at = start; at < end; at += 1) stretches.push(...this.stretchesOf(service, records[at] as ServiceRecord));
      const place = index + found.length;
      if (stretches.length > 0)
        found.push({ index: place, service, item: item ?? null, unit: UNIT_OF[service], stretches, groups: this.groups, ranged: false });
      start = end;
    }
    return found;
  }

  private stretchesOf(service: ServiceCode, record: ServiceRecord, raises = true): PricedStretch[] {
    const from = Math.max(this.from, serial(record.from));
    const to = Math.min(this.to, record.to === null ? this.to : serial(record.to));
    if (to <= from) return [];
    const multiplier =
      !raises || isHousing(service) || service === 'waste' || (service === 'sewerage' && !this.sewerageMultiplier)
        ? null
        : multiplierOf(this.facts.house, service);
    const cuts = [dayFromSerial(from), dayFromSerial(to)];
    const [first, end] = cuts as [Day, Day];
    this.cutAt(record.legalEntityTariff, first, end, cuts);
    this.cutAt(record.minimumTariff, first, end, cuts);
    this.cutAt(record.heatTariff, first, end, cuts);
    this.cutAt(record.heatNormative, first, end, cuts);
    for (const code of codesOf(record)) this.cutAt(code, first, end, cuts);
    for (const code of resourceCodes(record)) this.cutAt(code, first, end, cuts);
    if (record.tariffGroups !== undefined)
      for (const group of Object.values(record.tariffGroups)) for (const code of codesOf(group)) this.cutAt(code, first, end, cuts);
    for (const one of record.waste?.basis ?? []) if (one.from > first && one.from < end) cuts.push(one.from);
    if (multiplier !== null && this.multiplierChange === 'byDays') cutAt(multiplier, first, end, cuts);
    if (cuts.length > 2) cuts.sort();
    const stretches: PricedStretch[] = [];
    for (let i = 1; i < cuts.length; i += 1) {
      if (cuts[i] === cuts[i - 1]) continue;
      const stretch = this.priced(record, cuts[i - 1] as Day, cuts[i] as Day, multiplier);
      if (stretch !== null) stretches.push(stretch);
    }
    return stretches;
  }

  /** Prices on the days `[first, end)`, on which none changes. */
  private priced(record: ServiceRecord, first: Day, end: Day, multiplier: Parameter | null): PricedStretch | null {
    const problems = this.problems.length;
    const [from, to] = [serial(first), serial(end)];
    const last = dayFromSerial(to - 1);
    const find = (code: string): Price | null => this.price(record, code, first, last);
    const set = priceSet(record, find);
    const sets = this.groups.map((name) => {
      const own = record.tariffGroups?.[name];
      return own === undefined ? null : priceSet(own, find);
    });
    const other = record.legalEntityTariff === undefined ? (set?.single ?? null) : find(record.legalEntityTariff);
    const heat = record.heatTariff === undefined ? null : find(record.heatTariff);
    if (heat !== null && !inForce(PP354.twoComponents, dayFromSerial(from)))
      this.problems.push({
        code: 'formula-not-in-force',
        at: `service ${record.id}`,
        value: 'hotWater.heat',
        facts: { day: dayFromSerial(from) },
      });
    const heatNormative = record.heatNormative === undefined ? null : find(record.heatNormative);
    const made = resourcePrices(record, find);
    const least = record.minimumTariff === undefined ? null : find(record.minimumTariff);
    if (this.problems.length > problems || set === null || other === null) return null;
    const factor = multiplier === null ? null : this.factor(multiplier, from);
    return {
      from,
      to,
      record,
      raises: factor !== null,
      sets: [atLeast(set, least), ...sets],
      other: least !== null && isSmaller(other.text, least.text) ? least : other,
      heat,
      heatNormative,
      factor,
      delay: this.delay(record.service),
      made,
      least,
    };
  }

  /** The multiplier for days from `from`; `null` where none is in force (before 01.07.2016 it stood inside the normatives). */
  private factor(multiplier: Parameter, from: number): Price | null {
    const day = this.multiplierChange === 'byDays' ? from : this.multiplierChange === 'thisMonth' ? this.to - 1 : this.from;
    const value = valueOn(multiplier, dayFromSerial(day));
    if (value.ok) return priceOf(multiplier, value.value);
    if (value.error.code !== 'missing-parameter') this.problems.push(value.error);
    return null;
  }

  private delay(service: ServiceCode): Price | null {
    const value = service === 'electricity' ? valueOn(SUPPLIER_DELAY_FACTOR, dayFromSerial(this.from)) : null;
    return value?.ok === true ? priceOf(SUPPLIER_DELAY_FACTOR, value.value) : null;
  }

  private price(record: ServiceRecord, code: string, first: Day, last: Day): Price | null {
    const parameter = this.parameter(code);
    if (parameter === undefined) return null;
    const value = valueOn(parameter, first);
    const still = value.ok ? valueOn(parameter, last) : value;
    if (value.ok && still.ok) return this.withVat(record, priceOf(parameter, value.value), first);
    if (!still.ok) this.problems.push({ ...still.error, at: `service ${record.id}`, facts: { ...still.error.facts, month: this.month } });
    return null;
  }

  /** A price with its VAT on the first of its days; the law changes rates with the year, never inside a month. */
  private withVat(record: ServiceRecord, price: Price, first: Day): Price {
    const { vat } = price.source as PricedEntry;
    if (vat === undefined) return price;
    const found = lineVat(vat, first);
    if (found.ok) return { ...price, vat: found.value };
    this.problems.push({ ...found.error, at: `service ${record.id}`, facts: { ...found.error.facts, month: this.month } });
    return price;
  }

  private parameter(code: string): Parameter | undefined {
    const known = this.parameters.get(code);
    if (known !== undefined) return known;
    const record = this.facts.tariffs.get(code) ?? this.facts.normatives.get(code);
    if (record === undefined) return undefined;
    const made = tariffParameter(record);
    this.parameters.set(code, made);
    return made;
  }

  private cutAt(code: string | undefined, first: Day, end: Day, cuts: Day[]): void {
    const parameter = code === undefined ? undefined : this.parameter(code);
    if (parameter !== undefined) cutAt(parameter, first, end, cuts);
  }
}

/** The price of a decision, or the minimum where the decision is below it. */
const atLeast = (set: PriceSet, least: Price | null): PriceSet =>
  least !== null && isSmaller(set.single.text, least.text) ? { ...set, single: least } : set;

/** Each group of consumers has as many ranges on every day of the month. */
const keepsRanges = (stretches: readonly PricedStretch[]): boolean => {
  const [first] = stretches;
  const counts = ({ sets }: PricedStretch): string => sets.map((set) => set?.ranges?.prices.length ?? 0).join();
  return stretches.every((one) => counts(one) === counts(first as PricedStretch));
};

/** Days on which a series changes its value or its VAT; the same said again, by a newer act, cuts nothing. */
const cutAt = ({ series }: Parameter, first: Day, end: Day, cuts: Day[]): void => {
  for (const entry of series) if (entry.from > first && entry.from < end && !saysAgain(series, entry)) cuts.push(entry.from);
};

const saysAgain = (series: Parameter['series'], entry: ParameterEntry): boolean => {
  const { from, value } = entry;
  let before: ParameterEntry | undefined;
  for (const one of series) if (one.from < from && (before === undefined || one.from > before.from)) before = one;
  if (before === undefined || before.value === null || value === null) return false;
  if (vatText(before) !== vatText(entry)) return false;
  return before.value === value || scaledSafe(before.value, PRICE_SCALE) === scaledSafe(value, PRICE_SCALE);
};

const vatText = ({ vat }: PricedEntry): string => (vat === undefined ? '' : `${vat.mode} ${vat.rate ?? ''}`);

/** Decimals that any price carries at most. */
const PRICE_SCALE = 7;

/** A context whose services carry prices. */
export interface PricedMonth extends MonthContext {
  readonly services: readonly PricedTerms[];
}
