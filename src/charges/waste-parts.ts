import type { AwayDays } from '../consumption/absence';
import type { NormativeStretch } from '../consumption/normative';
import type { PeopleStretch } from '../consumption/residents';
import type { WasteDelay } from '../consumption/waste-incidents';
import type { NormativeRecord, WasteRemovalRecord } from '../model/records';
import type { WasteBasis } from '../model/waste-fields';
import type { WasteForm } from '../model/waste-form';
import type { AccountRow } from './holders';
import type { WasteRule, WasteRuleFacts } from './waste-rules';

/** A normative × people, area or units on some days. */
export interface WasteShare {
  readonly from: number;
  readonly to: number;
  readonly record: NormativeRecord;
  readonly entry: NormativeRecord['entries'][number];
  /** Normative as text. */
  readonly normative: string;
  /** People, or area or units on the area scale. */
  readonly quantity: number;
  /** What is counted, in words: the text of an area, people or owners. */
  readonly people: PeopleStretch | null;
  readonly text: string;
}

/** Where a volume comes from. */
export type WasteSource =
  | { readonly kind: 'normative'; readonly form: WasteForm; readonly shares: readonly WasteShare[] }
  | {
      readonly kind: 'containers';
      readonly by: 'person' | 'area';
      readonly removal: WasteRemovalRecord;
      /** Person-days, or area × days on the area scale. */
      readonly own: number;
      readonly all: number;
    }
  | {
      /** A volume of the month: of a contract, or removed from own containers. */
      readonly kind: 'contract';
      readonly volume: string;
      readonly days: number;
      /** Days that the volume is of: of the month, or those with own containers in it. */
      readonly of: number;
      readonly source: string;
    }
  | {
      readonly kind: 'room';
      readonly flat: WasteSource;
      readonly flatId: string;
      /** Living area × days up to the room and through it, of that of the flat, on the area scale. */
      readonly from: number;
      readonly through: number;
      readonly of: number;
    };

/** What people who were away are not charged: their part of the volume, or of the rounded charge. */
export interface WasteAbsence {
  readonly away: readonly AwayDays[];
  readonly days: number;
  /** Of the volume: where it comes from; of the charge: people of the line by days. */
  readonly by: { readonly source: WasteSource } | { readonly people: number };
}

/** One line of waste: an account under one stretch of terms, by one rule. */
export interface WastePart {
  readonly row: AccountRow;
  readonly stretch: number;
  readonly rule: WasteRule;
  readonly facts: WasteRuleFacts;
  readonly sources: readonly WasteSource[];
  readonly absence: WasteAbsence | null;
  readonly delay: WasteDelay | null;
}

/** Terms of a stretch that are the same for every dwelling of the house. */
export interface WasteStretch {
  readonly index: number;
  readonly from: number;
  readonly to: number;
  readonly by: WasteBasis;
  readonly act: string;
  readonly normative: { readonly record: NormativeRecord; readonly form: WasteForm; readonly series: readonly NormativeStretch[] } | null;
}

/** Another way of counting dwellings than the terms say: by what was removed, for the recalculation of a year. */
export interface WasteInstead {
  readonly by: 'containersPerson' | 'containersArea';
  readonly act: string;
}
