import { type Day, dayWords, type Month } from '../../kernel/calendar';
import { type Kopecks, NO_MONEY, roublesText } from '../../kernel/money';
import type { OperationType } from '../../model/counterparty-records';
import type { Language } from '../../model/problem-text';
import { SERVICE_TITLE } from '../../model/services';
import type { Difference, DifferenceClass } from './differences';
import type { StatementRow } from './rows';

const CLASS: Readonly<Record<Language, Readonly<Record<DifferenceClass, string>>>> = {
  ru: {
    openingBalance: 'входящее сальдо не то',
    missingOurs: 'нет у нас',
    missingTheirs: 'нет у другой стороны',
    doubledOurs: 'дважды у нас',
    doubledTheirs: 'дважды у другой стороны',
    amount: 'другая сумма',
    date: 'другой день',
    period: 'другой период',
    account: 'на другом счёте',
    inTransit: 'деньги в пути',
    rounding: 'округление',
    penaltyMethod: 'пени посчитаны иначе',
    disputed: 'оспаривается',
    timeBarred: 'срок исковой давности истёк',
    theirSum: 'исходящее сальдо другой стороны не следует из её операций',
  },
  en: {
    openingBalance: 'another opening saldo',
    missingOurs: 'missing at ours',
    missingTheirs: 'missing at theirs',
    doubledOurs: 'doubled at ours',
    doubledTheirs: 'doubled at theirs',
    amount: 'another amount',
    date: 'another day',
    period: 'another period',
    account: 'on another account',
    inTransit: 'money in transit',
    rounding: 'rounding',
    penaltyMethod: 'penalties counted another way',
    disputed: 'disputed',
    timeBarred: 'limitation has ended',
    theirSum: 'their closing saldo does not follow from their operations',
  },
};

const KIND: Readonly<Record<Language, Readonly<Record<OperationType, string>>>> = {
  ru: {
    charge: 'начислено',
    adjustment: 'перерасчёт',
    penalty: 'пени',
    interest: 'проценты',
    payment: 'платёж',
    transfer: 'зачёт',
    succession: 'переход долга',
    brought: 'введённое сальдо',
  },
  en: {
    charge: 'charge',
    adjustment: 'adjustment',
    penalty: 'penalty',
    interest: 'interest',
    payment: 'payment',
    transfer: 'set-off',
    succession: 'succession',
    brought: 'brought saldo',
  },
};

const WORDS = {
  ru: {
    ours: 'у нас',
    theirs: 'у них',
    none: '—',
    of: 'за',
    effect: 'влияние',
    first: 'Расхождение начинается',
    nothing: 'Расхождений нет.',
  },
  en: { ours: 'ours', theirs: 'theirs', none: '—', of: 'for', effect: 'effect', first: 'The first divergence', nothing: 'No differences.' },
} as const;

/** Why both sides differ, in words. */
export const differenceClassText = (of: DifferenceClass, language: Language): string => CLASS[language][of];

/** What an operation is, in words: a service where it is for one. */
export const operationText = ({ kind, service, periods }: StatementRow, language: Language): string => {
  const what = service === null ? KIND[language][kind] : `${KIND[language][kind]}, ${language === 'ru' ? SERVICE_TITLE[service] : service}`;
  const of = periodText(periods);
  return of === '' || kind === 'payment' ? what : `${what} ${WORDS[language].of} ${of}`;
};

const periodText = (periods: readonly Month[]): string => {
  const [first, last] = [periods[0], periods[periods.length - 1]];
  return first === undefined || last === undefined ? '' : first === last ? first : `${first} – ${last}`;
};

/** A sum with its sign, as a saldo grows by it. */
export const signedText = (amount: Kopecks): string => `${amount > NO_MONEY ? '+' : ''}${roublesText(amount)}`;

const dayText = (day: Day, language: Language): string => (language === 'ru' ? dayWords(day) : day);

const rowText = (row: StatementRow, language: Language): string => {
  const document = row.document === null ? '' : ` (${row.document})`;
  const received = row.receivedOn === null || row.receivedOn === row.day ? '' : ` → ${dayText(row.receivedOn, language)}`;
  return `${dayText(row.day, language)}${received} ${operationText(row, language)} ${signedText(row.amount)}${document}`;
};

/**
 * A difference in words: the cause, both rows, what it does to the saldo.
 *
 * @example differenceText(difference, 'ru')
 * //=> 'другая сумма, 2026-03: у нас 10.03.2026 платёж -500.00 (p-3); у них 10.03.2026 платёж -550.00 (p-3); влияние -50.00'
 */
export const differenceText = ({ class: of, month, ours, theirs, effect, note }: Difference, language: Language): string => {
  const words = WORDS[language];
  const side = (rows: readonly StatementRow[]): string => rows.map((row) => rowText(row, language)).join(' + ') || words.none;
  const rows = ours.length + theirs.length === 0 ? '' : `: ${words.ours} ${side(ours)}; ${words.theirs} ${side(theirs)}`;
  return `${CLASS[language][of]}${note === null ? '' : ` (${note})`}, ${month}${rows}; ${words.effect} ${signedText(effect)}`;
};

/** Where both sides begin to differ, in words. */
export const firstDivergenceText = (difference: Difference | null, language: Language): string =>
  difference === null ? WORDS[language].nothing : `${WORDS[language].first}: ${differenceText(difference, language)}`;
