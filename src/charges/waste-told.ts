import { absenceRules } from '../consumption/absence-rules';
import { VOLUME_SCALE } from '../consumption/formulas';
import type { WasteDelay } from '../consumption/waste-incidents';
import { decimalText } from '../kernel/gate';
import { asKopecks, NO_MONEY } from '../kernel/money';
import { scaled } from '../kernel/quantity';
import { must } from '../kernel/result';
import type { TraceNode } from '../kernel/trace';
import type { VolumeBasis } from '../model/bill';
import type { ExplainedChoice, ExplainedLine } from '../model/explanation';
import type { HouseFacts } from '../model/facts';
import type { Clause } from '../norms/act';
import { WASTE } from '../norms/acts-waste';
import { choose } from '../norms/rules';
import type { AccountRow } from './holders';
import { linesFrom } from './house-month';
import type { PricedMonth, PricedTerms } from './prices';
import type { SlotSpec } from './slot';
import type { Teller, ToldVolume } from './telling';
import { summed, type ToldSlot } from './telling-sink';
import { kopecks, priceNode } from './told-parts';
import { tellVat } from './vat-told';
import { absenceSpec, qualitySpec, wasteSpec, wasteUnit } from './waste-columns';
import { WASTE_ABSENCE, wasteAbsenceByArea, wasteQuality } from './waste-formulas';
import { absenceBy, WasteMonth } from './waste-month';
import type { WasteAbsence, WastePart, WasteSource } from './waste-parts';
import { type WasteRule, wasteRules } from './waste-rules';
import { absenceText, awayNode, tellSource } from './waste-source-told';

/** What the explanation of an account lends: its month and how it tells money. */
export interface WasteTelling {
  readonly facts: HouseFacts;
  readonly context: PricedMonth;
  readonly teller: Teller;
  readonly terms: PricedTerms;
  readonly row: AccountRow;
  readonly group: number;
  readonly priced: (spec: SlotSpec, slot: ToldSlot, volume: ToldVolume) => readonly ExplainedLine[];
}

const CLAUSE: Readonly<Record<WasteRule, Clause>> = Object.fromEntries(
  wasteRules.rows.map(({ basis, clause }) => [basis, clause]),
) as unknown as Record<WasteRule, Clause>;

/** The lines of waste of an account, told: the charges, and what absence and delays take off them. */
export const tellWaste = (of: WasteTelling): readonly ExplainedLine[] =>
  new WasteMonth(of.facts, of.context, of.terms).partsOf(of.row).flatMap((part) => new PartTeller(of, part).lines());

/** Why waste is charged so, and what became of each absence. */
export const wasteChoices = ({
  facts,
  context,
  terms,
  row,
}: Pick<WasteTelling, 'facts' | 'context' | 'terms' | 'row'>): readonly ExplainedChoice[] => {
  const month = new WasteMonth(facts, context, terms);
  const choices = month.choicesOf(row).map(({ facts: asked }) => {
    const choice = must(choose(wasteRules, asked, context.first));
    return { choice: told(choice), rule: choice.basis };
  });
  const by = choices.map(({ rule }) => absenceBy(rule)).find((one) => one !== null) ?? null;
  const absences = month
    .absencesOf(row, by)
    .map(({ absence, facts: asked }) => ({ ...told(must(choose(absenceRules, asked, context.first))), because: absenceText(absence) }));
  return [...choices.map(({ choice }) => choice), ...absences];
};

const told = (choice: {
  readonly basis: string;
  readonly legal: string;
  readonly rejected: ExplainedChoice['rejected'];
  readonly because?: string;
}): ExplainedChoice => ({
  point: '',
  zone: 'T0',
  basis: choice.basis,
  legal: choice.legal,
  ...(choice.because === undefined || choice.because === '' ? {} : { because: choice.because }),
  periods: 0,
  rejected: choice.rejected,
});

/** Tells the lines of one part. */
class PartTeller {
  private readonly spec: SlotSpec;
  private readonly unit: 'm3' | 't';

  constructor(
    private readonly of: WasteTelling,
    private readonly part: WastePart,
  ) {
    this.spec = wasteSpec(of.terms, part.stretch, of.group);
    this.unit = wasteUnit(this.spec);
  }

  lines(): readonly ExplainedLine[] {
    const { of, part, spec } = this;
    const parts = part.sources.map((source) => tellSource(of, source, this.unit));
    const clause = part.sources.some(({ kind }) => kind === 'room') ? WASTE.room : CLAUSE[part.rule];
    const volume = summed(parts, 'V', 'Объём отходов', this.unit);
    const charges = of.priced(spec, { spec, place: 0, basis: part.rule as VolumeBasis, parts, clause }, volume);
    const [charge] = charges;
    if (charge === undefined) return [];
    const absence = this.absence(charge, volume);
    return [...charges, ...absence, ...this.quality(charge, absence)];
  }

  private absence(charge: ExplainedLine, whole: ToldVolume): readonly ExplainedLine[] {
    const { absence } = this.part;
    if (absence === null) return [];
    return 'people' in absence.by ? this.ofCharge(charge, absence, absence.by.people) : this.ofVolume(absence, absence.by.source, whole);
  }

  private ofVolume(absence: WasteAbsence, source: WasteSource, whole: ToldVolume): readonly ExplainedLine[] {
    const { of, spec, unit } = this;
    const own = tellSource(of, source, unit, absence.away);
    if (own.volume === 0n || whole.volume === 0n) return [];
    const volume = -(own.volume < whole.volume ? own.volume : whole.volume);
    const V: TraceNode = {
      symbol: 'V',
      title: 'Объём за дни отсутствия',
      value: decimalText(volume, VOLUME_SCALE),
      unit,
      under: [own.node],
      ...(own.volume > whole.volume ? { notes: ['не больше начисленного объёма'] } : {}),
    };
    const formula = WASTE_ABSENCE[unit] as (typeof WASTE_ABSENCE)['m3'];
    const step = of.teller.step(
      formula,
      { T: { int: BigInt(spec.price.int), scale: spec.price.scale, unit: 'RUB/m3' }, V: scaled(volume, VOLUME_SCALE, 'm3') },
      { T: priceNode('T', spec.price, `RUB/${unit}`), V },
    );
    return this.told(absenceSpec(spec, this.part.rule), 'absence', Number(volume), step);
  }

  private ofCharge({ line }: ExplainedLine, absence: WasteAbsence, people: number): readonly ExplainedLine[] {
    const step = this.of.teller.step(
      wasteAbsenceByArea,
      { P: scaled(line.amount, 2, 'RUB'), n: scaled(people, 0, 'person-day'), a: scaled(absence.days, 0, 'person-day') },
      { a: awayNode('a', absence.days, absence.away) },
    );
    return kopecks(step) === 0 ? [] : this.told(absenceSpec(this.spec, this.part.rule), 'absence', 0, step);
  }

  private quality({ line }: ExplainedLine, [absence]: readonly ExplainedLine[]): readonly ExplainedLine[] {
    const { delay } = this.part;
    if (delay === null || delay.steps === 0) return [];
    const base = line.amount + (absence?.line.amount ?? 0);
    const step = this.of.teller.step(wasteQuality, { P: scaled(base, 2, 'RUB'), k: scaled(delay.left, 3, '1') }, { k: delayNode(delay) });
    return kopecks(step) === 0 ? [] : this.told(qualitySpec(this.spec), 'quality', 0, step);
  }

  /** A reduction with what it takes off VAT on top. */
  private told(spec: SlotSpec, basis: VolumeBasis, volume: number, step: ToldVolume): readonly ExplainedLine[] {
    const { context, teller } = this.of;
    return tellVat(teller, linesFrom(spec, basis, volume, asKopecks(kopecks(step)), NO_MONEY, context.month), [step.node]);
  }
}

const hoursText = (hundredths: number): string => decimalText(hundredths, 2);

const delayNode = ({ of, above, steps, left }: WasteDelay): TraceNode => ({
  symbol: 'k',
  title: 'Остаётся доля платы',
  value: decimalText(left, 3),
  unit: '1',
  source: `сверх допустимого ${hoursText(above)} ч, полных шагов ${steps}`,
  notes: of.map(
    ({ incident, hours, tolerated }) =>
      `${incident.document}: с ${incident.from} по ${incident.to}, в этом месяце ${hoursText(hours)} ч${
        incident.hoursAbove === undefined
          ? `, из них единовременно допустимо ${hoursText(tolerated)} ч`
          : `, по акту сверх допустимого ${incident.hoursAbove} ч`
      }`,
  ),
});
