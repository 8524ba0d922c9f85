import { type FactsFolder, located, readFactsFolder } from '../../exchange';
import type { Problem } from '../../kernel/problem';
import { err, ok, type Result } from '../../kernel/result';
import { assembleHouses } from '../../model/assemble';
import type { HouseFacts } from '../../model/facts';
import type { AnyProblemCode } from '../../model/problem-text-codes';
import { factFiles } from '../files';
import { EXIT, type Terminal } from '../terminal';

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

/** The number that an account goes by in a house, from any of its numbers; `undefined` when it is not there. */
export const accountIn = (facts: HouseFacts, name: string): string | undefined =>
  facts.premises.flatMap(({ accounts }) => accounts).find(({ number, aliases }) => number === name || aliases.includes(name))?.number;

/** Tell that no house has the account. */
export const accountUnknown = (account: string, terminal: Terminal): number => {
  terminal.answer({ ok: false, problems: [{ code: 'account-unknown', value: account }] });
  terminal.complain(terminal.words.noAccount(account));
  return EXIT.problems;
};
