import { VOLUME_SCALE } from '../consumption/formulas';
import { type Minutes, sharedMinutes } from '../consumption/quality-breaks';
import type { Deviation } from '../consumption/quality-deviations';
import { serial } from '../kernel/calendar';
import { scaledSafe } from '../kernel/gate';
import type { Line } from '../model/bill';
import type { HouseFacts } from '../model/facts';
import { calculateSafe } from '../norms/formula';
import type { AccountRow } from './holders';
import { groupNames } from './price-sets';
import type { Price, PricedMonth } from './prices';
import { qualityCold, qualityColdHeat } from './quality-formulas';
import { slotSpec } from './slot';
import { groupOf } from './tariff-group';

/** A line of hot water for the minutes on which it was too cold to be hot. */
export interface ColdPart {
  readonly line: Line;
  readonly formula: typeof qualityCold | typeof qualityColdHeat;
  /** Volume after absence, on the volume scale. */
  readonly volume: number;
  /** Price of cold water; `null` of what heats the water. */
  readonly price: Price | null;
  readonly factor: string;
  readonly minutes: number;
  readonly of: number;
  readonly amount: number;
}

const DAY = 24 * 60;

/** Lines of hot water by volume, each with what is not paid for the minutes on which it was colder than the bound. */
export const coldParts = (
  facts: HouseFacts,
  context: PricedMonth,
  row: AccountRow,
  lines: readonly Line[],
  window: Minutes,
  deviations: readonly Deviation[],
): readonly ColdPart[] =>
  lines.flatMap((line) => {
    if (line.kind !== 'charge' || line.component === 'constant' || line.use !== undefined) return [];
    const days: Minutes =
      line.days === undefined
        ? window
        : { from: Math.max(window.from, serial(line.days.from) * DAY), to: Math.min(window.to, serial(line.days.to) * DAY) };
    const minutes = deviations.reduce((sum, one) => sum + sharedMinutes(one, days), 0);
    const beside = lines.filter((other) => other !== line && isBeside(other, line));
    const volume = scaledSafe(line.volume, VOLUME_SCALE) + beside.reduce((sum, other) => sum + awayOf(other), 0);
    if (minutes === 0 || volume <= 0) return [];
    const heats = line.component !== undefined && line.component !== 'water';
    const first = Math.min(...deviations.flatMap((one) => (sharedMinutes(one, days) > 0 ? [Math.max(one.from, days.from)] : [])));
    const price = heats ? null : coldPrice(facts, context, row, Math.floor(first / DAY));
    if (!heats && price === null) return [];
    const factor = beside.find((other) => other.factor !== undefined && other.basis !== 'absence')?.factor ?? '1';
    const letters = {
      V: volume,
      Tг: scaledSafe(line.tariff, 6),
      K: scaledSafe(factor, 2),
      m: minutes,
      M: days.to - days.from,
    };
    const amount =
      price === null ? calculateSafe(qualityColdHeat, letters) : calculateSafe(qualityCold, { ...letters, Tх: scaledSafe(price.text, 6) });
    return [{ line, formula: price === null ? qualityColdHeat : qualityCold, volume, price, factor, minutes, of: letters.M, amount }];
  });

const isBeside = (other: Line, line: Line): boolean =>
  other.component === line.component &&
  other.range === line.range &&
  other.zone === line.zone &&
  other.tariffCode === line.tariffCode &&
  other.days?.from === line.days?.from &&
  (other.basis === line.basis || other.basis === 'absence');

/** What absence took off a volume, below zero. */
const awayOf = ({ basis, volume }: Line): number => (basis === 'absence' ? 0 - scaledSafe(volume.replace('-', ''), VOLUME_SCALE) : 0);

/** Price of cold water for the row on a day; a house without one is told to the month. */
const coldPrice = (facts: HouseFacts, context: PricedMonth, row: AccountRow, day: number): Price | null => {
  const terms = context.services.find(({ service }) => service === 'coldWater');
  const at = terms?.stretches.findIndex(({ from, to }) => from <= day && day < to) ?? -1;
  if (terms === undefined || at < 0) {
    const problem = { code: 'quality-cold-tariff-missing', at: `house ${facts.house.id}`, facts: { month: context.month } } as const;
    if (!context.problems.some(({ code }) => code === problem.code)) context.problems.push(problem);
    return null;
  }
  return slotSpec(terms, at, 'T0', 'metered', groupOf(row, groupNames(facts))).price;
};
