import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { printReport, verifyFolder } from '../../src/cli/verify';
import { readFactsFolder } from '../../src/exchange/facts-folder';

const GUIDE = readFileSync('docs/guide/quality-and-absence.md', 'utf8');
const block = (path: string): string => new RegExp(`^\`\`\`yaml ${path}\n([\\s\\S]*?)^\`\`\``, 'm').exec(GUIDE)?.[1] ?? '';

describe('the guide to absence, breaks and bad quality', () => {
  it('has an example that passes', () => {
    const report = verifyFolder([{ path: 'quality.yaml', text: block('quality\\.yaml') }]);
    expect(printReport({ ...report, byService: {}, byTag: {} })).toBe('1 passed, 0 failed\n');
  });

  it('has facts that a folder reads', () => {
    const folder = readFactsFolder([{ path: 'facts.yaml', text: block('facts\\.yaml') }]);
    expect(folder.ok ? folder.value.records.map(({ kind }) => kind) : folder.error).toEqual(['absence', 'incident', 'incident']);
  });
});
