import { addMonths, type Instant, lastDay, type Month } from '../../kernel/calendar';
import { type Kopecks, NO_MONEY, negated, sumMoney } from '../../kernel/money';
import type { Problem } from '../../kernel/problem';
import { err, ok, type Result } from '../../kernel/result';
import type { Entry } from '../../ledger/entry';
import { HouseLedger } from '../../ledger/house-ledger';
import type { HouseFacts } from '../../model/facts';
import type { HouseBills } from '../../recalculation/house-bills';
import { rulesOfHouse } from '../../run/account-rules';
import { moneyCommands } from '../../run/money-commands';

/** The saldo of an account in a month («сальдо»); debt is positive, payments are what came. */
export interface MonthSaldo {
  readonly opening: Kopecks;
  readonly charged: Kopecks;
  readonly payments: Kopecks;
  readonly closing: Kopecks;
}

type Billed = (month: Month) => Result<HouseBills, readonly Problem[]>;

/** A moment for postings that no clock made: a case has no clock. */
const AT = '2000-01-01T00:00:00.000Z' as Instant;

/**
 * The saldo of an account in a month, by the ledger itself: opening saldo and payments of the facts, and the bills of every month from
 * the first one, posted month by month.
 */
export const saldoIn = (
  facts: HouseFacts,
  account: string,
  first: Month,
  month: Month,
  billed: Billed,
): Result<MonthSaldo, readonly Problem[]> => {
  const ledger = new HouseLedger([], rulesOfHouse(facts));
  const house = facts.house.id;
  const openMonth = (of: Month): Month => (of < first ? first : of);
  for (let now = first; now <= month; now = addMonths(now, 1)) {
    const bills = billed(now);
    if (!bills.ok) return bills;
    const money = {
      house,
      openings: facts.openings,
      refunds: facts.refunds,
      payments: facts.payments,
      entries: ledger.decided,
      through: now,
      at: AT,
      openMonth,
    };
    const commands = [
      ...moneyCommands(money),
      ...[...bills.value.bills()].map((bill) => ({
        type: 'bill' as const,
        posting: {
          key: `bill:${now}:${bill.account}`,
          house,
          account: bill.account,
          postedIn: now,
          valueDay: lastDay(now),
          at: AT,
          cause: `bill:${house}:${now}:1`,
        },
        bill,
        before: null,
      })),
    ];
    for (const command of commands) {
      const entries = ledger.run(command);
      if (!entries.ok) return err([entries.error]);
    }
  }
  return ok(saldoFrom(ledger.historyOf(account), month));
};

const saldoFrom = (entries: readonly Entry[], month: Month): MonthSaldo => {
  const sum = (takes: (entry: Entry) => boolean): Kopecks => sumMoney(entries.filter(takes).map((entry) => entry.amount));
  const now = entries.filter((entry) => entry.postedIn === month);
  const sumNow = (...kinds: readonly Entry['kind'][]): Kopecks =>
    sumMoney(now.filter((entry) => kinds.includes(entry.kind)).map((entry) => entry.amount));
  const paid = sumNow('payment');
  return {
    opening: sum((entry) => entry.postedIn < month || (entry.postedIn === month && entry.kind === 'opening')),
    charged: sumNow('charge', 'adjustment'),
    payments: paid === 0 ? NO_MONEY : negated(paid),
    closing: sum((entry) => entry.postedIn <= month),
  };
};
