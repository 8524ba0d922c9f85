import type { Entry } from '../../ledger/entry';
import type { SqlRow } from './connection';
import { instantSql, integer, text, textOrNull } from './rows';

/** An entry as `json_to_recordset` takes it; `place` is its place in the write. */
export const entryRow = (entry: Entry, place: number): Readonly<Record<string, string | number | null>> => {
  const { id, house: _house, account, provider, service, kind, month, postedIn, amount, valueDay, at, cause, ...rest } = entry;
  // Fields of a later release have no column yet; they are kept all the same.
  const more = Object.keys(rest).length === 0 ? null : JSON.stringify(rest);
  return { place, id, account, provider, service, kind, month, posted_in: postedIn, amount, value_day: valueDay, at, cause, more };
};

/** Columns of {@link entryRow} with their types, for `json_to_recordset`. */
export const ENTRY_RECORD =
  'place integer, id text, account text, provider text, service text, kind text, month text, posted_in text, amount bigint, value_day date, at timestamptz, cause text, more text';

/** Columns that {@link entryOf} reads. */
export const ENTRY_COLUMNS = `id, house, account, provider, service, kind, month, posted_in, amount, to_char(value_day, 'YYYY-MM-DD') as value_day,
  ${instantSql('at')} as at, cause, more`;

/** An entry from its row. */
export const entryOf = (row: SqlRow): Entry => {
  const more = textOrNull(row, 'more');
  return {
    id: text(row, 'id'),
    house: text(row, 'house'),
    account: text(row, 'account'),
    provider: text(row, 'provider'),
    service: text(row, 'service'),
    kind: text(row, 'kind'),
    month: text(row, 'month'),
    postedIn: text(row, 'posted_in'),
    amount: integer(row, 'amount'),
    valueDay: text(row, 'value_day'),
    at: text(row, 'at'),
    cause: text(row, 'cause'),
    ...(more === null ? {} : (JSON.parse(more) as object)),
  } as unknown as Entry;
};
