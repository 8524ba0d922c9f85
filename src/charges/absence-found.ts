import { type AwayDays, absenceFacts, absenceTerms, advanceEnd, awayWithin, fullDaysOf, knownIn } from '../consumption/absence';
import { type UtilityAbsenceFacts, type UtilityAbsenceRule, utilityAbsenceRules } from '../consumption/absence-rules';
import { AbsenceSink, type NormativeVolume, type PeopleShare } from '../consumption/absence-sink';
import { NORMATIVE_SCALE } from '../consumption/formulas';
import type { ServiceTerms } from '../consumption/month-context';
import { normativeFor } from '../consumption/normative';
import type { PremisesUse } from '../consumption/premises-use';
import { closedBefore } from '../consumption/service-month';
import { dayFromSerial, serial } from '../kernel/calendar';
import { scaledSafe } from '../kernel/gate';
import type { VolumeBasis } from '../model/bill';
import { imageOf } from '../model/draw-image';
import type { HouseFacts, PremisesFacts } from '../model/facts';
import { flatsOf } from '../model/flats';
import type { AbsenceRecord } from '../model/records';
import type { MeteredService, ServiceCode } from '../model/services';
import { rowFor } from '../norms/rules';
import { type AccountRow, holdersOf } from './holders';
import { volumesOfHouse, withFlats } from './house-volumes';
import { usesOf } from './premises-uses';
import type { PricedMonth } from './prices';

/** Days on which the same people are away under one normative. */
export interface AbsenceCut {
  readonly from: number;
  readonly to: number;
  readonly share: PeopleShare;
  readonly persons: number;
  readonly away: readonly AwayDays[];
  /** Normatives per person with everybody and without those who are away, text. */
  readonly whole: string;
  readonly left: string;
  /** Normative × people × days that falls away, on the scale of normatives. */
  readonly weight: number;
}

/** What absence takes off one kind of volume of a row. */
export interface FoundAbsence {
  readonly terms: ServiceTerms;
  readonly stretch: number;
  readonly raised: boolean;
  readonly cuts: readonly AbsenceCut[];
}

/** An absence that a service was asked about, with what the rules saw first. */
export interface AskedAbsence {
  readonly service: ServiceCode;
  readonly absence: AbsenceRecord;
  readonly facts: UtilityAbsenceFacts;
}

interface RowAbsences {
  readonly found: FoundAbsence[];
  readonly followers: { readonly terms: ServiceTerms; readonly days: AbsenceSink['followers'][number]['days'] }[];
  readonly asked: AskedAbsence[];
}

const ACTS: ReadonlySet<VolumeBasis> = new Set(['tampering', 'unauthorised', 'accessRefused', 'installationRefused', 'normativeDelayed']);
const COUNTS: ReadonlySet<UtilityAbsenceRule> = new Set(['absenceByNormative', 'absenceForceMajeure']);

/** What absences of a house change in a month for each row, by the normatives that its premises were given. */
export const utilityAbsences = (facts: HouseFacts, context: PricedMonth, rows: readonly AccountRow[]): ReadonlyMap<number, RowAbsences> => {
  if (!imageOf(facts.premises).away) return NONE;
  const away = new Set<number>();
  for (const { premises, premisesIndex } of rows)
    if (premises.absences.length > 0 && touching(premises, context).length > 0) away.add(premisesIndex);
  if (away.size === 0) return NONE;
  const members = withFlats(facts, away) ?? away;
  const holders = holdersOf(rows).filter(({ premisesIndex }) => members.has(premisesIndex));
  const sink = new AbsenceSink();
  volumesOfHouse(facts, { ...context, problems: [], findings: [], notices: [] }, holders, sink);
  const out = new Map<number, RowAbsences>();
  for (const row of holders) {
    const own = new AbsencesOfRow(facts, context, row);
    for (const volume of sink.volumes) if (volume.cell.row === row.row) own.take(volume);
    const followers = sink.followers.filter((one) => one.row === row.row);
    out.set(row.row, { found: own.found, followers, asked: own.told(new Set(followers.map(({ terms }) => terms.service))) });
  }
  return out;
};

const NONE: ReadonlyMap<number, RowAbsences> = new Map();

/** Absences that are known and whose full days touch the month. */
const touching = ({ absences }: PremisesFacts, { from, to, through }: PricedMonth): readonly AbsenceRecord[] =>
  absences.filter((one) => {
    const days = fullDaysOf(one);
    return knownIn(one) <= through && days.from < to && days.to > from;
  });

class AbsencesOfRow {
  readonly found: FoundAbsence[] = [];
  private readonly asked: AskedAbsence[] = [];
  private readonly terms: ReturnType<typeof absenceTerms>;
  /** Premises whose people live under the row: of a flat with an account of its own, those of its rooms too. */
  private readonly people: readonly PremisesFacts[];
  /** The row's premises, and the flat that it is a room of. */
  private readonly uses: readonly PremisesUse[];

  constructor(
    facts: HouseFacts,
    private readonly context: PricedMonth,
    row: AccountRow,
  ) {
    this.terms = absenceTerms(context.first);
    const flat = flatsOf(facts)?.of.get(row.premisesIndex);
    const rooms = flat?.index === row.premisesIndex ? flat.rooms : [];
    this.people = [row.premises, ...rooms.map((index) => facts.premises[index] as PremisesFacts)];
    const uses = usesOf(facts);
    const own = uses[row.premisesIndex] as PremisesUse;
    this.uses = flat === undefined || flat.index === row.premisesIndex ? [own] : [own, uses[flat.index] as PremisesUse];
  }

  take(volume: NormativeVolume): void {
    const { terms, stretch } = volume.cell;
    const cuts = volume.shares.flatMap((share) => this.cutsOf(volume, share));
    if (cuts.length > 0) this.found.push({ terms, stretch, raised: volume.raised, cuts });
  }

  /** Absences of the month for each service that counts itself: those that no normative was asked about are told as metered. */
  told(followers: ReadonlySet<ServiceCode>): AskedAbsence[] {
    const absences = this.people.flatMap((premises) => touching(premises, this.context));
    return this.context.services.flatMap(({ service }) => {
      if (!ABSENT.has(service) || followers.has(service)) return [];
      return absences.map((absence) => {
        const asked = this.asked.find((one) => one.service === service && one.absence === absence);
        return (
          asked ?? { service, absence, facts: this.factsOf(absence, service, { day: this.context.from, allAway: false, basis: 'meter' }) }
        );
      });
    });
  }

  private cutsOf({ cell, basis }: NormativeVolume, share: PeopleShare): readonly AbsenceCut[] {
    if (share.people.owners) return [];
    const away = this.people.flatMap((premises) =>
      awayWithin(premises, share, this.context.temporaryDays, (one) => knownIn(one) <= this.context.through),
    );
    const days = this.edges(share, away);
    return days.slice(0, -1).flatMap((from, index) => {
      const cut = this.cut(cell.terms.service, basis, share, { from, to: days[index + 1] as number }, away);
      return cut === null ? [] : [cut];
    });
  }

  /** Days on which something that the rules ask may change. */
  private edges({ from, to }: PeopleShare, away: readonly AwayDays[]): readonly number[] {
    const dated = this.uses.flatMap(({ facts: { premises } }) => [...premises.meteringImpossible, ...premises.electricHeating]);
    const edges = [
      ...away.flatMap((one) => [one.from, one.to, advanceEnd(one.absence, this.terms)]),
      ...dated.flatMap((one) => [serial(one.from), one.to === null ? to : serial(one.to)]),
    ];
    return [...new Set([from, to, ...edges.filter((day) => day > from && day < to)])].sort((a, b) => a - b);
  }

  private cut(
    service: ServiceCode,
    basis: VolumeBasis,
    share: PeopleShare,
    { from, to }: { readonly from: number; readonly to: number },
    all: readonly AwayDays[],
  ): AbsenceCut | null {
    const there = all.filter((one) => one.from <= from && one.to >= to);
    const { persons } = share.people;
    const allAway = there.length >= persons;
    const away = there.filter(({ absence }) => {
      const facts = this.factsOf(absence, service, { day: from, allAway, basis });
      if (!this.asked.some((one) => one.service === service && one.absence === absence)) this.asked.push({ service, absence, facts });
      const row = rowFor(utilityAbsenceRules, facts, this.context.first);
      return row >= 0 && COUNTS.has((utilityAbsenceRules.rows[row] as (typeof utilityAbsenceRules.rows)[number]).basis);
    });
    if (away.length === 0) return null;
    const [whole, left] = [this.normative(share, persons), this.normative(share, Math.max(0, persons - away.length))];
    const weight =
      (to - from) * (persons * scaledSafe(whole, NORMATIVE_SCALE) - Math.max(0, persons - away.length) * scaledSafe(left, NORMATIVE_SCALE));
    return { from, to, share, persons, away, whole, left, weight };
  }

  /** Normative per person with so many people; a flat of rooms has as many rooms as it says. */
  private normative({ entry }: PeopleShare, persons: number): string {
    const { rooms } = (this.uses[this.uses.length - 1] as PremisesUse).facts.premises;
    return persons === 0 ? '0' : (normativeFor(entry, persons, rooms, this.context.monthOfYear) ?? '0');
  }

  private factsOf(
    absence: AbsenceRecord,
    service: ServiceCode,
    { day, allAway, basis }: { readonly day: number; readonly allAway: boolean; readonly basis: VolumeBasis },
  ): UtilityAbsenceFacts {
    const { by: _by, ...asked } = absenceFacts(absence, this.terms, 'people');
    return {
      ...asked,
      advanceSpent: day >= advanceEnd(absence, this.terms),
      heats: service === 'electricity' && this.covers(day, ({ electricHeating }) => electricHeating),
      byAct: ACTS.has(basis),
      forceMajeure: absence.forceMajeure !== undefined && allAway,
      metered: !UNMETERED.has(basis) || this.uses.some((use) => isMetered(use, service, day)),
      unfit: basis === 'normativeRaised',
      impossible: this.impossible(service, day),
    };
  }

  private covers(
    day: number,
    of: (premises: PremisesFacts['premises']) => readonly { readonly from: string; readonly to: string | null }[],
  ): boolean {
    const on = dayFromSerial(day);
    return this.uses.some(({ facts }) => of(facts.premises).some(({ from, to }) => from <= on && (to === null || on < to)));
  }

  /** An act frees the whole month in which it is drawn up; sewerage is also freed by acts about all the waters of the house. */
  private impossible(service: ServiceCode, day: number): boolean {
    const on = dayFromSerial(day);
    const of = (one: MeteredService): boolean =>
      this.uses.some(({ facts: { premises } }) =>
        premises.meteringImpossible.some((act) => act.service === one && act.from <= this.context.last && (act.to === null || on < act.to)),
      );
    if (of(service as MeteredService)) return true;
    const waters = this.context.services.filter((one) => one.service === 'coldWater' || one.service === 'hotWater');
    return service === 'sewerage' && waters.length > 0 && waters.every((one) => of(one.service as MeteredService));
  }
}

/** Services whose charge an absence may change. */
const ABSENT: ReadonlySet<ServiceCode> = new Set(['coldWater', 'hotWater', 'sewerage', 'electricity', 'gas']);
const UNMETERED: ReadonlySet<VolumeBasis> = new Set(['normative', 'noMeterRaised']);

/** A meter of the service stands, or stood and was not closed for good, before the day. */
const isMetered = (use: PremisesUse, service: ServiceCode, day: number): boolean =>
  use.everMetered(service, dayFromSerial(day)) && !use.placesOf(service).every((place) => closedBefore(place, day));
