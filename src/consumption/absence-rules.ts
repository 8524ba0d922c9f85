import { ABSENCE } from '../norms/acts-quality';
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

/** What an absence changes in the charge for a utility service. */
export type UtilityAbsenceRule =
  | 'absenceShort'
  | 'absenceLate'
  | 'absenceAdvanceSpent'
  | 'absenceHeating'
  | 'absenceByAct'
  | 'absenceForceMajeure'
  | 'absenceMetered'
  | 'absenceMeterPossible'
  | 'absenceByNormative';

/** What the choice depends on: one absence and one service on some days. */
export interface UtilityAbsenceFacts extends Omit<AbsenceFacts, 'by'> {
  /** The application came before the absence, and these days lie beyond what it covers. */
  readonly advanceSpent: boolean;
  /** The service heats the premises. */
  readonly heats: boolean;
  /** The volume is that of an act: refusal, violation. */
  readonly byAct: boolean;
  /** A document tells of force majeure, and everybody was away. */
  readonly forceMajeure: boolean;
  /** The premises has a meter of the service. */
  readonly metered: boolean;
  /** Its meter is unfit, and nobody mended it: the raised normative. */
  readonly unfit: boolean;
  /** An act says that no meter can be installed. */
  readonly impossible: boolean;
}

/** What a temporary absence changes in the charge for a utility service by normative (ПП № 354, раздел VIII). */
export const utilityAbsenceRules = rules<UtilityAbsenceFacts, UtilityAbsenceRule>('absence.utilities', [
  {
    basis: 'absenceShort',
    when: ({ fullDays, least }) => fullDays <= least,
    clause: ABSENCE.days,
    otherwise: ({ fullDays, least }) => `полных дней ${fullDays}, больше ${least}`,
  },
  {
    basis: 'absenceLate',
    when: ({ appliedAfter, applyWithin }) => appliedAfter > applyWithin,
    clause: ABSENCE.application,
    otherwise: ({ applyWithin }) => `заявление до отъезда или в ${applyWithin} дней после возвращения`,
  },
  {
    basis: 'absenceAdvanceSpent',
    when: ({ advanceSpent }) => advanceSpent,
    clause: ABSENCE.application,
    otherwise: 'срок поданного заранее заявления не вышел',
  },
  {
    basis: 'absenceHeating',
    when: ({ heats }) => heats,
    clause: ABSENCE.excluded,
    otherwise: 'услуга не отапливает помещение',
  },
  {
    basis: 'absenceByAct',
    when: ({ byAct }) => byAct,
    clause: ABSENCE.metered,
    otherwise: 'объём не по акту о нарушении или отказе',
  },
  {
    basis: 'absenceForceMajeure',
    when: ({ forceMajeure, metered, unfit }) => forceMajeure && (!metered || unfit),
    clause: ABSENCE.forceMajeure,
    otherwise: ({ forceMajeure }) => (forceMajeure ? 'прибор исправен' : 'не отсутствие всех жильцов из-за непреодолимой силы'),
  },
  {
    basis: 'absenceMetered',
    when: ({ metered }) => metered,
    clause: ABSENCE.metered,
    otherwise: 'прибора учёта нет',
  },
  {
    basis: 'absenceMeterPossible',
    when: ({ impossible }) => !impossible,
    clause: ABSENCE.metered,
    otherwise: 'акт: прибор поставить нельзя',
  },
  {
    basis: 'absenceByNormative',
    when: () => true,
    clause: ABSENCE.impossible,
    otherwise: '',
  },
]);

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
