import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const GUIDE = readFileSync('docs/guide/your-own-store.md', 'utf8');
const blocks = [...GUIDE.matchAll(/^```ts (\S+)\n([\s\S]*?)^```\n/gm)].map(([, file = '', code = '']) => ({ file, code }));

describe('the guide to a store of one’s own', () => {
  it('has three files', () => {
    expect(blocks.map(({ file }) => file)).toEqual(['file-store.ts', 'file-store.test.ts', 'file-store-after-death.test.ts']);
  });

  it.each(blocks)('$file is what the tests run, but for where the package is', ({ file, code }) => {
    const ours = readFileSync(`test/docs/own-store/${file}`, 'utf8');
    expect(code).toBe(ours.replaceAll(`'../../../src/index'`, `'saldo'`).replaceAll(`'../../../src/testing'`, `'saldo/testing'`));
  });
});
