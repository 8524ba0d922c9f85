/**
 * A copy as a store keeps it: what JSON can carry, frozen through and through, so that neither the writer nor a reader can change the past.
 */
export const kept = <T>(value: T): T => JSON.parse(JSON.stringify(value), (_key, part: unknown) => Object.freeze(part)) as T;
