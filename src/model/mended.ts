import type { Instant } from '../kernel/calendar';
import { byText } from '../kernel/text-order';
import type { Groups } from './fact-groups';
import type { AccountRecord, FactRecord } from './records';

const KINDS = ['absence', 'incident', 'wasteRemoval', 'paidWork', 'prepaid', 'housingDefect', 'benefit'] as const;

/** A fact that changes charges of its days when it becomes known. */
export type EventRecord = Extract<FactRecord, { readonly kind: (typeof KINDS)[number] }>;

/** A fact whose version a later one mended or withdrew. */
export interface MendedFact {
  /** The version that stood before. */
  readonly was: EventRecord;
  /** What stands now; `null` where it was withdrawn. */
  readonly now: EventRecord | null;
  /** When the change became known. */
  readonly knownAt: Instant;
}

/** Changes of facts, in order of the moment they became known; those without a moment were always so. */
export const mendedFacts = (records: readonly FactRecord[]): readonly MendedFact[] => {
  const changes = records.filter(({ supersedes, knownAt }) => supersedes !== undefined && knownAt !== undefined).filter(isEvent);
  if (changes.length === 0) return [];
  const byId = new Map(records.map((record) => [record.id, record]));
  return changes
    .flatMap((record): MendedFact[] => {
      const was = byId.get(record.supersedes as string);
      return was === undefined || !isEvent(was)
        ? []
        : [{ was, now: record.withdrawn === true ? null : record, knownAt: record.knownAt as Instant }];
    })
    .sort((a, b) => byText(a.knownAt, b.knownAt) || byText(a.was.id, b.was.id));
};

const isEvent = (record: FactRecord): record is EventRecord => (KINDS as readonly string[]).includes(record.kind);

/** Changes of the facts of one house. */
export const mendedOf = (
  house: string,
  mended: readonly MendedFact[],
  groups: Groups,
  numbers: ReadonlyMap<string, AccountRecord>,
): readonly MendedFact[] =>
  mended.filter(({ was }) => {
    const account = 'account' in was ? was.account : undefined;
    const premises = account !== undefined ? numbers.get(account)?.premises : 'premises' in was ? was.premises : undefined;
    return 'house' in was && was.house !== undefined
      ? was.house === house
      : typeof premises === 'string' && groups.premises.get(premises)?.house === house;
  });
