/** Keys that could reach into the prototype of an object; refused wherever a file names a field. */
export const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
