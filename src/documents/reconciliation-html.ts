import { dayWords } from '../kernel/calendar';
import { type Kopecks, lessMoney, NO_MONEY, negated } from '../kernel/money';
import type { ComparedStatement } from '../statements/reconciliation/compare';
import { conclusionText } from '../statements/reconciliation/conclusion';
import { differenceText, firstDivergenceText, operationText } from '../statements/reconciliation/difference-text';
import type { StatementRow } from '../statements/reconciliation/rows';
import type { HashedStatement, ReconciliationStatement, StatementParty } from '../statements/reconciliation/statement';
import { accountHead } from './account-head';
import { agreedLine } from './agreed-line';
import { type Html, html, NOTHING } from './html';
import { cells, page } from './page';
import { creditorWords, moneyWords, monthWords } from './words';

/** A statement and the other side, where it has told something. */
interface Shown extends HashedStatement {
  readonly compared: ComparedStatement | null;
}

/**
 * A reconciliation statement as a page («акт сверки взаимных расчётов»): for a person by month, for a legal entity by document, debit and
 * credit; the data of both sides, the differences, the conclusion, the places of the signatures.
 */
export const reconciliationHtml = ({ statement, hash, compared }: Shown): string => {
  const { form, number, drawnOn, card, parties, basis, period, notes } = statement;
  return page(
    `Акт сверки, ${card.account}`,
    html`<h1>Акт сверки взаимных расчётов${number === null ? NOTHING : html` № ${number}`}</h1>
<p>Составлен ${dayWords(drawnOn)} за период: ${monthWords(period.from)} — ${monthWords(period.to)}</p>
${form === 'person' ? accountHead(card) : NOTHING}${parties.map(partyLine)}<p>Основание: ${basis ?? `лицевой счёт ${card.account}`}. Суммы в рублях.</p>
${agreedLine(statement.startsFrom)}${form === 'person' ? monthsTable(statement, compared) : documentsTable(statement, compared)}
${creditorsTable(statement)}${compared === null ? NOTHING : html`${sidesTable(statement, compared)}${differencesPart(compared)}`}
<p class="pay">${conclusionText(statement, 'ru')}</p>
${notes.length === 0 ? NOTHING : html`<p>Как посчитано:</p>\n<ul class="note">\n${notes.map((note) => html`<li>${note}</li>\n`)}</ul>\n`}${signatures(parties, form)}
<p class="note">Хеш содержания: ${hash}</p>`,
    'wide',
  );
};

const ROLE: Readonly<Record<StatementParty['role'], string>> = {
  provider: 'Исполнитель',
  consumer: 'Потребитель',
  settlementCentre: 'Расчётный центр (агент)',
};

const partyLine = ({ role, name, inn, kpp, ogrn }: StatementParty): Html => {
  const codes = [
    ['ИНН', inn],
    ['КПП', kpp],
    ['ОГРН', ogrn],
  ].flatMap(([title, value]) => (value === null ? [] : [`${title} ${value}`]));
  return html`<p>${ROLE[role]}: ${[name, ...codes].join(', ')}</p>\n`;
};

const OURS = [
  'Месяц',
  'Сальдо входящее',
  'Введено',
  'Начислено',
  'Перерасчёты',
  'Пени',
  'Проценты',
  'Зачтено и перешло',
  'Оплачено',
  'Сальдо исходящее',
];

const monthsTable = ({ months, turnover }: ReconciliationStatement, compared: ComparedStatement | null): Html => {
  const theirs = (month: string): readonly string[] => {
    const found = compared?.months.find((one) => one.month === month);
    return found === undefined ? [] : [moneyWords(found.theirs)];
  };
  const sums = ({ opening, brought, charged, adjusted, penalties, interest, other, paid, closing }: typeof turnover): readonly string[] =>
    [opening, brought, charged, adjusted, penalties, interest, other, paid, closing].map(moneyWords);
  const total = [...sums(turnover), ...(compared === null ? [] : [moneyWords(compared.theirs.closing)])];
  return html`<table>
<thead><tr>${cells('th', [...OURS, ...(compared === null ? [] : ['Сальдо по данным стороны Б'])], 1)}</tr></thead>
<tbody>
${months.map((month) => html`<tr>${cells('td', [monthWords(month.month), ...sums(month), ...theirs(month.month)], 1)}</tr>\n`)}<tr class="sum">${cells('td', ['Всего', ...total], 1)}</tr>
</tbody>
</table>`;
};

const DOCUMENTS = ['День', 'Операция', 'Документ', 'Дебет А', 'Кредит А'];

const debit = (amount: Kopecks): readonly string[] => (amount >= NO_MONEY ? [moneyWords(amount), ''] : ['', moneyWords(negated(amount))]);

const documentsTable = ({ rows, turnover, period, through }: ReconciliationStatement, compared: ComparedStatement | null): Html => {
  const head = [...DOCUMENTS, ...(compared === null ? [] : ['Дебет Б', 'Кредит Б'])];
  const theirs = theirSums(compared);
  const line = (row: StatementRow): Html =>
    html`<tr>${cells('td', [dayWords(row.day), operationText(row, 'ru'), row.document ?? '', ...debit(row.amount), ...theirs.of(row)], 3)}</tr>\n`;
  const alone = theirs.alone.map(
    (row) =>
      html`<tr>${cells('td', [dayWords(row.day), operationText(row, 'ru'), row.document ?? '', '', '', ...debit(row.amount)], 3)}</tr>\n`,
  );
  const balance = (title: string, ours: Kopecks, their: Kopecks | undefined): Html =>
    html`<tr class="sum">${cells('td', ['', title, '', ...debit(ours), ...(their === undefined ? [] : debit(their))], 3)}</tr>\n`;
  return html`<p>А — по данным исполнителя, Б — по данным потребителя.</p>
<table>
<thead><tr>${cells('th', head, 3)}</tr></thead>
<tbody>
${balance(`Сальдо на начало ${period.from}`, turnover.opening, compared?.theirs.opening)}${rows.map(line)}${alone}${balance(`Сальдо на ${dayWords(through)}`, turnover.closing, compared?.theirs.closing)}</tbody>
</table>`;
};

/** What the other side has for a row of ours: the sum of a match stands beside its first row. */
const theirSums = (compared: ComparedStatement | null) => {
  const sums = new Map<StatementRow, Kopecks>();
  for (const { ours, theirs } of compared?.matches ?? []) {
    const [first] = ours;
    if (first !== undefined)
      sums.set(
        first,
        theirs.reduce((sum, row) => (sum + row.amount) as Kopecks, NO_MONEY),
      );
  }
  const matched = new Set(compared?.matches.flatMap(({ theirs }) => theirs));
  const alone = (compared?.rows ?? []).filter((row) => !matched.has(row));
  const of = (row: StatementRow): readonly string[] => {
    if (compared === null) return [];
    const sum = sums.get(row);
    return sum === undefined ? ['', ''] : debit(sum);
  };
  return { of, alone };
};

const SIDES = ['', 'По данным стороны А', 'По данным стороны Б', 'Разница'];

/** The sums of both sides: A is the provider, B the consumer. */
const sidesTable = ({ turnover }: ReconciliationStatement, { theirs }: ComparedStatement): Html => {
  const sums = ['opening', 'brought', 'charged', 'adjusted', 'penalties', 'interest', 'other', 'paid', 'closing'] as const;
  const line = (sum: (typeof sums)[number], index: number): Html =>
    html`<tr>${cells('td', [OURS[index + 1] ?? '', ...[turnover[sum], theirs[sum], lessMoney(theirs[sum], turnover[sum])].map(moneyWords)], 1)}</tr>\n`;
  return html`<table>
<thead><tr>${cells('th', SIDES, 1)}</tr></thead>
<tbody>
${sums.map(line)}</tbody>
</table>
`;
};

const CREDITORS = ['Исполнитель', 'Сальдо входящее', 'Начислено', 'Перерасчёты', 'Пени', 'Оплачено', 'Сальдо исходящее'];

const creditorsTable = ({ creditors }: ReconciliationStatement): Html => {
  if (creditors.length < 2) return NOTHING;
  return html`<h2>По исполнителям</h2>
<table>
<thead><tr>${cells('th', CREDITORS, 1)}</tr></thead>
<tbody>
${creditors.map(({ name, opening, charged, adjusted, penalties, paid, closing }) => html`<tr>${cells('td', [name === '' ? creditorWords([], name) : name, ...[opening, charged, adjusted, penalties, paid, closing].map(moneyWords)], 1)}</tr>\n`)}</tbody>
</table>
`;
};

const differencesPart = ({
  differences,
  difference,
  firstDivergence,
  side,
}: ComparedStatement): Html => html`<h2>Расхождения${side === null ? NOTHING : html` с данными: ${side}`}</h2>
<p>${firstDivergenceText(firstDivergence, 'ru')}</p>
${
  differences.length === 0
    ? NOTHING
    : html`<ol>
${differences.map((one) => html`<li>${differenceText(one, 'ru')}</li>\n`)}</ol>
<p>Разница исходящих сальдо: <b>${moneyWords(difference)} ₽</b></p>
`
}`;

const signatures = (parties: readonly StatementParty[], form: ReconciliationStatement['form']): Html => {
  const line = ({ role, name, signs }: StatementParty): Html =>
    html`<p>${ROLE[role]}: ${name}${signs === null ? NOTHING : html`, ${signs}`} ____________________ ${form === 'legalEntity' ? 'М. П.' : role === 'consumer' ? '(получил / согласен / не согласен)' : ''}</p>\n`;
  return html`<h2>Подписи</h2>\n${parties.map(line)}`;
};
