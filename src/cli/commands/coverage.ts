import { writeWhole } from '../files';
import { EXIT, type Terminal } from '../terminal';
import { coverageText, lawCoverage } from '../verify';
import { caseFiles } from './verify';

/** What `saldo coverage` was asked. */
export interface CoverageRequest {
  readonly folders: readonly string[];
  /** File for the list, beside the answer. */
  readonly out?: string;
  /** File for the list, instead of the answer. */
  readonly json?: string;
}

/** `saldo coverage`: which formulas of the law are done, with the cases of each. */
export const coverageCommand = ({ folders, out, json }: CoverageRequest, terminal: Terminal): number => {
  const coverage = lawCoverage(caseFiles(folders), terminal.language);
  const file = json ?? out;
  if (file !== undefined) writeWhole(file, `${JSON.stringify(coverage, null, 2)}\n`);
  if (json === undefined) terminal.answer({ ok: coverage.totals.failed === 0, ...coverage });
  terminal.say(coverageText(coverage));
  return coverage.totals.failed === 0 ? EXIT.done : EXIT.problems;
};
