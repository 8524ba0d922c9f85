import { AREA_SCALE, byDays } from '../consumption/area';
import { valueInMonth } from '../consumption/normative';
import { roomAreas } from '../house/room-areas';
import { scaledSafe } from '../kernel/gate';
import type { HouseFacts, PremisesFacts } from '../model/facts';
import { type Flat, type Flats, flatsOf } from '../model/flats';
import { formOfNormative } from '../model/waste-form';
import type { AccountRow } from './holders';
import type { PricedMonth, PricedStretch, PricedTerms } from './prices';
import { type Days, gapsOf, joined, livingWithin, ownPieces, type Piece } from './waste-days';
import type { TellOnce, WasteMeasures } from './waste-measures';
import type { WasteShare, WasteSource, WasteStretch } from './waste-parts';
import type { WasteRule } from './waste-rules';
import { WasteServed } from './waste-served';

/** Where the volume of an account's waste comes from, by the rule that holds. */
export class WasteSources {
  private readonly flats: Flats | null;
  private readonly served: WasteServed;

  constructor(
    private readonly facts: HouseFacts,
    private readonly context: PricedMonth,
    private readonly terms: PricedTerms,
    private readonly measures: WasteMeasures,
    private readonly once: TellOnce,
  ) {
    this.flats = flatsOf(facts);
    this.served = new WasteServed(facts, context, terms, measures);
  }

  sources(row: AccountRow, stretch: WasteStretch, rule: WasteRule, pieces: readonly Piece[]): readonly WasteSource[] {
    switch (rule) {
      case 'wastePerson':
        return this.byNormative(
          stretch,
          pieces.flatMap((piece) => this.peopleShares(row, stretch, piece)),
        );
      case 'wasteArea':
        return this.roomOr(row, stretch, pieces, (premises, at) => this.byNormative(stretch, this.areaShares(premises, stretch, at)));
      case 'wasteContainersPerson':
        return this.removed(
          stretch,
          'person',
          pieces.reduce((sum, piece) => sum + this.measures.personDays(row.premisesIndex, piece), 0),
        );
      case 'wasteContainersArea':
        return this.roomOr(row, stretch, pieces, (premises, at) => this.removed(stretch, 'area', this.measures.areaDays(premises, at)));
      case 'wasteUnits':
        return pieces.flatMap((piece) => this.unitSources(row, stretch, piece));
      case 'wasteContract':
        return pieces.flatMap((piece) => this.contractSource(row, stretch, piece));
      case 'wasteContainersOwn':
        return pieces.flatMap((piece) => this.ownContainers(row, stretch, piece));
      case 'wasteNone':
        return [];
    }
  }

  byNormative({ normative }: WasteStretch, shares: readonly WasteShare[]): readonly WasteSource[] {
    return normative === null ? [] : [{ kind: 'normative', form: normative.form, shares }];
  }

  shares(
    { normative }: Pick<WasteStretch, 'normative'>,
    from: number,
    to: number,
    of: Pick<WasteShare, 'quantity' | 'people' | 'text'>,
  ): readonly WasteShare[] {
    if (normative === null) return [];
    return normative.series.flatMap(({ from: start, to: end, entry }): WasteShare[] => {
      const [first, last] = [Math.max(from, start), Math.min(to, end)];
      if (last <= first) return [];
      const text = valueInMonth(entry, this.context.monthOfYear);
      if (text === null) {
        this.once({ code: 'no-normative', value: normative.record.code, facts: { month: this.context.month } });
        return [];
      }
      return [{ from: first, to: last, record: normative.record, entry, normative: text, ...of }];
    });
  }

  private peopleShares(row: AccountRow, stretch: WasteStretch, { from, to }: Piece): readonly WasteShare[] {
    return this.measures
      .people(row.premisesIndex, from, to)
      .flatMap((people) =>
        this.shares(stretch, people.from, people.to, { quantity: people.persons, people, text: String(people.persons) }),
      );
  }

  private areaShares({ premises }: PremisesFacts, stretch: WasteStretch, { from, to }: Days): readonly WasteShare[] {
    return this.measures
      .areas(premises, from, to)
      .flatMap((area) => this.shares(stretch, area.from, area.to, { quantity: area.area, people: null, text: area.text }));
  }

  /** By area: a premises by its own, a room its part of the flat by living area (C28). */
  private roomOr(
    row: AccountRow,
    stretch: WasteStretch,
    pieces: readonly Piece[],
    sources: (premises: PremisesFacts, days: Days) => readonly WasteSource[],
  ): readonly WasteSource[] {
    const flat = this.flats?.of.get(row.premisesIndex);
    if (flat === undefined || flat.index === row.premisesIndex || this.served.isOwn(flat))
      return pieces.length === 1
        ? sources(row.premises, pieces[0] as Piece)
        : joined(pieces.flatMap((piece) => sources(row.premises, piece)));
    const whole = this.facts.premises[flat.index] as PremisesFacts;
    return pieces.flatMap((piece) =>
      gapsOf(whole, stretch).flatMap((gap): WasteSource[] => {
        const from = Math.max(piece.from, gap.from);
        const to = Math.min(piece.to, gap.to);
        return to > from ? this.roomSource(row, flat, gap, { from, to }, sources(whole, gap)) : [];
      }),
    );
  }

  private roomSource(row: AccountRow, flat: Flat, gap: Days, days: Days, [of]: readonly WasteSource[]): WasteSource[] {
    const areas = roomAreas(this.facts.premises, flat, gap.from, gap.to);
    if (!areas.ok) {
      this.once({ ...areas.error, facts: { month: this.context.month } });
      return [];
    }
    const { rooms, weights } = areas.value;
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    const flatId = (this.facts.premises[flat.index] as PremisesFacts).premises.id;
    if (all === 0) this.once({ code: 'area-missing', at: `premises ${flatId}`, facts: { month: this.context.month } });
    if (of === undefined || all === 0) return [];
    const index = rooms.indexOf(row.premisesIndex);
    const before = weights.slice(0, index).reduce((sum, weight) => sum + weight, 0);
    const living = (until: number): number => byDays(livingWithin(row.premises.premises, gap.from, until));
    return [{ kind: 'room', flat: of, flatId, from: before + living(days.from), through: before + living(days.to), of: all }];
  }

  removed(stretch: WasteStretch, by: 'person' | 'area', own: number): readonly WasteSource[] {
    const removal = this.facts.removals.find((one) => one.month === this.context.month && one.premises === undefined);
    if (removal === undefined) {
      this.once({ code: 'waste-volume-missing', at: `house ${this.facts.house.id}`, value: this.context.month });
      return [];
    }
    this.needUnit(stretch, removal.unit, `wasteRemoval ${removal.id}`);
    const all = this.served.served(by, removal);
    if (all <= 0) {
      this.once({ code: 'waste-nobody', at: `house ${this.facts.house.id}`, value: this.context.month });
      return [];
    }
    return [{ kind: 'containers', by, removal, own, all }];
  }

  /** The price of a stretch is by volume or by mass, and so is what it is charged for. */
  private needUnit({ index }: Pick<WasteStretch, 'index'>, unit: 'm3' | 't', at: string): void {
    const [{ single }] = (this.terms.stretches[index] as PricedStretch).sets;
    if (single.unit !== `RUB/${unit}`)
      this.once({ code: 'tariff-unit-mismatch', at, value: single.code, facts: { expected: `RUB/${unit}`, received: single.unit } });
  }

  private unitSources({ premises }: AccountRow, stretch: WasteStretch, { from, to, own }: Piece): readonly WasteSource[] {
    const normative = this.normative(own?.normative, from, to, `premises ${premises.premises.id}`);
    if (normative === null || own === null) return [];
    this.needUnit(stretch, normative.form.amount === 'mass' ? 't' : 'm3', `premises ${premises.premises.id}`);
    const units = own.units ?? '0';
    const shares = this.shares({ normative }, from, to, { quantity: scaledSafe(units, AREA_SCALE), people: null, text: units });
    return [{ kind: 'normative', form: normative.form, shares }];
  }

  private contractSource({ premises }: AccountRow, stretch: WasteStretch, { from, to, own }: Piece): readonly WasteSource[] {
    this.needUnit(stretch, own?.unit ?? 'm3', `premises ${premises.premises.id}`);
    return [{ kind: 'contract', volume: own?.volume ?? '0', days: to - from, of: this.context.days, source: own?.document ?? '' }];
  }

  private ownContainers({ premises }: AccountRow, stretch: WasteStretch, { from, to }: Piece): readonly WasteSource[] {
    const { id } = premises.premises;
    const removal = this.facts.removals.find((one) => one.month === this.context.month && one.premises === id);
    if (removal === undefined) {
      this.once({ code: 'waste-volume-missing', at: `premises ${id}`, value: this.context.month });
      return [];
    }
    this.needUnit(stretch, removal.unit, `wasteRemoval ${removal.id}`);
    const [first, end] = this.served.whole();
    const of = ownPieces(premises.premises, first, end).reduce(
      (sum, piece) => (piece.own?.by === 'containers' ? sum + piece.to - piece.from : sum),
      0,
    );
    return [{ kind: 'contract', volume: removal.volume, days: to - from, of, source: removal.source }];
  }

  normative(code: string | undefined, from: number, to: number, at: string): WasteStretch['normative'] {
    const record = this.context.normatives.record(code);
    const form = record === undefined ? null : formOfNormative(record.unit);
    if (record === undefined || form === null) {
      this.once({ code: 'no-normative', at, value: code ?? 'waste', facts: { month: this.context.month } });
      return null;
    }
    const series = this.context.normatives.within(record, from, to);
    if (series.ok) return { record, form, series: series.value };
    this.once({ ...series.error, at });
    return null;
  }
}
