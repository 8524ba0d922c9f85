import { AREA_SCALE } from '../consumption/area';
import { scaledSafe } from '../kernel/gate';
import type { HouseFacts, PremisesFacts } from '../model/facts';
import { type Flat, type Flats, flatsOf, sharingRule } from '../model/flats';
import type { WasteRemovalRecord } from '../model/records';
import type { PricedMonth, PricedTerms } from './prices';
import { gapsOf, regional, without } from './waste-days';
import type { WasteMeasures } from './waste-measures';

/** Who shares the containers of a house: the other side of a premises' part. */
export class WasteServed {
  private readonly flats: Flats | null;
  private readonly sums = new Map<'person' | 'area', number>();

  constructor(
    private readonly facts: HouseFacts,
    private readonly context: PricedMonth,
    private readonly terms: PricedTerms,
    private readonly measures: WasteMeasures,
  ) {
    this.flats = flatsOf(facts);
  }

  /** People or areas that the containers serve in the month: of the house, and of others that use the same site. */
  served(by: 'person' | 'area', removal: WasteRemovalRecord): number {
    let sum = this.sums.get(by);
    if (sum === undefined) {
      sum = 0;
      const [from, to] = this.whole();
      for (const [index, { premises }] of this.facts.premises.entries()) {
        if (premises.within !== undefined || premises.type === 'nonResidential' || this.flats?.unbilled.has(index) === true) continue;
        sum += by === 'person' ? this.servedPeople(index, from, to) : this.servedArea(index, from, to);
      }
      const others = by === 'person' ? removal.otherResidents : scaledSafe(removal.otherArea, AREA_SCALE);
      sum += others * (to - from);
      this.sums.set(by, sum);
    }
    return sum;
  }

  /** Days of the month on which the service is provided. */
  whole(): readonly [from: number, to: number] {
    const { stretches } = this.terms;
    return [stretches[0]?.from ?? this.context.from, stretches[stretches.length - 1]?.to ?? this.context.to];
  }

  /** Area of a premises; of one whose rooms are flats of their own, that of the rooms. */
  private servedArea(index: number, from: number, to: number): number {
    const premises = this.facts.premises[index] as PremisesFacts;
    const flat = this.flats?.of.get(index);
    if (flat !== undefined && this.isOwn(flat))
      return flat.rooms.reduce((sum, room) => {
        const own = this.facts.premises[room] as PremisesFacts;
        return regional(own.premises, from, to).reduce((all, piece) => all + this.measures.areaDays(own, piece), sum);
      }, 0);
    return regional(premises.premises, from, to).reduce((sum, piece) => sum + this.measures.areaDays(premises, piece), 0);
  }

  /** People of a premises; of a communal flat those of its rooms, on the days on which it has no account of its own. */
  private servedPeople(index: number, from: number, to: number): number {
    const own = this.facts.premises[index] as PremisesFacts;
    const flat = this.flats?.of.get(index);
    const gaps = flat === undefined ? [] : gapsOf(own, { from, to });
    const rooms = gaps.flatMap((gap) =>
      (flat?.rooms ?? []).flatMap((room) =>
        regional((this.facts.premises[room] as PremisesFacts).premises, gap.from, gap.to).map((days) =>
          this.measures.personDays(room, days),
        ),
      ),
    );
    const held = regional(own.premises, from, to)
      .flatMap((piece) => without(piece, gaps))
      .map((days) => this.measures.personDays(index, days));
    return [...rooms, ...held].reduce((sum, days) => sum + days, 0);
  }

  /** Premises behind one meter that are flats of their own: an agreement says that waste is not shared. */
  isOwn(flat: Flat): boolean {
    return sharingRule((this.facts.premises[flat.index] as PremisesFacts).premises, 'waste', this.context.month)?.by === 'own';
  }
}
