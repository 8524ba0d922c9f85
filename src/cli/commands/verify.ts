import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder } from '../files';
import { EXIT, type Terminal } from '../terminal';
import { type CaseFileText, isCaseFile, printReport, verifyFolder } from '../verify';

/** `saldo verify`: run every case under the folders. */
export const verifyCommand = (folders: readonly string[], terminal: Terminal): number => {
  const onCase = terminal.progress('verify');
  const report = verifyFolder(caseFiles(folders), { onCase, language: terminal.language });
  terminal.answer({ ok: report.failed === 0, ...report });
  terminal.say(printReport(report, { language: terminal.language }));
  return report.failed === 0 ? EXIT.done : EXIT.problems;
};

/** Files of cases under folders. */
export function* caseFiles(folders: readonly string[]): IterableIterator<CaseFileText> {
  for (const folder of folders) {
    for (const path of filesUnder(folder))
      if (isCaseFile(path)) yield { path: join(folder, path), text: readFileSync(join(folder, path), 'utf8') };
  }
}
