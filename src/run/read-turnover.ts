import { ok } from '../kernel/result';
import { turnoverSheetRequest } from '../model/debt-requests';
import { parsed } from '../model/parsed';
import type { ServiceCode } from '../model/services';
import { type SheetColumn, type TurnoverSheet, TurnoverSheetFold } from '../statements/turnover-sheet';
import { type Answer, type Edge, refused } from './edge';
import { housesAfter, PAGE } from './houses-after';

/** Which turnover sheet is asked for. */
export interface TurnoverSheetRequest {
  /** Houses; without them all that are stored. */
  readonly houses?: readonly string[];
  readonly from: string;
  /** Last month; by default the first one. */
  readonly to?: string;
  /** What rows are told apart by, in this order; by default `house`, `account`. */
  readonly by?: readonly SheetColumn[];
  /** Debts to this provider alone. */
  readonly provider?: string;
  readonly service?: ServiceCode | 'advance';
}

/**
 * The turnover sheet («оборотно-сальдовая ведомость») of one or several houses by account, service, provider, house; houses are read one after
 * the other.
 *
 * @returns `interval-empty`, or what the schema of the request refuses
 */
export const readTurnoverSheet = async (edge: Edge, request: TurnoverSheetRequest): Answer<TurnoverSheet> => {
  const asked = parsed(turnoverSheetRequest, request);
  if (!asked.ok) return asked;
  const { houses, from, to = from, by = ['house', 'account'], provider, service } = asked.value;
  if (to < from) return refused({ code: 'interval-empty', at: 'to', facts: { from, to } });
  const fold = new TurnoverSheetFold({ from, to, by: [...new Set(by)], provider, service });
  for await (const house of houses === undefined ? housesAfter(edge, '', PAGE) : new Set(houses))
    fold.take(await edge.store.entriesOfHouse(house));
  return ok(fold.sheet());
};
