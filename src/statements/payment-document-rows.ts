import { type Kopecks, NO_MONEY, negated, sumMoney } from '../kernel/money';
import type { Bill, Line } from '../model/bill';

/** Formula of lines that are parts of one sum. */
const PART_OF_SUM = 'housing.part';

/** What tells the rows of a document apart. */
type RowPlace = 'service' | 'part' | 'provider' | 'component' | 'zone' | 'range' | 'use' | 'item' | 'title' | 'share';

/** A row of a payment document: one price of one service. The marks П1–П13 are those of ГИС ЖКХ. */
export interface PaymentDocumentRow extends Pick<Line, RowPlace | 'days' | 'volumes' | 'valid' | 'vat'> {
  /** `null` in a row that only changes earlier months: it has no volume of this month. */
  readonly basis: Line['basis'] | null;
  readonly unit: Line['unit'];
  /** П1: individual volume; for maintenance the area, by days where the month is not whole. П3: common volume, where `part` is `common`. */
  readonly volume: string;
  /** П5; `null` when there is no volume. */
  readonly tariff: string | null;
  /** П6 = П1 × П5 and П8; for maintenance П8 = area × П5; where `part` is `common`, П7 = П3 × П5. */
  readonly charge: Kopecks;
  /** П8 is a part of one sum (an owner's share, a part of a sum of the house): it may differ from П1 × П5 by the spare kopeck. */
  readonly ofSum?: true;
  /** П9; `null` when the charge was not raised. */
  readonly multiplier: string | null;
  /** П10 = П6 × (П9 − 1), for information. */
  readonly excess: Kopecks;
  /** VAT on top of the charge and the excess; zero where the price holds it. */
  readonly vatOnTop: Kopecks;
  /** П11: changes to earlier months, and what a coefficient below one takes off. */
  readonly recalculation: Kopecks;
  /** П12: benefits of the month, above zero; their changes to earlier months are in П11. */
  readonly discount: Kopecks;
  /** П13 = П6 × П9 + П11 − П12 (without a multiplier: П6 + П11 − П12; of housing rows П8 + П11 − П12), with VAT on top of a price without it. */
  readonly payable: Kopecks;
}

type Row = { -readonly [K in keyof PaymentDocumentRow]: PaymentDocumentRow[K] };

/**
 * Rows of a bill: a charge with its excess beside it is one row, common needs are rows of their own; changes to earlier months go to the first
 * row of the same service, part, component, zone, range, direction of use and creditor, or to a row of their own.
 */
export const rowsOf = (bill: Bill): readonly PaymentDocumentRow[] => {
  const rows: Row[] = [];
  let before: Line['kind'] = 'charge';
  for (const line of bill.lines) {
    if (line.kind === 'charge') rows.push({ ...placeOf(line), ...chargeOf(line) });
    else if (line.kind === 'factorExcess') raise(rows, line);
    else if (line.kind === 'vat') addVat(rows, line, before);
    before = line.kind === 'vat' ? before : line.kind;
  }
  let behind: Line['kind'] = 'charge';
  for (const line of bill.lines) {
    const kind: Line['kind'] = line.kind === 'vat' ? behind : line.kind;
    if (kind === 'adjustment' || kind === 'reduction') recalculate(rows, line);
    else if (kind === 'discount') takeOff(rows, line);
    behind = kind;
  }
  for (const row of rows) row.payable = sumMoney([row.charge, row.excess, row.vatOnTop, row.recalculation, negated(row.discount)]);
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
  item,
  title,
  share,
  unit,
}: Line): Pick<Row, RowPlace | 'unit'> => ({
  service,
  ...(part === undefined ? {} : { part }),
  provider,
  unit,
  ...(component === undefined ? {} : { component }),
  ...(zone === undefined ? {} : { zone }),
  ...(use === undefined ? {} : { use }),
  ...(range === undefined ? {} : { range }),
  ...(item === undefined ? {} : { item }),
  ...(title === undefined ? {} : { title }),
  ...(share === undefined ? {} : { share }),
});

const NOTHING = {
  charge: NO_MONEY,
  multiplier: null,
  excess: NO_MONEY,
  vatOnTop: NO_MONEY,
  recalculation: NO_MONEY,
  discount: NO_MONEY,
  payable: NO_MONEY,
} as const;

const chargeOf = ({ days, volumes, basis, volume, tariff, amount, valid, vat, formula }: Line): Omit<Row, RowPlace | 'unit'> => ({
  ...NOTHING,
  ...(valid === undefined ? {} : { valid }),
  ...(vat === undefined ? {} : { vat }),
  ...(formula === PART_OF_SUM ? { ofSum: true as const } : {}),
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

/** VAT stands right after the line it is on top of; on top of a reduction it is a part of П11, on top of a discount of П12. */
const addVat = (rows: readonly Row[], { amount }: Line, before: Line['kind']): void => {
  const row = rows[rows.length - 1];
  if (row !== undefined && before !== 'reduction' && before !== 'discount') row.vatOnTop = sumMoney([row.vatOnTop, amount]);
};

const recalculate = (rows: Row[], line: Line): void => {
  const row = rowFor(rows, line);
  row.recalculation = sumMoney([row.recalculation, line.amount]);
};

/** П12 is taken by its absolute value; it goes to the row of its price, or to the first of its service. */
const takeOff = (rows: Row[], line: Line): void => {
  const priced = rows.find((row) => isPlaceOf(row, line) && row.tariff === line.tariff && row.days?.from === line.days?.from);
  const row = priced ?? rowFor(rows, line);
  row.discount = sumMoney([row.discount, negated(line.amount)]);
};

const rowFor = (rows: Row[], line: Line): Row => {
  let row = rows.find((one) => isPlaceOf(one, line));
  if (row === undefined) {
    row = { ...placeOf(line), ...NOTHING, basis: null, volume: '0', tariff: null };
    rows.push(row);
  }
  return row;
};

const isPlaceOf = (row: Row, line: Line): boolean =>
  row.service === line.service &&
  row.part === line.part &&
  row.component === line.component &&
  row.zone === line.zone &&
  row.use === line.use &&
  row.range === line.range &&
  row.item === line.item &&
  row.share === line.share &&
  row.provider === line.provider;

/** П16, the contribution for capital repair, and П17 = their sum. */
export const payableSums = (
  rows: readonly PaymentDocumentRow[],
): { readonly services: Kopecks; readonly capitalRepair: Kopecks; readonly payable: Kopecks } => {
  const of = (own: boolean): Kopecks =>
    sumMoney(rows.filter(({ service }) => (service === 'capitalRepair') === own).map(({ payable }) => payable));
  const [services, capitalRepair] = [of(false), of(true)];
  return { services, capitalRepair, payable: sumMoney([services, capitalRepair]) };
};
