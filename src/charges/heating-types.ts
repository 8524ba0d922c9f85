import type { HeatMonth } from '../house/heat-meter';
import type { AreaUnit } from '../house/heating-formulas';
import type { HeatingBasis, HeatingRuleFacts } from '../house/heating-rules';
import type { PremisesFacts } from '../model/facts';
import type { YearAverage } from './heating-average';
import type { HeatingBook } from './heating-book';
import type { HouseHeat } from './heating-house';

/** Volumes as they are charged in the month, or as they were: what even payment is corrected to. */
export type HeatingAsked = 'charged' | 'actual';

/** What the meters of a premises counted, or their average of earlier years. */
export interface MeteredHeat {
  readonly volume: number;
  readonly months: readonly HeatMonth[] | null;
  readonly average: YearAverage | null;
}

/** A premises in the heating of its house. */
export interface HeatingItem {
  readonly index: number;
  readonly premises: PremisesFacts;
  /** In the unit of the month, on the area scale. */
  readonly area: number;
  /** Why no heat is in the premises by its documents; `null` where it is heated. */
  readonly unheated: { readonly why: 'devices' | 'source'; readonly act: string } | null;
  readonly metered: MeteredHeat | null;
  /** Heat of the premises with its part of the common heat, on the volume scale. */
  volume: number;
  /** Heat in the premises. */
  individual: number;
  /** Its volume came out below zero: it pays nothing, and the others share what is left (C22). */
  floored: boolean;
}

/** Days of the month with one normative. */
export interface HeatingNormativePiece {
  readonly from: number;
  readonly to: number;
  readonly value: string;
  readonly source: string;
}

/** Which of its rates a normative is charged by. */
export type NormativeRate = 'season' | 'uniform' | 'calendar';

/** The normative of heating of a month. */
export interface HeatingNormative {
  readonly rate: NormativeRate;
  readonly pieces: readonly HeatingNormativePiece[];
  /** K with its act, of the uniform rate. */
  readonly factor: { readonly value: string; readonly act: string } | null;
  /** Months of the season, of the calendar rate. */
  readonly months: number;
}

/** What the house took, as the month divides it. */
export interface HouseVolume {
  readonly volume: number;
  readonly heat: HouseHeat | null;
  readonly average: YearAverage | null;
  /** The volume is the normative's times the area of the house. */
  readonly byNormative: boolean;
}

/** Sums that the formulas of a month take; areas in its unit. */
export interface HeatingSums {
  readonly whole: number;
  readonly unheated: number;
  readonly common: number;
  /** Of premises with meters: their volumes and areas, all of them (формула 3(7)). */
  readonly metered: number;
  readonly meteredArea: number;
}

/** Heating of a house in a month before anything is priced. */
export interface HeatingMonth {
  readonly asked: HeatingAsked;
  readonly basis: HeatingBasis;
  readonly facts: HeatingRuleFacts;
  readonly unit: AreaUnit;
  readonly house: HouseVolume | null;
  readonly normative: HeatingNormative | null;
  readonly sums: HeatingSums;
  /** The part of the house that is divided after premises below zero fell out. */
  readonly left: HeatingLeft;
  readonly items: readonly HeatingItem[];
  readonly book: HeatingBook;
}

/** What is divided among the premises that are left (C22). */
export interface HeatingLeft {
  readonly whole: number;
  readonly metered: number;
  readonly unmetered: number;
  /** The residual is below zero and the policy takes it for zero. */
  readonly clamped: boolean;
}

/** Sum of a number of each. */
export const sumBy = <T>(list: readonly T[], of: (one: T) => number): number => list.reduce((sum, one) => sum + of(one), 0);

/** Area of heated premises without meters. */
export const unmeteredArea = (items: readonly HeatingItem[]): number =>
  sumBy(items, ({ metered, unheated, area }) => (metered === null && unheated === null ? area : 0));
