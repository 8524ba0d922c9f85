import type { Instant } from '../../kernel/calendar';
import { excerpt } from '../../kernel/problem';
import { factPlace } from '../../model/assembly-problem';
import type { FactRecord } from '../../model/records';
import type { FactSource, StoredFact } from '../../ports/store';
import { claimNumbers } from './account-numbers';
import type { SqlRow, SqlRunner } from './connection';
import { Refusal } from './failures';
import { asRecordset, inParts, instantSql, text } from './rows';
import { sameContent } from './same-content';

/** Append facts inside a transaction; throws a {@link Refusal}. */
export const appendFacts = async (runner: SqlRunner, facts: readonly StoredFact[]): Promise<void> => {
  const added = new Set<string>();
  for (const part of inParts(facts)) for (const id of await insert(runner, part)) added.add(id);
  if (added.size < facts.length) await refuseOthers(runner, facts, added);
  const fresh = facts.filter((fact) => added.has(fact.record.id) && fact.scope !== '');
  const houses = [...new Set(fresh.map((fact) => fact.scope))];
  if (houses.length === 0) return;
  await runner.query(
    `insert into saldo.houses (house) select house from json_array_elements_text($1::text::json) as house
     order by house collate "C" on conflict (house) do nothing`,
    [JSON.stringify(houses)],
  );
  const withAccounts = [...new Set(fresh.filter((fact) => fact.record.kind === 'account').map((fact) => fact.scope))];
  if (withAccounts.length > 0) await claimNumbers(runner, withAccounts);
};

const insert = async (runner: SqlRunner, facts: readonly StoredFact[]): Promise<readonly string[]> => {
  const rows = facts.map(({ scope, knownAt, storedAt, record }) => ({
    id: record.id,
    scope,
    kind: record.kind,
    known_at: knownAt,
    stored_at: storedAt,
    supersedes: record.supersedes ?? null,
    record: JSON.stringify(record),
  }));
  const inserted = await runner.query(
    `insert into saldo.facts (id, scope, kind, known_at, stored_at, supersedes, record)
     select id, scope, kind, known_at, stored_at, supersedes, record::json
     from json_to_recordset($1::text::json)
       as fact (id text, scope text, kind text, known_at timestamptz, stored_at timestamptz, supersedes text, record text)
     on conflict do nothing returning id`,
    [asRecordset(rows)],
  );
  return inserted.rows.map((row) => text(row, 'id'));
};

/**
 * Ids that were there, or twice in the write: the same content is no second fact, other content is refused. What is not there even so
 * supersedes a fact that has a successor.
 */
const refuseOthers = async (runner: SqlRunner, facts: readonly StoredFact[], added: ReadonlySet<string>): Promise<void> => {
  const known = new Map<string, Pick<StoredFact, 'scope' | 'record'>>();
  for (const part of inParts(facts.map((fact) => fact.record.id).filter((id) => !added.has(id)))) {
    const { rows } = await runner.query(
      'select id, scope, record from saldo.facts where id in (select json_array_elements_text($1::text::json))',
      [JSON.stringify(part)],
    );
    for (const row of rows)
      known.set(text(row, 'id'), { scope: text(row, 'scope'), record: JSON.parse(text(row, 'record')) as FactRecord });
  }
  const second = facts.find(({ record: { id } }) => !added.has(id) && !known.has(id));
  for (const fact of facts) {
    const { id } = fact.record;
    const before = known.get(id);
    if (before === undefined) known.set(id, fact);
    else if (before.scope !== fact.scope || !sameContent(before.record, fact.record)) {
      throw new Refusal({ code: 'duplicate-fact', value: excerpt(id) });
    }
  }
  if (second !== undefined) await refuseSecond(runner, second);
};

const refuseSecond = async (runner: SqlRunner, { scope, record }: StoredFact): Promise<never> => {
  const { rows } = await runner.query('select id from saldo.facts where scope = $1 and supersedes = $2', [
    scope,
    record.supersedes ?? null,
  ]);
  const [other] = rows;
  // An id that was refused as there and cannot be seen is another provider's.
  if (other === undefined) throw new Refusal({ code: 'duplicate-fact', value: excerpt(record.id) });
  throw new Refusal({
    code: 'supersedes-twice',
    at: factPlace(record),
    value: excerpt(record.supersedes),
    facts: { other: text(other, 'id') },
  });
};

const factOf = (row: SqlRow): StoredFact => ({
  scope: text(row, 'scope'),
  knownAt: text(row, 'known') as Instant,
  storedAt: text(row, 'stored') as Instant,
  record: JSON.parse(text(row, 'record')) as FactRecord,
});

/** What is read of the facts. */
export const factReads = (runner: SqlRunner): Omit<FactSource, 'appendFacts'> => ({
  factsOf: async (house, asKnownAt) => {
    const { rows } = await runner.query(
      `select scope, ${instantSql('known_at')} as known, ${instantSql('stored_at')} as stored, record from saldo.facts
       where scope in ('', $1) and ($2::text is null or known_at <= $2::text::timestamptz) order by known_at, id`,
      [house, asKnownAt ?? null],
    );
    return rows.map(factOf);
  },
  factsOfKinds: async (house, kinds, asKnownAt) => {
    const { rows } = await runner.query(
      `select scope, ${instantSql('known_at')} as known, ${instantSql('stored_at')} as stored, record from saldo.facts
       where scope = $1 and kind in (select json_array_elements_text($2::text::json))
         and ($3::text is null or known_at <= $3::text::timestamptz) order by known_at, id`,
      [house, JSON.stringify(kinds), asKnownAt ?? null],
    );
    return rows.map(factOf);
  },
  houses: async (after, limit) => {
    const { rows } = await runner.query(
      `select house from saldo.houses where ($1::text is null or house > $1::text) order by house limit $2::text::bigint`,
      [after, String(limit)],
    );
    return rows.map((row) => text(row, 'house'));
  },
  houseOfAccount: async (number) => {
    const { rows } = await runner.query('select house, account from saldo.account_numbers where number = $1', [number]);
    const [row] = rows;
    return row === undefined ? null : { house: text(row, 'house'), account: text(row, 'account') };
  },
});
