import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { lockFolder } from '../../src/adapters/postgres/folder-lock';
import { openPgliteStore } from '../../src/adapters/postgres/pglite';
import { thisProcess } from '../../src/adapters/postgres/process-identity';
import { must } from '../../src/kernel/result';
import { emptyDatabase } from '../contract/empty-database';
import { buildFolderUser, FolderUser } from './folder-users';

let root: string;
let folder: string;
let users: FolderUser[] = [];

beforeAll(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'saldo-lock-')));
  await buildFolderUser();
});

beforeEach(() => {
  folder = mkdtempSync(join(root, 'data-'));
});

afterEach(async () => {
  await Promise.all(users.map((user) => user.kill()));
  users = [];
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Another process that has the folder. */
const holder = async (task = 'lock'): Promise<FolderUser> => {
  const user = new FolderUser(folder, task);
  users.push(user);
  await user.until((said) => said.open !== undefined);
  return user;
};

const claims = (): string[] =>
  readdirSync(join(folder, 'lock'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(folder, 'lock', name));

/** Change what the one claim on the folder says. */
const retell = (changes: Record<string, unknown>): void => {
  const [path = ''] = claims();
  writeFileSync(path, JSON.stringify({ ...(JSON.parse(readFileSync(path, 'utf8')) as object), ...changes }));
};

/** A claim that somebody left; what is not told is as of this process. */
const leaveClaim = (changes: Record<string, unknown>): string => {
  mkdirSync(join(folder, 'lock'));
  const path = join(folder, 'lock', 'left.json');
  writeFileSync(path, JSON.stringify({ ...thisProcess(), sign: false, ...changes }));
  return path;
};

/** Is the folder to be had? It is given back at once. */
const free = async (): Promise<boolean> => {
  const lock = await lockFolder(folder);
  if (lock.ok) await lock.value.release();
  return lock.ok;
};

describe('a folder in use', () => {
  it('is refused to a second process within a second, and the first is named', async () => {
    await must(await openPgliteStore(folder, { beginWith: await emptyDatabase() })).close();
    const first = await holder('hold');
    const begin = performance.now();
    const second = await openPgliteStore(folder);
    expect(performance.now() - begin).toBeLessThan(1000);
    const facts = { pid: String(first.process.pid), host: hostname(), lock: claims()[0] };
    expect(second).toEqual({ ok: false, error: { code: 'store-in-use', value: folder, facts } });
    expect(await first.end()).toBe(0);
    expect(readdirSync(join(folder, 'lock'))).toEqual([]);
  });

  it('is refused to the same process as well, by whatever path, until it is closed', async () => {
    const store = must(await openPgliteStore(folder, { beginWith: await emptyDatabase() }));
    const link = `${folder}-another-way`;
    symlinkSync(folder, link);
    for (const path of [folder, `${folder}/`, link]) {
      expect(await openPgliteStore(path)).toMatchObject({
        ok: false,
        error: { code: 'store-in-use', facts: { pid: String(process.pid) } },
      });
    }
    await store.close();
    expect(await free()).toBe(true);
  });

  it('is not taken from an owner that lives but is silent', async () => {
    const first = await holder();
    first.process.kill('SIGSTOP');
    expect(await free()).toBe(false);
    first.process.kill('SIGCONT');
    expect(await first.end()).toBe(0);
    expect(await free()).toBe(true);
  });

  it('goes to one at most of several that want it at the same moment', async () => {
    users = [1, 2, 3, 4].map(() => new FolderUser(folder, 'lock'));
    const said = await Promise.all(users.map((user) => user.until((one) => one.open !== undefined || one.refused !== undefined)));
    expect(said.filter((one) => one?.open !== undefined).length).toBeLessThanOrEqual(1);
    expect(said.filter((one) => one?.refused?.code === 'store-in-use').length).toBeGreaterThanOrEqual(3);
  });

  it('goes to one at most of many that want it at the same moment in one process', async () => {
    const locks = await Promise.all(Array.from({ length: 12 }, () => lockFolder(folder)));
    expect(locks.filter((lock) => lock.ok).length).toBeLessThanOrEqual(1);
  });
});

describe('a folder whose owner is gone', () => {
  it('is taken over from a killed process, and its claim is cleared away', async () => {
    await (await holder()).kill();
    expect(claims().length).toBe(1);
    expect(await free()).toBe(true);
    expect(readdirSync(join(folder, 'lock'))).toEqual([]);
  });

  it.runIf(process.platform === 'linux')('is taken over when the number of its owner has gone to another process', async () => {
    leaveClaim({ started: '1' });
    expect(await free()).toBe(true);
  });

  it.runIf(process.platform === 'linux')('is taken over after a restart of the machine', async () => {
    leaveClaim({ boot: 'another boot' });
    expect(await free()).toBe(true);
  });

  it.runIf(process.platform === 'linux')('is taken over from another container when its sign of life has gone out', async () => {
    await (await holder()).kill();
    retell({ space: 'of a container', host: 'container' });
    expect(await free()).toBe(true);
    expect(readdirSync(join(folder, 'lock'))).toEqual([]);
  });
});

describe('a folder whose owner cannot be judged', () => {
  it.runIf(process.platform === 'linux')(
    'is not taken from another container that gives its sign of life, even when it is silent',
    async () => {
      const first = await holder();
      retell({ space: 'of a container' });
      first.process.kill('SIGSTOP');
      expect(await free()).toBe(false);
      first.process.kill('SIGCONT');
      expect(await first.end()).toBe(0);
    },
  );

  it.each([
    ['another machine', { host: 'elsewhere', boot: null }],
    ['another container without a sign of life', { space: 'of a container' }],
    ['a claim without a process', { pid: 'x' }],
  ])('is refused, and the file to delete is named: %s', async (_, changes) => {
    const lock = leaveClaim(changes);
    expect(await lockFolder(folder)).toMatchObject({ ok: false, error: { code: 'store-in-use', facts: { lock } } });
    rmSync(lock);
    expect(await free()).toBe(true);
  });
});

describe('a folder that does not open', () => {
  it('because its place is a file, is told as a problem', async () => {
    const file = join(root, 'a-file');
    writeFileSync(file, '');
    expect(await openPgliteStore(file)).toMatchObject({ ok: false, error: { code: 'store-unavailable', value: file } });
  });

  it('because its database is broken, is told as a problem and not held', async () => {
    mkdirSync(join(folder, 'database'));
    writeFileSync(join(folder, 'database', 'PG_VERSION'), '18\n');
    for (const _ of [1, 2]) expect(await openPgliteStore(folder)).toMatchObject({ ok: false, error: { code: 'store-unavailable' } });
    expect(readdirSync(join(folder, 'lock'))).toEqual([]);
  });

  it('because the optional package is not installed, says which', async () => {
    vi.doMock('@electric-sql/pglite', () => {
      throw new Error("Cannot find package '@electric-sql/pglite'");
    });
    const opened = await openPgliteStore(folder);
    vi.doUnmock('@electric-sql/pglite');
    expect(opened).toMatchObject({ ok: false, error: { code: 'pglite-missing', facts: { package: '@electric-sql/pglite' } } });
  });
});
