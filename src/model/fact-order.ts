import { byText } from '../kernel/text-order';
import type { ReadingRecord } from './records';

/** By id. */
export const byId = (a: { readonly id: string }, b: { readonly id: string }): number => byText(a.id, b.id);
/** By the first day, then id. */
export const byFrom = (a: { readonly from: string; readonly id: string }, b: { readonly from: string; readonly id: string }): number =>
  byText(a.from, b.from) || byText(a.id, b.id);

/** Readings of a register: by the day taken, then received, then known, then id, so that the order of arrival never shows. */
export const byTaken = (a: ReadingRecord, b: ReadingRecord): number =>
  byText(a.takenOn, b.takenOn) ||
  byText(a.receivedOn ?? a.takenOn, b.receivedOn ?? b.takenOn) ||
  byText(a.knownAt ?? '', b.knownAt ?? '') ||
  byText(a.id, b.id);
