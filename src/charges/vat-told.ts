import { firstDay } from '../kernel/calendar';
import { decimalText, withCommas } from '../kernel/gate';
import { scaled } from '../kernel/quantity';
import type { TraceNode } from '../kernel/trace';
import type { Line } from '../model/bill';
import type { ExplainedLine } from '../model/explanation';
import { citation } from '../norms/act';
import { HOUSING } from '../norms/acts-housing';
import { containedVat, vatContained, vatOnTop, vatRate } from '../norms/vat';
import type { Teller } from './telling';

const MODE = { exempt: 'без НДС', zero: 'ставка НДС 0 %' } as const;

/**
 * Lines with their traces, VAT told: what a line contains as a note, what stands on top of it as a line of its own with its own step.
 *
 * @param traces one for each line that is no VAT, in order
 */
export const tellVat = (teller: Teller, lines: readonly Line[], traces: readonly TraceNode[]): readonly ExplainedLine[] => {
  let place = -1;
  return lines.map((line): ExplainedLine => {
    if (line.kind !== 'vat') place += 1;
    const trace = traces[place] as TraceNode;
    return { line, trace: line.kind === 'vat' ? onTop(teller, line, lines, trace) : withNote(teller, line, trace) };
  });
};

/** An adjustment of one line with its VAT: what it contains as a note, what stands on top of it as one sum with it. */
export const tellAdjustmentVat = (teller: Teller, line: Line, trace: TraceNode): TraceNode => {
  if (line.vat?.mode !== 'onTop') return withNote(teller, line, trace);
  const net = BigInt(line.amount) - BigInt(vatOfSum(line));
  const vat = teller.step(vatOnTop, { P: scaled(net, 2, 'RUB'), r: rateOf(line), 100: hundred });
  return {
    symbol: 'P',
    title: 'Перерасчёт с НДС сверху',
    value: decimalText(line.amount, 2),
    unit: 'RUB',
    expression: `${trace.symbol} + НДС`,
    arithmetic: `${trace.value} + ${vat.node.value}`,
    under: [trace, { ...vat.node, under: [] }],
  };
};

const vatOfSum = ({ amount, vat }: Line): number => containedVat(amount, vat?.rate ?? '0');

const hundred = scaled(100, 0, '%');
const rateOf = ({ vat }: Line) => scaled(vatRate(vat?.rate ?? '0'), 2, '%');

const onTop = (teller: Teller, line: Line, lines: readonly Line[], { under: _under, ...base }: TraceNode): TraceNode => {
  const before = lines[lines.indexOf(line) - 1] as Line;
  const told = teller.step(vatOnTop, { P: scaled(before.amount, 2, 'RUB'), r: rateOf(line), 100: hundred }, { P: base });
  return told.node;
};

const withNote = (teller: Teller, line: Line, trace: TraceNode): TraceNode => {
  const { vat } = line;
  if (vat === undefined || vat.mode === 'onTop') return trace;
  if (vat.mode !== 'included') {
    const legal = citation(vat.mode === 'zero' ? HOUSING.vatRate : HOUSING.vatExempt, firstDay(line.month));
    return { ...trace, notes: [...(trace.notes ?? []), `${MODE[vat.mode]}${legal === null ? '' : ` (${legal})`}`] };
  }
  const { node } = teller.step(vatContained, { P: scaled(line.amount, 2, 'RUB'), r: rateOf(line), 100: hundred });
  const text = `в том числе НДС ${vat.rate} %: ${withCommas(node.value)} ₽ = ${withCommas(node.arithmetic ?? '')}${node.legal === undefined ? '' : ` (${node.legal})`}`;
  return { ...trace, notes: [...(trace.notes ?? []), text] };
};
