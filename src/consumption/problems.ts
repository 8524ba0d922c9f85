import type { Problem } from '../kernel/problem';
import type { HeatingCode } from '../model/heating-codes';
import type { ParameterProblem } from '../norms/parameter';

/** Why a house cannot be billed for a month. */
export type BillingCode =
  | ParameterProblem['code']
  | 'no-normative'
  | 'owners-missing'
  | 'contract-volume-missing'
  | 'gas-equipment-unknown'
  | 'flat-nobody'
  | 'area-missing'
  | 'amount-too-large'
  | 'nobody-to-share'
  | 'paid-outside-account'
  | 'vat-rate-not-in-force'
  | 'account-unknown'
  | 'service-unknown'
  | 'zone-tariff-missing'
  | 'common-incomplete'
  | 'common-meter-missing'
  | 'common-average-missing'
  | 'common-area-missing'
  | 'premises-area-exceeded'
  | 'made-volume-missing'
  | 'made-incomplete'
  | HeatingCode
  | 'waste-basis-missing'
  | 'waste-terms-missing'
  | 'waste-volume-missing'
  | 'waste-nobody'
  | 'tariff-unit-mismatch'
  | 'rule-expired'
  | 'quality-feeds-missing'
  | 'quality-cold-tariff-missing'
  | 'no-rule'
  | 'formula-not-in-force'
  | 'ranges-change-within-month'
  | 'capacity-missing'
  | 'unknown-policy'
  | 'unknown-policy-value';

/** A problem of billing: `at` names the fact by kind and id. */
export type BillingProblem = Problem<BillingCode>;
