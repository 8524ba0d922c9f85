import { execFileSync } from 'node:child_process';
import { chmodSync, closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of the test's own that can be filled. */
export interface SmallDisk {
  readonly place: string;
  /** Write until there is no room for anything more. */
  fill(): void;
  empty(): void;
  remove(): void;
}

/** A tmpfs of so many megabytes; `null` where nothing can be mounted. */
export const smallDisk = (megabytes: number): SmallDisk | null => {
  const place = mkdtempSync(join(tmpdir(), 'saldo-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', place], { stdio: 'pipe' });
  } catch {
    rmSync(place, { recursive: true });
    return null;
  }
  chmodSync(place, 0o755);
  const ballast = join(place, 'ballast');
  const remove = (): void => {
    process.removeListener('exit', remove);
    execFileSync('umount', ['-l', place], { stdio: 'pipe' });
    rmSync(place, { recursive: true });
  };
  process.once('exit', remove);
  return {
    place,
    fill: () => {
      const file = openSync(ballast, 'a');
      try {
        for (let size = 8 << 20; size >= 4096; size >>= 1) write(file, Buffer.alloc(size));
      } finally {
        closeSync(file);
      }
    },
    empty: () => rmSync(ballast, { force: true }),
    remove,
  };
};

/** Write a block again and again until it does not fit. */
const write = (file: number, block: Buffer): void => {
  try {
    while (writeSync(file, block) === block.length);
  } catch {
    // No room left.
  }
};
