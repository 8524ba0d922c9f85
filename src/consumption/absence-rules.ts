import { WASTE } from '../norms/acts-waste';
import { rules } from '../norms/rules';

/** What an absence changes. */
export type AbsenceRule = 'absenceShort' | 'absenceLate' | 'absenceByVolume' | 'absenceByCharge' | 'absenceNone';

/** What the choice depends on. */
export interface AbsenceFacts {
  /** Full days: neither that of departure nor that of return. */
  readonly fullDays: number;
  readonly least: number;
  /** Days from the return to the application; below zero when it came before. */
  readonly appliedAfter: number;
  readonly applyWithin: number;
  /** The charge is counted from people, or from area; `null` from neither. */
  readonly by: 'people' | 'area' | null;
}

/** What a temporary absence changes in the charge for waste (ПП № 354, п. 148(44), прил. 4). */
export const absenceRules = rules<AbsenceFacts, AbsenceRule>('absence.waste', [
  {
    basis: 'absenceShort',
    when: ({ fullDays, least }) => fullDays <= least,
    clause: WASTE.absence,
    otherwise: ({ fullDays, least }) => `полных дней ${fullDays}, больше ${least}`,
  },
  {
    basis: 'absenceLate',
    when: ({ appliedAfter, applyWithin }) => appliedAfter > applyWithin,
    clause: WASTE.absence,
    otherwise: ({ applyWithin }) => `заявление до отъезда или в ${applyWithin} дней после возвращения`,
  },
  {
    basis: 'absenceByVolume',
    when: ({ by }) => by === 'people',
    clause: WASTE.absence,
    otherwise: 'плата считается не на человека',
  },
  {
    basis: 'absenceByCharge',
    when: ({ by }) => by === 'area',
    clause: WASTE.absenceByArea,
    otherwise: 'плата считается не с площади',
  },
  {
    basis: 'absenceNone',
    when: () => true,
    clause: WASTE.absence,
    otherwise: '',
  },
]);
