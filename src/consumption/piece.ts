import { serial } from '../kernel/calendar';
import type { PremisesRecord } from '../model/records';
import type { ServiceTerms } from './month-context';

/** Days of the month on which an account holds the premises: serial days `[from, to)`. */
export interface Holder {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

/** Days of one holder under one stretch of terms. */
export interface Piece extends Holder {
  readonly stretch: number;
}

type DirectContract = PremisesRecord['directContracts'][number];

/** Days of each holder under each stretch of terms, less those on which somebody else bills the service to this premises. */
export const piecesOf = (holders: readonly Holder[], terms: ServiceTerms, direct: readonly DirectContract[]): readonly Piece[] => {
  const pieces: Piece[] = [];
  for (const holder of holders) {
    for (let stretch = 0; stretch < terms.stretches.length; stretch += 1) {
      const days = terms.stretches[stretch] as ServiceTerms['stretches'][number];
      const from = Math.max(holder.from, days.from);
      const to = Math.min(holder.to, days.to);
      if (to <= from) continue;
      const piece = { row: holder.row, stretch, from, to };
      if (direct.length === 0) pieces.push(piece);
      else pieces.push(...withoutDirect(piece, terms, direct));
    }
  }
  return pieces;
};

const withoutDirect = (piece: Piece, terms: ServiceTerms, direct: readonly DirectContract[]): readonly Piece[] => {
  let left: readonly Piece[] = [piece];
  for (const { service, from, to } of direct) {
    if (service !== terms.service) continue;
    const [start, end] = [serial(from), to === null ? Number.POSITIVE_INFINITY : serial(to)];
    left = left.flatMap((one) => [
      ...(one.from < start ? [{ ...one, to: Math.min(one.to, start) }] : []),
      ...(one.to > end ? [{ ...one, from: Math.max(one.from, end) }] : []),
    ]);
  }
  return left;
};
