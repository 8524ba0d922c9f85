import type { AwayDays } from '../consumption/absence';
import { absenceRules } from '../consumption/absence-rules';
import { AREA_SCALE } from '../consumption/area';
import { VOLUME_SCALE } from '../consumption/formulas';
import type { WasteDelay } from '../consumption/waste-incidents';
import { dayFromSerial, daysWords, dayWords } from '../kernel/calendar';
import { decimalText } from '../kernel/gate';
import { asKopecks, NO_MONEY } from '../kernel/money';
import { scaled } from '../kernel/quantity';
import { must } from '../kernel/result';
import type { TraceNode } from '../kernel/trace';
import type { VolumeBasis } from '../model/bill';
import type { ExplainedChoice, ExplainedLine } from '../model/explanation';
import type { HouseFacts } from '../model/facts';
import type { AbsenceRecord } from '../model/records';
import type { Clause } from '../norms/act';
import { WASTE } from '../norms/acts-waste';
import { choose } from '../norms/rules';
import type { AccountRow } from './holders';
import { linesFrom } from './house-month';
import type { PricedMonth, PricedTerms } from './prices';
import type { SlotSpec } from './slot';
import { sourceWords } from './source-words';
import type { Teller, ToldVolume } from './telling';
import { summed, type ToldSlot } from './telling-sink';
import { kopecks, priceNode } from './told-parts';
import { tellVat } from './vat-told';
import { absenceSpec, qualitySpec, wasteSpec, wasteUnit } from './waste-columns';
import { letterOf, WASTE_ABSENCE, WASTE_SUM_SCALE, wasteAbsenceByArea, wasteQuality } from './waste-formulas';
import { absenceBy, WasteMonth } from './waste-month';
import type { WasteAbsence, WastePart, WasteShare, WasteSource } from './waste-parts';
import { type WasteRule, wasteRules } from './waste-rules';
import { isOne, type PlainSource, quantityDays, roomStep, shareSum, stepOf } from './waste-volume';

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

/** An absence in words: who, from departure to return, when it was applied for, by which documents. */
const absenceText = ({ person, from, to, appliedOn, documents }: AbsenceRecord): string =>
  `${person}, отъезд ${dayWords(from)}, возвращение ${dayWords(to)}, заявление ${dayWords(appliedOn)}; ${documents.map(({ what }) => what).join(', ')}`;

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

type Told = Pick<WasteTelling, 'context' | 'teller'>;

/** The volume of a source, told: what the columns compute. */
export const tellSource = (of: Told, source: WasteSource, unit: 'm3' | 't', away?: readonly AwayDays[]): ToldVolume => {
  const { context, teller } = of;
  if (source.kind !== 'room') {
    const { of: formula, values } = stepOf(source, unit, context.days);
    return teller.step(formula, values as never, nodesOf(source, unit, away) as never, context.volumeDigits);
  }
  const whole = tellSource(of, source.flat, unit);
  const node: TraceNode = { ...whole.node, title: `Объём квартиры ${source.flatId}` };
  const through = (until: number): ToldVolume => {
    const { of: formula, values } = roomStep(whole.volume, until, source.of, unit);
    return teller.step(formula, values as never, { V: node } as never, context.volumeDigits);
  };
  const [upper, lower] = [through(source.through), through(source.from)];
  if (source.from === 0) return { volume: upper.volume, node: { ...upper.node, title: 'Доля комнаты по жилой площади' } };
  const volume = upper.volume - lower.volume;
  return {
    volume,
    node: {
      symbol: 'V',
      title: 'Доля комнаты по жилой площади',
      value: decimalText(volume, VOLUME_SCALE),
      unit,
      expression: 'C₂ − C₁',
      arithmetic: `${upper.node.value} − ${lower.node.value}`,
      under: [
        { ...upper.node, symbol: 'C₂' },
        { ...lower.node, symbol: 'C₁', under: [] },
      ],
    },
  };
};

const nodesOf = (source: PlainSource, unit: 'm3' | 't', away: readonly AwayDays[] | undefined): Readonly<Record<string, TraceNode>> => {
  switch (source.kind) {
    case 'normative': {
      const { shares, form } = source;
      const [first] = shares;
      if (first === undefined) return {};
      if (isOne(shares)) return { N: normativeNode(first), [letterOf(form.base)]: quantityNode(shares, form.base, away) };
      const sum = shares.reduce((all, share) => all + shareSum(share, form.base), 0n);
      return {
        W: {
          symbol: 'W',
          title: 'Сумма норматив × количество × дни',
          value: decimalText(sum, WASTE_SUM_SCALE),
          unit: '',
          under: shares.map((share) => ({
            symbol: `N × ${letterOf(form.base)}`,
            title: daysWords({ from: dayFromSerial(share.from), to: dayFromSerial(share.to) }),
            value: decimalText(shareSum(share, form.base), WASTE_SUM_SCALE),
            unit: '',
            under: [normativeNode(share), quantityNode([share], form.base, away)],
          })),
        },
      };
    }
    case 'containers': {
      const { removal, by } = source;
      const others = by === 'person' ? `${removal.otherResidents} чел.` : `${removal.otherArea} м²`;
      const shared = by === 'person' ? removal.otherResidents > 0 : Number(removal.otherArea) > 0;
      return {
        Vк: { symbol: 'Vк', title: 'Вывезено из контейнеров за месяц', value: removal.volume, unit, source: removal.source },
        ...(away === undefined ? {} : { n: awayNode('n', source.own, away) }),
        ...(shared
          ? {
              Σn: {
                symbol: 'Σn',
                title: by === 'person' ? 'Проживающие, которым служат контейнеры' : 'Площадь, которой служат контейнеры, × дни',
                value: by === 'person' ? String(source.all) : decimalText(source.all, AREA_SCALE),
                unit: by === 'person' ? 'person-day' : 'm2-day',
                notes: [`с другими домами: ${others}`],
              },
            }
          : {}),
      };
    }
    case 'contract':
      return {
        Vд: { symbol: 'Vд', title: 'Объём за месяц', value: source.volume, unit: `${unit}/month`, source: source.source },
        D: { symbol: 'D', title: 'Дней, за которые объём', value: String(source.of), unit: 'day/month' },
      };
  }
};

const normativeNode = ({ record, entry, normative }: WasteShare): TraceNode => ({
  symbol: 'N',
  title: record.title,
  value: normative,
  unit: record.unit,
  source: sourceWords(entry),
});

const QUANTITY = {
  person: { title: 'Проживающие', unit: 'person-day', scale: 0, of: 'чел.' },
  m2: { title: 'Общая площадь × дни', unit: 'm2-day', scale: AREA_SCALE, of: 'м²' },
  unit: { title: 'Единицы категории × дни', unit: 'unit-day', scale: AREA_SCALE, of: 'ед.' },
} as const;

const quantityNode = (shares: readonly WasteShare[], base: keyof typeof QUANTITY, away: readonly AwayDays[] | undefined): TraceNode => {
  if (away !== undefined) return awayNode(letterOf(base), quantityDays(shares), away);
  const { title, unit, scale, of } = QUANTITY[base];
  const owners = shares.some(({ people }) => people?.owners === true);
  const ofRooms = shares.reduce((sum, { people }) => sum + (people?.ofOwners ?? 0), 0);
  return {
    symbol: letterOf(base),
    title: owners ? `${title}: в дни, когда никто не проживает, — собственники` : title,
    value: decimalText(quantityDays(shares), scale),
    unit,
    arithmetic: shares.map(({ text, from, to }) => `${text} × ${to - from}`).join(' + '),
    source: shares
      .map(({ text, from, to, people }) => `${text} ${of}${people?.owners === true ? ' (собственники)' : ''}, ${to - from} дн.`)
      .join('; '),
    ...(ofRooms > 0 ? { notes: [`из них по числу собственников комнат, где никто не проживает: ${ofRooms}`] } : {}),
  };
};

const awayNode = (symbol: string, days: number, away: readonly AwayDays[]): TraceNode => ({
  symbol,
  title: 'Отсутствовали, человеко-дней',
  value: String(days),
  unit: 'person-day',
  notes: away.map(
    ({ absence, from, to }) =>
      `${absenceText(absence)}: ${daysWords({ from: dayFromSerial(from), to: dayFromSerial(to) })}, ${to - from} дн.`,
  ),
});

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
