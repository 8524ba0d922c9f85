import type { Problem } from '../kernel/problem';

/** A meter in the graph of meters: what stands above it on the pipe or the wire, and whether its volume is billed. */
export interface MeterNode {
  readonly id: string;
  /** Place of the meter's fact, for problems. */
  readonly at: string;
  readonly above: string | null;
  /** What it measures: a litre of cold water is counted again as hot water by another meter, and rightly so. */
  readonly service: string;
  /** Its volume goes to somebody's bill (meters of premises), or only to the balance of the house (inlet meters). */
  readonly billed: boolean;
  readonly from: string;
  /** Last day it stood, or `null`. */
  readonly to: string | null;
}

/** Why a graph of meters counts something twice. */
export type MeterGraphCode = 'meter-above-cycle' | 'meters-on-one-path';

/**
 * Prove that no litre is billed twice: meters form no circle, and above a billed meter there is no other billed meter of the same service
 * that stood at the same time. A missing meter above is the caller's to tell.
 *
 * @returns nothing when the graph is sound: then the sum over billed meters counts each litre at most once
 */
export const meterGraphProblems = (nodes: readonly MeterNode[]): readonly Problem<MeterGraphCode>[] => {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const problems: Problem<MeterGraphCode>[] = [];
  for (const node of nodes) {
    if (node.above === null) continue;
    const seen = new Set([node.id]);
    for (let walk = byId.get(node.above); walk !== undefined; walk = walk.above === null ? undefined : byId.get(walk.above)) {
      if (seen.has(walk.id)) {
        if (walk.id === node.id) problems.push({ code: 'meter-above-cycle', at: node.at, value: node.id });
        break;
      }
      seen.add(walk.id);
      if (node.billed && walk.billed && walk.service === node.service && stoodTogether(node, walk))
        problems.push({ code: 'meters-on-one-path', at: node.at, value: node.id, facts: { other: walk.id } });
    }
  }
  return problems;
};

const stoodTogether = (a: MeterNode, b: MeterNode): boolean => (a.to === null || b.from <= a.to) && (b.to === null || a.from <= b.to);
