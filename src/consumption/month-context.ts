import type { Day, Month } from '../kernel/calendar';
import type { PricedUnit, VolumeBasis } from '../model/bill';
import type { ServiceRecord } from '../model/records';
import type { PricedZone, ServiceCode } from '../model/services';
import type { PolicyCode, PolicyValue } from '../norms/policies';
import type { AverageTerms } from './average';
import type { GasTerms } from './gas-terms';
import type { MonthChoices } from './month-choices';
import type { MonthNormatives } from './normative';
import type { BillingProblem } from './problems';

/** Days of the month on which the terms of a service (provider, prices, multiplier) do not change; serial days `[from, to)`. */
export interface ServiceStretch {
  readonly from: number;
  readonly to: number;
  readonly record: ServiceRecord;
  /** A multiplier K is in force for the service on these days. */
  readonly raises: boolean;
}

/** A service of the house in the month. */
export interface ServiceTerms {
  readonly index: number;
  readonly service: ServiceCode;
  readonly unit: PricedUnit;
  readonly stretches: readonly ServiceStretch[];
}

/** A fact of this month that changes earlier ones: a reading after substituted months or below earlier ones, an act about the past. */
export interface Finding {
  readonly premises: number;
  /** The earlier months, counted. */
  readonly months: readonly number[];
  /** Id of the fact. */
  readonly cause: string;
}

/** A volume that a service of a premises was billed for. */
export interface BilledVolume {
  readonly zone: PricedZone;
  readonly basis: VolumeBasis;
  /** On the volume scale. */
  readonly volume: number;
}

/** What acts of a month depend on. */
export interface ActTerms {
  /** How many normatives a violation costs. */
  readonly times: number;
  /** How many months back it reaches at most. */
  readonly monthsBack: number;
  /** Acts of refusal after which they have an effect. */
  readonly refusals: number;
  /** A coefficient for a supplier's delay is in force. */
  readonly reduces: boolean;
}

/** Something of a month that people should look at, though it was billed. */
export interface MonthNotice {
  /** The meters of the rooms counted more than the meter of their flat: nothing is left to divide. */
  readonly code: 'rooms-above-flat';
  /** Id of the flat. */
  readonly premises: string;
  readonly service: ServiceCode;
  readonly zone: PricedZone;
  /** Volumes on the volume scale. */
  readonly flat: number;
  readonly rooms: number;
}

/** Values of the policies of a house. */
export type PolicyValues = { readonly [C in PolicyCode]: PolicyValue<C> };

/** Everything about a house and a month that finding volumes needs; made once for a house-month. */
export interface MonthContext {
  readonly month: Month;
  /** First and last day as text. */
  readonly first: Day;
  readonly last: Day;
  /** The month counted from year zero. */
  readonly number: number;
  /** From 1 (January) to 12. */
  readonly monthOfYear: number;
  /** First day (serial) and first day after. */
  readonly from: number;
  readonly to: number;
  readonly days: number;
  /** Readings that close months up to this one are known. */
  readonly through: number;
  /** Decimals of a volume (policy `volumeDigits`); volumes are kept on the volume scale whatever they are. */
  readonly volumeDigits: number;
  readonly policies: PolicyValues;
  readonly averageTerms: AverageTerms;
  readonly periodsDwelling: number;
  readonly periodsNonResidential: number;
  readonly temporaryDays: number;
  /** What ПП № 549 says of gas. */
  readonly gas: GasTerms;
  /** Electricity meters are the supplier's care in this month. */
  readonly supplierDuty: boolean;
  readonly acts: ActTerms;
  /** What a service of a premises was billed for in an earlier month (counted), as known in this one; `null` when it cannot be said. */
  readonly billed: (month: number, premises: number, service: ServiceCode) => readonly BilledVolume[] | null;
  readonly services: readonly ServiceTerms[];
  /** Normatives of the month, looked up once. */
  readonly normatives: MonthNormatives;
  /** Choices of the month where no act speaks, made once. */
  readonly choices: MonthChoices;
  readonly problems: BillingProblem[];
  /** What changes earlier months. */
  readonly findings: Finding[];
  readonly notices: MonthNotice[];
}
