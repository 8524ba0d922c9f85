import { premisesOfBenefit } from '../charges/benefits-known';
import { withFlats } from '../charges/house-volumes';
import { inletsOf, usesOf } from '../charges/premises-uses';
import type { MeterLife } from '../consumption/meter-life';
import { monthNumber, monthNumberOfSerial, monthsThrough, serial } from '../kernel/calendar';
import { type ChangedDays, changedDays, type FactChange, NEVER } from '../model/changes';
import type { HouseFacts } from '../model/facts';
import type { FactRecord, ReadingRecord } from '../model/records';

/** Earlier months that a changed fact may touch, counted, and whose charges. */
export interface Touched {
  /** Id of the fact. */
  readonly cause: string;
  readonly first: number;
  readonly last: number;
  /** Indices of the premises; `null` for the whole house. */
  readonly premises: readonly number[] | null;
  /** An account that the house no longer knows, with its premises. */
  readonly gone: { readonly account: string; readonly premises: string } | null;
  /** Heating of the house may have been divided otherwise. */
  readonly heating: boolean;
  /** Common needs of the house may have been divided otherwise. */
  readonly common: boolean;
}

/**
 * The months before one (counted) that changed facts may touch, beginning with the first that this system billed. It may name too many: what a replay
 * finds unchanged posts nothing.
 */
export const touchedBy = (facts: HouseFacts, changes: readonly FactChange[], month: number): readonly Touched[] => {
  const since = facts.house.billedSince === undefined ? Number.NEGATIVE_INFINITY : monthNumber(facts.house.billedSince);
  return changes.flatMap((change) => {
    const days = daysOf(facts, change, month);
    const first = Math.max(since, days.from === null ? since : monthNumberOfSerial(serial(days.from)));
    const last = Math.min(month - 1, days.to === null ? month - 1 : monthNumberOfSerial(serial(days.to) - 1));
    if (first > last || !Number.isFinite(first)) return [];
    const found = placesOf(facts, change);
    return found === null ? [] : [{ cause: change.id, first, last, gone: goneOf(facts, change), ...found }];
  });
};

/** What readings changed in earlier months was told to nobody on the days on which nobody held the premises: a holder known late is told all of it. */
const daysOf = (facts: HouseFacts, change: FactChange, month: number): ChangedDays => {
  const record = change.now ?? change.was;
  if (record?.kind === 'reading') return readingDays(facts, change, month);
  if (record?.kind === 'act') return monthNumber(record.on) >= month ? NEVER : EVER;
  const days = changedDays(change);
  if (days.from !== null && monthNumber(days.from) >= month && record?.kind !== 'account') return NEVER;
  if (decidesReadings(change)) return EVER;
  if (record?.kind !== 'account') return days;
  return days !== NEVER || goneOf(facts, change) !== null ? { from: null, to: days.to === NEVER.to ? null : days.to } : days;
};

const EVER: ChangedDays = { from: null, to: null };

/**
 * Who lives in a premises, and the normative, decide whether a reading through zero is believed (C14), and with it the months before that reading; areas do
 * not.
 */
const decidesReadings = ({ was, now }: FactChange): boolean => {
  const kind = (now ?? was)?.kind;
  if (kind === 'resident' || kind === 'normative') return true;
  if (was?.kind !== 'premises' || now?.kind !== 'premises') return false;
  const beside = ({
    areas: _areas,
    id: _id,
    knownAt: _knownAt,
    supersedes: _supersedes,
    by: _by,
    why: _why,
    ...rest
  }: typeof was): string => JSON.stringify(rest);
  return beside(was) !== beside(now);
};

/**
 * A reading that closes this month or a later one changes earlier months by rules of its own, known when the month is billed. One that closes an earlier
 * month may move what was averaged before it and after it.
 */
const readingDays = (facts: HouseFacts, { was, now }: FactChange, month: number): ChangedDays => {
  const known = [was, now].filter((record) => record?.kind === 'reading') as ReadingRecord[];
  const late = known.some((record) => {
    if (monthNumber(record.takenOn) >= month) return false;
    return record !== now || closes(facts, record) < month;
  });
  return late ? EVER : NEVER;
};

/** The month that a reading closes, counted; of one that closes none, the month it was taken in. */
const closes = (facts: HouseFacts, reading: ReadingRecord): number => {
  for (const { meter, registers } of livesOf(facts, reading.meter)) {
    if (meter.id !== reading.meter) continue;
    for (const { boundaries } of registers) for (const one of boundaries) if (one.reading?.id === reading.id) return one.month;
  }
  return monthNumber(reading.takenOn);
};

/** Lives of the meters of the premises or of the house that a meter hangs in. */
const livesOf = (facts: HouseFacts, meter: string): readonly MeterLife[] => {
  const premises = premisesOfMeter(facts, meter);
  const places = premises === undefined ? inletsOf(facts).map(({ place }) => place) : (usesOf(facts)[premises]?.allPlaces() ?? []);
  return places.flatMap(({ lives }) => lives);
};

const premisesOfMeter = (facts: HouseFacts, meter: string): number | undefined => {
  const found = facts.premises.findIndex(({ points }) => points.some(({ meters }) => meters.some((one) => one.meter.id === meter)));
  return found < 0 ? undefined : found;
};

type Places = Pick<Touched, 'premises' | 'heating' | 'common'>;

const WHOLE: Places = { premises: null, heating: true, common: true };

/** Whose charges a change touches; `null` where no sum depends on the fact. */
const placesOf = (facts: HouseFacts, { was, now }: FactChange): Places | null => {
  const places = [was, now].flatMap((record) => (record === null ? [] : (placesOfRecord(facts, record) ?? [])));
  const [first] = places;
  if (first === undefined) return null;
  return {
    premises: places.some(({ premises }) => premises === null) ? null : [...new Set(places.flatMap(({ premises }) => premises ?? []))],
    heating: facts.heating !== null && places.some(({ heating }) => heating),
    common: facts.common.terms.length > 0 && places.some(({ common }) => common),
  };
};

const placesOfRecord = (facts: HouseFacts, record: FactRecord): Places | null => {
  switch (record.kind) {
    case 'openingSaldo':
    case 'payment':
    case 'provider':
    case 'subsidy':
    case 'instalment':
    case 'repaymentAgreement':
    case 'debtEvent':
    case 'accountSuccession':
      return null;
    case 'benefit':
      return { premises: [...premisesOfBenefit(facts, record)], heating: false, common: false };
    case 'premises':
      return divided(facts, record.within === undefined ? [record.id] : [record.id, record.within]);
    case 'account':
      return divided(facts, [record.premises]);
    case 'meter':
      return { ...within(facts, [record.premises], false), heating: record.service === 'heating' };
    case 'resident':
    case 'absence':
      return facts.removals.length > 0 ? { ...WHOLE, heating: false, common: false } : within(facts, [record.premises], false);
    case 'act':
      return within(facts, [record.premises], false);
    case 'reading':
      return ofReading(facts, record);
    case 'correction':
    case 'paidWork':
    case 'prepaid':
      return within(facts, premisesOfAccount(facts, record), false);
    case 'wasteRemoval':
    case 'incident':
    case 'housingDefect':
      return {
        premises: record.premises === undefined ? null : ofPremises(facts, [record.premises].flat()),
        heating: record.kind === 'incident' && record.service === 'heating',
        common: false,
      };
    case 'heatingTerritory':
    case 'heatingTerms':
    case 'heatAllocators':
      return { premises: [], heating: true, common: false };
    case 'houseMeter':
    case 'houseVolume':
    case 'commonTerms':
      return { ...WHOLE, premises: [] };
    case 'tariff':
    case 'normative':
      return mentions(facts, record.code) ? WHOLE : null;
    default:
      return WHOLE;
  }
};

const within = (facts: HouseFacts, ids: readonly string[], divides: boolean): Places => ({
  premises: ofPremises(facts, ids),
  heating: divides,
  common: divides,
});

/** A premises whose area, holder or terms are others: what the house divides among its premises is divided otherwise. */
const divided = (facts: HouseFacts, ids: readonly string[]): Places => (dividesSums(facts) ? WHOLE : within(facts, ids, true));

/** Divides the house a sum or a volume of its own among its premises, beside common needs and heating: a housing service for the house, waste by containers? */
const dividesSums = ({ removals, services, tariffs }: HouseFacts): boolean =>
  removals.length > 0 || services.some(({ tariff }) => tariffs.get(tariff)?.unit.startsWith('RUB/house') === true);

/** Indices of premises, each with the rooms of its flat. */
const ofPremises = (facts: HouseFacts, ids: readonly string[]): readonly number[] => {
  const found = new Set(ids.map((id) => facts.premises.findIndex(({ premises }) => premises.id === id)).filter((index) => index >= 0));
  return [...(withFlats(facts, found) ?? found)];
};

const ofReading = (facts: HouseFacts, { meter }: ReadingRecord): Places => {
  const index = premisesOfMeter(facts, meter);
  const premises = index === undefined ? undefined : facts.premises[index];
  if (premises === undefined) return { ...WHOLE, premises: [] };
  const heats = premises.points.some((point) => point.service === 'heating' && point.meters.some((one) => one.meter.id === meter));
  return { ...within(facts, [premises.premises.id], false), heating: heats };
};

const premisesOfAccount = (
  facts: HouseFacts,
  record: { readonly account?: string | undefined; readonly premises?: string | undefined },
): readonly string[] => {
  const { account } = record;
  if (account === undefined) return record.premises === undefined ? [] : [record.premises];
  return facts.premises
    .filter(({ accounts }) => accounts.some((one) => [one.id, one.number, ...one.aliases].includes(account)))
    .map(({ premises }) => premises.id);
};

/** Does anything that the house is billed by name a tariff or a normative? */
const mentions = ({ services, common, heating, premises, benefits }: HouseFacts, code: string): boolean => {
  const named = JSON.stringify(code);
  const texts = [
    services,
    common.terms,
    heating?.terms ?? null,
    heating?.territory ?? null,
    premises.map((one) => one.premises.landUses),
    benefits.benefits,
  ];
  return texts.some((of) => JSON.stringify(of)?.includes(named) === true);
};

const goneOf = ({ premises }: HouseFacts, { was }: FactChange): Touched['gone'] => {
  if (was?.kind !== 'account') return null;
  const known = premises.some(({ accounts }) =>
    accounts.some(({ number, aliases }) => number === was.number || aliases.includes(was.number)),
  );
  return known ? null : { account: was.number, premises: was.premises };
};

/** Months in order that the house may have divided otherwise, each with the first fact that says so. */
export const causesOf = (touched: readonly Touched[], what: 'heating' | 'common'): ReadonlyMap<number, string> => {
  const months = new Map<number, string>();
  for (const { first, last, cause, [what]: asked } of touched)
    if (asked) for (const month of monthsThrough(first, last)) if (!months.has(month)) months.set(month, cause);
  return new Map([...months].sort(([a], [b]) => a - b));
};

/** Every account of the house with its premises, and those it no longer knows. */
export const accountsTouched = ({ premises }: HouseFacts, touched: readonly Touched[]): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const one of premises) for (const { number } of one.accounts) found.set(number, one.premises.id);
  for (const { gone } of touched) if (gone !== null) found.set(gone.account, gone.premises);
  return found;
};
