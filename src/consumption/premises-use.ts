import type { PremisesFacts } from '../model/facts';
import type { ServiceCode } from '../model/services';
import { type LifeContext, type MeterPlace, readPlace } from './meter-life';

const NO_PLACES: readonly MeterPlace[] = [];

/** A premises with the read histories of its meters. */
export class PremisesUse {
  readonly nonResidential: boolean;
  private readonly places: Partial<Record<ServiceCode, MeterPlace[]>> = {};

  constructor(
    readonly index: number,
    readonly facts: PremisesFacts,
    context: LifeContext,
  ) {
    this.nonResidential = facts.premises.type === 'nonResidential';
    for (const point of facts.points) {
      const place = readPlace(point, context);
      const list = this.places[point.service];
      if (list === undefined) this.places[point.service] = [place];
      else list.push(place);
    }
  }

  /** Meter places of a service. */
  placesOf(service: ServiceCode): readonly MeterPlace[] {
    return this.places[service] ?? NO_PLACES;
  }

  /** Did a meter of the service measure, or had one measured, before the day (serial)? */
  everMetered(service: ServiceCode, before: number): boolean {
    for (const place of this.placesOf(service)) if ((place.lives[0]?.from ?? Number.POSITIVE_INFINITY) <= before) return true;
    return false;
  }
}
