import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, statSync, writeSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { FACT_FILE_LIMITS, type FactFile, factFileType } from '../exchange';

const HEAD = 4096;

/** Paths of all files under a folder, sorted, with `/` between names. */
export const filesUnder = (folder: string): readonly string[] => {
  const found: string[] = [];
  const walk = (path: string): void => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const full = join(path, entry.name);
      if (entry.isDirectory()) walk(full);
      else if (entry.isFile()) found.push(relative(folder, full).split(sep).join('/'));
    }
  };
  walk(folder);
  return found.sort();
};

/** Files of a facts folder, one opened at a time; those for people stay closed, those over the limit are handed on as they begin. */
export function* factFiles(folder: string): IterableIterator<FactFile> {
  for (const path of filesUnder(folder)) {
    if (factFileType(path) === 'ignored') continue;
    const full = join(folder, path);
    const most = Math.max(FACT_FILE_LIMITS.csvSize, FACT_FILE_LIMITS.yamlSize);
    yield { path, text: statSync(full).size > most + HEAD ? readFileSync(full).subarray(0, most + HEAD) : readFileSync(full) };
  }
}

/** Is it a folder that exists? */
export const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();

/** Is it the folder itself, or inside it? */
export const isWithin = (folder: string, path: string): boolean => {
  const way = relative(resolve(folder), resolve(path));
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way));
};

/** Is it a file that exists? */
export const isFile = (path: string): boolean => existsSync(path) && statSync(path).isFile();

/** An id as a part of a file name; two ids never give one name. */
export const nameOf = (id: string): string => id.replace(/[^\p{L}\p{N}._-]/gu, (sign) => `%${(sign.codePointAt(0) ?? 0).toString(16)}%`);

/** A file that could not be written: the place is wrong, full or closed, the program is not. */
export class Unwritable extends Error {
  constructor(
    readonly path: string,
    override readonly cause: Error,
  ) {
    super(cause.message);
  }
}

/**
 * Write a file whole or not at all: beside it first, then renamed into place. The same content is not written again.
 *
 * Throws {@link Unwritable} when the place takes no file.
 */
export const writeWhole = (path: string, text: string): void => {
  try {
    write(path, text);
  } catch (error) {
    throw error instanceof Error && 'code' in error ? new Unwritable(path, error) : error;
  }
};

const write = (path: string, text: string): void => {
  mkdirSync(dirname(path), { recursive: true });
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  const beside = `${path}.part`;
  const file = openSync(beside, 'w');
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(beside, path);
};
