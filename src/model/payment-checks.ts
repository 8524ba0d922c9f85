import { type Kopecks, kopecksFromText, NO_MONEY, roublesText, sumMoney } from '../kernel/money';
import type { Problem } from '../kernel/problem';
import { must } from '../kernel/result';
import { type AssemblyProblem, factPlace } from './assembly-problem';
import type { PaymentRecord } from './money-records';

/** What is wrong with the sums that a payer names by service; `null` when nothing is. */
export const wantedProblem = ({
  amount,
  services = [],
}: Pick<PaymentRecord, 'amount' | 'services'>): Problem<'payment-services'> | null => {
  const wanted = services.map((one): Kopecks => must(kopecksFromText(one.amount)));
  const low = wanted.find((one) => one <= NO_MONEY);
  if (low !== undefined) return { code: 'payment-services', at: 'services', value: roublesText(low) };
  const sum = sumMoney(wanted);
  return sum > must(kopecksFromText(amount))
    ? { code: 'payment-services', at: 'services', value: roublesText(sum), facts: { amount } }
    : null;
};

/** The payments among the facts say what they can say. */
export const checkPayments = (payments: readonly PaymentRecord[], problems: AssemblyProblem[]): void => {
  for (const one of payments) {
    const problem = wantedProblem(one);
    if (problem !== null) problems.push({ ...problem, at: factPlace(one) });
  }
};
