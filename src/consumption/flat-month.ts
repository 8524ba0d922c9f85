import { sharingRule } from '../model/flats';
import type { SharingRule } from '../model/room-fields';
import { countsItself } from '../model/services';
import { FlatDivision } from './flat-division';
import type { FlatUse } from './flat-use';
import type { MonthContext, ServiceTerms } from './month-context';
import { type Holder, piecesOf } from './piece';
import type { PremisesUse } from './premises-use';
import { roomMetersOf } from './room-meters';
import { type Days, participantsOf } from './room-people';
import { serviceMonth } from './service-month';
import type { VolumeSink } from './sink';
import { VolumeRecorder } from './volume-recorder';

/** Who holds the premises of a flat in the month, by index of the premises. */
export type FlatHolders = ReadonlyMap<number, readonly Holder[]>;

/**
 * Find the volumes of a communal flat by the flat's own rules and hand every room its part (ПП № 354, п. 50). On the days of an account of
 * the flat itself they go to it, as with any flat.
 *
 * @param focus index of the premises whose choices are told; of all by default
 */
export const flatMonth = (context: MonthContext, flat: FlatUse, holders: FlatHolders, sink: VolumeSink, focus?: number): void => {
  const before = context.findings.length;
  for (const terms of context.services) if (countsItself(terms.service)) new FlatService(context, flat, holders, terms, sink, focus).run();
  spreadFindings(context, before, flat);
};

/** What changes one room's earlier month changes those of the others. */
const spreadFindings = (context: MonthContext, before: number, flat: FlatUse): void => {
  const found = context.findings.splice(before);
  for (const member of [flat, ...flat.rooms]) for (const one of found) context.findings.push({ ...one, premises: member.index });
};

class FlatService {
  private readonly rule: SharingRule | undefined;

  constructor(
    private readonly context: MonthContext,
    private readonly flat: FlatUse,
    private readonly holders: FlatHolders,
    private readonly terms: ServiceTerms,
    private readonly sink: VolumeSink,
    private readonly focus: number | undefined,
  ) {
    this.rule = sharingRule(flat.facts.premises, terms.service, context.month);
  }

  run(): void {
    const { context, flat, holders, terms, sink } = this;
    if (this.apart()) {
      for (const use of [flat, ...flat.rooms]) this.alone(use);
      return;
    }
    const own = holders.get(flat.index) ?? [];
    const gaps = this.gaps(own);
    if (gaps.length === 0) {
      if (own.length > 0) serviceMonth(context, flat, terms, own, sink);
      return;
    }
    const recorder = new VolumeRecorder(context, sink.tells);
    const all = [...own, ...gaps.map((gap, index): Holder => ({ ...gap, row: rowOf(index) }))].sort((a, b) => a.from - b.from);
    const apart: MonthContext = { ...context, problems: [] };
    serviceMonth(apart, flat, terms, all, recorder);
    this.report(apart, gaps);
    recorder.tellChoices(sink);
    for (const found of recorder.volumes()) if (found.cell.row >= 0) found.replay(sink);
    for (const { row, days } of recorder.followers) if (row >= 0) sink.fromWater(terms, row, days);
    for (const [index, gap] of gaps.entries()) this.gap(gap, rowOf(index), recorder);
  }

  /** Problems of the flat; owners are missing of a room, not of the flat, while rooms are billed. */
  private report({ problems }: MonthContext, gaps: readonly Days[]): void {
    const ofRooms = (): boolean => gaps.some((gap) => this.division(gap).ownersMissing());
    for (const problem of problems) if (problem.code !== 'owners-missing' || !ofRooms()) this.context.problems.push(problem);
  }

  private division(gap: Days): FlatDivision {
    const { context, flat, holders, terms, sink, rule } = this;
    const rooms = flat.rooms.map((use) => ({ use, holders: holders.get(use.index) ?? [] }));
    return new FlatDivision(context, flat, terms, rule, participantsOf(rooms, terms, gap), sink);
  }

  /** Is the service no shared one? Sewerage is not when its waters are not. */
  private apart(): boolean {
    const { context, flat, terms } = this;
    if (this.rule !== undefined || terms.service !== 'sewerage') return this.rule?.by === 'own';
    const waters = context.services.filter(({ service }) => service === 'coldWater' || service === 'hotWater');
    return waters.length > 0 && waters.every(({ service }) => sharingRule(flat.facts.premises, service, context.month)?.by === 'own');
  }

  private alone(use: PremisesUse): void {
    const { context, holders, terms, sink, focus } = this;
    const own = holders.get(use.index) ?? [];
    if (own.length > 0 && (focus === undefined || focus === use.index)) serviceMonth(context, use, terms, own, sink);
  }

  /** Days without an account of the flat itself on which some room has one. */
  private gaps(own: readonly Holder[]): readonly Days[] {
    const { context, flat, holders } = this;
    const gaps: Days[] = [];
    let cursor = context.from;
    for (const holder of [...own].sort((a, b) => a.from - b.from)) {
      if (holder.from > cursor) gaps.push({ from: cursor, to: holder.from });
      cursor = holder.to;
    }
    if (cursor < context.to) gaps.push({ from: cursor, to: context.to });
    const rooms = flat.rooms.flatMap((room) => holders.get(room.index) ?? []);
    return gaps.filter((gap) => rooms.some((room) => room.from < gap.to && room.to > gap.from));
  }

  /** Divide what the flat was found to use on the days of a gap. */
  private gap(gap: Days, row: number, recorder: VolumeRecorder): void {
    const { context, flat, holders, terms, sink, rule, focus } = this;
    const found = recorder.volumes().filter((one) => one.cell.row === row);
    const rooms = flat.rooms.map((use) => ({ use, holders: holders.get(use.index) ?? [] }));
    if (found.length > 0) {
      const meters =
        terms.service === 'electricity' ? roomMetersOf(context, terms, rooms, gap, sink.tells, rule?.roomMeters === true) : null;
      this.division(gap).divide(found, gap, meters, focus);
    }
    if (!recorder.followers.some((one) => one.row === row)) return;
    for (const { use, holders: own } of rooms) this.followWater(use, own, gap);
  }

  private followWater(use: PremisesUse, holders: readonly Holder[], gap: Days): void {
    const pieces = piecesOf(holders, this.terms, use.facts.premises.directContracts).flatMap((piece) => {
      const from = Math.max(piece.from, gap.from);
      const to = Math.min(piece.to, gap.to);
      return to > from ? [{ ...piece, from, to }] : [];
    });
    for (const row of new Set(pieces.map((piece) => piece.row)))
      this.sink.fromWater(
        this.terms,
        row,
        pieces.filter((piece) => piece.row === row),
      );
  }
}

/** Row of the rooms together on the days of a gap: no account's. */
const rowOf = (gap: number): number => -1 - gap;
