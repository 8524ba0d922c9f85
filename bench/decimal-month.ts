import { Decimal } from 'decimal.js';
import type { AccountRecord, NormativeRecord, PremisesRecord, ResidentRecord, ServiceRecord, TariffRecord } from '../src/model/records';
import type { PeerHouse, PeerMeter, PeerPremises } from './decimal-house';

/*
 * The peer: the month of a house as a capable programmer writes it with decimal.js, without an engine. It knows no other law than the
 * generated facts need, checks nothing that they cannot break, and keeps a Decimal for each value and an object for each line.
 *
 * It bills from records, which it groups itself, or from the nested facts that our engine bills from (`decimal-house.ts`); what is behind is
 * the same. It stands in two halves, so that each can be measured: `resolveMonth` finds what every line is made from, `priceMonth` makes the lines.
 */

/** A line: what a bill shows. */
export interface DecimalLine {
  readonly account: string;
  readonly service: string;
  readonly component: string;
  readonly zone: string;
  readonly kind: 'charge' | 'factorExcess';
  readonly volume: Decimal;
  readonly tariff: Decimal;
  readonly amount: Decimal;
}

/** What a volume is made from. */
export type VolumeSource =
  | { readonly by: 'readings'; readonly now: Decimal; readonly before: Decimal; readonly substituted: Decimal | null }
  | { readonly by: 'normative'; readonly normative: Decimal; readonly personDays: Decimal }
  | { readonly by: 'normativeDays'; readonly sum: Decimal }
  | { readonly by: 'known'; readonly volume: Decimal }
  | { readonly by: 'waters' };

/** A line before its volume and money are computed. */
export interface ResolvedLine {
  readonly service: string;
  readonly zone: string;
  readonly tariff: Decimal;
  /** The multiplier K, where it raises the charge. */
  readonly factor: Decimal | null;
  /** Two-component hot water: heat of a cubic metre and its tariff. */
  readonly heat: { readonly normative: Decimal; readonly tariff: Decimal } | null;
  readonly source: VolumeSource;
}

/** An account with its lines, waters before sewerage. */
export interface ResolvedAccount {
  readonly account: string;
  readonly daysInMonth: number;
  readonly lines: readonly ResolvedLine[];
}

/** Lines of an account with their sum. */
export interface DecimalBill {
  readonly account: string;
  readonly lines: readonly DecimalLine[];
  readonly total: Decimal;
}

const ZERO = new Decimal(0);
const FACTOR: Readonly<Record<string, Decimal>> = { coldWater: new Decimal('3'), hotWater: new Decimal('1.5') };
const CUTOFF_DAY = 25;
const WINDOW_MONTHS = 6;
const LEAST_MONTHS = 3;
const TEMPORARY_DAYS = 5;

/* ------------------------------------------------------------------ second half: resolved inputs to lines */

const volumeOf = (source: VolumeSource, daysInMonth: number, waters: Decimal): Decimal => {
  switch (source.by) {
    case 'readings': {
      const metered = source.now.minus(source.before).toDecimalPlaces(7);
      return source.substituted === null ? metered : metered.plus(source.substituted);
    }
    case 'normative':
      return source.normative.times(source.personDays).div(daysInMonth).toDecimalPlaces(7);
    case 'normativeDays':
      return source.sum.div(daysInMonth).toDecimalPlaces(7);
    case 'known':
      return source.volume;
    case 'waters':
      return waters;
  }
};

/** Volumes and money of one account. */
export const priceAccount = ({ account, daysInMonth, lines }: ResolvedAccount): DecimalLine[] => {
  const priced: DecimalLine[] = [];
  let waters = ZERO;
  for (const { service, zone, tariff, factor, heat, source } of lines) {
    const volume = volumeOf(source, daysInMonth, waters);
    if (service === 'coldWater' || service === 'hotWater') waters = waters.plus(volume);
    const add = (component: string, quantity: Decimal, price: Decimal): void => {
      const amount = quantity.times(price).toDecimalPlaces(2);
      priced.push({ account, service, component, zone, kind: 'charge', volume: quantity, tariff: price, amount });
      if (factor === null) return;
      const excess = amount.times(factor).minus(amount).toDecimalPlaces(2);
      priced.push({ account, service, component, zone, kind: 'factorExcess', volume: quantity, tariff: price, amount: excess });
    };
    add(heat === null ? '' : 'water', volume, tariff);
    if (heat !== null) add('heat', volume.times(heat.normative).toDecimalPlaces(7), heat.tariff);
  }
  return priced;
};

/** A value kept as its decimal text, at any depth: what a line is made from before anybody made numbers of it. */
type Texts<T> = T extends Decimal
  ? string
  : T extends readonly (infer U)[]
    ? readonly Texts<U>[]
    : T extends object
      ? { readonly [K in keyof T]: Texts<T[K]> }
      : T;

/** Resolved accounts as plain data: the peer's counterpart of resolved columns, which hold numbers and no Decimal either. */
export const asTexts = (accounts: readonly ResolvedAccount[]): readonly Texts<ResolvedAccount>[] =>
  JSON.parse(JSON.stringify(accounts)) as readonly Texts<ResolvedAccount>[];

const sourceOf = (source: Texts<VolumeSource>): VolumeSource => {
  switch (source.by) {
    case 'readings':
      return {
        by: 'readings',
        now: new Decimal(source.now),
        before: new Decimal(source.before),
        substituted: source.substituted === null ? null : new Decimal(source.substituted),
      };
    case 'normative':
      return { by: 'normative', normative: new Decimal(source.normative), personDays: new Decimal(source.personDays) };
    case 'normativeDays':
      return { by: 'normativeDays', sum: new Decimal(source.sum) };
    case 'known':
      return { by: 'known', volume: new Decimal(source.volume) };
    case 'waters':
      return source;
  }
};

/** Volumes and money of a house from plain resolved values. */
export const priceTexts = (accounts: readonly Texts<ResolvedAccount>[]): DecimalLine[][] =>
  accounts.map(({ account, daysInMonth, lines }) =>
    priceAccount({
      account,
      daysInMonth,
      lines: lines.map((line) => ({
        service: line.service,
        zone: line.zone,
        tariff: new Decimal(line.tariff),
        factor: line.factor === null ? null : new Decimal(line.factor),
        heat: line.heat === null ? null : { normative: new Decimal(line.heat.normative), tariff: new Decimal(line.heat.tariff) },
        source: sourceOf(line.source),
      })),
    }),
  );

/** Volumes and money of a house. */
export const priceMonth = (accounts: readonly ResolvedAccount[]): DecimalLine[][] => accounts.map(priceAccount);

/* ------------------------------------------------------------------ first half: facts to resolved inputs */

const dayNumber = (day: string): number =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / 86_400_000;
const monthNumber = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const monthOfDayNumber = (day: number): number => {
  const date = new Date(day * 86_400_000);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
};

/** The billing month with its days `[from, to)`. */
interface Calendar {
  readonly number: number;
  readonly from: number;
  readonly to: number;
  readonly days: number;
}

const calendarOf = (month: string): Calendar => {
  const number = monthNumber(`${month}-01`);
  const from = dayNumber(`${month}-01`);
  const to = Date.UTC(Math.floor((number + 1) / 12), (number + 1) % 12, 1) / 86_400_000;
  return { number, from, to, days: to - from };
};

/** A reading that counts, with the month it closes; the first one of a register is its initial reading. */
interface Point {
  readonly month: number;
  readonly value: Decimal;
}

/** The days of a meter and the readings of its zones that count. */
interface MeterHistory {
  readonly zones: ReadonlyMap<string, readonly Point[]>;
  /** First day on which it does not measure any more, and the month of that. */
  readonly fitEnd: number;
  readonly eventMonth: number;
  readonly removed: boolean;
}

const historyOf = ({ meter, registers }: PeerMeter): MeterHistory => {
  const expiry = meter.verifications.reduce((last, one) => (one.until > last ? one.until : last), '');
  let fitEnd = expiry === '' ? Number.POSITIVE_INFINITY : dayNumber(expiry) + 1;
  let eventMonth = expiry === '' ? Number.POSITIVE_INFINITY : monthOfDayNumber(fitEnd);
  const removed = meter.removedOn !== undefined && dayNumber(meter.removedOn) + 1 < fitEnd;
  if (meter.removedOn !== undefined && removed) {
    fitEnd = dayNumber(meter.removedOn) + 1;
    eventMonth = monthNumber(meter.removedOn);
  }
  const zones = new Map<string, readonly Point[]>();
  for (const register of registers) {
    const points: Point[] = [{ month: monthNumber(meter.commissionedOn), value: new Decimal(register.initial) }];
    for (const reading of register.readings) {
      const closes =
        monthNumber(reading.takenOn) + (reading.purpose !== 'closing' && Number(reading.takenOn.slice(8, 10)) > CUTOFF_DAY ? 1 : 0);
      if (closes >= eventMonth && reading.purpose !== 'closing') continue;
      const value = new Decimal(reading.value);
      const last = points[points.length - 1] as Point;
      const again = last.month === closes && points.length > 1;
      const before = again ? (points[points.length - 2] as Point) : last;
      if (value.lessThan(before.value)) continue;
      if (again) points[points.length - 1] = { month: closes, value };
      else points.push({ month: closes, value });
    }
    zones.set(register.zone, points);
  }
  return { zones, fitEnd, eventMonth, removed };
};

/** Monthly average of a zone over the meters of a place, from readings that closed months before `before`. */
const averageOf = (meters: readonly MeterHistory[], zone: string, before: number): Decimal | null => {
  let months = 0;
  let volume = ZERO;
  for (let m = meters.length - 1; m >= 0 && months < WINDOW_MONTHS; m -= 1) {
    const meter = meters[m] as MeterHistory;
    const points = meter.zones.get(zone);
    if (points === undefined) continue;
    const limit = meter.removed ? before : Math.min(before, meter.eventMonth);
    let end = points.length - 1;
    while (end > 0 && (points[end] as Point).month >= limit) end -= 1;
    const last = points[end] as Point;
    let start = end;
    while (start > 0 && months + last.month - (points[start] as Point).month < WINDOW_MONTHS) start -= 1;
    if (start === end) continue;
    const first = points[start] as Point;
    volume = volume.plus(last.value.minus(first.value));
    months += last.month - first.month;
  }
  return months < LEAST_MONTHS ? null : volume.div(months).toDecimalPlaces(7);
};

/** What a meter place says of the month: readings or an average for each zone, or that the normative counts. */
type PlaceSays =
  | {
      readonly kind: 'volumes';
      readonly zones: ReadonlyMap<string, { readonly now: Decimal; readonly before: Decimal } | { readonly average: Decimal }>;
    }
  | { readonly kind: 'normative'; readonly raised: boolean };

const placeSays = (meters: readonly MeterHistory[], calendar: Calendar, service: string, mostPeriods: number): PlaceSays => {
  const meter = meters[meters.length - 1] as MeterHistory;
  const zones = new Map<string, { readonly now: Decimal; readonly before: Decimal } | { readonly average: Decimal }>();
  let normative: { readonly kind: 'normative'; readonly raised: boolean } | null = null;
  const fit = meter.fitEnd >= calendar.to;
  for (const [zone, points] of meter.zones) {
    if (fit) {
      const known = points.filter((point) => point.month <= calendar.number);
      const last = known[known.length - 1] as Point;
      const before = known[known.length - 2];
      if (last.month === calendar.number && before !== undefined) {
        zones.set(zone, { now: last.value, before: before.value });
        continue;
      }
      const average = averageOf(meters, zone, calendar.number);
      if (calendar.number - last.month <= mostPeriods && average !== null) zones.set(zone, { average });
      else normative = { kind: 'normative', raised: false };
      continue;
    }
    const periods = calendar.number - meter.eventMonth + 1;
    const average = averageOf(meters, zone, meter.eventMonth);
    if (average !== null && (service === 'electricity' || periods <= mostPeriods)) zones.set(zone, { average });
    else normative = { kind: 'normative', raised: periods > mostPeriods && service !== 'electricity' };
  }
  return normative ?? { kind: 'volumes', zones };
};

/** Days of an account in its premises. */
interface Holder {
  readonly account: AccountRecord;
  readonly from: number;
  readonly to: number;
}

/** Prices of a service on days on which they do not change. */
interface Terms {
  readonly from: number;
  readonly to: number;
  readonly tariff: Decimal;
  readonly other: Decimal;
  readonly zones: ReadonlyMap<string, Decimal>;
  /** Meters of two zones have prices of their own. */
  readonly twoZones: ReadonlyMap<string, Decimal>;
  readonly heat: { readonly normative: Decimal; readonly tariff: Decimal } | null;
}

const entryOn = <E extends { readonly from: string }>(entries: readonly E[], day: number): E =>
  entries.reduce((found, entry) => (dayNumber(entry.from) <= day ? entry : found), entries[0] as E);

const decimalOn = (record: TariffRecord | NormativeRecord | undefined, day: number): Decimal =>
  new Decimal(
    record === undefined
      ? 0
      : ((entryOn<{ from: string; value?: string | null | undefined }>(record.entries, day).value ?? 0) as string | number),
  );

const termsOf = (house: PeerHouse, service: ServiceRecord, calendar: Calendar): readonly Terms[] => {
  const zoneCodes = Object.entries(service.zoneTariffs ?? {});
  const twoZoneCodes = Object.entries(service.twoZoneTariffs ?? {});
  const single = [service.tariff, service.legalEntityTariff, service.heatTariff];
  const codes = [...single, ...[...zoneCodes, ...twoZoneCodes].map(([, code]) => code)];
  const cuts = new Set([calendar.from, calendar.to]);
  for (const code of codes) {
    for (const entry of house.tariffs.get(code ?? '')?.entries ?? []) {
      const day = dayNumber(entry.from);
      if (day > calendar.from && day < calendar.to) cuts.add(day);
    }
  }
  const days = [...cuts].sort((a, b) => a - b);
  return days.slice(1).map((to, index): Terms => {
    const from = days[index] as number;
    const price = (code: string): Decimal => decimalOn(house.tariffs.get(code), from);
    const heat =
      service.heatTariff === undefined || service.heatNormative === undefined
        ? null
        : { normative: decimalOn(house.normatives.get(service.heatNormative), from), tariff: price(service.heatTariff) };
    return {
      from,
      to,
      tariff: price(service.tariff),
      other: price(service.legalEntityTariff ?? service.tariff),
      zones: new Map(zoneCodes.map(([zone, code]) => [zone, price(code)])),
      twoZones: new Map(twoZoneCodes.map(([zone, code]) => [zone, price(code)])),
      heat,
    };
  });
};

/** People on days on which their number does not change. */
interface People {
  readonly from: number;
  readonly to: number;
  readonly persons: number;
}

const peopleOf = (premises: PremisesRecord, residents: readonly ResidentRecord[], from: number, to: number): readonly People[] => {
  const stays = residents
    .map((one) => ({ from: dayNumber(one.from), to: one.to === null ? Number.POSITIVE_INFINITY : dayNumber(one.to), stay: one.stay }))
    .filter((one) => one.to > from && one.from < to && (one.stay === 'permanent' || one.to - one.from > TEMPORARY_DAYS));
  const cuts = new Set([from, to]);
  for (const stay of stays) {
    if (stay.from > from) cuts.add(stay.from);
    if (stay.to < to) cuts.add(stay.to);
  }
  const owners = premises.owners[premises.owners.length - 1]?.count ?? 0;
  const days = [...cuts].sort((a, b) => a - b);
  const people: People[] = [];
  for (let i = 1; i < days.length; i += 1) {
    const [start, end] = [days[i - 1] as number, days[i] as number];
    const persons = stays.filter((stay) => stay.from <= start && stay.to >= end).length || owners;
    const last = people[people.length - 1];
    if (last !== undefined && last.persons === persons) people[people.length - 1] = { ...last, to: end };
    else people.push({ from: start, to: end, persons });
  }
  return people;
};

const normativePerPerson = (record: NormativeRecord, day: number, persons: number, rooms: number | undefined): Decimal => {
  const entry = entryOn(record.entries, day);
  if (entry.table === undefined) return new Decimal(entry.value ?? 0);
  const rows = entry.table.filter((row) => row.rooms === undefined || row.rooms === rooms);
  const row = rows.find((one) => one.persons === persons) ?? rows[rows.length - 1];
  return new Decimal(row?.value ?? 0);
};

const normativeSource = (
  house: PeerHouse,
  service: ServiceRecord,
  { premises, residents }: PeerPremises,
  from: number,
  to: number,
): VolumeSource => {
  const record = house.normatives.get(service.normative ?? '') as NormativeRecord;
  const people = peopleOf(premises, residents, from, to);
  const of = (one: People): Decimal => normativePerPerson(record, one.from, one.persons, premises.rooms);
  const [only] = people;
  if (only !== undefined && people.length === 1) {
    return { by: 'normative', normative: of(only), personDays: new Decimal(only.persons * (only.to - only.from)) };
  }
  return { by: 'normativeDays', sum: people.reduce((sum, one) => sum.plus(of(one).times(one.persons * (one.to - one.from))), ZERO) };
};

/** The part of a month's volume that falls on the days of a holder: growing shares, so that the parts make the whole. */
const partOf = (volume: Decimal, holder: Holder, calendar: Calendar): Decimal => {
  if (holder.from === calendar.from && holder.to === calendar.to) return volume;
  const through = (days: number): Decimal => volume.times(days).div(calendar.days).toDecimalPlaces(7);
  return through(holder.to - calendar.from).minus(through(holder.from - calendar.from));
};

const areaVolume = (premises: PremisesRecord, from: number, to: number, calendar: Calendar): Decimal => {
  let sum = ZERO;
  premises.areas.forEach((area, index) => {
    const next = premises.areas[index + 1];
    const start = Math.max(from, dayNumber(area.from));
    const end = next === undefined ? to : Math.min(to, dayNumber(next.from));
    if (end > start) sum = sum.plus(new Decimal(area.value).times(end - start));
  });
  return sum.div(calendar.days).toDecimalPlaces(7);
};

const ORDER = ['maintenance', 'coldWater', 'hotWater', 'sewerage', 'electricity'];

/** Lines of one metered service for one account. */
const serviceLines = (
  house: PeerHouse,
  calendar: Calendar,
  service: ServiceRecord,
  terms: Terms,
  one: PeerPremises,
  holder: Holder,
  places: readonly (readonly MeterHistory[])[],
): ResolvedLine[] => {
  const { premises } = one;
  const other = premises.type === 'nonResidential';
  const { heat } = terms;
  const line = (zone: string, factor: Decimal | null, source: VolumeSource, prices = terms.zones): ResolvedLine => ({
    service: service.service,
    zone,
    tariff: other ? terms.other : (prices.get(zone) ?? terms.tariff),
    factor,
    heat,
    source,
  });
  const contract = (): ResolvedLine[] => {
    const agreed = premises.contractVolumes.find((volume) => volume.service === service.service);
    return agreed === undefined ? [] : [line('', null, { by: 'known', volume: partOf(new Decimal(agreed.volume), holder, calendar) })];
  };
  const byNormative = (raised: boolean): ResolvedLine[] =>
    other
      ? contract()
      : [line('', raised ? (FACTOR[service.service] ?? null) : null, normativeSource(house, service, one, holder.from, holder.to))];
  if (service.service === 'sewerage') return [line('', null, { by: 'waters' })];
  if (places.length === 0) {
    const impossible = premises.meteringImpossible.some((act) => act.service === service.service);
    return byNormative(!impossible && service.service !== 'electricity');
  }
  const says = places.map((meters) => placeSays(meters, calendar, other ? 'other' : service.service, other ? 2 : 3));
  const normatives = says.filter((said) => said.kind === 'normative');
  if (normatives.length > 0) return byNormative(normatives.some((said) => said.raised));
  const whole = holder.from === calendar.from && holder.to === calendar.to;
  const zones = new Map<string, { now: Decimal; before: Decimal; substituted: Decimal | null }>();
  for (const said of says) {
    if (said.kind === 'normative') continue;
    for (const [zone, found] of said.zones) {
      const sum = zones.get(zone) ?? { now: ZERO, before: ZERO, substituted: null };
      if ('now' in found && whole) {
        sum.now = sum.now.plus(found.now);
        sum.before = sum.before.plus(found.before);
      } else {
        const volume = 'now' in found ? found.now.minus(found.before) : found.average;
        sum.substituted = (sum.substituted ?? ZERO).plus(partOf(volume, holder, calendar));
      }
      zones.set(zone, sum);
    }
  }
  const prices = zones.size === 2 ? terms.twoZones : terms.zones;
  return [...zones].map(([zone, sum]) => line(zone === 'T0' ? '' : zone, null, { by: 'readings', ...sum }, prices));
};

/** Find what every line of a house is made from. */
export const resolveMonth = (house: PeerHouse, month: string): ResolvedAccount[] => {
  const calendar = calendarOf(month);
  const services = [...house.services].sort((a, b) => ORDER.indexOf(a.service) - ORDER.indexOf(b.service));
  const termsByService = new Map(services.map((service) => [service.service, termsOf(house, service, calendar)]));
  const resolved: ResolvedAccount[] = [];
  for (const one of house.premises) {
    const places = new Map<string, (readonly MeterHistory[])[]>();
    for (const { service, meters } of one.places) {
      const histories = places.get(service) ?? [];
      places.set(service, histories);
      histories.push(meters.map(historyOf));
    }
    for (const account of one.accounts) {
      const from = Math.max(calendar.from, dayNumber(account.from));
      const to = account.to === null ? calendar.to : Math.min(calendar.to, dayNumber(account.to));
      if (to <= from) continue;
      const holder = { account, from, to };
      const lines: ResolvedLine[] = [];
      for (const service of services) {
        for (const terms of termsByService.get(service.service) ?? []) {
          if (service.service !== 'maintenance') {
            lines.push(...serviceLines(house, calendar, service, terms, one, holder, places.get(service.service) ?? []));
            continue;
          }
          const [first, end] = [Math.max(from, terms.from), Math.min(to, terms.to)];
          if (end <= first) continue;
          const source: VolumeSource = { by: 'known', volume: areaVolume(one.premises, first, end, calendar) };
          lines.push({ service: 'maintenance', zone: '', tariff: terms.tariff, factor: null, heat: null, source });
        }
      }
      resolved.push({ account: account.number, daysInMonth: calendar.days, lines });
    }
  }
  return resolved;
};

/** Bills of a house. */
export const billMonth = (house: PeerHouse, month: string): DecimalBill[] =>
  resolveMonth(house, month).map((account) => {
    const lines = priceAccount(account);
    return { account: account.account, lines, total: lines.reduce((sum, line) => sum.plus(line.amount), ZERO) };
  });
