import { scaledSafe } from '../kernel/gate';
import type { SharingRule } from '../model/room-fields';
import { NORMATIVE_SCALE } from './formulas';
import type { MonthContext, ServiceTerms } from './month-context';
import { type Holder, piecesOf } from './piece';
import type { PremisesUse } from './premises-use';
import { OWNERS_MISSING, type PeopleStretch } from './residents';
import type { DividedBy } from './room-told';
import type { NormativeShare } from './sink';

/** Days of the month: serial days `[from, to)`. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

/** Somebody who takes a part of the flat: an account of a room on its days, or the days of a room that nobody holds (row −1). */
export interface Participant {
  readonly room: PremisesUse;
  readonly row: number;
  readonly days: readonly Days[];
}

/** The parts of a volume: weights of the participants and their sum. */
export interface Weights {
  readonly participants: readonly Participant[];
  readonly weights: readonly bigint[];
  readonly all: bigint;
  readonly by: DividedBy;
}

const common = (a: Days, b: Days): number => Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));

/** Who takes part in a volume of the flat on the days of a gap in the flat's own accounts: rooms in order, then by days. */
export const participantsOf = (
  rooms: readonly { readonly use: PremisesUse; readonly holders: readonly Holder[] }[],
  terms: ServiceTerms,
  gap: Days,
): readonly Participant[] =>
  rooms.flatMap(({ use, holders }) => {
    const byRow = new Map<number, Days[]>();
    let cursor = gap.from;
    const take = (row: number, from: number, to: number): void => {
      if (to <= from) return;
      const known = byRow.get(row);
      if (known === undefined) byRow.set(row, [{ from, to }]);
      else known.push({ from, to });
    };
    const pieces = [...piecesOf(holders, terms, use.facts.premises.directContracts)].sort((a, b) => a.from - b.from);
    for (const piece of pieces) {
      const from = Math.max(piece.from, gap.from);
      const to = Math.min(piece.to, gap.to);
      if (to <= from) continue;
      take(-1, cursor, from);
      take(piece.row, from, to);
      cursor = to;
    }
    take(-1, cursor, gap.to);
    return [...byRow].map(([row, days]): Participant => ({ room: use, row, days }));
  });

/** The whole room is its last holder's (policy `partMonth`), as it is for a flat with one account. */
export const byLastHolder = (participants: readonly Participant[]): readonly Participant[] => {
  const out: Participant[] = [];
  for (const room of new Set(participants.map((one) => one.room))) {
    const own = participants.filter((one) => one.room === room);
    const held = own.filter(({ row }) => row >= 0);
    const last = held.sort((a, b) => lastDay(a) - lastDay(b))[held.length - 1] ?? (own[0] as Participant);
    out.push({ room, row: last.row, days: own.flatMap(({ days }) => days) });
  }
  return out;
};

const lastDay = ({ days }: Participant): number => Math.max(...days.map(({ to }) => to));

/** Weights of a metered volume for some days: people of the rooms by days, or the parts of an agreement by days. */
export class RoomWeights {
  private readonly people = new Map<PremisesUse, readonly PeopleStretch[]>();

  constructor(
    private readonly context: MonthContext,
    private readonly rule: SharingRule | undefined,
  ) {}

  of(participants: readonly Participant[], days: Days, shares: readonly NormativeShare[]): Weights {
    if (this.rule?.by === 'agreement') return this.agreed(participants, days);
    const varies = shares.some((share) => share.normative !== shares[0]?.normative);
    const runs: readonly (Days & { readonly times: bigint })[] =
      shares.length === 0
        ? [{ ...days, times: 1n }]
        : shares.map(({ from, to, normative }) => ({ from, to, times: varies ? BigInt(scaledSafe(normative, NORMATIVE_SCALE)) : 1n }));
    const weights = participants.map(({ room, days: own }) => {
      let weight = 0n;
      for (const run of runs) {
        for (const part of own) {
          if (common(run, part) === 0) continue;
          for (const stretch of this.peopleOf(room)) {
            const both = { from: Math.max(run.from, part.from), to: Math.min(run.to, part.to) };
            weight += BigInt(Math.max(0, stretch.persons) * common(both, stretch)) * run.times;
          }
        }
      }
      return weight;
    });
    if (varies) return withSum(participants, weights, 'normatives');
    const count = BigInt(runs.reduce((sum, run) => sum + run.to - run.from, 0));
    return weights.every((weight) => weight % count === 0n)
      ? withSum(
          participants,
          weights.map((weight) => weight / count),
          'persons',
        )
      : withSum(participants, weights, 'personDays');
  }

  /** The first room and day without residents whose owners are not known. */
  missing(participants: readonly Participant[]): { readonly room: PremisesUse; readonly day: number } | null {
    for (const { room, days } of participants) {
      for (const stretch of this.peopleOf(room))
        if (stretch.persons === OWNERS_MISSING && days.some((part) => common(part, stretch) > 0)) return { room, day: stretch.from };
    }
    return null;
  }

  private agreed(participants: readonly Participant[], days: Days): Weights {
    const parts = new Map(this.rule?.shares.map(({ premises, part }) => [premises, part]));
    const length = BigInt(days.to - days.from);
    const weights = participants.map(
      ({ room, days: own }) =>
        BigInt(parts.get(room.facts.premises.id) ?? 0) * BigInt(own.reduce((sum, part) => sum + common(part, days), 0)),
    );
    return weights.every((weight) => weight % length === 0n)
      ? withSum(
          participants,
          weights.map((weight) => weight / length),
          'agreement',
        )
      : withSum(participants, weights, 'agreement');
  }

  private peopleOf(room: PremisesUse): readonly PeopleStretch[] {
    const { context } = this;
    let known = this.people.get(room);
    if (known === undefined) {
      const { from, to, temporaryDays } = context;
      const [first] = context.policies.residents === 'firstDay' ? room.peopleWithin(from, from + 1, temporaryDays) : [];
      known = first === undefined ? room.peopleWithin(from, to, temporaryDays) : [{ ...first, from, to }];
      this.people.set(room, known);
    }
    return known;
  }
}

const withSum = (participants: readonly Participant[], weights: readonly bigint[], by: DividedBy): Weights => ({
  participants,
  weights,
  all: weights.reduce((sum, weight) => sum + weight, 0n),
  by,
});
