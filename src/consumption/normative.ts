import { addDays, type Day, dayFromSerial, serial } from '../kernel/calendar';
import { err, ok, type Result } from '../kernel/result';
import type { NormativeRecord } from '../model/records';
import type { ParameterProblem } from '../norms/parameter';

type Entry = NormativeRecord['entries'][number];

/** A normative on some days, looked up for a premises. */
export interface NormativeStretch {
  readonly from: number;
  readonly to: number;
  readonly entry: Entry;
}

/** A normative cut at the days on which it changes; every day of `[from, to)` has a reviewed entry, or the problem says which has none. */
export const normativeWithin = (
  record: NormativeRecord,
  from: number,
  to: number,
): Result<readonly NormativeStretch[], ParameterProblem> => {
  const entries = [...record.entries].sort((a, b) => (a.from < b.from ? -1 : 1));
  const stretches: NormativeStretch[] = [];
  let start = from;
  while (start < to) {
    const day = dayFromSerial(start);
    let found: Entry | undefined;
    let next = to;
    for (const entry of entries) {
      if (entry.from <= day) found = entry;
      else {
        next = Math.min(to, serial(entry.from));
        break;
      }
    }
    if (
      found === undefined ||
      ((found.value === undefined || found.value === null) &&
        found.table === undefined &&
        found.profile === undefined &&
        found.buildings === undefined)
    ) {
      return err({
        code: 'missing-parameter',
        value: record.code,
        facts: { day, title: record.title, seriesFrom: entries[0]?.from ?? '—' },
      });
    }
    const end = addDays(dayFromSerial(next), -1);
    if (end > record.reviewedThrough) {
      return err({
        code: 'parameter-not-reviewed',
        value: record.code,
        facts: { day: end as Day, reviewedThrough: record.reviewedThrough },
      });
    }
    stretches.push({ from: start, to: next, entry: found });
    start = next;
  }
  return ok(stretches);
};

/** Value of an entry in a month of the year (1 to 12) when it does not depend on people: out of the season it is zero. `null`: it is a table. */
export const valueInMonth = ({ profile, value }: Entry, monthOfYear: number): string | null =>
  profile === undefined ? (value ?? null) : (profile.find(({ months }) => months.includes(monthOfYear))?.value ?? '0');

/**
 * Normative per person as text: one value, the value of the month of the year, or the row for this many people and rooms; the last row counts
 * for more people too. `null`: no row.
 */
export const normativeFor = (entry: Entry, persons: number, rooms: number | undefined, monthOfYear: number): string | null => {
  if (entry.table === undefined) return valueInMonth(entry, monthOfYear);
  let best: { readonly persons: number; readonly value: string } | undefined;
  for (const row of entry.table) {
    if (row.rooms !== undefined && row.rooms !== rooms) continue;
    if (row.persons === persons) return row.value;
    if (
      best === undefined ||
      (row.persons < persons ? best.persons > persons || row.persons > best.persons : best.persons > persons && row.persons < best.persons)
    ) {
      best = row;
    }
  }
  return best?.value ?? null;
};

/** Normatives of a house in one month: each is cut at its changes once, whoever asks. */
export class MonthNormatives {
  private readonly known = new Map<string, Result<readonly NormativeStretch[], ParameterProblem>>();

  constructor(
    private readonly records: ReadonlyMap<string, NormativeRecord>,
    private readonly from: number,
    private readonly to: number,
  ) {}

  record(code: string | undefined): NormativeRecord | undefined {
    return code === undefined ? undefined : this.records.get(code);
  }

  /** Stretches on the days `[from, to)` of the month. */
  within(record: NormativeRecord, from: number, to: number): Result<readonly NormativeStretch[], ParameterProblem> {
    let whole = this.known.get(record.code);
    if (whole === undefined) {
      whole = normativeWithin(record, this.from, this.to);
      this.known.set(record.code, whole);
    }
    return whole.ok && from === this.from && to === this.to ? whole : normativeWithin(record, from, to);
  }
}
