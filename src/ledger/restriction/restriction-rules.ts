import { RESTRICTION } from '../../norms/acts-restriction';
import { rules } from '../../norms/rules';

/** Where the procedure stands. */
export type RestrictionStep = 'none' | 'eligible' | 'noticed' | 'restrictable' | 'restricted' | 'suspendable' | 'suspended' | 'resumed';

/** What decides on the step of a service. */
export interface RestrictionFacts {
  /** The service can be restricted at all. */
  readonly allowed: boolean;
  /** The last work that was done: the service is restricted, suspended, resumed; or nothing was done. */
  readonly done: 'nothing' | 'restricted' | 'suspended' | 'resumed';
  /** Since that work the debt was repaid whole, with the cost of the works, or an agreement was signed. */
  readonly groundGone: boolean;
  readonly agreementKept: boolean;
  readonly aboveLimit: boolean;
  /** A notice was delivered while the debt was above the limit. */
  readonly noticed: boolean;
  /** The days after the notice have passed. */
  readonly noticePassed: boolean;
  /** The service can be suspended, but not restricted. */
  readonly impossible: boolean;
  /** The days after the restriction have passed. */
  readonly restrictionPassed: boolean;
}

const isDone = (f: RestrictionFacts): boolean => f.done === 'restricted' || f.done === 'suspended';

const NOTHING_DONE = 'услуга не ограничена и не приостановлена';

/** The step of the procedure («ограничение и приостановление услуги»); first row that holds, ПП № 354, п. 117–120. */
export const RESTRICTION_RULES = rules<RestrictionFacts, RestrictionStep>('restriction.step', [
  {
    basis: 'none',
    when: (f) => !f.allowed,
    clause: RESTRICTION.excluded,
    otherwise: 'услугу можно ограничить',
    because: () => 'эту услугу не ограничивают',
  },
  {
    basis: 'resumed',
    when: (f) => isDone(f) && f.groundGone,
    clause: RESTRICTION.resume,
    otherwise: (f) => (isDone(f) ? 'долг с расходами не погашен, соглашения нет' : NOTHING_DONE),
    because: () => 'долг с расходами погашен или подписано соглашение',
  },
  {
    basis: 'suspended',
    when: (f) => f.done === 'suspended',
    clause: RESTRICTION.suspension,
    otherwise: (f) => (f.done === 'restricted' ? 'услуга не приостановлена' : NOTHING_DONE),
    because: () => 'долг с расходами не погашен, соглашения нет',
  },
  {
    basis: 'suspendable',
    when: (f) => f.done === 'restricted' && f.restrictionPassed,
    clause: RESTRICTION.suspension,
    otherwise: (f) => (f.done === 'restricted' ? 'срок после ограничения ещё идёт' : NOTHING_DONE),
    because: () => 'срок после ограничения прошёл, долг не погашен',
  },
  {
    basis: 'restricted',
    when: (f) => f.done === 'restricted',
    clause: RESTRICTION.restriction,
    otherwise: NOTHING_DONE,
    because: () => 'срок после ограничения ещё идёт',
  },
  {
    basis: 'resumed',
    when: (f) => f.done === 'resumed' && (f.agreementKept || !f.aboveLimit),
    clause: RESTRICTION.resume,
    otherwise: (f) => (f.done === 'resumed' ? 'после возобновления долг снова больше порога' : NOTHING_DONE),
    because: () => 'услугу возобновили',
  },
  {
    basis: 'none',
    when: (f) => f.agreementKept,
    clause: RESTRICTION.debt,
    otherwise: 'соглашения о погашении нет или его нарушили',
    because: () => 'соглашение о погашении соблюдают',
  },
  {
    basis: 'none',
    when: (f) => !f.aboveLimit,
    clause: RESTRICTION.debt,
    otherwise: 'долг больше порога',
    because: () => 'долг не больше порога',
  },
  {
    basis: 'eligible',
    when: (f) => !f.noticed,
    clause: RESTRICTION.debt,
    otherwise: 'предупреждение доставлено',
    because: () => 'предупреждение об этом долге не доставлено',
  },
  {
    basis: 'noticed',
    when: (f) => !f.noticePassed,
    clause: RESTRICTION.notice,
    otherwise: 'срок предупреждения прошёл',
    because: () => 'срок предупреждения ещё идёт',
  },
  {
    basis: 'suspendable',
    when: (f) => f.impossible,
    clause: RESTRICTION.suspension,
    otherwise: 'ограничение технически возможно',
    because: () => 'ограничить технически нельзя',
  },
  { basis: 'restrictable', when: () => true, clause: RESTRICTION.restriction, otherwise: '' },
]);
