import { VOLUME_SCALE } from '../consumption/formulas';
import type { GasNormative } from '../consumption/gas-normative';
import { isSuppliedGas } from '../consumption/gas-terms';
import type { ServiceTerms } from '../consumption/month-context';
import type { Boundary, Register } from '../consumption/register';
import { type RoomShare, takenOf } from '../consumption/room-told';
import type { SharingBasis, SharingFacts } from '../consumption/sharing-rules';
import type { Cell, ChosenPlace, NormativeShare, Told, VolumeSink } from '../consumption/sink';
import type { VolumeFacts, VolumeRule } from '../consumption/volume-rules';
import { firstDay } from '../kernel/calendar';
import { decimalText } from '../kernel/gate';
import { BillingInvariantError, must } from '../kernel/result';
import type { TraceNode } from '../kernel/trace';
import type { VolumeBasis } from '../model/bill';
import type { ExplainedChoice } from '../model/explanation';
import type { PricedZone, ServiceCode } from '../model/services';
import type { Clause } from '../norms/act';
import { choose, type RuleTable } from '../norms/rules';
import type { PricedMonth, PricedTerms } from './prices';
import {
  byLandOrder,
  isWater,
  keepsBasis,
  landSpec,
  normativeClass,
  type SlotClass,
  type SlotSpec,
  slotPlace,
  slotSpec,
  volumeClass,
} from './slot';
import { Teller, type ToldVolume } from './telling';

/** Told volumes that make one line. */
export interface ToldSlot {
  readonly spec: SlotSpec;
  readonly place: number;
  readonly basis: VolumeBasis;
  readonly parts: readonly ToldVolume[];
  /** Clause by which a room has its part of the flat; `null` for a premises of its own. */
  readonly clause: Clause | null;
}

interface Building {
  readonly terms: ServiceTerms;
  readonly row: number;
  readonly spec: SlotSpec;
  readonly place: number;
  basis: VolumeBasis;
  /** Differences of readings, whole: they are summed before they are rounded. */
  readonly metered: ToldVolume[];
  readonly parts: ToldVolume[];
  /** Normative shares of the line so far: told together, since they are rounded together. */
  readonly shares: NormativeShare[];
  clause: Clause | null;
}

/** The spoken sink: what the rules find for one premises, told part by part. */
export class TellingSink implements VolumeSink {
  readonly tells = true;
  private readonly slots = new Map<string, Building>();
  private readonly choices = new Map<ServiceTerms, ExplainedChoice[]>();
  private readonly followers = new Map<string, readonly { readonly stretch: number; readonly from: number; readonly to: number }[]>();
  private readonly taken = new Map<number, number>();
  private readonly substituted = new Set<number>();

  constructor(
    private readonly context: PricedMonth,
    private readonly group: number,
  ) {}

  private teller(terms: ServiceTerms): Teller {
    return new Teller(this.context, terms.unit === 'kWh' ? 'kWh' : 'm3', isSuppliedGas(terms, this.group === 1));
  }

  private building(cell: Cell, zone: PricedZone, slotClass: SlotClass, basis: VolumeBasis): Building {
    const place = slotPlace(cell.terms as PricedTerms, cell.stretch, zone, slotClass, this.group);
    const key = `${cell.terms.index}|${place}|${cell.row}`;
    const known = this.slots.get(key);
    if (known !== undefined) {
      if (known.basis !== basis && !keepsBasis(slotClass)) known.basis = 'mixed';
      return known;
    }
    const spec = slotSpec(cell.terms as PricedTerms, cell.stretch, zone, slotClass, this.group);
    const made: Building = { terms: cell.terms, row: cell.row, spec, place, basis, metered: [], parts: [], shares: [], clause: null };
    this.slots.set(key, made);
    return made;
  }

  /** The short way is not for a sink that tells. */
  regular(): void {
    throw new BillingInvariantError('an explanation walks the long way');
  }

  /** Nor is it here. */
  known(): void {
    this.regular();
  }

  /** Nor here. */
  perPerson(): void {
    this.regular();
  }

  readings(cell: Cell, zone: PricedZone, register: Register, to: Boundary, from: Boundary): void {
    this.building(cell, zone, 'metered', 'meter').metered.push(this.teller(cell.terms).readings(register, to, from));
    if (isWater(cell.terms)) this.taken.set(cell.row, Math.max(to.taken, this.taken.get(cell.row) ?? 0));
  }

  gasNormative(cell: Cell, basis: VolumeBasis, raised: boolean, _volume: number, gas: GasNormative): void {
    this.building(cell, 'T0', raised ? 'raised' : 'normative', basis).parts.push(this.teller(cell.terms).told({ kind: 'gas', gas }));
  }

  plot(cell: Cell, use: string, _volume: number, told: Told): void {
    const key = `${cell.terms.index}|${cell.stretch}|${cell.row}|${use}`;
    let plot = this.slots.get(key);
    if (plot === undefined) {
      const spec = landSpec(cell.terms as PricedTerms, cell.stretch, use, this.group);
      const place = Number.POSITIVE_INFINITY;
      plot = { terms: cell.terms, row: cell.row, spec, place, basis: 'landPlot', metered: [], parts: [], shares: [], clause: null };
      this.slots.set(key, plot);
    }
    plot.parts.push(this.teller(cell.terms).told(told));
  }

  volume(cell: Cell, zone: PricedZone, basis: VolumeBasis, _volume: number, told: Told): void {
    this.building(cell, zone, volumeClass(basis), basis).parts.push(this.teller(cell.terms).told(told));
    if (basis !== 'meter' && isWater(cell.terms)) this.substituted.add(cell.row);
  }

  normative(cell: Cell, basis: VolumeBasis, raised: boolean, share: NormativeShare, _personDays: number): void {
    this.normativeSum(cell, basis, raised, [share]);
  }

  normativeSum(cell: Cell, basis: VolumeBasis, raised: boolean, shares: readonly NormativeShare[]): void {
    this.building(cell, 'T0', normativeClass(basis, raised), basis).shares.push(...shares);
    if (isWater(cell.terms)) this.substituted.add(cell.row);
  }

  room(cell: Cell, zone: PricedZone, slotClass: SlotClass, basis: VolumeBasis, _volume: number, told: RoomShare): void {
    const building = this.building(cell, zone, slotClass, basis);
    building.parts.push(this.teller(cell.terms).told(told));
    building.clause = told.clause;
    if (!isWater(cell.terms)) return;
    if (basis === 'meter') this.taken.set(cell.row, Math.max(takenOf(told) ?? 0, this.taken.get(cell.row) ?? 0));
    else this.substituted.add(cell.row);
  }

  divided(terms: ServiceTerms, table: RuleTable<SharingFacts, SharingBasis>, facts: SharingFacts): void {
    const choice = must(choose(table, facts, firstDay(this.context.month)));
    push(this.choices, terms, { point: '', zone: 'T0', basis: choice.basis, legal: choice.legal, periods: 0, rejected: choice.rejected });
  }

  fromWater(
    terms: ServiceTerms,
    row: number,
    days: readonly { readonly stretch: number; readonly from: number; readonly to: number }[] | null,
  ): void {
    this.followers.set(`${terms.index}|${row}`, days ?? []);
  }

  chosen(terms: ServiceTerms, { point, zone }: ChosenPlace, table: RuleTable<VolumeFacts, VolumeRule>, facts: VolumeFacts): void {
    const choice = must(choose(table, facts, firstDay(this.context.month)));
    push(this.choices, terms, {
      point,
      zone,
      basis: choice.basis,
      legal: choice.legal,
      ...(choice.because === undefined || choice.because === '' ? {} : { because: choice.because }),
      periods: facts.periods,
      rejected: choice.rejected,
    });
  }

  choicesOf(terms: ServiceTerms): readonly ExplainedChoice[] {
    return this.choices.get(terms) ?? [];
  }

  followerOf(
    terms: ServiceTerms,
    row: number,
  ): readonly { readonly stretch: number; readonly from: number; readonly to: number }[] | undefined {
    return this.followers.get(`${terms.index}|${row}`);
  }

  /** Told lines of a service for a row, in the order of a payment document. */
  slotsOf(terms: ServiceTerms, row: number): readonly ToldSlot[] {
    return this.buildings(terms, row).map((one) => ({
      spec: one.spec,
      place: one.place,
      basis: one.basis,
      parts: this.partsOf(one, true),
      clause: one.clause,
    }));
  }

  private buildings(terms: ServiceTerms, row: number): readonly Building[] {
    return [...this.slots.values()]
      .filter((one) => one.terms === terms && one.row === row)
      .sort((a, b) => (a.place === b.place ? byLandOrder(a.spec, b.spec) : a.place - b.place));
  }

  /** Parts of a line; the normative of a tenfold line alone when `times` is false. */
  private partsOf(one: Building, times: boolean): readonly ToldVolume[] {
    const [only] = one.shares;
    if (only === undefined) return [...this.meteredOf(one), ...one.parts];
    const teller = this.teller(one.terms);
    const told = teller.normativesOf(one.shares);
    return [...one.parts, times && one.spec.slotClass === 'tenfold' ? teller.tenfold(told, one.basis) : told];
  }

  /** Differences of readings; where the policy leaves fewer digits, their sum rounded once. */
  private meteredOf({ metered, terms }: Building): readonly ToldVolume[] {
    if (this.context.volumeDigits === VOLUME_SCALE || metered.length === 0) return metered;
    return [this.teller(terms).rounded(summed(metered, 'V', 'Объём по показаниям', terms.unit))];
  }

  /** A slot that is told from others: sewerage, areas. */
  madeSlot(terms: PricedTerms, stretch: number, slotClass: SlotClass, basis: VolumeBasis, volume: ToldVolume): ToldSlot {
    return {
      spec: slotSpec(terms, stretch, 'T0', slotClass, this.group),
      place: slotPlace(terms, stretch, 'T0', slotClass, this.group),
      basis,
      parts: [volume],
      clause: null,
    };
  }

  /** Volume of a line: its only part, or the sum of its parts. */
  volumeOf(slot: ToldSlot): ToldVolume {
    return summed(slot.parts, 'V', 'Объём', slot.spec.unit);
  }

  /** Volume of a water of a row over its lines. */
  waterOf(service: ServiceCode, row: number, takes: (slotClass: SlotClass) => boolean): ToldVolume {
    const parts = this.context.services
      .filter((terms) => terms.service === service)
      .flatMap((terms) => this.buildings(terms, row))
      .filter(({ spec }) => spec.slotClass !== 'land' && takes(spec.slotClass))
      .flatMap((one) => this.partsOf(one, this.context.policies.sewerageTenfold === 'ten'));
    const symbol = service === 'coldWater' ? 'Vхв' : 'Vгв';
    const title = service === 'coldWater' ? 'Объём холодной воды' : 'Объём горячей воды';
    const sum = summed(parts, symbol, title, 'm3');
    return { volume: sum.volume, node: { ...sum.node, symbol, title } };
  }

  /** What {@link sewerageParts} asks of the columns, for one row. */
  waterDays(row: number): { readonly waterTaken: Int32Array; readonly waterSubstituted: Uint8Array } {
    return { waterTaken: Int32Array.of(this.taken.get(row) ?? 0), waterSubstituted: Uint8Array.of(this.substituted.has(row) ? 1 : 0) };
  }
}

const push = <K, T>(into: Map<K, T[]>, key: K, value: T): void => {
  const list = into.get(key);
  if (list === undefined) into.set(key, [value]);
  else list.push(value);
};

/** Parts of a line as one volume: the only one, or their sum. */
export const summed = (parts: readonly ToldVolume[], symbol: string, title: string, unit: string): ToldVolume => {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  if (parts.length === 0) return { volume: 0n, node: { symbol, title, value: '0', unit } };
  const volume = parts.reduce((sum, part) => sum + part.volume, 0n);
  const under = parts.map((part, index): TraceNode => ({ ...part.node, symbol: `${part.node.symbol}${index + 1}` }));
  return {
    volume,
    node: {
      symbol,
      title,
      value: decimalText(volume, VOLUME_SCALE),
      unit,
      expression: under.map((node) => node.symbol).join(' + '),
      arithmetic: parts.map((part) => part.node.value).join(' + '),
      under,
    },
  };
};
