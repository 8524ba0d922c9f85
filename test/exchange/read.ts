import type { FactFile, FactFileLimits, FactFileProblem } from '../../src/exchange/fact-file';
import { type FactsFolder, readFactsFolder } from '../../src/exchange/facts-folder';

/** The facts of a folder that must be right. */
export const read = (files: Iterable<FactFile>, limits?: Partial<FactFileLimits>): FactsFolder => {
  const result = readFactsFolder(files, limits);
  if (!result.ok) throw new Error(result.error.map(({ at, code, value }) => `${at} ${code} ${value ?? ''}`).join('\n'));
  return result.value;
};

/** The mistakes of a folder that must be wrong. */
export const refused = (files: Iterable<FactFile>, limits?: Partial<FactFileLimits>): readonly FactFileProblem[] => {
  const result = readFactsFolder(files, limits);
  if (result.ok) throw new Error(`accepted: ${JSON.stringify(result.value.records)}`);
  return result.error;
};

/** Place, field and code of each mistake, as one line each. */
export const mistakes = (files: Iterable<FactFile>, limits?: Partial<FactFileLimits>): readonly string[] =>
  refused(files, limits).map(({ at, code }) => `${at} ${code}`);

/** One YAML file. */
export const yaml = (text: string, path = 'house.yaml'): readonly FactFile[] => [{ path, text }];

/** One CSV file of readings. */
export const readings = (...rows: readonly string[]): readonly FactFile[] => [
  { path: 'readings.csv', text: ['id;meter;takenOn;value', ...rows, ''].join('\n') },
];
