import { dayFromSerial, firstDay } from '../kernel/calendar';
import { scaled } from '../kernel/quantity';
import type { VolumeBasis } from '../model/bill';
import type { SharingRule } from '../model/room-fields';
import type { PricedZone } from '../model/services';
import type { Clause } from '../norms/act';
import { PP354 } from '../norms/acts';
import { rowFor } from '../norms/rules';
import type { FlatUse } from './flat-use';
import { roundedVolume, VOLUME_SCALE } from './formulas';
import type { MonthContext, ServiceTerms } from './month-context';
import { volumeThrough } from './register-month';
import { roomRemainder, roomsThrough } from './room-formulas';
import type { RoomMeters } from './room-meters';
import { byLastHolder, type Days, type Participant, RoomWeights, type Weights } from './room-people';
import { roomSharing, roomSharingElectricity, type SharingBasis, type SharingFacts } from './sharing-rules';
import type { Told, VolumeSink } from './sink';
import type { RecordedVolume } from './volume-recorder';

/** Divides the volumes of one service of a flat between its rooms, and hands each account its part. */
export class FlatDivision {
  private readonly weights: RoomWeights;
  private readonly unit: 'm3' | 'kWh';

  constructor(
    private readonly context: MonthContext,
    private readonly flat: FlatUse,
    private readonly terms: ServiceTerms,
    private readonly rule: SharingRule | undefined,
    private readonly participants: readonly Participant[],
    private readonly sink: VolumeSink,
  ) {
    this.weights = new RoomWeights(context, rule);
    this.unit = terms.unit === 'kWh' ? 'kWh' : 'm3';
  }

  /** Divide the volumes of the flat on the days of a gap in its own accounts, by the rule that holds. */
  divide(found: readonly RecordedVolume[], gap: Days, meters: RoomMeters | null, focus: number | undefined): void {
    if (this.rule?.by !== 'agreement' && this.ownersMissing()) return;
    if (this.choose(found, meters) !== 'roomMeters' || meters === null) {
      for (const one of found) this.whole({ ...one, cell: { ...one.cell, ...daysOfGap(one.cell, gap) } });
      return;
    }
    for (const { use, volumes, recorder } of meters.rooms) {
      if (focus === undefined || focus === use.index) recorder.tellChoices(this.sink);
      for (const one of volumes) if (one.cell.row >= 0) one.replay(this.sink);
    }
    for (const zone of new Set(found.map((one) => one.zone))) this.remainder(zone, found, gap, meters);
  }

  /** A room where nobody lives, and nobody knows its owners: nobody can say what the parts are, nor what the flat's normative is. */
  ownersMissing(): boolean {
    const { context, terms } = this;
    const missing = this.weights.missing(this.participants);
    if (missing === null) return false;
    context.problems.push({
      code: 'owners-missing',
      at: `premises ${missing.room.facts.premises.id}`,
      value: dayFromSerial(missing.day),
      facts: { service: terms.service },
    });
    return true;
  }

  private choose(found: readonly RecordedVolume[], meters: RoomMeters | null): SharingBasis {
    const { context, terms, rule } = this;
    const facts: SharingFacts = {
      flatMetered: found.every((one) => one.volumeClass === 'metered'),
      roomsMetered: meters?.complete === true,
      metersAgreed: meters !== null && meters.rooms.length > 0 && rule?.roomMeters === true,
      zonesAlike: meters?.rooms.every(({ volumes }) => zonesOf(volumes) === zonesOf(found)) === true,
      agreed: rule?.by === 'agreement',
    };
    const table = terms.service === 'electricity' ? roomSharingElectricity : roomSharing;
    this.sink.divided?.(terms, table, facts);
    return (table.rows[rowFor(table, facts, firstDay(context.month))] as (typeof table.rows)[number]).basis;
  }

  /** Формула 7: a volume of the flat by people or by agreement. */
  private whole(one: RecordedVolume): void {
    this.give(one, this.weights.of(this.takers(one.basis), one.cell, one.shares), this.clauseOf(one));
  }

  /** Who takes part: without a reading on the day of a change of holders a policy decides about what meters counted. */
  private takers(basis: VolumeBasis): readonly Participant[] {
    return basis === 'meter' && this.context.policies.partMonth === 'lastHolder' ? byLastHolder(this.participants) : this.participants;
  }

  /** Формула 9: what the meters of the rooms leave of a zone of the flat's meter. */
  private remainder(zone: PricedZone, found: readonly RecordedVolume[], gap: Days, meters: RoomMeters): void {
    const { context, terms } = this;
    const own = found.filter((one) => one.zone === zone);
    const rooms = meters.rooms.map(({ use, volumes }) => ({
      room: use.facts.premises.number,
      volume: volumes.reduce((sum, one) => (one.zone === zone ? sum + one.volume : sum), 0),
    }));
    const flat = own.reduce((sum, one) => sum + one.volume, 0);
    const counted = rooms.reduce((sum, one) => sum + one.volume, 0);
    const volume = Number.isSafeInteger(flat) && Number.isSafeInteger(counted) ? this.left(flat, counted) : Number.NaN;
    if (counted > flat)
      context.notices.push({
        code: 'rooms-above-flat',
        premises: this.flat.facts.premises.id,
        service: terms.service,
        zone,
        flat,
        rooms: counted,
      });
    const told: Told = { kind: 'remainder', flat: own, rooms, volume };
    const first = own[0] as RecordedVolume;
    const basis = own.every((one) => one.basis === first.basis) ? first.basis : 'mixed';
    const stretches = [...new Set(own.map((one) => one.cell.stretch))].sort((a, b) => a - b);
    const days = gap.to - gap.from;
    for (const stretch of stretches) {
      const part = stretches.length === 1 ? gap : daysWithin(terms, stretch, gap);
      const through = (day: number): number => volumeThrough(volume, day, days, this.unit, context.volumeDigits);
      const [start, end] = [part.from - gap.from, part.to - gap.from];
      const whole = end - start === days;
      this.give(
        {
          ...first,
          cell: { ...first.cell, ...part, stretch },
          basis,
          volume: whole ? volume : through(end) - through(start),
          told: whole ? told : { kind: 'part', of: told, whole: volume, from: start, to: end, parts: days, why: 'tariff' },
        },
        this.weights.of(this.takers(basis), part, []),
        PP354.roomByMeter,
      );
    }
  }

  private left(flat: number, rooms: number): number {
    const values = { V: scaled(flat, VOLUME_SCALE, 'kWh'), Vк: scaled(rooms, VOLUME_SCALE, 'kWh') };
    return roundedVolume(roomRemainder, values, this.context.volumeDigits);
  }

  /** Parts of a volume as differences of growing shares: they sum to it, and days that nobody holds keep theirs. */
  private give(one: RecordedVolume, { participants, weights, all, by }: Weights, clause: Clause): void {
    const { context, terms, sink, unit, rule } = this;
    if (all === 0n && one.volume !== 0) {
      const at = `premises ${this.flat.facts.premises.id}`;
      context.problems.push({ code: 'flat-nobody', at, value: terms.service, facts: { month: context.month } });
      return;
    }
    const parts = all === 0n ? 1n : all;
    let passed = 0n;
    for (const [index, { row, days }] of participants.entries()) {
      const from = passed;
      passed += weights[index] as bigint;
      if (row < 0 || !days.some((part) => part.from < one.cell.to && part.to > one.cell.from)) continue;
      const through = (part: bigint): number => roomsThrough(one.volume, part, parts, unit, context.volumeDigits);
      const share = {
        kind: 'room',
        of: one.told,
        whole: one.volume,
        from,
        to: passed,
        parts,
        by,
        clause,
        document: by === 'agreement' ? (rule?.document ?? null) : null,
      } as const;
      sink.room({ ...one.cell, row }, one.zone, one.volumeClass, one.basis, through(passed) - through(from), share);
    }
  }

  private clauseOf({ volumeClass, cell }: RecordedVolume): Clause {
    if (this.rule?.by === 'agreement') return PP354.roomByAgreement;
    if (this.terms.stretches[cell.stretch]?.record.heatTariff !== undefined) return PP354.roomTwoComponents;
    if (this.flat.facts.premises.hostel === 'sharedFacilities') return PP354.hostelShared;
    return volumeClass === 'raised' ? PP354.roomByPeopleRaised : PP354.roomByPeople;
  }
}

const zonesOf = (volumes: readonly RecordedVolume[]): string => [...new Set(volumes.map(({ zone }) => zone))].sort().join(' ');

/** Days of a volume on which the rooms take part: a policy may give them all of it, though the flat had an account before. */
const daysOfGap = (days: Days, gap: Days): Days => ({ from: Math.max(days.from, gap.from), to: Math.min(days.to, gap.to) });

const daysWithin = (terms: ServiceTerms, stretch: number, gap: Days): Days => {
  const { from, to } = terms.stretches[stretch] ?? gap;
  return { from: Math.max(from, gap.from), to: Math.min(to, gap.to) };
};
