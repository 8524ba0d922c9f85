import { type AbsenceTerms, absenceFacts, absenceTerms, awayWithin, knownIn } from '../consumption/absence';
import { type AbsenceFacts, absenceRules } from '../consumption/absence-rules';
import type { FlatUse } from '../consumption/flat-use';
import { dayFromSerial, serial } from '../kernel/calendar';
import type { HouseFacts, PremisesFacts } from '../model/facts';
import { type Flats, flatsOf } from '../model/flats';
import type { AbsenceRecord, PremisesRecord } from '../model/records';
import { basisOn } from '../model/waste-checks';
import type { PremisesWasteTerms } from '../model/waste-fields';
import { inForce } from '../norms/act';
import { WASTE } from '../norms/acts-waste';
import { rowFor } from '../norms/rules';
import type { AccountRow } from './holders';
import { houseUses } from './premises-uses';
import type { PricedMonth, PricedStretch, PricedTerms } from './prices';
import { ownPieces, type Piece } from './waste-days';
import { WasteDelays } from './waste-delays';
import { type TellOnce, WasteMeasures } from './waste-measures';
import type { WasteAbsence, WasteInstead, WastePart, WasteStretch } from './waste-parts';
import { WASTE_ORDER, type WasteRule, type WasteRuleFacts, wasteRules } from './waste-rules';
import { WasteSources } from './waste-sources';

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
  readonly measures: WasteMeasures;
  private readonly sources: WasteSources;
  private readonly absenceTerms: AbsenceTerms;
  private readonly told = new Set<string>();

  constructor(
    private readonly facts: HouseFacts,
    private readonly context: PricedMonth,
    terms: PricedTerms,
    instead: WasteInstead | null = null,
  ) {
    this.flats = flatsOf(facts);
    const once: TellOnce = (problem) => this.once(problem);
    this.measures = new WasteMeasures(facts, context, once);
    this.sources = new WasteSources(facts, context, terms, this.measures, once);
    this.absenceTerms = absenceTerms(context.first);
    this.delays = new WasteDelays(facts, context, once);
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
    const normative = by === 'person' || by === 'area' ? this.sources.normative(basis?.normative, from, to, `service ${record.id}`) : null;
    return { index, from, to, by, act, normative };
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
          sources: this.sources.sources(row, stretch, rule, pieces),
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

  /** Premises whose people live under the row: of a flat with an account of its own, those of its rooms too. */
  private holdersOf({ premises, premisesIndex }: AccountRow): readonly PremisesFacts[] {
    const flat = this.flats?.of.get(premisesIndex);
    return flat?.index === premisesIndex
      ? [premises, ...(houseUses(this.facts).of(premisesIndex) as FlatUse).rooms.map(({ facts }) => facts)]
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
    const people = pieces.reduce((sum, piece) => sum + this.measures.personDays(row.premisesIndex, piece), 0);
    const days = Math.min(
      people,
      away.reduce((sum, { from, to }) => sum + to - from, 0),
    );
    if (days === 0) return null;
    if (by === 'area') return { away, days, by: { people } };
    const source =
      rule === 'wastePerson'
        ? this.sources.byNormative(
            stretch,
            away.flatMap(({ from, to }) => this.sources.shares(stretch, from, to, { quantity: 1, people: null, text: '1' })),
          )[0]
        : this.sources.removed(stretch, 'person', days)[0];
    return source === undefined ? null : { away, days, by: { source } };
  }
}
