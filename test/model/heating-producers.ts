import { expandFacts } from '../../src/cli/verify/expand-facts';
import { caseFacts } from '../../src/cli/verify/facts-schema';
import type { Month } from '../../src/kernel/calendar';
import type { Problem } from '../../src/kernel/problem';
import { assembleHouse } from '../../src/model/assemble';
import type { AnyProblemCode } from '../../src/model/problem-text-codes';
import { billHouse } from '../../src/recalculation/bill-house';
import { type Producer, problemOf } from './producer';

const COMMON = {
  tariffs: { heating: { '2010-01-01': '2500' } },
  normatives: { heating: { '2010-01-01': '0.0195' } },
  heating: { seasons: { '2025-10-01': '2026-05-01' } },
  flats: [
    { account: '1', area: '50' },
    { account: '2', area: '450' },
  ],
};
const HEAT = { houseVolumes: { heating: { '2026-01': '10' } } };
const METER = { meters: [{ service: 'heating', commissioned: '2025-09-01', readings: { '2025-12-24': '1', '2026-01-24': '2.6' } }] };

/** Bill January 2026 of the house of a case. */
const january = (code: AnyProblemCode, own: Readonly<Record<string, unknown>>): Producer => ({
  code,
  input: `heating, 2026-01: ${JSON.stringify(own)}`,
  make: () => {
    const facts = caseFacts.parse({ ...COMMON, ...own, heating: { ...COMMON.heating, ...(own['heating'] as object | undefined) } });
    const made = assembleHouse(expandFacts(facts, '2025-12'));
    const bills = made.ok ? billHouse(made.value, '2026-01' as Month) : made;
    return problemOf<Problem<AnyProblemCode>>(bills, code);
  },
});

const TERMS = [{ id: 'еще', house: 'дом', territory: 'территория' }];
const units = (from: string, to: string) => ({ from, to, units: '1' });

/** Problems of heating. */
export const HEATING: readonly Producer[] = [
  {
    code: 'heating-terms-missing',
    input: 'services: [{ service: heating, … }] and no heatingTerms',
    make: () => {
      const { heating: _heating, ...facts } = COMMON;
      const made = assembleHouse(expandFacts(caseFacts.parse(facts), '2025-12'));
      if (made.ok) throw new Error('heating without terms');
      return made.error[0] as Problem<AnyProblemCode>;
    },
  },
  january('heating-terms-twice', { records: { heatingTerms: TERMS } }),
  january('heating-normative-basis', { heating: { withoutBasis: true } }),
  january('heating-mode-forbidden', { heating: { modes: { '2010-01-01': 'season', '2025-03-01': 'uniform' } } }),
  january('heating-season-overlap', { heating: { seasons: { '2025-10-01': '2026-05-01', '2026-04-01': '2026-06-01' } } }),
  january('heat-allocators-twice', {
    flats: [{ account: '1', allocators: {}, allocatorUnits: [units('2025-10', '2025-12'), units('2025-12', '2026-01')] }],
  }),
  january('heating-mode-missing', { heating: { modes: { '2026-02-01': 'season' } } }),
  january('heating-season-missing', { heating: { seasons: {} } }),
  january('heating-volume-missing', { heating: { meter: { '2020-01-01': 'working' } } }),
  january('heating-hot-water-missing', {
    ownUse: { heating: { '2025-12': '3' } },
    houseMeters: [{ service: 'heating', commissioned: '2025-09-01', readings: { '2025-12-24': '80', '2026-01-24': '90' } }],
  }),
  january('heating-temperature-missing', {
    heating: { meter: { '2020-01-01': 'working', '2026-01-01': 'failed' } },
    houseVolumes: { heating: { '2025-10': '55', '2025-11': '80', '2025-12': '100' } },
  }),
  january('heating-factor-missing', { heating: { mode: 'uniform' } }),
  january('heating-normative-building', { heating: { byBuilding: [{ storeysTo: 4, value: '0.03' }] } }),
  january('heating-nothing-heated', { ...HEAT, flats: [{ account: '1', unheated: 'source' }] }),
  january('heating-unheated-area', {
    ...HEAT,
    house: { premisesArea: '40' },
    flats: [
      { account: '1', area: '50', unheated: 'source' },
      { account: '2', area: '10' },
    ],
  }),
  january('heating-meters-above-house', {
    houseVolumes: { heating: { '2026-01': '1' } },
    flats: [{ account: '1', ...METER }, { account: '2' }],
  }),
  january('heating-coverage-contradicts', { ...HEAT, flats: [{ account: '1', unheated: 'source', ...METER }, { account: '2' }] }),
  january('heating-allocators-below-half', {
    houseVolumes: { heating: { '2025-12': '10', '2026-01': '10' } },
    flats: [{ account: '1', allocators: {}, allocatorUnits: [units('2025-12', '2025-12')] }, { account: '2' }],
  }),
  january('heating-allocators-periods', {
    houseVolumes: { heating: { '2025-11': '10', '2025-12': '10', '2026-01': '10' } },
    flats: [
      { account: '1', allocators: {}, allocatorUnits: [units('2025-11', '2025-12')] },
      { account: '2', allocators: {}, allocatorUnits: [units('2025-12', '2025-12')] },
    ],
  }),
];
