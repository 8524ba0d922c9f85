import { excerpt, type Problem } from '../kernel/problem';
import type { Place } from './fact-file';
import type { ImportTable } from './import-tables';

/** What stood in a refused row for others to refer to: `account 590001`, and where it stood. */
export interface LostRow {
  readonly name: string;
  readonly place: Place;
}

/** Names of refused rows that are kept; beyond them a row that leans on one is told as an unknown reference. */
const MOST = 100_000;

/** Remembers the rows that others may lean on and that were not taken. */
export class LostRows {
  private readonly places = new Map<string, Place>();

  add({ name, makes }: ImportTable, value: Readonly<Record<string, unknown>>, place: Place): void {
    for (const [column, what] of Object.entries(makes)) {
      // A premises without a name of its own is named by its account.
      const named = value[column] ?? (name === 'accounts' ? value['account'] : undefined);
      if (typeof named !== 'string' || this.places.size >= MOST) continue;
      const key = `${what} ${excerpt(named)}`;
      if (!this.places.has(key)) this.places.set(key, place);
    }
  }

  /** The lost row that one of these problems misses. */
  missedBy(problems: readonly Problem[]): LostRow | undefined {
    for (const { code, value, facts } of problems) {
      const name = `${facts?.['refersTo'] ?? ''} ${value ?? ''}`;
      const place = code === 'unknown-reference' ? this.places.get(name) : undefined;
      if (place !== undefined) return { name, place };
    }
    return undefined;
  }
}
