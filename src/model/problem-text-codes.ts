import type { KernelCode } from '../kernel/problem';
import type { FormulaProblem } from '../norms/formula';
import type { ParameterProblem } from '../norms/parameter';
import type { RuleProblem } from '../norms/rules';
import type { AssemblyCode } from './assemble';
import type { RunProblem } from './batch-run';
import type { HeatingAssemblyCode, HeatingCode } from './heating-codes';

/** What a record of facts may break: its fields, their kinds and lengths. Facts: `field`, `expected`, `received`, `allowed`, `least`, `most`. */
export type SchemaCode =
  | 'field-missing'
  | 'field-unknown'
  | 'wrong-type'
  | 'not-one-of'
  | 'integer-out-of-range'
  | 'text-empty'
  | 'text-too-long'
  | 'text-format'
  | 'id-format'
  | 'inn-format'
  | 'list-too-short'
  | 'list-too-long';

/** What a file of a facts folder may break before its records are looked at. */
export type FolderCode =
  | 'folder-empty'
  | 'file-type-unknown'
  | 'file-too-large'
  | 'file-not-utf8'
  | 'file-empty'
  | 'file-shape'
  | 'group-unknown'
  | 'key-forbidden'
  | 'key-duplicate'
  | 'key-not-text'
  | 'yaml-syntax'
  | 'yaml-several-documents'
  | 'yaml-too-deep'
  | 'yaml-alias'
  | 'yaml-merge-key'
  | 'yaml-tag'
  | 'yaml-directive'
  | 'csv-file-name'
  | 'csv-quote'
  | 'csv-columns'
  | 'csv-cell-too-long'
  | 'line-too-long'
  | 'column-unknown'
  | 'column-duplicate'
  | 'column-missing'
  | 'import-file-name'
  | 'row-depends'
  | 'more-problems';

/** What a store refuses; the same codes as `StoreProblem` of the ports, which the floor below cannot name. */
export type StoreCode =
  | 'store-unavailable'
  | 'idempotency-conflict'
  | 'month-closed'
  | 'version-conflict'
  | 'duplicate-entry'
  | 'duplicate-fact'
  | 'supersedes-twice'
  | 'account-in-two-houses';

/** Why a store does not open; the same codes as `OpenProblem` of its adapter. */
export type StoreOpenCode = 'store-in-use' | 'schema-newer' | 'schema-changed' | 'pglite-missing';

/** What the law's data may answer instead of a value. */
export type NormCode = ParameterProblem['code'] | RuleProblem['code'] | FormulaProblem['code'];

/** What the facts of a house or the billing of a month may answer instead of bills. */
export type BillingCode =
  | AssemblyCode
  | 'owners-missing'
  | 'area-missing'
  | 'unknown-policy'
  | 'unknown-policy-value'
  | 'no-normative'
  | 'contract-volume-missing'
  | 'gas-equipment-unknown'
  | 'flat-nobody'
  | 'zone-tariff-missing'
  | 'ranges-change-within-month'
  | 'capacity-missing'
  | 'account-unknown'
  | 'service-unknown'
  | 'amount-too-large'
  | HeatingTextCode
  | 'nobody-to-share'
  | CommonCode
  | WasteCode;

/** Why heating cannot be charged. */
export type HeatingTextCode = HeatingAssemblyCode | HeatingCode;

/** Why the common needs of a house cannot be charged. */
export type CommonCode =
  | 'common-terms-overlap'
  | 'common-terms-mid-month'
  | 'inlet-within-itself'
  | 'house-volume-twice'
  | 'common-incomplete'
  | 'common-meter-missing'
  | 'common-average-missing'
  | 'common-area-missing'
  | 'premises-area-exceeded'
  | 'house-volume-resource'
  | 'made-resource-twice'
  | 'made-volume-missing'
  | 'made-incomplete';

/** Why waste cannot be charged, and what absences and incidents may break. */
export type WasteCode =
  | Extract<AssemblyCode, `waste-${string}` | `absence${string}` | `incident${string}`>
  | 'waste-terms-missing'
  | 'waste-volume-missing'
  | 'waste-nobody'
  | 'rule-expired'
  | 'quality-feeds-missing'
  | 'quality-cold-tariff-missing';

/** What a payment or a refund may break. */
export type MoneyTextCode =
  | 'payment-not-positive'
  | 'payment-in-future'
  | 'payment-parts-sum'
  | 'payment-not-suspended'
  | 'refund-above-advance';

/** What an operation of the engine refuses beside its parts. */
export type RunTextCode =
  | 'month-not-billed'
  | 'previous-month-open'
  | MoneyTextCode
  | 'key-format'
  | 'clock-behind'
  | 'preview-outdated'
  | 'month-before-house'
  | 'previous-month-not-billed';

/** What the penalties of a debt answer instead of a sum. */
export type DebtCode =
  | 'decision-day-missing'
  | 'past-changed'
  | 'debt-change-not-positive'
  | 'reversal-without-payment'
  | 'instalment-interest-above';

/** What meters, reading windows and incoming readings may answer. */
export type ReadingTextCode =
  | Extract<AssemblyCode, `ratio-${string}` | `meter-above-${string}` | 'meters-on-one-path' | 'reading-window-order'>
  | 'readings-undecided'
  | 'reading-unknown'
  | 'below-missing'
  | ReadingRowCode;

/** What a run over many houses may answer, and why a house of it was not billed. */
export type BatchCode =
  | RunProblem['code']
  | 'job-lost'
  | 'worker-lost'
  | 'house-faulted'
  | 'accounts-not-billed'
  | 'accounts-vanished'
  | 'houses-missing';

/** Why a row of a reading register gives no reading. */
export type ReadingRowCode =
  | 'reading-row-form'
  | 'reading-absent'
  | 'reading-service-unknown'
  | 'reading-meter-unknown'
  | 'reading-meter-ambiguous'
  | 'reading-zones-mismatch'
  | 'reading-previous-mismatch'
  | 'reading-repeated'
  | 'reading-rows-differ';

/** What a gateway, and payments through it, refuse; and what makes an incident of an intent. */
export type PaymentCode =
  | 'gateway-unavailable'
  | 'gateway-refused'
  | 'gateway-unsupported'
  | 'payment-unknown'
  | 'payment-state'
  | 'refund-too-large'
  | 'saved-method-unknown'
  | 'notification-format'
  | 'notification-forged'
  | 'order-format'
  | 'parts-differ'
  | 'payment-differs'
  | 'payment-transition';

/** Codes of what comes in from outside. */
export type InputCode = KernelCode | SchemaCode | FolderCode;

/** Codes of what the engine answers about facts it has read. */
export type EngineCode = Exclude<
  StoreCode | StoreOpenCode | NormCode | BillingCode | DebtCode | RunTextCode | ReadingTextCode | PaymentCode | BatchCode,
  InputCode
>;

/** Every code a problem of this library may have. A code without a text in both languages does not compile. */
export type AnyProblemCode = InputCode | EngineCode;
