import { hourSerial } from '../kernel/calendar';
import { scaledSafe } from '../kernel/gate';
import type { IncidentRecord } from '../model/records';

/** Hundredths of an hour: incidents may tell hours with two decimals. */
const HOUR = 100;

/** Hours that waste may wait, and what waiting longer costs. */
export interface WasteTolerance {
  readonly month: number;
  readonly cold: number;
  readonly warm: number;
  readonly step: number;
  /** Part of the charge a step, in thousandths. */
  readonly thousandths: number;
}

/** Hours of an incident in a month. */
export interface IncidentHours {
  readonly incident: IncidentRecord;
  /** Hundredths of an hour in the month. */
  readonly hours: number;
  /** Of these, tolerated at one time; the rest of the month's tolerance is shared by all. */
  readonly tolerated: number;
}

/** What waste that was not removed in time takes off the charge of a month. */
export interface WasteDelay {
  readonly of: readonly IncidentHours[];
  /** Hundredths of an hour above what is tolerated. */
  readonly above: number;
  readonly steps: number;
  /** What is left of the charge, in thousandths. */
  readonly left: number;
}

/**
 * What delays of removal take off the charge of a month (ПП № 354, прил. 1, п. 17): hours above 72 a month, 48 at once in the cold and 24 in the
 * warm, a step for each full 24. `null`: nothing is taken off.
 *
 * @param from first day of the month (serial), `to` the day after its last
 */
export const wasteDelay = (
  incidents: readonly IncidentRecord[],
  { from, to }: { readonly from: number; readonly to: number },
  tolerance: WasteTolerance,
): WasteDelay | null => {
  const of: IncidentHours[] = [];
  let tolerated = 0;
  let above = 0;
  for (const incident of incidents) {
    const [start, end] = [hourSerial(incident.from), hourSerial(incident.to)];
    const hours = Math.max(0, Math.min(end, 24 * to) - Math.max(start, 24 * from)) * HOUR;
    if (hours === 0) continue;
    if (incident.hoursAbove !== undefined) {
      // The act counts the deviation itself; it belongs to the month in which the break ended.
      if (end > 24 * to) continue;
      above += scaledSafe(incident.hoursAbove, 2);
      of.push({ incident, hours, tolerated: 0 });
      continue;
    }
    const once = incident.weather === 'warm' ? tolerance.warm : tolerance.cold;
    const free = Math.max(0, Math.min(start + once, end, 24 * to) - Math.max(start, 24 * from)) * HOUR;
    of.push({ incident, hours, tolerated: free });
    tolerated += free;
    above += hours - free;
  }
  above += Math.max(0, tolerated - tolerance.month * HOUR);
  const steps = Math.floor(above / (tolerance.step * HOUR));
  return of.length === 0 ? null : { of, above, steps, left: Math.max(0, 1000 - steps * tolerance.thousandths) };
};
