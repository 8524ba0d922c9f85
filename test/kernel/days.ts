import fc from 'fast-check';
import { type Day, dayFromSerial, serial } from '../../src/kernel/calendar';

/** A day within about two years around a leap February: close enough together for intervals to meet. */
export const someDay: fc.Arbitrary<Day> = fc
  .integer({ min: serial('2023-06-01' as Day), max: serial('2025-06-01' as Day) })
  .map(dayFromSerial);

/** Every day of `[from, to)`, one by one. */
export const eachDay = (from: Day, to: Day): readonly Day[] => {
  const days: Day[] = [];
  for (let n = serial(from); n < serial(to); n += 1) days.push(dayFromSerial(n));
  return days;
};
