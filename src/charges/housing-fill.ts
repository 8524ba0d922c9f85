import { AREA_SCALE } from '../consumption/area';
import { imageOf } from '../model/draw-image';
import type { HouseFacts } from '../model/facts';
import { type HousingUnit, isHouseSum } from '../model/housing-services';
import type { AccountRecord, ServiceRecord } from '../model/records';
import { kernelOf } from '../norms/formula';
import type { Block } from './block';
import { scaleOf } from './column-run';
import { type AccountRow, holdersIn } from './holders';
import { QUANTITIES } from './housing-formulas';
import { type Measure, measureDays, measuresOf } from './housing-measures';
import { billedDays, excludedBy, hasShares, payDays, payerOf } from './housing-payers';
import { HOUSING_BASIS, unitOf } from './housing-shares';
import { premisesSums } from './housing-sums';
import type { PricedMonth, PricedStretch, PricedTerms } from './prices';
import { BASIS_CODE, type Slot } from './slot';

/** Quantities of the rows for the days of each stretch, and from them the volumes that a housing service is priced by. */
export const fillHousing = (
  facts: HouseFacts,
  context: PricedMonth,
  terms: PricedTerms,
  rows: readonly AccountRow[],
  block: Block,
): void => {
  const shares = holdersIn(facts, rows) !== rows;
  for (const [place, stretch] of terms.stretches.entries()) {
    const unit = unitOf(stretch);
    if (isHouseSum(unit)) continue;
    const left = everybodyPays(facts, stretch.record) && unit === 'm2-month' ? fillAreas(facts, terms, place, stretch, rows, block) : rows;
    for (const row of left) {
      if (shares && hasShares(row.premises, context)) continue;
      const measures = measuresFor(facts, context, terms, stretch, row);
      if (measures !== null && measures.length > 0) fillMeasures(terms, place, unit, row, measures, block);
    }
  }
  const spare = block.arena.doubles();
  for (const slot of block.slotsOf(terms)) quantityMonths(slot, context.days, spare);
  if (shares || terms.stretches.some((stretch) => isHouseSum(unitOf(stretch)))) fillSums(facts, context, terms, rows, block);
};

/** Nobody is left out by the terms themselves: most items are such. */
const everybodyPays = ({ house }: HouseFacts, record: ServiceRecord): boolean =>
  payerOf(record) === 'holder' &&
  record.exclusions === undefined &&
  !(record.service === 'capitalRepair' && house.capitalRepairExempt !== undefined);

/** The commonest lines: areas of the days of a row, and no shares in the house. Answers the rows that are left. */
const fillAreas = (
  { premises }: HouseFacts,
  terms: PricedTerms,
  place: number,
  stretch: PricedStretch,
  rows: readonly AccountRow[],
  block: Block,
): readonly AccountRow[] => {
  const { shared, areas, area, areaFrom } = imageOf(premises);
  if (shared) return rows;
  const left: AccountRow[] = [];
  for (let i = 0; i < rows.length; i += 1) {
    const { row, from, to, premisesIndex } = rows[i] as AccountRow;
    const first = Math.max(from, stretch.from);
    const end = Math.min(to, stretch.to);
    if (end <= first) continue;
    const begun = areas[premisesIndex] as number;
    let last = (areas[premisesIndex + 1] as number) - 1;
    while (last >= begun && (areaFrom[last] as number) >= end) last -= 1;
    if (last < begun || (areaFrom[begun] as number) > first) {
      left.push(rows[i] as AccountRow);
      continue;
    }
    const slot = block.slot(terms, place, 'T0', 'metered', row);
    const at = slot.markAs(row, AREA);
    let until = end;
    let sum = 0;
    while ((areaFrom[last] as number) > first) {
      sum += (area[last] as number) * (until - (areaFrom[last] as number));
      until = areaFrom[last] as number;
      last -= 1;
    }
    if (until < end) slot.column('sum')[at] = sum + (area[last] as number) * (until - first);
    else {
      slot.column('normative')[at] = area[last] as number;
      slot.column('persons')[at] = end - first;
    }
  }
  return left;
};

const AREA = BASIS_CODE.area;

/** What a row is charged for under a stretch of terms; `null` where a problem was told. */
export const measuresFor = (
  facts: HouseFacts,
  context: PricedMonth,
  terms: PricedTerms,
  stretch: PricedStretch,
  row: AccountRow,
): readonly Measure[] | null => {
  const from = Math.max(row.from, stretch.from);
  const to = Math.min(row.to, stretch.to);
  const { record } = stretch;
  if (to <= from || excludedBy(record, row.premises.premises) !== null) return [];
  const measures: Measure[] = [];
  for (const billed of billedDays(facts, context, record, from, to))
    for (const days of payDays(payerOf(record), row.account, billed)) {
      const found = measuresOf(context, terms, unitOf(stretch), row.premises, days.from, days.to);
      if (found === null) return null;
      measures.push(...found);
    }
  return measures;
};

const fillMeasures = (
  terms: PricedTerms,
  place: number,
  unit: HousingUnit,
  row: AccountRow,
  measures: readonly Measure[],
  block: Block,
): void => {
  const slot = block.slot(terms, place, 'T0', 'metered', row.row);
  const at = slot.mark(row.row, HOUSING_BASIS[unit]);
  const [only] = measures as readonly [Measure];
  if (measures.length > 1) {
    slot.column('sum')[at] = measureDays(measures);
    return;
  }
  slot.column('normative')[at] = only.value;
  slot.column('persons')[at] = only.to - only.from;
};

const quantityMonths = (slot: Slot, days: number, spare: Float64Array): void => {
  if (slot.fixed) return;
  const rows = slot.count;
  const { forDays, forStretches, letter } = QUANTITIES[slot.spec.unit as keyof typeof QUANTITIES];
  if (slot.has('persons'))
    kernelOf(forDays as never, scaleOf(letter, AREA_SCALE) as never).run(
      { [letter]: slot.normative, d: slot.persons, D: days },
      { [letter]: 1e11, d: 31, D: 31 },
      rows,
      slot.volume,
    );
  if (!slot.has('sum')) return;
  kernelOf(forStretches as never).run({ W: slot.sum, D: days }, { W: 31e11, D: 31 }, rows, spare);
  for (let i = 0; i < rows; i += 1) slot.volume[i] = (slot.volume[i] as number) + (spare[i] as number);
};

/** Parts of sums: of premises that owners share, of the house. */
const fillSums = (facts: HouseFacts, context: PricedMonth, terms: PricedTerms, rows: readonly AccountRow[], block: Block): void => {
  const rowOf = new Map<AccountRecord, number>(rows.map(({ account, row }) => [account, row]));
  const done = new Set<number>();
  for (const { premisesIndex, premises, row } of rows) {
    if (done.has(premisesIndex)) continue;
    done.add(premisesIndex);
    const own = hasShares(premises, context);
    for (const sum of premisesSums(facts, context, terms, premisesIndex, block.groups[row] as number)) {
      if (!own && sum.ofHouse === null) continue;
      for (const { account, share, volume, amount } of sum.lines) {
        const at = rowOf.get(account);
        if (at !== undefined) block.part(terms, sum.stretch, at, share, sum.basis, volume, amount);
      }
    }
  }
};
