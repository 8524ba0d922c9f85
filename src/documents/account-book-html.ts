import { dayWords } from '../kernel/calendar';
import type { Line } from '../model/bill';
import type { AccountBook, BookMonth, BookPayment, BookSuccession } from '../statements/account-book';
import type { Creditor } from '../statements/parties';
import { BASIS_TEXT } from '../statements/words';
import { accountHead } from './account-head';
import { agreedLine } from './agreed-line';
import { type Html, html, NOTHING } from './html';
import { cells, page } from './page';
import { beforeLast, rareColumns } from './rare-columns';
import { creditorWords, lineWords, moneyWords, monthWords, numberWords, saldoWords, serviceWords, unitWords } from './words';

/** An account book as a page («абонентская книжка»): how today's saldo came to be, month by month, to the kopeck. */
export const accountBookHtml = (book: AccountBook): string =>
  page(
    `Абонентская книжка, ${book.card.account}`,
    html`<h1>Абонентская книжка</h1>
${accountHead(book.card)}<p class="pay">Сальдо: ${moneyWords(book.closing)} ₽ (${saldoWords(book.closing)})</p>
${agreedLine(book.agreed)}${summaryTable(book)}
${book.months.map((month) => monthSection(month, book.creditors))}`,
  );

const SUMMARY = ['Месяц', 'Сальдо входящее', 'Введено', 'Начислено', 'Перерасчёты', 'Оплачено', 'Сальдо исходящее'];

const summaryTable = ({ months }: AccountBook): Html => {
  const rare = rareColumns(months);
  return html`<table>
<thead><tr>${cells('th', beforeLast(SUMMARY, rare.titles, 1), 1)}</tr></thead>
<tbody>
${months.map((one) => {
  const { month, opening, brought, charged, adjusted, paid, closing } = one;
  const sums = beforeLast([opening, brought, charged, adjusted, paid, closing], rare.valuesOf(one), 1).map(moneyWords);
  return html`<tr><td>${monthWords(month)}</td>${cells('td', sums, 0)}</tr>\n`;
})}</tbody>
</table>`;
};

const monthSection = (month: BookMonth, creditors: readonly Creditor[]): Html => html`<section>
<h2>${monthWords(month.month)}</h2>
<p>Сальдо входящее: ${moneyWords(month.opening)} ₽</p>
${month.brought === 0 ? NOTHING : html`<p>Введено входящее сальдо: ${moneyWords(month.brought)} ₽</p>\n`}${linesTable(month)}${month.interest === 0 ? NOTHING : html`<p>Проценты за рассрочку: ${moneyWords(month.interest)} ₽</p>\n`}${month.penalties === 0 ? NOTHING : html`<p>Пени: ${moneyWords(month.penalties)} ₽</p>\n`}
${month.payments.map((payment) => paymentLine(payment, creditors))}${month.successions.map((one) => successionLine(one, creditors))}<p><b>Сальдо исходящее: ${moneyWords(month.closing)} ₽</b></p>
</section>
`;

const LINES = ['Услуга', 'Основание', 'Объём', 'Тариф, ₽', 'Сумма, ₽'];

const linesTable = ({ lines, adjustments, charged, adjusted }: BookMonth): Html =>
  lines.length + adjustments.length === 0
    ? NOTHING
    : html`<table>
<thead><tr>${cells('th', LINES, 2)}</tr></thead>
<tbody>
${[...lines, ...adjustments].map((line) => html`<tr>${cells('td', lineCells(line), 2)}</tr>\n`)}<tr class="sum"><td colspan="4">Начислено и пересчитано</td><td class="n">${moneyWords((charged + adjusted) as typeof charged)}</td></tr>
</tbody>
</table>`;

const lineCells = (line: Line): readonly string[] => [
  lineWords(line),
  basisWords(line),
  `${numberWords(line.volume)} ${unitWords(line.unit)}`,
  numberWords(line.tariff),
  moneyWords(line.amount),
];

const basisWords = ({ kind, basis, factor, month, cause }: Line): string => {
  if (kind === 'reduction') return factor === undefined ? 'снижение платы' : `понижающий коэффициент ${numberWords(factor)}`;
  if (kind === 'discount') return `льгота${cause === undefined ? '' : ` (${cause})`}`;
  if (kind === 'vat') return 'НДС сверху';
  if (kind === 'factorExcess') return `повышающий коэффициент ${numberWords(factor ?? '')}`;
  if (kind === 'adjustment') return `перерасчёт за ${monthWords(month)}${cause === undefined ? '' : ` (${cause})`}`;
  return BASIS_TEXT[basis] ?? basis;
};

const paymentLine = ({ paidOn, amount, source, cancels, parts }: BookPayment, creditors: readonly Creditor[]): Html => {
  const title = cancels ? 'Платёж отменён' : 'Платёж';
  const credited = parts.map(
    ({ provider, service, month, amount: part }) =>
      html`<li>${serviceWords(service)}, ${monthWords(month)}, ${creditorWords(creditors, provider)}: ${moneyWords(part)} ₽</li>\n`,
  );
  return html`<p>${title} от ${dayWords(paidOn)}${source === null ? NOTHING : html` (${source})`}: <b>${moneyWords(amount)} ₽</b></p>
<ul class="note">
${credited}</ul>
`;
};

const REASON: Readonly<Record<NonNullable<BookSuccession['fact']>['reason'], string>> = {
  split: 'счёт разделён',
  merge: 'счета объединены',
  ownerChange: 'новый собственник',
  renumbering: 'новый номер счёта',
};

const successionLine = ({ on, amount, fact, others, parts }: BookSuccession, creditors: readonly Creditor[]): Html => {
  const side = fact === null ? 'Переход долга отменён' : amount > 0 ? 'Перешло со счетов' : 'Перешло на счета';
  const moved = parts.map(
    ({ provider, service, month, amount: part }) =>
      html`<li>${serviceWords(service)}, ${monthWords(month)}, ${creditorWords(creditors, provider)}: ${moneyWords(part)} ₽</li>\n`,
  );
  return html`<p>${side} ${others.join(', ')} ${dayWords(on)}${fact === null ? NOTHING : html` (${REASON[fact.reason]}, ${fact.document})`}: <b>${moneyWords(amount)} ₽</b></p>
<ul class="note">
${moved}</ul>
`;
};
