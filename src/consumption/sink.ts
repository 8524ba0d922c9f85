import type { VolumeBasis } from '../model/bill';
import type { ActRecord, NormativeRecord } from '../model/records';
import type { PricedZone, Zone } from '../model/services';
import type { RuleTable } from '../norms/rules';
import type { CheckDifference } from './act-settlement';
import type { MonthlyAverage } from './average';
import type { GasNormative } from './gas-normative';
import type { LandMonth } from './land-plot';
import type { ServiceTerms } from './month-context';
import type { Boundary, Register } from './register';
import type { Gap } from './register-month';
import type { PeopleStretch } from './residents';
import type { RoomShare, RoomTold } from './room-told';
import type { SharingBasis, SharingFacts } from './sharing-rules';
import type { VolumeFacts, VolumeRule } from './volume-rules';

/** Where a volume goes: an account's row, the service, the stretch of its terms; and the days it is for. */
export interface Cell {
  readonly terms: ServiceTerms;
  readonly stretch: number;
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Kinds of volumes that never share a line: metered and average together, normative, normative with the multiplier; what acts add: volumes
 * reduced for a supplier's delay, tenfold normatives, volumes of a connection, the difference of a check.
 */
export type VolumeClass = 'metered' | 'normative' | 'raised' | 'reduced' | 'tenfold' | 'connection' | 'check';

/** Where a choice was made: a meter place and its zone; no point where there is no meter. */
export interface ChosenPlace {
  readonly point: string;
  readonly zone: Zone;
}

/** How a volume that no column computes came about; enough to tell it again. */
export type Told =
  | { readonly kind: 'readings'; readonly gap: Gap }
  | { readonly kind: 'gapShare'; readonly gap: Gap; readonly part: number; readonly of: number }
  | { readonly kind: 'settled'; readonly gap: Gap | null; readonly volume: number }
  | { readonly kind: 'average'; readonly average: MonthlyAverage; readonly days: number }
  | { readonly kind: 'capacity'; readonly act: ActRecord; readonly days: number }
  | { readonly kind: 'check'; readonly difference: CheckDifference }
  | { readonly kind: 'contract'; readonly contract: string; readonly volume: string; readonly days: number }
  | {
      readonly kind: 'part';
      readonly of: Told;
      readonly whole: number;
      readonly from: number;
      readonly to: number;
      readonly parts: number;
      readonly why: 'holder' | 'tariff' | 'normativeDays' | 'fault' | 'act';
    }
  | { readonly kind: 'gas'; readonly gas: GasNormative }
  | { readonly kind: 'land'; readonly land: LandMonth }
  | RoomTold;

/** Normative × people on some days. */
export interface NormativeShare {
  readonly from: number;
  readonly to: number;
  readonly people: PeopleStretch;
  readonly record: NormativeRecord;
  readonly entry: NormativeRecord['entries'][number];
  /** Normative per person, text. */
  readonly normative: string;
}

/**
 * Receives the volumes of a month as they are found. The month run keeps them in columns; an explanation tells them. Both are fed by the
 * same code, so what is told is what was computed.
 */
export interface VolumeSink {
  /** Wants every choice with its facts, and no short cut. */
  readonly tells: boolean;
  /** V = R − R₀ of a register that was read regularly: the same as `readings`, without the history. */
  regular(terms: ServiceTerms, stretch: number, row: number, zone: PricedZone, now: number, before: number, taken: number): void;
  /** A volume by the meter of a part of the month, or by the average: the same as `volume`, without the history. */
  known(terms: ServiceTerms, stretch: number, row: number, zone: PricedZone, basis: 'meter' | 'average', volume: number): void;
  /** V = N × n / D of all days: the same as `normative`, without the people; the normative is on its scale. */
  perPerson(
    terms: ServiceTerms,
    stretch: number,
    row: number,
    basis: VolumeBasis,
    raised: boolean,
    normative: number,
    personDays: number,
  ): void;
  /** V = R − R₀ of a register. */
  readings(cell: Cell, zone: PricedZone, register: Register, to: Boundary, from: Boundary): void;
  /** A volume that is known already, on the volume scale. */
  volume(cell: Cell, zone: PricedZone, basis: VolumeBasis, volume: number, told: Told): void;
  /** V = N × n / D with one normative and one number of people. */
  normative(cell: Cell, basis: VolumeBasis, raised: boolean, share: NormativeShare, personDays: number): void;
  /** V = W / D, people or the normative change on the days. */
  normativeSum(cell: Cell, basis: VolumeBasis, raised: boolean, shares: readonly NormativeShare[]): void;
  /** Gas by the normative: a volume that no column computes, with or without the multiplier. */
  gasNormative(cell: Cell, basis: VolumeBasis, raised: boolean, volume: number, gas: GasNormative): void;
  /** A direction of use of a land plot: a line of its own. */
  plot(cell: Cell, use: string, volume: number, told: Told): void;
  /** A room's part of a volume of its flat, on the volume scale. */
  room(cell: Cell, zone: PricedZone, volumeClass: VolumeClass, basis: VolumeBasis, volume: number, told: RoomShare): void;
  /** Sewerage takes the volumes of the waters of the same row; `null` days are the whole month under the only stretch. */
  fromWater(
    terms: ServiceTerms,
    row: number,
    days: readonly { readonly stretch: number; readonly from: number; readonly to: number }[] | null,
  ): void;
  /** Which rule was chosen, told only to a sink that tells. */
  chosen?(terms: ServiceTerms, place: ChosenPlace, table: RuleTable<VolumeFacts, VolumeRule>, facts: VolumeFacts): void;
  /** How the rooms of a flat divide the service, told only to a sink that tells. */
  divided?(terms: ServiceTerms, table: RuleTable<SharingFacts, SharingBasis>, facts: SharingFacts): void;
}
