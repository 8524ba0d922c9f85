import type { BillingProblem } from '../consumption/problems';
import type { Day } from '../kernel/calendar';
import { parseExact } from '../kernel/gate';
import { asKopecks } from '../kernel/money';
import { WIDEST } from '../kernel/quantity';
import { err, must, ok, type Result } from '../kernel/result';
import type { Line } from '../model/bill';
import type { LineVat, TariffVat } from '../model/vat';
import { isRateInForce, VAT_RATE } from '../norms/federal/vat';
import { valueOn } from '../norms/parameter';
import { addedVat, vatOnTop } from '../norms/vat';

/** VAT of a tariff on a day: its own rate, which must be in force, or the general one. */
export const lineVat = ({ mode, rate }: TariffVat, day: Day): Result<LineVat, BillingProblem> => {
  if (mode === 'exempt' || mode === 'zero') return ok(mode === 'zero' ? { mode, rate: '0' } : { mode });
  if (rate !== undefined)
    return isRateInForce(rate, day) ? ok({ mode, rate }) : err({ code: 'vat-rate-not-in-force', value: rate, facts: { mode, day } });
  const general = valueOn(VAT_RATE, day);
  return general.ok ? ok({ mode, rate: general.value.value }) : general;
};

/** VAT on top of a line, in kopecks; nothing where VAT is inside the price or there is none. */
export const vatBeside = (vat: LineVat | undefined, kopecks: number): number =>
  vat === undefined || vat.mode !== 'onTop' ? 0 : addedVat(kopecks, vat.rate ?? '0');

/** Lines with the VAT of each on top right behind it. */
export const withVat = (lines: readonly Line[]): readonly Line[] =>
  lines[0]?.vat?.mode === 'onTop'
    ? lines.flatMap((line): Line[] => [
        line,
        { ...line, kind: 'vat', formula: vatOnTop.id, amount: asKopecks(vatBeside(line.vat, line.amount)) },
      ])
    : lines;

/** Is one decimal text smaller than another? */
export const isSmaller = (a: string, b: string): boolean => must(parseExact(a, WIDEST)).int < must(parseExact(b, WIDEST)).int;
