import { type AssemblyProblem, factPlace as at } from './assembly-problem';
import type { Groups } from './fact-groups';
import { type MeterNode, meterGraphProblems } from './meter-graph';
import type { HouseRecord, MeterRecord } from './records';

/** Reading windows that mean something, one for each day, service and provider; meters that count nothing twice. */
export const checkMetering = (groups: Groups, problems: AssemblyProblem[]): void => {
  for (const house of groups.houses) checkWindows(house, problems);
  const linked = [...groups.meters.values()].some((meter) => meter.above !== undefined);
  if (!linked) return;
  for (const meter of groups.meters.values()) {
    if (meter.above !== undefined && !groups.meters.has(meter.above))
      problems.push({ code: 'unknown-reference', at: at(meter), value: meter.above, facts: { refersTo: 'meter' } });
  }
  problems.push(...meterGraphProblems([...groups.meters.values()].map(nodeOf)));
};

const nodeOf = (meter: MeterRecord): MeterNode => ({
  id: meter.id,
  at: at(meter),
  above: meter.above ?? null,
  service: meter.service,
  billed: true,
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
