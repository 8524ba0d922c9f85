import { dayOfMinute, minuteSerial, monthNumber, monthsThrough } from '../kernel/calendar';
import type { IncidentRecord } from '../model/records';
import { laterMonth } from './absence';

/** The month from which an incident is known, counted: that of its act, or of the moment it became known where that is later. */
export const incidentKnownIn = ({ recordedOn, knownAt }: IncidentRecord): number => laterMonth(recordedOn, knownAt);

/** The months that the hours of an incident touch, counted. */
export const incidentMonths = ({ from, to }: Pick<IncidentRecord, 'from' | 'to'>): readonly number[] =>
  monthsThrough(monthNumber(dayOfMinute(minuteSerial(from))), monthNumber(dayOfMinute(minuteSerial(to) - 1)));
