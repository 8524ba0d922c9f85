import type { MonthContext, ServiceTerms } from './month-context';
import type { Piece } from './piece';
import type { VolumePart } from './place-month';
import type { Boundary } from './register';
import { volumeThrough } from './register-month';

/** A part of a volume for one holder under one stretch of terms. */
export interface SpreadPart {
  readonly piece: Piece;
  readonly part: VolumePart;
}

/**
 * Give a volume to the holders and stretches of its days. A reading taken on the day of a change divides it exactly; without one the
 * policies decide (`partMonth` between holders, `meteredTariff` between tariffs). The parts sum to the volume; days that nobody holds
 * keep their part.
 */
export const spreadPart = (
  context: MonthContext,
  terms: ServiceTerms,
  pieces: readonly Piece[],
  part: VolumePart,
): readonly SpreadPart[] => {
  const unit = terms.unit === 'kWh' ? 'kWh' : 'm3';
  const digits = context.volumeDigits;
  const out: SpreadPart[] = [];
  for (const run of runsByReading(part, pieces)) {
    const whole = run.told.kind === 'readings' ? run.told.gap.to.value - run.told.gap.from.value : run.volume;
    const within = pieces.filter((piece) => piece.from < run.to && piece.to > run.from);
    for (const piece of within) {
      const days = daysOf(context, run, within, piece);
      if (days.to <= days.from) continue;
      const parts = run.to - run.from;
      const volume = volumeThrough(whole, days.to, parts, unit, digits) - volumeThrough(whole, days.from, parts, unit, digits);
      const undivided = days.from === 0 && days.to === parts;
      const why = within.some((other) => other.row !== piece.row) || within.length === 1 ? 'holder' : 'tariff';
      out.push({
        piece,
        part: { ...run, volume, told: undivided ? run.told : { kind: 'part', of: run.told, whole, ...days, parts, why } },
      });
    }
  }
  return out;
};

interface Share {
  readonly from: number;
  readonly to: number;
}

/** Days of the run (counted from its first) whose part of the volume goes to the piece. */
const daysOf = (context: MonthContext, run: VolumePart, within: readonly Piece[], piece: Piece): Share => {
  const own = { from: Math.max(piece.from, run.from) - run.from, to: Math.min(piece.to, run.to) - run.from };
  if (run.basis !== 'meter') return own;
  const mine = within.filter((other) => other.row === piece.row);
  const lastHolder = (within[within.length - 1] as Piece).row;
  if (context.policies.partMonth === 'lastHolder' && piece.row !== lastHolder) return { from: 0, to: 0 };
  const held =
    context.policies.partMonth === 'lastHolder'
      ? { from: 0, to: run.to - run.from }
      : {
          from: Math.max((mine[0] as Piece).from, run.from) - run.from,
          to: Math.min((mine[mine.length - 1] as Piece).to, run.to) - run.from,
        };
  if (mine.length === 1) return held;
  if (context.policies.meteredTariff === 'byDays') {
    return { from: piece === mine[0] ? held.from : own.from, to: piece === mine[mine.length - 1] ? held.to : own.to };
  }
  const day = run.taken ?? run.to - 1;
  const chosen = mine.find((other) => day < other.to) ?? (mine[mine.length - 1] as Piece);
  return chosen === piece ? held : { from: 0, to: 0 };
};

/**
 * Cut a metered part where a reading was taken on the day of a change: the day before it, or the day itself. A holder who has a line already
 * gets none of nothing for the days after the last reading.
 */
const runsByReading = (part: VolumePart, pieces: readonly Piece[]): readonly VolumePart[] => {
  if (part.told.kind !== 'readings') return [part];
  const { register, from, to } = part.told.gap;
  if (register.closings.length === 0) return [part];
  const runs: VolumePart[] = [];
  let start = part.from;
  let before: Boundary = from;
  for (const piece of pieces) {
    const cut = piece.from;
    if (cut <= start || cut >= part.to) continue;
    const reading = register.closings.find(
      (one) => (one.taken === cut || one.taken === cut - 1) && one.taken > before.taken && one.taken <= to.taken,
    );
    if (reading === undefined) continue;
    runs.push({
      ...part,
      from: start,
      to: cut,
      taken: reading.taken,
      told: { kind: 'readings', gap: { register, from: before, to: reading } },
    });
    start = cut;
    before = reading;
  }
  const rest = pieces.find((piece) => piece.from <= start && start < piece.to);
  const nothingLeft = runs.length > 0 && before === to && pieces.some((piece) => piece.row === rest?.row && piece.from < start);
  if (!nothingLeft) runs.push({ ...part, from: start, told: { kind: 'readings', gap: { register, from: before, to } } });
  return runs;
};
