import type { Day } from '../kernel/calendar';
import type { DebtOfEntriesOptions } from '../ledger/debt-of-entries';
import type { HouseFacts } from '../model/facts';
import { rulesOfHouse } from './account-rules';

/** What the debts of an account follow from, by the facts of its house. */
export const debtOptions = (facts: HouseFacts, account: string, through: Day): DebtOfEntriesOptions => ({
  through,
  ...rulesOfHouse(facts)(account),
});
