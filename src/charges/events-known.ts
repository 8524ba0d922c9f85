import { knownIn, monthsOf } from '../consumption/absence';
import { incidentKnownIn, incidentMonths } from '../consumption/incident-time';
import { imageOf } from '../model/draw-image';
import type { HouseFacts, PremisesFacts } from '../model/facts';
import type { AccountRow } from './holders';
import { withFlats } from './house-volumes';
import type { PricedMonth } from './prices';

/** Absences and incidents that became known this month: the earlier months that they touch are charged anew. */
export const noteEvents = (facts: HouseFacts, context: PricedMonth, rows: readonly AccountRow[]): void => {
  if (!imageOf(facts.premises).away && facts.incidents.length === 0) return;
  const find = (premises: ReadonlySet<number>, months: readonly number[], cause: string): void => {
    const earlier = months.filter((month) => month < context.number);
    if (earlier.length > 0) for (const index of premises) context.findings.push({ premises: index, months: earlier, cause });
  };
  for (let index = 0; index < facts.premises.length; index += 1)
    for (const absence of (facts.premises[index] as PremisesFacts).absences)
      if (knownIn(absence) === context.number)
        find(withFlats(facts, new Set([index])) ?? new Set(rows.map((row) => row.premisesIndex)), monthsOf(absence), absence.id);
  for (const incident of facts.incidents) {
    if (incidentKnownIn(incident) !== context.number) continue;
    const months = incidentMonths(incident);
    const named = new Set(
      facts.premises.flatMap(({ premises }, index) => (incident.premises?.includes(premises.id) === true ? [index] : [])),
    );
    const all = new Set(facts.premises.map((_, index) => index));
    find(incident.premises === undefined ? all : (withFlats(facts, named) ?? named), months, incident.id);
  }
};
