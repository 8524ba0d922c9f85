import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import vm from 'node:vm';
import { buildSync } from 'esbuild';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Consumer, ENTRIES, makeConsumer, manifest } from './consumer';
import { type Surface, surfaces } from './surface';

/** The machine's Node, and those that CI installs beside it. */
const NODES = [process.execPath, ...(process.env['SALDO_NODES'] ?? '').split(':').filter((path) => path !== '')];

const root = mkdtempSync(join(tmpdir(), 'saldo-package-'));
let consumer: Consumer;
let surface: Readonly<Record<string, Surface>>;

beforeAll(() => {
  consumer = makeConsumer(root);
  surface = surfaces();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const namesByImport = `
const names = {};
for (const entry of ${JSON.stringify(ENTRIES)}) names[entry] = Object.keys(await import(entry)).sort();
console.log(JSON.stringify(names));`;

const namesByRequire = `
import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
const names = {};
for (const entry of ${JSON.stringify(ENTRIES)}) names[entry] = Object.keys(require(entry)).sort();
console.log(JSON.stringify(names));`;

const textOf = (file: string): string => readFileSync(join(consumer.installed, file), 'utf8');
const filesThat = (pattern: RegExp): readonly string[] => consumer.files.filter((file) => pattern.test(file));

const importsOf = (file: string): readonly string[] =>
  ts
    .preProcessFile(textOf(file), true, true)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((name) => !name.startsWith('.'));

/** The files that an entry loads: itself and every chunk behind it. */
const reachable = (file: string, seen: Set<string> = new Set()): Set<string> => {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const { fileName } of ts.preProcessFile(textOf(file), true, true).importedFiles)
    if (fileName.startsWith('.')) reachable(join(dirname(file), fileName).replaceAll('\\', '/'), seen);
  return seen;
};

describe('the packed file', () => {
  const valueNames = (): unknown => Object.fromEntries(ENTRIES.map((entry) => [entry, surface[entry]?.values]));

  it.each(NODES)('loads by import and by require, with all names and no optional package: %s', (node) => {
    expect(consumer.run(namesByImport, node)).toEqual(valueNames());
    expect(consumer.run(namesByRequire, node)).toEqual(valueNames());
  });

  it('holds what was built and what is read, not sources and tests', () => {
    const strangers = consumer.files.filter((file) => !/^(dist|docs|package\.json$|README\.md$|LICENSE$|CHANGELOG\.md$)/.test(file));
    expect(strangers).toEqual([]);
  });

  it('has every file that package.json names', () => {
    const targets = Object.values(manifest.exports).flatMap((target) =>
      typeof target === 'string' ? [target] : [...Object.values(target.import), ...Object.values(target.require)],
    );
    const named = [...targets, ...Object.values(manifest.bin)].map((path) => path.replace('./', ''));
    expect(named.filter((path) => !consumer.files.includes(path))).toEqual([]);
    expect(named.filter((path) => /\.d\.c?ts$/.test(path))).toHaveLength(2 * ENTRIES.length);
  });

  it('starts the command line with Node', () => {
    expect(textOf('dist/cli.js')).toMatch(/^#!\/usr\/bin\/env node\n/);
  });

  it('imports the packages that a host has, in code and in types', () => {
    const own = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.peerDependencies)];
    const has = (name: string): boolean => name.startsWith('node:') || own.some((other) => name === other || name.startsWith(`${other}/`));
    const foreign = filesThat(/\.(js|cjs|d\.ts|d\.cts)$/).flatMap((file) =>
      importsOf(file)
        .filter((name) => !has(name))
        .map((name) => `${file}: ${name}`),
    );
    expect(foreign).toEqual([]);
  });

  it.each(['js', 'cjs'])('has each module of the source once (%s)', (extension) => {
    const places = new Map<string, string[]>();
    const own = new Set<string>();
    for (const entry of filesThat(new RegExp(`^dist/[a-z]+\\.${extension}$`))) for (const file of reachable(entry)) own.add(file);
    for (const file of own) {
      const { sources } = JSON.parse(textOf(`${file}.map`)) as { sources: readonly string[] };
      for (const source of sources) if (/(^|\/)src\//.test(source)) places.set(source, [...(places.get(source) ?? []), file]);
    }
    expect([...places].filter(([, files]) => files.length > 1)).toEqual([]);
    expect(places.size).toBeGreaterThan(5);
  });

  it('has a core that loads in a realm with no Node, no browser and no clock of its own', () => {
    const { outputFiles } = buildSync({
      stdin: { contents: `export * from 'saldo';`, resolveDir: consumer.folder },
      bundle: true,
      format: 'iife',
      globalName: 'saldo',
      platform: 'browser',
      write: false,
      logLevel: 'silent',
    });
    const code = outputFiles[0]?.text ?? '';
    expect(vm.runInNewContext(`${code}; Object.keys(saldo).sort().join()`, {})).toBe(surface['saldo']?.values.join());
  });

  it.each(['index', 'testing', 'exchange', 'documents'])('asks Node for nothing in %s', (entry) => {
    const builtins = ['js', 'cjs'].flatMap((extension) =>
      [...reachable(`dist/${entry}.${extension}`)].flatMap(importsOf).filter((name) => name.startsWith('node:')),
    );
    expect(builtins).toEqual([]);
  });

  it('type-checks in a host that checks libraries too, as ES module and as CommonJS', () => {
    const entries = ENTRIES.filter((entry) => entry !== 'saldo/postgres');
    const text = entries.map((entry, i) => `import * as a${i} from '${entry}';\nexport const b${i}: object = a${i};\n`).join('');
    const files = ['host.ts', 'host.cts'].map((name) => join(consumer.folder, name));
    for (const file of files) writeFileSync(file, text);
    const program = ts.createProgram(files, {
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      target: ts.ScriptTarget.ES2022,
      lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
    });
    const problems = ts
      .getPreEmitDiagnostics(program)
      .map(({ file, messageText }) => `${file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
    expect(problems).toEqual([]);
  });
});
