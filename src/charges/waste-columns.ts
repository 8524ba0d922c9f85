import { onlyArea } from '../consumption/area';
import { NORMATIVE_SCALE } from '../consumption/formulas';
import { valueInMonth } from '../consumption/normative';
import { largestSize } from '../kernel/columns';
import { scaledSafe } from '../kernel/gate';
import type { HouseFacts } from '../model/facts';
import { calculateSafe, kernelOf } from '../norms/formula';
import type { Block } from './block';
import { onVolumeScale, run } from './column-run';
import { type CHARGE_FORMULAS, chargeFormulaOf } from './formulas';
import { type AccountRow, holdersOf } from './holders';
import type { PricedMonth, PricedTerms } from './prices';
import { Slot, type SlotSpec, slotSpec } from './slot';
import {
  KILOGRAMS_IN_TONNE,
  letterOf,
  MONTHS_IN_YEAR,
  WASTE_ABSENCE,
  WASTE_BY_NORMATIVE,
  wasteAbsenceByArea,
  wasteQuality,
} from './waste-formulas';
import { WasteMonth } from './waste-month';
import type { WastePart, WasteStretch } from './waste-parts';
import { WASTE_ORDER, type WasteRule } from './waste-rules';
import { volumeOfSource } from './waste-volume';

/** Unit of a waste price. */
export const wasteUnit = ({ price }: Pick<SlotSpec, 'price'>): 'm3' | 't' => (price.unit === 'RUB/t' ? 't' : 'm3');

/** What the lines of waste of a group of accounts under one stretch of terms have in common. */
export const wasteSpec = (terms: PricedTerms, stretch: number, group: number): SlotSpec => {
  const spec = slotSpec(terms, stretch, 'T0', 'metered', group);
  return { ...spec, unit: wasteUnit(spec) };
};

/** What absence takes off such lines. */
export const absenceSpec = (spec: SlotSpec, rule: WasteRule): SlotSpec => ({
  ...spec,
  reduction: rule === 'wasteArea' || rule === 'wasteContainersArea' ? wasteAbsenceByArea.id : WASTE_ABSENCE[wasteUnit(spec)].id,
});

/** What delays of removal take off such lines. */
export const qualitySpec = (spec: SlotSpec): SlotSpec => ({ ...spec, reduction: wasteQuality.id });

/** The lines of one rule, stretch and group: the charge, and beside it what is taken off. */
interface Trio {
  readonly charge: Slot;
  absence: Slot | null;
  quality: Slot | null;
  readonly group: number;
  readonly stretch: number;
  readonly rule: WasteRule;
}

/**
 * Waste of every account of a house in a month, with its money: the commonest dwellings by column kernels, the others one by one by the same
 * formulas; then what absence and delays take off.
 */
export const wasteSlots = (
  facts: HouseFacts,
  context: PricedMonth,
  terms: PricedTerms,
  rows: readonly AccountRow[],
  block: Block,
): readonly Slot[] => new WasteColumns(facts, context, terms, rows, block).slots();

class WasteColumns {
  private readonly month: WasteMonth;
  private readonly trios = new Map<number, Trio>();
  private last: Trio | null = null;

  constructor(
    facts: HouseFacts,
    private readonly context: PricedMonth,
    private readonly terms: PricedTerms,
    private readonly rows: readonly AccountRow[],
    private readonly block: Block,
  ) {
    this.month = new WasteMonth(facts, context, terms);
  }

  slots(): readonly Slot[] {
    const { month, rows } = this;
    const apart: WastePart[] = [];
    for (const stretch of month.stretches)
      for (const row of holdersOf(rows)) {
        if (row.to <= stretch.from || row.from >= stretch.to) continue;
        if (!this.plain(row, stretch)) apart.push(...month.partsUnder(row, stretch));
      }
    const { days, volumeDigits } = this.context;
    for (const part of apart) {
      const { charge } = this.trio(part.stretch, part.rule, part.row.row);
      const place = charge.mark(part.row.row, part.rule as Exclude<WasteRule, 'wasteNone'>);
      const other = charge.column('other');
      for (const source of part.sources)
        other[place] = (other[place] as number) + volumeOfSource(source, wasteUnit(charge.spec), days, volumeDigits);
    }
    const trios = [...this.trios].sort((a, b) => a[0] - b[0]).map(([, trio]) => trio);
    for (const trio of trios) this.price(trio);
    const byTrio = new Map<Trio, WastePart[]>();
    for (const part of apart) {
      const trio = this.trio(part.stretch, part.rule, part.row.row);
      const known = byTrio.get(trio);
      if (known === undefined) byTrio.set(trio, [part]);
      else known.push(part);
    }
    return trios.flatMap((trio) => {
      for (const part of byTrio.get(trio) ?? []) this.absence(trio, part);
      if (trio.absence !== null) this.money(trio.absence);
      this.byArea(trio, byTrio.get(trio) ?? []);
      this.quality(trio);
      return [trio.charge, trio.absence, trio.quality].filter((slot) => slot !== null);
    });
  }

  private trio(stretch: number, rule: WasteRule, row: number): Trio {
    const group = this.block.groups[row] as number;
    const { last } = this;
    if (last !== null && last.stretch === stretch && last.rule === rule && last.group === group) return last;
    const key = (stretch * WASTE_ORDER.length + WASTE_ORDER.indexOf(rule)) * GROUPS + group;
    let trio = this.trios.get(key);
    if (trio === undefined) {
      trio = { charge: this.slot(wasteSpec(this.terms, stretch, group)), absence: null, quality: null, group, stretch, rule };
      this.trios.set(key, trio);
    }
    this.last = trio;
    return trio;
  }

  private slot(spec: SlotSpec): Slot {
    return new Slot(spec, this.rows.length, this.block.arena);
  }

  private absenceOf(trio: Trio): Slot {
    trio.absence ??= this.slot(absenceSpec(trio.charge.spec, trio.rule));
    return trio.absence;
  }

  /** A dwelling without anything of its own whose people or area do not change: a place in the columns, and no object. */
  private plain(row: AccountRow, stretch: WasteStretch): boolean {
    const { normative } = stretch;
    const [only] = normative?.series ?? [];
    if (normative === null || only === undefined || normative.series.length > 1 || !this.month.isPlain(row)) return false;
    const text = valueInMonth(only.entry, this.context.monthOfYear);
    if (text === null) return false;
    const from = Math.max(row.from, stretch.from);
    const to = Math.min(row.to, stretch.to);
    const days = to - from;
    const quantity =
      stretch.by === 'area' ? onlyArea(row.premises, from) * days : this.month.measures.plainPeople(row.premisesIndex, from, to) * days;
    if (Number.isNaN(quantity)) return false;
    const rule = stretch.by === 'area' ? 'wasteArea' : 'wastePerson';
    const { charge } = this.trio(stretch.index, rule, row.row);
    const place = charge.mark(row.row, rule);
    charge.column('persons')[place] = quantity;
    charge.column('normative')[place] = scaledSafe(text, NORMATIVE_SCALE);
    return true;
  }

  /** Volume and money of the charges of a trio. */
  private price({ charge, stretch }: Trio): void {
    const { days, volumeDigits } = this.context;
    const { normative } = this.month.stretches[stretch] as WasteStretch;
    if (charge.has('persons') && normative !== null) {
      const { base, amount, period } = normative.form;
      run(
        WASTE_BY_NORMATIVE[base][amount][period],
        { N: charge.normative, M: MONTHS_IN_YEAR, [letterOf(base)]: charge.persons, D: days, q: KILOGRAMS_IN_TONNE },
        charge.count,
        charge.volume,
        NORMATIVE_SCALES,
        volumeDigits,
      );
      onVolumeScale(charge.volume, charge.count, volumeDigits);
    }
    if (charge.has('other'))
      for (let place = 0; place < charge.count; place += 1)
        charge.volume[place] = (charge.volume[place] as number) + (charge.other[place] as number);
    this.money(charge);
  }

  private money(slot: Slot): void {
    if (slot.count === 0 || slot.spec.reduction === wasteAbsenceByArea.id) return;
    const { price } = slot.spec;
    const formula = slot.spec.reduction === undefined ? chargeFormulaOf(slot.spec) : WASTE_ABSENCE[wasteUnit(slot.spec)];
    kernelOf(formula as typeof CHARGE_FORMULAS.m3, price.scales).run(
      { T: price.int, V: slot.volume },
      { V: largestSize(slot.volume, slot.count) },
      slot.count,
      slot.amount,
    );
  }

  /** The volume of people who were away, below zero; of a charge per area only the place. */
  private absence(trio: Trio, { row, absence: of }: WastePart): void {
    if (of === null) return;
    if ('people' in of.by) return;
    const { charge } = trio;
    const whole = charge.volume[charge.placeOf(row.row)] as number;
    const own = volumeOfSource(of.by.source, wasteUnit(charge.spec), this.context.days, this.context.volumeDigits);
    if (own === 0 || whole === 0) return;
    const absence = this.absenceOf(trio);
    absence.volume[absence.mark(row.row, 'absence')] = 0 - Math.min(own, whole);
  }

  private byArea(trio: Trio, parts: readonly WastePart[]): void {
    const { charge } = trio;
    for (const { row, absence: of } of parts) {
      if (of === null || !('people' in of.by)) continue;
      const amount = calculateSafe(wasteAbsenceByArea, {
        P: charge.amount[charge.placeOf(row.row)] as number,
        n: of.by.people,
        a: of.days,
      });
      if (amount === 0) continue;
      const absence = this.absenceOf(trio);
      absence.amount[absence.mark(row.row, 'absence')] = amount;
    }
  }

  private quality(trio: Trio): void {
    const { charge, absence } = trio;
    if (!this.month.delays.some) return;
    for (let place = 0; place < charge.count; place += 1) {
      const row = charge.rowAt[place] as number;
      const delay = this.month.delays.of((this.rows[row] as AccountRow).premises.premises);
      if (delay === null || delay.steps === 0) continue;
      const away = absence === null ? -1 : absence.placeOf(row);
      const base = (charge.amount[place] as number) + (absence === null || away < 0 ? 0 : (absence.amount[away] as number));
      const amount = calculateSafe(wasteQuality, { P: base, k: delay.left * 10 });
      if (amount === 0) continue;
      trio.quality ??= this.slot(qualitySpec(charge.spec));
      trio.quality.amount[trio.quality.mark(row, 'quality')] = amount;
    }
  }
}

/** More groups of consumers than any house has. */
const GROUPS = 1024;
const NORMATIVE_SCALES: Record<string, number> = { N: NORMATIVE_SCALE };
