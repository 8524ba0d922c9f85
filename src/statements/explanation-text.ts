import { daysWords, dayWords } from '../kernel/calendar';
import { withCommas } from '../kernel/gate';
import { roublesText } from '../kernel/money';
import type { TraceNode } from '../kernel/trace';
import type { ExplainedAdjustment, ExplainedChoice, ExplainedService, Explanation, ReadingRemark } from '../model/explanation';
import { SERVICE_TITLE, titleInside } from '../model/services';
import { BASIS_TEXT, READING_TEXT, SOURCE_TEXT, UNIT_TEXT, VERDICT_TEXT } from './words';

/** A number as people write it in Russian: comma, groups of three. @example numberText('12345.6') //=> '12 345,6' */
export const numberText = (text: string): string => {
  const negative = text.startsWith('-');
  const [whole = '', decimals] = (negative ? text.slice(1) : text).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ' ');
  return `${negative ? '−' : ''}${grouped}${decimals === undefined ? '' : `,${decimals}`}`;
};

const valueText = (node: TraceNode): string => {
  const value = node.unit === 'RUB' ? money(node.value) : numberText(node.value);
  return `${value} ${UNIT_TEXT[node.unit] ?? node.unit}`.trim();
};

const money = (value: string): string => {
  const [whole = '0', decimals = ''] = value.split('.');
  return numberText(`${whole}.${decimals.padEnd(2, '0')}`);
};

const headOf = (node: TraceNode): string => {
  const parts = [`${node.symbol}  ${node.title}`, valueText(node)];
  if (node.legal !== undefined) parts.push(node.legal);
  if (node.expression !== undefined)
    parts.push(`${node.symbol} = ${node.expression}${node.arithmetic === undefined ? '' : ` = ${withCommas(node.arithmetic)}`}`);
  else if (node.arithmetic !== undefined) parts.push(withCommas(node.arithmetic));
  if (node.source !== undefined) parts.push(node.source);
  return parts.join('   ');
};

/** A step of a derivation and those under it, as a tree of lines. */
const treeOf = (node: TraceNode, indent: string, out: string[]): void => {
  const notes = (node.notes ?? []).map((text): TraceNode | string => text);
  const children: (TraceNode | string)[] = [...(node.under ?? []), ...notes];
  for (const [index, child] of children.entries()) {
    const last = index === children.length - 1;
    const branch = last ? '└─ ' : '├─ ';
    if (typeof child === 'string') {
      out.push(`${indent}${branch}${child}`);
      continue;
    }
    out.push(`${indent}${branch}${headOf(child)}`);
    treeOf(child, `${indent}${last ? '   ' : '│  '}`, out);
  }
};

const choiceLines = (choice: ExplainedChoice): string[] => {
  const place = choice.point === '' || choice.point === 'main' ? '' : `, место «${choice.point}»`;
  const zone = choice.zone === 'T0' ? '' : `, зона ${choice.zone}`;
  const periods = choice.periods > 0 ? `, месяц подряд: ${choice.periods}-й` : '';
  const lines = [`почему так${place}${zone}: ${BASIS_TEXT[choice.basis] ?? choice.basis} (${choice.legal}${periods})`];
  if (choice.because !== undefined) lines.push(`   основание: ${choice.because}`);
  for (const { basis, why } of choice.rejected) if (why !== '') lines.push(`   не «${BASIS_TEXT[basis] ?? basis}»: ${why}`);
  return lines;
};

const remarkText = ({ value, takenOn, source, verdict, code, by, why }: ReadingRemark): string => {
  const person = by === undefined ? '' : ` (${[by, why].filter((text) => text !== undefined).join(': ')})`;
  const said = READING_TEXT[code] ?? code;
  return `показание ${numberText(value)} от ${dayWords(takenOn)}, ${SOURCE_TEXT[source]}: ${VERDICT_TEXT[verdict]} — ${said}${person}`;
};

const serviceText = (service: ExplainedService, out: string[]): void => {
  const item = service.title === undefined ? '' : `: ${service.title}`;
  out.push(`${SERVICE_TITLE[service.service]}${item}${service.part === 'common' ? ', общие нужды дома' : ''}`);
  for (const { line, trace } of service.lines) {
    const zone = line.zone === undefined ? '' : `, зона ${line.zone}`;
    const range = line.range === undefined ? '' : `, диапазон ${line.range}`;
    const days = line.days === undefined ? '' : `, ${daysWords(line.days)}`;
    const { symbol: _symbol, ...rest } = trace;
    out.push(
      `${trace.title}${zone}${range}${days}   ${valueText(trace)}   ${[rest.legal, rest.expression === undefined ? undefined : `${trace.symbol} = ${rest.expression} = ${withCommas(rest.arithmetic ?? '')}`].filter((text) => text !== undefined).join('   ')}`,
    );
    treeOf(trace, '', out);
  }
  for (const choice of service.choices) out.push(...choiceLines(choice));
  for (const remark of service.remarks) out.push(remarkText(remark));
};

/**
 * An explanation as plain text for the resident and the inspector: a tree a line, each value with its expression, clause and source.
 */
export const explanationText = (explanation: Explanation): string => {
  const out: string[] = [`Лицевой счёт ${explanation.account}, ${explanation.month}`];
  for (const service of explanation.services) {
    out.push('');
    serviceText(service, out);
  }
  if (explanation.notCharged !== undefined) out.push('', ...explanation.notCharged);
  for (const { title, service, to, amount, trace } of explanation.compensations ?? []) {
    const whom = to === 'citizen' ? 'гражданину' : 'исполнителю';
    out.push('', `Компенсация ${whom}, счёт не меняет: ${title}, ${titleInside(service)}   ${numberText(roublesText(amount))} ₽`);
    out.push(headOf(trace));
    treeOf(trace, '', out);
  }
  if (explanation.policies.length > 0) out.push('', ...explanation.policies);
  return `${out.join('\n')}\n`;
};

/** The explanation of a whole bill: its own lines, then each change to an earlier month with both derivations side by side. */
export const billText = (explanation: Explanation, adjustments: readonly ExplainedAdjustment[]): string => {
  const out: string[] = [];
  for (const { line, before, after, trace } of adjustments) {
    out.push(
      '',
      `Перерасчёт за ${line.month}: ${titleInside(line.service)}${line.title === undefined ? '' : `, ${line.title}`}${line.range === undefined ? '' : `, диапазон ${line.range}`}${line.basis === 'benefit' ? ', льгота' : ''}   ${numberText(roublesText(line.amount))} ₽   основание: ${line.cause ?? '—'}`,
    );
    if (trace !== undefined) {
      out.push(headOf(trace));
      treeOf(trace, '', out);
      if (before === null && after === null) continue;
    }
    out.push('было начислено:');
    if (before !== null) serviceText(before, out);
    out.push('должно быть:');
    if (after !== null) serviceText(after, out);
  }
  return `${explanationText(explanation)}${out.length === 0 ? '' : `${out.join('\n')}\n`}`;
};
