import { serial } from '../../kernel/calendar';
import type { DebtBucket, DebtChange } from './penalty-request';

/** Days `[from, to)`, as serial numbers, with one debt above zero. */
export interface BaseStretch {
  readonly from: number;
  readonly to: number;
  readonly base: number;
}

/** How policies read the days of changes. */
export interface BaseReading {
  /** The day of payment is a day of delay (policy `paymentDayCounts`). */
  readonly paymentDayCounts: boolean;
  /** A reversal by the payee's error spares the days between (policy `reversalGap`). */
  readonly reversalSpared: boolean;
}

/**
 * The debt of a bucket day by day, after its due day: a pure function of its changes, in whatever order they came. Days without debt are
 * left out; what was paid beyond the debt is no debt below zero.
 *
 * @param after the due day, as a serial number
 * @param through the last day counted
 */
export const baseHistory = (bucket: DebtBucket, after: number, through: number, reading: BaseReading): readonly BaseStretch[] => {
  const deltas = new Map<number, number>();
  for (const change of bucket.changes) {
    const day = Math.max(effectiveDay(change, after, reading), after + 1);
    const amount = change.kind === 'reversal' ? change.amount : -change.amount;
    deltas.set(day, (deltas.get(day) ?? 0) + amount);
  }
  const stretches: BaseStretch[] = [];
  const since = bucket.since === undefined ? 0 : serial(bucket.since);
  let base: number = bucket.amount;
  let from = Math.max(after + 1, since);
  for (const day of [...[...deltas.keys()].sort((a, b) => a - b), through + 1]) {
    const to = Math.min(day, through + 1);
    if (to > from && base > 0) stretches.push({ from, to, base });
    if (day > through) break;
    base += deltas.get(day) ?? 0;
    from = Math.max(day, since);
  }
  return stretches;
};

/** The first day on which a change is felt. */
const effectiveDay = (change: DebtChange, after: number, { paymentDayCounts, reversalSpared }: BaseReading): number => {
  const later = paymentDayCounts ? 1 : 0;
  switch (change.kind) {
    case 'reduction':
      return after + 1;
    case 'writeOff':
      return serial(change.day);
    case 'payment':
      return serial(change.day) + later;
    case 'reversal':
      return serial(change.error === 'payee' && reversalSpared ? change.day : change.paidOn) + later;
  }
};

/** A part of the debt that lasted without a break: what one payment ended, or what is still open. */
export interface BaseLayer extends BaseStretch {
  /** It was still owed on the last day counted. */
  readonly open: boolean;
}

/**
 * The debt cut into layers by the day each part of it was paid: the part that was paid last is the lowest layer. The layers of a day sum to
 * its debt.
 */
export const baseLayers = (stretches: readonly BaseStretch[], through: number): readonly BaseLayer[] => {
  const levels = [...new Set(stretches.map(({ base }) => base))].sort((a, b) => a - b);
  return levels.flatMap((level, index) => {
    const thickness = level - (levels[index - 1] ?? 0);
    const layers: { from: number; to: number }[] = [];
    for (const { from, to, base } of stretches) {
      if (base < level) continue;
      const last = layers.at(-1);
      if (last !== undefined && last.to === from) last.to = to;
      else layers.push({ from, to });
    }
    return layers.map(({ from, to }): BaseLayer => ({ from, to, base: thickness, open: to > through }));
  });
};
