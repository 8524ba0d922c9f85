import { ALWAYS, type Draft, entriesOf, given, houseIdOf, REVIEWED } from './draft';
import type { CaseFacts, CaseFlat } from './facts-schema';

const ACT = 'акт из примера';
const NORMATIVE = 'норматив-waste';

const normativeRecord = (code: string, unit: string, entries: object[], reviewedThrough: string): Draft => ({
  kind: 'normative',
  id: code,
  code,
  title: 'Норматив накопления',
  unit,
  reviewedThrough,
  entries,
});

/** The block `waste` of the terms of the service. */
export const serviceWasteOf = ({ waste }: CaseFacts): object | undefined => {
  if (waste?.by === undefined) return undefined;
  const normative = { person: waste.normative && `${NORMATIVE}-person`, area: waste.areaNormative && `${NORMATIVE}-area` };
  return {
    basis: Object.entries(waste.by).map(([from, by]) => ({
      from,
      by,
      act: ACT,
      ...given({ normative: by === 'person' || by === 'area' ? normative[by] : undefined }),
    })),
    ...given({ yearly: waste.yearly && [{ ...given(waste.yearly), act: 'решение региона' }] }),
  };
};

/** Normatives and removals of a case about waste. */
export const wasteOf = (facts: CaseFacts): Draft[] => {
  const { waste } = facts;
  const reviewedThrough = facts.reviewedThrough ?? REVIEWED;
  return [
    ...(waste?.normative === undefined
      ? []
      : [normativeRecord(`${NORMATIVE}-person`, waste.unit ?? 'm3/person-year', entriesOf(waste.normative), reviewedThrough)]),
    ...(waste?.areaNormative === undefined
      ? []
      : [normativeRecord(`${NORMATIVE}-area`, waste.areaUnit ?? 'm3/m2-year', entriesOf(waste.areaNormative), reviewedThrough)]),
    ...Object.entries(waste?.others ?? {}).map(([code, { unit, value }]) =>
      normativeRecord(code, unit, [{ from: ALWAYS, value, act: ACT }], reviewedThrough),
    ),
    ...Object.entries(waste?.removed ?? {}).map(([month, volume]): Draft => removalOf(facts, `вывезено-${month}`, month, volume)),
    ...(facts.flats ?? []).flatMap((flat, index) => {
      const premises = flat.id ?? `кв-${index + 1}`;
      return Object.entries(flat.waste?.removed ?? {}).map(
        ([month, volume]): Draft => ({ ...removalOf(facts, `вывезено-${premises}-${month}`, month, volume), premises }),
      );
    }),
  ];
};

const removalOf = (facts: CaseFacts, id: string, month: string, volume: string): Draft => ({
  kind: 'wasteRemoval',
  id,
  house: houseIdOf(facts),
  month,
  source: 'акт оператора',
  volume,
  ...given({ unit: facts.waste?.removedUnit, otherResidents: facts.waste?.otherResidents, otherArea: facts.waste?.otherArea }),
});

/** The block `waste` of a premises. */
export const flatWasteOf = ({ waste }: CaseFlat): object | undefined =>
  waste &&
  given({
    terms: waste.terms?.map((one) => ({ from: ALWAYS, document: 'договор из примера', ...given(one) })),
    owners: waste.owners?.map((one) => ({ from: ALWAYS, document: 'документ из примера', ...given(one) })),
  });

/** Absences from a premises. */
export const absencesOf = (flat: CaseFlat, premises: string): Draft[] =>
  (flat.absences ?? []).map(
    (one, index): Draft => ({
      kind: 'absence',
      id: one.id ?? `${premises}-отсутствие-${index + 1}`,
      premises,
      person: one.person ?? ((flat.residents ?? 0) > 0 ? `${premises}-житель-1` : `${premises}-человек-1`),
      from: one.from,
      to: one.to,
      appliedOn: one.applied ?? one.from,
      documents: one.documents?.map((document) => given(document)) ?? [{ what: 'справка' }],
      ...given({ forceMajeure: one.forceMajeure, extended: one.extended }),
    }),
  );
