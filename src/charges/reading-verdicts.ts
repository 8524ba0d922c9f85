import { onDial } from '../consumption/dial';
import type { MeterLife, MeterPlace } from '../consumption/meter-life';
import type { PremisesUse } from '../consumption/premises-use';
import type { ReadingOutcome } from '../consumption/reading-rules';
import { type ReadingEffect, type ReadingWindow, readingEffect } from '../consumption/reading-window';
import { type Boundary, type Register, volumeText } from '../consumption/register';
import { type Month, monthFromNumber, serial } from '../kernel/calendar';
import type { HouseFacts } from '../model/facts';
import type { MeterRecord, ReadingRecord } from '../model/records';
import type { MeteredService } from '../model/services';
import type { ReadingCode } from '../norms/reading-rules';
import { inletsOf, usesOf } from './premises-uses';
import { ReadingJudge } from './reading-judge';
import { windowsOf } from './reading-windows';

/** What became of a reading: none is ever dropped. */
export interface ReadingVerdictOf {
  readonly reading: ReadingRecord;
  /** Empty for a meter of the house. */
  readonly premises: string;
  readonly service: MeteredService;
  readonly meter: MeterRecord;
  readonly verdict: ReadingOutcome;
  /** Rule that decided, for all but the accepted; `reading-decided-by-person` comes with the reading's own `by` and `why`. */
  readonly code: ReadingCode | null;
  /** Rules that only remark something. */
  readonly remarks: readonly ReadingCode[];
  /** Billing month that it closes, for the accepted. */
  readonly month: Month | null;
  /** Volume since the month before it closed, or reported; `null` when it closes none. */
  readonly volume: string | null;
  /** Billing month that it counts for, or would. */
  readonly countsFor: Month;
}

/**
 * The verdict on every reading of a house («показания: приняты, ждут решения, отклонены»), in order of premises, meters and days, then those of
 * the meters of the house. A reading that closes no month because a later one of the month does is accepted too.
 *
 * @example readingVerdicts(house).filter(({ verdict }) => verdict === 'held')
 */
export const readingVerdicts = (facts: HouseFacts): readonly ReadingVerdictOf[] => {
  const judge = new ReadingJudge(facts);
  const windowOf = windowsOf(facts);
  const common = new Map<string, ReadingVerdictOf>();
  for (const { place } of inletsOf(facts)) tellPlace(null, judge, windowOf, place, common);
  return [...usesOf(facts).flatMap((use) => verdictsOf(use, judge)), ...common.values()];
};

/** The verdicts on the readings of one premises. */
export const verdictsOf = (use: PremisesUse, judge: ReadingJudge): readonly ReadingVerdictOf[] => {
  const verdicts = new Map<string, ReadingVerdictOf>();
  for (const place of use.allPlaces()) tellPlace(use, judge, (service) => use.windowOf(service), place, verdicts);
  return [...verdicts.values()];
};

const tellPlace = (
  use: PremisesUse | null,
  judge: ReadingJudge,
  windowOf: (service: MeteredService) => ReadingWindow,
  { lives }: MeterPlace,
  verdicts: Map<string, ReadingVerdictOf>,
): void => {
  for (const life of lives)
    for (const register of life.registers) new RegisterVerdicts(use, judge, windowOf(life.meter.service), life, register).tell(verdicts);
};

class RegisterVerdicts {
  private readonly closes = new Map<string, { readonly month: number; readonly at: number; readonly boundary: Boundary }>();

  constructor(
    private readonly use: PremisesUse | null,
    private readonly judge: ReadingJudge,
    private readonly window: ReadingWindow,
    private readonly life: MeterLife,
    private readonly register: Register,
  ) {
    for (const boundary of register.accepted)
      if (boundary.reading !== null) this.closes.set(boundary.reading.id, { month: boundary.month, at: -1, boundary });
    for (const [at, boundary] of register.boundaries.entries())
      if (boundary.reading !== null) this.closes.set(boundary.reading.id, { month: boundary.month, at, boundary });
  }

  /** A meter that was verified again has two lives over the same readings: the later one speaks for those taken in it. */
  tell(verdicts: Map<string, ReadingVerdictOf>): void {
    const exceptions = new Map(this.register.exceptions.map((one) => [one.reading.id, one]));
    for (const reading of this.register.facts.readings) {
      if (verdicts.has(reading.id) && serial(reading.takenOn) < this.life.from - 1) continue;
      const exception = exceptions.get(reading.id);
      const effect = readingEffect(reading, this.window);
      const closes = exception === undefined ? this.closes.get(reading.id) : undefined;
      verdicts.set(reading.id, {
        reading,
        premises: this.use?.facts.premises.id ?? '',
        service: this.life.meter.service,
        meter: this.life.meter,
        verdict: exception?.verdict ?? 'accepted',
        code: exception?.code ?? null,
        remarks: exception?.code === 'reading-outside-strict-window' ? [] : this.remarks(reading, effect),
        month: closes === undefined ? null : monthFromNumber(closes.month),
        volume: closes === undefined ? null : this.volumeOf(reading, closes),
        countsFor: monthFromNumber(effect.month),
      });
    }
  }

  private volumeOf(reading: ReadingRecord, { at, boundary }: { readonly at: number; readonly boundary: Boundary }): string | null {
    const late = this.register.late.find(({ to }) => to.reading?.id === reading.id);
    const before = late?.from ?? this.register.boundaries[at - 1];
    const volume = before === undefined ? Number.NaN : boundary.value - before.value;
    return Number.isSafeInteger(volume) ? volumeText(volume) : null;
  }

  private remarks(reading: ReadingRecord, { outside }: ReadingEffect): readonly ReadingCode[] {
    const codes: ReadingCode[] = [];
    const { register } = this;
    const found = this.closes.get(reading.id);
    if (found !== undefined && found.at > 0) {
      const before = register.boundaries[found.at - 1] as Boundary;
      if (found.boundary.rollovers > before.rollovers) codes.push('reading-rollover');
      if (found.boundary.value < before.value) codes.push('reading-correction');
      codes.push(...this.judge.remarks(this.use, this.life.meter.service, register, found.at));
    }
    if (outside === 'late') codes.push('reading-late');
    if (outside === 'early') codes.push('reading-early');
    if (onDial(reading.value, register.facts.decimals) !== reading.value) codes.push('reading-cut-to-dial');
    return codes;
  }
}
