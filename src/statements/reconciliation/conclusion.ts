import { type Day, dayWords } from '../../kernel/calendar';
import { type Kopecks, NO_MONEY, negated, roublesText } from '../../kernel/money';
import type { Language } from '../../model/problem-text';
import { roublesInWords } from './roubles-in-words';
import type { ReconciliationStatement } from './statement';

/** The conclusion of a statement («заключение»): who owes whom on the last day, creditor by creditor, and the whole in words. */
export const conclusionText = ({ through, turnover, parties, creditors }: ReconciliationStatement, language: Language): string => {
  const words = CONCLUSION[language];
  const owed = creditors.filter(({ closing }) => closing !== NO_MONEY);
  if (owed.length === 0) return words.nothing(through);
  const consumer = parties.find(({ role }) => role === 'consumer')?.name ?? '';
  const told = owed.map(({ name, closing }) =>
    closing > NO_MONEY ? words.debt(name, closing) : words.overpaid(consumer, name, negated(closing)),
  );
  return words.whole(through, told.join('; '), owed.length > 1 ? turnover.closing : null, turnover.closing);
};

const sum = (money: Kopecks): string => roublesText(money).replace('.', ',');
const size = (money: Kopecks): Kopecks => (money < NO_MONEY ? negated(money) : money);

const CONCLUSION = {
  ru: {
    nothing: (day: Day) => `На ${dayWords(day)} задолженности нет.`,
    debt: (creditor: string, money: Kopecks) =>
      `задолженность в пользу ${creditor || 'исполнителя, который не определён,'} — ${sum(money)} руб.`,
    overpaid: (consumer: string, creditor: string, money: Kopecks) =>
      `переплата в пользу ${consumer}${creditor === '' ? '' : ` у ${creditor}`} — ${sum(money)} руб.`,
    whole: (day: Day, told: string, whole: Kopecks | null, money: Kopecks) =>
      `На ${dayWords(day)}: ${told}${whole === null ? '' : `; всего ${sum(whole)} руб.`} (${money < NO_MONEY ? 'минус ' : ''}${roublesInWords(size(money))}).`,
  },
  en: {
    nothing: (day: Day) => `There is no debt on ${day}.`,
    debt: (creditor: string, money: Kopecks) => `debt in favour of ${creditor || 'a creditor not known yet'} ${roublesText(money)} RUB`,
    overpaid: (consumer: string, creditor: string, money: Kopecks) =>
      `overpaid by ${consumer}${creditor === '' ? '' : ` to ${creditor}`} ${roublesText(money)} RUB`,
    whole: (day: Day, told: string, whole: Kopecks | null, _money: Kopecks) =>
      `On ${day}: ${told}${whole === null ? '' : `; ${roublesText(whole)} RUB in all`}.`,
  },
} as const;
