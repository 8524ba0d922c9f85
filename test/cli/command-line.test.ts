import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let folder = '';
let program = '';

const HOUSE = `
houses: [{ id: h, address: 'ул. Проверочная, 1', region: test }]
providers: [{ id: p, name: Исполнитель }]
tariffs:
  - { id: t, code: cw, title: Вода, unit: RUB/m3, reviewedThrough: 2026-12-31, entries: [{ from: 2020-01-01, value: 50.93, act: Приказ }] }
normatives:
  - { id: n, code: n, title: Норматив, unit: m3/person-month, reviewedThrough: 2026-12-31, entries: [{ from: 2020-01-01, value: 4.745, act: Приказ }] }
services: [{ id: s, house: h, service: coldWater, provider: p, from: 2020-01-01, tariff: cw, normative: n, meterDuty: false }]
premises: [{ id: f, house: h, number: '1', type: dwelling, areas: [{ from: 2020-01-01, value: 54.3 }] }]
accounts: [{ id: a, number: '590001', aliases: ['old-1'], premises: f, from: 2020-01-01 }]
`;
const RESIDENTS = 'id;premises;person;from\nr1;f;x;2020-01-01\nr2;f;y;2020-01-01\n';
const CASES = (expected: string): string => `
cases:
  - { id: one, title: Норматив, law: 'ПП № 354', by: 2 × 4.745, formula: water.volumeByNormative, on: 2026-03-01, inputs: { N: 4.745, n: 62, D: 31 }, expect: ${expected} }
`;

const saldo = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { cwd: folder, encoding: 'utf8' });
  return { status, stdout, stderr };
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'saldo-cli-'));
  program = join(folder, 'saldo.mjs');
  buildSync({
    entryPoints: ['src/cli/index.ts'],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['@electric-sql/pglite'],
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'error',
  });
  mkdirSync(join(folder, 'facts'));
  writeFileSync(join(folder, 'facts', 'house.yaml'), HOUSE);
  writeFileSync(join(folder, 'facts', 'residents.csv'), RESIDENTS);
  mkdirSync(join(folder, 'broken'));
  writeFileSync(join(folder, 'broken', 'residents.csv'), RESIDENTS.replace('2020-01-01', '2020-02-30'));
  for (const [name, expected] of [
    ['right', '9.49'],
    ['wrong', '9.5'],
  ] as const) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'cases.yaml'), CASES(expected));
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('saldo on the command line', () => {
  it('bills a folder of facts and says what came of it: 2 × 4,745 × 50,93 = 483,33', () => {
    const { status, stdout } = saldo('bill', 'facts', '--month', '2026-03');
    expect(stdout).toContain('483.33');
    expect(status).toBe(0);
  });

  it('answers in JSON, and writes the bills whole', () => {
    const { status, stdout } = saldo('bill', 'facts', '--month', '2026-03', '--json', '--out', 'bills');
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, houses: [{ house: 'h', total: '483.33' }] });
    expect(JSON.parse(readFileSync(join(folder, 'bills', 'bills-h-2026-03.json'), 'utf8'))).toMatchObject([
      { account: '590001', total: 48333 },
    ]);
    expect(status).toBe(0);
  });

  it('explains an account by any of its numbers', () => {
    const { status, stdout } = saldo('explain', 'old-1', '--month', '2026-03', '--facts', 'facts', '--service', 'coldWater');
    expect(stdout).toContain('V = N × n / D = 4,745 × 62 / 31');
    expect(status).toBe(0);
  });

  it('tells a mistake in the facts with its file, line and field, and exits with 1', () => {
    const { status, stderr, stdout } = saldo('bill', 'broken', '--month', '2026-03');
    expect(stderr).toContain('residents.csv:2:');
    expect(stderr).toContain('day-not-in-calendar');
    expect(stdout).toBe('');
    expect(status).toBe(1);
  });

  it.each([
    ['right', 0, '1 passed, 0 failed'],
    ['wrong', 1, '0 passed, 1 failed'],
  ] as const)('verifies the %s cases', (name, code, closing) => {
    const { status, stdout } = saldo('verify', name);
    expect(stdout.trimEnd().endsWith(closing)).toBe(true);
    expect(status).toBe(code);
  });

  it.each([
    [['--help'], 0],
    [['bill', '--help'], 0],
    [[], 2],
    [['unknown'], 2],
    [['bill', 'facts'], 2],
    [['bill', 'facts', '--month', '2026-13'], 2],
    [['bill', 'nowhere', '--month', '2026-03'], 2],
    [['bill', 'facts', '--month', '2026-03', '--service', 'coldWater'], 2],
    [['bill', 'facts', '--month', '2026-03', '--nonsense'], 2],
    [['explain', 'nobody', '--month', '2026-03', '--facts', 'facts'], 1],
    [['explain', '590001', '--month', '2026-03', '--facts', 'facts', '--service', 'heat'], 2],
  ] as const)('answers %j with exit code %i', (args, code) => {
    expect(saldo(...args).status).toBe(code);
  });

  it('speaks English when asked', () => {
    expect(saldo('--help', '--lang', 'en').stdout).toContain('Exit codes');
    expect(saldo('bill', 'broken', '--month', '2026-03', '--lang', 'en').stderr).toContain('What to do');
  });
});
