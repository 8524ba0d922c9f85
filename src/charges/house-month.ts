import { VOLUME_SCALE } from '../consumption/formulas';
import type { Finding, MonthNotice } from '../consumption/month-context';
import { dayFromSerial, type Month } from '../kernel/calendar';
import { decimalText } from '../kernel/gate';
import { asKopecks, type Kopecks, NO_MONEY } from '../kernel/money';
import type { Bill, Line, VolumeBasis } from '../model/bill';
import { shownZone } from '../model/services';
import { chargeFormulaOf, delayReduction, factorExcess } from './formulas';
import type { AccountRow } from './holders';
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
  ) {}

  /** The same charges with lines of common needs after them. */
  withSlots(more: readonly Slot[]): HouseCharges {
    return new HouseCharges(this.house, this.month, this.rows, [...this.slots, ...more], this.context);
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
    }
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
    for (const slot of this.slots) lines += slot.spec.factor === null ? slot.count : 2 * slot.count;
    return lines;
  }

  /** Lines of a row. */
  linesOf(row: number): Line[] {
    const lines: Line[] = [];
    for (const slot of this.slots) {
      const place = slot.placeOf(row);
      if (place < 0) continue;
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
    ...(spec.range === null ? {} : { range: spec.range }),
    provider: stretch.record.provider,
    month,
    ...(whole ? {} : { days: { from: dayFromSerial(stretch.from), to: dayFromSerial(stretch.to) } }),
    basis,
    formula: spec.reduction ?? chargeFormulaOf(spec).id,
    unit: spec.unit,
    volume: decimalText(volume, VOLUME_SCALE),
    tariffCode: spec.price.code,
    tariff: spec.price.text,
    amount,
  };
  if (spec.factor === null) return [line];
  const [kind, formula] =
    spec.slotClass === 'reduced' ? (['reduction', delayReduction.id] as const) : (['factorExcess', factorExcess.id] as const);
  return [line, { ...line, kind, formula, factor: spec.factor.text, amount: excess }];
};
