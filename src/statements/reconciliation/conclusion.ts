import { type Day, dayWords } from '../../kernel/calendar';
import { type Kopecks, NO_MONEY, negated, roublesText } from '../../kernel/money';
import type { Language } from '../../model/problem-text';
import { roublesInWords } from './roubles-in-words';
import type { ReconciliationStatement } from './statement';

/** The conclusion of a statement («заключение»): who owes whom on the last day, in figures and in words. */
export const conclusionText = ({ through, turnover, parties }: ReconciliationStatement, language: Language): string => {
  const named = (role: 'provider' | 'consumer'): string =>
    parties
      .filter((one) => one.role === role)
      .map(({ name }) => name)
      .join(', ');
  const { closing } = turnover;
  if (closing === NO_MONEY) return CONCLUSION[language].nothing(through);
  const [size, creditor] = closing > NO_MONEY ? [closing, named('provider')] : [negated(closing), named('consumer')];
  return CONCLUSION[language].owed(through, creditor, size);
};

const CONCLUSION = {
  ru: {
    nothing: (day: Day) => `На ${dayWords(day)} задолженности нет.`,
    owed: (day: Day, creditor: string, sum: Kopecks) =>
      `На ${dayWords(day)} задолженность в пользу ${creditor} — ${roublesText(sum).replace('.', ',')} руб. (${roublesInWords(sum)}).`,
  },
  en: {
    nothing: (day: Day) => `There is no debt on ${day}.`,
    owed: (day: Day, creditor: string, sum: Kopecks) => `On ${day} the debt in favour of ${creditor} is ${roublesText(sum)} RUB.`,
  },
} as const;
