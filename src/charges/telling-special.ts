import { RATIO_FORMULAS, RATIO_SCALE, VOLUME_SCALE } from '../consumption/formulas';
import type { Boundary, Register } from '../consumption/register';
import { type Day, dayWords } from '../kernel/calendar';
import { decimalText, parseExact } from '../kernel/gate';
import { type Quantity, scaled } from '../kernel/quantity';
import { must } from '../kernel/result';
import type { TraceNode } from '../kernel/trace';
import { SHAPES } from '../model/text-types';
import type { Teller, ToldVolume } from './telling';
import { sourceText, standNode, standText } from './telling-reading';

/** Tells the volumes of registers behind transformers, and of meters that report volumes. */
export class SpecialTeller {
  constructor(
    private readonly teller: Teller,
    private readonly unit: string,
  ) {}

  readings(register: Register, to: Boundary, from: Boundary): ToldVolume {
    const parts = register.facts.reportsVolume ? this.reports(register, to, from) : this.stands(register, to, from);
    const [only] = parts;
    if (only !== undefined && parts.length === 1) return only;
    const volume = parts.reduce((sum, part) => sum + part.volume, 0n);
    const under = parts.map((part, index): TraceNode => ({ ...part.node, symbol: `V${index + 1}` }));
    const node: TraceNode = {
      symbol: 'V',
      title: 'Объём по прибору',
      value: decimalText(volume, VOLUME_SCALE),
      unit: this.unit,
      expression: under.map(({ symbol }) => symbol).join(' + '),
      arithmetic: under.map(({ value }) => value).join(' + '),
      under,
    };
    return parts.length === 0
      ? { volume, node: { symbol: 'V', title: 'Объём по прибору', value: '0', unit: this.unit } }
      : { volume, node };
  }

  /** A part for each ratio between the two readings: the stand of the day of a change ends one and begins the next. */
  private stands(register: Register, to: Boundary, from: Boundary): readonly ToldVolume[] {
    const { counter, facts } = register;
    const [first, last] = [counter.stretchOf(from.taken), counter.stretchOf(to.taken)];
    const told: ToldVolume[] = [];
    for (let at = first; at <= last; at += 1) {
      const opens = at === first ? standNode('R₀', register, from, this.unit) : this.changeNode('R₀', register, at);
      const closes = at === last ? standNode('R', register, to, this.unit) : this.changeNode('R', register, at + 1);
      const through = at === last ? to.rollovers > (first === last ? from.rollovers : 0) : this.isBelow(closes.value, opens.value);
      const k = this.ratio(counter.stretch(at).ratio ?? '1');
      const values = { R: kWh(closes.value), 'R₀': kWh(opens.value), k };
      const under = { R: closes, 'R₀': opens, k: this.ratioNode(register, at) };
      told.push(
        through
          ? this.teller.step(RATIO_FORMULAS.byMeterRollover, { ...values, Q: scaled(10n ** BigInt(facts.digits), 0, 'kWh') }, under)
          : this.teller.step(RATIO_FORMULAS.byMeter, values, under),
      );
    }
    return told;
  }

  private reports(register: Register, to: Boundary, from: Boundary): readonly ToldVolume[] {
    const { boundaries, counter } = register;
    const [start, end] = [boundaries.indexOf(from), boundaries.indexOf(to)];
    const reported = start < 0 || end < 0 ? [to] : boundaries.slice(start + 1, end + 1);
    return reported.map((one): ToldVolume => {
      const at = counter.stretchOf(one.taken);
      const { ratio } = counter.stretch(at);
      const node: TraceNode = {
        symbol: ratio === null ? 'V' : 'Vп',
        title: 'Объём, переданный прибором',
        value: one.stand,
        unit: this.unit,
        source: sourceText(register, one),
      };
      if (ratio === null) return { volume: standText(one.stand).int, node };
      return this.teller.step(
        RATIO_FORMULAS.byReport,
        { Vп: kWh(one.stand), k: this.ratio(ratio) },
        { Vп: node, k: this.ratioNode(register, at) },
      );
    });
  }

  private changeNode(symbol: string, register: Register, at: number): TraceNode {
    const { from } = (register.facts.ratios ?? [])[at] as { readonly from: Day };
    return {
      symbol,
      title: 'Показание при смене коэффициента',
      value: register.counter.stretch(at).stand,
      unit: this.unit,
      source: `смена ${dayWords(from)}`,
    };
  }

  private ratioNode(register: Register, at: number): TraceNode {
    const { from, value } = (register.facts.ratios ?? [])[at] as { readonly from: Day; readonly value: string };
    return { symbol: 'k', title: 'Коэффициент трансформации', value, unit: '1', source: `с ${dayWords(from)}` };
  }

  private isBelow(a: string, b: string): boolean {
    return standText(a).int < standText(b).int;
  }

  private ratio(text: string): Quantity<'1'> {
    return { int: must(parseExact(text, SHAPES.ratio)).int, scale: RATIO_SCALE, unit: '1' };
  }
}

const kWh = (text: string): Quantity<'kWh'> => ({ ...standText(text), unit: 'kWh' });
