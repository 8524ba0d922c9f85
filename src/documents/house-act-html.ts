import type { ActPremises, ActTrueUp, HouseAct } from '../model/house-act';
import { SERVICE_TITLE } from '../model/services';
import { BASIS_TEXT, UNIT_TEXT } from '../statements/words';
import { type Html, html } from './html';
import { cells, page } from './page';
import { moneyWords, monthWords, numberWords } from './words';

/**
 * Acts of a house for a month as a page («акт дома»): what came in, what premises took, what is common, how it was charged. It names no person and no
 * account, so that it can hang in the entrance. The same values give the same bytes.
 */
export const houseActHtml = (address: string, acts: readonly HouseAct[]): string => {
  const [first] = acts;
  const month = first === undefined ? '' : monthWords(first.month);
  return page(
    `Акт дома, ${address}, ${month}`,
    html`<h1>Общие нужды дома за ${month}</h1>
<p>Дом: ${address}</p>
${acts.map(actSection)}`,
  );
};

const actSection = (act: HouseAct): Html => html`<h2>${SERVICE_TITLE[act.service]}</h2>
<p>${BASIS_TEXT[`common.${act.basis}`] ?? act.basis}: ${act.legal}</p>
<table>
<thead><tr>${cells('th', ['Величина', UNIT_TEXT[act.unit] ?? act.unit, 'Откуда'], 1)}</tr></thead>
<tbody>
${balanceRows(act)}</tbody>
</table>
<p class="note">Объём дома = объёмы помещений + собственное производство + перерасчёты + общий объём. Доля помещения = общий объём × площадь помещения / ${numberWords(act.area)} м².</p>
${act.trueUps.map(trueUp)}`;

const row = (title: string, value: string | null, source: string): Html =>
  html`<tr><td>${title}</td>${cells('td', [value === null ? '—' : numberWords(value)], 0)}<td>${source}</td></tr>\n`;

const INLET: Readonly<Record<string, string>> = {
  meter: 'по прибору дома',
  average: 'по среднему прибора дома',
  stated: 'по акту',
  unknown: 'неизвестен',
};

const balanceRows = (act: HouseAct): readonly Html[] => [
  ...act.inlets.map((inlet) =>
    row(`Ввод ${inlet.inlet}`, inlet.volume, `${INLET[inlet.basis] ?? ''}${inlet.within === null ? '' : `, внутри ввода ${inlet.within}`}`),
  ),
  row('Объём дома', act.supplied, ''),
  ...act.premises.map((group) => row(premisesTitle(group), group.volume, `помещений: ${group.premises}`)),
  row('Все помещения', act.premisesVolume, ''),
  ...(act.ownUse === '0' ? [] : [row('Производство тепла и горячей воды', act.ownUse, 'вычитается')]),
  ...(act.posted === '0' ? [] : [row('Перерасчёты прошлых месяцев', act.posted, 'вычитаются')]),
  row('Фактический общий объём', act.actual, ''),
  ...(act.carriedIn === '0' ? [] : [row('Перенесено с прошлых месяцев', act.carriedIn, '')]),
  ...(act.normative === null
    ? []
    : [
        row(
          'По нормативу',
          act.normative.volume,
          `${numberWords(act.normative.value)} × ${numberWords(act.normative.area)} м²; ${act.normative.source}`,
        ),
      ]),
  ...(act.average === null ? [] : [row('Среднемесячный объём', act.average.volume, act.average.source)]),
  row('Распределено между помещениями', act.billed, `начислено ${moneyWords(act.charged.amount)} ₽ по тарифу ${numberWords(act.tariff)} ₽`),
  ...(act.unbilled === '0' ? [] : [row('Сверх норматива, за исполнителем', act.unbilled, '')]),
  ...(act.deferred === '0' ? [] : [row('Ждёт корректировки', act.deferred, 'ПП № 491, п. 29(3)')]),
  ...(act.surplus === '0' ? [] : [row('Возвращается жилым помещениям', act.surplus, 'ПП № 354, п. 46–47')]),
  ...(act.carriedOut === '0' ? [] : [row('Переносится на следующие месяцы', act.carriedOut, '')]),
  ...(act.residue === '0'
    ? []
    : [row('Не начислено никому', act.residue, act.unheld === 0 ? 'округление долей' : `округление и помещения без счёта: ${act.unheld}`)]),
];

const premisesTitle = ({ nonResidential, basis }: ActPremises): string =>
  `${nonResidential ? 'Нежилые' : 'Жилые'}: ${basis === 'supplied' ? 'сообщил поставщик' : (BASIS_TEXT[basis] ?? basis)}`;

const trueUp = (of: ActTrueUp): Html =>
  html`<p>Корректировка за ${monthWords(of.from)} — ${monthWords(of.to)}: ${numberWords(of.volume)}, ${numberWords(of.money)} ₽ на дом${
    of.shares === 1 ? '' : `, доля ${of.share} из ${of.shares}`
  }.</p>`;
