import { err, ok, type Result } from '../kernel/result';

/** The one thing needed of the platform: every browser and Node have it, the core's library of types does not name it. */
declare const TextDecoder: new (
  label: string,
  options: { readonly fatal: boolean; readonly ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string };

/** Bytes that are not UTF-8, with the first bad byte (hexadecimal) and its place. */
export interface NotUtf8 {
  readonly code: 'file-not-utf8';
  readonly facts: { readonly byte: string };
  readonly line: number;
  readonly column: number;
}

/**
 * Text from the bytes of a file; a byte order mark is taken away. Nothing is replaced silently: bytes that are not UTF-8 are refused.
 *
 * @example decodeUtf8(Uint8Array.of(0xcf, 0xf0)) //=> { ok: false, error: { code: 'file-not-utf8', facts: { byte: '0xcf' }, line: 1, column: 1 } }
 */
export const decodeUtf8 = (bytes: Uint8Array): Result<string, NotUtf8> => {
  try {
    return ok(new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes));
  } catch {
    return err(firstBad(bytes));
  }
};

const firstBad = (bytes: Uint8Array): NotUtf8 => {
  let line = 1;
  let column = 1;
  for (let i = 0; i < bytes.length; ) {
    const length = sequenceLength(bytes, i);
    if (length === 0)
      return { code: 'file-not-utf8', facts: { byte: `0x${(bytes[i] as number).toString(16).padStart(2, '0')}` }, line, column };
    if (bytes[i] === 0x0a) {
      line += 1;
      column = 1;
    } else column += 1;
    i += length;
  }
  return { code: 'file-not-utf8', facts: { byte: '' }, line, column };
};

/** Bytes of the character that begins at `i`; 0 when it is broken, overlong, a surrogate or past U+10FFFF. */
const sequenceLength = (bytes: Uint8Array, i: number): number => {
  const first = bytes[i] as number;
  if (first < 0x80) return 1;
  const length = first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 0;
  if (length === 0 || i + length > bytes.length) return 0;
  const second = bytes[i + 1] as number;
  if (first === 0xe0 && second < 0xa0) return 0;
  if (first === 0xed && second > 0x9f) return 0;
  if (first === 0xf0 && second < 0x90) return 0;
  if (first === 0xf4 && second > 0x8f) return 0;
  for (let k = 1; k < length; k += 1) if (((bytes[i + k] as number) & 0xc0) !== 0x80) return 0;
  return length;
};
