import type { Instant } from '../kernel/calendar';
import { canonicalJson } from '../kernel/canonical-json';
import { excerpt } from '../kernel/problem';
import { err, ok, type Result } from '../kernel/result';
import { byCodePoints } from '../kernel/text-order';
import { factPlace } from '../model/assembly-problem';
import type { FactRecord } from '../model/records';
import type { StoredFact, StoreProblem } from '../ports/store';
import { kept } from './kept';

/** Where an account number leads. */
export interface NumberHolder {
  readonly house: string;
  readonly account: string;
}

type AccountFact = StoredFact & { readonly record: Extract<FactRecord, { kind: 'account' }> };

const isAccount = (fact: StoredFact): fact is AccountFact => fact.record.kind === 'account';

const byKnown = (a: StoredFact, b: StoredFact): number => byCodePoints(a.knownAt, b.knownAt) || byCodePoints(a.record.id, b.record.id);

/** Facts in memory, with the numbers that lead to their accounts. */
export class MemoryFacts {
  private byId = new Map<string, StoredFact>();
  private byScope = new Map<string, StoredFact[]>();
  /** Which fact supersedes a fact of a scope. */
  private successors = new Map<string, string>();
  /** Are the maps those of the facts that these were drafted from? */
  private shared = false;
  private holders = new Map<string, NumberHolder>();

  /** @param owes does the journal of a house hold anything under this number */
  constructor(private readonly owes: (house: string, number: string) => boolean) {}

  /** A draft: what is appended to it is not in these facts, which do not change while it is in use. */
  draft(owes: (house: string, number: string) => boolean): MemoryFacts {
    const draft = new MemoryFacts(owes);
    draft.byId = this.byId;
    draft.byScope = this.byScope;
    draft.successors = this.successors;
    draft.holders = this.holders;
    draft.shared = true;
    return draft;
  }

  /** Append all or nothing. */
  append(facts: readonly StoredFact[]): Result<readonly StoredFact[], StoreProblem> {
    const fresh = new Map<string, StoredFact>();
    for (const fact of facts) {
      const { id } = fact.record;
      const before = this.byId.get(id) ?? fresh.get(id);
      if (before === undefined) fresh.set(id, kept(fact));
      else if (before.scope !== fact.scope || canonicalJson(before.record) !== canonicalJson(fact.record)) {
        return err({ code: 'duplicate-fact', value: excerpt(id) });
      }
    }
    const successors = this.successorsWith([...fresh.values()]);
    if (!successors.ok) return successors;
    const holders = this.numbersWith([...fresh.values()]);
    if (!holders.ok) return holders;
    this.own();
    for (const [before, id] of successors.value) this.successors.set(before, id);
    this.holders = holders.value;
    for (const fact of fresh.values()) {
      this.byId.set(fact.record.id, fact);
      const scope = this.byScope.get(fact.scope);
      if (scope === undefined) this.byScope.set(fact.scope, [fact]);
      else scope.push(fact);
    }
    return ok([...fresh.values()]);
  }

  private own(): void {
    if (!this.shared) return;
    this.byId = new Map(this.byId);
    this.byScope = new Map([...this.byScope].map(([scope, facts]) => [scope, [...facts]]));
    this.successors = new Map(this.successors);
    this.shared = false;
  }

  /** Facts of a house and of no house. */
  of(house: string, asKnownAt?: Instant): readonly StoredFact[] {
    const scopes = house === '' ? [''] : ['', house];
    const all = scopes.flatMap((scope) => this.byScope.get(scope) ?? []);
    return all.filter((fact) => asKnownAt === undefined || fact.knownAt <= asKnownAt).sort(byKnown);
  }

  /** Where a number leads. */
  holderOf(number: string): NumberHolder | null {
    const holder = this.holders.get(number);
    return holder === undefined ? null : { ...holder };
  }

  /** What the fresh facts supersede; a fact that has a successor takes no other. */
  private successorsWith(fresh: readonly StoredFact[]): Result<ReadonlyMap<string, string>, StoreProblem> {
    const added = new Map<string, string>();
    for (const { scope, record } of fresh) {
      if (record.supersedes === undefined) continue;
      const before = JSON.stringify([scope, record.supersedes]);
      const other = this.successors.get(before) ?? added.get(before);
      if (other !== undefined)
        return err({ code: 'supersedes-twice', at: factPlace(record), value: excerpt(record.supersedes), facts: { other } });
      added.set(before, record.id);
    }
    return ok(added);
  }

  /** The numbers of all accounts once `fresh` facts are there: those no fact names any more are free, unless something is owed under them. */
  private numbersWith(fresh: readonly StoredFact[]): Result<Map<string, NumberHolder>, StoreProblem> {
    const houses = [...new Set(fresh.filter(isAccount).map((fact) => fact.scope))].filter((scope) => scope !== '').sort(byCodePoints);
    if (houses.length === 0) return ok(this.holders);
    const claims = new Map(houses.map((house) => [house, claimsOf(house, [...(this.byScope.get(house) ?? []), ...fresh])]));
    const holders = new Map(
      [...this.holders].filter(([number, { house }]) => claims.get(house)?.has(number) !== false || this.owes(house, number)),
    );
    const taken = new Map<string, string>();
    for (const [house, numbers] of claims) {
      for (const [number, account] of numbers) {
        const other = holders.get(number)?.house;
        if (other !== undefined && other !== house) taken.set(number, taken.get(number) ?? other);
        else holders.set(number, { house, account });
      }
    }
    const [first] = [...taken].sort(([a], [b]) => byCodePoints(a, b));
    return first === undefined ? ok(holders) : err({ code: 'account-in-two-houses', value: first[0], facts: { house: first[1] } });
  }
}

/** Which numbers the standing account facts of a house claim, and for which account. */
const claimsOf = (house: string, facts: readonly StoredFact[]): ReadonlyMap<string, string> => {
  const accounts = facts
    .filter(isAccount)
    .filter((fact) => fact.scope === house)
    .sort(byKnown);
  const superseded = new Set(accounts.map((fact) => fact.record.supersedes));
  const standing = accounts.filter((fact) => fact.record.withdrawn !== true && !superseded.has(fact.record.id));
  const claims = new Map<string, string>();
  for (const { record } of standing) claims.set(record.number, record.number);
  for (const { record } of standing) for (const alias of record.aliases) if (!claims.has(alias)) claims.set(alias, record.number);
  return claims;
};
