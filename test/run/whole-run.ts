import { expect } from 'vitest';
import type { Month } from '../../src/kernel/calendar';
import type { Store } from '../../src/ports/store';
import { codes, done, type given, smallHouse } from './given';
import { at, common, paymentFact } from './small-house';

const WRITES = ['appendFacts', 'writeMonth', 'closeMonth', 'post'] as const;

/** A store whose nth write throws: before it wrote anything, or after, when only the answer is lost. */
export const failing = (store: Store, nth: number, when: 'before' | 'after'): Store => {
  let count = 0;
  const broken = { ...store };
  for (const name of WRITES) {
    const write = store[name] as (input: never) => Promise<unknown>;
    Object.assign(broken, {
      [name]: async (input: never) => {
        count += 1;
        if (count !== nth) return write(input);
        if (when === 'after') await write(input);
        throw new Error('the line is dead');
      },
    });
  }
  return broken;
};

export const HOUSES = ['h1', 'h2', 'h3'];

const FACTS = [
  ...common,
  ...HOUSES.flatMap((id) => smallHouse(id)),
  ...HOUSES.map((id) => ({
    kind: 'openingSaldo',
    id: `o-${id}`,
    account: `${id}-2-A`,
    service: 'coldWater',
    provider: 'vk',
    month: '2025-12',
    amount: '77.77',
  })),
  ...HOUSES.map((id) => paymentFact(`p-${id}`, `${id}-1-A`, '2500.00', '2026-02-11')),
];

/** The whole work on three houses. Every step is repeated after a failure until it is done. */
export const wholeRun = async (engine: ReturnType<typeof given>, look: () => Promise<void> = async () => undefined): Promise<number> => {
  const { saldo, clock } = engine;
  let failures = 0;
  const untilDone = async (act: () => Promise<readonly string[]>): Promise<void> => {
    for (let left = 5; left > 0; left -= 1) {
      const refused = await act();
      await look();
      if (refused.length === 0) return;
      expect(refused).toEqual(['store-unavailable']);
      failures += 1;
    }
    throw new Error('never done');
  };
  await untilDone(() => codes(saldo.importFacts(FACTS)));
  for (const [month, on] of [
    ['2026-01', '2026-02-02'],
    ['2026-02', '2026-03-02'],
  ] as const) {
    clock.set(at(on));
    await untilDone(async () => {
      const run = await done(saldo.billHouses({ month, page: 2 }));
      return run.failed.flatMap(({ problems }) => problems.map(({ code }) => code));
    });
    await untilDone(() => codes(saldo.acceptPayment({ account: 'old-h2-2', amount: '100.01', paidOn: on }, { key: `k-${month}` })));
    for (const house of HOUSES) await untilDone(() => codes(saldo.closeMonth({ house, month, by: 'бухгалтер' })));
  }
  return failures;
};

/** Bills and entries of all houses, without the moments. */
export const journal = async (store: Store): Promise<unknown> => {
  const all: unknown[] = [];
  for (const house of HOUSES) {
    const entries = await store.entriesOfHouse(house);
    all.push(entries.map(({ at: _at, ...entry }) => entry));
    for (const month of ['2026-01', '2026-02']) all.push(await store.billsOf(house, month as Month));
  }
  return all;
};
