/** Text of a content: equal for equal contents, whatever the order of their keys. Fields that are `undefined` are as if not there. */
export const canonicalJson = (content: unknown): string =>
  JSON.stringify(content, (_key, part: unknown) => (isRecord(part) ? sorted(part) : part));

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const sorted = (part: Record<string, unknown>): Record<string, unknown> => Object.fromEntries(Object.entries(part).sort(byKey));

const byKey = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : a > b ? 1 : 0);
