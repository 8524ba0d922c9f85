import type { DebtEventRecord, InstalmentRecord } from '../../model/debt-records';
import type { PolicyCode } from '../../norms/policies';
import type { WorkCalendar } from '../../norms/work-calendar';

/** What the allocation of an account's money follows from, beside its entries. */
export interface AllocationRules {
  /** Policies of the house: `paymentAllocation`, `allocationBase`, `allocationOverflow`, `penaltyOrder`, those of due days. */
  readonly policies: Readonly<Partial<Record<PolicyCode, string>>>;
  readonly calendar?: WorkCalendar | undefined;
  /** Acknowledgements and claims of the account: they keep its debts from being barred. */
  readonly events: readonly DebtEventRecord[];
  /** Instalments of the account: their parts are paid after what is due before them. */
  readonly instalments: readonly InstalmentRecord[];
}

/** An account nothing is told about. */
export const PLAIN_RULES: AllocationRules = { policies: {}, events: [], instalments: [] };
