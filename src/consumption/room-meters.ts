import type { MonthContext, ServiceTerms } from './month-context';
import type { Holder } from './piece';
import type { PremisesUse } from './premises-use';
import type { Days } from './room-people';
import { serviceMonth } from './service-month';
import { type RecordedVolume, VolumeRecorder } from './volume-recorder';

/** What the meter of a room measured on the days of a gap; days that nobody holds included, with row −1. */
export interface MeteredRoom {
  readonly use: PremisesUse;
  readonly volumes: readonly RecordedVolume[];
  readonly recorder: VolumeRecorder;
}

/** Meters of the rooms of a flat. */
export interface RoomMeters {
  /** Rooms whose volume is by their meter on every day: by readings or their average. */
  readonly rooms: readonly MeteredRoom[];
  /** Every room is such a room. */
  readonly complete: boolean;
}

/**
 * Find the volumes of the rooms' own meters of electricity; `null` when they cannot count: not every room has one, and no agreement says
 * otherwise. Late readings go to the context, for they change what the other rooms were billed.
 */
export const roomMetersOf = (
  context: MonthContext,
  terms: ServiceTerms,
  rooms: readonly { readonly use: PremisesUse; readonly holders: readonly Holder[] }[],
  gap: Days,
  tells: boolean,
  agreed: boolean,
): RoomMeters | null => {
  const withMeter = rooms.filter(({ use }) => use.facts.points.some((point) => point.service === terms.service));
  if (withMeter.length === 0 || (withMeter.length < rooms.length && !agreed)) return null;
  const metered: MeteredRoom[] = [];
  for (const { use, holders } of withMeter) {
    const apart: MonthContext = { ...context, problems: [], notices: [] };
    const recorder = new VolumeRecorder(context, tells);
    serviceMonth(apart, use, terms, allDays(holders, gap), recorder);
    const volumes = recorder.volumes();
    const byMeter = apart.problems.length === 0 && volumes.length > 0 && volumes.every((one) => one.volumeClass === 'metered');
    if (byMeter) metered.push({ use, volumes, recorder });
  }
  return { rooms: metered, complete: metered.length === rooms.length };
};

/** The holders on the days of the gap, and nobody (row −1) on the days between. */
const allDays = (holders: readonly Holder[], gap: Days): readonly Holder[] => {
  const out: Holder[] = [];
  let cursor = gap.from;
  for (const holder of [...holders].sort((a, b) => a.from - b.from)) {
    const from = Math.max(holder.from, gap.from);
    const to = Math.min(holder.to, gap.to);
    if (to <= from) continue;
    if (from > cursor) out.push({ row: -1, from: cursor, to: from });
    out.push({ row: holder.row, from, to });
    cursor = to;
  }
  if (cursor < gap.to) out.push({ row: -1, from: cursor, to: gap.to });
  return out;
};
