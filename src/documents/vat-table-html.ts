import type { Month } from '../kernel/calendar';
import { sumMoney } from '../kernel/money';
import type { Creditor } from '../statements/parties';
import type { VatRow } from '../statements/vat-table';
import { html } from './html';
import { cells, page } from './page';
import { creditorWords, moneyWords, monthWords, numberWords, serviceWords } from './words';

const HEAD = ['Получатель', 'Услуга', 'За месяц', 'НДС', 'Без НДС, ₽', 'НДС, ₽', 'С НДС, ₽'];

const MODE = { included: 'в тарифе', onTop: 'сверху', exempt: 'без НДС', zero: 'ставка 0 %' } as const;

const modeWords = ({ mode, rate }: VatRow): string => {
  if (mode === null) return 'не указан';
  return mode === 'included' || mode === 'onTop' ? `${numberWords(rate ?? '')} %, ${MODE[mode]}` : MODE[mode];
};

/** The VAT of bills as a page («НДС по получателям, услугам и месяцам»). The same values give the same bytes. */
export const vatTableHtml = (title: string, month: Month, rows: readonly VatRow[], creditors: readonly Creditor[]): string =>
  page(
    `НДС, ${title}, ${monthWords(month)}`,
    html`<h1>НДС в начислениях за ${monthWords(month)}</h1>
<p>${title}</p>
<table>
<thead><tr>${cells('th', HEAD, 4)}</tr></thead>
<tbody>
${rows.map((row) => {
  const words = [creditorWords(creditors, row.provider), serviceWords(row.service), monthWords(row.month), modeWords(row)];
  return html`<tr>${cells('td', [...words, ...[row.net, row.vat, row.amount].map(moneyWords)], 4)}</tr>\n`;
})}<tr class="sum"><td colspan="4">Всего</td>${cells('td', [sumMoney(rows.map(({ net }) => net)), sumMoney(rows.map(({ vat }) => vat)), sumMoney(rows.map(({ amount }) => amount))].map(moneyWords), 0)}</tr>
</tbody>
</table>
<p class="note">НДС в тарифе = сумма × ставка / (100 + ставка), сверху = сумма × ставка / 100; округляется один раз на строку счёта.</p>`,
  );
