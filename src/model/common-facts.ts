import { addDays, monthOf } from '../kernel/calendar';
import { overlaps } from '../kernel/interval';
import { byText } from '../kernel/text-order';
import { priceChecks } from './assembly-checks';
import { type AssemblyProblem, factPlace as at } from './assembly-problem';
import type { CommonTermsRecord, HouseVolumeRecord } from './common-records';
import type { Groups } from './fact-groups';
import { byFrom, byId } from './fact-order';
import type { CommonFacts, Inlet } from './facts';
import { checkSpentVolume } from './own-production';
import { pointsOf } from './premises-facts';
import { TARIFF_UNITS } from './pricing-checks';
import type { HouseMeterRecord, MeterRecord } from './records';

const NOTHING: CommonFacts = { terms: [], inlets: [], volumes: [] };

const COMMON_NORMATIVE_UNIT = {
  coldWater: 'm3/m2-month',
  hotWater: 'm3/m2-month',
  sewerage: 'm3/m2-month',
  electricity: 'kWh/m2-month',
} as const;

/** What a house consumes in common, nested and checked. */
export const commonFacts = (house: string, groups: Groups, problems: AssemblyProblem[]): CommonFacts => {
  const terms = groups.commonTerms.get(house);
  const meters = groups.houseMetersOf.get(house);
  const volumes = groups.houseVolumes.get(house);
  if (terms === undefined && meters === undefined && volumes === undefined) return NOTHING;
  return {
    terms: termsOf(terms ?? [], groups, problems),
    inlets: inletsOf(meters ?? [], groups, problems),
    volumes: volumesOf(volumes ?? [], problems),
  };
};

const termsOf = (list: CommonTermsRecord[], groups: Groups, problems: AssemblyProblem[]): readonly CommonTermsRecord[] => {
  list.sort((a, b) => byText(a.service, b.service) || byFrom(a, b));
  for (const [index, one] of list.entries()) {
    if (one.to !== null && one.to <= one.from)
      problems.push({ code: 'interval-empty', at: at(one), facts: { from: one.from, to: one.to } });
    const before = list[index - 1];
    if (before !== undefined && before.service === one.service && overlaps(before, one))
      problems.push({ code: 'common-terms-overlap', at: at(one), value: one.service, facts: { other: before.id } });
    checkChange(before, one, problems);
    const { tariff, normative } = priceChecks(one, groups, problems);
    tariff(one.tariff, TARIFF_UNITS[one.service], 'tariff');
    tariff(one.heatTariff, 'RUB/Gcal', 'heatTariff');
    normative(one.normative, COMMON_NORMATIVE_UNIT[one.service], 'normative');
    normative(one.heatNormative, 'Gcal/m3', 'heatNormative');
    if (one.heatTariff !== undefined && one.heatNormative === undefined)
      problems.push({ code: 'normative-unknown', at: `${at(one)} heatNormative`, value: '' });
  }
  return list;
};

/** What the balance of a month has one of. */
const OF_A_MONTH = ['provider', 'method', 'excessToOwners', 'bySupplier'] as const;

/** The balance of a month is one provider's, by one method: terms that change them begin with a month. */
const checkChange = (before: CommonTermsRecord | undefined, one: CommonTermsRecord, problems: AssemblyProblem[]): void => {
  if (before?.service !== one.service || before.to === null || before.to > one.from) return;
  const what = OF_A_MONTH.find((field) => before[field] !== one[field]);
  if (what !== undefined && monthOf(addDays(before.to, -1)) === monthOf(one.from))
    problems.push({ code: 'common-terms-mid-month', at: at(one), value: one.service, facts: { what, from: one.from, other: before.id } });
};

/** A house meter as the meter it is: its place is the inlet. */
const asMeter = ({ kind: _kind, house: _house, inlet, within: _within, ...meter }: HouseMeterRecord): MeterRecord => ({
  ...meter,
  kind: 'meter',
  premises: '',
  point: inlet,
});

const inletsOf = (list: readonly HouseMeterRecord[], groups: Groups, problems: AssemblyProblem[]): readonly Inlet[] => {
  const inlets = pointsOf(list.map(asMeter), groups, problems).map((point): Inlet => {
    const own = list.filter((meter) => meter.service === point.service && meter.inlet === point.point);
    return { ...point, within: own[own.length - 1]?.within ?? null };
  });
  const named = (inlet: Inlet, name: string | null): Inlet | undefined =>
    inlets.find((other) => other.service === inlet.service && other.point === name);
  for (const inlet of inlets) {
    const place = `houseMeter ${inlet.meters[0]?.meter.id ?? ''}`;
    if (inlet.within === null) continue;
    if (named(inlet, inlet.within) === undefined)
      problems.push({ code: 'unknown-reference', at: place, value: inlet.within, facts: { refersTo: 'inlet' } });
    const seen = new Set<Inlet>();
    for (let up: Inlet | undefined = inlet; up !== undefined; up = named(up, up.within)) {
      if (seen.has(up)) {
        problems.push({ code: 'inlet-within-itself', at: place, value: inlet.point });
        break;
      }
      seen.add(up);
    }
  }
  return inlets;
};

const volumesOf = (list: HouseVolumeRecord[], problems: AssemblyProblem[]): readonly HouseVolumeRecord[] => {
  list.sort((a, b) => byText(a.month, b.month) || byText(a.service, b.service) || byId(a, b));
  for (const [index, one] of list.entries()) {
    checkSpentVolume(one, problems);
    const other = list.findIndex(
      (two) =>
        two.month === one.month &&
        two.service === one.service &&
        two.what === one.what &&
        two.inlet === one.inlet &&
        two.resource === one.resource,
    );
    if (other !== index)
      problems.push({ code: 'house-volume-twice', at: at(one), value: one.month, facts: { other: (list[other] as HouseVolumeRecord).id } });
  }
  return list;
};
