import { ALWAYS, type Draft, given, houseIdOf, REVIEWED } from './draft';
import type { CaseFacts, CaseFlat } from './facts-schema';

const TERRITORY = 'территория';
const ACT = 'акт из примера';
const WATER_CODE = 'норматив-отопление-подогрев';

/** The normative of heating of a case, with what it is per. */
const normativeOf = (facts: CaseFacts): Draft[] => {
  const { heating } = facts;
  const series = facts.normatives?.heating;
  if (series === undefined && heating?.byBuilding === undefined) return [];
  const days = [...new Set((heating?.byBuilding ?? []).map(({ from }) => from ?? ALWAYS))];
  return [
    {
      kind: 'normative',
      id: 'норматив-heating',
      code: 'норматив-heating',
      title: 'Норматив отопления',
      unit: 'Gcal/m2-month',
      reviewedThrough: facts.reviewedThrough ?? REVIEWED,
      ...(heating?.withoutBasis === true
        ? {}
        : { heating: { per: heating?.normativePer ?? 'seasonMonth', ...given({ months: heating?.seasonMonths }) } }),
      entries:
        heating?.byBuilding !== undefined
          ? days.map((from) => ({
              from,
              act: ACT,
              buildings: heating.byBuilding?.filter((one) => (one.from ?? ALWAYS) === from).map(({ from: _from, ...row }) => row),
            }))
          : Object.entries(series ?? {}).map(([from, value]) => ({ from, value, act: ACT })),
    },
  ];
};

/** What a case says of heating: territory, terms of the house, normative, resources of an own boiler. */
export const heatingOf = (facts: CaseFacts): Draft[] => {
  const { heating } = facts;
  if (heating === undefined) return normativeOf(facts);
  const byDay = (series: Readonly<Record<string, unknown>> | undefined, name: string): object[] =>
    Object.entries(series ?? {}).map(([from, value]) => ({ from, [name]: value, act: ACT }));
  return [
    ...normativeOf(facts),
    ...(heating.hotWater === undefined
      ? []
      : [
          {
            kind: 'normative',
            id: WATER_CODE,
            code: WATER_CODE,
            title: 'Норматив подогрева',
            unit: 'Gcal/m3',
            reviewedThrough: facts.reviewedThrough ?? REVIEWED,
            entries: [{ from: ALWAYS, value: heating.hotWater, act: ACT }],
          } satisfies Draft,
        ]),
    {
      kind: 'heatingTerritory',
      id: TERRITORY,
      code: TERRITORY,
      title: 'Территория из примера',
      reviewedThrough: heating.reviewedThrough ?? REVIEWED,
      modes: heating.modes === undefined ? [{ from: ALWAYS, mode: heating.mode ?? 'season', act: ACT }] : byDay(heating.modes, 'mode'),
      seasons: Object.entries(heating.seasons ?? {}).map(([from, to]) => ({ from, to, act: ACT })),
      factors: byDay(heating.factors, 'value'),
      ...given({ indoor: heating.indoor }),
      temperatures: Object.entries(heating.temperatures ?? {}).map(([month, mean]) => ({ month, mean, source: ACT })),
    },
    {
      kind: 'heatingTerms',
      id: 'отопление',
      house: houseIdOf(facts),
      territory: TERRITORY,
      meter: byDay(heating.meter, 'state'),
      commonAreas: Object.entries(heating.commonByDay ?? { [ALWAYS]: heating.common ?? '0' }).map(([from, value]) => ({ from, value })),
      ...given({
        building: heating.building,
        storeys: heating.storeys,
        builtIn: heating.builtIn,
        hotWaterNormative: heating.hotWater === undefined ? undefined : WATER_CODE,
      }),
    },
    ...Object.entries(facts.forHeating ?? {}).flatMap(([resource, months]) =>
      Object.entries(months ?? {}).map(
        ([month, volume]): Draft => ({
          kind: 'houseVolume',
          id: `отопление-${resource}-${month}`,
          house: houseIdOf(facts),
          service: 'heating',
          month,
          what: 'forHeating',
          resource,
          volume,
          source: ACT,
        }),
      ),
    ),
  ];
};

/** Heating of a premises: fields of its record. */
export const flatHeatingOf = ({ unheated, unheatedFrom, allocators }: CaseFlat): Readonly<Record<string, unknown>> => {
  const from = unheatedFrom ?? ALWAYS;
  return given({
    heatingDevices: unheated === 'devices' ? [{ from, designed: false, act: 'технический паспорт' }] : undefined,
    heatSources: unheated === 'source' ? [{ from, act: 'акт о переустройстве' }] : undefined,
    heatAllocators: allocators === undefined ? undefined : [{ from: ALWAYS, ...given(allocators), act: 'акт ввода распределителей' }],
  });
};

/** What the allocators of a premises counted. */
export const allocatorsOf = ({ allocatorUnits }: CaseFlat, premises: string): Draft[] =>
  (allocatorUnits ?? []).map(
    (one): Draft => ({
      kind: 'heatAllocators',
      id: `${premises}-распределители-${one.from}`,
      premises,
      ...given(one),
      source: 'ведомость',
    }),
  );
