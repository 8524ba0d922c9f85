import { type Kopecks, NO_MONEY, sumMoney } from '../kernel/money';
import type { Bill, Line } from '../model/bill';

/** A row of a payment document: one price of one service. The marks П1–П13 are those of ГИС ЖКХ. */
export interface PaymentDocumentRow
  extends Pick<Line, 'service' | 'part' | 'provider' | 'component' | 'zone' | 'range' | 'use' | 'days' | 'volumes'> {
  /** `null` in a row that only changes earlier months: it has no volume of this month. */
  readonly basis: Line['basis'] | null;
  readonly unit: Line['unit'];
  /** П1: individual volume; for maintenance the area, by days where the month is not whole. П3: common volume, where `part` is `common`. */
  readonly volume: string;
  /** П5; `null` when there is no volume. */
  readonly tariff: string | null;
  /** П6 = П1 × П5 and П8; for maintenance П8 = area × П5; where `part` is `common`, П7 = П3 × П5. */
  readonly charge: Kopecks;
  /** П9; `null` when the charge was not raised. */
  readonly multiplier: string | null;
  /** П10 = П6 × (П9 − 1), for information. */
  readonly excess: Kopecks;
  /** П11: changes to earlier months, and what a coefficient below one takes off. */
  readonly recalculation: Kopecks;
  /** П13 = П6 × П9 + П11 (without a multiplier: П6 + П11). */
  readonly payable: Kopecks;
}

type Row = { -readonly [K in keyof PaymentDocumentRow]: PaymentDocumentRow[K] };

/**
 * Rows of a bill: a charge with its excess beside it is one row, common needs are rows of their own; changes to earlier months go to the first
 * row of the same service, part, component, zone, range, direction of use and creditor, or to a row of their own.
 */
export const rowsOf = (bill: Bill): readonly PaymentDocumentRow[] => {
  const rows: Row[] = [];
  for (const line of bill.lines) {
    if (line.kind === 'charge') rows.push({ ...placeOf(line), ...chargeOf(line) });
    else if (line.kind === 'factorExcess') raise(rows, line);
  }
  for (const line of bill.lines) if (line.kind === 'adjustment' || line.kind === 'reduction') recalculate(rows, line);
  for (const row of rows) row.payable = sumMoney([row.charge, row.excess, row.recalculation]);
  return rows;
};

const placeOf = ({
  service,
  part,
  provider,
  component,
  zone,
  range,
  use,
  unit,
}: Line): Pick<Row, 'service' | 'part' | 'provider' | 'component' | 'zone' | 'range' | 'use' | 'unit'> => ({
  service,
  ...(part === undefined ? {} : { part }),
  provider,
  unit,
  ...(component === undefined ? {} : { component }),
  ...(zone === undefined ? {} : { zone }),
  ...(use === undefined ? {} : { use }),
  ...(range === undefined ? {} : { range }),
});

const NOTHING = { charge: NO_MONEY, multiplier: null, excess: NO_MONEY, recalculation: NO_MONEY, payable: NO_MONEY } as const;

const chargeOf = ({
  days,
  volumes,
  basis,
  volume,
  tariff,
  amount,
}: Line): Omit<Row, 'service' | 'part' | 'provider' | 'component' | 'zone' | 'range' | 'use' | 'unit'> => ({
  ...NOTHING,
  ...(days === undefined ? {} : { days }),
  ...(volumes === undefined ? {} : { volumes }),
  basis,
  volume,
  tariff,
  charge: amount,
});

/** The excess stands right after the charge it raises. */
const raise = (rows: readonly Row[], { amount, factor }: Line): void => {
  const row = rows[rows.length - 1];
  if (row === undefined) return;
  row.excess = amount;
  row.multiplier = factor ?? null;
};

const recalculate = (rows: Row[], line: Line): void => {
  const same = (row: Row): boolean =>
    row.service === line.service &&
    row.part === line.part &&
    row.component === line.component &&
    row.zone === line.zone &&
    row.use === line.use &&
    row.range === line.range &&
    row.provider === line.provider;
  let row = rows.find(same);
  if (row === undefined) {
    row = { ...placeOf(line), ...NOTHING, basis: null, volume: '0', tariff: null };
    rows.push(row);
  }
  row.recalculation = sumMoney([row.recalculation, line.amount]);
};
