import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
premises:
  - { id: f, house: h, number: '1', type: dwelling, areas: [{ from: 2020-01-01, value: 54.3 }] }
  - { id: g, house: h, number: '2', type: dwelling, areas: [{ from: 2020-01-01, value: 54.3 }] }
accounts:
  - { id: a, number: '590001', aliases: ['old-1'], premises: f, from: 2020-01-01 }
  - { id: b, number: '590002', aliases: ['old-2'], premises: g, from: 2026-04-01 }
`;
const RESIDENTS = 'id;premises;person;from\nr1;f;x;2020-01-01\nr2;f;y;2020-01-01\nr3;g;z;2026-04-01\n';
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

  it('bills one account by any of its numbers: its total, its file, and not the file of the house', () => {
    const house = saldo('bill', 'facts', '--month', '2026-04', '--out', 'both');
    expect(house.stdout).toContain('bills-h-2026-04.json');
    for (const name of ['590002', 'old-2']) {
      const { status, stdout } = saldo('bill', 'facts', '--month', '2026-04', '--account', name, '--json', '--out', 'both');
      expect(JSON.parse(stdout)).toMatchObject({ ok: true, houses: [{ house: 'h', total: '241.66', bills: [{ account: '590002' }] }] });
      expect(status).toBe(0);
    }
    const written = (file: string): readonly { readonly account: string }[] => JSON.parse(readFileSync(join(folder, 'both', file), 'utf8'));
    expect(written('bills-h-2026-04.json').map(({ account }) => account)).toEqual(['590001', '590002']);
    expect(written('bills-h-2026-04@590002.json').map(({ account }) => account)).toEqual(['590002']);
    expect(readdirSync(join(folder, 'both'))).toHaveLength(2);
  });

  it('knows an account that is not there', () => {
    const { status, stdout } = saldo('bill', 'facts', '--month', '2026-03', '--account', 'nobody', '--json', '--out', 'nothing');
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, problems: [{ code: 'account-unknown', value: 'nobody' }] });
    expect(status).toBe(1);
    expect(existsSync(join(folder, 'nothing'))).toBe(false);
    expect(saldo('bill', 'facts', '--month', '2026-03', '--account', 'nobody').stderr).toContain('nobody');
  });

  it('gives houses with alike ids files of their own', () => {
    mkdirSync(join(folder, 'alike'));
    const house = (id: string): string => `  - { id: ${id}, address: 'ул. ${id}', region: test }\n`;
    writeFileSync(join(folder, 'alike', 'houses.yaml'), `houses:\n${house('h.1')}${house('h_1')}`);
    expect(saldo('bill', 'alike', '--month', '2026-03', '--out', 'alike-out').status).toBe(0);
    expect(readdirSync(join(folder, 'alike-out'))).toEqual(['bills-h.1-2026-03.json', 'bills-h_1-2026-03.json']);
  });

  it('reconciles an account with a table: 0 without differences, 1 with them, 2 for a wrong call', () => {
    writeFileSync(join(folder, 'same.csv'), 'type;period;service;amount\ncharge;2026-03;coldWater;483.33\n');
    writeFileSync(join(folder, 'other.csv'), 'type;period;service;amount\ncharge;2026-03;coldWater;400.00\n');
    const call = ['reconcile', 'old-1', '--facts', 'facts', '--from', '2026-03', '--to', '2026-03'];
    expect(saldo(...call, '--theirs', 'same.csv')).toMatchObject({ status: 0, stdout: expect.stringContaining('Расхождений нет.') });
    const { status, stdout } = saldo(...call, '--theirs', 'other.csv', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, compared: { difference: -8333, differences: [{ class: 'amount' }] } });
    expect(status).toBe(1);
    expect(saldo(...call, '--theirs', 'nowhere.csv')).toMatchObject({ status: 2, stderr: expect.stringContaining('nowhere.csv') });
    expect(saldo(...call.slice(0, 4), '--from', 'never', '--to', '2026-03').status).toBe(2);
    expect(saldo(...call.slice(0, 4)).status).toBe(2);
    expect(saldo('reconcile', '--help').stdout).toContain('--theirs');
  });

  it('says that it cannot write into what is a file', () => {
    writeFileSync(join(folder, 'precious.txt'), 'precious');
    const { status, stderr } = saldo('bill', 'facts', '--month', '2026-03', '--out', 'precious.txt');
    expect(stderr).toContain('не записать');
    expect(stderr).toContain('precious.txt');
    expect(stderr).not.toContain('    at ');
    expect(status).toBe(2);
    expect(readFileSync(join(folder, 'precious.txt'), 'utf8')).toBe('precious');
  });

  it('writes the coverage where --out or --json says, and over nothing else', () => {
    const cases = readFileSync(join(folder, 'right', 'cases.yaml'), 'utf8');
    const refused = saldo('coverage', 'right', 'right/cases.yaml', '--json');
    expect(refused.status).toBe(2);
    expect(JSON.parse(refused.stdout)).toMatchObject({ ok: false, error: { code: 'wrong-call' } });
    expect(readFileSync(join(folder, 'right', 'cases.yaml'), 'utf8')).toBe(cases);
    expect(saldo('coverage', 'right', 'precious.txt').status).toBe(2);

    const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
    expect(saldo('coverage', 'right', '--json', 'law.json')).toMatchObject({ status: 0, stdout: '' });
    expect(read('law.json')).toMatchObject({ totals: { cases: 1, failed: 0 } });
    expect(saldo('coverage', 'right', '--out', 'out/law.json')).toMatchObject({ status: 0 });
    expect(read('out/law.json')).toEqual(read('law.json'));
    expect(JSON.parse(saldo('coverage', '--json', 'right').stdout)).toMatchObject({ ok: true, totals: { cases: 1 } });
    expect(saldo('coverage', 'right', '--out', 'right')).toMatchObject({ status: 2 });
    expect(saldo('coverage', 'right', '--out', 'a.json', '--json', 'b.json')).toMatchObject({ status: 2 });
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
