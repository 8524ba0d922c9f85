import { type Html, html } from '../../documents/html';
import { cells, page } from '../../documents/page';
import { moneyWords, monthWords } from '../../documents/words';
import { sidesOf } from '../../statements/turnover-sheet';
import type { HousePapers } from './house-papers';

/** A paper that the page leads to. */
interface Link {
  readonly path: string;
  readonly title: string;
}

const linkLine = ({ path, title }: Link): Html => html`<p><a href="${path}">${title}</a></p>\n`;

/** The page that leads to all others: houses, accounts, documents, books. */
export const indexPage = (houses: readonly HousePapers[], explained: readonly Link[], statements: readonly Link[]): string =>
  page(
    'saldo: показ',
    html`<h1>saldo: четыре дома, десять месяцев</h1>
<p>Тарифы и нормативы настоящие, с источниками (в объяснениях и в <code>facts/</code>); люди, приборы и показания придуманы. Вычисленные,
выведенные и примерные значения так и названы.</p>
<h2>Объяснённые начисления</h2>
${explained.map(linkLine)}<h2>Сверка</h2>
${statements.map(linkLine)}${houses.map(houseSection)}`,
    'wide',
  );

const HEAD = ['Пом.', 'Лицевой счёт', 'Документ', 'Книжка', 'Долг', 'Аванс'];

const houseSection = ({ address, sheet, sheetPath, accounts }: HousePapers): Html => html`<h2>${address}</h2>
<p><a href="${sheetPath}">Оборотно-сальдовая ведомость за ${monthWords(sheet.month)}</a></p>
<table>
<thead><tr>${cells('th', HEAD, 4)}</tr></thead>
<tbody>
${accounts.map(accountRow)}</tbody>
</table>
`;

const accountRow = ({ book, bookPath, documentPath }: HousePapers['accounts'][number]): Html => {
  const { debt, advance } = sidesOf(book.closing);
  const document = documentPath === null ? html`—` : html`<a href="${documentPath}">документ</a>`;
  const places = [book.card.premises, book.card.account, document, html`<a href="${bookPath}">книжка</a>`];
  return html`<tr>${cells('td', [...places, moneyWords(debt), moneyWords(advance)], 4)}</tr>\n`;
};
