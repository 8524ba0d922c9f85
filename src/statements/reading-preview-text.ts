import { roublesText } from '../kernel/money';
import type { ReadingPreview } from '../model/reading-preview';
import { UNIT_OF } from '../model/services';
import { numberText } from './explanation-text';
import { BASIS_TEXT, READING_TEXT, UNIT_TEXT, VERDICT_TEXT } from './words';

/**
 * What a reading would do, in words for the resident: whether it is taken, which month it counts for, what the month costs with it.
 */
export const readingPreviewText = (preview: ReadingPreview): string => {
  const { verdict, code, remarks, countsFor, lateFor, lateBasis, volume, bills, service } = preview;
  const out: string[] = [];
  if (code !== null) out.push(`Показание: ${VERDICT_TEXT[verdict]} — ${READING_TEXT[code] ?? code}.`);
  if (lateFor !== null) {
    const basis = lateBasis.map((one) => BASIS_TEXT[one] ?? one).join(', ');
    out.push(`Показание идёт в расчёт за ${countsFor}; за ${lateFor} начисление без него${basis === '' ? '' : `: ${basis}`}.`);
  } else if (verdict === 'accepted') out.push(`Показание идёт в расчёт за ${countsFor}.`);
  if (volume !== null) out.push(`Объём: ${numberText(volume)} ${UNIT_TEXT[UNIT_OF[service]] ?? ''}`.trimEnd().concat('.'));
  for (const remark of remarks) if (remark !== 'reading-late') out.push(`Обратите внимание: ${READING_TEXT[remark] ?? remark}.`);
  for (const bill of bills) {
    for (const line of bill.adjustments) out.push(`Перерасчёт за ${line.month}: ${numberText(roublesText(line.amount))} ₽.`);
    out.push(`Счёт ${bill.account} за ${bill.month} изменится на ${numberText(roublesText(bill.difference))} ₽.`);
  }
  return `${out.join('\n')}\n`;
};
