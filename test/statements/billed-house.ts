import { addMonths, type Instant, lastDay, type Month } from '../../src/kernel/calendar';
import { asKopecks } from '../../src/kernel/money';
import { must } from '../../src/kernel/result';
import type { Entry } from '../../src/ledger/entry';
import { HouseLedger } from '../../src/ledger/house-ledger';
import { assembleHouse } from '../../src/model/assemble';
import type { Bill } from '../../src/model/bill';
import type { HouseFacts } from '../../src/model/facts';
import type { FactRecord } from '../../src/model/records';
import { billHouse } from '../../src/recalculation/bill-house';
import { chargedIn } from '../../src/run/charged-before';
import { type Parties, partiesOf } from '../../src/statements/parties';

/** A payment of a billed house: which account of the house, which month, kopecks. */
export interface SamplePayment {
  readonly account: number;
  readonly month: number;
  readonly amount: number;
}

/** A house that was billed and paid for some months, without a store. */
export interface BilledHouse {
  readonly facts: HouseFacts;
  readonly parties: Parties;
  readonly bills: readonly Bill[];
  readonly entries: readonly Entry[];
  readonly months: readonly Month[];
}

const AT = '2026-11-01T00:00:00.000Z' as Instant;

/** Bill the months in order, payments of a month before its bills; `null` when the facts do not let the house be billed. */
export const billedHouse = (
  records: readonly FactRecord[],
  months: readonly Month[],
  payments: readonly SamplePayment[],
): BilledHouse | null => {
  const assembled = assembleHouse(records);
  if (!assembled.ok) return null;
  const facts = assembled.value;
  const house = facts.house.id;
  const parties = partiesOf(facts);
  const ledger = new HouseLedger();
  const bills: Bill[] = [];
  for (const [index, month] of months.entries()) {
    const billed = billHouse(facts, month, { charged: chargedIn(byAccount(bills)) });
    if (!billed.ok) return null;
    const posting = { house, postedIn: month, valueDay: lastDay(month), at: AT };
    for (const [place, payment] of payments.entries()) {
      const account = parties.accounts[payment.account % parties.accounts.length]?.account;
      if (payment.month % months.length !== index || account === undefined) continue;
      const cause = `payment:${place}`;
      must(ledger.run({ type: 'payment', posting: { ...posting, account, key: `${cause}@0`, cause }, amount: asKopecks(payment.amount) }));
    }
    for (const bill of billed.value.bills()) {
      const cause = `bill:${house}:${month}:1`;
      must(
        ledger.run({
          type: 'bill',
          posting: { ...posting, account: bill.account, key: `${cause}/${bill.account}`, cause },
          bill,
          before: null,
        }),
      );
      bills.push(bill);
    }
  }
  return { facts, parties, bills, entries: ledger.decided, months };
};

const byAccount = (bills: readonly Bill[]): ReadonlyMap<string, readonly Bill[]> => {
  const groups = new Map<string, Bill[]>();
  for (const bill of bills) groups.set(bill.account, [...(groups.get(bill.account) ?? []), bill]);
  return groups;
};

/** Months from the first, so many. */
export const monthsFrom = (first: Month, count: number): readonly Month[] => Array.from({ length: count }, (_, i) => addMonths(first, i));
