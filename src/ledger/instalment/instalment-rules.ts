import { DEFERRED } from '../../norms/acts-debt';
import { rules } from '../../norms/rules';

/** What decides on an instalment. */
export interface InstalmentFacts {
  /** The consumer said that he pays at once. */
  readonly refused: boolean;
  /** There is a fee of the same month of the year before. */
  readonly hasBase: boolean;
  /** The fee is above the limit. */
  readonly exceeds: boolean;
}

/** Is the fee paid by instalments («рассрочка»)? First row that holds, ПП № 354, п. 72. */
export const INSTALMENT_RULES = rules<InstalmentFacts, 'noBase' | 'withinLimit' | 'refused' | 'instalment'>('instalment.trigger', [
  {
    basis: 'noBase',
    when: (f) => !f.hasBase,
    clause: DEFERRED.instalment,
    otherwise: 'плата за тот же месяц прошлого года есть',
  },
  {
    basis: 'withinLimit',
    when: (f) => !f.exceeds,
    clause: DEFERRED.instalment,
    otherwise: 'плата выросла больше чем на 25 %',
  },
  { basis: 'refused', when: (f) => f.refused, clause: DEFERRED.instalment, otherwise: 'потребитель не отказывался' },
  { basis: 'instalment', when: () => true, clause: DEFERRED.instalment, otherwise: '' },
]);
