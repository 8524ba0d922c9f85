import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { printReport, verifyFolder } from '../../src/cli/verify';
import { reportOf } from '../../src/cli/verify/report';
import { SERVICE_ORDER } from '../../src/model/services';

const FOLDER = new URL('.', import.meta.url);
const files = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.yaml'))
  .map((path) => ({ path, text: readFileSync(new URL(path, FOLDER), 'utf8') }));

/** Services that this state of the engine bills: each has cases. */
const SERVICES = SERVICE_ORDER;

describe.each(files)('$path', (file) => {
  it.each(verifyFolder([file]).cases.map((one) => [`${one.id}: ${one.title}`, one] as const))('%s', (_, one) => {
    expect(one.passed, printReport(reportOf([one]))).toBe(true);
  });
});

describe('the cases together', () => {
  const report = verifyFolder(files);

  it('have codes of their own over all files', () => {
    const taken = report.cases.filter((one) => one.problems.some((problem) => problem.startsWith('код примера занят')));
    expect(taken.map((one) => one.id)).toEqual([]);
  });

  it('say where they come from, and write their arithmetic out', () => {
    const silent = report.cases.filter((one) => one.source === undefined || one.by === undefined);
    expect(silent.map((one) => one.id)).toEqual([]);
  });

  it('concern every service', () => {
    expect(Object.keys(report.byService).sort()).toEqual([...SERVICES].sort());
  });
});
