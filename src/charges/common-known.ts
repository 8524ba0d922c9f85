import { type MeteredUnit, roundedVolume, VOLUME_FORMULAS, VOLUME_SCALE } from '../consumption/formulas';
import { type InletMonth, inletsMonth } from '../consumption/inlet-month';
import { byAverage } from '../consumption/register-month';
import { COMMON_FORMULAS } from '../house/formulas';
import { dayFromSerial, serial } from '../kernel/calendar';
import { scaledSafe } from '../kernel/gate';
import { quantity, scaled } from '../kernel/quantity';
import { TENFOLD_BASES, type VolumeBasis } from '../model/bill';
import type { CommonTermsRecord } from '../model/common-records';
import type { HouseFacts } from '../model/facts';
import type { NormativeRecord } from '../model/records';
import type { MeteredService } from '../model/services';
import { AVERAGE_PERIODS_HOUSE } from '../norms/federal/average';
import { calculate } from '../norms/formula';
import { valueOn } from '../norms/parameter';
import type { CommonHistory } from './common-history';
import type { HouseCharges } from './house-month';
import { inletsOf } from './premises-uses';
import type { PricedMonth } from './prices';
import { isOwnVolume, type Slot, type SlotSpec } from './slot';
import { actWords } from './source-words';

/** What a house took of a resource: its inlets, and their sum without those inside of others; `null` when some inlet is not known. */
export interface SuppliedMonth {
  readonly inlets: readonly InletMonth[];
  readonly volume: number | null;
  /** Last day a house meter was read for the month (serial), or 0. */
  readonly taken: number;
  /** Some inlet or act is there at all, whatever the month. */
  readonly equipped: boolean;
}

/** The volume of the house in the month. */
export const suppliedMonth = (facts: HouseFacts, context: PricedMonth, service: MeteredService): SuppliedMonth => {
  const periods = valueOn(AVERAGE_PERIODS_HOUSE, context.first);
  const inlets = inletsMonth(context, service, inletsOf(facts), facts.common.volumes, periods.ok ? Number(periods.value.value) : 0);
  let volume: number | null = inlets.length === 0 ? null : 0;
  let taken = 0;
  for (const inlet of inlets) {
    if (inlet.within !== null) continue;
    volume = volume === null || inlet.volume === null ? null : volume + inlet.volume;
    taken = Math.max(taken, inlet.taken);
  }
  const equipped =
    facts.common.inlets.some((inlet) => inlet.service === service) ||
    facts.common.volumes.some((one) => one.service === service && one.what === 'supplied');
  return { inlets, volume, taken, equipped };
};

/** Volumes of premises by basis and group. */
export interface PremisesVolume {
  readonly basis: VolumeBasis | 'supplied';
  readonly nonResidential: boolean;
  premises: number;
  volume: number;
}

/** What the premises took: charged by us, and told by suppliers for direct contracts; `missing` are premises whose volume nobody told. */
export interface PremisesMonth {
  readonly groups: readonly PremisesVolume[];
  readonly volume: number;
  readonly missing: readonly string[];
}

/** Volume of a place of a column as the balance of the house counts it: a tenfold normative as one (C18). */
export const countedVolume = (slot: Slot, place: number, { acts }: PricedMonth): number =>
  (slot.volume[place] as number) / (TENFOLD_BASES.has(slot.basisAt(place)) ? acts.times : 1);

/**
 * Volumes of the premises of a house: own volumes of the month without the multiplier, a tenfold normative as one (C18); of a communal flat its
 * own meter (C36).
 *
 * @param takes which columns count; own volumes of the service by default
 */
export const premisesVolumes = (
  facts: HouseFacts,
  charges: HouseCharges,
  service: MeteredService,
  takes: (spec: SlotSpec) => boolean = (spec) => isOwnVolume(spec, service),
): PremisesMonth => {
  const groups = new Map<string, PremisesVolume>();
  const add = (basis: PremisesVolume['basis'], nonResidential: boolean, volume: number, premises = 1): void => {
    const key = `${basis}|${nonResidential}`;
    let group = groups.get(key);
    if (group === undefined) {
      group = { basis, nonResidential, premises: 0, volume: 0 };
      groups.set(key, group);
    }
    group.premises += premises;
    group.volume += volume;
  };
  for (const slot of charges.slots) {
    if (!takes(slot.spec)) continue;
    for (let place = 0; place < slot.count; place += 1) {
      const row = charges.rows[slot.rowAt[place] as number];
      const basis = slot.basisAt(place);
      const counted = countedVolume(slot, place, charges.context);
      // A volume that was cut into ranges is one volume.
      const above = slot.spec.range !== null && slot.spec.range > 1;
      add(basis, row?.premises.premises.type === 'nonResidential', counted, above ? 0 : 1);
    }
  }
  for (const { code, service: of, flat, rooms } of charges.notices)
    if (code === 'rooms-above-flat' && of === service) {
      const group = [...groups.values()].find(({ nonResidential }) => !nonResidential);
      if (group !== undefined) group.volume += flat - rooms;
    }
  const missing: string[] = [];
  const { month, from, to } = charges.context;
  for (const { premises } of facts.premises) {
    const told = premises.suppliedVolumes?.find((one) => one.service === service && one.month === month);
    if (told !== undefined) add('supplied', premises.type === 'nonResidential', scaledSafe(told.volume, VOLUME_SCALE));
    else if (
      premises.directContracts.some((one) => one.service === service && serial(one.from) < to && (one.to === null || serial(one.to) > from))
    )
      missing.push(premises.id);
  }
  const list = [...groups.values()].sort((a, b) => (`${a.basis}|${a.nonResidential}` < `${b.basis}|${b.nonResidential}` ? -1 : 1));
  return { groups: list, volume: list.reduce((sum, group) => sum + group.volume, 0), missing };
};

/** What was used inside the house to make heat or hot water (п. 54), by acts. */
export const ownUse = (facts: HouseFacts, month: string, service: MeteredService): number =>
  facts.common.volumes.reduce(
    (sum, one) =>
      one.what === 'ownUse' && one.service === service && one.month === month ? sum + scaledSafe(one.volume, VOLUME_SCALE) : sum,
    0,
  );

/** A run of days with one normative and one area of common property. */
export interface CommonNormativePiece {
  readonly from: number;
  readonly to: number;
  readonly value: string;
  readonly area: string;
  readonly source: string;
  readonly volume: number;
}

/** The common volume by the normative; `null` when something is missing, told to the context. */
export const commonByNormative = (
  context: PricedMonth,
  terms: CommonTermsRecord,
  from: number,
  to: number,
): readonly CommonNormativePiece[] | null => {
  const at = `commonTerms ${terms.id}`;
  const record = context.normatives.record(terms.normative);
  if (record === undefined) {
    context.problems.push({ code: 'no-normative', at, value: terms.service, facts: { month: context.month } });
    return null;
  }
  const found = context.normatives.within(record, from, to);
  if (!found.ok) {
    context.problems.push({ ...found.error, at });
    return null;
  }
  const areas = [...terms.areas].sort((a, b) => (a.from < b.from ? -1 : 1));
  if (areas[0] === undefined || serial(areas[0].from) > from) {
    context.problems.push({ code: 'common-area-missing', at, value: terms.service, facts: { month: context.month } });
    return null;
  }
  const pieces: CommonNormativePiece[] = [];
  for (const normative of found.value) {
    for (const [index, area] of areas.entries()) {
      const next = areas[index + 1];
      const start = Math.max(normative.from, serial(area.from));
      const end = Math.min(normative.to, next === undefined ? normative.to : serial(next.from));
      if (end <= start) continue;
      pieces.push(pieceOf(context, record, { ...normative, from: start, to: end }, area.value, terms.service));
    }
  }
  return pieces;
};

const unitOf = (service: MeteredService): MeteredUnit => (service === 'electricity' ? 'kWh' : 'm3');

const pieceOf = (
  context: PricedMonth,
  record: NormativeRecord,
  { from, to, entry }: { readonly from: number; readonly to: number; readonly entry: NormativeRecord['entries'][number] },
  area: string,
  service: MeteredService,
): CommonNormativePiece => {
  const value = entry.value ?? '0';
  const volume = roundedVolume(
    COMMON_FORMULAS[unitOf(service)].byNormative as (typeof COMMON_FORMULAS)['m3']['byNormative'],
    {
      N: quantity(value, 'm3/m2-month'),
      Sои: quantity(area, 'm2'),
      d: scaled(to - from, 0, 'day'),
      D: scaled(context.days, 0, 'day/month'),
    },
    context.volumeDigits,
  );
  const source = `${record.title}: ${actWords(entry)}`;
  return { from, to, value, area, source, volume };
};

/** The monthly average of common needs: the one a decision states, or that of the months before; `null` when there is none. */
export const commonAverage = (
  context: PricedMonth,
  terms: CommonTermsRecord,
  history: CommonHistory,
): { readonly volume: number; readonly source: string; readonly sum: number; readonly months: number } | null => {
  const stated = [...(terms.averages ?? [])]
    .sort((a, b) => (a.from < b.from ? 1 : -1))
    .find((one) => one.from <= dayFromSerial(context.to - 1));
  if (stated !== undefined) return { volume: scaledSafe(stated.volume, VOLUME_SCALE), source: stated.source, sum: 0, months: 0 };
  const window = Number.isFinite(context.averageTerms.window) ? context.averageTerms.window : 12;
  let sum = 0;
  let months = 0;
  for (const act of history.actsBefore(terms.service, window)) {
    if (act.actual === null) continue;
    sum += scaledSafe(act.actual, VOLUME_SCALE);
    months += 1;
  }
  if (months < context.averageTerms.least || sum < 0) return null;
  const unit = unitOf(terms.service);
  const value = calculate(VOLUME_FORMULAS[unit].average as typeof VOLUME_FORMULAS.m3.average, {
    ΔR: scaled(sum, VOLUME_SCALE, 'm3'),
    m: scaled(months, 0, 'month'),
  });
  return {
    volume: byAverage(Number(value), 1, 1, unit, context.volumeDigits),
    source: `среднее за ${months} мес. по прибору дома`,
    sum,
    months,
  };
};
