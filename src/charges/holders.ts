import type { Holder } from '../consumption/piece';
import { serial } from '../kernel/calendar';
import { imageOf } from '../model/draw-image';
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
  const { accounts, heldFrom, heldTo } = imageOf(facts.premises);
  for (let p = 0; p < facts.premises.length; p += 1) {
    if (only !== null && !only.has(p)) continue;
    const premises = facts.premises[p] as PremisesFacts;
    const alone = accounts[p] as AccountRecord | null;
    if (alone !== null) {
      addRow(rows, Math.max(from, heldFrom[p] as number), Math.min(to, heldTo[p] as number), alone, premises, p);
      continue;
    }
    for (const account of premises.accounts) {
      const end = account.to === null ? to : Math.min(to, serial(account.to));
      addRow(rows, Math.max(from, serial(account.from)), end, account, premises, p);
    }
  }
  return rows;
};

const addRow = (
  rows: AccountRow[],
  from: number,
  to: number,
  account: AccountRecord,
  premises: PremisesFacts,
  premisesIndex: number,
): void => {
  if (to > from) rows.push({ row: rows.length, from, to, account, premises, premisesIndex });
};

/** Rows of accounts that hold their premises, for volumes and common needs: an owner's share pays housing services only. */
export const holdersOf = (rows: readonly AccountRow[]): readonly AccountRow[] => {
  for (const { account } of rows) if (account.share !== undefined) return rows.filter((one) => one.account.share === undefined);
  return rows;
};

/** The same of a house: where nobody pays a share, no account is looked at. */
export const holdersIn = (facts: HouseFacts, rows: readonly AccountRow[]): readonly AccountRow[] =>
  imageOf(facts.premises).shared ? holdersOf(rows) : rows;
