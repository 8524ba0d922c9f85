import { dayWords } from '../kernel/calendar';
import { withCommas } from '../kernel/gate';
import { type Kopecks, roublesText } from '../kernel/money';
import type { CourtDebt } from '../ledger/court-debt';
import type { Payoff, PayoffSums } from '../ledger/payoff-balance';
import type { Language } from '../model/problem-text';

const PAYOFF: Readonly<Record<Language, Readonly<Record<keyof PayoffSums | 'surplus', string>>>> = {
  ru: {
    principal: 'основной долг',
    deferred: 'из него отсрочено',
    barred: 'из него с истёкшей исковой давностью',
    penalties: 'пени по этот день',
    advance: 'аванс',
    current: 'текущий остаток',
    payoff: 'для полного погашения',
    withoutBarred: 'то же без долга с истёкшей давностью',
    surplus: 'переплата исполнителям, которым долга нет',
  },
  en: {
    principal: 'principal',
    deferred: 'of it deferred',
    barred: 'of it barred by limitation',
    penalties: 'penalties through the day',
    advance: 'advance',
    current: 'current balance',
    payoff: 'payoff balance',
    withoutBarred: 'the same without the barred debt',
    surplus: 'held by providers that nothing is owed to',
  },
};

const money = (kopecks: Kopecks): string => `${withCommas(roublesText(kopecks))} ₽`;

/** The balance of an account in words; what is nothing is left out, but for what is to be paid. */
export const payoffText = ({ total }: Payoff, language: Language = 'ru'): string =>
  (Object.keys(PAYOFF[language]) as (keyof PayoffSums | 'surplus')[])
    .filter((name) => name === 'current' || name === 'payoff' || total[name === 'withoutBarred' ? 'barred' : name] !== 0)
    .map((name) => `${PAYOFF[language][name]}: ${money(total[name])}`)
    .join('\n');

/** Whether a debt confirmed by a court keeps subsidies back, and which. */
export const courtDebtText = ({ debts, unpaid, legal }: CourtDebt, language: Language = 'ru'): string => {
  const ru = language === 'ru';
  const of = legal === null ? '' : `   ${legal}`;
  if (debts.length === 0)
    return `${ru ? 'долга, подтверждённого судебным актом, нет: субсидии и компенсации не задерживают' : 'no debt is confirmed by a court: subsidies are not kept back'}${of}`;
  const rows = debts.map(
    ({ bucket, unpaid: left, awardedOn, document }) => `${bucket.month}: ${money(left)}, ${document}, ${dayWords(awardedOn)}`,
  );
  return [`${ru ? 'подтверждено судебным актом' : 'confirmed by a court'}: ${money(unpaid)}${of}`, ...rows].join('\n');
};
