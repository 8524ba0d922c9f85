import type { SaldoSheet, SaldoSheetRow } from '../statements/saldo-sheet';
import type { ServiceTurnover } from '../statements/turnover';
import type { SidedTurnover } from '../statements/turnover-sheet';
import { type Html, html } from './html';
import { cells, page } from './page';
import { beforeLast, type RareColumns, rareColumns } from './rare-columns';
import { creditorWords, moneyWords, monthWords, serviceWords } from './words';

/** A saldo sheet as a page («оборотно-сальдовая ведомость»): debts and advances side by side, never netted over accounts. */
export const saldoSheetHtml = (sheet: SaldoSheet): string =>
  page(
    `Оборотно-сальдовая ведомость, ${sheet.address}, ${monthWords(sheet.month)}`,
    html`<h1>Оборотно-сальдовая ведомость за ${monthWords(sheet.month)}</h1>
<p>Дом: ${sheet.address}</p>
${accountsTable(sheet)}
${servicesTable(sheet)}`,
    'wide',
  );

const SUMS = ['Долг на начало', 'Аванс на начало', 'Введено', 'Начислено', 'Перерасчёты', 'Оплачено', 'Долг на конец', 'Аванс на конец'];

const sums = (turnover: SidedTurnover, rare: RareColumns): readonly string[] => {
  const { openingSides: opening, closingSides: closing, brought, charged, adjusted, paid } = turnover;
  const own = [opening.debt, opening.advance, brought, charged, adjusted, paid, closing.debt, closing.advance];
  return beforeLast(own, rare.valuesOf(turnover), 2).map(moneyWords);
};

const accountsTable = (sheet: SaldoSheet): Html => {
  const { rows, total } = sheet;
  const rare = rareColumns(rows);
  return html`<h2>По лицевым счетам, ₽</h2>
<table>
<thead><tr>${cells('th', ['Пом.', 'Лицевой счёт', ...beforeLast(SUMS, rare.titles, 2)], 2)}</tr></thead>
<tbody>
${rows.map((row) => accountRow(row, rare))}<tr class="sum"><td colspan="2">Всего по дому</td>${cells('td', sums(total, rare), 0)}</tr>
</tbody>
</table>`;
};

const accountRow = (row: SaldoSheetRow, rare: RareColumns): Html =>
  html`<tr>${cells('td', [row.card.premises, row.card.account, ...sums(row, rare)], 2)}</tr>\n`;

const SERVICE_SUMS = ['Сальдо на начало', 'Введено', 'Начислено', 'Перерасчёты', 'Оплачено', 'Зачтено', 'Сальдо на конец'];

const servicesTable = ({ services, creditors }: SaldoSheet): Html => {
  const rare = rareColumns(services);
  return html`<h2>По услугам и исполнителям, ₽</h2>
<table>
<thead><tr>${cells('th', ['Услуга', 'Исполнитель', ...beforeLast(SERVICE_SUMS, rare.titles, 1)], 2)}</tr></thead>
<tbody>
${services.map((row) => html`<tr>${cells('td', [serviceWords(row.service), creditorWords(creditors, row.provider), ...serviceSums(row, rare)], 2)}</tr>\n`)}</tbody>
</table>
<p class="note">Зачтено — перенесено между долгами и авансами; по лицевому счёту в сумме ноль.</p>`;
};

const serviceSums = (row: ServiceTurnover, rare: RareColumns): readonly string[] => {
  const { opening, brought, charged, adjusted, paid, moved, closing } = row;
  return beforeLast([opening, brought, charged, adjusted, paid, moved, closing], rare.valuesOf(row), 1).map(moneyWords);
};
