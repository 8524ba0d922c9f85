import { VOLUME_SCALE } from '../consumption/formulas';
import { dayWords, firstDay } from '../kernel/calendar';
import { decimalText, withCommas } from '../kernel/gate';
import { asKopecks, NO_MONEY } from '../kernel/money';
import { quantity, scaled } from '../kernel/quantity';
import type { TraceNode } from '../kernel/trace';
import type { VolumeBasis } from '../model/bill';
import type { ExplainedLine } from '../model/explanation';
import type { HouseFacts } from '../model/facts';
import { type HousingUnit, isHouseSum, type TermHousing } from '../model/housing-services';
import { SERVICE_TITLE } from '../model/services';
import { type Clause, citation } from '../norms/act';
import { ZHK } from '../norms/acts';
import { HOUSING } from '../norms/acts-housing';
import { type CHARGE_FORMULAS, chargeFormulaOf } from './formulas';
import type { AccountRow } from './holders';
import { linesFrom } from './house-month';
import { measuresFor } from './housing-fill';
import { feeThrough, partOfSum, QUANTITIES, QUANTITY_SCALE } from './housing-formulas';
import { type Measure, measureDays } from './housing-measures';
import { billedDays, excludedBy, hasShares, payerOf } from './housing-payers';
import { HOUSING_BASIS, type PremisesSum, type SumLine, unitOf } from './housing-shares';
import { premisesSums } from './housing-sums';
import type { PricedMonth, PricedStretch, PricedTerms } from './prices';
import { partSpec, type SlotSpec, slotSpec } from './slot';
import { sourceWords } from './source-words';
import type { Teller, ToldVolume } from './telling';
import { kopecks, priceNode } from './told-parts';
import { tellVat } from './vat-told';

const CLAUSE: Readonly<Record<TermHousing, Clause>> = {
  maintenance: ZHK.maintenance,
  rent: HOUSING.rent,
  capitalRepair: HOUSING.capitalRepair,
  targetFee: HOUSING.targetFee,
  additional: HOUSING.additional,
};

/** Lines of a housing service of an account, told: what {@link fillHousing} computes. */
export const tellHousing = (
  facts: HouseFacts,
  context: PricedMonth,
  teller: Teller,
  terms: PricedTerms,
  row: AccountRow,
  group: number,
): readonly ExplainedLine[] => {
  const telling = new HousingTeller(context, teller, row);
  const shared = hasShares(row.premises, context);
  const out: ExplainedLine[] = [];
  for (const [place, stretch] of terms.stretches.entries()) {
    if (shared || isHouseSum(unitOf(stretch))) continue;
    const measures = measuresFor(facts, context, terms, stretch, row);
    if (measures !== null && measures.length > 0) out.push(...telling.measured(slotSpec(terms, place, 'T0', 'metered', group), measures));
  }
  for (const sum of premisesSums(facts, context, terms, row.premisesIndex, group)) {
    const own = sum.lines.find(({ account }) => account === row.account);
    if (own === undefined || (!shared && sum.ofHouse === null)) continue;
    out.push(...telling.part(partSpec(terms, sum.stretch, group, own.share), sum, own));
  }
  return out;
};

/** Why an account is not charged for a housing service of its house; `null` where it is, or where nothing can be said. */
export const whyNot = (facts: HouseFacts, context: PricedMonth, terms: PricedTerms, row: AccountRow): string | null => {
  const stretch = terms.stretches.find(({ from, to }) => Math.min(row.to, to) > Math.max(row.from, from));
  if (stretch === undefined) return null;
  const { record } = stretch;
  const on = firstDay(context.month);
  const title = `${SERVICE_TITLE[terms.service]}${record.title === undefined ? '' : `: ${record.title}`}`;
  const told = (why: string, clause: Clause | null): string => {
    const legal = clause === null ? null : citation(clause, on);
    return `${title} — не начисляется: ${why}${legal === null ? '' : ` (${legal})`}`;
  };
  const freed = excludedBy(record, row.premises.premises);
  if (freed !== null) return told(`${freed}; ${record.decision?.document ?? ''}`, null);
  const days = { from: Math.max(row.from, stretch.from), to: Math.min(row.to, stretch.to) };
  if (billedDays(facts, context, record, days.from, days.to).length === 0) {
    const acts = (facts.house.capitalRepairExempt ?? []).map(({ act }) => act).join('; ');
    return told(acts, HOUSING.capitalExempt);
  }
  const payer = payerOf(record);
  if (payer === 'owner') return told('платят собственники', HOUSING.payers);
  if (payer === 'tenant') return told('платит наниматель', HOUSING.payers);
  if (unitOf(stretch) === 'person-month' && row.premises.premises.type === 'nonResidential')
    return told('помещение нежилое: в нём никто не проживает', null);
  return unitOf(stretch) === 'unit-month' ? told('у помещения нет единиц этой услуги', null) : null;
};

class HousingTeller {
  constructor(
    private readonly context: PricedMonth,
    private readonly teller: Teller,
    private readonly row: AccountRow,
  ) {}

  measured(spec: SlotSpec, measures: readonly Measure[]): readonly ExplainedLine[] {
    const volume = this.volume(spec.unit as HousingUnit, measures);
    const charge = this.charge(spec, volume);
    return this.lines(spec, HOUSING_BASIS[spec.unit as HousingUnit], Number(volume.volume), kopecks(charge), charge.node);
  }

  part(spec: SlotSpec, sum: PremisesSum, own: SumLine): readonly ExplainedLine[] {
    const whole =
      sum.ofHouse === null ? this.charge(spec, this.volume(spec.unit as HousingUnit, sum.measures)).node : this.ofHouse(spec, sum);
    const node = own.weight === sum.whole ? whole : this.shareNode(whole, sum.amount, own.weight, sum.whole, own.amount, ownerNotes(own));
    return this.lines(spec, sum.basis, own.volume, own.amount, node);
  }

  private volume(unit: HousingUnit, measures: readonly Measure[]): ToldVolume {
    const { forDays, forStretches, letter, title, unit: measured } = QUANTITIES[unit as keyof typeof QUANTITIES];
    const { days } = this.context;
    const D = scaled(days, 0, 'day/month');
    const nodes = measures.map(
      (one): TraceNode => ({
        symbol: letter,
        title,
        value: one.text,
        unit: measured,
        source: `${one.to - one.from} дн. из ${days}`,
        ...(one.note === undefined ? {} : { notes: [one.note] }),
      }),
    );
    const [only] = measures;
    if (only !== undefined && measures.length === 1) {
      const d = scaled(only.to - only.from, 0, 'day');
      return this.teller.step(
        forDays as never,
        { [letter]: quantity(only.text, measured), d, D } as never,
        { [letter]: nodes[0] } as never,
      );
    }
    const sum = measureDays(measures);
    const W: TraceNode = {
      symbol: 'W',
      title: `Сумма ${title.toLowerCase()} × дней`,
      value: decimalText(sum, QUANTITY_SCALE),
      unit: `${measured}-day`,
      under: nodes,
    };
    return this.teller.step(
      forStretches as never,
      { W: scaled(sum, QUANTITY_SCALE, `${measured}-month-day/month`), D } as never,
      {
        W,
      } as never,
    );
  }

  private charge(spec: SlotSpec, volume: ToldVolume): ToldVolume {
    const { price, unit } = spec;
    const of = chargeFormulaOf(spec) as (typeof CHARGE_FORMULAS)['m3'];
    const T = { int: BigInt(price.int), scale: price.scale, unit: 'RUB/m3' as const };
    const V = scaled(volume.volume, VOLUME_SCALE, 'm3');
    return this.teller.step(of, { T, V }, { T: this.price(spec, unit), V: volume.node });
  }

  /** The price with its act, the decision behind it, the minimum it is held to. */
  private price(spec: SlotSpec, unit: string): TraceNode {
    const { record, least } = stretchOf(spec);
    const notes: string[] = [];
    if (record.decision !== undefined) {
      const { document, on, place } = record.decision;
      notes.push(`решение: ${document} от ${dayWords(on)}${place === undefined ? '' : `, ${place}`}`);
    }
    if (least !== null) {
      const applied = spec.price.code === least.code;
      const legal = citation(HOUSING.capitalMinimum, firstDay(this.context.month));
      notes.push(
        `минимальный взнос ${least.text} ₽ (${sourceWords(least.source)})${applied ? ': решение ниже минимума, применяется минимум' : ''}${legal === null ? '' : ` — ${legal}`}`,
      );
    }
    const node = priceNode('T', spec.price, `RUB/${unit}`);
    return notes.length === 0 ? node : { ...node, notes };
  }

  /** The sum of the house, the premises' part of it, for a target fee that of the month, for a room that of the room. */
  private ofHouse(spec: SlotSpec, { ofHouse, amount }: PremisesSum): TraceNode {
    if (ofHouse === null) return { symbol: 'P', title: 'Сумма', value: decimalText(amount, 2), unit: 'RUB' };
    const { house, weight, fee, room } = ofHouse;
    const volume: ToldVolume =
      spec.unit === 'house'
        ? { volume: 10n ** BigInt(VOLUME_SCALE), node: { symbol: 'V', title: 'Дом', value: '1', unit: 'house' } }
        : this.volume('house-month', [{ from: 0, to: house.days, text: '1', value: 10 ** QUANTITY_SCALE }]);
    const all = this.charge(spec, volume).node;
    const byArea = stretchOf(spec).record.split !== 'premises';
    const how = byArea ? 'по площади помещения' : 'поровну между помещениями';
    const premises = this.shareNode(all, house.amount, weight, house.whole, fee?.amount ?? ofHouse.amount, [how], HOUSING.houseSum);
    const month = fee === null ? premises : this.feeNode(premises, fee, ofHouse.amount);
    return room === null
      ? month
      : this.shareNode(month, ofHouse.amount, room.weight, room.whole, amount, ['комната — по площади'], HOUSING.houseSum);
  }

  private feeNode(
    premises: TraceNode,
    fee: { readonly amount: number; readonly k: number; readonly n: number },
    amount: number,
  ): TraceNode {
    const through = (k: number): TraceNode =>
      this.teller.step(
        feeThrough,
        { P: scaled(fee.amount, 2, 'RUB'), k: scaled(k, 0, 'month'), n: scaled(fee.n, 0, 'month') },
        k === fee.k ? { P: premises } : {},
      ).node;
    const [now, before] = [through(fee.k), through(fee.k - 1)];
    return {
      symbol: 'P',
      title: 'Взнос за месяц',
      value: decimalText(amount, 2),
      unit: 'RUB',
      under: [now],
      notes: [`взнос за месяц ${fee.k} из ${fee.n}: ${withCommas(now.value)} − ${withCommas(before.value)}`],
    };
  }

  private shareNode(
    sum: TraceNode,
    whole: number,
    weight: number,
    of: number,
    amount: number,
    notes: readonly string[],
    clause: Clause = HOUSING.share,
  ): TraceNode {
    const { node } = this.teller.step(
      partOfSum,
      { P: scaled(whole, 2, 'RUB'), w: scaled(weight, 0, '1'), W: scaled(of, 0, '1') },
      { P: sum },
    );
    const value = decimalText(amount, 2);
    const spare = node.value === value ? [] : ['копейки делятся по наибольшему остатку, чтобы доли дали всю сумму'];
    const legal = citation(clause, firstDay(this.context.month)) ?? node.legal;
    return { ...node, value, ...(legal === undefined ? {} : { legal }), notes: [...notes, ...spare] };
  }

  private lines(spec: SlotSpec, basis: VolumeBasis, volume: number, amount: number, node: TraceNode): readonly ExplainedLine[] {
    const { month } = this.context;
    const { record } = stretchOf(spec);
    const on = firstDay(month);
    const service = record.service as TermHousing;
    const title = record.title ?? SERVICE_TITLE[service];
    const legal = citation(CLAUSE[service], on) ?? node.legal;
    const payer = payerOf(record);
    const who =
      payer === 'holder'
        ? []
        : [`${payer === 'owner' ? 'платят собственники' : 'платит наниматель'} (${citation(HOUSING.payers, on) ?? ''})`];
    const absence = service === 'maintenance' && nobodyLives(this.row) ? [citation(HOUSING.absence, on)] : [];
    const notes = [
      ...(node.notes ?? []),
      ...who,
      ...absence.flatMap((text) => (text === null ? [] : [`никто не проживает: плата не меняется (${text})`])),
    ];
    const trace: TraceNode = {
      ...node,
      symbol: node.symbol,
      title: `Плата: ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
      ...(legal === undefined ? {} : { legal }),
      ...(notes.length === 0 ? {} : { notes }),
    };
    const lines = linesFrom(spec, basis, volume, asKopecks(amount), NO_MONEY, month);
    return tellVat(this.teller, lines, [trace]);
  }
}

const stretchOf = ({ terms, stretch }: SlotSpec): PricedStretch => terms.stretches[stretch] as PricedStretch;

const nobodyLives = ({ premises }: AccountRow): boolean => premises.premises.type === 'dwelling' && premises.residents.length === 0;

const ownerNotes = ({ share }: SumLine): readonly string[] => (share === null ? ['по дням'] : [`доля собственника ${share}`]);
