import type { HouseFacts } from '../model/facts';
import type { CapacityUnit, GroupTerms, RangesTerms } from '../model/pricing-terms';
import type { HeatingResource } from '../model/record-parts';
import type { ServiceRecord, TariffRecord } from '../model/records';
import { type PricedZone, type Zone, zoneCode } from '../model/services';
import type { Price } from './prices';

/** Price of a volume: single, and by zone of the day. */
export interface ZonedPrices {
  readonly single: Price;
  readonly zones: Partial<Record<PricedZone, Price>>;
}

/** Ranges of volume or the steps of the social norm: where each begins, and the prices above. */
export interface RangeSet {
  readonly terms: RangesTerms;
  /** Prices of the second range and, where there is one, of the third. */
  readonly prices: readonly ZonedPrices[];
}

/** Everything that prices the volume of a group of consumers on some days. */
export interface PriceSet extends ZonedPrices {
  readonly terms: GroupTerms;
  readonly ranges: RangeSet | null;
  /** Price of capacity or load under a two-part tariff. */
  readonly constant: Price | null;
}

/** Units of the constant part by the unit of its tariff. */
export const CAPACITY_UNIT: Readonly<Partial<Record<TariffRecord['unit'], CapacityUnit>>> = {
  'RUB/kW-month': 'kW',
  'RUB/(m3/h)-month': '(m3/h)',
  'RUB/(Gcal/h)-month': '(Gcal/h)',
};

type Zoned = Pick<GroupTerms, 'tariff' | 'zoneTariffs' | 'twoZoneTariffs'>;
type Find = (code: string) => Price | null;

/** Prices of a service or of one of its groups; `null` when one has no value, which `find` reports. */
export const priceSet = (terms: GroupTerms, find: Find): PriceSet | null => {
  const own = zonedPrices(terms, find);
  const ranges =
    terms.ranges === undefined ? null : { terms: terms.ranges, prices: terms.ranges.tariffs.map((one) => zonedPrices(one, find)) };
  const constant = terms.constantTariff === undefined ? null : find(terms.constantTariff);
  if (own === null || ranges?.prices.includes(null) === true) return null;
  return {
    single: own.single,
    zones: own.zones,
    terms,
    ranges: ranges as RangeSet | null,
    constant,
  };
};

const zonedPrices = (terms: Zoned, find: Find): ZonedPrices | null => {
  const single = find(terms.tariff);
  if (terms.zoneTariffs === undefined && terms.twoZoneTariffs === undefined) return single === null ? null : { single, zones: NO_ZONES };
  const zones: Partial<Record<PricedZone, Price>> = {};
  for (const [zone, code] of zoneCodes(terms)) {
    const price = find(code);
    if (price !== null) zones[zone] = price;
  }
  return single === null ? null : { single, zones };
};

const NO_ZONES: ZonedPrices['zones'] = {};

/** Codes of the zone tariffs: two-zone meters have those of the others where they have none of their own. */
const zoneCodes = (terms: Zoned): readonly (readonly [PricedZone, string])[] => {
  if (terms.zoneTariffs === undefined && terms.twoZoneTariffs === undefined) return [];
  const { zoneTariffs: own = NO_CODES, twoZoneTariffs: two = NO_CODES } = terms;
  const codes: [PricedZone, string][] = [];
  const add = (zone: PricedZone, code: string | undefined): void => {
    if (code !== undefined) codes.push([zone, code]);
  };
  for (const zone of zoneCode.options) add(zone, own[zone]);
  add('T1of2', two.T1 ?? own.T1);
  add('T2of2', two.T2 ?? own.T2);
  return codes;
};

const NO_CODES: Partial<Record<Zone, string>> = {};

/** Codes of all tariffs of a set. */
export const codesOf = (terms: GroupTerms): readonly string[] => {
  const codes = terms.constantTariff === undefined ? [] : [terms.constantTariff];
  addCodes(terms, codes);
  for (const range of terms.ranges?.tariffs ?? []) addCodes(range, codes);
  return codes;
};

const addCodes = (terms: Zoned, codes: string[]): void => {
  codes.push(terms.tariff);
  for (const [, code] of zoneCodes(terms)) codes.push(code);
};

/** A resource that heats the water made in the house: its tariff and, where one is approved, its specific consumption. */
export interface PricedResource {
  readonly resource: HeatingResource;
  readonly price: Price;
  readonly normative: Price | null;
}

/** Codes of the tariffs and specific consumptions of own production. */
export const resourceCodes = ({ made }: ServiceRecord): readonly (string | undefined)[] =>
  made === undefined ? NONE : made.resources.flatMap(({ tariff, normative }) => [tariff, normative]);

/** Prices of own production; one without a value is left out, which `find` reports. */
export const resourcePrices = ({ made }: ServiceRecord, find: Find): readonly PricedResource[] =>
  made === undefined
    ? NO_RESOURCES
    : made.resources.flatMap(({ resource, tariff, normative }) => {
        const price = find(tariff);
        return price === null ? [] : [{ resource, price, normative: normative === undefined ? null : find(normative) }];
      });

const NO_RESOURCES: readonly PricedResource[] = [];

/** Groups of consumers that the services of a house name, in order. */
export const groupNames = (facts: HouseFacts): readonly string[] => {
  if (facts.services.every((one) => one.tariffGroups === undefined)) return NONE;
  return [...new Set(facts.services.flatMap((one) => Object.keys(one.tariffGroups ?? {})).sort())];
};

const NONE: readonly string[] = [];
