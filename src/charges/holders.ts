import type { Holder } from '../consumption/piece';
import { serial } from '../kernel/calendar';
import type { HouseFacts, PremisesFacts } from '../model/facts';
import type { AccountRecord } from '../model/records';

/** A row of the month's columns: an account with the days it holds its premises. */
export interface AccountRow extends Holder {
  readonly account: AccountRecord;
  readonly premises: PremisesFacts;
  readonly premisesIndex: number;
}

/** The accounts that hold premises of a house on some day of `[from, to)`, in order of premises and days. */
export const accountRows = (
  facts: HouseFacts,
  from: number,
  to: number,
  only: ReadonlySet<number> | null = null,
): readonly AccountRow[] => {
  const rows: AccountRow[] = [];
  for (let p = 0; p < facts.premises.length; p += 1) {
    if (only !== null && !only.has(p)) continue;
    const premises = facts.premises[p] as PremisesFacts;
    for (const account of premises.accounts) {
      const start = Math.max(from, serial(account.from));
      const end = account.to === null ? to : Math.min(to, serial(account.to));
      if (end > start) rows.push({ row: rows.length, from: start, to: end, account, premises, premisesIndex: p });
    }
  }
  return rows;
};

/** Rows of accounts that hold their premises, for volumes and common needs: an owner's share pays housing services only. */
export const holdersOf = (rows: readonly AccountRow[]): readonly AccountRow[] => {
  for (const { account } of rows) if (account.share !== undefined) return rows.filter((one) => one.account.share === undefined);
  return rows;
};
