import type { Instant, Month } from '../../kernel/calendar';
import type { HouseAct } from '../../model/house-act';
import type { HouseMonthState, Journal } from '../../ports/store';
import { closingReads } from './closings';
import type { SqlRunner } from './connection';
import { ENTRY_COLUMNS, entryOf } from './entry-row';
import { unpackBill } from './packed-bill';
import { instantSql, integer, text, textOrNull } from './rows';

/** State of a house-month: its newest version, and the first closing that covers it. */
export const monthState = async (runner: SqlRunner, house: string, month: Month): Promise<HouseMonthState> => {
  const { rows } = await runner.query(
    `select coalesce(newest.version, 0) as version, ${instantSql('newest.at')} as written_at,
       ${instantSql('closing.closed_at')} as closed_at, closing.closed_by
     from (values (1)) as one left join lateral (
       select version, at from saldo.month_versions where house = $1 and month = $2 order by version desc limit 1
     ) as newest on true left join lateral (
       select closed_at, closed_by from saldo.month_closings where house = $1 and month_closings.month >= $2 order by month limit 1
     ) as closing on true`,
    [house, month],
  );
  const row = rows[0] ?? {};
  return {
    version: integer(row, 'version'),
    writtenAt: textOrNull(row, 'written_at') as Instant | null,
    closedAt: textOrNull(row, 'closed_at') as Instant | null,
    closedBy: textOrNull(row, 'closed_by'),
  };
};

/** The last month of a house that was closed, or nothing. */
export const lastClosed = async (runner: SqlRunner, house: string): Promise<Month | null> => {
  const { rows } = await runner.query('select max(month) as month from saldo.month_closings where house = $1', [house]);
  return textOrNull(rows[0] ?? {}, 'month') as Month | null;
};

/** Number of the newest entry of a house; 0 when there is none. */
export const lastNumber = async (runner: SqlRunner, house: string): Promise<number> => {
  const { rows } = await runner.query('select coalesce(max(number), 0) as number from saldo.entries where house = $1', [house]);
  return Number(text(rows[0] ?? {}, 'number'));
};

const NEWEST =
  '(select max(newest.version) from saldo.month_versions newest where newest.house = bills.house and newest.month = bills.month)';

/** What is read of the journal. */
export const journalReads = (runner: SqlRunner): Omit<Journal, 'writeMonth' | 'closeMonth' | 'post'> => ({
  ...closingReads(runner),
  monthState: (house, month) => monthState(runner, house, month),
  billsOf: async (house, month, version) => {
    const { rows } = await runner.query(
      `select house, month, account, made_by, total, body from saldo.bills
       where house = $1 and month = $2 and version = coalesce($3::text::integer,
         (select max(newest.version) from saldo.month_versions newest where newest.house = $1 and newest.month = $2))
       order by account`,
      [house, month, version === undefined ? null : String(version)],
    );
    return rows.map(unpackBill);
  },
  actsOf: async (house, from, to) => {
    const { rows } = await runner.query(
      `select body from saldo.house_acts acts where house = $1 and month between $2 and $3
         and version = (select max(newest.version) from saldo.month_versions newest where newest.house = acts.house and newest.month = acts.month)
       order by month, place`,
      [house, from, to],
    );
    return rows.map((row) => JSON.parse(text(row, 'body')) as HouseAct);
  },
  billsOfAccount: async (account) => {
    const { rows } = await runner.query(
      `select house, month, account, made_by, total, body from saldo.bills where account = $1 and version = ${NEWEST} order by month, house`,
      [account],
    );
    return rows.map(unpackBill);
  },
  entriesOfAccount: async (account, asKnownAt) => {
    const { rows } = await runner.query(
      `select ${ENTRY_COLUMNS} from saldo.entries
       where account = $1 and ($2::text is null or entries.at <= $2::text::timestamptz) order by house, number`,
      [account, asKnownAt ?? null],
    );
    return rows.map(entryOf);
  },
  entriesOfHouse: async (house, month) => {
    const { rows } = await runner.query(
      `select ${ENTRY_COLUMNS} from saldo.entries where house = $1 and ($2::text is null or posted_in = $2::text) order by number`,
      [house, month ?? null],
    );
    return rows.map(entryOf);
  },
  entriesAfter: async (house, account, { after, through, valueThrough, knownThrough }) => {
    const { rows } = await runner.query(
      `select ${ENTRY_COLUMNS} from saldo.entries
       where account = $1 and house = $2 and posted_in > coalesce($3::text, '') and ($4::text is null or posted_in <= $4::text)
         and ($5::text is null or value_day <= $5::text::date) and ($6::text is null or entries.at <= $6::text::timestamptz) order by number`,
      [account, house, after, through ?? null, valueThrough ?? null, knownThrough ?? null],
    );
    return rows.map(entryOf);
  },
  monthsOf: async (house) => {
    const { rows } = await runner.query(
      `select month from saldo.month_versions where house = $1 union select posted_in from saldo.entries where house = $1 order by month`,
      [house],
    );
    return rows.map((row) => text(row, 'month') as Month);
  },
});
