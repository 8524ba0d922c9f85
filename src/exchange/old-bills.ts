import { err, ok, type Result } from '../kernel/result';
import { type OldBillRow, oldBillRow } from '../model/old-bill';
import { textOf } from './counterparty-file';
import { readCsvTable } from './csv-file';
import { checked } from './draft';
import { FACT_FILE_LIMITS, type FactFile, type FactFileLimits, type FactFileProblem } from './fact-file';
import { type FieldsForm, formOf } from './form';
import { Problems } from './problem-list';

const FORM = formOf(oldBillRow) as FieldsForm;

/**
 * Read what another system billed: a CSV table of `account;service;provider;month;amount`, with `volume`, `tariff` and `part` where they are
 * known. Strict: one mistake and nothing is taken; each is told with file, line, field and value.
 */
export const readOldBills = (
  file: FactFile,
  limits: Partial<FactFileLimits> = {},
): Result<readonly OldBillRow[], readonly FactFileProblem[]> => {
  const bounds = { ...FACT_FILE_LIMITS, ...limits };
  const problems = new Problems(bounds.problems);
  problems.nextFile();
  const rows: OldBillRow[] = [];
  const text = textOf(file, bounds, problems);
  if (text !== null)
    readCsvTable(file.path, text, FORM, bounds, {
      problem: (problem) => problems.add(problem),
      record: (raw) => {
        const row = checked(oldBillRow, raw.value, raw, (problem) => problems.add(problem));
        if (row !== undefined) rows.push(row);
      },
    });
  return problems.count > 0 ? err(problems.listed()) : ok(rows);
};
