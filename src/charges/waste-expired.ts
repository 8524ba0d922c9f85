import { fullDaysOf, knownIn } from '../consumption/absence';
import type { BillingProblem } from '../consumption/problems';
import { addDays, dayFromSerial } from '../kernel/calendar';
import type { HouseFacts } from '../model/facts';
import { basisOn } from '../model/waste-checks';
import { WASTE } from '../norms/acts-waste';
import type { MonthLaw } from './month-law';
import { wasteAbsenceByArea } from './waste-formulas';

/** The end of the rule about absence under a charge per area; it was made for a time. */
const ENDED = WASTE.absenceByArea.editions.find(({ value }) => value === null)?.from ?? null;

/**
 * Absences that ask the rule of a charge per area in a month in which it is no longer in force. It is asked before anything else, since the month
 * may lie beyond what anybody has reviewed.
 */
export const expiredAbsences = (facts: HouseFacts, { first, from, to }: MonthLaw, through: number): readonly BillingProblem[] => {
  if (ENDED === null || first < ENDED) return [];
  const byArea = facts.services.some((one) => {
    const by = one.service === 'waste' && (one.to === null || one.to > first) ? basisOn(one, dayFromSerial(to - 1))?.by : undefined;
    return by === 'area' || by === 'containersArea';
  });
  if (!byArea) return [];
  return facts.premises.flatMap(({ absences }) =>
    absences.flatMap((absence): BillingProblem[] => {
      const days = fullDaysOf(absence);
      const day = dayFromSerial(Math.max(from, days.from));
      return knownIn(absence) <= through && days.from < to && days.to > from
        ? [{ code: 'rule-expired', at: `absence ${absence.id}`, value: wasteAbsenceByArea.id, facts: { day, until: addDays(ENDED, -1) } }]
        : [];
    }),
  );
};
