import type { AverageTerms } from '../consumption/average';
import type { PremisesUse } from '../consumption/premises-use';
import type { Boundary, Register } from '../consumption/register';
import { type Day, dayFromSerial, lastDay, monthFromNumber, serial } from '../kernel/calendar';
import type { HouseFacts } from '../model/facts';
import type { MeteredService } from '../model/services';
import { AVERAGE_LEAST_MONTHS, AVERAGE_WINDOW_MONTHS } from '../norms/federal/average';
import { valueOn } from '../norms/parameter';
import { POLICIES, policyValue } from '../norms/policies';
import type { ReadingCode } from '../norms/reading-rules';

/** Policies whose values are numbers of times. */
type TimesPolicy = 'rolloverTimes' | 'readingJumpTimes' | 'hotAboveColdTimes';

/** A number of times that the house set, or the default. */
export const timesOf = ({ house }: HouseFacts, code: TimesPolicy): number => {
  const set = policyValue(house.policies, code);
  return Number(Object.hasOwn(POLICIES[code].values, set) ? set : POLICIES[code].fallback);
};

/** Least months and window of a history on a day; where the law says nothing there is no history. */
export const historyTerms = (day: Day): AverageTerms => {
  const least = valueOn(AVERAGE_LEAST_MONTHS, day);
  const window = valueOn(AVERAGE_WINDOW_MONTHS, day);
  return { least: least.ok ? Number(least.value.value) : Number.POSITIVE_INFINITY, window: window.ok ? Number(window.value.value) : 0 };
};

/** What a register measured over the averaging window that ends with the last of the boundaries; `null` when that is too short for an average. */
export const historyOf = (boundaries: readonly Boundary[], day: Day): { readonly volume: number; readonly months: number } | null => {
  const { least, window } = historyTerms(day);
  const end = boundaries.length - 1;
  const last = boundaries[end] as Boundary;
  let start = end;
  while (start > 0 && last.month - (boundaries[start] as Boundary).month < window) start -= 1;
  const first = boundaries[start] as Boundary;
  const months = last.month - first.month;
  return months >= least ? { volume: Math.max(0, last.value - first.value), months } : null;
};

/** Volume and months that a boundary closes, seen from the boundaries before it. */
const gapOf = (
  boundaries: readonly Boundary[],
  next: Boundary,
): { readonly volume: number; readonly months: number; readonly before: number } => {
  let before = boundaries.length - 1;
  while (before > 0 && (boundaries[before] as Boundary).month >= next.month) before -= 1;
  const from = boundaries[before] as Boundary;
  return { volume: next.value - from.value, months: Math.max(1, next.month - from.month), before };
};

/** Looks at the size of readings: against the history of their register, the other water, the people. Nothing here refuses a reading. */
export class ReadingJudge {
  /** Some policy of the house holds readings for their size. */
  readonly holds: boolean;
  private readonly jump: string;
  private readonly hot: string;

  constructor(private readonly facts: HouseFacts) {
    const { policies } = facts.house;
    this.jump = policyValue(policies, 'readingJump');
    this.hot = policyValue(policies, 'hotAboveCold');
    this.holds = this.jump === 'hold' || this.hot === 'hold';
  }

  /** The rule that holds a reading about to become a boundary, or `null`. */
  held(use: PremisesUse, service: MeteredService, boundaries: readonly Boundary[], next: Boundary): ReadingCode | null {
    if (this.jump === 'hold' && this.jumps(boundaries, next)) return 'reading-jump';
    return this.hot === 'hold' && this.aboveCold(use, service, boundaries, next) ? 'reading-hot-above-cold' : null;
  }

  /** Remarks on the size of an accepted reading that closes a month; nobody lives at a meter of the house. */
  remarks(use: PremisesUse | null, service: MeteredService, { boundaries }: Register, at: number): readonly ReadingCode[] {
    const next = boundaries[at] as Boundary;
    const before = boundaries.slice(0, at);
    const codes: ReadingCode[] = [];
    if (this.jump !== 'off' && this.jumps(before, next)) codes.push('reading-jump');
    if (use === null) return codes;
    if (this.hot !== 'off' && this.aboveCold(use, service, before, next)) codes.push('reading-hot-above-cold');
    if (gapOf(before, next).volume === 0 && peopleLive(use, next)) codes.push('reading-zero');
    return codes;
  }

  private jumps(boundaries: readonly Boundary[], next: Boundary): boolean {
    const { volume, months, before } = gapOf(boundaries, next);
    const own = historyOf(boundaries.slice(0, before + 1), dayFromSerial(next.taken));
    return own !== null && own.volume > 0 && isMore(volume, own.months, timesOf(this.facts, 'readingJumpTimes') * months, own.volume);
  }

  /** Only months closed one by one are compared: a longer gap says nothing of a month. */
  private aboveCold(use: PremisesUse, service: MeteredService, boundaries: readonly Boundary[], next: Boundary): boolean {
    if (service !== 'hotWater') return false;
    const hot = gapOf(boundaries, next);
    const cold = hot.months === 1 ? coldIn(use, next.month) : null;
    return cold !== null && isMore(hot.volume, 1, timesOf(this.facts, 'hotAboveColdTimes'), cold);
  }
}

/** a × b > c × d, exactly; what is no whole number is not compared. */
const isMore = (a: number, b: number, c: number, d: number): boolean =>
  [a, b, c, d].every(Number.isSafeInteger) && BigInt(a) * BigInt(b) > BigInt(c) * BigInt(d);

/** Metered cold water of a month; `null` when some meter of it was not read month by month, or was corrected. */
const coldIn = (use: PremisesUse, month: number): number | null => {
  let sum = 0;
  let any = false;
  for (const place of use.placesOf('coldWater')) {
    for (const life of place.lives) {
      if (life.from > serial(lastDay(monthFromNumber(month))) || life.eventMonth <= month) continue;
      for (const { boundaries } of life.registers) {
        const at = boundaries.findIndex((one, index) => index > 0 && one.month === month);
        const before = boundaries[at - 1];
        if (at < 0 || before === undefined || month - before.month > 1) return null;
        const volume = (boundaries[at] as Boundary).value - before.value;
        if (volume < 0) return null;
        sum += volume;
        any = true;
      }
    }
  }
  return any ? sum : null;
};

const peopleLive = (use: PremisesUse, { taken }: Boundary): boolean => {
  const day = dayFromSerial(taken);
  return use.facts.residents.some(({ from, to }) => from <= day && (to === null || day < to));
};
