import { canonicalJson } from '../kernel/canonical-json';
import type { Problem } from '../kernel/problem';
import { err, ok, type Result } from '../kernel/result';
import { type ImportRow, importedRows, type RowOutcome } from '../model/import-row';
import { parsed } from '../model/parsed';
import type { FactRecord } from '../model/records';
import type { StoredFact } from '../ports/store';
import type { Answer, Edge } from './edge';
import { fitted } from './fitting';
import { storedFacts } from './import-facts';
import { parsedRecords } from './parsed-records';
import { scopeOfEach } from './scopes';

/** A row whose records passed their schemas; `place` is its place among the rows. */
interface Row {
  readonly place: number;
  readonly records: readonly FactRecord[];
}

type Taken = Result<null, readonly Problem[]>;

/**
 * Take in what can be taken of somebody's data, row by row («внести строки»): a row that cannot be taken is answered with its problems and
 * stops no other. Rows of one house are written together; what is stored already is `repeated`, so a run that was cut off is simply done again.
 *
 * @returns what became of each row, in their order; a problem only when the rows are no rows or the store does not answer: then the rows before
 * may be stored
 */
export const importRows = async (edge: Edge, rows: readonly ImportRow[]): Answer<readonly RowOutcome[]> => {
  const given = parsed(importedRows, rows);
  if (!given.ok) return given;
  const outcomes = new Array<RowOutcome>(given.value.length);
  const good: (Row & Pick<ImportRow, 'house' | 'account'>)[] = [];
  for (const [place, { records, house, account }] of given.value.entries()) {
    const read = parsedRecords(records, 'records');
    if (!read.ok) outcomes[place] = { row: 'refused', problems: read.error };
    else
      good.push({ place, records: read.value, ...(house === undefined ? {} : { house }), ...(account === undefined ? {} : { account }) });
  }
  for (const [house, own] of await byHouse(edge, good, outcomes)) {
    const taken = await edge.turns.take(house, () => takeRows(edge, house, own, outcomes));
    if (!taken.ok) return taken;
  }
  return ok(outcomes);
};

/** Rows by their houses; a row that leads to none is refused. */
const byHouse = async (
  edge: Edge,
  rows: readonly (Row & Pick<ImportRow, 'house' | 'account'>)[],
  outcomes: RowOutcome[],
): Promise<ReadonlyMap<string, readonly Row[]>> => {
  const accounts = new Map<string, string | null>();
  const houses = new Map<number, string>();
  for (const { place, house, account } of rows) {
    if (house !== undefined) houses.set(place, house);
    else if (account !== undefined) {
      if (!accounts.has(account)) accounts.set(account, (await edge.store.houseOfAccount(account))?.house ?? null);
      const known = accounts.get(account) ?? null;
      if (known !== null) houses.set(place, known);
      else refuse(outcomes, place, [{ code: 'unknown-reference', value: account, facts: { refersTo: 'account' } }]);
    }
  }
  const open = rows.filter(({ place }) => !houses.has(place) && outcomes[place] === undefined);
  const scopes = await scopeOfEach(
    edge,
    open.flatMap(({ records }) => records),
  );
  let next = 0;
  for (const { place, records } of open) {
    const own = scopes.slice(next, next + records.length);
    next += records.length;
    const lost = own.flatMap((scope) => (scope.ok ? [] : [scope.error]));
    const found = new Set(own.flatMap((scope) => (scope.ok ? [scope.value] : [])));
    const [house = ''] = found;
    if (lost.length > 0) refuse(outcomes, place, lost);
    else if (found.size > 1 || house === '') refuse(outcomes, place, [{ code: 'no-house', value: [...found].join(', ') }]);
    else houses.set(place, house);
  }
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const house = houses.get(row.place);
    if (house === undefined) continue;
    const group = groups.get(house);
    if (group === undefined) groups.set(house, [row]);
    else group.push(row);
  }
  return groups;
};

const refuse = (outcomes: RowOutcome[], place: number, problems: readonly Problem[]): void => {
  outcomes[place] = { row: 'refused', problems };
};

/**
 * Take rows of a house. When they do not fit, the rows that the problems name fall out and the others are tried again; when nobody is named,
 * the rows are halved, the first ones first, until one is left.
 */
const takeRows = async (edge: Edge, house: string, rows: readonly Row[], outcomes: RowOutcome[]): Promise<Taken> => {
  const stored = await edge.store.factsOf(house);
  if (!stored.some(({ record, scope }) => record.kind === 'house' && scope === house)) {
    for (const { place } of rows) refuse(outcomes, place, [{ code: 'no-house', value: house }]);
    return ok(null);
  }
  let { fresh, facts } = sorted(stored, rows, outcomes);
  while (fresh.length > 0) {
    const fits = fitted(stored, facts, edge.clock.now());
    if (fits.ok) return written(edge, house, { fresh, facts }, outcomes);
    const rest = withoutNamed(fresh, fits.error, outcomes);
    if (rest.length === fresh.length) return halved(edge, house, fresh, fits.error, outcomes);
    ({ fresh, facts } = sorted(stored, rest, outcomes));
  }
  return ok(null);
};

/** Rows with something new, and what is new; those that are stored already, or contradict what is there, have their answer. */
const sorted = (stored: readonly StoredFact[], rows: readonly Row[], outcomes: RowOutcome[]) => {
  const known = new Map(stored.map(({ record }) => [record.id, record]));
  const fresh: Row[] = [];
  const facts: FactRecord[] = [];
  for (const row of rows) {
    const own = row.records.filter(({ id }) => !known.has(id));
    const other = row.records.find((record) => differs(record, known.get(record.id)));
    if (other !== undefined) refuse(outcomes, row.place, [{ code: 'duplicate-fact', at: `${other.kind} ${other.id}`, value: other.id }]);
    else if (own.length === 0) outcomes[row.place] = { row: 'repeated' };
    else {
      fresh.push(row);
      for (const record of own) {
        known.set(record.id, record);
        facts.push(record);
      }
    }
  }
  return { fresh, facts };
};

const differs = (record: FactRecord, other: FactRecord | undefined): boolean =>
  other !== undefined && canonicalJson(record) !== canonicalJson(other);

const withoutNamed = (rows: readonly Row[], problems: readonly Problem[], outcomes: RowOutcome[]): readonly Row[] => {
  const named = new Map<string, Problem[]>();
  for (const problem of problems) {
    const name = problem.at?.split(' ').slice(0, 2).join(' ');
    if (name !== undefined) named.set(name, [...(named.get(name) ?? []), problem]);
  }
  return rows.filter(({ place, records }) => {
    const own = records.flatMap((record) => named.get(`${record.kind} ${record.id}`) ?? []);
    if (own.length > 0) refuse(outcomes, place, own);
    return own.length === 0;
  });
};

const halved = async (
  edge: Edge,
  house: string,
  rows: readonly Row[],
  problems: readonly Problem[],
  outcomes: RowOutcome[],
): Promise<Taken> => {
  const [only] = rows;
  if (only === undefined || rows.length === 1) {
    if (only !== undefined) refuse(outcomes, only.place, problems);
    return ok(null);
  }
  const middle = rows.length >> 1;
  const first = await takeRows(edge, house, rows.slice(0, middle), outcomes);
  return first.ok ? takeRows(edge, house, rows.slice(middle), outcomes) : first;
};

const written = async (
  edge: Edge,
  house: string,
  { fresh, facts }: { readonly fresh: readonly Row[]; readonly facts: readonly FactRecord[] },
  outcomes: RowOutcome[],
): Promise<Taken> => {
  const { write } = await storedFacts(
    edge,
    facts.map((record) => ({ scope: house, record })),
  );
  const answer = await edge.store.appendFacts(write);
  if (!answer.ok && answer.error.code === 'store-unavailable') return err([answer.error]);
  if (!answer.ok) return halved(edge, house, fresh, [answer.error], outcomes);
  for (const { place } of fresh) outcomes[place] = { row: 'taken' };
  return ok(null);
};
