import type { Bill } from '../../model/bill';
import type { SqlRow } from './connection';
import { integer, text } from './rows';

/** How a bill stands in its row: the fields that are columns, and the rest as JSON text. */
export interface BillRow {
  readonly account: string;
  readonly made_by: string;
  readonly total: number;
  readonly body: string;
}

/**
 * Body of a bill, format 1. Lines of a bill mostly have the same fields, so their names are written once (`shapes`) and each line is the
 * number of its shape and its values. The format knows no field by name: a line of a later release loses nothing.
 */
interface Body {
  readonly bill: object;
  readonly shapes: readonly (readonly string[])[];
  readonly lines: readonly (readonly [shape: number, ...values: unknown[]])[];
}

/** A bill as its row. */
export const packBill = (bill: Bill): BillRow => {
  const { account, house: _house, month: _month, madeBy, total, lines, ...rest } = bill;
  const shapes: string[][] = [];
  const known = new Map<string, number>();
  const packed = lines.map((line): Body['lines'][number] => {
    const fields = Object.entries(line).filter(([, value]) => value !== undefined);
    const names = fields.map(([name]) => name);
    const shape = JSON.stringify(names);
    let place = known.get(shape);
    if (place === undefined) {
      place = shapes.push(names) - 1;
      known.set(shape, place);
    }
    return [place, ...fields.map(([, value]) => value)];
  });
  const body: Body = { bill: rest, shapes, lines: packed };
  return { account, made_by: madeBy, total, body: JSON.stringify(body) };
};

/** A bill from its row. */
export const unpackBill = (row: SqlRow): Bill => {
  const { bill, shapes, lines } = JSON.parse(text(row, 'body')) as Body;
  return {
    ...bill,
    account: text(row, 'account'),
    house: text(row, 'house'),
    month: text(row, 'month'),
    madeBy: text(row, 'made_by'),
    lines: lines.map(([shape, ...values]) => Object.fromEntries((shapes[shape] ?? []).map((name, place) => [name, values[place]]))),
    total: integer(row, 'total'),
  } as unknown as Bill;
};
