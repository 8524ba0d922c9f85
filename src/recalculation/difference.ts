import { decimalText, parseExact } from '../kernel/gate';
import { asKopecks } from '../kernel/money';
import { must } from '../kernel/result';
import { bearsVolume, type Line, TENFOLD_BASES, type VolumeBasis } from '../model/bill';

const isTenfold = ({ basis }: Line): boolean => TENFOLD_BASES.has(basis);

/** Bases that stand beside the charge of any service, one that the house divides among them. */
const BESIDE: ReadonlySet<VolumeBasis> = new Set(['benefit', 'manual']);

/**
 * What makes lines of two calculations of one month the same line: who is owed for what at which price. A tenfold normative stays apart, since
 * its volume counts as one normative wherever volumes of a house are summed (C18); so does what bad quality took off, since the recalculation of a
 * year of waste leaves it alone, what absence took off utilities, which the house's volumes do not see (C18), and what benefits took off.
 */
const keyOf = (line: Line): string =>
  `${line.service}|${line.component ?? ''}|${line.zone ?? ''}|${line.range ?? ''}|${line.use ?? ''}|${line.item ?? ''}|${line.share ?? ''}|${line.part ?? ''}|${vatKey(line)}|${line.provider}|${line.tariffCode}|${line.tariff}|${apartKey(line)}`;

/** Do two lines stand for each other: owed to one provider for one thing at one price? */
export const sameLine = (a: Line, b: Line): boolean => keyOf(a) === keyOf(b);

const vatKey = ({ vat }: Line): string => (vat === undefined ? '' : `${vat.mode}${vat.rate ?? ''}`);

const apartKey = (line: Line): string => (isTenfold(line) ? 'tenfold' : isReduced(line) ? line.basis : '');

/** What bad quality or a benefit took off any service, or absence a utility other than waste. */
const isReduced = ({ basis, service }: Line): boolean =>
  basis === 'quality' || BESIDE.has(basis) || (basis === 'absence' && service !== 'waste');

interface Sum {
  readonly line: Line;
  volume: bigint;
  amount: number;
}

const SCALE = 7;

const add = (sums: Map<string, Sum>, line: Line, sign: 1 | -1): void => {
  const key = keyOf(line);
  let sum = sums.get(key);
  if (sum === undefined) {
    sum = { line, volume: 0n, amount: 0 };
    sums.set(key, sum);
  }
  sum.amount += sign * line.amount;
  if (bearsVolume(line))
    sum.volume += BigInt(sign) * must(parseExact(line.volume, { integerDigits: 15, scale: SCALE, negative: true })).int;
};

/**
 * What should have been charged for a month less what was charged: one adjustment a service, price and month. Nothing differs, no line. Common
 * needs and heating are divided by the house: they are not among these lines (C18).
 *
 * @param cause id of the fact that changed the month
 */
export const difference = (should: readonly Line[], charged: readonly Line[], cause: string): readonly Line[] =>
  differenceOf(
    should,
    charged.filter(
      (line) => BESIDE.has(line.basis) || (line.part === undefined && line.service !== 'heating' && line.basis !== 'wasteYearly'),
    ),
    cause,
  );

/** The same of lines that stand for each other, whatever they are. */
export const differenceOf = (should: readonly Line[], charged: readonly Line[], cause: string): readonly Line[] => {
  const sums = new Map<string, Sum>();
  for (const line of should) add(sums, line, 1);
  for (const line of charged) add(sums, line, -1);
  const adjustments: Line[] = [];
  for (const { line, volume, amount } of sums.values()) {
    if (amount === 0 && volume === 0n) continue;
    const { factor: _factor, volumes: _volumes, ...plain } = line;
    adjustments.push({
      ...plain,
      kind: 'adjustment',
      basis: basisNow(line, should),
      volume: decimalText(volume, SCALE),
      amount: asKopecks(amount),
      cause,
    });
  }
  return adjustments;
};

/**
 * How the service is measured in the month now, even where this price has no line any more; a line that an act took away never turns into one
 * of the act. It depends on nothing that was charged: bills that changed nothing have no line to tell of it.
 */
const basisNow = (line: Line, should: readonly Line[]): VolumeBasis => {
  if (isReduced(line)) return line.basis;
  const same = should.find((one) => keyOf(one) === keyOf(line));
  const alike = should.find(
    (one) => one.service === line.service && one.item === line.item && isTenfold(one) === isTenfold(line) && !BESIDE.has(one.basis),
  );
  return (same ?? alike)?.basis ?? (isTenfold(line) ? line.basis : 'mixed');
};
