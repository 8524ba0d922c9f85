import { premisesOfBenefit } from '../charges/benefits-known';
import { withFlats } from '../charges/house-volumes';
import type { FactChange } from '../model/changes';
import type { HouseFacts } from '../model/facts';
import type { FactRecord, ReadingRecord } from '../model/records';

/** Whose charges a fact may touch. */
export interface Places {
  /** Indices of the premises; `null` for the whole house. */
  readonly premises: readonly number[] | null;
  /** Heating of the house may have been divided otherwise. */
  readonly heating: boolean;
  /** Common needs of the house may have been divided otherwise. */
  readonly common: boolean;
}

const WHOLE: Places = { premises: null, heating: true, common: true };

/** Whose charges a change touches; `null` where no sum depends on the fact. */
export const placesOf = (facts: HouseFacts, { was, now }: FactChange): Places | null => {
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
    case 'restriction':
    case 'accountSuccession':
    case 'reconciliation':
    case 'heatAllocators':
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

/** Index of the premises that a meter hangs in; `undefined` for a meter of the house. */
export const premisesOfMeter = (facts: HouseFacts, meter: string): number | undefined => {
  const found = facts.premises.findIndex(({ points }) => points.some(({ meters }) => meters.some((one) => one.meter.id === meter)));
  return found < 0 ? undefined : found;
};
