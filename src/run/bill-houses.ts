import { type Kopecks, NO_MONEY, sumMoney } from '../kernel/money';
import type { Problem } from '../kernel/problem';
import { ok, type Result } from '../kernel/result';
import { type BilledMonth, billMonth } from './bill-month';
import { type Answer, answered, type Edge, monthOfText } from './edge';
import { type MonthPreview, previewMonth } from './preview-month';

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

const PAGE = 50;

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

/** Houses in order, read a page at a time. */
async function* housesAfter({ store }: Edge, after: string, page: number): AsyncGenerator<string> {
  for (let last: string | null = after === '' ? null : after; ; ) {
    const houses: readonly string[] = await store.houses(last, page);
    yield* houses;
    last = houses[houses.length - 1] ?? null;
    if (last === null) return;
  }
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
