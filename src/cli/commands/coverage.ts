import { writeFileSync } from 'node:fs';
import { EXIT, type Terminal } from '../terminal';
import { coverageText, lawCoverage } from '../verify';
import { caseFiles } from './verify';

/** `saldo coverage`: which formulas of the law are done, with the cases of each. */
export const coverageCommand = (folders: readonly string[], file: string | undefined, terminal: Terminal): number => {
  const coverage = lawCoverage(caseFiles(folders), terminal.language);
  if (file !== undefined) writeFileSync(file, `${JSON.stringify(coverage, null, 2)}\n`);
  else terminal.answer({ ok: coverage.totals.failed === 0, ...coverage });
  terminal.say(coverageText(coverage));
  return coverage.totals.failed === 0 ? EXIT.done : EXIT.problems;
};
