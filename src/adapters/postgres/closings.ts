import type { Day, Instant, Month } from '../../kernel/calendar';
import type { AccountBalance } from '../../ledger/closing/account-balance';
import type { ClosedPart, Closing } from '../../ledger/closing/month-chain';
import type { Journal } from '../../ports/store';
import type { SqlRow, SqlRunner } from './connection';
import { asRecordset, inParts, instantSql, integer, text, textOrNull } from './rows';

const CLOSING = `house, month, version, ${instantSql('closed_at')} as closed_at, closed_by, previous, parts, hash`;

const closingOf = (row: SqlRow): Closing => ({
  house: text(row, 'house'),
  month: text(row, 'month') as Month,
  version: integer(row, 'version'),
  at: text(row, 'closed_at') as Instant,
  by: text(row, 'closed_by'),
  previous: textOrNull(row, 'previous'),
  parts: JSON.parse(textOrNull(row, 'parts') ?? '[]') as ClosedPart[],
  hash: textOrNull(row, 'hash'),
});

const BALANCE = `account, month, buckets, to_char(value_through, 'YYYY-MM-DD') as value_through, ${instantSql('known_through')} as known_through`;

const balanceOf = (row: SqlRow): AccountBalance => ({
  account: text(row, 'account'),
  month: text(row, 'month') as Month,
  buckets: JSON.parse(text(row, 'buckets')) as AccountBalance['buckets'],
  valueThrough: text(row, 'value_through') as Day,
  knownThrough: text(row, 'known_through') as Instant,
});

/** The last closing of a house, or nothing. */
export const lastClosing = async (runner: SqlRunner, house: string): Promise<Closing | null> => {
  const { rows } = await runner.query(`select ${CLOSING} from saldo.month_closings where house = $1 order by month desc limit 1`, [house]);
  const [row] = rows;
  return row === undefined ? null : closingOf(row);
};

/** The newest balances of some accounts of a house. */
export const balancesBefore = async (runner: SqlRunner, house: string, accounts: readonly string[]): Promise<readonly AccountBalance[]> => {
  const found: AccountBalance[] = [];
  for (const part of inParts(accounts)) {
    const { rows } = await runner.query(
      `select newest.* from json_array_elements_text($2::text::json) as asked (number) cross join lateral (
         select ${BALANCE} from saldo.balances where house = $1 and balances.account = asked.number order by balances.month desc limit 1
       ) as newest`,
      [house, JSON.stringify(part)],
    );
    found.push(...rows.map(balanceOf));
  }
  return found;
};

/** Write a link of the chain and its balances: these first, because a closed month takes no row. */
export const writeClosing = async (
  runner: SqlRunner,
  { closing, balances }: { readonly closing: Closing; readonly balances: readonly AccountBalance[] },
): Promise<void> => {
  const { house, month, version, at, by, previous, parts, hash } = closing;
  const rows = balances.map(({ account, buckets, valueThrough, knownThrough }) => ({
    account,
    buckets: JSON.stringify(buckets),
    value_through: valueThrough,
    known_through: knownThrough,
  }));
  for (const part of inParts(rows)) {
    await runner.query(
      `insert into saldo.balances (house, month, account, buckets, value_through, known_through)
       select $1, $2, account, buckets::json, value_through, known_through
       from json_to_recordset($3::text::json) as balance (account text, buckets text, value_through date, known_through timestamptz)`,
      [house, month, asRecordset(part)],
    );
  }
  await runner.query(
    `insert into saldo.month_closings (house, month, version, closed_at, closed_by, previous, parts, hash)
     values ($1, $2, $3::text::integer, $4::text::timestamptz, $5, $6, $7::text::json, $8)`,
    [house, month, String(version), at, by, previous, JSON.stringify(parts), hash],
  );
};

/** What is read of closings. */
export const closingReads = (runner: SqlRunner): Pick<Journal, 'closingsOf' | 'balancesOf' | 'balanceOf'> => ({
  closingsOf: async (house) => {
    const { rows } = await runner.query(`select ${CLOSING} from saldo.month_closings where house = $1 order by month`, [house]);
    return rows.map(closingOf);
  },
  balancesOf: async (house, month) => {
    const { rows } = await runner.query(`select ${BALANCE} from saldo.balances where house = $1 and month = $2 order by account`, [
      house,
      month,
    ]);
    return rows.map(balanceOf);
  },
  balanceOf: async (house, account, { through, valueThrough, knownThrough }) => {
    const { rows } = await runner.query(
      `select ${BALANCE} from saldo.balances where house = $1 and account = $2 and ($3::text is null or month <= $3::text)
         and ($4::text is null or value_through <= $4::text::date) and ($5::text is null or known_through <= $5::text::timestamptz)
       order by month desc limit 1`,
      [house, account, through ?? null, valueThrough ?? null, knownThrough ?? null],
    );
    const [row] = rows;
    return row === undefined ? null : balanceOf(row);
  },
});
