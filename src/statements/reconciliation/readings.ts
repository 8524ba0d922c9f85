import { type Day, daysBetween } from '../../kernel/calendar';
import { decimalText, parseExact } from '../../kernel/gate';
import { must } from '../../kernel/result';
import type { CounterpartyReading } from '../../model/counterparty-records';
import type { Zone } from '../../model/services';
import { SHAPES } from '../../model/text-types';

/** An accepted reading of our side. */
export interface OwnReading {
  readonly meter: string;
  readonly serial: string;
  readonly zone: Zone;
  readonly takenOn: Day;
  readonly value: string;
}

/** Why readings differ. */
export type ReadingDifferenceClass =
  | 'missingOurs'
  | 'missingTheirs'
  | 'doubledTheirs'
  | 'date'
  | 'value'
  /** Theirs stands under another meter or zone. */
  | 'meter';

/** A difference of readings. */
export interface ReadingDifference {
  readonly class: ReadingDifferenceClass;
  readonly meter: string;
  readonly zone: Zone;
  readonly ours: OwnReading | null;
  readonly theirs: CounterpartyReading | null;
}

/** What a register counted by either side, from its first reading to its last. */
export interface ComparedRegister {
  readonly meter: string;
  readonly zone: Zone;
  /** `null` with fewer than two readings. */
  readonly ours: string | null;
  readonly theirs: string | null;
  /** Theirs less ours. */
  readonly difference: string | null;
}

/** Readings of both sides. */
export interface ComparedReadings {
  readonly differences: readonly ReadingDifference[];
  readonly registers: readonly ComparedRegister[];
}

const intOf = (text: string): bigint => must(parseExact(text, SHAPES.reading)).int;
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byPlace = <R extends { readonly meter: string; readonly zone: Zone; readonly takenOn: Day; readonly value: string }>(
  a: R,
  b: R,
): number => byText(a.meter, b.meter) || byText(a.zone, b.zone) || byText(a.takenOn, b.takenOn) || byText(a.value, b.value);

type Fits = (ours: OwnReading, theirs: CounterpartyReading) => boolean;

const sameRegister: Fits = (a, b) => a.meter === b.meter && a.zone === b.zone;
const sameDay: Fits = (a, b) => a.takenOn === b.takenOn;
const sameValue: Fits = (a, b) => intOf(a.value) === intOf(b.value);

/** Passes, best first, with what a pair of each is off by. */
const PASSES: readonly { readonly class: ReadingDifferenceClass | null; readonly fits: Fits }[] = [
  { class: null, fits: (a, b) => sameRegister(a, b) && sameDay(a, b) && sameValue(a, b) },
  { class: 'value', fits: (a, b) => sameRegister(a, b) && sameDay(a, b) },
  { class: 'date', fits: (a, b) => sameRegister(a, b) && sameValue(a, b) && Math.abs(daysBetween(a.takenOn, b.takenOn)) <= 31 },
  { class: 'meter', fits: (a, b) => sameDay(a, b) && sameValue(a, b) },
];

/**
 * Reconcile readings per meter and zone («сверка показаний»): what stands on one side only, on another day, with another value, under another
 * meter or zone; and the consumption of each register by either side. Their meters may be told by id or by serial number.
 */
export const compareReadings = (own: readonly OwnReading[], told: readonly CounterpartyReading[]): ComparedReadings => {
  const ids = new Map([...own].sort(byPlace).map(({ serial, meter }) => [serial, meter]));
  const theirs = told.map((one) => ({ ...one, meter: ids.get(one.meter) ?? one.meter })).sort(byPlace);
  const ours = [...own].sort(byPlace);
  const differences: ReadingDifference[] = [];
  const matched = new Set<unknown>();
  const repeated = repeats(theirs);
  for (const { class: of, fits } of PASSES) {
    for (const a of ours) {
      if (matched.has(a)) continue;
      const b = theirs.find((one) => !matched.has(one) && !repeated.has(one) && fits(a, one));
      if (b === undefined) continue;
      matched.add(a).add(b);
      if (of !== null) differences.push({ class: of, meter: a.meter, zone: a.zone, ours: a, theirs: b });
    }
  }
  for (const a of ours)
    if (!matched.has(a)) differences.push({ class: 'missingTheirs', meter: a.meter, zone: a.zone, ours: a, theirs: null });
  for (const b of theirs) {
    if (matched.has(b)) continue;
    differences.push({ class: repeated.has(b) ? 'doubledTheirs' : 'missingOurs', meter: b.meter, zone: b.zone, ours: null, theirs: b });
  }
  return { differences: differences.sort(byDifference), registers: registersOf(ours, theirs) };
};

/** The same reading told again. */
const repeats = (theirs: readonly CounterpartyReading[]): ReadonlySet<CounterpartyReading> => {
  const seen = new Set<string>();
  return new Set(
    theirs.filter(({ meter, zone, takenOn, value }) => {
      const key = `${meter}|${zone}|${takenOn}|${intOf(value)}`;
      const again = seen.has(key);
      seen.add(key);
      return again;
    }),
  );
};

const byDifference = (a: ReadingDifference, b: ReadingDifference): number => {
  const day = ({ ours, theirs }: ReadingDifference): string => ours?.takenOn ?? theirs?.takenOn ?? '';
  return byText(day(a), day(b)) || byText(a.meter, b.meter) || byText(a.zone, b.zone) || byText(a.class, b.class);
};

const registersOf = (ours: readonly OwnReading[], theirs: readonly CounterpartyReading[]): readonly ComparedRegister[] => {
  const keys = new Map([...ours, ...theirs].map(({ meter, zone }) => [`${meter}|${zone}`, { meter, zone }]));
  return [...keys.entries()]
    .sort(([a], [b]) => byText(a, b))
    .map(([, { meter, zone }]): ComparedRegister => {
      const [a, b] = [ours, theirs].map((side) => counted(side.filter((one) => one.meter === meter && one.zone === zone)));
      const text = (int: bigint | null | undefined): string | null =>
        int === null || int === undefined ? null : decimalText(int, SHAPES.reading.scale);
      const both = a !== null && a !== undefined && b !== null && b !== undefined;
      return { meter, zone, ours: text(a), theirs: text(b), difference: both ? text(b - a) : null };
    });
};

const counted = (readings: readonly { readonly takenOn: Day; readonly value: string }[]): bigint | null => {
  const [first, last] = [readings[0], readings[readings.length - 1]];
  return first === undefined || last === undefined || first === last ? null : intOf(last.value) - intOf(first.value);
};
