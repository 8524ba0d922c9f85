import { decimalText, parseExact } from '../kernel/gate';
import { type Kopecks, kopecksFromText, lessMoney, roundToKopeck, sumMoney } from '../kernel/money';
import { must } from '../kernel/result';
import { bearsVolume, type Line, type LineKind } from '../model/bill';
import type { OldBillRow } from '../model/old-bill';
import { SHAPES } from '../model/text-types';

/**
 * Why two systems bill other sums: only one of them bills at all; a kopeck or two of rounding; another tariff or volume; lines that only we have
 * (a recalculation, a benefit, the excess of the multiplier, absence and quality, VAT); several of these at once; none of them.
 */
export type BillDifferenceCause =
  | 'onlyTheirs'
  | 'onlyOurs'
  | 'rounding'
  | 'tariff'
  | 'volume'
  | 'tariffAndVolume'
  | 'recalculation'
  | 'benefit'
  | 'factorExcess'
  | 'reduction'
  | 'vat'
  | 'several'
  | 'other';

/** What one system bills; volume and tariff where there is one of each. */
export interface Billed {
  readonly amount: Kopecks;
  readonly volume: string | null;
  readonly tariff: string | null;
}

/** Kopecks that rounding may make. */
const ROUNDING = 2;

const BESIDE: readonly (readonly [Exclude<LineKind, 'charge'>, BillDifferenceCause])[] = [
  ['adjustment', 'recalculation'],
  ['discount', 'benefit'],
  ['factorExcess', 'factorExcess'],
  ['reduction', 'reduction'],
  ['vat', 'vat'],
];

/** What they bill; `null` when nothing. */
export const theirSide = (rows: readonly OldBillRow[]): Billed | null =>
  rows.length === 0
    ? null
    : {
        amount: sumMoney(rows.map(({ amount }) => must(kopecksFromText(amount)))),
        volume: rows.every(({ volume }) => volume !== undefined) ? sumOf(rows.map(({ volume = '0' }) => volume)) : null,
        tariff: onlyOf(rows.map(({ tariff }) => tariff)),
      };

/** What we bill; `null` when nothing. */
export const ourSide = (lines: readonly Line[]): Billed | null => {
  const volumes = lines.filter((line) => line.kind !== 'adjustment' && bearsVolume(line));
  return lines.length === 0
    ? null
    : {
        amount: sumMoney(lines.map(({ amount }) => amount)),
        volume: volumes.length === 0 ? null : sumOf(volumes.map(({ volume }) => volume)),
        tariff: onlyOf(lines.filter(({ kind }) => kind === 'charge').map(({ tariff }) => tariff)),
      };
};

/** The cause of a difference that is there. */
export const causeOf = (theirs: Billed | null, ours: Billed | null, lines: readonly Line[]): BillDifferenceCause => {
  if (theirs === null) return 'onlyOurs';
  if (ours === null) return 'onlyTheirs';
  if (near(ours.amount, theirs.amount)) return 'rounding';
  const numbers = otherNumbers(theirs, ours);
  const priced = numbers === null ? lessMoney(ours.amount, sumBeside(lines)) : pricedAs(theirs, ours);
  if (priced === null) return 'other';
  // Lines that they lack: none, one kind, then several kinds together.
  for (const lacked of subsets(BESIDE.filter(([kind]) => lines.some((line) => line.kind === kind)))) {
    const kept = lines.filter((line) => line.kind !== 'charge' && !lacked.some(([kind]) => kind === line.kind));
    if (!near(sumMoney([priced, ...kept.map(({ amount }) => amount)]), theirs.amount)) continue;
    const [first] = lacked;
    if (first === undefined) return numbers ?? 'other';
    return numbers === null && lacked.length === 1 ? first[1] : 'several';
  }
  return 'other';
};

const otherNumbers = (theirs: Billed, ours: Billed): 'tariff' | 'volume' | 'tariffAndVolume' | null => {
  const tariff = differ(theirs.tariff, ours.tariff);
  const volume = differ(theirs.volume, ours.volume);
  return tariff ? (volume ? 'tariffAndVolume' : 'tariff') : volume ? 'volume' : null;
};

/** What the charge alone would be by their numbers, and by ours where they tell none. */
const pricedAs = (theirs: Billed, ours: Billed): Kopecks | null => {
  const tariff = parseExact(theirs.tariff ?? ours.tariff, WIDE);
  const volume = parseExact(theirs.volume ?? ours.volume, WIDE);
  if (!tariff.ok || !volume.ok) return null;
  const money = roundToKopeck(tariff.value.int * volume.value.int, 10n ** BigInt(2 * WIDE.scale));
  return money.ok ? money.value : null;
};

const sumBeside = (lines: readonly Line[]): Kopecks => sumMoney(lines.flatMap(({ kind, amount }) => (kind === 'charge' ? [] : [amount])));

const near = (a: number, b: number): boolean => Math.abs(a - b) <= ROUNDING;

const WIDE = { ...SHAPES.reading, negative: true };

const exact = (text: string): bigint => must(parseExact(text, WIDE)).int;

const differ = (a: string | null, b: string | null): boolean => a !== null && b !== null && exact(a) !== exact(b);

const sumOf = (texts: readonly string[]): string =>
  decimalText(
    texts.reduce((sum, text) => sum + exact(text), 0n),
    WIDE.scale,
  );

const onlyOf = (texts: readonly (string | undefined)[]): string | null => {
  const found = new Set(texts.map((text) => (text === undefined ? null : decimalText(exact(text), WIDE.scale))));
  const [only = null] = found;
  return found.size === 1 ? only : null;
};

/** Every choice of some, smaller ones first; nothing chosen is the first. */
const subsets = <T>(all: readonly T[]): readonly (readonly T[])[] => {
  const made = all.reduce<readonly (readonly T[])[]>((some, one) => some.concat(some.map((part) => [...part, one])), [[]]);
  return [...made].sort((a, b) => a.length - b.length);
};
