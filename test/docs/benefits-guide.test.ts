import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { printReport, verifyFolder } from '../../src/cli/verify';

const GUIDE = readFileSync('docs/guide/benefits.md', 'utf8');
const files = [...GUIDE.matchAll(/^```yaml (\S+)\n([\s\S]*?)^```\n/gm)].map(([, path = '', text = '']) => ({ path, text }));

describe('the examples of the guide to benefits', () => {
  it('pass, all of them', () => {
    const report = verifyFolder(files);
    expect(printReport({ ...report, byService: {}, byTag: {} })).toBe(`${files.length} passed, 0 failed\n`);
    expect(files.length).toBe(5);
  });
});
