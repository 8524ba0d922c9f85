import { NORMATIVE_SCALE, VOLUME_SCALE } from '../consumption/formulas';
import { dayFromSerial, dayWords, firstDay } from '../kernel/calendar';
import { decimalText } from '../kernel/gate';
import { scaled } from '../kernel/quantity';
import type { TraceNode } from '../kernel/trace';
import { citation } from '../norms/act';
import { PP614, RANGES } from '../norms/acts';
import type { AccountRow } from './holders';
import type { RangeSet } from './price-sets';
import type { PricedMonth, PricedTerms } from './prices';
import { rangeFirst, rangeLast, rangeMiddle, rangeShare } from './range-formulas';
import { type LimitShare, limitBy, limitShares, weightOf } from './range-limits';
import { isShared, limitsOfPart, sharingOf, type VolumePart } from './range-shares';
import { rangeSpec } from './ranges';
import type { SlotSpec } from './slot';
import { sourceWords } from './source-words';
import { rangesOfLine } from './tariff-group';
import type { Teller, ToldVolume } from './telling';
import type { ToldSlot } from './telling-sink';
import { shortly } from './told-parts';

/** A told volume with what prices it. */
export interface ToldPart {
  readonly spec: SlotSpec;
  readonly slot: ToldSlot;
  readonly volume: ToldVolume;
}

const kWh = (volume: bigint | number) => scaled(volume, VOLUME_SCALE, 'kWh');
const shown = (serialDay: number): string => dayWords(dayFromSerial(serialDay));

/** Tells how the volumes of an account are cut into ranges: what {@link rangeSlots} computes. */
export class RangeTeller {
  constructor(
    private readonly context: PricedMonth,
    private readonly teller: Teller,
    private readonly row: AccountRow,
    private readonly group: number,
  ) {}

  /** Parts of the volumes by range, in the order of a payment document. */
  parts(terms: PricedTerms, whole: readonly ToldPart[]): readonly ToldPart[] {
    const { rangeZones } = this.context.policies;
    const limits = limitShares(this.context, terms, this.row, this.group).map((shares) => this.limit(shares));
    const totals = new Map<string, number>();
    const passed = new Map<string, number>();
    for (const { spec, volume } of whole) {
      if (rangesOfLine(terms, spec) === null) continue;
      const key = sharingOf(rangeZones, spec.zone);
      totals.set(key, (totals.get(key) ?? 0) + Number(volume.volume));
    }
    return whole.flatMap((one) => {
      const ranges = rangesOfLine(terms, one.spec);
      if (ranges === null) return [one];
      const key = sharingOf(rangeZones, one.spec.zone);
      const part: VolumePart = { total: totals.get(key) ?? 0, passed: passed.get(key) ?? 0, volume: Number(one.volume.volume) };
      passed.set(key, part.passed + part.volume);
      return this.cut(one, ranges, this.own(limits.slice(0, ranges.prices.length), part));
    });
  }

  private cut(one: ToldPart, ranges: RangeSet, limits: readonly ToldVolume[]): readonly ToldPart[] {
    const V = kWh(one.volume.volume);
    const [lower, upper] = limits as readonly [ToldVolume, ToldVolume?];
    const node = shortly(one.volume.node);
    const out = [this.teller.step(rangeFirst, { V, 'L₁': kWh(lower.volume) }, { V: one.volume.node, 'L₁': lower.node })];
    if (upper !== undefined)
      out.push(
        this.teller.step(
          rangeMiddle,
          { V, 'L₂': kWh(upper.volume), 'L₁': kWh(lower.volume) },
          { V: node, 'L₂': { ...upper.node, symbol: 'L₂' }, 'L₁': shortly(lower.node) },
        ),
      );
    const last = upper === undefined ? lower.node : { ...upper.node, symbol: 'L₂' };
    const top = this.teller.step(rangeLast, { V, L: kWh((upper ?? lower).volume) }, { V: node, L: { ...shortly(last), symbol: 'L' } });
    out.push({ ...top, node: { ...top.node, symbol: upper === undefined ? 'V₂' : 'V₃' } });
    return out.flatMap((volume, index) =>
      index === 0 || volume.volume !== 0n ? [{ ...one, spec: rangeSpec(one.spec, ranges, index + 1), volume }] : [],
    );
  }

  /** Limits of one part of the volume: its shares of those that the whole volume passes. */
  private own(limits: readonly ToldVolume[], part: VolumePart): readonly ToldVolume[] {
    const values = limitsOfPart(
      limits.map(({ volume }) => Number(volume)),
      part,
      this.context.volumeDigits,
    );
    return limits.map((limit, index) => {
      if (!isShared(part, Number(limit.volume))) return limit;
      const through = (volume: number): ToldVolume =>
        this.teller.step(
          rangeShare,
          { L: kWh(limit.volume), A: kWh(volume), V: kWh(part.total) },
          { L: { ...limit.node, symbol: 'L' } },
          this.context.volumeDigits,
        );
      const upper = through(part.passed + part.volume).node;
      const volume = BigInt(values[index] as number);
      const value = decimalText(volume, VOLUME_SCALE);
      const title = 'Доля порога по доле в объёме';
      const notes = ['порог — на весь объём месяца'];
      if (part.passed === 0) return { volume, node: { ...upper, symbol: 'L₁', title, value, notes } };
      const before = through(part.passed).node;
      const under = [
        { ...upper, symbol: 'C₂' },
        { ...shortly(before), symbol: 'C₁' },
      ];
      const arithmetic = `${upper.value} − ${before.value}`;
      return { volume, node: { symbol: 'L₁', title, value, unit: 'kWh', expression: 'C₂ − C₁', arithmetic, under, notes } };
    });
  }

  private limit(shares: readonly LimitShare[]): ToldVolume {
    const [only] = shares;
    const nodes: Record<string, TraceNode> = {};
    if (only !== undefined && shares.length === 1) {
      const node = this.limitNode(only);
      if (only.perPerson) Object.assign(nodes, { N: node, n: this.peopleNode(only) });
      else nodes['l'] = { ...node, symbol: 'l' };
    } else if (shares.length > 0) nodes['W'] = this.sumNode(shares);
    const told = limitBy(shares, this.context.days, (of, values) =>
      this.teller.step(of, values, nodes as never, this.context.volumeDigits),
    );
    const social = only?.perPerson === true ? citation(PP614.socialNorm, firstDay(this.context.month)) : null;
    return { ...told, node: { ...told.node, symbol: 'L₁', ...(social === null ? {} : { legal: social }) } };
  }

  private sumNode(shares: readonly LimitShare[]): TraceNode {
    const unit = 'kWh-day/month';
    const value = shares.reduce((sum, share) => sum + weightOf(share), 0);
    return {
      symbol: 'W',
      title: 'Сумма порог × дней',
      value: decimalText(value, NORMATIVE_SCALE),
      unit,
      under: shares.map((share) => ({
        symbol: share.perPerson ? 'N × n' : 'l × d',
        title: `с ${shown(share.from)} по ${shown(share.to - 1)}`,
        value: decimalText(weightOf(share), NORMATIVE_SCALE),
        unit,
        under: [this.limitNode(share), ...(share.people === null ? [] : [this.peopleNode(share)])],
      })),
    };
  }

  private limitNode({ record, entry, text, heating, perPerson }: LimitShare): TraceNode {
    const legal = heating ? citation(RANGES.electricHeating, firstDay(this.context.month)) : null;
    return {
      symbol: perPerson ? 'N' : 'l',
      title: record.title,
      value: text,
      unit: record.unit,
      source: sourceWords(entry),
      ...(legal === null ? {} : { legal }),
      ...(heating ? { notes: ['отопительный сезон: негазифицированный дом с электроотоплением'] } : {}),
    };
  }

  private peopleNode({ people, from, to }: LimitShare): TraceNode {
    const persons = people?.persons ?? 0;
    return {
      symbol: 'n',
      title: people?.owners === true ? 'Никто не проживает, по числу собственников' : 'Проживающие',
      value: String(persons * (to - from)),
      unit: 'person-day',
      arithmetic: `${persons} × ${to - from}`,
    };
  }
}
