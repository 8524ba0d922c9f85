import { excerpt } from '../kernel/problem';
import type { ReadingRowCode } from '../model/problem-text-codes';
import type { MeteredService, Zone } from '../model/services';
import type { Finding } from './fact-file';

/** A value of a row, with its zone where the row says one. */
export interface RowValue {
  readonly zone: Zone | null;
  readonly text: string;
}

/** What a row says of one meter, before anything is looked up. */
export interface RowPart {
  /** Number of the account; `null` in forms that name the meter alone. */
  readonly account: string | null;
  /** Serial number of the meter. */
  readonly serial: string | null;
  readonly service: MeteredService | null;
  /** Which of the meters of that service, from 1. */
  readonly which: number | null;
  readonly values: readonly RowValue[];
  /** Readings that the row calls the previous ones. */
  readonly previous: readonly RowValue[];
  /** Day taken, as written. */
  readonly takenOn: string | null;
}

/** A part of a row that no reading can come from. */
export interface RowProblem {
  readonly problem: Finding | { readonly code: ReadingRowCode; readonly value: string };
}

/** A row cut into what it says of each meter. */
export type RowParts = readonly (RowPart | RowProblem)[];

/** A part with nothing but what is given. */
export const part = (given: Partial<RowPart>): RowPart => ({
  account: null,
  serial: null,
  service: null,
  which: null,
  values: [],
  previous: [],
  takenOn: null,
  ...given,
});

/** Values without a zone. */
export const plainValues = (texts: readonly string[]): readonly RowValue[] => texts.map((text) => ({ zone: null, text }));

/** A problem instead of a part. */
export const rowProblem = (code: ReadingRowCode, value: string): RowProblem => ({ problem: { code, value: excerpt(value) } });
