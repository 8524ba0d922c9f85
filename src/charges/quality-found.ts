import { incidentKnownIn } from '../consumption/incident-time';
import type { PremisesUse } from '../consumption/premises-use';
import { type Breaks, breaksIn, type Minutes, spanOf } from '../consumption/quality-breaks';
import { type Deviation, deviationsOf } from '../consumption/quality-deviations';
import { QUALITY_ORDER, type QualityFacts, type QualityRule, qualityRules } from '../consumption/quality-rules';
import type { HouseFacts } from '../model/facts';
import { flatsOf } from '../model/flats';
import type { IncidentRecord } from '../model/records';
import type { ServiceCode } from '../model/services';
import { rowFor } from '../norms/rules';
import type { AccountRow } from './holders';
import { usesOf } from './premises-uses';
import type { PricedMonth } from './prices';
import { QualityLaw } from './quality-law';

const DAY = 24 * 60;

/** What was wrong with a service for a row in a month. */
export interface FoundQuality {
  readonly service: ServiceCode;
  /** Minutes of the month on which the row holds its premises. */
  readonly window: Minutes;
  readonly breaks: Breaks | null;
  /** Deviations by the rule that counts them, in the order of annex 1. */
  readonly deviations: readonly (readonly [QualityRule, readonly Deviation[]])[];
  /** Which rule breaks go by. */
  readonly breakRule: QualityRule | null;
}

/** Breaks and bad quality of the utilities of a house in a month, as far as they are known; those of waste count by themselves. */
export class HouseQuality {
  readonly law: QualityLaw;
  private readonly incidents: readonly IncidentRecord[];
  private fed = false;

  constructor(
    private readonly facts: HouseFacts,
    private readonly context: PricedMonth,
  ) {
    this.law = new QualityLaw(context);
    this.incidents = facts.incidents.filter((one) => one.service !== 'waste' && incidentKnownIn(one) <= context.through);
  }

  /** Did something happen, as far as it is known? */
  get some(): boolean {
    return this.incidents.length > 0;
  }

  /** What was wrong with a service for a row; `null`: nothing. */
  of(row: AccountRow, service: ServiceCode): FoundQuality | null {
    const { id, within } = row.premises.premises;
    const own = this.incidents.filter(
      (one) =>
        one.service === service &&
        (one.premises === undefined || one.premises.includes(id) || (within !== undefined && one.premises.includes(within))),
    );
    if (own.length === 0) return null;
    const window = { from: row.from * DAY, to: row.to * DAY };
    const off = own.filter(({ type }) => type === 'interruption');
    const touched = own.filter((one) => spanOf(one).from < window.to && spanOf(one).to > window.from);
    if (touched.length === 0) return null;
    const some = touched.some(({ type }) => type === 'interruption');
    return {
      service,
      window,
      breaks: some ? this.breaks(service, off, window) : null,
      breakRule: some ? this.rule({ service, type: 'interruption', deviates: true, aboveBound: false, cold: false }) : null,
      deviations: this.deviations(service, touched, off, window),
    };
  }

  private breaks(service: ServiceCode, off: readonly IncidentRecord[], window: Minutes): Breaks {
    const terms = this.facts.services.filter(
      (one) => one.service === service && one.from <= this.context.last && (one.to ?? '9') > this.context.first,
    );
    const needsFeeds = service === 'electricity' && off.some(({ hoursAbove }) => hoursAbove === undefined);
    if (needsFeeds && !this.fed && terms.every(({ feeds }) => feeds === undefined)) {
      this.fed = true;
      this.context.problems.push({
        code: 'quality-feeds-missing',
        at: `service ${terms[0]?.id ?? service}`,
        facts: { month: this.context.month },
      });
    }
    return breaksIn(off, window, this.law.limits(service, terms));
  }

  private deviations(
    service: ServiceCode,
    own: readonly IncidentRecord[],
    off: readonly IncidentRecord[],
    window: Minutes,
  ): FoundQuality['deviations'] {
    const norms = this.law.norms(service);
    const away = off.map(spanOf);
    const found = new Map<QualityRule, Deviation[]>();
    for (const incident of own) {
      if (incident.type === 'interruption') continue;
      for (const one of deviationsOf(incident, window, away, norms)) {
        const { type } = incident;
        const rule = this.rule({ service, type, deviates: one.times > 0, aboveBound: one.aboveBound, cold: one.cold });
        const known = found.get(rule);
        if (known === undefined) found.set(rule, [one]);
        else known.push(one);
      }
    }
    return QUALITY_ORDER.flatMap((rule) => {
      const list = found.get(rule);
      return list === undefined ? [] : [[rule, list] as const];
    });
  }

  private rule(asked: QualityFacts): QualityRule {
    return QUALITY_ORDER[rowFor(qualityRules, asked, this.context.first)] ?? 'qualityTolerated';
  }

  /** Has neither the house nor the premises a meter of the service; of sewerage by the waters, of them? */
  unmetered(row: AccountRow, service: ServiceCode): boolean {
    if (row.premises.premises.type === 'nonResidential') return false;
    const { last, month } = this.context;
    const flat = flatsOf(this.facts)?.of.get(row.premisesIndex);
    const all = usesOf(this.facts);
    const uses = [row.premisesIndex, ...(flat === undefined ? [] : [flat.index])].map((index) => all[index] as PremisesUse);
    const asked: readonly ServiceCode[] = service === 'sewerage' ? ['sewerage', 'coldWater', 'hotWater'] : [service];
    const { inlets, volumes } = this.facts.common;
    return asked.every(
      (one) =>
        !uses.some((use) => use.everMetered(one, last)) &&
        !inlets.some((inlet) => inlet.service === one && inlet.meters.some(({ meter }) => meter.commissionedOn <= last)) &&
        !volumes.some((volume) => volume.service === one && volume.month === month),
    );
  }
}
