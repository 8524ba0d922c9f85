import { areaDays } from '../consumption/area';
import { volumeOf } from '../consumption/formulas';
import { valueInMonth } from '../consumption/normative';
import type { BillingProblem } from '../consumption/problems';
import { HEATING_NORMATIVE } from '../house/heating-by-normative';
import { HEATING_SCALE } from '../house/heating-formulas';
import { scaledSafe } from '../kernel/gate';
import type { HouseFacts } from '../model/facts';
import type { NormativeRecord } from '../model/records';
import { sharedArea } from './common-areas';
import type { HeatingBook } from './heating-book';
import type { HeatingItem, HeatingMonth, HeatingNormative, HeatingNormativePiece, NormativeRate } from './heating-types';
import type { PricedMonth, PricedStretch } from './prices';
import { actWords } from './source-words';

/**
 * The normative of heating of a house in a month, by its rate and the building; what is missing goes to the problems. Days before the service and
 * after it take the nearest normative: the volume is that of a whole month, of which its days are charged.
 */
export const heatingNormative = (
  context: PricedMonth,
  book: HeatingBook,
  stretches: readonly PricedStretch[],
  uniform: boolean,
  problems: BillingProblem[],
): HeatingNormative | null => {
  const { terms, territory } = book.heating;
  const at = `heatingTerms ${terms.id}`;
  const entries = [];
  for (const stretch of stretches) {
    const record = context.normatives.record(stretch.record.normative);
    if (record === undefined) {
      problems.push({ code: 'no-normative', at, value: 'heating', facts: { month: context.month } });
      return null;
    }
    const found = context.normatives.within(record, stretch.from, stretch.to);
    if (!found.ok) {
      problems.push({ ...found.error, at });
      return null;
    }
    entries.push(...found.value.map((one) => ({ ...one, record })));
  }
  const record = entries[0]?.record as NormativeRecord;
  const calendar = record.heating?.per === 'calendarMonth';
  const rate: NormativeRate = uniform ? (calendar ? 'season' : 'uniform') : calendar ? 'calendar' : 'season';
  const factor = rate === 'uniform' ? book.factorIn(context.month) : undefined;
  if (rate === 'uniform' && factor === undefined)
    problems.push({ code: 'heating-factor-missing', at: `heatingTerritory ${territory.id}`, value: context.month });
  const pieces = entries.flatMap(({ from, to, entry, record: { title } }, index) => {
    const value = buildingValue(entry, context, book, problems);
    const [start, end] = [index === 0 ? context.from : from, index === entries.length - 1 ? context.to : to];
    return value === null ? [] : [{ from: start, to: end, value, source: `${title}: ${actWords(entry)}` }];
  });
  return { rate, pieces: joinedPieces(pieces), factor: factor ?? null, months: record.heating?.months ?? 12 };
};

/** One normative after another; what goes on under the next terms is one piece. */
const joinedPieces = (pieces: readonly HeatingNormativePiece[]): readonly HeatingNormativePiece[] =>
  pieces.reduce<HeatingNormativePiece[]>((all, piece) => {
    const before = all[all.length - 1];
    if (before?.value === piece.value && before.source === piece.source) all[all.length - 1] = { ...before, to: piece.to };
    else all.push(piece);
    return all;
  }, []);

/** The value of a normative for the storeys and the year of the house. */
const buildingValue = (
  entry: NormativeRecord['entries'][number],
  context: PricedMonth,
  { heating: { terms } }: HeatingBook,
  problems: BillingProblem[],
): string | null => {
  if (entry.buildings === undefined) return valueInMonth(entry, context.monthOfYear);
  const { storeys, builtIn } = terms;
  const fits = (value: number | undefined, from: number | undefined, to: number | undefined): boolean =>
    (from === undefined && to === undefined) || (value !== undefined && value >= (from ?? value) && value <= (to ?? value));
  const row = entry.buildings.find((one) => fits(storeys, one.storeysFrom, one.storeysTo) && fits(builtIn, one.builtFrom, one.builtTo));
  if (row === undefined)
    problems.push({
      code: 'heating-normative-building',
      at: `heatingTerms ${terms.id}`,
      value: terms.house,
      facts: { storeys: String(storeys ?? '—'), builtIn: String(builtIn ?? '—') },
    });
  return row?.value ?? null;
};

/** Volume by the normative of an area, a run of days with one normative after another. */
export const normativeVolume = (context: PricedMonth, of: Parameters<typeof pieceInts>[1], areaOn: AreaOn): number =>
  of.normative.pieces.reduce((sum, piece) => {
    const { formula, ints } = pieceInts(context, of, piece, areaOn);
    return sum + volumeOf(formula as never, ints as never, context.volumeDigits);
  }, 0);

/** Area × days on some days, on the area scale. */
export type AreaOn = (from: number, to: number) => number;

/** Days of a normative that are charged: all of them, or those of heating by the policy `heatingPartialMonth`. */
const chargedSpans = (
  context: PricedMonth,
  book: HeatingBook,
  rate: NormativeRate,
  { from, to }: { readonly from: number; readonly to: number },
): readonly { readonly from: number; readonly to: number }[] => {
  if (rate === 'uniform' || context.policies.heatingPartialMonth === 'full' || book.mode(context.month) === 'uniform')
    return [{ from, to }];
  return book.heatedIn(context.month).spans.flatMap((span) => {
    const [start, end] = [Math.max(from, span.from), Math.min(to, span.to)];
    return end > start ? [{ from: start, to: end }] : [];
  });
};

/** The formula of a normative's piece with its letters as whole numbers on their scales. */
export const pieceInts = (
  context: PricedMonth,
  { book, normative, unit }: Pick<HeatingMonth, 'book' | 'unit'> & { readonly normative: HeatingNormative },
  piece: HeatingNormativePiece,
  areaOn: AreaOn,
): { readonly formula: HeatingNormativeFormula; readonly ints: Readonly<Record<string, number>> } => {
  const { rate, factor, months } = normative;
  const spans = chargedSpans(context, book, rate, piece);
  const D = context.days;
  const N = scaledSafe(piece.value, HEATING_SCALE);
  const rates: Record<string, number> =
    rate === 'uniform' ? { K: scaledSafe(factor?.value ?? '0', HEATING_SCALE) } : rate === 'calendar' ? { Y: 12, m: months } : {};
  if (unit === 'm2-day')
    return {
      formula: HEATING_NORMATIVE[`${rate}ByDays`],
      ints: { N, ...rates, W: spans.reduce((sum, { from, to }) => sum + areaOn(from, to), 0), D },
    };
  const S = areaOn(context.from, context.to) / D;
  return { formula: HEATING_NORMATIVE[rate], ints: { N, ...rates, S, d: spans.reduce((sum, { from, to }) => sum + to - from, 0), D } };
};

/** A formula of the heating normative. */
export type HeatingNormativeFormula = (typeof HEATING_NORMATIVE)[keyof typeof HEATING_NORMATIVE];

/** Area of a premises, as the formulas of the normative ask for it. */
export const areaOfItem =
  ({ premises }: HeatingItem): AreaOn =>
  (from, to) =>
    areaDays(premises.premises.areas, from, to);

/** Area of the whole house, likewise. */
export const areaOfHouse =
  (facts: HouseFacts): AreaOn =>
  (from, to) =>
    sharedArea(facts, from, to).days;
