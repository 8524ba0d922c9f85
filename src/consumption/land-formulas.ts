import { times } from '../kernel/expression';
import type { NormativeRecord } from '../model/records';
import { PP354 } from '../norms/acts';
import { formula, given } from '../norms/formula';
import { AREA_SCALE } from './area';
import { NORMATIVE_SCALE } from './formulas';

const TITLE = { m2: 'Площадь', head: 'Голов', person: 'Человек' } as const;

/** V = N × Q: формула 22, one direction of use for a whole month. */
const landFormula = <const U extends 'm3' | 'kWh', const B extends 'm2' | 'head' | 'person'>(name: string, unit: U, base: B) =>
  formula({
    id: `landPlot.${name}`,
    title: 'Объём по направлению использования',
    symbol: 'V',
    clause: PP354.landPlot,
    inputs: {
      N: given(`${unit}/${base}-month` as `${U}/${B}-month`, NORMATIVE_SCALE, 'Норматив'),
      Q: given(`${base}-month` as `${B}-month`, AREA_SCALE, TITLE[base]),
    },
    result: unit,
    is: ({ N, Q }) => times<U, `${B}-month`>(N, Q),
  });

/** Formulas of land use by the unit of the normative. */
export const LAND_FORMULAS = {
  'm3/m2-month': landFormula('volumeByArea', 'm3', 'm2'),
  'm3/head-month': landFormula('volumeByHead', 'm3', 'head'),
  'm3/person-month': landFormula('volumeByPerson', 'm3', 'person'),
  'kWh/m2-month': landFormula('energyByArea', 'kWh', 'm2'),
  'kWh/head-month': landFormula('energyByHead', 'kWh', 'head'),
  'kWh/person-month': landFormula('energyByPerson', 'kWh', 'person'),
} as const;

/** Unit of a normative of land use. */
export type LandUnit = keyof typeof LAND_FORMULAS;

/** The unit of a land normative; assembly let no other through. */
export const landUnit = (record: NormativeRecord): LandUnit => record.unit as LandUnit;

/** The formula of a land normative, as the one that all share the shape of. */
export const landFormulaOf = (unit: LandUnit): (typeof LAND_FORMULAS)['m3/m2-month'] =>
  LAND_FORMULAS[unit] as (typeof LAND_FORMULAS)['m3/m2-month'];
