const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

/** Are two values the same as JSON keeps them? The order of keys does not count, and a field that is `undefined` is not there. */
export const sameContent = (a: unknown, b: unknown): boolean => {
  if (!isObject(a) || !isObject(b)) return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = [a, b].map((one) => Object.keys(one).filter((key) => one[key] !== undefined)) as [string[], string[]];
  return keys[0].length === keys[1].length && keys[0].every((key) => Object.hasOwn(b, key) && sameContent(a[key], b[key]));
};
