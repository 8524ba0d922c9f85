import type { Month } from '../kernel/calendar';
import type { Kopecks } from '../kernel/money';
import type { VolumeBasis } from './bill';
import type { MeteredService } from './services';

/** A part of what a house took: an inlet with how its volume was found; `null` when it is not known. */
export interface ActInlet {
  readonly inlet: string;
  /** The inlet whose volume holds this one, so that it is not added. */
  readonly within: string | null;
  readonly basis: 'meter' | 'average' | 'stated' | 'unknown';
  readonly volume: string | null;
}

/** Volumes of premises by how they were found; `premises` counts them, nobody is named. */
export interface ActPremises {
  readonly basis: VolumeBasis | 'supplied';
  readonly nonResidential: boolean;
  readonly premises: number;
  readonly volume: string;
}

/** A true-up of a period by the house meter («корректировка», ПП № 491, п. 29(3)). Money is exact and not rounded yet. */
export interface ActTrueUp {
  readonly from: Month;
  readonly to: Month;
  readonly why: 'year' | 'method' | 'end';
  /** Months of the period that were charged here with a known actual volume. */
  readonly months: number;
  /** Σ (actual − charged). */
  readonly volume: string;
  /** Σ (actual − charged) × tariff of the month, exact roubles. */
  readonly money: string;
  /** The same for the heat component of hot water. */
  readonly heatMoney: string | null;
  /** Equal shares it is posted in, and the one of this month. */
  readonly shares: number;
  readonly share: number;
}

/**
 * The act of a house for a month and a resource («акт дома»): what came in, what premises took, what is common and how it was charged. It names no
 * person and no account. Volumes are exact text in `unit`. Where the volume of the house is known,
 * `actual + carriedIn = billed + unbilled + deferred + carriedOut − surplus`, and `supplied = premises + ownUse + posted + actual`.
 */
export interface HouseAct {
  readonly house: string;
  readonly month: Month;
  readonly service: MeteredService;
  readonly provider: string;
  /** Id of the terms of common needs that were applied. */
  readonly terms: string;
  readonly unit: 'm3' | 'kWh';
  /** How the common volume was found: a row of the rule table `volume.common`. */
  readonly basis: string;
  readonly legal: string;
  readonly inlets: readonly ActInlet[];
  readonly supplied: string | null;
  readonly premises: readonly ActPremises[];
  readonly premisesVolume: string;
  readonly ownUse: string;
  /** Changes to earlier months that were posted in this one: of premises, less those of the house. */
  readonly posted: string;
  /** What the house is known by now to have taken more in earlier months than their acts say; absent where there is none. */
  readonly suppliedChanges?: readonly { readonly month: Month; readonly volume: string }[];
  /** May be negative; `null` when the volume of the house is not known. */
  readonly actual: string | null;
  readonly carriedIn: string;
  readonly carriedOut: string;
  /** The normative's volume with the numbers it was made from. */
  readonly normative: { readonly volume: string; readonly value: string; readonly area: string; readonly source: string } | null;
  readonly average: { readonly volume: string; readonly source: string } | null;
  /** Charged to the accounts by area. */
  readonly billed: string;
  readonly unbilled: string;
  readonly deferred: string;
  readonly surplus: string;
  /** Area of all premises that shares are taken of, m². */
  readonly area: string;
  /** What the accounts were charged, and what rounding and premises without an account left. */
  readonly charged: { readonly lines: number; readonly volume: string; readonly amount: Kopecks };
  readonly residue: string;
  readonly tariff: string;
  readonly heatTariff: string | null;
  readonly heatNormative: string | null;
  /** True-ups posted in the month: of the year before, and of a period that ended early. */
  readonly trueUps: readonly ActTrueUp[];
  /** Premises without an account in the month: nobody is charged their share. */
  readonly unheld: number;
}
