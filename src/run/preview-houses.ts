import { type Kopecks, NO_MONEY, sumMoney } from '../kernel/money';
import type { Problem } from '../kernel/problem';
import { ok, type Result } from '../kernel/result';
import type { BilledHouses, HousesRequest } from './bill-houses';
import { type Answer, answered, type Edge, monthOfText } from './edge';
import { housesAfter, PAGE } from './houses-after';
import { type MonthPreview, previewMonth } from './preview-month';

/** What is asked of {@link previewHouses}. */
export interface PreviewHousesRequest extends Omit<HousesRequest, 'onHouse'> {
  /** Told of each house as it is looked at; keep here what is to be posted. */
  readonly onHouse: (progress: PreviewProgress) => void;
}

/** One house of a preview is done. */
export interface PreviewProgress {
  readonly house: string;
  readonly done: number;
  readonly answer: Result<MonthPreview, readonly Problem[]>;
}

/** What a month would post over all houses. */
export interface PreviewedHouses {
  readonly houses: number;
  /** Houses and accounts whose earlier months change. */
  readonly corrected: number;
  readonly accounts: number;
  /** Sum of the corrections. */
  readonly amount: Kopecks;
  readonly failed: BilledHouses['failed'];
}

/**
 * Look over what a month of every house would post («предварительный массовый перерасчёт»), a page of houses at a time; nothing is written. Each house is told with
 * its corrections and its digest, so that memory does not grow with their number.
 */
export const previewHouses = async (
  edge: Edge,
  { month: text, after = '', page = PAGE, onHouse }: PreviewHousesRequest,
): Answer<PreviewedHouses> => {
  const month = monthOfText(text);
  if (!month.ok) return month;
  let sum: PreviewedHouses = { houses: 0, corrected: 0, accounts: 0, amount: NO_MONEY, failed: [] };
  for await (const house of housesAfter(edge, after, page)) {
    const answer = await answered(() => previewMonth(edge, { house, month: month.value }));
    const houses = sum.houses + 1;
    if (answer.ok) {
      const { accounts, corrected } = answer.value;
      const more = accounts > 0 ? 1 : 0;
      sum = {
        ...sum,
        houses,
        corrected: sum.corrected + more,
        accounts: sum.accounts + accounts,
        amount: sumMoney([sum.amount, corrected]),
      };
    } else sum = { ...sum, houses, failed: [...sum.failed, { house, problems: answer.error }] };
    onHouse({ house, done: houses, answer });
  }
  return ok(sum);
};
