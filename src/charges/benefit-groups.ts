import { VOLUME_SCALE } from '../consumption/formulas';
import { serial } from '../kernel/calendar';
import { parseExact } from '../kernel/gate';
import { WIDEST } from '../kernel/quantity';
import { must } from '../kernel/result';
import { isServiceVolume, type Line } from '../model/bill';
import type { AccountRow } from './holders';
import type { PricedMonth } from './prices';

/** Charges of an account at one price: what they are, what is left of them, and the days they are for. */
export interface PriceGroup {
  readonly line: Line;
  /** Kopecks: the charge, and what reductions and discounts leave of it. */
  readonly charge: number;
  left: number;
  /** On the volume scale. */
  readonly volume: bigint;
  /** Serial days `[from, to)`. */
  readonly from: number;
  readonly to: number;
}

/** What the charge and what is taken off it have in common. */
const keyOf = (line: Line): string =>
  [
    line.component,
    line.zone,
    line.range,
    line.share,
    line.provider,
    line.tariffCode,
    line.tariff,
    line.vat?.mode,
    line.vat?.rate,
    line.days?.from,
  ].join('|');

/** Lines that a benefit may look at: of the premises itself and of this month, no land plots, no VAT on top, no excess of the multiplier. */
const counts = (line: Line, month: string): boolean =>
  line.part === undefined && line.use === undefined && line.month === month && line.kind !== 'adjustment';

/** The charges of a service of an account by price, each with what reductions leave of it; charges of nothing are left out. */
export const groupsOf = (
  context: PricedMonth,
  row: AccountRow,
  lines: readonly Line[],
  { service, item }: Pick<Line, 'service' | 'item'>,
): readonly PriceGroup[] => {
  const found = new Map<string, { line: Line; charge: number; off: number; volume: bigint }>();
  for (const line of lines) {
    if (line.service !== service || line.item !== item || !counts(line, context.month)) continue;
    const key = keyOf(line);
    const known = found.get(key);
    if (line.kind === 'reduction' || line.kind === 'discount') {
      if (known !== undefined) known.off += line.amount;
    } else if (line.kind === 'charge') {
      const volume = must(parseExact(line.volume, WIDEST)).int * 10n ** BigInt(VOLUME_SCALE - WIDEST.scale);
      if (known === undefined) found.set(key, { line, charge: line.amount, off: 0, volume });
      else {
        known.charge += line.amount;
        known.volume += volume;
      }
    }
  }
  return [...found.values()]
    .map(({ line, charge, off, volume }): PriceGroup => {
      const from = Math.max(row.from, line.days === undefined ? context.from : serial(line.days.from));
      const to = Math.min(row.to, line.days === undefined ? context.to : serial(line.days.to));
      return { line, charge, left: charge + off, volume, from, to };
    })
    .filter(({ charge, left, from, to }) => charge > 0 && left > 0 && to > from);
};

/** Groups of the same days together, in order. */
export const byDays = (groups: readonly PriceGroup[]): readonly (readonly PriceGroup[])[] => {
  const found = new Map<number, PriceGroup[]>();
  for (const group of groups) found.set(group.from, [...(found.get(group.from) ?? []), group]);
  return [...found.values()];
};

/** Volume of the service itself in groups of the same days. */
export const volumeOf = (groups: readonly PriceGroup[]): bigint =>
  groups.reduce((sum, { line, volume }) => (isServiceVolume(line.component) ? sum + volume : sum), 0n);
