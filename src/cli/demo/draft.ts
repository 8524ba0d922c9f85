import type { z } from 'zod';
import type { factRecord } from '../../model/records';

/** A fact as it comes from outside: texts that the schema has yet to check, defaults left out. */
export type Draft = z.input<typeof factRecord>;
/** A draft of one kind. */
export type DraftOf<K extends Draft['kind']> = Extract<Draft, { kind: K }>;

/** The day on which the houses were taken over from the program used before: what is older became known to us then. */
export const TAKEN_OVER = '2025-12-20';

/** The moment a fact of this day became known: in the morning of the day, or when the houses were taken over. */
export const known = (day: string): string => `${day < TAKEN_OVER ? TAKEN_OVER : day}T09:00:00.000Z`;
