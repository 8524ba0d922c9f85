import { type SaldoSheet, type SaldoSheetRow, type Sides, sidesOf } from '../statements/saldo-sheet';
import type { ServiceTurnover, Turnover } from '../statements/turnover';
import { type Html, html } from './html';
import { cells, page } from './page';
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

/** A column of its own where accounts of the house followed one another. */
const withSuccessions = <T>(shown: boolean, list: readonly T[], value: T, fromEnd: number): readonly T[] =>
  shown ? [...list.slice(0, -fromEnd), value, ...list.slice(-fromEnd)] : list;

const sums = (
  { brought, charged, adjusted, paid, succeeded }: Turnover,
  opening: Sides,
  closing: Sides,
  shown: boolean,
): readonly string[] => {
  const own = [opening.debt, opening.advance, brought, charged, adjusted, paid, closing.debt, closing.advance];
  return withSuccessions(shown, own, succeeded, 2).map(moneyWords);
};

const hasSuccessions = ({ rows }: SaldoSheet): boolean =>
  rows.some(({ succeeded, services }) => succeeded !== 0 || services.some((service) => service.succeeded !== 0));

const accountsTable = (sheet: SaldoSheet): Html => {
  const { rows, total } = sheet;
  const shown = hasSuccessions(sheet);
  return html`<h2>По лицевым счетам, ₽</h2>
<table>
<thead><tr>${cells('th', ['Пом.', 'Лицевой счёт', ...withSuccessions(shown, SUMS, 'Перешло', 2)], 2)}</tr></thead>
<tbody>
${rows.map((row) => accountRow(row, shown))}<tr class="sum"><td colspan="2">Всего по дому</td>${cells('td', sums(total, total.openingSides, total.closingSides, shown), 0)}</tr>
</tbody>
</table>`;
};

const accountRow = (row: SaldoSheetRow, shown: boolean): Html =>
  html`<tr>${cells('td', [row.card.premises, row.card.account, ...sums(row, sidesOf([row.opening]), sidesOf([row.closing]), shown)], 2)}</tr>\n`;

const SERVICE_SUMS = ['Сальдо на начало', 'Введено', 'Начислено', 'Перерасчёты', 'Оплачено', 'Зачтено', 'Сальдо на конец'];

const servicesTable = ({ services, creditors }: SaldoSheet): Html => html`<h2>По услугам и исполнителям, ₽</h2>
<table>
<thead><tr>${cells('th', ['Услуга', 'Исполнитель', ...SERVICE_SUMS], 2)}</tr></thead>
<tbody>
${services.map((row) => html`<tr>${cells('td', [serviceWords(row.service), creditorWords(creditors, row.provider), ...serviceSums(row)], 2)}</tr>\n`)}</tbody>
</table>
<p class="note">Зачтено — перенесено между долгами и авансами; по лицевому счёту в сумме ноль.</p>`;

const serviceSums = ({ opening, brought, charged, adjusted, paid, moved, closing }: ServiceTurnover): readonly string[] =>
  [opening, brought, charged, adjusted, paid, moved, closing].map(moneyWords);
