/**
 * A copy as a store keeps it: what JSON can carry, frozen through and through, so that neither the writer nor a reader can change the past.
 */
export const kept = <T>(value: T): T => JSON.parse(JSON.stringify(value), (_key, part: unknown) => Object.freeze(part)) as T;

/** Text of a content: equal for equal contents, whatever the order of their keys. */
export const contentText = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) => (isRecord(part) ? Object.fromEntries(Object.entries(part).sort(byKey)) : part));

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const byKey = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : a > b ? 1 : 0);
