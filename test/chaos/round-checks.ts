import { expect } from 'vitest';
import { createSaldo } from '../../src/run/create-saldo';
import { JANUARY } from '../batch/given-batch';
import { done } from '../run/given';
import type { OpenDatabase } from './database';

/** What a database holds of a month, in one text: bills and entries without when they were made. */
export const digestOf = async ({ connection }: OpenDatabase): Promise<Readonly<Record<string, string | null>>> => {
  const { rows } = await connection.query(
    `select (select count(*) from saldo.bills) as bills, (select count(distinct (house, account, month)) from saldo.bills) as accounts,
       (select count(*) from saldo.month_versions) as versions, (select count(*) from saldo.entries) as entries,
       (select md5(string_agg(concat_ws('|', house, month, version, account, total, md5(body::text)), ',' order by house, month, version, account))
        from saldo.bills) as bills_digest,
       (select md5(string_agg(concat_ws('|', house, number, id, account, provider, service, kind, month, posted_in, amount, value_day, cause, more),
          ',' order by house, number)) from saldo.entries) as entries_digest`,
  );
  return rows[0] ?? {};
};

/** Rows that break what the journal must keep; none. */
const BROKEN = `select v.house from saldo.month_versions as v
  where v.bills <> (select count(*) from saldo.bills as b where (b.house, b.month, b.version) = (v.house, v.month, v.version))
    or v.billed <> (select sum(total) from saldo.bills as b where (b.house, b.month, b.version) = (v.house, v.month, v.version))
    or v.entries <> (select count(*) from saldo.entries as e where e.house = v.house and e.posted_in = v.month)
    or v.posted <> (select sum(amount) from saldo.entries as e where e.house = v.house and e.posted_in = v.month)
    or v.entries <> (select max(number) from saldo.entries as e where e.house = v.house)`;

/** The journal of a round says what it must, by its own control totals. */
export const expectWholeJournal = async ({ connection }: OpenDatabase): Promise<void> => {
  expect((await connection.query(BROKEN)).rows).toEqual([]);
};

/** Close the month of all houses, and prove the chains. */
export const expectProvenBooks = async ({ store }: OpenDatabase, houses: readonly string[]): Promise<void> => {
  const saldo = createSaldo({ store, clock: { now: () => new Date().toISOString() as never } });
  const left = [...houses];
  const lane = async (): Promise<void> => {
    for (let house = left.pop(); house !== undefined; house = left.pop())
      await done(saldo.closeMonth({ house, month: JANUARY, by: 'бухгалтер' }));
  };
  await Promise.all([lane(), lane(), lane(), lane()]);
  expect(await done(saldo.checkBooks())).toMatchObject({ houses: houses.length, closings: houses.length, unproven: 0 });
};
