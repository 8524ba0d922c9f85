import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Problem } from '../../kernel/problem';
import { err, ok, type Result } from '../../kernel/result';
import { type Claim, clearClaim, isDead, type OwnClaim, otherClaims, writeClaim } from './folder-claim';

/**
 * Somebody has the folder: `value` is the folder, `pid` and `host` tell who, `lock` the file that says so. When that process is known to be gone
 * and the file is still there (another machine, another container), delete the file.
 */
export type LockProblem = Problem<'store-in-use'>;

/** A folder that is ours until it is released. */
export interface FolderLock {
  release(): Promise<void>;
}

/** How often two that start at the same moment step back before one gives up; the waits stay within half a second. */
const ATTEMPTS = 4;

/**
 * Take a folder for this process («блокировка»). Everyone who wants it writes a claim, a file with a name of its own, and only then looks for
 * others: of two at once, at least one sees the other. Whoever sees a claim of a process that is not surely dead withdraws its own and
 * gives up after some tries. A living owner is never robbed, however long it is silent: a long statement blocks its event loop,
 * so that a heartbeat would call the busiest owner dead.
 *
 * @param folder an existing folder; the claims lie in its `lock`
 */
export const lockFolder = async (folder: string): Promise<Result<FolderLock, LockProblem>> => {
  for (let left = ATTEMPTS; ; left -= 1) {
    const own = await writeClaim(join(folder, 'lock'));
    const other = await livingClaim(join(folder, 'lock'), own);
    if (other === null) return ok({ release: own.withdraw });
    await own.withdraw();
    if (left === 1) {
      const { path, owner } = other;
      return err({ code: 'store-in-use', value: folder, facts: { pid: String(owner?.pid ?? '?'), host: owner?.host ?? '?', lock: path } });
    }
    await wait(randomInt(20, 150));
  }
};

/** A claim of somebody who may be alive; claims of the dead are cleared away. */
const livingClaim = async (folder: string, own: OwnClaim): Promise<Claim | null> => {
  let living: Claim | null = null;
  for (const claim of await otherClaims(folder, own)) {
    if (await isDead(claim)) await clearClaim(claim);
    else living = claim;
  }
  return living;
};
