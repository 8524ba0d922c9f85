import { VOLUME_SCALE } from '../consumption/formulas';
import { decimalText } from '../kernel/gate';
import type { TraceNode } from '../kernel/trace';
import { calculate, type Formula, type InputSpec, RESULT_SCALE, type ResultUnit, type Values } from '../norms/formula';
import type { Teller, ToldVolume } from './telling';

type Specs = Readonly<Record<string, InputSpec<string>>>;

/** A reader of formulas: the silent one in whole numbers, or the telling one with decimal.js. */
export class Steps {
  constructor(private readonly teller: Teller | null) {}

  /** A value on the volume scale with its step; `null` where it is no safe whole number. */
  step<const I extends Specs, R extends ResultUnit>(
    of: Formula<I, R>,
    values: Values<I>,
    under: { readonly [K in keyof I]?: TraceNode } = {},
    digits: number = RESULT_SCALE[of.result],
  ): ToldVolume | null {
    const int = calculate(of, values, digits);
    if (int === null) return null;
    if (this.teller !== null) return this.teller.step(of, values, under, digits);
    const node = { symbol: of.symbol, title: of.title, value: decimalText(int, digits), unit: of.result };
    return { volume: int * 10n ** BigInt(VOLUME_SCALE - digits), node };
  }
}
