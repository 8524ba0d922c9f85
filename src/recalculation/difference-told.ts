import { asKopecks, roublesText } from '../kernel/money';
import type { TraceNode } from '../kernel/trace';
import type { Line } from '../model/bill';
import { sameLine } from './difference';

/** Tell an adjustment as the sum that the month should have cost less the sum that was charged for it, where earlier bills are known. */
export const tellDifference = (line: Line, charged: readonly Line[] | undefined): TraceNode | null => {
  if (charged === undefined) return null;
  const was = charged.filter((one) => sameLine(one, line)).reduce((sum, one) => sum + one.amount, 0);
  const now = was + line.amount;
  const text = (kopecks: number): string => roublesText(asKopecks(kopecks)).replace(/\.?0+$/, '');
  const node = (symbol: string, title: string, kopecks: number): TraceNode => ({ symbol, title, value: text(kopecks), unit: 'RUB' });
  return {
    ...node('ΔP', `Перерасчёт за ${line.month}`, line.amount),
    expression: 'Pн − Pп',
    arithmetic: `${text(now)} − ${was < 0 ? `(${text(was)})` : text(was)}`,
    under: [node('Pн', 'Плата по тому, что известно теперь', now), node('Pп', 'Начислено прежними счетами', was)],
    ...(line.cause === undefined ? {} : { notes: [`причина: факт ${line.cause}`] }),
  };
};
