import type { Day } from '../kernel/calendar';
import type { DebtOfEntriesOptions } from '../ledger/debt-of-entries';
import type { HouseFacts } from '../model/facts';

/** What the debts of an account follow from, by the facts of its house. */
export const debtOptions = ({ debt, house: { policies } }: HouseFacts, account: string, through: Day): DebtOfEntriesOptions => ({
  through,
  policies,
  instalments: debt.instalments.filter((one) => one.account === account),
});
