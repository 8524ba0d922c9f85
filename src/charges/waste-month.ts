import { type AbsenceTerms, absenceFacts, absenceTerms, awayWithin, knownIn } from '../consumption/absence';
import { type AbsenceFacts, absenceRules } from '../consumption/absence-rules';
import { AREA_SCALE, areasWithin, byDays } from '../consumption/area';
import type { FlatUse } from '../consumption/flat-use';
import { valueInMonth } from '../consumption/normative';
import { peopleOn } from '../consumption/normative-days';
import type { PremisesUse } from '../consumption/premises-use';
import { OWNERS_MISSING, type PeopleStretch } from '../consumption/residents';
import { roomAreas } from '../house/room-areas';
import { dayFromSerial, serial } from '../kernel/calendar';
import { scaledSafe } from '../kernel/gate';
import type { HouseFacts, PremisesFacts } from '../model/facts';
import { type Flat, type Flats, flatsOf, sharingRule } from '../model/flats';
import type { AbsenceRecord, PremisesRecord, WasteRemovalRecord } from '../model/records';
import { basisOn } from '../model/waste-checks';
import type { PremisesWasteTerms } from '../model/waste-fields';
import { formOfNormative } from '../model/waste-form';
import { inForce } from '../norms/act';
import { WASTE } from '../norms/acts-waste';
import { rowFor } from '../norms/rules';
import type { AccountRow } from './holders';
import { usesOf } from './premises-uses';
import type { PricedMonth, PricedStretch, PricedTerms } from './prices';
import { type Days, gapsOf, joined, livingWithin, ownersCounted, ownPieces, type Piece, regional, without } from './waste-days';
import { WasteDelays } from './waste-delays';
import type { WasteAbsence, WasteInstead, WastePart, WasteShare, WasteSource, WasteStretch } from './waste-parts';
import { WASTE_ORDER, type WasteRule, type WasteRuleFacts, wasteRules } from './waste-rules';

const PEOPLE_BY: Readonly<Record<WasteRule, AbsenceFacts['by']>> = {
  wasteNone: null,
  wasteContract: null,
  wasteContainersOwn: null,
  wasteUnits: null,
  wasteContainersPerson: 'people',
  wasteContainersArea: 'area',
  wasteArea: 'area',
  wastePerson: 'people',
};

/** Which rule an absence changes the charge by. */
export const absenceBy = (rule: WasteRule): AbsenceFacts['by'] => PEOPLE_BY[rule];

/**
 * Waste («обращение с ТКО») of a house in a month: by the rules, what each account is charged from. The columns and the explanation ask the same
 * parts, so what is told is what was computed.
 */
export class WasteMonth {
  readonly stretches: readonly WasteStretch[];
  readonly delays: WasteDelays;
  private readonly flats: Flats | null;
  private readonly uses: readonly PremisesUse[];
  private readonly absenceTerms: AbsenceTerms;
  private readonly sums = new Map<'person' | 'area', number>();
  private readonly told = new Set<string>();

  constructor(
    private readonly facts: HouseFacts,
    private readonly context: PricedMonth,
    private readonly terms: PricedTerms,
    instead: WasteInstead | null = null,
  ) {
    this.flats = flatsOf(facts);
    this.uses = usesOf(facts);
    this.absenceTerms = absenceTerms(context.first);
    this.delays = new WasteDelays(facts, context, (problem) => this.once(problem));
    if (!inForce(WASTE.charge, context.first))
      this.once({ code: 'formula-not-in-force', value: wasteRules.id, facts: { day: context.first } });
    this.stretches = terms.stretches.map((days, index) => this.stretch(days, index, instead));
  }

  private stretch(days: PricedStretch, index: number, instead: WasteInstead | null): WasteStretch {
    const { from, to, record } = days;
    const basis = basisOn(record, dayFromSerial(from));
    if (basis === undefined) this.once({ code: 'waste-basis-missing', at: `service ${record.id}`, facts: { month: this.context.month } });
    const by = instead?.by ?? basis?.by ?? 'person';
    const act = instead?.act ?? basis?.act ?? '';
    const normative = by === 'person' || by === 'area' ? this.normative(basis?.normative, from, to, `service ${record.id}`) : null;
    return { index, from, to, by, act, normative };
  }

  private normative(code: string | undefined, from: number, to: number, at: string): WasteStretch['normative'] {
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

  private once(problem: PricedMonth['problems'][number]): void {
    const key = JSON.stringify(problem);
    if (this.told.has(key)) return;
    this.told.add(key);
    this.context.problems.push(problem);
  }

  /** Is the row's waste that of a dwelling without anything of its own? Then columns hold it. */
  isPlain({ premises, premisesIndex }: AccountRow): boolean {
    const { type, waste, within } = premises.premises;
    return (
      type === 'dwelling' &&
      waste === undefined &&
      within === undefined &&
      premises.absences.length === 0 &&
      (this.flats === null || (!this.flats.of.has(premisesIndex) && !this.flats.unbilled.has(premisesIndex)))
    );
  }

  /** How many people count all the days, when that is one number and they live here; `NaN` otherwise. Nothing is made for the answer. */
  plainPeople(index: number, from: number, to: number): number {
    if (this.context.policies.residents !== 'byDays') return Number.NaN;
    const people = (this.uses[index] as PremisesUse).peopleWithin(from, to, this.context.temporaryDays);
    const [only] = people;
    return only !== undefined && people.length === 1 && !only.owners ? only.persons : Number.NaN;
  }

  /** Everything an account is charged waste for, in the order of its lines. */
  partsOf(row: AccountRow): readonly WastePart[] {
    return this.stretches.flatMap((stretch) => this.partsUnder(row, stretch));
  }

  /** The same under one stretch of terms. */
  partsUnder(row: AccountRow, stretch: WasteStretch): readonly WastePart[] {
    if (this.flats?.unbilled.has(row.premisesIndex) === true) return [];
    const parts = new Map<WasteRule, { readonly facts: WasteRuleFacts; readonly pieces: Piece[] }>();
    for (const piece of this.pieces(row, stretch)) {
      const facts = this.ruleFacts(row.premises.premises, stretch, piece.own);
      const rule = this.rule(facts, row);
      if (rule === null || rule === 'wasteNone') continue;
      const known = parts.get(rule);
      if (known === undefined) parts.set(rule, { facts, pieces: [piece] });
      else known.pieces.push(piece);
    }
    return [...parts]
      .sort((a, b) => WASTE_ORDER.indexOf(a[0]) - WASTE_ORDER.indexOf(b[0]))
      .map(
        ([rule, { facts, pieces }]): WastePart => ({
          row,
          stretch: stretch.index,
          rule,
          facts,
          sources: this.sources(row, stretch, rule, pieces),
          absence: this.absence(row, stretch, rule, pieces),
          delay: this.delays.of(row.premises.premises),
        }),
      );
  }

  /** Rules that hold on some days of the row, for «почему так». */
  choicesOf(row: AccountRow): readonly { readonly facts: WasteRuleFacts; readonly stretch: WasteStretch }[] {
    const found = new Map<string, { readonly facts: WasteRuleFacts; readonly stretch: WasteStretch }>();
    for (const stretch of this.stretches)
      for (const { own } of this.pieces(row, stretch)) {
        const facts = this.ruleFacts(row.premises.premises, stretch, own);
        const key = JSON.stringify(facts);
        if (!found.has(key)) found.set(key, { facts, stretch });
      }
    return [...found.values()];
  }

  /** Absences of a row's people that touch the month, with what the rules ask of them. */
  absencesOf(row: AccountRow, by: AbsenceFacts['by']): readonly { readonly absence: AbsenceRecord; readonly facts: AbsenceFacts }[] {
    const { context } = this;
    return this.holdersOf(row).flatMap((premises) =>
      premises.absences
        .filter((one) => knownIn(one) <= context.through && serial(one.from) + 1 < context.to && serial(one.to) > context.from)
        .map((absence) => ({ absence, facts: absenceFacts(absence, this.absenceTerms, by) })),
    );
  }

  private ruleFacts(premises: PremisesRecord, stretch: WasteStretch, own: PremisesWasteTerms | null): WasteRuleFacts {
    return {
      own: own?.by ?? null,
      nonResidential: premises.type === 'nonResidential',
      by: stretch.by,
      act: stretch.act,
      document: own?.document ?? '',
    };
  }

  private rule(facts: WasteRuleFacts, { premises }: AccountRow): WasteRule | null {
    const day = this.context.first;
    const row = rowFor(wasteRules, facts, day);
    if (row >= 0) return WASTE_ORDER[row] as WasteRule;
    const { id } = premises.premises;
    if (facts.nonResidential && facts.own === null)
      this.once({ code: 'waste-terms-missing', at: `premises ${id}`, facts: { month: this.context.month } });
    return null;
  }

  private pieces({ premises, from, to }: AccountRow, stretch: WasteStretch): readonly Piece[] {
    return ownPieces(premises.premises, Math.max(from, stretch.from), Math.min(to, stretch.to));
  }

  private sources(row: AccountRow, stretch: WasteStretch, rule: WasteRule, pieces: readonly Piece[]): readonly WasteSource[] {
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
          pieces.reduce((sum, piece) => sum + this.personDays(row.premisesIndex, piece), 0),
        );
      case 'wasteContainersArea':
        return this.roomOr(row, stretch, pieces, (premises, at) => this.removed(stretch, 'area', this.areaDays(premises, at)));
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

  private byNormative({ normative }: WasteStretch, shares: readonly WasteShare[]): readonly WasteSource[] {
    return normative === null ? [] : [{ kind: 'normative', form: normative.form, shares }];
  }

  private shares(
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
    return this.people(row.premisesIndex, from, to).flatMap((people) =>
      this.shares(stretch, people.from, people.to, { quantity: people.persons, people, text: String(people.persons) }),
    );
  }

  private areaShares({ premises }: PremisesFacts, stretch: WasteStretch, { from, to }: Days): readonly WasteShare[] {
    return this.areas(premises, from, to).flatMap((area) =>
      this.shares(stretch, area.from, area.to, { quantity: area.area, people: null, text: area.text }),
    );
  }

  private areas(premises: PremisesRecord, from: number, to: number): NonNullable<ReturnType<typeof areasWithin>> {
    const areas = areasWithin({ premises } as PremisesFacts, from, to);
    if (areas !== null) return areas;
    this.once({ code: 'area-missing', at: `premises ${premises.id}`, facts: { month: this.context.month } });
    return [];
  }

  private areaDays({ premises }: PremisesFacts, { from, to }: Days): number {
    return byDays(this.areas(premises, from, to));
  }

  /** People of a premises who count: residents, and on days without any the owners, where they are counted. */
  people(index: number, from: number, to: number): readonly PeopleStretch[] {
    if (to <= from) return [];
    const use = this.uses[index] as PremisesUse;
    const { premises } = use.facts;
    return peopleOn(this.context, use, from, to).flatMap((people) => {
      if (!people.owners) return [people];
      return ownersCounted(premises, people, this.context.policies.ownersFallback === 'on').map((days) => {
        if (!days.counted) return { ...people, from: days.from, to: days.to, persons: 0 };
        if (people.persons === OWNERS_MISSING)
          this.once({
            code: 'owners-missing',
            at: `premises ${premises.id}`,
            value: dayFromSerial(days.from),
            facts: { service: 'waste' },
          });
        return { ...people, from: days.from, to: days.to, persons: Math.max(0, people.persons) };
      });
    });
  }

  private personDays(index: number, { from, to }: Days): number {
    return this.people(index, from, to).reduce((sum, people) => sum + people.persons * (people.to - people.from), 0);
  }

  /** By area: a premises by its own, a room its part of the flat by living area (C28). */
  private roomOr(
    row: AccountRow,
    stretch: WasteStretch,
    pieces: readonly Piece[],
    sources: (premises: PremisesFacts, days: Days) => readonly WasteSource[],
  ): readonly WasteSource[] {
    const flat = this.flats?.of.get(row.premisesIndex);
    if (flat === undefined || flat.index === row.premisesIndex || this.isOwn(flat))
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

  /** Premises behind one meter that are flats of their own: an agreement says that waste is not shared. */
  private isOwn(flat: Flat): boolean {
    return sharingRule((this.facts.premises[flat.index] as PremisesFacts).premises, 'waste', this.context.month)?.by === 'own';
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

  private removed(stretch: WasteStretch, by: 'person' | 'area', own: number): readonly WasteSource[] {
    const removal = this.facts.removals.find((one) => one.month === this.context.month && one.premises === undefined);
    if (removal === undefined) {
      this.once({ code: 'waste-volume-missing', at: `house ${this.facts.house.id}`, value: this.context.month });
      return [];
    }
    this.needUnit(stretch, removal.unit, `wasteRemoval ${removal.id}`);
    const all = this.served(by, removal);
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

  /** People or areas that the containers serve in the month: of the house, and of others that use the same site. */
  private served(by: 'person' | 'area', removal: WasteRemovalRecord): number {
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
  private whole(): readonly [from: number, to: number] {
    return [this.stretches[0]?.from ?? this.context.from, this.stretches[this.stretches.length - 1]?.to ?? this.context.to];
  }

  /** Area of a premises; of one whose rooms are flats of their own, that of the rooms. */
  private servedArea(index: number, from: number, to: number): number {
    const premises = this.facts.premises[index] as PremisesFacts;
    const flat = this.flats?.of.get(index);
    if (flat !== undefined && this.isOwn(flat))
      return flat.rooms.reduce((sum, room) => {
        const own = this.facts.premises[room] as PremisesFacts;
        return regional(own.premises, from, to).reduce((all, piece) => all + this.areaDays(own, piece), sum);
      }, 0);
    return regional(premises.premises, from, to).reduce((sum, piece) => sum + this.areaDays(premises, piece), 0);
  }

  /** People of a premises; of a communal flat those of its rooms, on the days on which it has no account of its own. */
  private servedPeople(index: number, from: number, to: number): number {
    const own = this.facts.premises[index] as PremisesFacts;
    const flat = this.flats?.of.get(index);
    const gaps = flat === undefined ? [] : gapsOf(own, { from, to });
    const rooms = gaps.flatMap((gap) =>
      (flat?.rooms ?? []).flatMap((room) =>
        regional((this.facts.premises[room] as PremisesFacts).premises, gap.from, gap.to).map((days) => this.personDays(room, days)),
      ),
    );
    const held = regional(own.premises, from, to)
      .flatMap((piece) => without(piece, gaps))
      .map((days) => this.personDays(index, days));
    return [...rooms, ...held].reduce((sum, days) => sum + days, 0);
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
    const [first, end] = this.whole();
    const of = ownPieces(premises.premises, first, end).reduce(
      (sum, piece) => (piece.own?.by === 'containers' ? sum + piece.to - piece.from : sum),
      0,
    );
    return [{ kind: 'contract', volume: removal.volume, days: to - from, of, source: removal.source }];
  }

  /** Premises whose people live under the row: of a flat with an account of its own, those of its rooms too. */
  private holdersOf({ premises, premisesIndex }: AccountRow): readonly PremisesFacts[] {
    const flat = this.flats?.of.get(premisesIndex);
    return flat?.index === premisesIndex
      ? [premises, ...(this.uses[premisesIndex] as FlatUse).rooms.map(({ facts }) => facts)]
      : [premises];
  }

  private absence(row: AccountRow, stretch: WasteStretch, rule: WasteRule, pieces: readonly Piece[]): WasteAbsence | null {
    const by = absenceBy(rule);
    if (by === null) return null;
    const { context } = this;
    const takes = (absence: AbsenceRecord): boolean => {
      if (knownIn(absence) > context.through) return false;
      const at = rowFor(absenceRules, absenceFacts(absence, this.absenceTerms, by), context.first);
      const basis = absenceRules.rows[at]?.basis;
      return basis === 'absenceByVolume' || basis === 'absenceByCharge';
    };
    const away = pieces.flatMap((piece) =>
      this.holdersOf(row).flatMap((premises) => awayWithin(premises, piece, context.temporaryDays, takes)),
    );
    if (away.length === 0) return null;
    const people = pieces.reduce((sum, piece) => sum + this.personDays(row.premisesIndex, piece), 0);
    const days = Math.min(
      people,
      away.reduce((sum, { from, to }) => sum + to - from, 0),
    );
    if (days === 0) return null;
    if (by === 'area') return { away, days, by: { people } };
    const source =
      rule === 'wastePerson'
        ? this.byNormative(
            stretch,
            away.flatMap(({ from, to }) => this.shares(stretch, from, to, { quantity: 1, people: null, text: '1' })),
          )[0]
        : this.removed(stretch, 'person', days)[0];
    return source === undefined ? null : { away, days, by: { source } };
  }
}
