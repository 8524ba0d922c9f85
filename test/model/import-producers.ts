import { importTables } from '../../src/exchange/import-stream';
import type { Problem } from '../../src/kernel/problem';
import { ok } from '../../src/kernel/result';
import type { AnyProblemCode } from '../../src/model/problem-text-codes';
import type { Producer } from './producer';

const ACCOUNTS = 'account;house;flat;area;from\n590001;dom-1;1;54,3;2026-01-01\n';
const PAYMENTS = 'id;account;amount;paidOn\np-1;590001;100.00;2026-10-05\n';

/** The problem of a code in an import into a store that has no accounts. */
const imported =
  (code: AnyProblemCode, files: Readonly<Record<string, string>>): Producer['make'] =>
  async () => {
    const found: Problem[] = [];
    const report = await importTables(
      Object.entries(files).map(([path, text]) => ({ path, open: () => [text] })),
      async (rows) =>
        ok(
          rows.map(({ account = '' }) => ({
            row: 'refused',
            problems: [{ code: 'unknown-reference', value: account, facts: { refersTo: 'account' } }],
          })),
        ),
      { quarantined: ({ problems }) => void found.push(...problems) },
    );
    const all = report.ok ? [...report.value.files, ...found] : report.error;
    const problem = all.find((one) => one.code === code);
    if (problem === undefined) throw new Error(`${code}: ${JSON.stringify(all)}`);
    return problem as Problem<AnyProblemCode>;
  };

/** What an import of tables refuses beside what a facts folder does. */
export const IMPORT_PRODUCERS: readonly Producer[] = [
  {
    code: 'import-file-name',
    input: 'saldo import: счета.csv',
    make: imported('import-file-name', { 'счета.csv': ACCOUNTS }),
  },
  {
    code: 'row-depends',
    input: `saldo import\naccounts.csv\n${ACCOUNTS}payments.csv\n${PAYMENTS}`.trimEnd(),
    make: imported('row-depends', { 'accounts.csv': ACCOUNTS, 'payments.csv': PAYMENTS }),
  },
];
