import type { Problem } from '../kernel/problem';
import type { HeatingAssemblyCode } from './heating-codes';
import type { MeterGraphCode } from './meter-graph';
import type { FactRecord } from './records';
import type { SupersedeCode } from './supersede';

/** What housing services may break in the facts of a house. */
export type HousingProblemCode =
  | 'item-overlap'
  | 'decision-missing'
  | 'fee-term'
  | 'floor-unknown'
  | 'paid-for-whom'
  | 'paid-outside-account'
  | 'prepaid-overlap'
  | 'defect-item-unknown'
  | 'vat-rate-not-in-force'
  | 'shares-above-one'
  | 'share-without-account';

/** What facts about debts may break. */
export type DebtProblemCode =
  | 'debt-amount-not-positive'
  | 'instalment-twice'
  | 'payment-services'
  | 'agreement-sums'
  | 'agreement-part-early'
  | 'debt-event-field'
  | 'restriction-field'
  | 'succession-shape'
  | 'succession-days'
  | 'succession-other-house'
  | 'succession-twice'
  | 'succession-cycle'
  | 'reconciliation-day'
  | 'reconciliation-twice';
/** What corrections by hand may break. */
export type CorrectionProblemCode = 'correction-outside-account' | 'correction-zero';

/** What benefits and subsidies may break in the facts of a house. */
export type BenefitProblemCode = 'benefit-for-whom' | 'benefit-share' | 'benefit-service' | 'benefit-field' | 'benefits-overlap';

/** Why facts do not make a house. */
export type AssemblyCode =
  | SupersedeCode
  | 'unknown-reference'
  | 'account-number-taken'
  | 'accounts-overlap'
  | 'meters-overlap'
  | 'meter-removed-before-commissioned'
  | 'register-unknown'
  | 'register-twice'
  | 'resident-before-birth'
  | 'residents-overlap'
  | 'interval-empty'
  | 'act-field-missing'
  | 'act-field-foreign'
  | 'act-days'
  | 'act-in-communal-flat'
  | 'series-overlap'
  | 'service-overlap'
  | 'common-terms-overlap'
  | 'common-terms-mid-month'
  | 'inlet-within-itself'
  | 'house-volume-twice'
  | 'house-volume-resource'
  | 'made-resource-twice'
  | 'tariff-unknown'
  | 'tariff-unit-mismatch'
  | 'normative-unknown'
  | 'service-field-misplaced'
  | 'range-tariff-missing'
  | 'range-limit-missing'
  | 'range-limit-order'
  | 'range-limit-above-ceiling'
  | 'tariff-group-unknown'
  | 'room-not-in-flat'
  | 'room-meter-service'
  | 'flat-and-room-accounts'
  | 'resident-of-flat'
  | 'sharing-shares'
  | 'ratio-not-electricity'
  | 'ratio-not-positive'
  | 'ratio-too-fine'
  | 'ratio-without-stand'
  | 'reading-window-order'
  | 'waste-basis-missing'
  | 'waste-basis-mid-month'
  | 'waste-normative-missing'
  | 'waste-terms-field'
  | 'waste-removal-twice'
  | 'absence-person-unknown'
  | 'absence-beyond-documents'
  | 'absences-overlap'
  | 'incident-service'
  | 'incident-type'
  | 'incident-field'
  | 'incident-measure'
  | 'incident-measured-order'
  | 'incident-minutes'
  | 'incident-weather-missing'
  | 'incident-hours'
  | 'incidents-overlap'
  | HousingProblemCode
  | DebtProblemCode
  | BenefitProblemCode
  | CorrectionProblemCode
  | MeterGraphCode
  | HeatingAssemblyCode
  | 'no-house';
/** A problem of facts: `at` names the fact by kind and id. */
export type AssemblyProblem = Problem<AssemblyCode>;

/** Place of a problem: the fact by kind and id. */
export const factPlace = (record: FactRecord): string => `${record.kind} ${record.id}`;
