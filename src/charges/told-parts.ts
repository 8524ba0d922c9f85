import { VOLUME_SCALE } from '../consumption/formulas';
import { decimalText } from '../kernel/gate';
import { scaled } from '../kernel/quantity';
import type { TraceNode } from '../kernel/trace';
import { delayReduction, excessFormulaOf, raisedFormulaOf } from './formulas';
import type { Price, PricedMonth } from './prices';
import type { SlotSpec } from './slot';
import { sourceWords } from './source-words';
import type { Teller, ToldVolume } from './telling';

/** A step that was told above, without the steps under it. */
export const shortly = ({ under: _under, ...node }: TraceNode): TraceNode => node;

/** Told money in kopecks. */
export const kopecks = (told: ToldVolume): number => Number(told.volume / 10n ** BigInt(VOLUME_SCALE - 2));

/** A price as a step: its title, value, act and day. */
export const priceNode = (symbol: string, price: Price, unit: string): TraceNode => ({
  symbol,
  title: price.title,
  value: price.text,
  unit,
  source: sourceWords(price.source),
});

/** What the coefficient of a line adds to its charge or takes off it, told as the columns compute it. */
export const tellFactor = (
  teller: Teller,
  { policies }: Pick<PricedMonth, 'policies'>,
  spec: SlotSpec & { readonly factor: Price },
  charge: ToldVolume,
  volume: ToldVolume,
): { readonly excess: number; readonly node: TraceNode } => {
  const { factor } = spec;
  const base = kopecks(charge);
  const [P, K] = [scaled(base, 2, 'RUB'), { int: BigInt(factor.int), scale: factor.scale, unit: '1' as const }];
  const nodes = { P: shortly(charge.node), K: priceNode('K', factor, '1') };
  if (spec.slotClass === 'reduced') {
    const told = teller.step(delayReduction, { P, k: K }, { P: nodes.P, k: { ...nodes.K, symbol: 'k' } });
    return { excess: kopecks(told), node: told.node };
  }
  if (policies.multiplierOn === 'roundedCharge') {
    const told = teller.step(excessFormulaOf(spec), { P, K }, nodes);
    return { excess: kopecks(told), node: told.node };
  }
  const T = { int: BigInt(spec.price.int), scale: spec.price.scale, unit: 'RUB/m3' as const };
  const V = scaled(volume.volume, VOLUME_SCALE, 'm3');
  const told = teller.step(raisedFormulaOf(spec), { T, V, K }, { V: shortly(volume.node), K: nodes.K });
  const excess = kopecks(told) - base;
  const notes = [`${told.node.value} − ${charge.node.value}`];
  return { excess, node: { ...told.node, symbol: 'ΔP', value: decimalText(excess, 2), notes } };
};
