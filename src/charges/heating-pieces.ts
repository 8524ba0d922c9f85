import { areaDays } from '../consumption/area';
import { volumeOf } from '../consumption/formulas';
import { piecesOf } from '../consumption/piece';
import { heatPart } from '../house/heating-formulas';
import type { HeatingItem, HeatingMonth } from './heating-types';
import type { AccountRow } from './holders';
import type { HouseCharges } from './house-month';
import type { PricedTerms } from './prices';

/** Days `[from, to)` on which heat is shared, in order. */
export type HeatSpans = readonly { readonly from: number; readonly to: number }[];

/** A part of a premises' heat: an account on some days under one stretch of prices. */
export interface HeatPiece {
  readonly row: AccountRow;
  readonly stretch: number;
  /** Area × days before the part and up to its end, of `whole` in all; the part is the difference of two growing shares. */
  readonly from: number;
  readonly to: number;
  readonly whole: number;
}

/** Days on which the heat of a month is shared among accounts and prices: all of them where payment is even, else those of heating. */
export const spansOf = ({ facts, book }: HeatingMonth, { context }: HouseCharges): HeatSpans =>
  facts.uniform ? [{ from: context.from, to: context.to }] : book.heatedIn(context.month).spans;

/** Area × days of a premises on the days of some spans before a day. */
export const passed = ({ premises }: HeatingItem, spans: HeatSpans, day: number): number =>
  spans.reduce((sum, span) => {
    const to = Math.min(span.to, day);
    return to > span.from ? sum + areaDays(premises.premises.areas, span.from, to) : sum;
  }, 0);

/** Parts of a premises' heat by accounts and prices, less the days on which somebody else bills heating to it: its heat stays in the house's. */
export const heatPieces = (item: HeatingItem, rows: readonly AccountRow[], terms: PricedTerms, spans: HeatSpans): readonly HeatPiece[] => {
  const whole = passed(item, spans, Number.POSITIVE_INFINITY);
  return piecesOf(rows, terms, item.premises.premises.directContracts).flatMap(({ row: index, stretch, from, to }): HeatPiece[] => {
    const row = rows.find((one) => one.row === index) as AccountRow;
    const piece = { row, stretch, from: passed(item, spans, from), to: passed(item, spans, to), whole };
    return piece.to > piece.from ? [piece] : [];
  });
};

/** The part of a volume that a piece has. */
export const pieceOf = (volume: number, { from, to, whole }: HeatPiece, digits: number): number => {
  if (from === 0 && to === whole) return volume;
  const through = (part: number): number =>
    part === whole ? volume : part === 0 ? 0 : volumeOf(heatPart, { V: volume, a: part, b: whole }, digits);
  return through(to) - through(from);
};
