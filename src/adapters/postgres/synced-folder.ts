import { closeSync, fsyncSync, openSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { PGlite, PGliteOptions } from '@electric-sql/pglite';

/** As much of the engine's file system as we touch. */
interface MountedFolder {
  readonly stream_ops: Record<string, unknown>;
  realPath(node: unknown): string;
}
interface OpenFile {
  readonly nfd?: number;
  readonly node: unknown;
}

/**
 * Options that make PGlite reach the disk. As it comes, it runs with `fsync` off and its file system ignores what the server asks to be
 * flushed, so that a commit outlives the process but not a power cut. Here a flush is one of the operating system, and `fsync` is on.
 */
export const syncedFolder = async (database: typeof PGlite, folder: string): Promise<Pick<PGliteOptions, 'fs' | 'startParams'>> => {
  const { NodeFS } = await import('@electric-sql/pglite/nodefs');
  class SyncedFolder extends NodeFS {
    override async init(...args: Parameters<InstanceType<typeof NodeFS>['init']>): ReturnType<InstanceType<typeof NodeFS>['init']> {
      const { emscriptenOpts } = await super.init(...args);
      const flushing = (engine: unknown): void => {
        const mounted = (engine as { readonly NODEFS: MountedFolder }).NODEFS;
        mounted.stream_ops['fsync'] = (file: OpenFile) => flush(file, mounted);
      };
      return { emscriptenOpts: { ...emscriptenOpts, preRun: [...[emscriptenOpts.preRun ?? []].flat(), flushing] } };
    }
  }
  // `fdatasync` never leaves the engine; `fsync` does.
  const startParams = [...database.defaultStartParams.filter((param) => param !== '-F'), '-c', 'wal_sync_method=fsync'];
  return { fs: new SyncedFolder(folder), startParams };
};

const flush = ({ nfd, node }: OpenFile, mounted: MountedFolder): number => {
  if (nfd !== undefined) {
    fsyncSync(nfd);
    return 0;
  }
  syncPath(mounted.realPath(node));
  return 0;
};

/** Flush a file or a directory by its path; Windows can do neither. */
const syncPath = (path: string): void => {
  if (process.platform === 'win32') return;
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
};

/** Flush a folder: itself alone, or with everything in it. */
export const syncTree = async (folder: string, what: 'itself' | 'everything' = 'everything'): Promise<void> => {
  const inside = what === 'itself' ? [] : await readdir(folder, { recursive: true });
  for (const path of [...inside.map((name) => join(folder, name)), folder]) syncPath(path);
};
