import { asKopecks, type Kopecks, NO_MONEY, sumMoney } from '../kernel/money';
import type { Bucket } from './bucket';

/** A sum of one creditor. */
export interface CreditorSum {
  readonly provider: string;
  readonly amount: Kopecks;
}

/** What the balance of an account is made of; everything as of one day. */
export interface PayoffRequest {
  /** Open buckets: debts above zero, advances below. */
  readonly buckets: readonly Bucket[];
  /** Penalties through the day, not posted yet. */
  readonly penalties?: readonly CreditorSum[] | undefined;
  /** Parts of instalments that later months ask for; they are in the buckets. */
  readonly deferred?: readonly CreditorSum[] | undefined;
  /** The part of the debt whose limitation has ended; it is in the buckets. */
  readonly barred?: readonly CreditorSum[] | undefined;
}

/** What is owed, by what it is. `principal` holds the deferred and the barred part. */
export interface PayoffSums {
  readonly principal: Kopecks;
  readonly deferred: Kopecks;
  readonly barred: Kopecks;
  readonly penalties: Kopecks;
  readonly advance: Kopecks;
  /** «Текущий остаток»: principal less what is deferred and the advance; below zero it is an advance. */
  readonly current: Kopecks;
  /** «Для полного погашения»: all principal and penalties less the advance. */
  readonly payoff: Kopecks;
  /** The same without the barred part, which a court refuses when the debtor asks for it. */
  readonly withoutBarred: Kopecks;
}

/** The balance with one creditor. */
export interface CreditorPayoff extends PayoffSums {
  readonly provider: string;
}

/** The balance of an account. */
export interface Payoff {
  /** In order of creditors. */
  readonly creditors: readonly CreditorPayoff[];
  /** Creditors summed: nothing owed to one pays for what is owed to another. */
  readonly total: PayoffSums & {
    /** What creditors hold above all debts to them. */
    readonly surplus: Kopecks;
  };
}

/**
 * Current and payoff balance of an account («текущий остаток и сумма для полного погашения»): principal, penalties through the day, deferred
 * parts, the barred part, the advance; by creditor. A pure function that takes penalties as a value.
 *
 * @example payoffBalance({ buckets, penalties: [{ provider: 'uk', amount: asKopecks(20_90) }] }).total.payoff
 */
export const payoffBalance = ({ buckets, penalties = [], deferred = [], barred = [] }: PayoffRequest): Payoff => {
  const providers = [...new Set([...buckets, ...penalties, ...deferred, ...barred].map(({ provider }) => provider))].sort();
  const creditors = providers.map((provider): CreditorPayoff => {
    const of = (sums: readonly CreditorSum[]): Kopecks =>
      sumMoney(sums.filter((one) => one.provider === provider).map(({ amount }) => amount));
    const own = buckets.filter((bucket) => bucket.provider === provider);
    const principal = of(own.filter(({ amount }) => amount > NO_MONEY));
    const advance = asKopecks(-of(own.filter(({ amount }) => amount < NO_MONEY)));
    const held = {
      principal,
      deferred: least(of(deferred), principal),
      barred: least(of(barred), principal),
      penalties: of(penalties),
      advance,
    };
    const payoff = asKopecks(principal + held.penalties - advance);
    return {
      provider,
      ...held,
      current: asKopecks(principal - held.deferred - advance),
      payoff,
      withoutBarred: asKopecks(payoff - held.barred),
    };
  });
  const sum = (of: (one: CreditorPayoff) => number): Kopecks => sumMoney(creditors.map((one) => asKopecks(of(one))));
  const owed = (of: (one: CreditorPayoff) => number): Kopecks => sum((one) => Math.max(0, of(one)));
  return {
    creditors,
    total: {
      principal: sum((one) => one.principal),
      deferred: sum((one) => one.deferred),
      barred: sum((one) => one.barred),
      penalties: sum((one) => one.penalties),
      advance: sum((one) => one.advance),
      current: owed((one) => one.current),
      payoff: owed((one) => one.payoff),
      withoutBarred: owed((one) => one.withoutBarred),
      surplus: owed((one) => -one.payoff),
    },
  };
};

const least = (a: Kopecks, b: Kopecks): Kopecks => (a < b ? a : b);
