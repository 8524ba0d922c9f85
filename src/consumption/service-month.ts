import { monthNumber, serial } from '../kernel/calendar';
import { scaledSafe } from '../kernel/gate';
import { meterActs } from './act-meters';
import { settledByCheck } from './act-settlement';
import { freeDays, type ViolationDays, violationsWithin } from './act-violations';
import { actText } from './act-words';
import { noteLateReadings, noteViolations } from './findings';
import { followsWater } from './follows-water';
import { VOLUME_FORMULAS, VOLUME_SCALE, volumeOf } from './formulas';
import { gasPlaceMonth } from './gas-fault';
import { isSuppliedGas } from './gas-terms';
import type { MeterPlace } from './meter-life';
import type { MonthContext, ServiceTerms } from './month-context';
import { normativeOn } from './normative-days';
import { byCapacity, strongest, withoutViolations } from './part-days';
import { type Holder, type Piece, piecesOf } from './piece';
import { type NormativeDays, type PlaceMonth, placeMonth, type VolumePart } from './place-month';
import type { PremisesUse } from './premises-use';
import type { Cell, VolumeSink } from './sink';
import { spreadPart } from './spread';
import { BASIS_OF, ruleFor, tableOf, unmeteredFacts } from './volume-choice';
import type { VolumeFacts, VolumeRule } from './volume-rules';
import { withoutDays } from './without-days';

/** Find the volumes of one metered service of a premises, the long way: meter places by the rule table, normatives by days. */
export const serviceMonth = (
  context: MonthContext,
  use: PremisesUse,
  terms: ServiceTerms,
  holders: readonly Holder[],
  sink: VolumeSink,
): void => new ServiceMonth(context, use, terms, holders, sink).run();

/** The whole month of non-residential premises by the volume of the contract. */
export const contractMonth = (
  context: MonthContext,
  use: PremisesUse,
  terms: ServiceTerms,
  holders: readonly Holder[],
  sink: VolumeSink,
): void => new ServiceMonth(context, use, terms, holders, sink).contractDays({ from: context.from, to: context.to });

class ServiceMonth {
  private readonly pieces: readonly Piece[];
  private violations: readonly ViolationDays[] = [];

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
    const { context, use, terms, sink } = this;
    if (this.pieces.length === 0) return;
    const finds = context.through === context.number && !sink.tells;
    if (use.facts.acts.length > 0) {
      this.violations = violationsWithin(use.facts, terms.service, context.from, context.to, {
        through: context.through,
        monthsBack: context.acts.monthsBack,
      });
      if (finds) noteViolations(context, use, terms);
    }
    if (finds) for (const place of use.placesOf(terms.service)) noteLateReadings(context, use, terms, place);
    const [first] = this.violations;
    if (first === undefined || first.from > context.from || first.to < context.to) this.lawful();
    for (const violation of this.violations) this.violated(violation);
    const sound = !this.violations.some(({ act }) => monthNumber(act.on) <= context.number);
    if (use.facts.acts.length > 0 && sound) this.checked();
  }

  /** Days that no act about a violation takes. */
  private lawful(): void {
    const { context, use, terms } = this;
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
    const monthOf = isSuppliedGas(terms, use.nonResidential) ? gasPlaceMonth : placeMonth;
    const months: PlaceMonth[] = [];
    let firstMetered = context.to;
    for (const place of places) {
      const first = place.lives[0]?.from ?? context.to;
      firstMetered = Math.min(firstMetered, first);
      if (first < context.to) months.push(monthOf(context, use, terms, place, this.sink));
    }
    const whole = strongest(months, context.from, context.to);
    if (whole !== null) {
      this.normativeDays(whole);
      return;
    }
    if (firstMetered > context.from) this.unmetered(context.from, firstMetered);
    const partial = strongest(months, context.to, context.from);
    if (partial !== null) this.normativeDays(partial);
    for (const month of months) {
      const own = month.normative.length > 0;
      for (const part of month.parts)
        this.part(partial !== null && !own ? withoutDays(part, partial, context, terms, 'normativeDays') : part);
    }
  }

  /** Days of a violation: by the capacity of the connection, or by the tenfold normative. */
  private violated({ from, to, act }: ViolationDays): void {
    const { context, use, terms, sink } = this;
    const violation = act.type === 'tampering' ? 'tampering' : 'unauthorised';
    const facts = {
      ...unmeteredFacts(context, use, terms, from),
      violation,
      capacity: act.capacity !== undefined,
      acts: actText(act),
    } as const;
    const rule = this.choose(facts);
    if (BASIS_OF[rule] !== 'connection') {
      for (const piece of this.pieces) {
        const [start, end] = [Math.max(piece.from, from), Math.min(piece.to, to)];
        if (end > start) normativeOn(context, use, terms, piece, start, end, rule, sink);
      }
      return;
    }
    const days = to - from;
    const volume = byCapacity(terms, act, days, context.volumeDigits);
    this.emit({ zone: 'T0', from, to, basis: 'connection', volume, told: { kind: 'capacity', act, days }, taken: null });
  }

  /**
   * What a check of this month finds, unless it found a violation (п. 61 asks for a sound meter), for months that were billed without readings: on
   * its day, to whoever holds the premises then. A violation found later does not undo it.
   */
  private checked(): void {
    const { context, use, terms, sink } = this;
    for (const difference of settledByCheck(context, use, terms, use.placesOf(terms.service))) {
      const day = serial(difference.act.on);
      const piece = this.pieces.find(({ from, to }) => from <= day && day < to);
      const volume = difference.measured - difference.billed;
      if (piece === undefined || volume === 0) continue;
      sink.volume(cellOf(terms, piece, { from: day, to: day + 1 }), difference.zone, 'check', volume, { kind: 'check', difference });
    }
  }

  private choose(facts: VolumeFacts): VolumeRule {
    const { context, use, terms, sink } = this;
    sink.chosen?.(terms, { point: '', zone: 'T0' }, tableOf(use, terms), facts);
    return ruleFor(context, use, terms, facts);
  }

  private followWater(): void {
    for (const holder of this.holders) {
      const days = this.pieces.filter((piece) => piece.row === holder.row);
      if (days.length > 0) this.sink.fromWater(this.terms, holder.row, days);
    }
  }

  /** Days on which the service never had a meter. */
  private unmetered(from: number, to: number): void {
    const { context, use, terms } = this;
    const facts = unmeteredFacts(context, use, terms, from);
    const { acts } = use.facts;
    const [place] = terms.service === 'electricity' && acts.length > 0 ? use.placesOf(terms.service) : [];
    const told = terms.service === 'electricity' ? meterActs(context, acts, null, place?.lives[0]?.meter.commissionedOn ?? null) : {};
    this.normativeDays({ from, to, rule: this.choose({ ...facts, ...told }) });
  }

  /** A volume, less the days that violations take of it: they are billed otherwise. */
  private part(part: VolumePart): void {
    if (this.violations.length === 0) this.emit(part);
    else for (const left of withoutViolations(part, this.violations, this.context, this.terms)) this.emit(left);
  }

  private emit(part: VolumePart): void {
    const { context, terms, sink } = this;
    const only = this.pieces.length === 1 ? (this.pieces[0] as Piece) : null;
    if (only !== null && only.from <= part.from && only.to >= part.to) {
      if (part.told.kind === 'readings')
        sink.readings(cellOf(terms, only, part), part.zone, part.told.gap.register, part.told.gap.to, part.told.gap.from);
      else sink.volume(cellOf(terms, only, part), part.zone, part.basis, part.volume, part.told);
      return;
    }
    for (const { piece, part: own } of spreadPart(context, terms, this.pieces, part)) {
      sink.volume(cellOf(terms, piece, daysOf(own)), own.zone, own.basis, own.volume, own.told);
    }
  }

  private normativeDays(days: NormativeDays): void {
    if (days.rule === 'contract') {
      this.contractDays(days);
      return;
    }
    for (const free of freeDays(days.from, days.to, this.violations))
      for (const piece of this.pieces) {
        const from = Math.max(piece.from, free.from);
        const to = Math.min(piece.to, free.to);
        if (to > from) normativeOn(this.context, this.use, this.terms, piece, from, to, days.rule, this.sink);
      }
  }

  /** Non-residential premises without a usable meter: the monthly volume of the contract, by days. */
  contractDays(days: Pick<NormativeDays, 'from' | 'to'>): void {
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
      const volume = volumeOf(
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
export const closedBefore = (place: MeterPlace, day: number): boolean => {
  const last = place.lives[place.lives.length - 1];
  return last?.meter.closesPlace === true && last.fitEnd <= day;
};

interface Days {
  readonly from: number;
  readonly to: number;
}

const cellOf = (terms: ServiceTerms, piece: Piece, { from, to }: Days): Cell => ({
  terms,
  stretch: piece.stretch,
  row: piece.row,
  from,
  to,
});

/** Days of a part of a volume: those it was cut to between holders or tariffs. */
const daysOf = ({ from, to, told }: VolumePart): Days =>
  told.kind === 'part' && told.why !== 'normativeDays' && told.why !== 'act'
    ? { from: from + told.from, to: from + told.to }
    : { from, to };
