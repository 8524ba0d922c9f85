import { FlatUse } from '../consumption/flat-use';
import { VOLUME_SCALE } from '../consumption/formulas';
import { type LifeContext, type MeterPlace, readPlace } from '../consumption/meter-life';
import { normativeFor, normativeWithin } from '../consumption/normative';
import type { HouseUses } from '../consumption/plain-premises';
import type { Span } from '../consumption/plain-register';
import { type HouseLives, PremisesUse } from '../consumption/premises-use';
import type { Boundary } from '../consumption/register';
import { type Day, dayFromSerial, serial } from '../kernel/calendar';
import { scaledSafe } from '../kernel/gate';
import type { HouseFacts, Inlet, PremisesFacts } from '../model/facts';
import { flatsOf } from '../model/flats';
import type { MeteredService } from '../model/services';
import { REFUSALS_LEAST } from '../norms/federal/acts';
import { TEMPORARY_STAY_DAYS, VERIFICATION_SUSPENDED } from '../norms/federal/days';
import { valueOn } from '../norms/parameter';
import { gasMonthly } from './gas-monthly';
import { historyOf, historyTerms, ReadingJudge, timesOf } from './reading-judge';
import { windowsOf } from './reading-windows';

/** Refusals of access that have an effect: a number of the law without a second value yet. */
const refusals = Number(REFUSALS_LEAST.series[REFUSALS_LEAST.series.length - 1]?.value);

const cache = new WeakMap<HouseFacts, Uses>();

/** Premises of a house with the histories of their meters read; kept with the facts, which never change. */
export const usesOf = (facts: HouseFacts): readonly PremisesUse[] => houseUses(facts).all();

/** The same, each premises made when somebody asks for it. */
export const houseUses = (facts: HouseFacts): HouseUses & { all(): readonly PremisesUse[] } => {
  let uses = cache.get(facts);
  if (uses === undefined) {
    uses = new Uses(facts);
    cache.set(facts, uses);
  }
  return uses;
};

class Uses implements HouseUses {
  readonly lives: HouseLives;
  private readonly made: (PremisesUse | undefined)[];
  private every: readonly PremisesUse[] | null = null;

  constructor(private readonly facts: HouseFacts) {
    this.made = new Array<PremisesUse | undefined>(facts.premises.length).fill(undefined);
    const judge = new ReadingJudge(facts);
    this.lives = {
      windowOf: windowsOf(facts),
      unfitFrom,
      refusals,
      believableIn: (use) => believableIn(facts, use),
      historyTerms: (day) => historyTerms(dayFromSerial(day)),
      believedTimes: (own, months) => timesOfHistory(facts, own, months),
      judgeIn: judge.holds ? (use) => (service, boundaries, next) => judge.held(use, service, boundaries, next) : null,
    };
  }

  of(index: number): PremisesUse {
    this.made[index] ??= this.use(index);
    return this.made[index];
  }

  all(): readonly PremisesUse[] {
    this.every ??= this.facts.premises.map((_, index) => this.of(index));
    return this.every;
  }

  /** A communal flat knows its rooms. */
  private use(index: number): PremisesUse {
    const premises = this.facts.premises[index] as PremisesFacts;
    const flat = flatsOf(this.facts)?.of.get(index);
    if (flat?.index !== index) return new PremisesUse(index, premises, this.lives);
    const rooms = flat.rooms.map((room) => this.of(room));
    return new FlatUse(index, premises, this.lives, rooms);
  }
}

const inletCache = new WeakMap<HouseFacts, readonly PlacedInlet[]>();

/** An inlet of a house with the history of its meters. */
export interface PlacedInlet {
  readonly inlet: Inlet;
  readonly place: MeterPlace;
}

/** Inlets of a house with the histories of their meters read; kept with the facts. A rollover is believed up to some times the average. */
export const inletsOf = (facts: HouseFacts): readonly PlacedInlet[] => {
  let inlets = inletCache.get(facts);
  if (inlets === undefined) {
    const context: LifeContext = {
      windowOf: windowsOf(facts),
      unfitFrom,
      acts: [],
      refusals: 0,
      believable: (_place, boundaries, months, { takenOn }) => timesHistory(facts, boundaries, months, takenOn) ?? 0,
      judge: null,
    };
    inlets = facts.common.inlets.map((inlet) => ({ inlet, place: readPlace(inlet, context) }));
    inletCache.set(facts, inlets);
  }
  return inlets;
};

/** Days on which the expiry of verifications is suspended. */
const SUSPENDED = VERIFICATION_SUSPENDED.series.flatMap((entry, index, series) => {
  const next = series[index + 1];
  return entry.value === '1' ? [{ from: serial(entry.from), to: next === undefined ? Number.POSITIVE_INFINITY : serial(next.from) }] : [];
});

/** First day on which an expired verification makes a meter unfit: the day after it ended, or the end of a suspension. */
const unfitFrom: LifeContext['unfitFrom'] = (day) => {
  for (const span of SUSPENDED) if (day >= span.from && day < span.to) return span.to;
  return day;
};

/** C14: a rollover is believed up to some times the average for the months covered; without an average, up to the normative of the premises. */
const believableIn =
  (facts: HouseFacts, use: PremisesUse): LifeContext['believable'] =>
  ({ service }, boundaries, months, { takenOn }) =>
    timesHistory(facts, boundaries, months, takenOn) ?? normativeOf(facts, use, service, takenOn) * months;

const timesOfHistory = (facts: HouseFacts, own: Span, months: number): number =>
  (timesOf(facts, 'rolloverTimes') * own.volume * months) / own.months;

/** So many times the average of the window for some months; `null` when the meter has not worked long enough for one. */
const timesHistory = (facts: HouseFacts, boundaries: readonly Boundary[], months: number, takenOn: Day): number | null => {
  const own = historyOf(boundaries, takenOn);
  return own === null ? null : timesOfHistory(facts, own, months);
};

const normativeOf = (facts: HouseFacts, use: PremisesUse, service: MeteredService, on: Day): number => {
  const terms = facts.services.find((one) => one.service === service && one.from <= on && (one.to === null || on < one.to));
  const record = terms?.normative === undefined ? undefined : facts.normatives.get(terms.normative);
  const day = serial(on);
  const stay = valueOn(TEMPORARY_STAY_DAYS, on);
  if (!stay.ok) return 0;
  const [people] = use.peopleWithin(day, day + 1, Number(stay.value.value));
  if (service === 'gas') return gasMonthly(facts, use.facts, terms?.gasNormatives, on, people?.persons ?? 0);
  if (record === undefined || service === 'heating') return 0;
  const entries = normativeWithin(record, day, day + 1);
  if (people === undefined || people.persons <= 0 || !entries.ok) return 0;
  const entry = entries.value[0]?.entry;
  const text = entry === undefined ? null : normativeFor(entry, people.persons, use.facts.premises.rooms, Number(on.slice(5, 7)));
  return text === null ? 0 : people.persons * scaledSafe(text, VOLUME_SCALE);
};
