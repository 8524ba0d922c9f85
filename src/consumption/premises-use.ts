import type { MeterPoint, PremisesFacts } from '../model/facts';
import type { MeterRecord } from '../model/records';
import type { MeteredService, ServiceCode } from '../model/services';
import type { AverageTerms } from './average';
import { type LifeContext, type LifeEnd, lifeEnd, type MeterPlace, readPlace } from './meter-life';
import type { Span } from './plain-register';
import type { ReadingWindow } from './reading-window';
import { type PeopleStretch, peopleWithin } from './residents';

/** What the lives of the meters of a house depend on beside the facts. */
export interface HouseLives extends Pick<LifeContext, 'windowOf' | 'unfitFrom' | 'refusals'> {
  readonly believableIn: (use: PremisesUse) => LifeContext['believable'];
  /** Least months and window of the history by which a rollover of a day (serial) is believed. */
  readonly historyTerms: (day: number) => AverageTerms;
  /** Volume up to which the history of a register lets a rollover be believed for some months. */
  readonly believedTimes: (history: Span, months: number) => number;
  /** What holds readings of a premises for their size; `null` where no policy of the house does. */
  readonly judgeIn: ((use: PremisesUse) => LifeContext['judge']) | null;
}

/** A premises with the histories of its meters, read when somebody asks for them. */
export class PremisesUse {
  readonly nonResidential: boolean;
  /** Histories that were asked for, by the index of the point. */
  private read: (MeterPlace | undefined)[] | null = null;
  private asked: {
    readonly from: number;
    readonly to: number;
    readonly temporaryDays: number;
    readonly people: readonly PeopleStretch[];
  } | null = null;

  constructor(
    readonly index: number,
    readonly facts: PremisesFacts,
    private readonly house: HouseLives,
  ) {
    this.nonResidential = facts.premises.type === 'nonResidential';
  }

  /** Days of a month on which readings of a service count for it. */
  windowOf(service: MeteredService): ReadingWindow {
    return this.house.windowOf(service);
  }

  /** A policy of the house may hold a reading for its size: its history must be walked. */
  get judges(): boolean {
    return this.house.judgeIn !== null;
  }

  /** Meter places of a service with their histories; each is read once, when somebody asks for it. */
  placesOf(service: ServiceCode): readonly MeterPlace[] {
    const { points } = this.facts;
    const places: MeterPlace[] = [];
    for (let i = 0; i < points.length; i += 1) {
      const point = points[i] as MeterPoint;
      if (point.service === service) places.push(this.place(point, i));
    }
    return places;
  }

  /** Number of meter places of a service. */
  placeCount(service: ServiceCode): number {
    let count = 0;
    for (const point of this.facts.points) if (point.service === service) count += 1;
    return count;
  }

  /** What ends the fitness of a meter that was verified once at most. */
  endOf(meter: MeterRecord): LifeEnd {
    return lifeEnd(meter, meter.verifications[0]?.until ?? null, this.house);
  }

  /** Who counts on the days `[from, to)`; the last answer is kept, for every service of a month asks the same. */
  peopleWithin(from: number, to: number, temporaryDays: number): readonly PeopleStretch[] {
    const { asked } = this;
    if (asked !== null && asked.from === from && asked.to === to && asked.temporaryDays === temporaryDays) return asked.people;
    const people = peopleWithin(this.facts, from, to, temporaryDays);
    this.asked = { from, to, temporaryDays, people };
    return people;
  }

  /** Every meter place with its history. */
  allPlaces(): readonly MeterPlace[] {
    return this.facts.points.map((point, index) => this.place(point, index));
  }

  private place(point: MeterPoint, index: number): MeterPlace {
    this.read ??= [];
    const known = this.read[index];
    if (known !== undefined) return known;
    const { windowOf, unfitFrom, refusals, believableIn, judgeIn } = this.house;
    const judge = judgeIn === null ? null : judgeIn(this);
    const place = readPlace(point, { windowOf, unfitFrom, refusals, acts: this.facts.acts, believable: believableIn(this), judge });
    this.read[index] = place;
    return place;
  }

  /** Did a meter of one of the waters measure on some day up to and including this one? */
  waterMetered(last: string): boolean {
    return this.everMetered('coldWater', last) || this.everMetered('hotWater', last);
  }

  /** Did a meter of the service measure on some day up to and including this one? */
  everMetered(service: ServiceCode, last: string): boolean {
    for (const point of this.facts.points)
      if (point.service === service && (point.meters[0]?.meter.commissionedOn ?? last) < last) return true;
    return false;
  }
}
