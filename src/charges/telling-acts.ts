import type { CheckDifference } from '../consumption/act-settlement';
import { actText } from '../consumption/act-words';
import { type VOLUME_FORMULAS, VOLUME_SCALE } from '../consumption/formulas';
import { hoursOf } from '../consumption/part-days';
import { volumeText } from '../consumption/register';
import type { Told } from '../consumption/sink';
import { monthFromNumber } from '../kernel/calendar';
import { quantity, quantityText, scaled } from '../kernel/quantity';
import type { TraceNode } from '../kernel/trace';
import type { Teller, ToldVolume } from './telling';

type Formulas = (typeof VOLUME_FORMULAS)['m3'];

/** A normative several times over. */
export const tellTenfold = (teller: Teller, formulas: Formulas, one: ToldVolume, times: number, legal: string | null): ToldVolume => {
  const told = teller.step(formulas.tenfold, { Vн: scaled(one.volume, VOLUME_SCALE, 'm3'), k: scaled(times, 0, '1') }, { Vн: one.node });
  return legal === null ? told : { ...told, node: { ...told.node, legal } };
};

/** A connection by its capacity, round the clock. */
export const tellCapacity = (
  teller: Teller,
  formulas: Formulas,
  { act, days }: Extract<Told, { kind: 'capacity' }>,
  unit: 'm3' | 'kWh',
  digits: number,
): ToldVolume => {
  const [value, t] = [act.capacity as string, hoursOf(days)];
  return teller.step(
    formulas.byCapacity,
    { q: quantity(value, 'm3/hour'), t },
    {
      q: { symbol: 'q', title: 'Мощность подключения', value, unit: `${unit}/hour`, source: actText(act) },
      t: { symbol: 't', title: 'Круглосуточно', value: quantityText(t), unit: 'hour', source: `${days} дн.` },
    },
    digits,
  );
};

/** п. 61: month by month what the meter measured and what was billed. */
export const tellCheck = (
  teller: Teller,
  formulas: Formulas,
  { act, months, below, measured, billed }: CheckDifference,
  unit: 'm3' | 'kWh',
): ToldVolume => {
  const under = months.map(
    (one): TraceNode => ({
      symbol: monthFromNumber(one.month),
      title: 'по прибору — начислено',
      value: volumeText(one.measured - one.billed),
      unit,
      arithmetic: `${volumeText(one.measured)} − ${volumeText(one.billed)}`,
    }),
  );
  const notes = below < 0 ? [`показание проверки ниже предыдущего на ${volumeText(-below)}`] : [];
  const ΔR: TraceNode = {
    symbol: 'ΔR',
    title: 'Объём по прибору за месяцы без показаний',
    value: volumeText(measured),
    unit,
    source: actText(act),
    under,
    notes,
  };
  return teller.step(formulas.byCheck, { ΔR: scaled(measured, VOLUME_SCALE, 'm3'), Vн: scaled(billed, VOLUME_SCALE, 'm3') }, { ΔR });
};
