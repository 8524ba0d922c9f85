import { addMonths, type Month } from '../kernel/calendar';
import type { HouseAct } from '../model/house-act';
import type { MeteredService } from '../model/services';

/** Acts of a house by month, as they were when the months were charged; `undefined` for a month that was not charged here. */
export type ActsOf = (month: Month) => readonly HouseAct[] | undefined;

/** Looks back from a month over the acts of a house. */
export class CommonHistory {
  /** Acts of the month itself as far as they are made: a provider that leaves settles its last month at once. */
  private readonly now = new Map<MeteredService, HouseAct>();

  constructor(
    private readonly month: Month,
    private readonly acts: ActsOf,
  ) {}

  /** Take in an act of the month itself. */
  made(act: HouseAct): void {
    this.now.set(act.service, act);
  }

  /** Act of a resource in a month. */
  act(service: MeteredService, month: Month): HouseAct | undefined {
    return month === this.month ? this.now.get(service) : this.acts(month)?.find((act) => act.service === service);
  }

  /** The newest act of a provider in the twelve months before this one; a month without bills has none. */
  latest(service: MeteredService, provider: string): HouseAct | undefined {
    for (let back = 1; back <= 12; back += 1) {
      const act = this.act(service, addMonths(this.month, -back));
      if (act !== undefined) return act.provider === provider ? act : undefined;
    }
    return undefined;
  }

  /** Acts of at most `most` months before this one, newest first, without a break. */
  actsBefore(service: MeteredService, most: number): readonly HouseAct[] {
    const found: HouseAct[] = [];
    for (let back = 1; back <= most; back += 1) {
      const act = this.act(service, addMonths(this.month, -back));
      if (act === undefined) break;
      found.push(act);
    }
    return found;
  }
}
