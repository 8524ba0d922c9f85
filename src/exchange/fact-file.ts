import { excerpt, type KernelCode, type Problem } from '../kernel/problem';
import type { FolderCode, SchemaCode } from '../model/problem-text-codes';
import { type FieldPath, pathText } from '../model/problem-text-schema';

/** A file of a facts folder as the host read it: a path within the folder with `/`, and its text or its raw bytes. */
export interface FactFile {
  readonly path: string;
  readonly text: string | Uint8Array;
}

/** A place in a file; lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Codes a facts folder may answer with. */
export type FactFileCode = FolderCode | SchemaCode | KernelCode | 'duplicate-fact';

/** A mistake in a facts folder: always with file and line; `field` is the path of the field, `at` all of it in one text. */
export interface FactFileProblem extends Problem<FactFileCode>, Place {
  readonly at: string;
  readonly field?: string;
}

/** What a reader of facts refuses without reading it to its end. */
export interface FactFileLimits {
  /** Bytes (or characters) of a CSV file. */
  readonly csvSize: number;
  /** Bytes (or characters) of a YAML or JSON file: reading one costs much more. */
  readonly yamlSize: number;
  /** Characters of a line of CSV. */
  readonly line: number;
  /** Characters of one value of CSV. */
  readonly cell: number;
  /** Problems that are listed; more are counted. */
  readonly problems: number;
}

const MIB = 1024 * 1024;

/** The limits that hold when a host names no others. */
export const FACT_FILE_LIMITS: FactFileLimits = { csvSize: 64 * MIB, yamlSize: 16 * MIB, line: 64 * 1024, cell: 1024, problems: 200 };

/** How a file of a facts folder is read: `ignored` are documents for people and hidden files, `unknown` is refused. */
export type FactFileType = 'yaml' | 'json' | 'csv' | 'ignored' | 'unknown';

const TYPES: Readonly<Record<string, FactFileType>> = { yaml: 'yaml', yml: 'yaml', json: 'json', csv: 'csv' };
const FOR_PEOPLE: ReadonlySet<string> = new Set(['md', 'txt', 'pdf', 'jpg', 'jpeg', 'png']);

/**
 * How a file is read, by its path alone, so that a host need not open what is ignored.
 *
 * @example factFileType('дом-1/readings-2026-10.csv') //=> 'csv'
 */
export const factFileType = (path: string): FactFileType => {
  const names = path.split('/');
  if (names.some((name) => name.startsWith('.'))) return 'ignored';
  const name = names[names.length - 1] ?? '';
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  if (FOR_PEOPLE.has(extension)) return 'ignored';
  return Object.hasOwn(TYPES, extension) && name.includes('.') ? (TYPES[extension] as FactFileType) : 'unknown';
};

/** A place as compilers write it. @example placeText({ file: 'readings.csv', line: 3, column: 20 }) //=> 'readings.csv:3:20' */
export const placeText = ({ file, line, column }: Place): string => `${file}:${line}:${column}`;

/** What is wrong, before its place is known. */
export type Finding = Problem<FactFileCode>;

const shortPath = (path: FieldPath): string => pathText(path.map((part) => (typeof part === 'string' ? excerpt(part) : part)));

/** A finding with its place. */
export const problemAt = ({ code, value, facts }: Finding, { file, line, column }: Place, path: FieldPath = []): FactFileProblem => {
  const field = path.length === 0 ? {} : { field: shortPath(path) };
  return {
    code,
    at: [placeText({ file, line, column }), ...Object.values(field)].join(' '),
    file,
    line,
    column,
    ...field,
    ...(value === undefined ? {} : { value }),
    ...(facts === undefined ? {} : { facts }),
  };
};
