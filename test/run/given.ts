import { must } from '../../src/kernel/result';
import type { Store } from '../../src/ports/store';
import { createSaldo, type Saldo } from '../../src/run/create-saldo';
import type { Answer } from '../../src/run/edge';
import { steppingClock } from '../../src/testing/clock';
import { createMemoryStore } from '../../src/testing/memory-store';
import { at, BEFORE, BILLED, common, house, readings } from './small-house';

/** An engine over a store in memory, with a clock that a test can set. */
export const given = (store: Store = createMemoryStore()) => {
  const clock = steppingClock(at('2026-01-05'));
  return { store, clock, saldo: createSaldo({ store, clock }) };
};

/** The value of an answer that must not be refused. */
export const done = async <T>(answer: Answer<T>): Promise<T> => {
  const result = await answer;
  return must(result.ok ? result : { ok: false, error: { code: JSON.stringify(result.error) } });
};

/** The codes of an answer that must be refused. */
export const codes = async (answer: Answer<unknown>): Promise<readonly string[]> => {
  const result = await answer;
  return result.ok ? [] : result.error.map(({ code }) => code);
};

/** The facts of the small house; the second flat stops telling its readings after January. */
export const smallHouse = (id = 'h', policies?: Readonly<Record<string, string>>): readonly unknown[] => [
  ...house(id, policies),
  ...readings(`${id}-1`, [...BEFORE, ...BILLED], 4),
  ...readings(`${id}-2`, [...BEFORE, '2026-01'], 4),
  ...readings(`${id}-10`, [...BEFORE, ...BILLED], 2),
];

/** A small house that is imported. */
export const imported = async (
  more: readonly unknown[] = [],
  store?: Store,
  policies?: Readonly<Record<string, string>>,
): Promise<ReturnType<typeof given>> => {
  const engine = given(store);
  await done(engine.saldo.importFacts([...common, ...smallHouse('h', policies), ...more]));
  return engine;
};

/** Rows of a saldo sheet as short texts in kopecks. */
export const sheet = async (saldo: Saldo, month: string, id = 'h'): Promise<readonly string[]> => {
  const { rows } = await done(saldo.saldoSheet({ house: id, month }));
  return rows.map(
    ({ card, opening, brought, charged, adjusted, paid, closing }) =>
      `${card.premises}: ${opening} +${brought} +${charged} +${adjusted} −${paid} = ${closing}`,
  );
};
