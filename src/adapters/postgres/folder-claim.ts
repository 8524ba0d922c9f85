import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { giveLifeSign, isSilent } from './life-sign';
import { hasEnded, kinship, type ProcessIdentity, thisProcess } from './process-identity';

/** A claim on a folder, as its file says it. */
export interface Claim {
  readonly path: string;
  /** `null` when the file cannot be read. */
  readonly owner: (ProcessIdentity & { readonly sign: boolean }) | null;
}

/** Our own claim, until it is withdrawn. */
export interface OwnClaim {
  readonly path: string;
  withdraw(): Promise<void>;
}

const signOf = (path: string): string => path.replace(/\.json$/, '.sock');

/** Write a claim under a name that was never used: it appears whole or not at all, and outlives a power cut. */
export const writeClaim = async (folder: string): Promise<OwnClaim> => {
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${process.pid}-${randomUUID().slice(0, 8)}.json`);
  const sign = await giveLifeSign(signOf(path));
  const draft = `${path}.new`;
  const file = await open(draft, 'wx');
  try {
    await file.writeFile(JSON.stringify({ ...thisProcess(), sign: sign !== null }));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
  const withdraw = async (): Promise<void> => {
    await rm(path, { force: true });
    await sign?.end();
  };
  return { path, withdraw };
};

/** Everybody else's claims. */
export const otherClaims = async (folder: string, own: OwnClaim): Promise<readonly Claim[]> => {
  const claims: Claim[] = [];
  for (const name of (await readdir(folder)).filter((one) => one.endsWith('.json'))) {
    const path = join(folder, name);
    const owner = path === own.path ? 'withdrawn' : await ownerOf(path);
    if (owner !== 'withdrawn') claims.push({ path, owner });
  }
  return claims;
};

const ownerOf = async (path: string): Promise<Claim['owner'] | 'withdrawn'> => {
  try {
    const told = JSON.parse(await readFile(path, 'utf8')) as Partial<NonNullable<Claim['owner']>> | null;
    const { pid, host, boot = null, space = null, started = null, sign = false } = told ?? {};
    if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid <= 0 || typeof host !== 'string') return null;
    return { pid, host, boot, space, started, sign };
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'withdrawn' : null;
  }
};

/**
 * Is the owner of a claim surely dead? Whoever is not surely dead is not robbed: a process of another machine, a claim that cannot be read.
 *
 * In our own space of process numbers the number and the start decide; in another container of this kernel, the sign of life; a claim of
 * another boot is dead when its file system is of this machine, for no two kernels have such a one in use at a time.
 */
export const isDead = async ({ path, owner }: Claim): Promise<boolean> => {
  if (owner === null) return false;
  switch (kinship(owner, thisProcess())) {
    case 'same-space':
      return hasEnded(owner);
    case 'same-kernel':
      return owner.sign && (await isSilent(signOf(path)));
    case 'other-boot':
      return isLocal(path);
    case 'unknown':
      return false;
  }
};

/** Clear a dead claim away. Its name is never used again, so this cannot hit a living one. */
export const clearClaim = async ({ path }: Claim): Promise<void> => {
  await rm(path, { force: true });
  await rm(signOf(path), { force: true });
};

/** File systems of Linux that are one machine's: ext2 to ext4, XFS, Btrfs, tmpfs, overlay, ZFS, F2FS. */
const LOCAL = [0xef53, 0x58465342, 0x9123683e, 0x01021994, 0x794c7630, 0x2fc12fc1, 0xf2f52010];

const isLocal = async (path: string): Promise<boolean> => {
  const { type } = await statfs(dirname(path));
  return LOCAL.includes(type >>> 0);
};
