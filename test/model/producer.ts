import { readFactsFolder } from '../../src/exchange/facts-folder';
import type { Month } from '../../src/kernel/calendar';
import type { Problem } from '../../src/kernel/problem';
import type { Result } from '../../src/kernel/result';
import { assembleHouses } from '../../src/model/assemble';
import type { AnyProblemCode } from '../../src/model/problem-text-codes';
import { billHouse } from '../../src/recalculation/bill-house';

/** How a code comes about: the smallest input, told and run. To cover a code, add an entry and take the code off {@link WITHOUT_PRODUCER}. */
export interface Producer {
  readonly code: AnyProblemCode;
  /** The input as a reader of docs/errors.md would write it. */
  readonly input: string;
  readonly make: () => Problem<AnyProblemCode> | Promise<Problem<AnyProblemCode>>;
}

/** The problem of a code among those of a result. */
export const problemOf = <E extends Problem>(result: Result<unknown, E | readonly E[]>, code: string): E => {
  if (result.ok) throw new Error(`${code}: the input was accepted`);
  const problems = Array.isArray(result.error) ? (result.error as readonly E[]) : [result.error as E];
  const found = problems.find((problem) => problem.code === code);
  if (found === undefined) throw new Error(`${code}: found ${problems.map((problem) => problem.code).join(', ')}`);
  return found;
};

/** Bill a month of a house by a file, on top of files that are right. */
export const billed = (code: AnyProblemCode, text: string, base: readonly string[], month: string): Producer => ({
  code,
  input: `house.yaml\n${text}`.trimEnd(),
  make: () => {
    const folder = readFactsFolder([
      { path: 'house.yaml', text },
      ...base.map((own, index) => ({ path: `base-${index}.yaml`, text: own })),
    ]);
    if (!folder.ok) throw new Error(`${code}: ${JSON.stringify(folder.error)}`);
    const houses = assembleHouses(folder.value.records);
    const [facts] = houses.ok ? houses.value : [];
    return problemOf<Problem<AnyProblemCode>>(facts === undefined ? houses : billHouse(facts, month as Month), code);
  },
});
