import { type Kopecks, NO_MONEY, sumMoney } from '../kernel/money';
import type { Problem } from '../kernel/problem';
import { ok, type Result } from '../kernel/result';
import { type BilledMonth, billMonth } from './bill-month';
import { type Answer, answered, type Edge, monthOfText } from './edge';
import { housesAfter, PAGE } from './houses-after';

/** What is asked of {@link billHouses}. */
export interface HousesRequest {
  readonly month: string;
  /** Begin after this house: how a run that was stopped goes on. */
  readonly after?: string;
  /** Houses read at once; memory does not grow with their number. */
  readonly page?: number;
  /** Told after each house. */
  readonly onHouse?: (progress: HouseProgress) => void;
}

/** One house of a run is done. */
export interface HouseProgress {
  readonly house: string;
  /** Houses done so far, this one with them. */
  readonly done: number;
  readonly answer: Result<BilledMonth, readonly Problem[]>;
}

/** What a run over houses did. */
export interface BilledHouses {
  readonly houses: number;
  readonly billed: number;
  readonly repeated: number;
  readonly bills: number;
  readonly total: Kopecks;
  /** Houses that were not billed, with their problems; the others are. */
  readonly failed: readonly { readonly house: string; readonly problems: readonly Problem[] }[];
}

/**
 * Bill a month of every house, a page of houses at a time («начислить месяц всем домам»). A house that is refused does not stop the others.
 * Stopped and started again, it goes over the houses that are done without effect.
 */
export const billHouses = async (edge: Edge, { month: text, after = '', page = PAGE, onHouse }: HousesRequest): Answer<BilledHouses> => {
  const month = monthOfText(text);
  if (!month.ok) return month;
  let sum: BilledHouses = { houses: 0, billed: 0, repeated: 0, bills: 0, total: NO_MONEY, failed: [] };
  for await (const house of housesAfter(edge, after, page)) {
    const answer = await answered(() => billMonth(edge, { house, month: month.value }));
    sum = summed(sum, house, answer);
    onHouse?.({ house, done: sum.houses, answer });
  }
  return ok(sum);
};

const summed = (sum: BilledHouses, house: string, answer: HouseProgress['answer']): BilledHouses => {
  const houses = sum.houses + 1;
  if (!answer.ok) return { ...sum, houses, failed: [...sum.failed, { house, problems: answer.error }] };
  const { repeated, bills, total } = answer.value;
  return {
    ...sum,
    houses,
    billed: sum.billed + (repeated ? 0 : 1),
    repeated: sum.repeated + (repeated ? 1 : 0),
    bills: sum.bills + bills,
    total: sumMoney([sum.total, total]),
  };
};
