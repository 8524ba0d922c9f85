import { excerpt } from '../kernel/problem';
import { err, ok, type Result } from '../kernel/result';
import type { FactRecord } from '../model/records';
import { readCsvFile } from './csv-file';
import { decodeUtf8 } from './decode-utf8';
import { recordOf, type Sink } from './draft';
import {
  FACT_FILE_LIMITS,
  type FactFile,
  type FactFileLimits,
  type FactFileProblem,
  type FactFileType,
  factFileType,
  type Place,
  placeText,
  problemAt,
} from './fact-file';
import { GROUPS } from './groups';
import { byPlace, byText, Problems } from './problem-list';
import { readYamlFile } from './yaml-file';

/** The facts of a folder, and where each of them stands. */
export interface FactsFolder {
  /** Sorted by kind, then id: the order of files and rows never shows. */
  readonly records: readonly FactRecord[];
  /** Place of each fact by its id. */
  readonly places: ReadonlyMap<string, Place>;
}

/**
 * Read a folder of facts («папка с фактами», docs/guide/facts-folder.md). Pure: the host reads the disk, {@link factFileType} tells it
 * which files are worth opening.
 *
 * @param files the files in any order; an iterable that opens one file at a time keeps memory small
 * @param limits see {@link FACT_FILE_LIMITS}
 * @returns every fact, or every problem with its file, line and field in the order of the files (the first 200, then their number):
 * one mistake and nothing is taken
 * @example readFactsFolder([{ path: 'readings.csv', text: 'id;meter;takenOn;value\nr-1;m-1;2026-10-23;12,5\n' }])
 * //=> { ok: false, error: [{ code: 'number-format', file: 'readings.csv', line: 2, column: 20, field: 'value', value: '12,5', … }] }
 */
export const readFactsFolder = (
  files: Iterable<FactFile>,
  limits: Partial<FactFileLimits> = {},
): Result<FactsFolder, readonly FactFileProblem[]> => {
  const bounds = { ...FACT_FILE_LIMITS, ...limits };
  const problems = new Problems(bounds.problems);
  const found: Found[] = [];
  for (const file of files) readFile(file, bounds, problems, found);
  found.sort((a, b) => byPlace(a.place, b.place));
  const places = placesOf(found, problems);
  if (problems.count === 0 && found.length === 0) problems.add(problemAt({ code: 'folder-empty' }, { file: '.', line: 1, column: 1 }));
  return problems.count > 0 ? err(problems.listed()) : ok({ records: inOrder(found), places });
};

interface Found {
  readonly record: FactRecord;
  readonly place: Place;
}

const readFile = ({ path, text }: FactFile, limits: FactFileLimits, problems: Problems, found: Found[]): void => {
  problems.nextFile();
  const type = factFileType(path);
  const start = { file: path, line: 1, column: 1 };
  if (type === 'ignored') return;
  if (type === 'unknown') return problems.add(problemAt({ code: 'file-type-unknown', value: excerpt(path) }, start));
  const most = type === 'csv' ? limits.csvSize : limits.yamlSize;
  if (text.length > most)
    return problems.add(problemAt({ code: 'file-too-large', facts: { size: String(text.length), most: String(most) } }, start));
  const decoded = typeof text === 'string' ? ok(text) : decodeUtf8(text);
  if (!decoded.ok) return problems.add(problemAt(decoded.error, { file: path, line: decoded.error.line, column: decoded.error.column }));
  readText(path, type, decoded.value.replace(/^\ufeff/, ''), limits, sinkInto(problems, found));
};

const sinkInto = (problems: Problems, found: Found[]): Sink => ({
  problem: (problem) => problems.add(problem),
  draft: (draft) => {
    const record = recordOf(draft, (problem) => problems.add(problem));
    if (record !== undefined) found.push({ record, place: draft.place });
  },
});

const readText = (path: string, type: FactFileType, text: string, limits: FactFileLimits, sink: Sink): void => {
  if (text.trim() === '') sink.problem(problemAt({ code: 'file-empty' }, { file: path, line: 1, column: 1 }));
  else if (type === 'csv') readCsvFile(path, text, limits, sink);
  else readYamlFile(path, text, type === 'json' ? 'JSON' : 'YAML', sink);
};

/** The place of each id; an id that is there twice is told where it is there again. */
const placesOf = (found: readonly Found[], problems: Problems): ReadonlyMap<string, Place> => {
  const places = new Map<string, Place>();
  problems.nextFile();
  for (const { record, place } of found) {
    const first = places.get(record.id);
    if (first === undefined) places.set(record.id, place);
    else problems.add(problemAt({ code: 'duplicate-fact', value: record.id, facts: { first: placeText(first) } }, place, ['id']));
  }
  return places;
};

const KIND_ORDER = new Map(GROUPS.map(({ kind }, index) => [kind, index]));

const inOrder = (found: readonly Found[]): readonly FactRecord[] =>
  found.map(({ record }) => record).sort((a, b) => (KIND_ORDER.get(a.kind) ?? 0) - (KIND_ORDER.get(b.kind) ?? 0) || byText(a.id, b.id));
