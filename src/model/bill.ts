import type { Day, Month } from '../kernel/calendar';
import type { Kopecks } from '../kernel/money';
import type { ServiceCode, Zone } from './services';
import type { LineVat } from './vat';

/** How a volume came about: shown to people, stored with the line. */
export const VOLUME_BASES = [
  'meter',
  'average',
  'mixed',
  'normative',
  'normativeShortHistory',
  'normativeSilent',
  'normativeRaised',
  'noMeterRaised',
  'fromWater',
  'contract',
  'area',
  'commonMeter',
  'commonNormative',
  'commonAverage',
  'commonFromWater',
  'commonSurplus',
  'commonTrueUp',
  'accessRefused',
  'installationRefused',
  'averageDelayed',
  'normativeDelayed',
  'tampering',
  'unauthorised',
  'connection',
  'check',
  'landPlot',
  'capacity',
  'heatingHouse',
  'heatingAverage',
  'heatingOwn',
  'heatingCorrection',
  'heatingAllocators',
  'wastePerson',
  'wasteArea',
  'wasteContainersPerson',
  'wasteContainersArea',
  'wasteContainersOwn',
  'wasteUnits',
  'wasteContract',
  'wasteYearly',
  'absence',
  'quality',
  'premises',
  'people',
  'units',
  'houseSum',
  'paid',
  'prepaid',
  'benefit',
  'manual',
] as const;
/** How a volume came about. */
export type VolumeBasis = (typeof VOLUME_BASES)[number];

/** Units of priced volumes; those with an hour or a kilowatt belong to the constant part of a two-part tariff. */
export const PRICED_UNITS = [
  'm3',
  't',
  'kWh',
  'Gcal',
  'm2-month',
  'kW-month',
  '(m3/h)-month',
  '(Gcal/h)-month',
  'premises-month',
  'person-month',
  'unit-month',
  'house-month',
  'house',
  'piece',
  'period',
] as const;
/** Unit of a priced volume. */
export type PricedUnit = (typeof PRICED_UNITS)[number];

/** Bases whose volume is a tenfold normative: in the volumes of the house such a line counts as one, a tenth of its volume. */
export const TENFOLD_BASES: ReadonlySet<VolumeBasis> = new Set(['tampering', 'unauthorised']);

/**
 * What a line is: the charge itself, the excess of the multiplier, what is taken off (a coefficient below one, absence, quality), VAT on top of the
 * line before it, a benefit taken off, a change to an earlier month.
 */
export type LineKind = 'charge' | 'factorExcess' | 'reduction' | 'vat' | 'discount' | 'adjustment';

/** Kinds of lines that stand beside a charge: their volume is the charge's own and is not counted again. */
export const BESIDE_CHARGE: ReadonlySet<LineKind> = new Set(['factorExcess', 'reduction', 'vat', 'discount']);

/** Does the volume of a line count among the volumes of its service? What stands beside a charge repeats its volume; absence takes volume off. */
export const bearsVolume = ({ kind, basis }: Pick<Line, 'kind' | 'basis'>): boolean =>
  !BESIDE_CHARGE.has(kind) || (kind !== 'vat' && basis === 'absence');

/**
 * A line's part of its service: `water` and `heat` of two-component hot water; `water` and the resources that heat it where it is made in the
 * house (`heat`, `gas`, `electricity`); `constant` is the part of a two-part tariff for capacity or load.
 */
export type LineComponent = 'water' | 'heat' | 'gas' | 'electricity' | 'constant';

/** Is the volume of such a line a volume of the service itself, and not of a resource or capacity beside it? */
export const isServiceVolume = (component: LineComponent | null | undefined): boolean =>
  component === null || component === undefined || component === 'water';

/**
 * One line of a bill: small and plain, enough to tell its derivation again from the facts of its day. Decimals are exact text.
 */
export interface Line {
  readonly kind: LineKind;
  readonly service: ServiceCode;
  /** Common needs of the house; absent in lines of the premises itself. */
  readonly part?: 'common';
  readonly component?: LineComponent;
  readonly zone?: Zone;
  /** Land plot and outbuildings: the direction of use, such as «Полив» (ПП № 354, п. 49). */
  readonly use?: string;
  /** Item of a housing service («статья»): lift, cleaning; absent in a service of one item. */
  readonly item?: string;
  /** What people read for the item, the work or the subscription. */
  readonly title?: string;
  /** Part of the premises that the account pays for, such as `1/3`: shares of one sum by largest remainder. */
  readonly share?: string;
  /** Days a prepaid service is valid; `to` is the day after the last. */
  readonly valid?: { readonly from: Day; readonly to: Day };
  /** VAT of the tariff on the day; absent where the tariff says nothing of it. */
  readonly vat?: LineVat;
  /** Volume range («диапазон») or step of the social norm whose tariff the line has. */
  readonly range?: 1 | 2 | 3;
  readonly provider: string;
  /** Heating since 2019: the heat in the premises and its part of the common heat; both are in `volume`. */
  readonly volumes?: { readonly individual: string; readonly common: string };
  /** Month the line is for; an adjustment names an earlier month than its bill. */
  readonly month: Month;
  /** Days the tariff of the line covers, when it is not the whole month; `to` is the day after the last. */
  readonly days?: { readonly from: Day; readonly to: Day };
  readonly basis: VolumeBasis;
  /** Formula of the money. */
  readonly formula: string;
  readonly unit: PricedUnit;
  readonly volume: string;
  readonly tariffCode: string;
  readonly tariff: string;
  /** Multiplier K of the line's service when it raised or reduced the charge. */
  readonly factor?: string;
  readonly amount: Kopecks;
  /** Id of the fact that caused an adjustment, or of the benefit behind a discount. */
  readonly cause?: string;
}

/** All lines of an account in a month. */
export interface Bill {
  readonly account: string;
  readonly premises: string;
  readonly house: string;
  readonly month: Month;
  /** Engine and law the bill was made by, such as `saldo/0.1.0 ru/2026-11`. */
  readonly madeBy: string;
  readonly lines: readonly Line[];
  readonly total: Kopecks;
}
