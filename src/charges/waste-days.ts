import { areasWithin } from '../consumption/area';
import type { PeopleStretch } from '../consumption/residents';
import { serial } from '../kernel/calendar';
import { invariant } from '../kernel/result';
import type { PremisesFacts } from '../model/facts';
import type { PremisesRecord } from '../model/records';
import type { PremisesWasteTerms } from '../model/waste-fields';
import type { WasteSource } from './waste-parts';

/** Serial days `[from, to)`. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

/** Days of a row under one stretch on which one thing holds. */
export interface Piece extends Days {
  readonly own: PremisesWasteTerms | null;
}

/** Days `[from, to)` of a premises, cut where terms of its own begin and end. */
export const ownPieces = ({ waste }: PremisesRecord, from: number, to: number): readonly Piece[] => {
  if (to <= from) return [];
  if (waste === undefined || waste.terms.length === 0) return [{ from, to, own: null }];
  const pieces: Piece[] = [];
  let cursor = from;
  for (const own of [...waste.terms].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const start = Math.max(cursor, serial(own.from));
    const end = own.to === null ? to : Math.min(to, serial(own.to));
    if (end <= start) continue;
    if (start > cursor) pieces.push({ from: cursor, to: start, own: null });
    pieces.push({ from: start, to: end, own });
    cursor = end;
  }
  if (cursor < to) pieces.push({ from: cursor, to, own: null });
  return pieces;
};

/** Days of people, cut where the premises' own word on owners begins and ends. */
export const ownersCounted = (
  { waste }: PremisesRecord,
  { from, to }: PeopleStretch,
  fallback: boolean,
): readonly { readonly from: number; readonly to: number; readonly counted: boolean }[] => {
  const own = waste?.owners;
  if (own === undefined || own.length === 0) return [{ from, to, counted: fallback }];
  const out: { from: number; to: number; counted: boolean }[] = [];
  let cursor = from;
  for (const one of [...own].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const start = Math.max(cursor, serial(one.from));
    const end = one.to === null ? to : Math.min(to, serial(one.to));
    if (end <= start) continue;
    if (start > cursor) out.push({ from: cursor, to: start, counted: fallback });
    out.push({ from: start, to: end, counted: one.count });
    cursor = end;
  }
  if (cursor < to) out.push({ from: cursor, to, counted: fallback });
  return out;
};

/** Days of a stretch on which a flat has no account of its own: its rooms pay. */
export const gapsOf = ({ accounts }: PremisesFacts, { from, to }: Days): readonly Days[] => {
  const gaps: { from: number; to: number }[] = [];
  let cursor = from;
  for (const account of accounts) {
    const start = Math.max(from, serial(account.from));
    const end = account.to === null ? to : Math.min(to, serial(account.to));
    if (end <= start) continue;
    if (start > cursor) gaps.push({ from: cursor, to: start });
    cursor = Math.max(cursor, end);
  }
  if (cursor < to) gaps.push({ from: cursor, to });
  return gaps;
};

/** Days on which a premises has no terms of its own. */
export const regional = (premises: PremisesRecord, from: number, to: number): readonly Piece[] =>
  ownPieces(premises, from, to).filter(({ own }) => own === null);

/** Days less some others, which are in order. */
export const without = ({ from, to }: Days, gaps: readonly Days[]): readonly Days[] => {
  const left: { from: number; to: number }[] = [];
  let cursor = from;
  for (const gap of gaps) {
    if (gap.from > cursor) left.push({ from: cursor, to: Math.min(to, gap.from) });
    cursor = Math.max(cursor, gap.to);
  }
  if (cursor < to) left.push({ from: cursor, to });
  return left.filter((days) => days.to > days.from);
};

/** Living areas of a room on some days. */
export const livingWithin = ({ livingAreas }: PremisesRecord, from: number, to: number): NonNullable<ReturnType<typeof areasWithin>> =>
  to <= from ? [] : (areasWithin({ premises: { areas: livingAreas ?? [] } } as unknown as PremisesFacts, from, to) ?? []);

/** Sources of several pieces of one line as one: shares are summed, and what is shared is added, before anything is rounded. */
export const joined = (sources: readonly WasteSource[]): readonly WasteSource[] => {
  const [first] = sources;
  if (first === undefined || sources.length === 1) return sources;
  if (first.kind === 'normative') return [{ ...first, shares: sources.flatMap((one) => (one.kind === 'normative' ? one.shares : [])) }];
  if (first.kind === 'containers')
    return [{ ...first, own: sources.reduce((sum, one) => sum + (one.kind === 'containers' ? one.own : 0), 0) }];
  invariant(false, 'areas come from normatives or containers');
};
