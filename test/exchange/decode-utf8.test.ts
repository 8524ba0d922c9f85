import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeUtf8 } from '../../src/exchange/decode-utf8';

/** Place of the first bad byte, found by feeding a strict decoder byte by byte. */
const badPlace = (bytes: Uint8Array): { line: number; column: number } | null => {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let text = '';
  try {
    for (const byte of bytes) text += decoder.decode(Uint8Array.of(byte), { stream: true });
    decoder.decode();
    return null;
  } catch {
    const lines = text.split('\n');
    return { line: lines.length, column: [...(lines.at(-1) ?? '')].length + 1 };
  }
};

const hostileByte = fc.constantFrom(
  0x0a,
  0x61,
  0x7f,
  0x80,
  0x8f,
  0x90,
  0x9f,
  0xa0,
  0xbf,
  0xc0,
  0xc1,
  0xc2,
  0xd0,
  0xdf,
  0xe0,
  0xe2,
  0xed,
  0xef,
  0xf0,
  0xf3,
  0xf4,
  0xf5,
  0xff,
);

describe('bytes of a file', () => {
  it('are the text that was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.startsWith('\ufeff'));
        expect(decodeUtf8(new TextEncoder().encode(text))).toEqual({ ok: true, value: text });
      }),
    );
  });

  it('are refused at the first byte that is not UTF-8: overlong, surrogate, cut short, past the last character', () => {
    fc.assert(
      fc.property(fc.array(hostileByte, { maxLength: 12 }), (list) => {
        const bytes = Uint8Array.from(list);
        const bad = badPlace(bytes);
        if (bad === null) expect(decodeUtf8(bytes).ok).toBe(true);
        else expect(decodeUtf8(bytes)).toMatchObject({ ok: false, error: { code: 'file-not-utf8', ...bad } });
      }),
      { numRuns: 5000 },
    );
  });

  it('show the bad byte', () => {
    expect(decodeUtf8(Uint8Array.of(0x61, 0x0a, 0xcf, 0xf0))).toEqual({
      ok: false,
      error: { code: 'file-not-utf8', facts: { byte: '0xcf' }, line: 2, column: 1 },
    });
  });
});
