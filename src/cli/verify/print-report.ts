import type { Language } from '../../model/problem-text';
import type { ServiceCode } from '../../model/services';
import type { CaseReport, Count, VerifyReport } from './report';
import { type VerifyWords, verifyWords } from './words';

/** How much is printed. */
export interface PrintOptions {
  /** Each case that passed as well, and where a publisher erred. */
  readonly all?: boolean;
  /** Language of the texts; Russian by default. */
  readonly language?: Language;
}

/**
 * A report as text: every case that failed with its differences and the explanation of the engine, counts by service and tag, and the
 * closing line `N passed, N failed`.
 */
export const printReport = (report: VerifyReport, { all = false, language = 'ru' }: PrintOptions = {}): string => {
  const words = verifyWords(language);
  const out: string[] = [];
  for (const one of report.cases) {
    if (!one.passed) out.push(...failedLines(one, words), '');
    else if (all) out.push(`✓ ${headOf(one)}`, ...publisherLines(one, words));
  }
  const services = Object.entries(report.byService).map(([service, count]) => [words.serviceTitle(service as ServiceCode), count] as const);
  out.push(...countLines(words.byServices, services, words), ...countLines(words.byTags, Object.entries(report.byTag), words));
  out.push(`${report.passed} passed, ${report.failed} failed`);
  return `${out.join('\n')}\n`;
};

const headOf = ({ file, line, id, title }: CaseReport): string => `${file}:${line} ${id}${title === '' ? '' : `: ${title}`}`;

const failedLines = (one: CaseReport, words: VerifyWords): string[] => {
  const lines = [`✗ ${headOf(one)}`];
  if (one.law !== undefined) lines.push(`  ${words.law}: ${one.law}`);
  if (one.source !== undefined)
    lines.push(`  ${words.source}: ${one.source.title}${one.source.url === undefined ? '' : ` (${one.source.url})`}`);
  if (one.by !== undefined) lines.push(`  ${words.bySteps}:`, ...indented(one.by));
  for (const problem of one.problems) lines.push(`  ${problem}`);
  for (const { what, field, expected, received, difference } of one.differences) {
    lines.push(`  ${what}: ${words.difference(field, expected, received)}${difference === undefined ? '' : words.by(difference)}`);
  }
  lines.push(...publisherLines(one, words));
  if (one.trace !== '') lines.push(`  ${words.explanation}:`, ...indented(one.trace));
  return lines;
};

const publisherLines = (one: CaseReport, words: VerifyWords): string[] =>
  one.publisherErrors.map(({ what, published, ours }) => `  ${words.publisher(what, published, ours)}`);

const indented = (text: string): string[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => `    ${line}`);

const countLines = (title: string, counts: readonly (readonly [string, Count])[], words: VerifyWords): string[] =>
  counts.length === 0
    ? []
    : [
        `${title}: ${counts.map(([name, { passed, failed }]) => `${name} ${passed}${failed === 0 ? '' : words.failed(failed)}`).join(', ')}`,
      ];
