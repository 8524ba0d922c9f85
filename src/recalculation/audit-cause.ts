import type { Line } from '../model/bill';

/**
 * Why a sum is another one than it should be: it is `missing` from the bills, it should not be there (`extra`), a line stands `twice`, another `tariff`
 * was taken, another `volume`, VAT was told otherwise (`vat`); volume and tariff are right and the `arithmetic` is not.
 */
export type DifferenceCause = 'missing' | 'extra' | 'twice' | 'tariff' | 'volume' | 'vat' | 'arithmetic';

/**
 * The cause of a difference.
 *
 * @param was what was charged for the service in the month
 * @param lines what would be posted
 */
export const causeOfDifference = (was: readonly Line[], lines: readonly Line[]): DifferenceCause => {
  const charged = was.filter(({ amount }) => amount !== 0);
  if (charged.length === 0) return 'missing';
  const total = charged.reduce((sum, line) => sum + line.amount, 0);
  const posted = lines.reduce((sum, line) => sum + line.amount, 0);
  if (isTwice(charged)) return 'twice';
  if (total + posted === 0 && lines.every(({ amount }) => amount < 0)) return 'extra';
  const away = lines.filter(({ amount }) => amount < 0);
  const here = lines.filter(({ amount }) => amount > 0);
  const [gone] = away;
  const [come] = here;
  if (gone !== undefined && come !== undefined) {
    if (gone.tariff !== come.tariff || gone.tariffCode !== come.tariffCode) return 'tariff';
    if (gone.vat?.mode !== come.vat?.mode || gone.vat?.rate !== come.vat?.rate) return 'vat';
  }
  return lines.every(({ volume }) => volume === '0') ? 'arithmetic' : 'volume';
};

const isTwice = (lines: readonly Line[]): boolean => {
  const texts = lines.filter(({ kind }) => kind === 'charge').map((line) => JSON.stringify(line));
  return new Set(texts).size < texts.length;
};
