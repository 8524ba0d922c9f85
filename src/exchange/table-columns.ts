import { excerpt } from '../kernel/problem';
import type { Finding } from './fact-file';
import { FORBIDDEN_KEYS } from './forbidden-keys';
import { nearestName } from './nearest-name';

/**
 * What is wrong with a column name of a table, or `undefined`.
 *
 * @param repeated the name stood further left already
 * @param known the names that the table may have
 * @example wrongColumn('meterr', false, ['meter', 'value'])?.code //=> 'column-unknown'
 */
export const wrongColumn = (name: string, repeated: boolean, known: readonly string[]): Finding | undefined => {
  if (FORBIDDEN_KEYS.has(name)) return { code: 'key-forbidden', value: name };
  if (known.includes(name)) return repeated ? { code: 'column-duplicate', facts: { field: name } } : undefined;
  const nearest = nearestName(name, known);
  return {
    code: 'column-unknown',
    facts: { field: excerpt(name), known: known.join(', '), ...(nearest === undefined ? {} : { nearest }) },
  };
};
