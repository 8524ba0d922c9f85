import type { BreakLimits } from '../consumption/quality-breaks';
import type { QualityNorms } from '../consumption/quality-deviations';
import { scaledSafe } from '../kernel/gate';
import type { IncidentRecord, ServiceRecord } from '../model/records';
import type { ServiceCode } from '../model/services';
import {
  AIR_ABOVE,
  AIR_LEAST,
  AIR_NIGHT,
  BREAKS,
  ELECTRICITY_BREAKS,
  HEATING_BREAK_MONTH,
  HEATING_BREAKS,
  HOT_WATER_COLD,
  HOT_WATER_DAY,
  HOT_WATER_DEAD_END,
  HOT_WATER_LEAST,
  HOT_WATER_MOST,
  HOT_WATER_NIGHT,
  HOT_WATER_PLANNED,
  HOT_WATER_STEP,
  PRESSURE,
  PRESSURE_BOUND,
} from '../norms/federal/quality';
import { type Parameter, type ParameterEntry, valueOn } from '../norms/parameter';
import type { PricedMonth } from './prices';

const HOUR = 60;

/** The numbers of annex 1 on the first day of a month; one that nobody reviewed is told once to the month. */
export class QualityLaw {
  private readonly told = new Set<string>();

  constructor(private readonly context: PricedMonth) {}

  /** A value with its source, on a scale; zero where it is missing, which the month answers for. */
  entry(of: Parameter): ParameterEntry & { readonly value: string } {
    const found = valueOn(of, this.context.first);
    if (found.ok) return found.value;
    if (!this.told.has(of.code)) {
      this.told.add(of.code);
      this.context.problems.push(found.error);
    }
    return { from: this.context.first, value: '0', act: '—' };
  }

  private value(of: Parameter, scale: number): number {
    return scaledSafe(this.entry(of).value, scale);
  }

  /** What breaks of a service may last. */
  limits(service: ServiceCode, terms: readonly ServiceRecord[]): BreakLimits {
    const { policies } = this.context;
    const minutes = (of: Parameter): number => HOUR * this.value(of, 0);
    const beside = {
      deadEnd: service === 'hotWater' ? minutes(HOT_WATER_DEAD_END) : 0,
      plannedYear: service === 'hotWater' ? minutes(HOT_WATER_PLANNED) : null,
      plannedUndelivered: service !== 'hotWater' || policies.hotWaterPlannedOutage === 'reduce',
    };
    if (service === 'heating') {
      const steps = HEATING_BREAKS.map(({ from, hours }) => ({ from: from * 10, minutes: minutes(hours) }));
      const single = ({ celsius }: IncidentRecord): number => steps.find(({ from }) => scaledSafe(celsius ?? '0', 1) >= from)?.minutes ?? 0;
      return { ...beside, month: minutes(HEATING_BREAK_MONTH), single };
    }
    if (service === 'electricity') {
      const feeds = terms.find((one) => one.feeds !== undefined)?.feeds;
      const most = feeds === undefined ? 0 : minutes(ELECTRICITY_BREAKS[feeds as 1 | 2]);
      return { ...beside, month: most, single: () => most };
    }
    const of = BREAKS[service as keyof typeof BREAKS];
    const most = of.single === null ? null : minutes(of.single);
    return { ...beside, month: minutes(of.month), single: () => most };
  }

  /** What temperatures and pressures of a service are measured against. */
  norms(service: ServiceCode): QualityNorms {
    const { policies } = this.context;
    const tenths = (of: Parameter): number => this.value(of, 1);
    const pressure = PRESSURE[service as keyof typeof PRESSURE] as (typeof PRESSURE)[keyof typeof PRESSURE] | undefined;
    const legacy = policies.hotWaterTolerance === 'legacy';
    return {
      water: { least: tenths(HOT_WATER_LEAST), most: tenths(HOT_WATER_MOST), cold: tenths(HOT_WATER_COLD), step: tenths(HOT_WATER_STEP) },
      tolerated: legacy ? { night: tenths(HOT_WATER_NIGHT), day: tenths(HOT_WATER_DAY) } : { night: 0, day: 0 },
      air: { least: tenths(AIR_LEAST), night: tenths(AIR_NIGHT), above: tenths(AIR_ABOVE) },
      airOnce: policies.heatingAirReduction === 'perHour',
      bound: this.value(PRESSURE_BOUND, 2),
      pressure:
        pressure === undefined
          ? null
          : {
              least: this.value(pressure.least, 5),
              most: this.value(pressure.most, 5),
              tolerated: pressure.tolerated === null ? 0 : this.value(pressure.tolerated, 5),
            },
    };
  }
}
