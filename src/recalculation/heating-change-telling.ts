import { tellQuality } from '../charges/quality-told';
import { Teller } from '../charges/telling';
import { VOLUME_SCALE } from '../consumption/formulas';
import { allocatorCorrection, correctionThrough, yearCorrection } from '../house/heating-formulas';
import { firstDay } from '../kernel/calendar';
import { decimalText, withCommas } from '../kernel/gate';
import { asKopecks, roublesText } from '../kernel/money';
import { scaled } from '../kernel/quantity';
import { must } from '../kernel/result';
import type { TraceNode } from '../kernel/trace';
import type { Line } from '../model/bill';
import type { ExplainedAdjustment } from '../model/explanation';
import { citation } from '../norms/act';
import { evaluate } from '../norms/formula';
import type { AllocatorCorrection } from './heating-allocators';
import type { HeatingCorrection } from './heating-correction';
import type { HeatingQualityChange } from './heating-quality';
import type { HouseBills } from './house-bills';

/** Tell a correction of heating; `null` for any other line. */
export const tellHeatingChange = ({ heating, month }: HouseBills, line: Line): ExplainedAdjustment | null => {
  const correction = heating?.corrections.find((one) => one.line === line);
  const allocators = heating?.allocators.find((one) => one.line === line);
  const quality = heating?.qualityChanges.find((one) => one.line === line);
  if (quality !== undefined) return { line, before: null, after: null, trace: tellQualityChange(quality) };
  const trace = correction !== undefined ? tellCorrection(correction, month) : allocators !== undefined ? tellAllocators(allocators) : null;
  return trace === null ? null : { line, before: null, after: null, trace };
};

/** What should have been taken off, and what was. */
const tellQualityChange = ({ line, now, was, context }: HeatingQualityChange): TraceNode => {
  const teller = new Teller(context, 'm3');
  const sum = line.amount + was;
  return {
    symbol: 'ΔR',
    title: 'Снижение платы за отопление: стало − было',
    value: decimalText(line.amount, 2),
    unit: 'RUB',
    arithmetic: `${decimalText(sum, 2)} − (${decimalText(was, 2)})`,
    under: now.map((one) => tellQuality(context, teller, one)),
  };
};

const money = (kopecks: number) => scaled(kopecks, 2, 'RUB');
const text = (kopecks: number): string => roublesText(asKopecks(kopecks));

/** Month by month: what it should have cost, what was charged. */
const tellCorrection = ({ due, months, total, waits, given, line }: HeatingCorrection, month: HouseBills['month']): TraceNode => {
  const day = firstDay(month);
  const fact = months.reduce((sum, one) => sum + one.fact, 0);
  const charged = months.reduce((sum, one) => sum + one.charged, 0);
  const rows = (side: 'fact' | 'charged', volume: 'factVolume' | 'chargedVolume'): string[] =>
    months.map((one) => `${one.month}: ${withCommas(decimalText(one[volume], VOLUME_SCALE))} Гкал, ${withCommas(text(one[side]))} ₽`);
  const whole = must(
    evaluate(yearCorrection, { Pф: money(fact), Pн: money(charged) }, day, {
      Pф: { symbol: 'Pф', title: 'Плата по фактическим объёмам', value: text(fact), unit: 'RUB', notes: rows('fact', 'factVolume') },
      Pн: { symbol: 'Pн', title: 'Начислено', value: text(charged), unit: 'RUB', notes: rows('charged', 'chargedVolume') },
    }),
  ).trace;
  const title = due.why === 'year' ? 'Корректировка отопления за год' : 'Корректировка отопления при смене способа оплаты';
  const legal = citation(yearCorrection.clause, day);
  const head = { ...whole, title, ...(legal === null ? {} : { legal }) };
  if (due.of === 1) return head;
  const through = must(
    evaluate(correctionThrough, { ΔP: money(total), a: scaled(due.share, 0, '1'), b: scaled(due.of, 0, '1') }, day, { ΔP: head }),
  ).trace;
  const notes = [`доля ${due.share} из ${due.of}: нарастающий итог без прежних долей`];
  if (given !== null && due.share > 1) notes.push(`прежние доли по счетам: ${withCommas(text(given))} ₽`);
  if (waits !== 0) notes.push(`предел роста платы: ${withCommas(text(waits))} ₽ ждут следующих месяцев года`);
  return { ...through, title: `${title}, доля месяца`, value: text(line.amount), notes };
};

const tellAllocators = ({ own, all, units, allUnits, months, whole, line, record }: AllocatorCorrection): TraceNode => {
  const day = firstDay(record.to);
  const told = must(
    evaluate(
      allocatorCorrection,
      { ΣP: money(all), m: scaled(units, VOLUME_SCALE, 'unit'), Σm: scaled(allUnits, VOLUME_SCALE, 'unit'), P: money(own) },
      day,
      {
        m: {
          symbol: 'm',
          title: 'Единицы распределителей помещения',
          value: decimalText(units, VOLUME_SCALE),
          unit: '',
          source: record.source,
        },
      },
    ),
  ).trace;
  const notes = [`месяцы, в которых распределители больше чем у половины площади: ${months.length}`];
  if (whole !== line.amount)
    notes.push(`помещение: ${withCommas(text(whole))} ₽, счёту — по его начислениям: ${withCommas(text(line.amount))} ₽`);
  return { ...told, value: text(line.amount), notes };
};
