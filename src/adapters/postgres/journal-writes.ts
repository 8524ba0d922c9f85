import type { Month } from '../../kernel/calendar';
import { excerpt } from '../../kernel/problem';
import { invariant } from '../../kernel/result';
import { ClosingMaker } from '../../ledger/closing/month-chain';
import type { Entry } from '../../ledger/entry';
import type { HouseMonthWrite, MonthClosing, Posting } from '../../ports/store';
import { balancesBefore, lastClosing, writeClosing } from './closings';
import type { SqlRunner } from './connection';
import { ENTRY_RECORD, entryRow } from './entry-row';
import { Refusal } from './failures';
import { journalReads, lastClosed, lastNumber, monthState } from './journal-reads';
import { packBill } from './packed-bill';
import { asRecordset, inParts, text } from './rows';

/** Write a house-month inside a transaction; throws a {@link Refusal}. */
export const writeMonth = async (runner: SqlRunner, write: HouseMonthWrite): Promise<void> => {
  const { key, house, month, expectedVersion, at, bills, acts, entries } = write;
  invariant(
    bills.every((bill) => bill.house === house && bill.month === month),
    'every bill is of the house and month it is written with',
  );
  invariant(
    acts.every((act) => act.house === house && act.month === month),
    'every act is of the house and month it is written with',
  );
  invariant(
    entries.every((entry) => entry.postedIn === month),
    'entries of a house-month are posted in that month',
  );
  await lockHouse(runner, house);
  await refuseClosed(runner, house, [month]);
  await refuseOvertaken(runner, house, month, expectedVersion);
  await runner.query(
    `insert into saldo.month_versions (house, month, version, at, key, bills, billed, entries, posted)
     values ($1, $2, $3::text::integer, $4::text::timestamptz, $5, $6::text::integer, $7::text::numeric, $8::text::integer, $9::text::numeric)`,
    [
      house,
      month,
      String(expectedVersion + 1),
      at,
      key,
      String(bills.length),
      total(bills.map((bill) => bill.total)),
      String(entries.length),
      total(entries.map((entry) => entry.amount)),
    ],
  );
  for (const part of inParts(bills)) {
    await runner.query(
      `insert into saldo.bills (house, month, version, account, made_by, total, format, body)
       select $1, $2, $3::text::integer, account, made_by, total, 1, body::json
       from json_to_recordset($4::text::json) as bill (account text, made_by text, total bigint, body text)`,
      [house, month, String(expectedVersion + 1), asRecordset(part.map((bill) => ({ ...packBill(bill) })))],
    );
  }
  if (acts.length > 0)
    await runner.query(
      `insert into saldo.house_acts (house, month, version, place, service, body)
       select $1, $2, $3::text::integer, place, service, body::json
       from json_to_recordset($4::text::json) as act (place integer, service text, body text)`,
      [
        house,
        month,
        String(expectedVersion + 1),
        asRecordset(acts.map((act, index) => ({ place: index + 1, service: act.service, body: JSON.stringify(act) }))),
      ],
    );
  await enter(runner, write);
};

/** Post entries inside a transaction; throws a {@link Refusal}. */
export const post = async (runner: SqlRunner, posting: Posting): Promise<void> => {
  await lockHouse(runner, posting.house);
  await refuseClosed(
    runner,
    posting.house,
    posting.entries.map((entry) => entry.postedIn),
  );
  await enter(runner, posting);
};

/** Close a month inside a transaction; throws a {@link Refusal}. @returns was it closed before */
export const closeMonth = async (runner: SqlRunner, { house, month, expectedVersion, at, by }: MonthClosing): Promise<boolean> => {
  await lockHouse(runner, house);
  const last = await lastClosing(runner, house);
  if (last !== null && last.month >= month) return true;
  await refuseOvertaken(runner, house, month, expectedVersion);
  // Months that a release without the chain closed have no hash: the next link takes them in.
  const after = last === null || last.hash === null ? null : last.month;
  const maker = new ClosingMaker({ house, month, version: expectedVersion, at, by }, last?.hash ?? null);
  const reads = journalReads(runner);
  for (const one of await reads.monthsOf(house)) {
    if (one > month || (after !== null && one <= after)) continue;
    const content = { entries: await reads.entriesOfHouse(house, one), bills: await reads.billsOf(house, one) };
    maker.take({ month: one, ...content, acts: await reads.actsOf(house, one, one) });
  }
  const before = after === null ? [] : await balancesBefore(runner, house, maker.accounts());
  await writeClosing(runner, maker.closed(before));
  return false;
};

/** One writer of a house at a time: its row is the lock, and the journal's numbers follow each other. */
const lockHouse = async (runner: SqlRunner, house: string): Promise<void> => {
  const lock = 'select house from saldo.houses where house = $1 for update';
  if ((await runner.query(lock, [house])).rows.length > 0) return;
  await runner.query('insert into saldo.houses (house) values ($1) on conflict (house) do nothing', [house]);
  await runner.query(lock, [house]);
};

const refuseClosed = async (runner: SqlRunner, house: string, months: readonly Month[]): Promise<void> => {
  const closed = await lastClosed(runner, house);
  const month = closed === null ? undefined : months.find((one) => one <= closed);
  if (month === undefined) return;
  const { closedAt } = await monthState(runner, house, month);
  throw new Refusal({ code: 'month-closed', facts: { house, month, closedAt: closedAt ?? '' } });
};

const refuseOvertaken = async (runner: SqlRunner, house: string, month: Month, expected: number): Promise<void> => {
  const { version } = await monthState(runner, house, month);
  if (version === expected) return;
  throw new Refusal({ code: 'version-conflict', facts: { house, month, expected: String(expected), found: String(version) } });
};

const enter = async (runner: SqlRunner, { house, entries }: Pick<Posting, 'house' | 'entries'>): Promise<void> => {
  invariant(
    entries.every((entry) => entry.house === house),
    'every entry is of the house it is posted with',
  );
  if (entries.length === 0) return;
  const before = await lastNumber(runner, house);
  const entered = new Set<string>();
  for (const part of inParts(entries.map((entry, place) => entryRow(entry, place + 1)))) {
    const { rows } = await runner.query(
      `insert into saldo.entries
         (house, number, id, account, provider, service, kind, month, posted_in, amount, value_day, at, cause, more)
       select $1, $2::text::bigint + place, id, account, provider, service, kind, month, posted_in, amount, value_day, at, cause, more::json
       from json_to_recordset($3::text::json) as entry (${ENTRY_RECORD}) order by place
       on conflict (house, id) do nothing returning id`,
      [house, String(before), asRecordset(part)],
    );
    for (const row of rows) entered.add(text(row, 'id'));
  }
  if (entered.size < entries.length) refuseTwice(entries, entered);
};

const refuseTwice = (entries: readonly Entry[], entered: ReadonlySet<string>): void => {
  const seen = new Set<string>();
  for (const { id } of entries) {
    if (seen.has(id) || !entered.has(id)) throw new Refusal({ code: 'duplicate-entry', value: excerpt(id) });
    seen.add(id);
  }
};

/** A control total may pass the safe integers that its parts keep to. */
const total = (amounts: readonly number[]): string => amounts.reduce((sum, amount) => sum + BigInt(amount), 0n).toString();
