import { dayWords } from '../kernel/calendar';
import type { PaymentDocument } from '../statements/payment-document';
import type { PaymentDocumentRow } from '../statements/payment-document-rows';
import { BASIS_TEXT } from '../statements/words';
import { accountHead, creditorHead } from './account-head';
import { type Html, html, NOTHING } from './html';
import { cells, page } from './page';
import { beforeLast } from './rare-columns';
import { creditorWords, lineWords, moneyWords, monthWords, numberWords, serviceWords, unitWords } from './words';

/**
 * A payment document as a page («платёжный документ»): HTML that needs nothing beside itself and prints on A4. The same value gives the
 * same bytes; every text of people is escaped.
 */
export const paymentDocumentHtml = (document: PaymentDocument): string =>
  page(
    `Платёжный документ, ${document.card.account}, ${monthWords(document.month)}`,
    html`<h1>Платёжный документ за ${monthWords(document.month)}</h1>
${accountHead(document.card)}<p>Представляется не позднее ${dayWords(document.documentDay)}</p>
<p class="pay">К оплате: ${moneyWords(document.toPay)} ₽, не позднее ${dayWords(document.payBy)}</p>
${chargesTable(document)}
${creditorsTable(document)}
${instalmentsTable(document)}${recalculationsTable(document)}${supportTable(document)}
<p class="note">Учтены платежи, поступившие по ${dayWords(document.paymentsThrough)}: ${moneyWords(document.paid)} ₽${
      document.lastPaidOn === null ? NOTHING : html`, последний платёж ${dayWords(document.lastPaidOn)}`
    }.</p>`,
  );

const CHARGES = ['Услуга', 'Основание', 'Ед.', 'Объём', 'Тариф, ₽', 'Начислено, ₽', 'Коэф.', 'Превышение, ₽', 'Перерасчёты, ₽'];

/** Benefits have a column where somebody has them. */
const hasDiscounts = ({ rows }: PaymentDocument): boolean => rows.some(({ discount }) => discount !== 0);

const chargesTable = (document: PaymentDocument): Html => {
  const discounts = hasDiscounts(document);
  const heads = [...CHARGES, ...(discounts ? ['Льготы, ₽'] : []), 'К оплате, ₽'];
  const wide = discounts ? '10' : '9';
  return html`<h2>Начисления</h2>
<table>
<thead><tr>${cells('th', heads, 3)}</tr></thead>
<tbody>
${document.rows.map((row) => html`<tr>${cells('td', chargeCells(row, discounts), 3)}</tr>\n`)}${capitalRepairRows(document, wide)}<tr class="sum"><td colspan="${wide}">Итого за месяц</td><td class="n">${moneyWords(document.payable)}</td></tr>
</tbody>
</table>
<p class="note">Начислено = объём × тариф. Превышение = начислено × (коэффициент − 1). К оплате = начислено + превышение + перерасчёты${discounts ? ' − льготы' : ''}.</p>`;
};

/** The contribution for capital repair apart from everything else, where there is one. */
const capitalRepairRows = ({ rows, services, capitalRepair }: PaymentDocument, wide: string): Html =>
  rows.some(({ service }) => service === 'capitalRepair')
    ? html`<tr class="sum"><td colspan="${wide}">За услуги</td><td class="n">${moneyWords(services)}</td></tr>
<tr class="sum"><td colspan="${wide}">Взнос на капитальный ремонт</td><td class="n">${moneyWords(capitalRepair)}</td></tr>
`
    : NOTHING;

const chargeCells = (row: PaymentDocumentRow, discounts: boolean): readonly string[] => [
  lineWords(row),
  row.basis === null ? 'перерасчёт' : (BASIS_TEXT[row.basis] ?? row.basis),
  row.basis === null ? '' : unitWords(row.unit),
  row.basis === null ? '' : `${numberWords(row.volume)}${partsWords(row)}`,
  row.tariff === null ? '' : numberWords(row.tariff),
  row.vatOnTop === 0 ? moneyWords(row.charge) : `${moneyWords(row.charge)} + НДС ${moneyWords(row.vatOnTop)}`,
  row.multiplier === null ? '' : numberWords(row.multiplier),
  row.multiplier === null ? '' : moneyWords(row.excess),
  moneyWords(row.recalculation),
  ...(discounts ? [moneyWords(row.discount)] : []),
  moneyWords(row.payable),
];

/** Heat in the premises and its part of the common heat: one charge, two volumes for information. */
const partsWords = ({ volumes }: PaymentDocumentRow): string =>
  volumes === undefined ? '' : ` (в помещении ${numberWords(volumes.individual)}, общее ${numberWords(volumes.common)})`;

const CREDITORS = ['Исполнитель', 'За месяц, ₽', 'Долг за прежние месяцы, ₽', 'Аванс, ₽', 'Итого, ₽'];

/** Columns of their own before the last one, where something stands in them. */
const RARE_OF_CREDITORS = [
  { title: 'Проценты, ₽', of: ({ interest }: Pick<PaymentDocument, 'interest'>) => interest },
  { title: 'Пени, ₽', of: ({ penalties }: Pick<PaymentDocument, 'penalties'>) => penalties },
];

const creditorsTable = (document: PaymentDocument): Html => {
  const { creditors, creditorTotals } = document;
  const rare = RARE_OF_CREDITORS.filter(({ of }) => creditorTotals.some((one) => of(one) !== 0));
  const sums = (one: Pick<PaymentDocument, 'payable' | 'debt' | 'advance' | 'total' | 'interest' | 'penalties'>): readonly string[] =>
    beforeLast(
      [one.payable, one.debt, one.advance, one.total],
      rare.map(({ of }) => of(one)),
      1,
    ).map(moneyWords);
  const heads = beforeLast(
    CREDITORS,
    rare.map(({ title }) => title),
    1,
  );
  return html`<h2>Расчёты</h2>
<table>
<thead><tr>${cells('th', heads, 1)}</tr></thead>
<tbody>
${creditorTotals.map((one) => {
  const name = creditorHead(creditors, creditorWords(creditors, one.provider), one.provider);
  return html`<tr><td>${name}</td>${cells('td', sums(one), 0)}</tr>\n`;
})}<tr class="sum"><td>Всего</td>${cells('td', sums(document), 0)}</tr>
</tbody>
</table>`;
};

const INSTALMENTS = [
  'Услуга',
  'Плата за',
  'За этот месяц, ₽',
  'За прежние месяцы, ₽',
  'Проценты, ₽',
  'Проценты, %',
  'Всего, ₽',
  'Позже, ₽',
];

/** Section 5 of the form: what is paid by instalments. And what of the debt a court may refuse. */
const instalmentsTable = ({ instalments, barred }: PaymentDocument): Html =>
  html`${
    instalments.length === 0
      ? NOTHING
      : html`<h2>Рассрочка</h2>
<table>
<thead><tr>${cells('th', INSTALMENTS, 2)}</tr></thead>
<tbody>
${instalments.map((one) => {
  const { fromCurrent, fromPrevious, interest, percent, total, deferred } = one;
  const sums = [moneyWords(fromCurrent), moneyWords(fromPrevious), moneyWords(interest), numberWords(percent), moneyWords(total)];
  return html`<tr>${cells('td', [serviceWords(one.service), monthWords(one.of), ...sums, moneyWords(deferred)], 2)}</tr>\n`;
})}</tbody>
</table>
<p class="note">Позже — не входит в «К оплате» этого документа; проценты за рассрочку стоят сверх начислений.</p>
`
  }${
    barred === 0
      ? NOTHING
      : html`<p class="note">Из долга за прежние месяцы срок исковой давности истёк по ${moneyWords(barred)} ₽.</p>
`
  }`;

const RECALCULATIONS = ['Услуга', 'За месяц', 'Причина', 'Изменение объёма', 'Тариф, ₽', 'Сумма, ₽'];

const recalculationsTable = ({ recalculations }: PaymentDocument): Html =>
  recalculations.length === 0
    ? NOTHING
    : html`<h2>Перерасчёты</h2>
<table>
<thead><tr>${cells('th', RECALCULATIONS, 3)}</tr></thead>
<tbody>
${recalculations.map((line) => {
  const { month, cause, volume, unit, tariff, amount } = line;
  const texts = [
    lineWords(line),
    monthWords(month),
    cause ?? '',
    `${numberWords(volume)} ${unitWords(unit)}`,
    numberWords(tariff),
    moneyWords(amount),
  ];
  return html`<tr>${cells('td', texts, 3)}</tr>\n`;
})}</tbody>
</table>`;

const TO = { citizen: 'гражданину', provider: 'исполнителю' } as const;

/** What others pay towards the month: the sums above do not hold it. */
const supportTable = ({ support }: PaymentDocument): Html =>
  support.length === 0
    ? NOTHING
    : html`
<h2>Компенсации и субсидии (для сведения)</h2>
<table>
<thead><tr>${cells('th', ['Мера поддержки', 'Услуга', 'Кому платят', 'Сумма, ₽'], 3)}</tr></thead>
<tbody>
${support.map(({ title, service, to, amount }) => {
  const texts = [title, service === null ? 'все услуги' : serviceWords(service), TO[to], moneyWords(amount)];
  return html`<tr>${cells('td', texts, 3)}</tr>\n`;
})}</tbody>
</table>`;
