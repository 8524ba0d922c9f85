import type { Month } from '../../kernel/calendar';
import { type Kopecks, roublesText } from '../../kernel/money';
import type { Language } from '../../model/problem-text';
import type { SaldoSheet } from '../../statements/saldo-sheet';
import type { Turnover } from '../../statements/turnover';
import { tableText } from '../terminal';

const WORDS = {
  ru: {
    sheet: (address: string, month: Month) => `Оборотно-сальдовая ведомость: ${address}, ${month}`,
    head: ['Пом.', 'Счёт', 'На начало', 'Начислено', 'Перерасчёт', 'Пени', 'Оплачено', 'На конец'],
    total: 'Всего',
  },
  en: {
    sheet: (address: string, month: Month) => `Saldo sheet: ${address}, ${month}`,
    head: ['No.', 'Account', 'Opening', 'Charged', 'Adjusted', 'Penalties', 'Paid', 'Closing'],
    total: 'Total',
  },
} as const;

const sums = ({ opening, brought, charged, adjusted, penalties, paid, closing }: Turnover): readonly Kopecks[] => [
  (opening + brought) as Kopecks,
  charged,
  adjusted,
  penalties,
  paid,
  closing,
];

/** A saldo sheet for the terminal: an account a row, debts positive, advances negative. */
export const sheetText = (sheet: SaldoSheet, language: Language): string => {
  const words = WORDS[language];
  const rows = sheet.rows
    .filter((row) => sums(row).some((sum) => sum !== 0))
    .map((row) => [row.card.premises, row.card.account, ...sums(row).map(roublesText)]);
  const table = tableText([[...words.head], ...rows, [words.total, '', ...sums(sheet.total).map(roublesText)]], 2);
  return `${words.sheet(sheet.address, sheet.month)}\n${table}\n`;
};
