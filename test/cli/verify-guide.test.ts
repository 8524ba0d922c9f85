import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { caseJsonSchema, printReport, verifyFolder } from '../../src/cli/verify';
import { formulas } from '../../src/norms/formula';
import { passes } from '../exchange/json-schema-check';
import { inlined } from './inlined-schema';

const FILE = new URL('../../docs/guide/cases.md', import.meta.url);
const guide = (): string => readFileSync(FILE, 'utf8');

interface Example {
  readonly path: string;
  readonly text: string;
  readonly fails: boolean;
  /** The printed report below an example that fails. */
  readonly told: string | undefined;
}

const BLOCK = /^```yaml (\S+)( fails)?\n([\s\S]*?)^```\n(?:\n```text\n([\s\S]*?)^```\n)?/gm;
const examples: readonly Example[] = [...guide().matchAll(BLOCK)].map(([, path = '', fails, text = '', told]) => ({
  path,
  text,
  fails: fails !== undefined,
  told,
}));
const right = examples.filter(({ fails }) => !fails);

const HEAD = '| Formula | What it is | Expression | Inputs |\n| --- | --- | --- | --- |\n';

/** The table of the guide: every formula that a case may name. */
const table = (): string =>
  [...formulas().values()]
    .filter(({ id }) => !id.startsWith('test.'))
    .map(({ id, title, symbol, printed, inputs, result }) => {
      const letters = Object.entries(inputs).map(([letter, spec]) => `\`${letter}\` ${spec.title}, ${spec.unit}`);
      return `| \`${id}\` | ${title}, ${result} | ${symbol} = ${printed} | ${letters.join('; ')} |\n`;
    })
    .join('');

describe('the examples of the guide to cases', () => {
  it('pass, all of them', () => {
    const report = verifyFolder(right);
    expect(printReport({ ...report, byService: {}, byTag: {} })).toBe(`${report.cases.length} passed, 0 failed\n`);
    expect(report.cases.length).toBeGreaterThan(6);
  });

  it.each(right)('$path passes the published schema', ({ text }) => {
    expect(passes(inlined(caseJsonSchema()), parse(text))).toBe(true);
  });

  it.each(examples.filter(({ fails }) => fails))('$path fails as the guide says', (example) => {
    expect(printReport({ ...verifyFolder([example]), byService: {}, byTag: {} })).toBe(example.told);
  });

  it('name every formula', () => {
    const text = guide();
    const start = text.indexOf(HEAD) + HEAD.length;
    const end = text.indexOf('\n\n', start) + 1;
    if (process.env['UPDATE_DOCS'] === '1') writeFileSync(FILE, text.slice(0, start) + table() + text.slice(end));
    const now = guide();
    expect(now.slice(start, now.indexOf('\n\n', start) + 1), 'run with UPDATE_DOCS=1 and read the difference').toBe(table());
  });
});
