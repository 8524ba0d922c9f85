import { err, ok, type Result } from '../kernel/result';
import type { AssemblyProblem } from './assembly-problem';
import { factPlace as at } from './assembly-problem';
import type { HouseFacts, Inlet, MeterFacts, MeterPoint, PremisesFacts } from './facts';
import { meterFacts } from './premises-facts';
import type { ReadingRecord } from './records';

/**
 * The facts of a house with one reading more, or with another version of one it has; the facts given stay as they are.
 *
 * @returns `unknown-reference` for a meter that is neither a premises' nor the house's, `register-unknown` for a zone that the meter does not count
 */
export const withReading = (facts: HouseFacts, reading: ReadingRecord): Result<HouseFacts, readonly AssemblyProblem[]> => {
  const problems: AssemblyProblem[] = [];
  let found = false;
  const meterWith = (one: MeterFacts): MeterFacts => {
    if (one.meter.id !== reading.meter) return one;
    found = true;
    const others = one.registers.flatMap((register) => register.readings).filter((other) => other.id !== reading.id);
    return meterFacts(one.meter, [...others, reading], problems);
  };
  const pointWith = (point: MeterPoint): MeterPoint =>
    point.meters.some(({ meter }) => meter.id === reading.meter) ? { ...point, meters: point.meters.map(meterWith) } : point;
  const premises = facts.premises.map((one): PremisesFacts => {
    const points = one.points.map(pointWith);
    return points.some((point, index) => point !== one.points[index]) ? { ...one, points } : one;
  });
  const inlets = found ? facts.common.inlets : facts.common.inlets.map((inlet): Inlet => ({ ...inlet, ...pointWith(inlet) }));
  if (!found) problems.push({ code: 'unknown-reference', at: at(reading), value: reading.meter, facts: { refersTo: 'meter' } });
  return problems.length > 0
    ? err(problems)
    : ok({ ...facts, premises, common: inlets === facts.common.inlets ? facts.common : { ...facts.common, inlets } });
};
