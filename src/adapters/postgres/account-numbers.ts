import { excerpt } from '../../kernel/problem';
import type { AccountRecord } from '../../model/records';
import type { SqlRunner } from './connection';
import { Refusal } from './failures';
import { asRecordset, text, textOrNull } from './rows';

interface Claim {
  readonly [column: string]: string;
  readonly house: string;
  readonly number: string;
  readonly account: string;
}

/**
 * Bring the numbers of these houses in line with their account facts: numbers that no standing fact names are free again, unless bills or
 * entries lie under them; new ones are taken, or the write is refused. The houses are locked, so that two writers of one house cannot
 * each overlook the other's facts.
 */
export const claimNumbers = async (runner: SqlRunner, houses: readonly string[]): Promise<void> => {
  const list = JSON.stringify(houses);
  await runner.query(
    'select house from saldo.houses where house in (select json_array_elements_text($1::text::json)) order by house for update',
    [list],
  );
  const { rows } = await runner.query(
    `select scope, record from saldo.facts
     where kind = 'account' and scope in (select json_array_elements_text($1::text::json)) order by scope, known_at, id`,
    [list],
  );
  const facts = rows.map((row) => ({ house: text(row, 'scope'), record: JSON.parse(text(row, 'record')) as AccountRecord }));
  const claims = asRecordset(claimsOf(facts));
  const wanted = `json_to_recordset($1::text::json) as wanted (house text, number text, account text)`;
  await runner.query(
    `delete from saldo.account_numbers held
     where held.house in (select json_array_elements_text($2::text::json))
       and not exists (select from ${wanted} where wanted.number = held.number and wanted.house = held.house)
       and not exists (select from saldo.entries where entries.account = held.number and entries.house = held.house)
       and not exists (select from saldo.bills where bills.account = held.number and bills.house = held.house)`,
    [claims, list],
  );
  await runner.query(
    `insert into saldo.account_numbers (number, house, account)
     select number, house, account from ${wanted} order by number collate "C", house collate "C" on conflict (number) do nothing`,
    [claims],
  );
  const taken = await runner.query(
    `select wanted.number, held.house from ${wanted} left join saldo.account_numbers held on held.number = wanted.number
     where held.house is distinct from wanted.house order by wanted.number collate "C" limit 1`,
    [claims],
  );
  for (const row of taken.rows) {
    const house = textOrNull(row, 'house');
    // A number that is taken and cannot be seen is another provider's, whose house is not told.
    throw new Refusal({
      code: 'account-in-two-houses',
      value: excerpt(text(row, 'number')),
      ...(house === null ? {} : { facts: { house } }),
    });
  }
  await runner.query(
    `update saldo.account_numbers held set account = wanted.account from ${wanted}
     where held.number = wanted.number and held.house = wanted.house and held.account <> wanted.account`,
    [claims],
  );
};

/** The numbers that standing account facts name: own numbers before aliases, earlier facts before later ones. */
const claimsOf = (facts: readonly { readonly house: string; readonly record: AccountRecord }[]): readonly Claim[] => {
  const superseded = new Set(facts.map(({ house, record }) => JSON.stringify([house, record.supersedes])));
  const standing = facts.filter(({ house, record }) => record.withdrawn !== true && !superseded.has(JSON.stringify([house, record.id])));
  const claims = new Map<string, Claim>();
  const claim = (house: string, number: string, account: string): void => {
    const place = JSON.stringify([house, number]);
    if (!claims.has(place)) claims.set(place, { house, number, account });
  };
  for (const { house, record } of standing) claim(house, record.number, record.number);
  for (const { house, record } of standing) for (const alias of record.aliases) claim(house, alias, record.number);
  return [...claims.values()];
};
