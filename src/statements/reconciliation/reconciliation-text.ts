import { dayWords } from '../../kernel/calendar';
import { type Kopecks, roublesText } from '../../kernel/money';
import type { Language } from '../../model/problem-text';
import type { ComparedStatement } from './compare';
import { conclusionText } from './conclusion';
import { differenceClassText, differenceText, firstDivergenceText, signedText } from './difference-text';
import type { ComparedReadings, ReadingDifference, ReadingDifferenceClass } from './readings';
import type { HashedStatement, ReconciliationStatement, StatementTurnover } from './statement';

/** A statement with what stands beside it. */
interface Told extends HashedStatement {
  readonly compared: ComparedStatement | null;
  readonly readings: ComparedReadings | null;
}

const SUMS = [
  'opening',
  'brought',
  'charged',
  'adjusted',
  'penalties',
  'interest',
  'other',
  'paid',
  'closing',
] as const satisfies readonly (keyof StatementTurnover)[];

const WORDS = {
  ru: {
    title: ({ card, period }: ReconciliationStatement) => `Акт сверки: счёт ${card.account}, ${period.from} – ${period.to}`,
    sums: {
      opening: 'Сальдо входящее',
      brought: 'Введено',
      charged: 'Начислено',
      adjusted: 'Перерасчёты',
      penalties: 'Пени',
      interest: 'Проценты',
      other: 'Зачтено и перешло',
      paid: 'Оплачено',
      closing: 'Сальдо исходящее',
    },
    ours: 'по нашим данным',
    theirs: 'по данным другой стороны',
    differences: (count: number) => `Расхождений: ${count}`,
    whole: 'Разница исходящих сальдо',
    readings: (count: number) => `Расхождений показаний: ${count}`,
    hash: 'Хеш содержания',
  },
  en: {
    title: ({ card, period }: ReconciliationStatement) =>
      `Reconciliation statement: account ${card.account}, ${period.from} – ${period.to}`,
    sums: {
      opening: 'Opening saldo',
      brought: 'Brought',
      charged: 'Charged',
      adjusted: 'Adjusted',
      penalties: 'Penalties',
      interest: 'Interest',
      other: 'Set off and moved',
      paid: 'Paid',
      closing: 'Closing saldo',
    },
    ours: 'by our data',
    theirs: 'by the other side',
    differences: (count: number) => `Differences: ${count}`,
    whole: 'Difference of the closing saldi',
    readings: (count: number) => `Differences of readings: ${count}`,
    hash: 'Hash of the content',
  },
} as const;

const READING: Readonly<Record<Language, Readonly<Partial<Record<ReadingDifferenceClass, string>>>>> = {
  ru: { value: 'другое показание', meter: 'на другом приборе или шкале' },
  en: { value: 'another value', meter: 'on another meter or register' },
};

const readingClass = (of: ReadingDifferenceClass, language: Language): string =>
  of === 'value' || of === 'meter' ? (READING[language][of] ?? of) : differenceClassText(of, language);

/** A difference of readings in words. */
const readingText = ({ class: of, meter, zone, ours, theirs }: ReadingDifference, language: Language): string => {
  const told = (one: { readonly value: string; readonly takenOn: string; readonly meter: string } | null): string =>
    one === null ? '—' : `${one.value} (${one.meter === meter ? '' : `${one.meter}, `}${one.takenOn})`;
  return `${meter} ${zone}: ${readingClass(of, language)}: ${told(ours)} / ${told(theirs)}`;
};

const table = (rows: readonly (readonly string[])[]): readonly string[] => {
  const widths = rows.reduce<number[]>((all, row) => row.map((cell, at) => Math.max(all[at] ?? 0, cell.length)), []);
  return rows.map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
};

/** A statement in words, with the differences from the other side where there is one. */
export const reconciliationText = ({ statement, hash, compared, readings }: Told, language: Language): string => {
  const words = WORDS[language];
  const { turnover } = statement;
  const isTold = (sum: (typeof SUMS)[number]): boolean =>
    sum === 'opening' || sum === 'closing' || turnover[sum] !== 0 || (compared !== null && compared.theirs[sum] !== 0);
  const cells = (sum: (typeof SUMS)[number]): readonly Kopecks[] => [turnover[sum], ...(compared === null ? [] : [compared.theirs[sum]])];
  return [
    words.title(statement),
    ...table([
      ['', words.ours, ...(compared === null ? [] : [words.theirs])],
      ...SUMS.filter(isTold).map((sum) => [words.sums[sum], ...cells(sum).map(roublesText)]),
    ]),
    ...(compared === null ? [] : differencesText(compared, language)),
    ...(readings === null || readings.differences.length === 0
      ? []
      : [
          '',
          words.readings(readings.differences.length),
          ...readings.differences.map((one, index) => `${index + 1}. ${readingText(one, language)}`),
        ]),
    '',
    conclusionText(statement, language),
    `${words.hash} (${language === 'ru' ? dayWords(statement.drawnOn) : statement.drawnOn}): ${hash}`,
    '',
  ].join('\n');
};

const differencesText = ({ differences, difference, firstDivergence }: ComparedStatement, language: Language): readonly string[] => {
  if (differences.length === 0) return ['', firstDivergenceText(null, language)];
  const words = WORDS[language];
  return [
    '',
    words.differences(differences.length),
    ...differences.map((one, index) => `${index + 1}. ${differenceText(one, language)}`),
    `${words.whole}: ${signedText(difference)}`,
    firstDivergenceText(firstDivergence, language),
  ];
};
