import type { Kopecks } from '../../kernel/money';

type Forms = readonly [one: string, few: string, many: string];

const ONES = ['', 'один', 'два', 'три', 'четыре', 'пять', 'шесть', 'семь', 'восемь', 'девять'] as const;
const ONES_SHE = ['', 'одна', 'две', ...ONES.slice(3)] as const;
const TEENS = 'десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать'.split(
  ' ',
);
const TENS = ['', '', 'двадцать', 'тридцать', 'сорок', 'пятьдесят', 'шестьдесят', 'семьдесят', 'восемьдесят', 'девяносто'] as const;
const HUNDREDS = ['', 'сто', 'двести', 'триста', 'четыреста', 'пятьсот', 'шестьсот', 'семьсот', 'восемьсот', 'девятьсот'] as const;

/** Groups of three digits from the right: their name, and whether it is feminine. */
const GROUPS: readonly { readonly forms: Forms; readonly she: boolean }[] = [
  { forms: ['рубль', 'рубля', 'рублей'], she: false },
  { forms: ['тысяча', 'тысячи', 'тысяч'], she: true },
  { forms: ['миллион', 'миллиона', 'миллионов'], she: false },
  { forms: ['миллиард', 'миллиарда', 'миллиардов'], she: false },
  { forms: ['триллион', 'триллиона', 'триллионов'], she: false },
];

const KOPECKS: Forms = ['копейка', 'копейки', 'копеек'];

const formOf = (count: number, [one, few, many]: Forms): string => {
  const [tens, ones] = [Math.floor((count % 100) / 10), count % 10];
  if (tens === 1 || ones === 0 || ones > 4) return many;
  return ones === 1 ? one : few;
};

const tripleWords = (triple: number, she: boolean): readonly string[] => {
  const [hundreds, tens, ones] = [Math.floor(triple / 100), Math.floor((triple % 100) / 10), triple % 10];
  const low = tens === 1 ? [TEENS[ones] ?? ''] : [TENS[tens] ?? '', (she ? ONES_SHE : ONES)[ones] ?? ''];
  return [HUNDREDS[hundreds] ?? '', ...low].filter((word) => word !== '');
};

/**
 * A sum in Russian words («сумма прописью»), kopecks in figures.
 *
 * @param sum not below zero
 * @example roublesInWords(asKopecks(123456)) //=> 'одна тысяча двести тридцать четыре рубля 56 копеек'
 */
export const roublesInWords = (sum: Kopecks): string => {
  const kopecks = sum % 100;
  let rest = (sum - kopecks) / 100;
  const words: string[] = [];
  for (const [place, { forms, she }] of GROUPS.entries()) {
    const triple = rest % 1000;
    rest = (rest - triple) / 1000;
    if (triple > 0 || place === 0) words.unshift(...tripleWords(triple, she), formOf(triple, forms));
  }
  const whole = sum < 100 ? `ноль ${words.join(' ')}` : words.join(' ');
  return `${whole} ${String(kopecks).padStart(2, '0')} ${formOf(kopecks, KOPECKS)}`;
};
