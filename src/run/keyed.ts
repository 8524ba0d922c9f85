import type { Problem } from '../kernel/problem';
import { ok, type Result } from '../kernel/result';
import { sha256 } from './digest';
import { refused } from './edge';

/** How a write of the host is told from another: given twice, it has one effect. */
export interface Keyed {
  /** 1 to 200 characters. */
  readonly key: string;
}

/** A key of the host, as the commands use it. */
export interface WrittenKey {
  /** Id of the fact that the command makes; commands of different kinds may be given the same key. */
  readonly id: string;
  /** Key of the write. */
  readonly key: string;
}

/** The key of a command by its kind and the prefix of its facts; `key-format`. */
export const keyOf = (
  options: Keyed,
  command: 'payment' | 'payments' | 'refund' | 'suspense' | 'identified' | 'reading' | 'decision',
  prefix: string,
): Result<WrittenKey, readonly Problem[]> => {
  const key: unknown = (options as Keyed | null | undefined)?.key;
  if (typeof key !== 'string' || key.length < 1 || key.length > 200) return refused({ code: 'key-format', at: 'key' });
  const hash = sha256(key);
  return ok({ id: `${prefix}-${hash.slice(0, 40)}`, key: `${command}:${hash}` });
};
