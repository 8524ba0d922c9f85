import type { Month } from '../kernel/calendar';
import type { Entry } from '../ledger/entry';
import { type AccountCard, type Creditor, cardOf, type Parties } from './parties';
import { type ServiceTurnover, serviceTurnovers } from './turnover';
import { type SidedTurnover, sidedTurnover } from './turnover-sheet';

/** A line of a saldo sheet: one account. */
export interface SaldoSheetRow extends SidedTurnover {
  readonly card: AccountCard;
  readonly services: readonly ServiceTurnover[];
}

/** Turnover of a house in a month («оборотно-сальдовая ведомость»). */
export interface SaldoSheet {
  readonly house: string;
  readonly address: string;
  readonly month: Month;
  /** Accounts in order of premises; accounts that nothing was ever posted to are there with zeros. */
  readonly rows: readonly SaldoSheetRow[];
  readonly total: SidedTurnover;
  /** The whole house by creditor and service. */
  readonly services: readonly ServiceTurnover[];
  readonly creditors: readonly Creditor[];
}

/**
 * The saldo sheet of a house for a month, from its journal alone. Pure: the same entries give the same sheet for ever.
 *
 * @param entries of the house; those posted in later months are left aside
 */
export const saldoSheet = (parties: Parties, entries: readonly Entry[], month: Month): SaldoSheet => {
  const known = entries.filter((entry) => entry.postedIn <= month);
  const byAccount = new Map<string, Entry[]>(parties.accounts.map(({ account }) => [account, []]));
  const others = new Map<string, Entry[]>();
  for (const entry of known) groupOf(byAccount, others, entry.account).push(entry);
  const all = [...byAccount, ...[...others].sort(([a], [b]) => (a < b ? -1 : 1))];
  const rows = all.map(
    ([account, own]): SaldoSheetRow => ({
      card: cardOf(parties, account),
      ...sidedTurnover(own, month, month),
      services: serviceTurnovers(own, month),
    }),
  );
  return {
    house: parties.house,
    address: parties.address,
    month,
    rows,
    total: sidedTurnover(known, month, month),
    services: serviceTurnovers(known, month),
    creditors: parties.creditors,
  };
};

const groupOf = (own: ReadonlyMap<string, Entry[]>, others: Map<string, Entry[]>, account: string): Entry[] => {
  const known = own.get(account) ?? others.get(account);
  if (known !== undefined) return known;
  const group: Entry[] = [];
  others.set(account, group);
  return group;
};
