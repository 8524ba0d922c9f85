import type { Day } from '../kernel/calendar';
import { scaledSafe } from '../kernel/gate';
import { asKopecks, type Kopecks, NO_MONEY, roublesText, sumMoney } from '../kernel/money';
import type { Problem } from '../kernel/problem';
import { quantity, scaled } from '../kernel/quantity';
import { err, must, ok, type Result } from '../kernel/result';
import type { TraceNode } from '../kernel/trace';
import type { PaymentChannel } from '../model/payment-channel';
import { citation } from '../norms/act';
import { HOUSING } from '../norms/acts-housing';
import { commissionOf } from '../norms/commission';
import { COMMISSION_FREE, type CommissionFreeCategory } from '../norms/federal/commission';
import { evaluate } from '../norms/formula';
import { type ParameterProblem, valueOn } from '../norms/parameter';

/** What a payment through a channel costs its payer. */
export interface CommissionRequest {
  readonly channel: PaymentChannel;
  readonly amount: Kopecks;
  readonly on: Day;
  /** Category of the payer that the law frees of commission, when he is in one. */
  readonly category?: CommissionFreeCategory;
}

/** Why the commission is what it is. */
export type CommissionReason = 'percent' | 'least' | 'most' | 'freeByLaw' | 'freeByChannel' | 'freeOfCharge';

/** A quote («комиссия»): it goes to the operator and changes no saldo. */
export interface CommissionQuote {
  readonly amount: Kopecks;
  readonly commission: Kopecks;
  /** What the payer hands over. */
  readonly total: Kopecks;
  readonly because: CommissionReason;
  readonly legal: string | null;
  readonly trace: TraceNode;
}

type CommissionProblem = ParameterProblem | Problem<'payment-not-positive' | 'missing-parameter'>;

/**
 * Quote the commission of a payment, exact to the kopeck. Since 01.07.2024 none is taken of the categories that the law names, Почта России
 * excepted (ЖК РФ, ст. 155).
 *
 * @returns `payment-not-positive`, `missing-parameter` when the channel has no fee on the day, or that the law of the day was not reviewed
 */
export const quoteCommission = ({ channel, amount, on, category }: CommissionRequest): Result<CommissionQuote, CommissionProblem> => {
  if (amount <= NO_MONEY) return err({ code: 'payment-not-positive', value: String(amount) });
  const fee = [...channel.fees].sort((a, b) => (a.from < b.from ? 1 : -1)).find(({ from }) => from <= on);
  if (fee === undefined) return err({ code: 'missing-parameter', value: channel.code, facts: { day: on, title: channel.title } });
  const law = valueOn(COMMISSION_FREE, on);
  if (!law.ok) return law;
  const free = freeOf(channel, category, law.value.value === '1');
  if (free !== null) return ok(freeQuote(channel, amount, on, free));
  const least = fee.min ?? '0';
  const most = fee.max ?? roublesText(amount);
  const values = {
    A: scaled(amount, 2, 'RUB'),
    r: quantity(fee.percent, '%'),
    100: scaled(100, 0, '%'),
    m: quantity(least, 'RUB'),
    M: quantity(most, 'RUB'),
  };
  const r: TraceNode = {
    symbol: 'r',
    title: 'Ставка комиссии',
    value: fee.percent,
    unit: '%',
    source: `${channel.title}: ${fee.contract}`,
  };
  const { value, trace } = must(evaluate(commissionOf, values, on, { r }));
  const commission = asKopecks(Number(value.int));
  const because = reasonOf(Number(value.int), scaledSafe(least, 2), fee.max === undefined ? null : scaledSafe(fee.max, 2));
  return ok({ amount, commission, total: sumMoney([amount, commission]), because, legal: trace.legal ?? null, trace });
};

const freeOf = (
  { operator, freeFor }: PaymentChannel,
  category: CommissionFreeCategory | undefined,
  byLaw: boolean,
): 'freeByLaw' | 'freeByChannel' | null => {
  if (category === undefined) return null;
  if (byLaw && operator !== 'post') return 'freeByLaw';
  return freeFor?.includes(category) === true ? 'freeByChannel' : null;
};

const freeQuote = (channel: PaymentChannel, amount: Kopecks, on: Day, because: 'freeByLaw' | 'freeByChannel'): CommissionQuote => {
  const legal = because === 'freeByLaw' ? citation(HOUSING.commissionFree, on) : null;
  const trace: TraceNode = {
    symbol: 'C',
    title: 'Комиссия',
    value: '0',
    unit: 'RUB',
    ...(legal === null ? {} : { legal }),
    notes: [because === 'freeByLaw' ? 'с этой категории граждан комиссию не берут' : `${channel.title}: с этой категории не берут`],
  };
  return { amount, commission: NO_MONEY, total: amount, because, legal, trace };
};

const reasonOf = (commission: number, least: number, most: number | null): CommissionReason => {
  if (most !== null && commission === most && commission > least) return 'most';
  if (commission === 0) return 'freeOfCharge';
  return commission === least ? 'least' : 'percent';
};
