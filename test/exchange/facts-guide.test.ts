import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { FactFile } from '../../src/exchange/fact-file';
import { factsJsonSchema } from '../../src/exchange/facts-schema';
import { assembleHouses } from '../../src/model/assemble';
import { problemText } from '../../src/model/problem-text';
import { passes } from './json-schema-check';
import { read, refused } from './read';

const GUIDE = readFileSync(new URL('../../docs/guide/facts-folder.md', import.meta.url), 'utf8');

interface Example extends FactFile {
  readonly text: string;
  readonly wrong: boolean;
  /** The block of texts below a wrong example. */
  readonly told: string | undefined;
}

const BLOCK = /^```(?:yaml|json|csv) (\S+)( wrong)?\n([\s\S]*?)^```\n(?:\n```text\n([\s\S]*?)^```\n)?/gm;
const examples: readonly Example[] = [...GUIDE.matchAll(BLOCK)].map(([, path = '', wrong, text = '', told]) => ({
  path,
  text,
  wrong: wrong !== undefined,
  told,
}));
const right = examples.filter(({ wrong }) => !wrong);

describe('the examples of the guide to a facts folder', () => {
  it('are one folder that reads and fits together', () => {
    const { records } = read(right);
    expect(right).toHaveLength(7);
    expect(records).toHaveLength(16);
    expect(assembleHouses(records)).toMatchObject({ ok: true });
  });

  it.each(right.filter(({ path }) => !path.endsWith('.csv')))('$path passes the published schema', ({ text }) => {
    expect(passes(factsJsonSchema(), parse(text))).toBe(true);
  });

  it.each(examples.filter(({ wrong }) => wrong))('$path says what the guide says', (example) => {
    const told = refused([example]).map((problem) => problemText(problem, 'ru').text);
    expect(example.told).not.toBe(undefined);
    for (const line of example.told?.trimEnd().split('\n') ?? []) expect(told).toContain(line);
  });
});
