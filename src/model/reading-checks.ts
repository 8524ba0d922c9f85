import { type AssemblyProblem, factPlace as at } from './assembly-problem';
import type { Groups } from './fact-groups';
import { type MeterNode, meterGraphProblems } from './meter-graph';
import type { HouseMeterRecord, HouseRecord, MeterRecord } from './records';

/** Reading windows that mean something, one for each day, service and provider; meters that count nothing twice. */
export const checkMetering = (groups: Groups, problems: AssemblyProblem[]): void => {
  for (const house of groups.houses) checkWindows(house, problems);
  const meters = [...groups.meters.values()];
  const houseMeters = [...groups.houseMetersOf.values()].flat();
  if (![...meters, ...houseMeters].some(({ above }) => above !== undefined)) return;
  const nodes = [...meters.map((meter) => nodeOf(meter, true)), ...houseMeters.map((meter) => nodeOf(meter, false))];
  const known = new Set(nodes.map(({ id }) => id));
  for (const { at: place, above } of nodes) {
    if (above !== null && !known.has(above))
      problems.push({ code: 'unknown-reference', at: place, value: above, facts: { refersTo: 'meter' } });
  }
  problems.push(...meterGraphProblems(nodes));
};

/** A meter of a premises is billed; one of the house measures what is billed by others, and its rest. */
const nodeOf = (meter: MeterRecord | HouseMeterRecord, billed: boolean): MeterNode => ({
  id: meter.id,
  at: at(meter),
  above: meter.above ?? null,
  service: meter.service,
  billed,
  from: meter.commissionedOn,
  to: meter.removedOn ?? null,
});

const checkWindows = (house: HouseRecord, problems: AssemblyProblem[]): void => {
  const known = new Set<string>();
  for (const { from, firstDay, cutoffDay, service, provider } of house.readingWindow) {
    const place = `${at(house)} readingWindow`;
    if (firstDay !== undefined && firstDay > cutoffDay)
      problems.push({ code: 'reading-window-order', at: place, value: String(firstDay), facts: { cutoffDay: String(cutoffDay) } });
    const key = `${from}|${service ?? ''}|${provider ?? ''}`;
    if (known.has(key)) problems.push({ code: 'series-overlap', at: place, value: from });
    known.add(key);
  }
};
