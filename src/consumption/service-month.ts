import { dayFromSerial, serial } from '../kernel/calendar';
import { scaledSafe } from '../kernel/gate';
import type { VolumeBasis } from '../model/bill';
import { followsWater } from './follows-water';
import { roundedVolume, VOLUME_FORMULAS, VOLUME_SCALE } from './formulas';
import type { MeterPlace } from './meter-life';
import type { MonthContext, ServiceTerms } from './month-context';
import { normativeFor } from './normative';
import { type Holder, type Piece, piecesOf } from './piece';
import { type NormativeDays, placeMonth, type VolumePart } from './place-month';
import type { PremisesUse } from './premises-use';
import { volumeThrough } from './register-month';
import { OWNERS_MISSING, type PeopleStretch } from './residents';
import type { Cell, NormativeShare, VolumeSink } from './sink';
import { spreadPart } from './spread';
import { BASIS_OF, raises, ruleFor, tableOf } from './volume-choice';
import type { VolumeFacts, VolumeRule } from './volume-rules';

/** Find the volumes of one metered service of a premises, the long way: meter places by the rule table, normatives by days. */
export const serviceMonth = (
  context: MonthContext,
  use: PremisesUse,
  terms: ServiceTerms,
  holders: readonly Holder[],
  sink: VolumeSink,
): void => new ServiceMonth(context, use, terms, holders, sink).run();

/** The whole month of a service by what stands in for its meters: a normative or the volume of the contract. */
export const substitutedMonth = (
  context: MonthContext,
  use: PremisesUse,
  terms: ServiceTerms,
  holders: readonly Holder[],
  sink: VolumeSink,
  rule: VolumeRule,
): void => new ServiceMonth(context, use, terms, holders, sink).normativeDays({ from: context.from, to: context.to, rule });

/** The whole month of a service that never had a meter. */
export const unmeteredMonth = (
  context: MonthContext,
  use: PremisesUse,
  terms: ServiceTerms,
  holders: readonly Holder[],
  sink: VolumeSink,
): void => new ServiceMonth(context, use, terms, holders, sink).unmetered(context.from, context.to);

class ServiceMonth {
  private readonly pieces: readonly Piece[];

  constructor(
    private readonly context: MonthContext,
    private readonly use: PremisesUse,
    private readonly terms: ServiceTerms,
    private readonly holders: readonly Holder[],
    private readonly sink: VolumeSink,
  ) {
    this.pieces = piecesOf(holders, terms, use.facts.premises.directContracts);
  }

  run(): void {
    const { context, use, terms } = this;
    if (this.pieces.length === 0) return;
    const metered = use.everMetered(terms.service, context.last);
    if (!metered) {
      if (terms.service === 'sewerage' && followsWater(context, use, terms)) this.followWater();
      else this.unmetered(context.from, context.to);
      return;
    }
    const places = use.placesOf(terms.service);
    if (places.every((place) => closedBefore(place, context.from))) {
      this.unmetered(context.from, context.to);
      return;
    }
    const months = places
      .filter((place) => (place.lives[0]?.from ?? context.to) < context.to)
      .map((place) => placeMonth(context, use, terms, place, this.sink));
    const whole = strongest(
      months.flatMap((month) => month.normative.filter((days) => days.from <= context.from && days.to >= context.to)),
    );
    if (whole !== null) {
      this.normativeDays(whole);
      return;
    }
    const firstMetered = Math.min(...places.map((place) => place.lives[0]?.from ?? context.to));
    if (firstMetered > context.from) this.unmetered(context.from, firstMetered);
    const partial = strongest(months.flatMap((month) => month.normative));
    if (partial !== null) this.normativeDays(partial);
    for (const month of months) {
      const own = month.normative.length > 0;
      for (const part of month.parts) this.part(partial !== null && !own ? withoutDays(part, partial, context, terms) : part);
    }
  }

  private followWater(): void {
    for (const holder of this.holders) {
      const days = this.pieces.filter((piece) => piece.row === holder.row);
      if (days.length > 0) this.sink.fromWater(this.terms, holder.row, days);
    }
  }

  /** Days on which the service never had a meter. */
  unmetered(from: number, to: number): void {
    const { context, use, terms } = this;
    const facts: VolumeFacts = {
      metered: false,
      fit: false,
      reading: false,
      periods: 0,
      periodsMost: 0,
      average: false,
      supplierDuty: false,
      mustMeter: this.mustMeter(from),
    };
    this.sink.chosen?.(terms, { point: '', zone: 'T0' }, tableOf(use), facts);
    this.normativeDays({ from, to, rule: ruleFor(context, use, facts) });
  }

  /**
   * The duty to have a meter: of the service, unless an act says that it is impossible (no multiplier from the month in which the act is
   * drawn up); electricity meters are the supplier's care since 01.07.2020 (C31).
   */
  private mustMeter(day: number): boolean {
    const { context, use, terms } = this;
    if (terms.service === 'sewerage' || (terms.service === 'electricity' && context.supplierDuty)) return false;
    if (!(terms.stretches[0]?.record.meterDuty ?? false)) return false;
    const on = dayFromSerial(day);
    return !use.facts.premises.meteringImpossible.some(
      (act) => act.service === terms.service && act.from <= context.last && (act.to === null || on < act.to),
    );
  }

  private part(part: VolumePart): void {
    const { context, terms, sink } = this;
    const only = this.pieces.length === 1 ? (this.pieces[0] as Piece) : null;
    if (only !== null && only.from <= part.from && only.to >= part.to) {
      if (part.told.kind === 'readings')
        sink.readings(cellOf(terms, only), part.zone, part.told.gap.register, part.told.gap.to, part.told.gap.from);
      else sink.volume(cellOf(terms, only), part.zone, part.basis, part.volume, part.told);
      return;
    }
    for (const { piece, part: own } of spreadPart(context, terms, this.pieces, part)) {
      sink.volume(cellOf(terms, piece), own.zone, own.basis, own.volume, own.told);
    }
  }

  normativeDays(days: NormativeDays): void {
    if (days.rule === 'contract') {
      this.contractDays(days);
      return;
    }
    const basis = BASIS_OF[days.rule];
    for (const piece of this.pieces) {
      const from = Math.max(piece.from, days.from);
      const to = Math.min(piece.to, days.to);
      if (to <= from) continue;
      const stretch = this.terms.stretches[piece.stretch];
      const raised = raises(days.rule) && stretch?.raises === true && this.terms.service !== 'sewerage';
      this.normativeOn(piece, from, to, basis, raised);
    }
  }

  private normativeOn(piece: Piece, from: number, to: number, basis: VolumeBasis, raised: boolean): void {
    const { terms, sink } = this;
    const shares = this.shares(piece, from, to);
    if (shares === null) return;
    const shown: VolumeBasis = raised || (basis !== 'normativeRaised' && basis !== 'noMeterRaised') ? basis : 'normative';
    const [only] = shares;
    if (only !== undefined && shares.length === 1)
      sink.normative(cellOf(terms, piece), shown, raised, only, only.people.persons * (only.to - only.from));
    else sink.normativeSum(cellOf(terms, piece), shown, raised, shares);
  }

  /** Normative × people for each run of days on which neither changes; `null` when something is missing (told to the context). */
  private shares(piece: Piece, from: number, to: number): NormativeShare[] | null {
    const { context, use, terms } = this;
    const stretch = terms.stretches[piece.stretch];
    const record = context.normatives.record(stretch?.record.normative);
    if (record === undefined) {
      context.problems.push({
        code: 'no-normative',
        at: `premises ${use.facts.premises.id}`,
        value: terms.service,
        facts: { month: context.month },
      });
      return null;
    }
    const normatives = context.normatives.within(record, from, to);
    if (!normatives.ok) {
      context.problems.push({ ...normatives.error, at: `premises ${use.facts.premises.id}` });
      return null;
    }
    const shares: NormativeShare[] = [];
    for (const people of this.peopleOn(from, to)) {
      if (people.persons === OWNERS_MISSING) {
        context.problems.push({
          code: 'owners-missing',
          at: `premises ${use.facts.premises.id}`,
          value: dayFromSerial(people.from),
          facts: { service: terms.service },
        });
        return null;
      }
      for (const normative of normatives.value) {
        const start = Math.max(people.from, normative.from);
        const end = Math.min(people.to, normative.to);
        if (end <= start) continue;
        const text = people.persons === 0 ? '0' : normativeFor(normative.entry, people.persons, use.facts.premises.rooms);
        if (text === null) {
          context.problems.push({
            code: 'no-normative',
            at: `premises ${use.facts.premises.id}`,
            value: record.code,
            facts: { persons: String(people.persons), rooms: String(use.facts.premises.rooms ?? '—') },
          });
          return null;
        }
        shares.push({ from: start, to: end, people, record, entry: normative.entry, normative: text });
      }
    }
    return shares;
  }

  private peopleOn(from: number, to: number): readonly PeopleStretch[] {
    const { context, use } = this;
    if (context.policies.residents === 'firstDay') {
      const [first] = use.peopleWithin(context.from, context.from + 1, context.temporaryDays);
      return [{ ...(first as PeopleStretch), from, to }];
    }
    return use.peopleWithin(from, to, context.temporaryDays);
  }

  /** Non-residential premises without a usable meter: the monthly volume of the contract, by days. */
  private contractDays(days: NormativeDays): void {
    const { context, use, terms } = this;
    if (terms.service === 'sewerage') {
      this.followWater();
      return;
    }
    for (const contract of use.facts.premises.contractVolumes) {
      if (contract.service !== terms.service) continue;
      const from = Math.max(days.from, serial(contract.from));
      const to = Math.min(days.to, contract.to === null ? days.to : serial(contract.to));
      if (to <= from) continue;
      const month = scaledSafe(contract.volume, VOLUME_SCALE);
      const unit = terms.unit === 'kWh' ? 'kWh' : 'm3';
      const volume = roundedVolume(
        VOLUME_FORMULAS[unit].byContract as typeof VOLUME_FORMULAS.m3.byContract,
        { Vд: month, d: to - from, D: context.days },
        context.volumeDigits,
      );
      this.part({
        zone: 'T0',
        from,
        to,
        basis: 'contract',
        volume,
        told: { kind: 'contract', contract: contract.contract, volume: contract.volume, days: to - from },
        taken: null,
      });
      return;
    }
    context.problems.push({
      code: 'contract-volume-missing',
      at: `premises ${use.facts.premises.id}`,
      value: terms.service,
      facts: { month: context.month },
    });
  }
}

/** The place was closed with its last meter before the day: the service is as if it had never been metered there. */
const closedBefore = (place: MeterPlace, day: number): boolean => {
  const last = place.lives[place.lives.length - 1];
  return last?.meter.closesPlace === true && last.fitEnd <= day;
};

const cellOf = (terms: ServiceTerms, piece: Piece): Cell => ({ terms, stretch: piece.stretch, row: piece.row });

/** Of several normative answers the one that raises the charge, then the longer one. */
const strongest = (days: readonly NormativeDays[]): NormativeDays | null => {
  let best: NormativeDays | null = null;
  for (const one of days) {
    const stronger = best === null || (raises(one.rule) && !raises(best.rule));
    const longer = best !== null && raises(one.rule) === raises(best.rule) && one.to - one.from > best.to - best.from;
    if (stronger || longer) best = one;
  }
  return best;
};

/** The part of a fit meter that is left when another meter of the service had normative days in the month: by the other days. */
const withoutDays = (part: VolumePart, days: NormativeDays, context: MonthContext, terms: ServiceTerms): VolumePart => {
  const overlap = Math.max(0, Math.min(part.to, days.to) - Math.max(part.from, days.from));
  if (overlap === 0) return part;
  const unit = terms.unit === 'kWh' ? 'kWh' : 'm3';
  const whole = part.told.kind === 'readings' ? part.told.gap.to.value - part.told.gap.from.value : part.volume;
  const parts = part.to - part.from;
  const volume = volumeThrough(whole, parts - overlap, parts, unit, context.volumeDigits);
  return { ...part, volume, told: { kind: 'part', of: part.told, whole, from: 0, to: parts - overlap, parts, why: 'normativeDays' } };
};
