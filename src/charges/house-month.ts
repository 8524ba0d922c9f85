import { VOLUME_SCALE } from '../consumption/formulas';
import type { Finding, MonthNotice } from '../consumption/month-context';
import { dayFromSerial, type Month } from '../kernel/calendar';
import { decimalText } from '../kernel/gate';
import { asKopecks, type Kopecks, NO_MONEY } from '../kernel/money';
import type { Bill, Line, VolumeBasis } from '../model/bill';
import { shownZone } from '../model/services';
import { chargeFormulaOf, delayReduction, excessFormulaOf } from './formulas';
import { type AccountRow, holdersOf } from './holders';
import { partOfSum } from './housing-formulas';
import { vatBeside, withVat } from './line-vat';
import type { PricedMonth } from './prices';
import { type Slot, type SlotSpec, stretchOf } from './slot';

/** Engine and state of the law that bills are made by. */
export const MADE_BY = 'saldo/0.1.0 ru/2026-11';

/**
 * The charges of a house for a month, in columns; a bill is a lazy view of them. Rows are accounts in the order of premises.
 */
export class HouseCharges {
  constructor(
    readonly house: string,
    readonly month: Month,
    readonly rows: readonly AccountRow[],
    /** Blocks of lines in the order of a payment document. */
    readonly slots: readonly Slot[],
    readonly context: PricedMonth,
    /** Lines that no column holds, by row: works, prepaid services, reductions. They stand after the own lines, before common needs. */
    private readonly apart: ReadonlyMap<number, readonly Line[]> | null = null,
    /** Lines after all others, by row: what bad quality takes off heating. */
    private readonly last: ReadonlyMap<number, readonly Line[]> | null = null,
  ) {}

  /** The same charges with lines of common needs after them. */
  withSlots(more: readonly Slot[]): HouseCharges {
    return new HouseCharges(this.house, this.month, this.rows, [...this.slots, ...more], this.context, this.apart, this.last);
  }

  /** The same charges with lines that no column holds. */
  withApart(apart: ReadonlyMap<number, readonly Line[]>): HouseCharges {
    return new HouseCharges(this.house, this.month, this.rows, this.slots, this.context, apart, this.last);
  }

  /** The same charges with lines after all others. */
  withLast(last: ReadonlyMap<number, readonly Line[]>): HouseCharges {
    return new HouseCharges(this.house, this.month, this.rows, this.slots, this.context, this.apart, last);
  }

  private plain: readonly AccountRow[] | null = null;

  /** Rows that hold their premises; those of owners who pay a share of it are left aside. */
  get holders(): readonly AccountRow[] {
    this.plain ??= holdersOf(this.rows);
    return this.plain;
  }

  /** Facts of this month that change earlier months. */
  get findings(): readonly Finding[] {
    return this.context.findings;
  }

  /** What people should look at, though it was billed. */
  get notices(): readonly MonthNotice[] {
    return this.context.notices;
  }

  /** Sum of all lines of a row. */
  totalOf(row: number): Kopecks {
    return asKopecks(this.totals()[row] as number);
  }

  private sums: Float64Array | null = null;

  /** Sums of all rows, made on first use. */
  private totals(): Float64Array {
    if (this.sums !== null) return this.sums;
    const sums = new Float64Array(this.rows.length);
    for (const { rowAt, amount, excess, count, spec } of this.slots) {
      for (let place = 0; place < count; place += 1) {
        const row = rowAt[place] as number;
        sums[row] = (sums[row] as number) + (amount[place] as number) + (spec.factor === null ? 0 : (excess[place] as number));
      }
      if (spec.price.vat?.mode === 'onTop') addVat(sums, { rowAt, amount, excess, count, spec });
    }
    for (const beside of [this.apart, this.last])
      if (beside !== null) for (const [row, lines] of beside) for (const line of lines) sums[row] = (sums[row] as number) + line.amount;
    this.sums = sums;
    return sums;
  }

  /** Sum of all lines of the house. */
  total(): Kopecks {
    let sum = 0;
    for (const of of this.totals()) sum += of;
    return asKopecks(sum);
  }

  /** Number of lines. */
  count(): number {
    let lines = 0;
    for (const { spec, count } of this.slots) lines += (spec.factor === null ? 1 : 2) * (spec.price.vat?.mode === 'onTop' ? 2 : 1) * count;
    for (const beside of [this.apart, this.last]) if (beside !== null) for (const own of beside.values()) lines += own.length;
    return lines;
  }

  /** Lines of a row. */
  linesOf(row: number): Line[] {
    const lines: Line[] = [];
    const apart = this.apart?.get(row);
    let added = apart === undefined;
    for (const slot of this.slots) {
      const place = slot.placeOf(row);
      if (place < 0) continue;
      if (!added && slot.spec.common === true) {
        lines.push(...(apart as readonly Line[]));
        added = true;
      }
      const excess = slot.spec.factor === null ? NO_MONEY : asKopecks(slot.excess[place] as number);
      lines.push(
        ...linesFrom(
          slot.spec,
          slot.basisAt(place),
          slot.volume[place] as number,
          asKopecks(slot.amount[place] as number),
          excess,
          this.month,
        ).map((line) => withParts(line, slot, place)),
      );
    }
    if (!added) lines.push(...(apart as readonly Line[]));
    lines.push(...(this.last?.get(row) ?? []));
    return lines;
  }

  /** Bill of a row without changes to earlier months. */
  billOf(row: number): Bill {
    const { account, premises } = this.rows[row] as AccountRow;
    return {
      account: account.number,
      premises: premises.premises.id,
      house: this.house,
      month: this.month,
      madeBy: MADE_BY,
      lines: this.linesOf(row),
      total: this.totalOf(row),
    };
  }
}

/** A line of heating with the heat in the premises and its part of the common heat. */
const withParts = (line: Line, slot: Slot, place: number): Line =>
  slot.has('individual') ? { ...line, volumes: volumeParts(slot.volume[place] as number, slot.individual[place] as number) } : line;

/** The two parts of a volume of heat. */
const volumeParts = (volume: number, individual: number): NonNullable<Line['volumes']> => ({
  individual: decimalText(individual, VOLUME_SCALE),
  common: decimalText(volume - individual, VOLUME_SCALE),
});

/** Lines of one slot for an account: the charge, and the excess of the multiplier beside it. */
export const linesFrom = (
  spec: SlotSpec,
  basis: VolumeBasis,
  volume: number,
  amount: Kopecks,
  excess: Kopecks,
  month: Month,
): readonly Line[] => {
  const stretch = stretchOf(spec);
  const whole = spec.terms.stretches.length === 1;
  const line: Line = {
    kind: spec.reduction === undefined ? 'charge' : 'reduction',
    service: spec.service,
    ...(spec.common === true ? { part: 'common' as const } : {}),
    ...(spec.component === null ? {} : { component: spec.component }),
    ...(spec.zone === 'T0' ? {} : { zone: shownZone(spec.zone) }),
    ...(spec.use === null ? {} : { use: spec.use }),
    ...(stretch.record.item === undefined ? {} : { item: stretch.record.item }),
    ...(stretch.record.title === undefined ? {} : { title: stretch.record.title }),
    ...(spec.part === undefined || spec.part.share === null ? {} : { share: spec.part.share }),
    ...(spec.price.vat === undefined ? {} : { vat: spec.price.vat }),
    ...(spec.range === null ? {} : { range: spec.range }),
    provider: stretch.record.provider,
    month,
    ...(whole ? {} : { days: { from: dayFromSerial(stretch.from), to: dayFromSerial(stretch.to) } }),
    basis,
    formula: spec.part === undefined ? (spec.reduction ?? chargeFormulaOf(spec).id) : partOfSum.id,
    unit: spec.unit,
    volume: decimalText(volume, VOLUME_SCALE),
    tariffCode: spec.price.code,
    tariff: spec.price.text,
    amount,
  };
  if (spec.factor === null) return withVat([line]);
  const [kind, formula] =
    spec.slotClass === 'reduced' ? (['reduction', delayReduction.id] as const) : (['factorExcess', excessFormulaOf(spec).id] as const);
  return withVat([line, { ...line, kind, formula, factor: spec.factor.text, amount: excess }]);
};

/** Add VAT on top of the lines of a slot to the sums of its rows. */
const addVat = (
  sums: Float64Array,
  { rowAt, amount, excess, count, spec }: Pick<Slot, 'rowAt' | 'amount' | 'excess' | 'count' | 'spec'>,
): void => {
  for (let place = 0; place < count; place += 1) {
    const row = rowAt[place] as number;
    const beside = spec.factor === null ? 0 : vatBeside(spec.price.vat, excess[place] as number);
    sums[row] = (sums[row] as number) + vatBeside(spec.price.vat, amount[place] as number) + beside;
  }
};
