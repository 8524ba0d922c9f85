import type { Kopecks } from '../kernel/money';
import type { Turnover } from '../statements/turnover';

/** Columns that a table of turnovers has only where something stands in them. */
export interface RareColumns {
  readonly titles: readonly string[];
  readonly valuesOf: (turnover: Turnover) => readonly Kopecks[];
}

const RARE: readonly { readonly title: string; readonly of: (turnover: Turnover) => Kopecks }[] = [
  { title: 'Проценты', of: ({ interest }) => interest },
  { title: 'Пени', of: ({ penalties }) => penalties },
  { title: 'Возвращено', of: ({ refunded }) => refunded },
  { title: 'Перешло', of: ({ succeeded }) => succeeded },
];

/** Interest of instalments, and what came from or went to other accounts, where there is any. */
export const rareColumns = (turnovers: readonly Turnover[]): RareColumns => {
  const shown = RARE.filter(({ of }) => turnovers.some((one) => of(one) !== 0));
  return { titles: shown.map(({ title }) => title), valuesOf: (turnover) => shown.map(({ of }) => of(turnover)) };
};

/** Put columns before the last ones of a list. */
export const beforeLast = <T>(list: readonly T[], rare: readonly T[], last: number): readonly T[] => [
  ...list.slice(0, -last),
  ...rare,
  ...list.slice(-last),
];
