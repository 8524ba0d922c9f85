import { entryOn } from '../kernel/dated';
import { parseExact } from '../kernel/gate';
import { WIDEST } from '../kernel/quantity';
import { must } from '../kernel/result';
import { byText } from '../kernel/text-order';
import { RANGE_CEILINGS, RANGE_HEATING_FACTOR } from '../norms/federal/ranges';
import { type AssemblyProblem, factPlace as at } from './assembly-problem';
import type { PriceReferences } from './price-references';
import type { GroupTerms, RangesTerms } from './pricing-terms';
import type { NormativeRecord, ServiceRecord } from './records';

const LIMIT_UNITS = ['kWh/month', 'kWh/person-month'] as const;
const ONE = 10n ** BigInt(WIDEST.scale);

const exact = (text: string): bigint => must(parseExact(text, WIDEST)).int;

/** Ranges of a service or a group: as many tariffs and zones as limits ask for, limits in order and within the federal ceilings. */
export const checkRanges = (
  service: ServiceRecord,
  terms: Pick<GroupTerms, 'ranges' | 'zoneTariffs' | 'twoZoneTariffs'>,
  path: string,
  tariffUnits: readonly string[],
  references: PriceReferences,
  problems: AssemblyProblem[],
): void => {
  const { ranges } = terms;
  if (ranges === undefined) return;
  const place = `${at(service)} ${path}ranges`;
  checkTariffs(terms, ranges, `${path}ranges`, tariffUnits, references, place, problems);
  const units = service.service === 'electricity' ? LIMIT_UNITS : [];
  const usual = ranges.limits.map((code, index) => references.normative(code, units, `${path}ranges.limits.${index}`));
  checkLimits(service, usual, false, place, problems);
  const heating = ranges.electricHeating;
  if (heating === undefined) return;
  if (heating.limits.length !== ranges.limits.length)
    problems.push({
      code: 'range-limit-missing',
      at: `${place}.electricHeating`,
      value: String(heating.limits.length),
      facts: { expected: String(ranges.limits.length) },
    });
  const raised = heating.limits.map((code, index) => references.normative(code, units, `${path}ranges.electricHeating.limits.${index}`));
  checkLimits(service, raised, true, `${place}.electricHeating`, problems);
};

const checkTariffs = (
  first: Pick<GroupTerms, 'zoneTariffs' | 'twoZoneTariffs'>,
  { limits, tariffs }: RangesTerms,
  path: string,
  tariffUnits: readonly string[],
  references: PriceReferences,
  place: string,
  problems: AssemblyProblem[],
): void => {
  const missing = (value: string): unknown => problems.push({ code: 'range-tariff-missing', at: place, value });
  if (tariffs.length !== limits.length) missing(String(Math.min(limits.length, tariffs.length) + 2));
  for (const [index, one] of tariffs.entries()) {
    references.tariff(one.tariff, tariffUnits, `${path}.tariffs.${index}.tariff`);
    for (const field of ['zoneTariffs', 'twoZoneTariffs'] as const) {
      for (const [zone, code] of Object.entries(one[field] ?? {}))
        references.tariff(code, tariffUnits, `${path}.tariffs.${index}.${field}.${zone}`);
      for (const zone of Object.keys(first[field] ?? {}))
        if (!Object.hasOwn(one[field] ?? {}, zone)) missing(`${index + 2}, ${field}.${zone}`);
    }
  }
};

type Entry = NormativeRecord['entries'][number];

const valuesOf = (entry: Entry | undefined): readonly string[] =>
  entry === undefined ? [] : [...(typeof entry.value === 'string' ? [entry.value] : []), ...(entry.table ?? []).map(({ value }) => value)];

const entryAt = (record: NormativeRecord, day: Entry['from']): Entry | undefined =>
  [...record.entries].sort((a, b) => byText(b.from, a.from)).find((entry) => entry.from <= day);

/** Limits on every day on which one of them, or its ceiling, begins to count for the service. */
const checkLimits = (
  service: ServiceRecord,
  records: readonly (NormativeRecord | undefined)[],
  heating: boolean,
  place: string,
  problems: AssemblyProblem[],
): void => {
  const days = [
    ...new Set([
      service.from,
      ...records.flatMap((record) => record?.entries.map(({ from }) => from) ?? []),
      ...RANGE_CEILINGS.flatMap(({ series }) => series.map(({ from }) => from)),
    ]),
  ].filter((day) => day >= service.from && (service.to === null || day < service.to));
  const told = new Set<string>();
  for (const day of days.sort(byText)) {
    let below: string | undefined;
    const factor = heating ? exact(entryOn(RANGE_HEATING_FACTOR.series, day)?.value ?? '1') : ONE;
    for (const [index, record] of records.entries()) {
      const entry = record === undefined ? undefined : entryAt(record, day);
      const ceiling = RANGE_CEILINGS[index] && entryOn(RANGE_CEILINGS[index].series, day)?.value;
      for (const value of valuesOf(entry)) {
        const most = record?.unit === 'kWh/month' && typeof ceiling === 'string' ? (exact(ceiling) * factor) / ONE : null;
        if (most !== null && exact(value) > most && !told.has(`${index} ${value}`)) {
          told.add(`${index} ${value}`);
          problems.push({
            code: 'range-limit-above-ceiling',
            at: place,
            value,
            facts: { ceiling: String(most / ONE), range: String(index + 1), day },
          });
        }
      }
      const value = entry?.table === undefined ? (entry?.value ?? undefined) : undefined;
      if (below !== undefined && value !== undefined && exact(value) <= exact(below))
        problems.push({ code: 'range-limit-order', at: place, value, facts: { below, day } });
      below = value;
    }
  }
};
