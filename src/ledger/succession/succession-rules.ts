import type { AccountSuccessionRecord } from '../../model/debt-records';
import { SUCCESSION } from '../../norms/acts-debt';
import { rules } from '../../norms/rules';

/** What decides whose the debt of a former account is. */
export type SuccessionFacts = Pick<AccountSuccessionRecord, 'reason' | 'formerOwner' | 'debt'>;

/** What moves from a former account to the ones that follow it («чей долг»); first row that holds. */
export const SUCCESSION_RULES = rules<SuccessionFacts, 'everything' | 'capitalRepair' | 'nothing'>('succession.debt', [
  {
    basis: 'everything',
    when: (f) => f.debt === 'moves',
    clause: SUCCESSION.transferred,
    otherwise: 'соглашения о переводе долга нет',
  },
  {
    basis: 'everything',
    when: (f) => f.reason === 'renumbering',
    clause: SUCCESSION.stays,
    otherwise: 'это не новый номер того же счёта',
  },
  {
    basis: 'capitalRepair',
    when: (f) => f.reason === 'ownerChange' && f.formerOwner === 'private',
    clause: SUCCESSION.capitalRepair,
    otherwise: (f) => (f.reason === 'ownerChange' ? 'прежний собственник — государство или город' : 'собственник не менялся'),
  },
  { basis: 'nothing', when: () => true, clause: SUCCESSION.stays, otherwise: '' },
]);
