import { incidentKnownIn } from '../consumption/incident-time';
import { type WasteDelay, type WasteTolerance, wasteDelay } from '../consumption/waste-incidents';
import { scaledSafe } from '../kernel/gate';
import type { HouseFacts } from '../model/facts';
import type { IncidentRecord, PremisesRecord } from '../model/records';
import { WASTE_HOURS_COLD, WASTE_HOURS_MONTH, WASTE_HOURS_STEP, WASTE_HOURS_WARM, WASTE_REDUCTION } from '../norms/federal/waste';
import { type Parameter, valueOn } from '../norms/parameter';
import type { PricedMonth } from './prices';

/** Delays of removal of a house in a month, as far as they are known. */
export class WasteDelays {
  private readonly incidents: readonly IncidentRecord[];
  private whole: WasteDelay | null | undefined;
  private tolerance: WasteTolerance | null = null;

  constructor(
    facts: HouseFacts,
    private readonly context: PricedMonth,
    private readonly report: (problem: PricedMonth['problems'][number]) => void,
  ) {
    this.incidents = facts.incidents.filter((one) => one.service === 'waste' && incidentKnownIn(one) <= context.through);
  }

  /** Was some removal late, as far as it is known? */
  get some(): boolean {
    return this.incidents.length > 0;
  }

  /** What delays of removal take off the charge of a premises; the same for all of the house unless an incident names premises. */
  of({ id, within }: PremisesRecord): WasteDelay | null {
    if (this.incidents.length === 0) return null;
    const concerns = (one: IncidentRecord): boolean =>
      one.premises === undefined || one.premises.includes(id) || (within !== undefined && one.premises.includes(within));
    if (this.incidents.some((one) => one.premises !== undefined)) return this.delay(this.incidents.filter(concerns));
    if (this.whole === undefined) this.whole = this.delay(this.incidents);
    return this.whole;
  }

  private delay(incidents: readonly IncidentRecord[]): WasteDelay | null {
    this.tolerance ??= this.toleranceOf();
    return wasteDelay(incidents, this.context, this.tolerance);
  }

  private toleranceOf(): WasteTolerance {
    const value = (of: Parameter): number => {
      const found = valueOn(of, this.context.first);
      if (found.ok) return scaledSafe(found.value.value, 3);
      this.report(found.error);
      return 1000;
    };
    const hours = (of: Parameter): number => value(of) / 1000;
    return {
      month: hours(WASTE_HOURS_MONTH),
      cold: hours(WASTE_HOURS_COLD),
      warm: hours(WASTE_HOURS_WARM),
      step: hours(WASTE_HOURS_STEP),
      thousandths: value(WASTE_REDUCTION),
    };
  }
}
