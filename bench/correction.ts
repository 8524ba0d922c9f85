import { performance } from 'node:perf_hooks';
import { chargeHouse } from '../src/charges/charge-house';
import { addMonths, type Day, firstDay, type Month, monthNumber } from '../src/kernel/calendar';
import type { Result } from '../src/kernel/result';
import { assembleHouse } from '../src/model/assemble';
import type { Line } from '../src/model/bill';
import { changesAmong } from '../src/model/changes';
import type { HouseFacts } from '../src/model/facts';
import type { FactRecord, PremisesRecord } from '../src/model/records';
import { billHouse, type ChargedLines } from '../src/recalculation/bill-house';
import { BENCH_MONTH, type GeneratedHouse } from './provider';

/** Months that a late fact may reach back. */
const BACK = 36;
/** One account of so many has a late fact. */
const ONE_OF = 100;

const must = <T>(result: Result<T, unknown>): T => {
  if (result.ok) return result.value;
  throw new Error(`the generated facts are refused: ${JSON.stringify(result.error).slice(0, 600)}`);
};

/** What a round of correction months took. */
export interface CorrectionSums {
  /** The month with its corrections, and the month alone. */
  readonly ownMs: number;
  readonly plainMs: number;
  /** The month and every earlier month of every account again. */
  readonly otherMs: number;
  readonly accounts: number;
  readonly lines: number;
  /** Account-months that changed. */
  readonly changed: number;
}

/** A correction month: one account in a hundred turns out to have another area since some month of the last three years. */
export class CorrectionMonths {
  private turn = 0;

  round(houses: readonly GeneratedHouse[]): CorrectionSums {
    let sums: CorrectionSums = { ownMs: 0, plainMs: 0, otherMs: 0, accounts: 0, lines: 0, changed: 0 };
    for (const { facts } of houses) {
      const records = (JSON.parse(JSON.stringify(facts)) as FactRecord[]).map(longKnown);
      const late = this.late(records);
      const one = house(records, late.records, late.months);
      sums = {
        ownMs: sums.ownMs + one.ownMs,
        plainMs: sums.plainMs + one.plainMs,
        otherMs: sums.otherMs + one.otherMs,
        accounts: sums.accounts + one.accounts,
        lines: sums.lines + one.lines,
        changed: sums.changed + one.changed,
      };
    }
    return sums;
  }

  /** Areas that are mended, each from another month on, and how many months they touch together. */
  private late(records: readonly FactRecord[]): { readonly records: readonly FactRecord[]; readonly months: number } {
    const found: FactRecord[] = [];
    let months = 0;
    for (const record of records) {
      if (record.kind !== 'premises') continue;
      this.turn += 1;
      if (this.turn % ONE_OF !== 0) continue;
      const back = ((this.turn / ONE_OF) % BACK) + 1;
      const [first] = record.areas;
      if (first === undefined) continue;
      const from = firstDay(addMonths(BENCH_MONTH, -back));
      const areas: PremisesRecord['areas'] = [first, { from, value: (Number(first.value) + 1.5).toFixed(1) }];
      found.push({ ...record, id: `${record.id}-mended`, supersedes: record.id, areas });
      months += back;
    }
    return { records: found, months };
  }
}

const LONG = '2020-01-01' as Day;

/** The generated facts begin in 2025; prices and areas of the months before are those of their first entry. */
const longKnown = (record: FactRecord): FactRecord => {
  const since = <E extends { readonly from: Day }>([first, ...rest]: readonly E[]): E[] =>
    first === undefined ? [] : [{ ...first, from: LONG }, ...rest];
  if (record.kind === 'tariff') return { ...record, entries: since(record.entries) };
  if (record.kind === 'normative') return { ...record, entries: since(record.entries) };
  if (record.kind === 'premises')
    return { ...record, areas: since(record.areas), contractVolumes: record.contractVolumes.map((one) => ({ ...one, from: LONG })) };
  return record.kind === 'service' && record.to === null ? { ...record, from: LONG } : record;
};

const timed = <T>(work: () => T): { readonly ms: number; readonly value: T } => {
  const start = performance.now();
  const value = work();
  return { ms: performance.now() - start, value };
};

const MONTHS: readonly Month[] = Array.from({ length: BACK }, (_, index) => addMonths(BENCH_MONTH, index - BACK));

const house = (records: readonly FactRecord[], late: readonly FactRecord[], changed: number): CorrectionSums => {
  const all = [...records, ...late];
  const then = must(assembleHouse(records, { uniqueIds: true }));
  const charged = chargedBy(then, late);
  const changes = changesAmong(all, new Set(late.map(({ id }) => id)));
  const fresh = (): HouseFacts => must(assembleHouse(all, { uniqueIds: true }));
  const [a, b, c] = [fresh(), fresh(), fresh()];
  const own = timed(() => must(billHouse(a, BENCH_MONTH, { charged, changes })));
  const plain = timed(() => must(billHouse(b, BENCH_MONTH)));
  const other = timed(() => {
    must(billHouse(c, BENCH_MONTH));
    return MONTHS.map((month) => must(chargeHouse(c, month, { through: monthNumber(BENCH_MONTH) })).total());
  });
  const posted = [...own.value.adjustments.values()].flat().reduce((sum, line) => sum + line.amount, 0);
  const expected = other.value.reduce((sum, total) => sum + total, 0) - totalOf(then);
  if (posted !== expected) throw new Error(`the correction posts ${posted}, the months differ by ${expected}`);
  return {
    ownMs: own.ms,
    plainMs: plain.ms,
    otherMs: other.ms,
    accounts: own.value.charges.rows.length,
    lines: own.value.charges.count(),
    changed,
  };
};

/** What all earlier months cost by the facts as they were. */
const totalOf = (facts: HouseFacts): number =>
  MONTHS.reduce((sum, month) => sum + must(chargeHouse(facts, month, { through: monthNumber(BENCH_MONTH) })).total(), 0);

/** What the bills of the touched premises charged, month by month. */
const chargedBy = (facts: HouseFacts, late: readonly FactRecord[]): ChargedLines => {
  const ids = new Set(late.map(({ supersedes }) => supersedes));
  const only = new Set(facts.premises.flatMap(({ premises }, index) => (ids.has(premises.id) ? [index] : [])));
  const lines = new Map<string, readonly Line[]>();
  for (const month of MONTHS) {
    const charges = must(chargeHouse(facts, month, { through: monthNumber(BENCH_MONTH), only }));
    for (const row of charges.rows) lines.set(`${row.account.number} ${month}`, charges.linesOf(row.row));
  }
  return (account, month) => (month >= (MONTHS[0] as Month) ? (lines.get(`${account} ${month}`) ?? []) : undefined);
};
