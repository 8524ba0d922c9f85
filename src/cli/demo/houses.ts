import { type FactRecord, factRecord } from '../../model/records';
import type { Draft } from './draft';
import { providers } from './house-terms';
import { MOSCOW_12, MOSCOW_60, moscow12, moscow60 } from './houses-moscow';
import { CHERNUSHKA, chernushka12, PERM, perm60 } from './houses-perm';
import { normatives } from './normatives';
import { openingSaldo } from './opening';
import { chernushkaTariffs, moscowTariffs, permTariffs } from './tariffs';

/** The facts of a house, and of all houses. */
export interface DemoFacts {
  /** Providers, tariffs, normatives: facts of no house. */
  readonly shared: readonly FactRecord[];
  readonly houses: ReadonlyMap<string, readonly FactRecord[]>;
}

const parsed = (drafts: readonly Draft[]): readonly FactRecord[] => drafts.map((draft) => factRecord.parse(draft));

/** The facts of the demo, those of each house apart. */
export const demoFacts = (): DemoFacts => ({
  shared: parsed([...providers(), ...moscowTariffs(), ...permTariffs(), ...chernushkaTariffs(), ...normatives()]),
  houses: new Map([
    [MOSCOW_60.id, parsed([...moscow60(), ...openingSaldo(MOSCOW_60.accounts)])],
    [MOSCOW_12.id, parsed([...moscow12(), ...openingSaldo(MOSCOW_12.accounts)])],
    [PERM.id, parsed([...perm60(), ...openingSaldo(PERM.accounts)])],
    [CHERNUSHKA.id, parsed([...chernushka12(), ...openingSaldo(CHERNUSHKA.accounts)])],
  ]),
});

/**
 * Every fact of the demo: four houses in three cities at their real tariffs and normatives, with sources; people, meters and readings are
 * made up. Each fact says when it became known, so that a month sees what was known in it. The same facts every time.
 */
export const demoRecords = (): readonly FactRecord[] => {
  const { shared, houses } = demoFacts();
  return [...shared, ...[...houses.values()].flat()];
};
