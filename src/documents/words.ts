import { daysWords, type Month } from '../kernel/calendar';
import { type Kopecks, roublesText } from '../kernel/money';
import { ADVANCE, type Entry, PENALTY } from '../ledger/entry';
import type { Line } from '../model/bill';
import { SERVICE_TITLE } from '../model/services';
import type { Creditor } from '../statements/parties';

const MONTHS = [
  'январь',
  'февраль',
  'март',
  'апрель',
  'май',
  'июнь',
  'июль',
  'август',
  'сентябрь',
  'октябрь',
  'ноябрь',
  'декабрь',
] as const;

/** A month in words. @example monthWords('2026-10' as Month) //=> 'октябрь 2026 г.' */
export const monthWords = (month: Month): string => `${MONTHS[Number(month.slice(5)) - 1] ?? month} ${month.slice(0, 4)}\u00a0г.`;

/** A decimal as people write it: comma, groups of three. @example numberWords('-12345.6') //=> '−12 345,6' with spaces that do not break */
export const numberWords = (text: string): string => {
  const negative = text.startsWith('-');
  const [whole = '', decimals] = (negative ? text.slice(1) : text).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, '\u00a0');
  return `${negative ? '\u2212' : ''}${grouped}${decimals === undefined ? '' : `,${decimals}`}`;
};

/** Money as people write it. @example moneyWords(asKopecks(123456)) //=> '1 234,56' */
export const moneyWords = (money: Kopecks): string => numberWords(roublesText(money));

/** A saldo in words: who owes whom. */
export const saldoWords = (saldo: Kopecks): string => (saldo > 0 ? 'долг' : saldo < 0 ? 'переплата' : 'расчёты сошлись');

const UNITS: Readonly<Record<Line['unit'], string>> = {
  m3: 'м³',
  t: 'т',
  kWh: 'кВт·ч',
  Gcal: 'Гкал',
  'm2-month': 'м²',
  'kW-month': 'кВт',
  '(m3/h)-month': 'м³/ч',
  '(Gcal/h)-month': 'Гкал/ч',
  'premises-month': 'помещ.',
  'person-month': 'чел.',
  'unit-month': 'ед.',
  'house-month': 'доля дома',
  house: 'доля дома',
  piece: 'шт.',
  period: 'период',
};

/** A unit of volume. */
export const unitWords = (unit: Line['unit']): string => UNITS[unit];

/** A service or an advance. */
export const serviceWords = (service: Entry['service']): string =>
  service === ADVANCE ? 'Аванс' : service === PENALTY ? 'Пени' : SERVICE_TITLE[service];

const COMPONENTS = {
  water: 'компонент на холодную воду',
  heat: 'компонент на тепловую энергию',
  gas: 'газ на подогрев',
  electricity: 'электроэнергия на подогрев',
  constant: 'ставка за мощность',
} as const;

/** A service with what tells one of its lines from another. */
export const lineWords = ({
  service,
  part,
  component,
  zone,
  range,
  use,
  title,
  share,
  valid,
  days,
}: Pick<Line, 'service' | 'part' | 'component' | 'zone' | 'range' | 'use' | 'title' | 'share' | 'valid' | 'days'>): string => {
  const parts = [serviceWords(service)];
  if (title !== undefined) parts.push(title);
  if (share !== undefined) parts.push(`доля ${share}`);
  if (valid !== undefined) parts.push(`действует ${daysWords(valid)}`);
  if (part === 'common') parts.push('общие нужды дома');
  if (component !== undefined) parts.push(COMPONENTS[component]);
  if (use !== undefined) parts.push(use);
  if (zone !== undefined) parts.push(`зона ${zone}`);
  if (range !== undefined) parts.push(`диапазон ${range}`);
  if (days !== undefined) parts.push(daysWords(days));
  return parts.join(', ');
};

/** Name of a creditor; an advance that came before any bill has none. */
export const creditorWords = (creditors: readonly Creditor[], provider: string): string =>
  provider === '' ? 'исполнитель не определён' : (creditors.find(({ id }) => id === provider)?.name ?? provider);
