import type { MeterFacts, RegisterFacts } from '../model/facts';
import type { ActRecord, ReadingRecord } from '../model/records';
import { type Refusal, refusalIn } from './act-refusals';
import { effectiveMonth, type ReadingWindow } from './reading-window';
import type { Boundary, ReadingVerdict } from './register';

/** A reading that the act of a check carries. */
interface CheckReading extends ReadingRecord {
  readonly check: ActRecord;
}

/** Was the boundary read by a check? */
export const isCheck = ({ reading }: Boundary): boolean => reading !== null && 'check' in reading;

/** The readings of a register as acts leave them. */
export interface ActedReadings {
  readonly readings: readonly ReadingRecord[];
  /** Readings of the consumer that came while access was refused. */
  readonly ignored: readonly ReadingVerdict[];
}

/** Readings of checks belong to the month of their day, whatever the window (C09); one below the last is settled by the check (C06). */
const readingOf = (act: ActRecord, { meter, zone, value, below }: ActRecord['readings'][number]): CheckReading => ({
  kind: 'reading',
  id: act.id,
  meter,
  zone,
  takenOn: act.on,
  value,
  source: 'controller',
  purpose: 'closing',
  below,
  verdict: 'accepted',
  by: act.drawnUpBy,
  why: act.reason,
  check: act,
});

/** A check that finds the meter tampered with reads nothing that could be used (ПП № 354, п. 81(11)). */
const isTampered = (meter: string, check: ActRecord, acts: readonly ActRecord[]): boolean =>
  acts.some(
    ({ type, meter: of, on, endedOn }) =>
      type === 'tampering' && of === meter && on <= check.on && (endedOn === undefined || endedOn >= check.on),
  );

/** Take away the readings that a refusal of access makes void, and put in those that checks took. */
export const actedReadings = (
  { meter }: MeterFacts,
  register: RegisterFacts,
  acts: readonly ActRecord[],
  refusals: readonly Refusal[],
  window: ReadingWindow,
): ActedReadings => {
  const ignored: ReadingVerdict[] = [];
  const readings: ReadingRecord[] = [];
  for (const reading of register.readings) {
    const month = effectiveMonth(reading, window);
    if (refusals.length > 0 && refusalIn(refusals, month) !== null)
      ignored.push({ reading, verdict: 'unused', code: 'reading-while-refused', month });
    else readings.push(reading);
  }
  for (const act of acts) {
    if (act.type !== 'check' || isTampered(meter.id, act, acts)) continue;
    for (const one of act.readings) {
      if (one.meter !== meter.id || one.zone !== register.zone) continue;
      let place = readings.length;
      while (place > 0 && (readings[place - 1] as ReadingRecord).takenOn > act.on) place -= 1;
      readings.splice(place, 0, readingOf(act, one));
    }
  }
  return { readings, ignored };
};
