import { landFormulaOf, landUnit } from '../consumption/land-formulas';
import type { LandMonth } from '../consumption/land-plot';
import { quantity } from '../kernel/quantity';
import type { TraceNode } from '../kernel/trace';
import type { PricedMonth } from './prices';
import { sourceWords } from './source-words';
import type { Teller, ToldVolume } from './telling';

const BASE = { m2: 'Площадь', head: 'Голов', person: 'Человек' } as const;

/** Формула 22 told: one direction of use, its normative in the season and its base. */
export const tellLand = (teller: Teller, context: PricedMonth, { use, record, entry, normative }: LandMonth): ToldVolume => {
  const unit = landUnit(record);
  const base = unit.slice(unit.indexOf('/') + 1, unit.lastIndexOf('-')) as keyof typeof BASE;
  const N: TraceNode = {
    symbol: 'N',
    title: record.title,
    value: normative,
    unit,
    source: sourceWords(entry),
  };
  const Q: TraceNode = { symbol: 'Q', title: `${BASE[base]}: ${use.use}`, value: use.quantity, unit: `${base}-month` };
  return teller.step(
    landFormulaOf(unit),
    { N: quantity(normative, 'm3/m2-month'), Q: quantity(use.quantity, 'm2-month') },
    { N, Q },
    context.volumeDigits,
  );
};
