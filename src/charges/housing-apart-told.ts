import { VOLUME_SCALE } from '../consumption/formulas';
import { type Day, dayFromSerial, dayWords, firstDay, serial } from '../kernel/calendar';
import { decimalText } from '../kernel/gate';
import { quantity, scaled } from '../kernel/quantity';
import type { TraceNode } from '../kernel/trace';
import type { Line } from '../model/bill';
import type { ExplainedLine, ExplainedService } from '../model/explanation';
import { SERVICE_TITLE } from '../model/services';
import { citation } from '../norms/act';
import { HOUSING } from '../norms/acts-housing';
import { CHARGE_FORMULAS } from './formulas';
import type { ApartLine } from './housing-apart';
import { periodLeft, qualityReduction } from './housing-formulas';
import { withVat } from './line-vat';
import type { PricedMonth } from './prices';
import type { Teller } from './telling';
import { shortly } from './told-parts';
import { tellVat } from './vat-told';

/** A line of housing services that no column holds, told: a service of its own. */
export const tellApart = (context: PricedMonth, teller: Teller, apart: ApartLine, own: readonly ExplainedLine[]): ExplainedService => {
  const { line } = apart;
  return {
    service: line.service,
    ...(line.item === undefined ? {} : { item: line.item }),
    ...(line.title === undefined ? {} : { title: line.title }),
    lines: tellVat(teller, withVat([line]), [traceOf(context, teller, apart, own)]),
    choices: [],
    remarks: [],
  };
};

const traceOf = (context: PricedMonth, teller: Teller, apart: ApartLine, own: readonly ExplainedLine[]): TraceNode => {
  switch (apart.of) {
    case 'quality':
      return quality(teller, apart, own);
    case 'work': {
      const { work } = apart;
      return charge(context, teller, apart.line, work.quantity, `${work.document}, работа ${dayWords(work.on)}`, []);
    }
    case 'prepaid': {
      const { prepaid } = apart;
      return charge(context, teller, apart.line, '1', prepaid.document, [
        validNote(prepaid.from, prepaid.to),
        'начисляется один раз, в месяце начала',
      ]);
    }
    case 'cancelled':
      return cancelled(teller, apart);
  }
};

const quality = (
  teller: Teller,
  { line, base, bad, days, defects }: Extract<ApartLine, { of: 'quality' }>,
  own: readonly ExplainedLine[],
): TraceNode => {
  const P = own.find((one) => one.line === base)?.trace;
  const told = teller.step(
    qualityReduction,
    { P: scaled(base.amount, 2, 'RUB'), d: scaled(bad, 0, 'day'), Dк: scaled(days, 0, 'day') },
    P === undefined ? {} : { P: shortly(P) },
  );
  const notes = defects.map((one) => `${one.document}: ${dayWords(one.from)} — ${dayWords(lastDay(one.to))}`);
  return { ...told.node, value: decimalText(line.amount, 2), title: `Снижение платы: ${titleOf(line)}`, notes };
};

const charge = (context: PricedMonth, teller: Teller, line: Line, volume: string, source: string, notes: readonly string[]): TraceNode => {
  const of = (line.unit === 'piece' ? CHARGE_FORMULAS.piece : CHARGE_FORMULAS.period) as typeof CHARGE_FORMULAS.piece;
  const { node } = teller.step(
    of,
    { T: quantity(line.tariff, 'RUB/piece'), V: quantity(volume, 'piece') },
    { T: { symbol: 'T', title: 'Цена', value: line.tariff, unit: `RUB/${line.unit}`, source } },
  );
  const legal = citation(line.unit === 'piece' ? HOUSING.work : HOUSING.prepaid, firstDay(context.month));
  return { ...node, title: `Плата: ${titleOf(line)}`, ...(legal === null ? {} : { legal }), ...(notes.length === 0 ? {} : { notes }) };
};

const cancelled = (teller: Teller, { line, prepaid, left, days }: Extract<ApartLine, { of: 'cancelled' }>): TraceNode => {
  const part = teller.step(periodLeft, { q: scaled(1, 0, 'period'), d: scaled(left, 0, 'day'), Dп: scaled(days, 0, 'day') });
  const { node } = teller.step(
    CHARGE_FORMULAS.period,
    { T: quantity(line.tariff, 'RUB/period'), V: scaled(part.volume, VOLUME_SCALE, 'period') },
    { T: { symbol: 'T', title: 'Цена', value: line.tariff, unit: 'RUB/period', source: prepaid.document }, V: part.node },
  );
  const on = prepaid.cancelled as NonNullable<typeof prepaid.cancelled>;
  return {
    ...node,
    value: decimalText(line.amount, 2),
    title: `Возврат за неиспользованные дни: ${titleOf(line)}`,
    notes: [`${on.document}: услуги нет с ${dayWords(on.on)}`, validNote(prepaid.from, prepaid.to)],
    legal: citation(HOUSING.cancelled, on.on) ?? node.legal ?? '',
  };
};

const titleOf = (line: Line): string => line.title ?? SERVICE_TITLE[line.service].toLowerCase();
const lastDay = (to: Day): Day => dayFromSerial(serial(to) - 1);
const validNote = (from: Day, to: Day): string => `действует ${dayWords(from)} — ${dayWords(lastDay(to))}`;
