import { listReadings } from '../charges/reading-list';
import { ok } from '../kernel/result';
import { seriesRequest } from '../model/debt-requests';
import { parsed } from '../model/parsed';
import { partiesOf } from '../statements/parties';
import { type AccountSeries, accountSeries, type SeriesReading } from '../statements/series';
import { type Answer, type Edge, refused } from './edge';
import { recordOf } from './house-facts';
import { holderOf } from './read-books';

/** Which months of the series, and by what step. */
export interface SeriesRequest {
  /** First month; by default the first of which anything is known. */
  readonly from?: string;
  /** Last month; by default the last of which anything is known. */
  readonly to?: string;
  readonly by?: 'month' | 'year';
}

/**
 * Consumption, charges and payments of an account by month or year as values to be drawn ({@link accountSeries}), by its number or an alias.
 *
 * @returns `account-unknown`, `interval-empty`, or what the schema of the request refuses
 */
export const readSeries = async (edge: Edge, number: string, request: SeriesRequest = {}): Answer<AccountSeries> => {
  const asked = parsed(seriesRequest, request);
  if (!asked.ok) return asked;
  const { from = null, to = null, by = 'month' } = asked.value;
  if (from !== null && to !== null && to < from) return refused({ code: 'interval-empty', at: 'to', facts: { from, to } });
  const held = await holderOf(edge, number);
  if (!held.ok) return held;
  const { account, facts } = held.value;
  const records = (await edge.store.factsOf(facts.house.id, edge.clock.now())).map(recordOf);
  const bills = await edge.store.billsOfAccount(account);
  const entries = await edge.store.entriesOfAccount(account);
  const readings = listReadings(facts, records, { account }).flatMap(
    ({ fact, service, serial, reading, verdict, code, countsFor }): SeriesReading[] =>
      verdict === 'accepted'
        ? []
        : [{ fact, service, serial, takenOn: reading.takenOn, value: reading.value, verdict, code, month: countsFor }],
  );
  return ok(accountSeries({ parties: partiesOf(facts), account, bills, entries, readings, from, to, by }));
};
