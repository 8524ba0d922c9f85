import { type FactsFolder, located, readFactsFolder } from '../../exchange';
import type { Problem } from '../../kernel/problem';
import { err, ok, type Result } from '../../kernel/result';
import { assembleHouses } from '../../model/assemble';
import type { HouseFacts } from '../../model/facts';
import type { AnyProblemCode } from '../../model/problem-text-codes';
import { factFiles } from '../files';

/** The houses of a facts folder, in order of ids, with the folder they came from. */
export interface FolderHouses {
  readonly houses: readonly HouseFacts[];
  readonly folder: FactsFolder;
}

/** Read and assemble a facts folder: everything, or every problem with its file and line. */
export const readHouses = (path: string): Result<FolderHouses, readonly Problem<AnyProblemCode>[]> => {
  const folder = readFactsFolder(factFiles(path));
  if (!folder.ok) return folder;
  const houses = assembleHouses(folder.value.records);
  return houses.ok
    ? ok({ houses: houses.value, folder: folder.value })
    : err(houses.error.map((problem) => located(problem, folder.value.places)));
};
