import { kopecksFromText } from '../kernel/money';
import { must } from '../kernel/result';
import type { TraceNode } from '../kernel/trace';
import type { Line } from '../model/bill';
import type { CorrectionRecord } from '../model/correction-records';
import type { HouseFacts } from '../model/facts';
import { UNIT_OF } from '../model/services';
import type { AccountRow } from './holders';
import type { PricedMonth } from './prices';

/** A sum that somebody corrected by hand, with its record. */
export interface CorrectionLine {
  readonly of: 'manual';
  readonly line: Line;
  readonly record: CorrectionRecord;
}

/** The corrections by hand of an account for a month. */
export const correctionLines = ({ corrections }: HouseFacts, { month }: PricedMonth, { account }: AccountRow): readonly CorrectionLine[] =>
  corrections
    .filter((one) => one.account === account.number && one.month === month)
    .map((record) => ({ of: 'manual', record, line: lineOf(record) }));

const lineOf = (record: CorrectionRecord): Line => ({
  kind: 'adjustment',
  service: record.service,
  provider: record.provider,
  month: record.month,
  basis: 'manual',
  formula: 'manual',
  unit: UNIT_OF[record.service],
  volume: '0',
  tariffCode: 'manual',
  tariff: '0',
  amount: must(kopecksFromText(record.amount)),
  cause: record.id,
});

/** Tell a correction by hand: nobody computed it, so who, why and the document are all there is. */
export const tellManual = ({ record }: CorrectionLine): TraceNode => ({
  symbol: 'ΔP',
  title: 'Ручная корректировка',
  value: record.amount,
  unit: 'RUB',
  notes: [record.document, `внёс: ${record.by}`, `основание: ${record.why}`, `факт ${record.id}`],
});
