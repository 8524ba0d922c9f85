import { addDays, type Day, type Month, monthsBetween } from '../../kernel/calendar';
import { asKopecks, type Kopecks, roublesText } from '../../kernel/money';
import { MOSCOW_60 } from './houses-moscow';
import { PERM } from './houses-perm';
import { Seeded } from './seeded';
import { oldNumbersOf } from './stories-accounts';

/** How an account pays: all of it, half of it, three months ahead, never, twice by mistake, every second month, nothing until May. */
export type Habit = 'whole' | 'partial' | 'ahead' | 'none' | 'twice' | 'everySecondMonth' | 'lateAtOnce';

/** A payment of the demo. */
export interface DemoPayment {
  /** Names the payment: given twice, it has one effect. */
  readonly key: string;
  /** Number of the account as the payer wrote it, which may be an old one. */
  readonly account: string;
  readonly amount: string;
  readonly paidOn: Day;
  readonly source: string;
}

const HABITS: Readonly<Record<string, Habit>> = {
  '770100231': 'none',
  '770100241': 'partial',
  '770100251': 'ahead',
  '770100261': 'twice',
  '770100271': 'lateAtOnce',
  '770100321': 'partial',
  '770100351': 'everySecondMonth',
  '770200041': 'partial',
  '590100451': 'none',
  '590100481': 'partial',
  '590100491': 'ahead',
  '590100501': 'twice',
  '590100511': 'lateAtOnce',
  '590100521': 'everySecondMonth',
  '595700051': 'partial',
  '595700071': 'everySecondMonth',
};

/** Whose payments come with an old number of the account. */
const OLD_NUMBERS: Readonly<Record<string, readonly string[]>> = {
  '770100221': oldNumbersOf(MOSCOW_60.id, 22),
  '770100521': oldNumbersOf(MOSCOW_60.id, 52),
  '590100461': oldNumbersOf(PERM.id, 46),
};

/** The payment that the bank takes back in July. */
export const CANCELLED = { account: '770100581', month: '2026-06', on: '2026-07-06' } as const;

/** How an account pays. */
const habitOf = (account: string): Habit => HABITS[account] ?? 'whole';

const AHEAD = 3;
const HUNDRED_ROUBLES = 10_000;

/** What comes in a month from an account, given what it owed at the end of the month before. */
const amounts = (habit: Habit, month: Month, owed: Kopecks): readonly Kopecks[] => {
  if (owed <= 0) return [];
  switch (habit) {
    case 'whole':
      return [owed];
    case 'partial':
      return owed < 2 * HUNDRED_ROUBLES ? [owed] : [asKopecks(Math.floor(owed / 2 / HUNDRED_ROUBLES) * HUNDRED_ROUBLES)];
    case 'ahead':
      return [asKopecks(AHEAD * owed)];
    case 'none':
      return [];
    case 'twice':
      return month === '2026-04' ? [owed, owed] : [owed];
    case 'everySecondMonth':
      return monthsBetween('2026-01' as Month, month) % 2 === 1 ? [owed] : [];
    case 'lateAtOnce':
      return month < '2026-06' ? [] : [owed];
  }
};

const SOURCES = ['банк', 'банк', 'банк', 'банк', 'банк', 'касса', 'касса', 'сайт'] as const;

/** Payments through the site are accepted one by one, the others come in a registry. */
export const SITE = 'сайт';

/** The payments of an account in a month. */
export const paymentsIn = (account: string, month: Month, owed: Kopecks): readonly DemoPayment[] => {
  const seed = new Seeded(`${account} pays ${month}`);
  const habit = habitOf(account);
  const day = habit === 'lateAtOnce' ? 21 : seed.between(3, 14);
  const source = account === CANCELLED.account ? SOURCES[0] : (SOURCES[seed.between(0, SOURCES.length - 1)] ?? SOURCES[0]);
  const payer = OLD_NUMBERS[account]?.[Number(month.slice(5)) % 2] ?? account;
  return amounts(habit, month, owed).map((amount, index) => ({
    key: `demo:${account}:${month}:${index + 1}`,
    account: payer,
    amount: roublesText(amount),
    paidOn: addDays(`${month}-01` as Day, day - 1 + index),
    source,
  }));
};
