import { canonicalJson } from './canonical-json';
import { sha256 } from './sha256';

/**
 * Digest of a content: SHA-256 of its canonical JSON in UTF-8, 64 hexadecimal digits. The same content has the same digest in every
 * runtime, whatever the order of its keys.
 *
 * @example digest({ b: 1, a: 2 }) === digest({ a: 2, b: 1 }) //=> true
 */
export const digest = (content: unknown): string => sha256(canonicalJson(content));
