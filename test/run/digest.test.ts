import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/kernel/canonical-json';
import { digest, sha256 } from '../../src/run/digest';

const byNode = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

describe('the digest of a content', () => {
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq', '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1'],
  ])('is SHA-256 as its standard shows it: %s', (text, hex) => {
    expect(sha256(text)).toBe(hex);
  });

  it('is what the host computes, for texts of every length around the border of a block', () => {
    for (let length = 0; length <= 260; length += 1) expect(sha256('ж'.repeat(length))).toBe(byNode('ж'.repeat(length)));
    expect(sha256('a'.repeat(1_000_000))).toBe(byNode('a'.repeat(1_000_000)));
  });

  it('is what the host computes for any text, halves of surrogate pairs too', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => sha256(text) === byNode(text)));
    for (const text of ['\ud800', 'a\udc00b', '\ud83d\ude00', '\ud83d', '\u{10ffff}\u07ff\u0800']) expect(sha256(text)).toBe(byNode(text));
  });

  it('does not see the order of keys, nor fields that are not there', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (content) => {
        const turned = Object.fromEntries(Object.entries(content).reverse());
        return digest(content) === digest({ ...turned, '\u0000nothing': undefined });
      }),
    );
  });

  it('sees everything else', () => {
    fc.assert(fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => (digest(a) === digest(b)) === (canonicalJson(a) === canonicalJson(b))));
    expect(digest([1, 2])).not.toBe(digest([2, 1]));
    expect(digest({ a: '1' })).not.toBe(digest({ a: 1 }));
  });
});
