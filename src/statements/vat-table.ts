import type { Month } from '../kernel/calendar';
import { asKopecks, type Kopecks } from '../kernel/money';
import { byText } from '../kernel/text-order';
import type { Bill, Line } from '../model/bill';
import { SERVICE_ORDER, type ServiceCode } from '../model/services';
import type { VatMode } from '../model/vat';
import { containedVat } from '../norms/vat';

/** VAT of one payee, service and month under one rate («НДС по получателю, услуге и дате»). */
export interface VatRow {
  readonly provider: string;
  readonly service: ServiceCode;
  /** Month the service was rendered in: its rate counts, whenever the bill was made. */
  readonly month: Month;
  /** `null` where the tariff says nothing of VAT. */
  readonly mode: VatMode | null;
  /** In per cent; `null` without VAT. */
  readonly rate: string | null;
  /** With VAT: what the lines ask for. */
  readonly amount: Kopecks;
  readonly vat: Kopecks;
  /** Without VAT: `amount − vat`. */
  readonly net: Kopecks;
}

/** VAT of a line, rounded once: what it contains, or what it is on top of the line before it. */
export const vatOfLine = ({ kind, amount, vat }: Line): Kopecks => {
  if (vat === undefined || vat.rate === undefined || vat.mode === 'exempt' || vat.mode === 'zero') return asKopecks(0);
  if (kind === 'vat') return amount;
  return vat.mode === 'included' || kind === 'adjustment' ? asKopecks(containedVat(amount, vat.rate)) : asKopecks(0);
};

/** VAT of bills by payee, service, month and rate; the amounts sum to the totals of the bills. */
export const vatTable = (bills: Iterable<Bill>): readonly VatRow[] => {
  const rows = new Map<string, { -readonly [K in keyof VatRow]: VatRow[K] }>();
  for (const { lines } of bills) {
    for (const line of lines) {
      const { provider, service, month, vat, amount } = line;
      const [mode, rate] = [vat?.mode ?? null, vat?.rate ?? null];
      const key = `${provider}|${service}|${month}|${mode}|${rate}`;
      let row = rows.get(key);
      if (row === undefined) {
        row = { provider, service, month, mode, rate, amount: asKopecks(0), vat: asKopecks(0), net: asKopecks(0) };
        rows.set(key, row);
      }
      row.amount = asKopecks(row.amount + amount);
      row.vat = asKopecks(row.vat + vatOfLine(line));
      row.net = asKopecks(row.amount - row.vat);
    }
  }
  return [...rows.values()].sort(
    (a, b) =>
      byText(a.provider, b.provider) ||
      SERVICE_ORDER.indexOf(a.service) - SERVICE_ORDER.indexOf(b.service) ||
      byText(a.month, b.month) ||
      byText(`${a.mode} ${a.rate}`, `${b.mode} ${b.rate}`),
  );
};
