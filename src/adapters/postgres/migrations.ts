import { createHash } from 'node:crypto';
import { FACTS_STORED, FIRST_SCHEMA, HOUSE_ACTS, ONE_SUCCESSOR } from './schema';
import { MONTH_CHAIN } from './schema-chain';
import { GUARDS } from './schema-guards';
import { PAYMENT_INTENTS } from './schema-intents';
import { BATCH_RUNS, CLAIMED_AT } from './schema-jobs';

/** One step of the schema, forward only. A step that was released never changes: a database remembers its checksum. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly statements: readonly string[];
}

/** All steps, in order from 1. */
export const MIGRATIONS: readonly Migration[] = [
  { version: 1, name: 'first-schema', statements: FIRST_SCHEMA },
  { version: 2, name: 'house-acts', statements: HOUSE_ACTS },
  { version: 3, name: 'one-successor', statements: ONE_SUCCESSOR },
  { version: 4, name: 'facts-stored', statements: FACTS_STORED },
  { version: 5, name: 'month-chain', statements: MONTH_CHAIN },
  { version: 6, name: 'guards', statements: GUARDS },
  { version: 7, name: 'batch-runs', statements: BATCH_RUNS },
  { version: 8, name: 'payment-intents', statements: PAYMENT_INTENTS },
  { version: 9, name: 'claimed-at', statements: CLAIMED_AT },
];

/** SHA-256 of a step's statements, as hexadecimal text. */
export const checksumOf = ({ statements }: Migration): string => createHash('sha256').update(statements.join(';\n')).digest('hex');
