import type { TraceNode } from '../kernel/trace';
import type { ExplainedLine, ExplainedService } from '../model/explanation';
import { tellAbsence } from './absence-told';
import type { ApartLines } from './apart';
import { tellManual } from './correction-lines';
import type { AccountRow } from './holders';
import { tellApart } from './housing-apart-told';
import { withVat } from './line-vat';
import type { PricedMonth } from './prices';
import type { QualityLine } from './quality-lines';
import { tellQuality } from './quality-told';
import { Teller } from './telling';
import { tellVat } from './vat-told';

/** What {@link ApartLines} finds for an account, told in the order of the bill: utilities a service each, then housing a line each. */
export const tellApartLines = (
  apart: ApartLines,
  context: PricedMonth,
  teller: Teller,
  row: AccountRow,
  own: readonly ExplainedLine[],
): readonly ExplainedService[] => {
  const out: (ExplainedService & { lines: readonly ExplainedLine[] })[] = [];
  for (const one of apart.of(row, () => own.map(({ line }) => line))) {
    if (one.of === 'manual') {
      const lines = [{ line: one.line, trace: tellManual(one) }];
      out.push({ service: one.line.service, title: 'ручная корректировка', lines, choices: [], remarks: [] });
      continue;
    }
    if (one.of !== 'absence' && one.of !== 'absenceExcess' && one.of !== 'deviation') {
      out.push(tellApart(context, teller, one, own));
      continue;
    }
    const trace: TraceNode = one.of === 'deviation' ? tellQuality(context, teller, one) : tellAbsence(context, teller, one, own);
    const lines = tellVat(teller, withVat([one.line]), [trace]);
    const last = out[out.length - 1];
    if (last?.service === one.line.service && last.title === TITLE) out[out.length - 1] = { ...last, lines: [...last.lines, ...lines] };
    else out.push({ service: one.line.service, title: TITLE, lines, choices: [], remarks: [] });
  }
  return out;
};

const TITLE = 'снижение платы';

/** What bad quality takes off a service that stands apart (heating), told as one. */
export const explainQuality = (context: PricedMonth, found: readonly QualityLine[]): readonly ExplainedService[] => {
  const [first] = found;
  if (first === undefined) return [];
  const teller = new Teller(context, 'm3');
  const lines = found.flatMap((one) => tellVat(teller, withVat([one.line]), [tellQuality(context, teller, one)]));
  return [{ service: first.line.service, title: TITLE, lines, choices: [], remarks: [] }];
};
