import { z } from 'zod';
import type { Problem } from '../kernel/problem';
import { idText } from './text-types';

/** A row of somebody's data as the facts that it makes: taken whole or not at all. */
export interface ImportRow {
  readonly records: readonly unknown[];
  /** House of the row, where it says one: then none is searched. */
  readonly house?: string;
  /** Account of the row, known or of an earlier row: it leads to the house. */
  readonly account?: string;
}

/** What became of a row. */
export type RowOutcome =
  | { readonly row: 'taken' | 'repeated' }
  | {
      readonly row: 'refused';
      /** Each with the id of its fact in `at`, where it is about one. */
      readonly problems: readonly Problem[];
    };

/** Rows to be imported; their records pass schemas of their own. */
export const importedRows = z
  .array(z.object({ records: z.array(z.unknown()).min(1).max(1000), house: idText.optional(), account: idText.optional() }))
  .max(100_000);
