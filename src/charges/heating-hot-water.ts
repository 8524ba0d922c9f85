import { VOLUME_SCALE } from '../consumption/formulas';
import type { BillingProblem } from '../consumption/problems';
import { HEATING_SCALE, heatForHotWater } from '../house/heating-formulas';
import { type Month, monthFromNumber, monthNumber } from '../kernel/calendar';
import { scaledSafe } from '../kernel/gate';
import { scaled } from '../kernel/quantity';
import { err, ok, type Result } from '../kernel/result';
import type { HouseVolumeRecord } from '../model/common-records';
import type { HouseFacts } from '../model/facts';
import { calculate } from '../norms/formula';
import { chargeHouse } from './charge-house';
import { suppliedMonth } from './common-known';
import type { HeatingBook } from './heating-book';
import { unpricedMonth } from './priced-month';
import { isOwnVolume } from './slot';

/** Heat that hot water took of a shared meter in a month. */
interface HotWaterMonth {
  readonly month: Month;
  readonly volume: number;
  /** Act that states it; `null` when it is the hot water times a normative. */
  readonly stated: HouseVolumeRecord | null;
  readonly water: number;
  readonly normative: string | null;
}

/** The same between two readings of the meter: of the month, and of months out of the season before it. */
export interface HotWaterHeat {
  readonly volume: number;
  readonly months: readonly HotWaterMonth[];
}

/** The hot water of a house whose meter of heat counts it as well. */
export class SharedHotWater {
  private readonly at: string;

  constructor(
    private readonly facts: HouseFacts,
    private readonly book: HeatingBook,
  ) {
    this.at = `heatingTerms ${book.heating.terms.id}`;
  }

  private ownUse(): readonly HouseVolumeRecord[] {
    return this.facts.common.volumes.filter((one) => one.service === 'heating' && one.what === 'ownUse');
  }

  /** Does the meter of the house count the heat of hot water as well? */
  get isShared(): boolean {
    return this.book.heating.terms.hotWaterNormative !== undefined || this.ownUse().length > 0;
  }

  /** A house whose hot water was stated by acts within a year is one whose acts are awaited. */
  private hasActsSince(number: number): boolean {
    return this.ownUse().some(({ month }) => monthNumber(month) >= number);
  }

  /** Heat of hot water on a shared meter since its last reading: of the month, and of the months out of the season before it. */
  between(since: number, last: number): Result<HotWaterHeat | null, BillingProblem> {
    const months: HotWaterMonth[] = [];
    for (let number = last; number > since; number -= 1) {
      const month = monthFromNumber(number);
      if (number !== last && this.book.heatedIn(month).days > 0) continue;
      const found = this.hotWaterIn(month);
      if (!found.ok) return found;
      if (found.value !== null) months.unshift(found.value);
      else if (months.length > 0 || this.hasActsSince(number - 12))
        return err({ code: 'heating-hot-water-missing', at: this.at, value: month, facts: { house: this.facts.house.id } });
      else return ok(null);
    }
    return ok({ volume: months.reduce((sum, { volume }) => sum + volume, 0), months });
  }

  /** Heat of hot water in a month: by an act, else the hot water of the house times the normative of heating it. */
  private hotWaterIn(month: Month): Result<HotWaterMonth | null, BillingProblem> {
    const act = this.ownUse().find((one) => one.month === month);
    if (act !== undefined) return ok({ month, volume: scaledSafe(act.volume, VOLUME_SCALE), stated: act, water: 0, normative: null });
    const code = this.book.heating.terms.hotWaterNormative;
    if (code === undefined) return ok(null);
    const context = unpricedMonth(this.facts, month);
    if (!context.ok) return err(context.error[0] as BillingProblem);
    const record = context.value.normatives.record(code);
    const found = record === undefined ? undefined : context.value.normatives.within(record, context.value.to - 1, context.value.to);
    if (found === undefined || !found.ok) return err({ ...(found?.error ?? { code: 'no-normative', value: code }), at: this.at });
    const normative = found.value[0]?.entry.value ?? '0';
    const water = this.waterOf(context.value, month);
    if (!water.ok) return water;
    const volume = calculate(heatForHotWater, {
      q: scaled(scaledSafe(normative, HEATING_SCALE), HEATING_SCALE, 'Gcal/m3'),
      V: scaled(water.value, VOLUME_SCALE, 'm3'),
    });
    return ok({ month, volume: heat(volume), stated: null, water: water.value, normative });
  }

  /** Hot water of the house: by its meter, else what its premises were charged. */
  private waterOf(context: Parameters<typeof suppliedMonth>[1], month: Month): Result<number, BillingProblem> {
    const supplied = suppliedMonth(this.facts, context, 'hotWater');
    if (supplied.volume !== null) return ok(supplied.volume);
    const charges = chargeHouse(this.facts, month);
    if (!charges.ok) return err(charges.error[0] as BillingProblem);
    let sum = 0;
    for (const slot of charges.value.slots)
      if (isOwnVolume(slot.spec, 'hotWater')) for (let place = 0; place < slot.count; place += 1) sum += slot.volume[place] as number;
    return ok(sum);
  }
}

const heat = (int: bigint | null): number => (int === null ? Number.NaN : Number(int));
