import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';

type Targets = { readonly types: string; readonly default: string };

/** What of our package.json the tests look at. */
export interface Manifest {
  readonly bin: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | { readonly import: Targets; readonly require: Targets }>>;
}

export const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;

/** The entry points by the name that a host imports: `saldo`, `saldo/postgres` … */
export const ENTRIES: readonly string[] = Object.keys(manifest.exports)
  .filter((path) => path !== './package.json')
  .map((path) => `saldo${path.slice(1)}`);

/** A host's folder that has the packed package and its three runtime packages, and nothing else. */
export interface Consumer {
  readonly folder: string;
  /** Our package as it was unpacked there. */
  readonly installed: string;
  readonly files: readonly string[];
  run(code: string, node?: string): unknown;
}

const windows = process.platform === 'win32';

/** Build the package in a folder beside the tree, pack it with npm and unpack it where a host would have it. */
export const makeConsumer = (root: string): Consumer => {
  const stage = join(root, 'stage');
  mkdirSync(stage);
  for (const name of ['package.json', 'README.md', 'LICENSE', 'CHANGELOG.md', 'docs'])
    if (existsSync(name)) cpSync(name, join(stage, name), { recursive: true });
  execFileSync(process.execPath, ['node_modules/tsup/dist/cli-default.js', '--silent', '--out-dir', join(stage, 'dist')], {
    stdio: 'pipe',
  });
  execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', root], { cwd: stage, shell: windows, stdio: 'pipe' });
  const archive = readdirSync(root).find((name) => name.endsWith('.tgz')) ?? '';

  const folder = join(root, 'host');
  const installed = join(folder, 'node_modules', 'saldo');
  mkdirSync(installed, { recursive: true });
  execFileSync('tar', ['-xzf', archive, '--strip-components=1', '-C', join('host', 'node_modules', 'saldo')], { cwd: root });
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  for (const name of Object.keys(manifest.dependencies)) link(name, folder);

  const files = readdirSync(installed, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
  const run = (code: string, node = process.execPath): unknown => {
    // From a file: what stands in `--eval` has no folder of its own to resolve a package from.
    const script = join(folder, 'script.mjs');
    writeFileSync(script, code);
    return JSON.parse(execFileSync(node, [script], { cwd: folder, encoding: 'utf8' }));
  };
  return { folder, installed, files, run };
};

const link = (name: string, folder: string): void => {
  const path = join(folder, 'node_modules', name);
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(resolve('node_modules', name), path, 'junction');
};
