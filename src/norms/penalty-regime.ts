import type { Day } from '../kernel/calendar';
import { type Clause, citation } from './act';
import { DEBT } from './acts-debt';
import type { Payer } from './federal/moratoria';
import type { PenaltyRegime } from './federal/penalty-scales';
import { rules } from './rules';

/** What is owed for («отрасль»), as far as penalties look. */
export const PENALTY_BRANCHES = ['housing', 'capitalRepair', 'water', 'sewerage', 'heat', 'electricity', 'gas', 'waste'] as const;
/** A branch: its law has the penalty of those who are no citizens. */
export type PenaltyBranch = (typeof PENALTY_BRANCHES)[number];

const BRANCH_OF: Readonly<Record<string, PenaltyBranch>> = {
  coldWater: 'water',
  hotWater: 'water',
  sewerage: 'sewerage',
  heating: 'heat',
  electricity: 'electricity',
  gas: 'gas',
  solidWaste: 'waste',
  capitalRepair: 'capitalRepair',
};

/** The branch of a service; what is no resource, or no service at all, is housing. @example penaltyBranch('coldWater') //=> 'water' */
export const penaltyBranch = (service: string | null): PenaltyBranch =>
  service !== null && Object.hasOwn(BRANCH_OF, service) ? (BRANCH_OF[service] as PenaltyBranch) : 'housing';

/** What decides on the regime. */
export interface RegimeFacts {
  readonly payer: Payer;
  readonly branch: PenaltyBranch;
  /** Policy `nonResidentialPenalty`: an owner of non-residential premises is like any consumer. */
  readonly ownerAsConsumer: boolean;
}

/** Which scale of penalties a debt has («режим пеней»). */
export const PENALTY_REGIMES = rules<RegimeFacts, PenaltyRegime>('penalty.regime', [
  {
    basis: 'capitalRepair',
    when: ({ branch }) => branch === 'capitalRepair',
    clause: DEBT.capitalRepair,
    otherwise: 'долг не по взносам на капитальный ремонт',
  },
  {
    basis: 'housing',
    when: ({ payer, branch, ownerAsConsumer }) =>
      payer === 'citizen' || branch === 'housing' || (payer === 'premisesOwner' && !ownerAsConsumer),
    clause: DEBT.housing,
    otherwise: 'плательщик — организация, долг — за ресурс',
  },
  { basis: 'waste', when: ({ branch }) => branch === 'waste', clause: DEBT.waste, otherwise: 'долг не за обращение с ТКО' },
  {
    basis: 'homeownersAssociation',
    when: ({ payer }) => payer === 'homeownersAssociation',
    clause: DEBT.heatAssociation,
    otherwise: 'плательщик — не ТСЖ и не кооператив',
  },
  {
    basis: 'managingCompany',
    when: ({ payer }) => payer === 'managingCompany' || payer === 'resourceSupplier',
    clause: DEBT.heatManager,
    otherwise: 'плательщик — не управляющая и не ресурсоснабжающая организация',
  },
  { basis: 'consumer', when: () => true, clause: DEBT.heatConsumer, otherwise: '' },
]);

type BranchClauses = Readonly<Partial<Record<PenaltyRegime, Clause>>>;
const one = (clause: Clause): BranchClauses => ({ homeownersAssociation: clause, managingCompany: clause, consumer: clause });

const IN_BRANCH: Readonly<Partial<Record<PenaltyBranch, BranchClauses>>> = {
  water: { homeownersAssociation: DEBT.waterAssociation, managingCompany: DEBT.waterManager, consumer: DEBT.waterConsumer },
  sewerage: one(DEBT.sewerage),
  electricity: one(DEBT.electricity),
  gas: one(DEBT.gas),
};

/** Where the law of the branch has the regime; the clause of the rule where it has no place of its own. */
export const penaltyCitation = (regime: PenaltyRegime, branch: PenaltyBranch, rule: Clause, on: Day): string =>
  citation(IN_BRANCH[branch]?.[regime] ?? rule, on) ?? rule.act.title;
