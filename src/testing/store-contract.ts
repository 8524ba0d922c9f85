import type { Store } from '../ports/store';
import { chainContract } from './contract-chain';
import { closingContract } from './contract-closing';
import { factsContract } from './contract-facts';
import { hostileContract } from './contract-hostile';
import { journalContract } from './contract-journal';
import type { ContractKit, TestRunner } from './contract-kit';

/**
 * What every store must keep, as tests: a host runs them against its own implementation of {@link Store}. The names of the tests say
 * what is kept.
 *
 * @param runner the functions of the host's test runner, so that this package needs none
 * @param makeStore a store with nothing in it, made anew for each test, which closes it
 * @example storeContract({ describe, it, expect }, () => createMemoryStore());
 */
export const storeContract = ({ describe, it, expect }: TestRunner, makeStore: () => Store | Promise<Store>): void => {
  const kit: ContractKit = {
    describe,
    test: (name, body) =>
      it(name, async () => {
        const store = await makeStore();
        try {
          await body(store);
        } finally {
          await store.close();
        }
      }),
    same: (actual, expected) => expect(actual).toEqual(expected),
  };
  factsContract(kit);
  journalContract(kit);
  closingContract(kit);
  chainContract(kit);
  hostileContract(kit);
};
