import { VOLUME_SCALE } from '../consumption/formulas';
import { decimalText } from '../kernel/gate';
import { quantity, scaled } from '../kernel/quantity';
import { invariant } from '../kernel/result';
import type { TraceNode } from '../kernel/trace';
import type { Clause } from '../norms/act';
import { PP354 } from '../norms/acts';
import { isRoom } from './common-rooms';
import type { AccountRow } from './holders';
import type { OwnProduction } from './own-production';
import { OWN_PRODUCTION_FORMULAS } from './own-production-formulas';
import { premisesNodes } from './premises-groups-told';
import type { PricedResource } from './prices';
import { type SlotSpec, stretchOf } from './slot';
import type { Teller, ToldVolume } from './telling';

type Formulas = (typeof OWN_PRODUCTION_FORMULAS)['gas'];

/** Volume of a resource that heated the water of a line, told: what the columns of own production compute. */
export const tellResource = (
  teller: Teller,
  digits: number,
  made: OwnProduction,
  { resource, normative }: PricedResource,
  water: ToldVolume,
  q: TraceNode | null,
): ToldVolume => {
  const { share, byNormative } = OWN_PRODUCTION_FORMULAS[resource] as Formulas;
  const spent = made.spent[resource];
  const Vi = scaled(water.volume, VOLUME_SCALE, 'm3');
  if (spent === undefined) {
    invariant(normative !== null && q !== null, 'a resource without a volume has a specific consumption');
    return teller.step(byNormative, { q: quantity(normative.text, 'm3/m3'), Vi }, { q, Vi: water.node }, digits);
  }
  const Vv: TraceNode = {
    symbol: 'Vv',
    title: 'Израсходовано на подогрев воды в доме',
    value: decimalText(spent.volume, VOLUME_SCALE),
    unit: share.result,
    source: spent.source,
  };
  const all: TraceNode = {
    symbol: 'ΣV',
    title: 'Горячая вода всех помещений дома',
    value: decimalText(made.water.volume, VOLUME_SCALE),
    unit: 'm3',
    under: premisesNodes(made.water, 'm3'),
  };
  if (made.water.volume <= 0) return { volume: 0n, node: nothingUsed(share.result, Vv, all) };
  return teller.step(
    share,
    { Vv: scaled(spent.volume, VOLUME_SCALE, 'm3'), Vi, ΣV: scaled(made.water.volume, VOLUME_SCALE, 'm3') },
    { Vv, Vi: water.node, ΣV: all },
    digits,
  );
};

const nothingUsed = (unit: string, ...under: readonly TraceNode[]): TraceNode => ({
  symbol: 'Vр',
  title: 'Ресурс на подогрев, часть помещения',
  value: '0',
  unit,
  under,
  notes: ['горячей воды в доме никто не взял: делить израсходованное не на кого'],
});

/** Clause of a line of hot water that was made in the house; `null` for any other line. */
export const ownProductionClause = (spec: SlotSpec, row: AccountRow, made: OwnProduction | null): Clause | null => {
  if (made === null || spec.component === null || spec.component === 'constant' || stretchOf(spec).made.length === 0) return null;
  if (isRoom(row)) return PP354.roomOwnProduction;
  const { resource } = spec;
  return resource !== undefined && made.spent[resource.resource] === undefined ? PP354.ownHotWaterByNormative : PP354.ownHotWater;
};
