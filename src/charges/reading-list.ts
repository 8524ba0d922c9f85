import { readingEffect } from '../consumption/reading-window';
import { type Month, monthFromNumber } from '../kernel/calendar';
import type { HouseFacts } from '../model/facts';
import type { FactRecord, MeterRecord, ReadingRecord } from '../model/records';
import type { MeteredService } from '../model/services';
import type { ReadingCode } from '../norms/reading-rules';
import { type ReadingVerdictOf, readingVerdicts } from './reading-verdicts';
import { windowsOf } from './reading-windows';

/** A reading as it came in, with what became of it. */
export interface ReadingRow {
  /** Id of the fact, and of the reading it is a version of. */
  readonly fact: string;
  readonly reading: ReadingRecord;
  /** Empty for a meter of the house. */
  readonly premises: string;
  readonly service: MeteredService;
  /** Serial number of the meter. */
  readonly serial: string;
  readonly source: ReadingRecord['source'];
  readonly verdict: ReadingVerdictOf['verdict'] | 'withdrawn';
  readonly code: ReadingCode | null;
  readonly remarks: readonly ReadingCode[];
  /** Who decided, and why, when a person did: rules decide without a name. */
  readonly decided: { readonly by: string | null; readonly why: string | null } | null;
  /** Billing month it closes. */
  readonly month: Month | null;
  readonly countsFor: Month;
}

/** Which readings of a house. */
export interface ReadingFilter {
  /** Month that they count for. */
  readonly month?: Month;
  /** Number of an account: the readings of its premises. */
  readonly account?: string;
}

/**
 * All readings of a house, versions that fell away among them («журнал показаний»): each is exactly one of accepted, held, refused, superseded,
 * withdrawn, unused. In order of premises, then of the day taken, then of the fact.
 *
 * @param records the records that the facts were assembled from; records of other houses are passed over
 */
export const listReadings = (facts: HouseFacts, records: readonly FactRecord[], filter: ReadingFilter = {}): readonly ReadingRow[] =>
  new ReadingList(facts, records).rows().filter((row) => isAsked(facts, row, filter));

const isAsked = (facts: HouseFacts, row: ReadingRow, { month, account }: ReadingFilter): boolean => {
  if (month !== undefined && row.countsFor !== month) return false;
  if (account === undefined) return true;
  const held = facts.premises.find(({ premises }) => premises.id === row.premises)?.accounts ?? [];
  return held.some(({ number, aliases }) => number === account || aliases.includes(account));
};

interface Place {
  readonly index: number;
  readonly premises: string;
  readonly meter: MeterRecord;
}

class ReadingList {
  private readonly places = new Map<string, Place>();
  private readonly readings = new Map<string, ReadingRecord>();
  private readonly successors = new Map<string, ReadingRecord>();
  private readonly windowOf: ReturnType<typeof windowsOf>;

  constructor(
    private readonly facts: HouseFacts,
    records: readonly FactRecord[],
  ) {
    this.windowOf = windowsOf(facts);
    for (const [index, { premises, points }] of facts.premises.entries())
      for (const { meters } of points) for (const { meter } of meters) this.places.set(meter.id, { index, premises: premises.id, meter });
    for (const { meters } of facts.common.inlets)
      for (const { meter } of meters) this.places.set(meter.id, { index: facts.premises.length, premises: '', meter });
    for (const record of records) {
      if (record.kind !== 'reading' || !this.places.has(record.meter)) continue;
      this.readings.set(record.id, record);
      if (record.supersedes !== undefined) this.successors.set(record.supersedes, record);
    }
  }

  rows(): readonly ReadingRow[] {
    const verdicts = new Map(readingVerdicts(this.facts).map((one) => [one.reading.id, one]));
    const rows: ReadingRow[] = [];
    for (const record of this.readings.values()) {
      if (record.withdrawn === true) continue;
      const successor = this.successors.get(record.id);
      const verdict = verdicts.get(this.firstOf(record));
      if (successor !== undefined) rows.push(this.fallen(record, successor));
      else if (verdict !== undefined) rows.push(rowOf(record, verdict));
    }
    return rows.sort((a, b) => this.order(a, b));
  }

  private order(a: ReadingRow, b: ReadingRow): number {
    const index = (row: ReadingRow): number => (this.places.get(row.reading.meter) as Place).index;
    const text = (row: ReadingRow): string => `${row.reading.takenOn} ${row.fact}`;
    return index(a) - index(b) || (text(a) < text(b) ? -1 : 1);
  }

  private firstOf(record: ReadingRecord): string {
    let walk = record;
    for (let before = walk.supersedes; before !== undefined; before = walk.supersedes) {
      const found = this.readings.get(before);
      if (found === undefined) return before;
      walk = found;
    }
    return walk.id;
  }

  private fallen(record: ReadingRecord, { withdrawn, by, why }: ReadingRecord): ReadingRow {
    const { premises, meter } = this.places.get(record.meter) as Place;
    return {
      fact: record.id,
      reading: record,
      premises,
      service: meter.service,
      serial: meter.serial,
      source: record.source,
      verdict: withdrawn === true ? 'withdrawn' : 'superseded',
      code: withdrawn === true ? 'reading-withdrawn' : 'reading-mended',
      remarks: [],
      decided: { by: by ?? null, why: why ?? null },
      month: null,
      countsFor: monthFromNumber(readingEffect(record, this.windowOf(meter.service)).month),
    };
  }
}

const rowOf = (
  record: ReadingRecord,
  { premises, service, meter, verdict, code, remarks, month, countsFor }: ReadingVerdictOf,
): ReadingRow => ({
  fact: record.id,
  reading: record,
  premises,
  service,
  serial: meter.serial,
  source: record.source,
  verdict,
  code,
  remarks,
  decided: record.verdict === undefined ? null : { by: record.by ?? null, why: record.why ?? null },
  month,
  countsFor,
});

/** Readings that wait for a person: held by a rule, and nobody has said yet that they are to wait. */
export const undecidedReadings = (facts: HouseFacts, through: Month): readonly ReadingVerdictOf[] =>
  readingVerdicts(facts).filter(
    ({ verdict, countsFor, reading }) =>
      verdict === 'held' &&
      countsFor <= through &&
      (facts.house.billedSince === undefined || countsFor >= facts.house.billedSince) &&
      !(reading.verdict === 'held' && reading.by !== undefined),
  );
