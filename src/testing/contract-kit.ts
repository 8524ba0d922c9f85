import type { Instant, Month } from '../kernel/calendar';
import type { Result } from '../kernel/result';
import type { FactsWrite, HouseMonthWrite, MonthClosing, Posting, Store, StoredFact, StoreProblem } from '../ports/store';
import { SAMPLE_INSTANT } from './sample-records';

/** What we need of a test runner: vitest and jest have it under these names. */
export interface TestRunner {
  describe(name: string, body: () => void): void;
  it(name: string, body: () => Promise<void>): void;
  expect(value: unknown): { toEqual(expected: unknown): void };
}

/** What a section of the contract writes its tests with: every test has an empty store of its own. */
export interface ContractKit {
  describe(name: string, body: () => void): void;
  test(name: string, body: (store: Store) => Promise<void>): void;
  same(actual: unknown, expected: unknown): void;
}

export const HOUSE = 'house-1';
export const OCTOBER = '2026-10' as Month;
export const NOVEMBER = '2026-11' as Month;

/** Answer of a write that had its effect, and of one that had it before. */
export const DONE = { ok: true, value: { repeated: false } };
export const REPEATED = { ok: true, value: { repeated: true } };

/** Answer of a write that made this version of a house-month. */
export const written = (version: number, repeated = false): unknown => ({ ok: true, value: { repeated, version } });

/** Code of the problem that a write answered, or `done`. */
export const codeOf = (result: Result<unknown, StoreProblem>): string => (result.ok ? 'done' : result.error.code);

/** Did a promise reject? */
export const rejects = (promise: Promise<unknown>): Promise<boolean> =>
  promise.then(
    () => false,
    () => true,
  );

/** An instant of the sample days, by hours. */
export const atHour = (hour: number): Instant => `2026-10-01T${String(hour).padStart(2, '0')}:00:00.000Z` as Instant;

/** A write of facts; its digest follows its key unless told otherwise. */
export const factsWrite = (key: string, facts: readonly StoredFact[], digest = `digest of ${key}`): FactsWrite => ({ key, digest, facts });

/** A write of a house-month: first version of October, without bills and entries, unless told otherwise. */
export const monthWrite = (key: string, changes: Partial<HouseMonthWrite> = {}): HouseMonthWrite => ({
  key,
  digest: `digest of ${key}`,
  house: HOUSE,
  month: OCTOBER,
  expectedVersion: 0,
  at: SAMPLE_INSTANT,
  bills: [],
  acts: [],
  entries: [],
  ...changes,
});

/** A closing of October as it was never written, unless told otherwise. */
export const closing = (key: string, changes: Partial<MonthClosing> = {}): MonthClosing => ({
  key,
  digest: `digest of ${key}`,
  house: HOUSE,
  month: OCTOBER,
  expectedVersion: 0,
  at: SAMPLE_INSTANT,
  by: 'бухгалтер',
  ...changes,
});

/** A posting of entries of a house. */
export const posting = (key: string, entries: Posting['entries'], house = HOUSE): Posting => ({
  key,
  digest: `digest of ${key}`,
  house,
  entries,
});
