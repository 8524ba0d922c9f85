import type { Problem } from '../kernel/problem';
import { err, ok, type Result } from '../kernel/result';
import type { FactRecord } from '../model/records';
import type { Edge } from './edge';

/** A record with the house it belongs to; `''` is no house. */
export interface Scoped {
  readonly scope: string;
  readonly record: FactRecord;
}

const PAGE = 100;

/** What leads from a record to its house: houses, premises and meters by id, accounts by their numbers. */
class Ways {
  private readonly batch = new Map<string, FactRecord>();
  private readonly houses = new Map<string, string>();
  private readonly premises = new Map<string, string>();
  private readonly meters = new Map<string, string>();
  private readonly houseMeters = new Map<string, string>();
  private readonly accounts = new Map<string, string>();

  constructor(records: readonly FactRecord[]) {
    for (const record of records) {
      this.batch.set(record.id, record);
      this.add(record);
    }
  }

  addStored(record: FactRecord, house: string): void {
    if (record.kind === 'house') this.houses.set(record.id, house);
    else this.add(record);
  }

  addHolder(number: string, house: string): void {
    this.accounts.set(number, house);
    this.premises.set(house, house);
  }

  /** The house, or `null` when a step is missing. */
  houseOf(record: FactRecord): string | null {
    switch (record.kind) {
      case 'provider':
      case 'tariff':
      case 'normative':
      case 'heatingTerritory':
      case 'unidentifiedPayment':
        return '';
      case 'house':
        return this.firstOf(record);
      case 'service':
      case 'premises':
      case 'commonTerms':
      case 'heatingTerms':
      case 'houseMeter':
      case 'houseVolume':
      case 'incident':
      case 'wasteRemoval':
      case 'housingDefect':
        return record.house;
      case 'account':
      case 'resident':
      case 'meter':
      case 'act':
      case 'heatAllocators':
      case 'absence':
        return this.premises.get(record.premises) ?? null;
      case 'reading':
        return this.houseMeters.get(record.meter) ?? this.through(this.meters.get(record.meter));
      case 'openingSaldo':
      case 'payment':
      case 'refund':
      case 'prepaid':
      case 'instalment':
      case 'repaymentAgreement':
      case 'debtEvent':
      case 'reconciliation':
      case 'restriction':
      case 'penaltyExemption':
      case 'subsidy':
      case 'correction':
        return this.through(this.accounts.get(record.account));
      case 'accountSuccession':
        return this.through(this.accounts.get(record.from[0] as string));
      case 'paidWork':
      case 'benefit':
        return record.account === undefined ? this.through(record.premises) : this.through(this.accounts.get(record.account));
    }
  }

  private add(record: FactRecord): void {
    if (record.kind === 'premises') this.premises.set(record.id, record.house);
    else if (record.kind === 'meter') this.meters.set(record.id, record.premises);
    else if (record.kind === 'houseMeter') this.houseMeters.set(record.id, record.house);
    else if (record.kind === 'account') for (const number of [record.number, ...record.aliases]) this.accounts.set(number, record.premises);
  }

  /** A house keeps the id of its first version; versions in a circle go to one of them, so that the circle is told as such. */
  private firstOf(record: FactRecord): string | null {
    const seen = new Set<string>();
    let walk = record;
    while (walk.supersedes !== undefined && !seen.has(walk.id)) {
      seen.add(walk.id);
      const before = this.batch.get(walk.supersedes);
      if (before === undefined) return this.houses.get(walk.supersedes) ?? null;
      walk = before;
    }
    return walk.supersedes === undefined ? walk.id : ([...seen].sort()[0] ?? walk.id);
  }

  private through(premises: string | undefined): string | null {
    return premises === undefined ? null : (this.premises.get(premises) ?? null);
  }
}

/**
 * Find the house of each record: in the batch itself, else by the number of its account, else in the facts of the stored houses, a page
 * at a time until all are found. A host with many houses names the house, and nothing is searched.
 *
 * @param house the house of records whose way is not in the batch
 */
export const scopesOf = async (
  edge: Edge,
  records: readonly FactRecord[],
  house: string | undefined,
): Promise<Result<readonly Scoped[], readonly Problem[]>> => {
  const ways = house === undefined ? await waysOf(edge, records) : new Ways(records);
  const lost = house === undefined ? records.filter((record) => ways.houseOf(record) === null) : [];
  if (lost.length > 0) return err(lost.map(lostProblem));
  return ok(records.map((record) => ({ scope: ways.houseOf(record) ?? house ?? '', record })));
};

/** The house of each record, or the problem that it leads to none. */
export const scopeOfEach = async (edge: Edge, records: readonly FactRecord[]): Promise<readonly Result<string, Problem>[]> => {
  const ways = await waysOf(edge, records);
  return records.map((record) => {
    const house = ways.houseOf(record);
    return house === null ? err(lostProblem(record)) : ok(house);
  });
};

const waysOf = async (edge: Edge, records: readonly FactRecord[]): Promise<Ways> => {
  const ways = new Ways(records);
  const open = (): readonly FactRecord[] => records.filter((record) => ways.houseOf(record) === null);
  await byAccount(edge, ways, open());
  for (let after: string | null = null; open().length > 0; ) {
    const page: readonly string[] = await edge.store.houses(after, PAGE);
    for (const one of page) for (const fact of await edge.store.factsOf(one)) if (fact.scope === one) ways.addStored(fact.record, one);
    after = page[page.length - 1] ?? null;
    if (after === null) break;
  }
  return ways;
};

const byAccount = async ({ store }: Edge, ways: Ways, records: readonly FactRecord[]): Promise<void> => {
  for (const record of records) {
    const account = accountOf(record);
    if (account === undefined || ways.houseOf(record) !== null) continue;
    const holder = await store.houseOfAccount(account);
    if (holder !== null) ways.addHolder(account, holder.house);
  }
};

const accountOf = (record: FactRecord): string | undefined =>
  record.kind === 'accountSuccession' ? record.from[0] : 'account' in record ? record.account : undefined;

const lostProblem = (record: FactRecord): Problem => {
  const [refersTo, value] = referenceOf(record);
  return { code: 'unknown-reference', at: `${record.kind} ${record.id}`, value, facts: { refersTo } };
};

const referenceOf = (record: FactRecord): readonly [refersTo: string, value: string] => {
  if (record.kind === 'reading') return ['meter', record.meter];
  const account = accountOf(record);
  if (account !== undefined) return ['account', account];
  if ('premises' in record && typeof record.premises === 'string') return ['premises', record.premises];
  return ['house', record.supersedes ?? record.id];
};
