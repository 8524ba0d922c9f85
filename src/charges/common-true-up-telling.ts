import { VOLUME_SCALE } from '../consumption/formulas';
import { COMMON_AREA_SCALE, EXACT_MONEY_SCALE, trueUpShare, trueUpThrough } from '../house/formulas';
import { type Day, lastDay } from '../kernel/calendar';
import { decimalText } from '../kernel/gate';
import { roublesText } from '../kernel/money';
import { scaled } from '../kernel/quantity';
import { must } from '../kernel/result';
import type { TraceNode } from '../kernel/trace';
import { evaluate } from '../norms/formula';
import type { TrueUp, TrueUpLine } from './common-true-up';

const WHY = { year: 'за год', method: 'собрание сменило способ', end: 'управление закончилось' } as const;

/** Tell a line of a true-up: the house's money month by month, the share by area, the part that is posted now. */
export const tellTrueUp = ({ act, due, months, whole }: TrueUp, { line, area, times, money }: TrueUpLine): TraceNode => {
  const on = lastDay(line.month) as Day;
  const D: TraceNode = {
    symbol: 'D',
    title: `Корректировка дома, ${WHY[act.why]}`,
    value: decimalText(money, EXACT_MONEY_SCALE),
    unit: 'RUB',
    expression: line.component === 'heat' ? 'Σ(Vф − V) × q × T' : 'Σ(Vф − V) × T',
    under: months.map(
      ({ act: of, difference, at }): TraceNode => ({
        symbol: 'Vф − V',
        title: `${of.month}: факт ${of.actual ?? '—'}, начислено ${of.billed}`,
        value: decimalText(difference, VOLUME_SCALE),
        unit: of.unit,
        source: line.component === 'heat' ? `тариф ${at.heatTariff ?? '—'}, подогрев ${at.heatNormative ?? '—'}` : `тариф ${at.tariff}`,
      }),
    ),
  };
  const share = must(
    evaluate(
      trueUpShare,
      {
        D: scaled(money, EXACT_MONEY_SCALE, 'RUB'),
        S: scaled(area, COMMON_AREA_SCALE, 'm2'),
        Sоб: scaled(whole * times, COMMON_AREA_SCALE, 'm2'),
      },
      on,
      { D },
    ),
  );
  const title = `Корректировка общих нужд за ${act.from} — ${act.to}`;
  const notes = times === 1 ? [] : ['комната: площадь квартиры × её жилая площадь из площади дома × жилая площадь всех комнат'];
  if (due.of === 1) return { ...share.trace, symbol: 'ΔP', title, notes };
  const through = (part: number): TraceNode =>
    must(evaluate(trueUpThrough, { P: share.value, a: scaled(part, 0, '1'), b: scaled(due.of, 0, '1') }, on, { P: share.trace })).trace;
  const [upper, lower] = [through(due.last), through(due.first - 1)];
  return {
    symbol: 'ΔP',
    title: `${title}, доля ${due.first === due.last ? due.last : `${due.first}–${due.last}`} из ${due.of}`,
    value: roublesText(line.amount),
    unit: 'RUB',
    expression: 'C₂ − C₁',
    arithmetic: `${upper.value} − ${lower.value}`,
    under: [
      { ...upper, symbol: 'C₂' },
      { ...lower, symbol: 'C₁', under: [] },
    ],
    notes,
  };
};
