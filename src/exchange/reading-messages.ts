import type { MeteredService, Zone } from '../model/services';
import { part, plainValues, type RowPart, type RowParts, type RowValue, rowProblem } from './reading-rows';

const NUMBER = /^\d+([.,]\d+)?$/;
const ACCOUNT = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u;

/**
 * A line of an operator, a message or a bot: `адрес / счёт / прежнее / текущее / телефон`, `счёт#прибор#показание`, `счёт показание [ночь]`,
 * `счёт 1Э1234 1Х56`, `ЖКХ 1# счёт Х 56.8 Г 22.9`, `*счёт#56#61*адрес`. Free text is not guessed.
 */
export const messageParts = (line: string): RowParts => {
  const text = line.trim();
  if (text.startsWith('*')) return starParts(text);
  if (/^ЖКХ\s/iu.test(text)) return headedParts(text);
  if (text.includes('/')) return operatorParts(text);
  if (text.includes('#')) return hashParts(text);
  return spacedParts(text);
};

/** The address may hold slashes itself: the last four parts are account, previous, current, phone. */
const operatorParts = (text: string): RowParts => {
  const cut = text.split('/').map((cell) => cell.trim());
  if (cut.length < 5) return [rowProblem('reading-row-form', text)];
  const [account = '', previous = '', current = '', phone = ''] = cut.slice(-4);
  if (!ACCOUNT.test(account) || !/^[+\d][\d\s()+-]*$/.test(phone)) return [rowProblem('reading-row-form', text)];
  if (current === '') return [rowProblem('reading-absent', account)];
  const [values, before] = [zonedValues(current), previous === '' ? [] : zonedValues(previous)];
  return values === null || before === null ? [rowProblem('reading-row-form', text)] : [part({ account, values, previous: before })];
};

/** Values, all with their zones or all without; `null` when a piece is neither: taking the others would lose it. */
const zonedValues = (text: string): readonly RowValue[] | null => {
  if (!text.includes('=')) return plainValues(text.split(';').map((value) => value.trim()));
  const values: RowValue[] = [];
  for (const piece of text.replaceAll(/\s*=\s*/g, '=').split(/[\s;]+/)) {
    if (piece === '') continue;
    const [, zone, value = ''] = /^[ТT]([0-3])=(.+)$/iu.exec(piece) ?? [];
    if (zone === undefined) return null;
    values.push({ zone: `T${zone}` as Zone, text: value });
  }
  return values;
};

const hashParts = (text: string): RowParts => {
  const [account = '', serial = '', ...values] = text.split('#').map((cell) => cell.trim());
  if (!ACCOUNT.test(account) || serial === '' || values.length === 0 || values.length > 3) return [rowProblem('reading-row-form', text)];
  return [part({ account, serial, values: plainValues(values) })];
};

/** Stars: account and the values of all meters in the host's order, then the address. */
const starParts = (text: string): RowParts => {
  const [, inside = ''] = text.split('*');
  const [account = '', ...values] = inside.split('#').map((cell) => cell.trim());
  if (!ACCOUNT.test(account) || values.length === 0) return [rowProblem('reading-row-form', text)];
  return values.map((value, index) => part({ account, which: index + 1, values: plainValues([value]) }));
};

const KIND: ReadonlyMap<string, MeteredService> = new Map([
  ['Х', 'coldWater'],
  ['Г', 'hotWater'],
]);

/** A fixed head, the account, then a letter and the values of the meters of that water. */
const headedParts = (text: string): RowParts => {
  const found = /^ЖКХ\s+\d+#\s*(\S+)\s+(.+)$/iu.exec(text);
  if (found === null) return [rowProblem('reading-row-form', text)];
  const [, account = '', rest = ''] = found;
  const parts: RowPart[] = [];
  let service: MeteredService | null = null;
  let which = 0;
  for (const token of rest.split(/\s+/)) {
    const kind = KIND.get(token.toUpperCase());
    if (kind !== undefined) {
      service = kind;
      which = 0;
      continue;
    }
    if (service === null || !NUMBER.test(token)) return [rowProblem('reading-row-form', text)];
    which += 1;
    parts.push(part({ account, service, which, values: plainValues([token]) }));
  }
  return parts.length === 0 ? [rowProblem('reading-row-form', text)] : parts;
};

const COUNTER: ReadonlyMap<string, { readonly service: MeteredService; readonly zone: Zone | null }> = new Map([
  ['Э', { service: 'electricity', zone: null }],
  ['ЭД', { service: 'electricity', zone: 'T1' }],
  ['ЭН', { service: 'electricity', zone: 'T2' }],
  ['Х', { service: 'coldWater', zone: null }],
  ['Г', { service: 'gas', zone: null }],
]);

/** Account and values; or account and values with the code of their counter before each (here Г is gas). */
const spacedParts = (text: string): RowParts => {
  const [account = '', ...tokens] = text.split(/\s+/);
  if (!/^\d+$/.test(account) || tokens.length === 0) return [rowProblem('reading-row-form', text)];
  if (tokens.length <= 3 && tokens.every((token) => NUMBER.test(token))) return [part({ account, values: plainValues(tokens) })];
  const coded = tokens.map((token) => /^(\d)([А-Я]{1,2})(\d+(?:[.,]\d+)?)$/u.exec(token.toUpperCase()));
  if (coded.some((one) => one === null)) return [rowProblem('reading-row-form', text)];
  return coded.map((one) => {
    const [, which = '1', letter = '', value = ''] = one ?? [];
    const counter = COUNTER.get(letter);
    return counter === undefined
      ? rowProblem('reading-service-unknown', `${which}${letter}`)
      : part({ account, service: counter.service, which: Number(which), values: [{ zone: counter.zone, text: value }] });
  });
};
