import type { MeterPoint, PremisesFacts } from '../model/facts';
import type { ServiceCode } from '../model/services';
import { type LifeContext, type MeterPlace, readPlace } from './meter-life';

/** A premises with the histories of its meters, read when somebody asks for them. */
export class PremisesUse {
  readonly nonResidential: boolean;
  /** Histories that were asked for, by the index of the point. */
  private readonly read: (MeterPlace | undefined)[] = [];

  constructor(
    readonly index: number,
    readonly facts: PremisesFacts,
    private readonly context: LifeContext,
  ) {
    this.nonResidential = facts.premises.type === 'nonResidential';
  }

  /** Last day of a month on which a reading counts for it. */
  get cutoffDay(): (month: number) => number {
    return this.context.cutoffDay;
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

  /** Every meter place with its history. */
  allPlaces(): readonly MeterPlace[] {
    return this.facts.points.map((point, index) => this.place(point, index));
  }

  private place(point: MeterPoint, index: number): MeterPlace {
    const place = this.read[index] ?? readPlace(point, this.context);
    this.read[index] = place;
    return place;
  }

  /** Did a meter of the service measure on some day up to and including this one? */
  everMetered(service: ServiceCode, last: string): boolean {
    for (const point of this.facts.points)
      if (point.service === service && (point.meters[0]?.meter.commissionedOn ?? last) < last) return true;
    return false;
  }
}
