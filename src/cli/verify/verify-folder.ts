import type { Place } from '../../exchange/fact-file';
import { type Language, problemText } from '../../model/problem-text';
import type { CaseSource } from './case-schema';
import { type BrokenCase, type ReadCase, readCaseFile } from './read-cases';
import { type CaseReport, type Found, reportOf, unread, type VerifyReport } from './report';
import { runCommission } from './run-commission';
import { runInstalment, runLimitation } from './run-debt';
import { runFormula } from './run-formula';
import { runHouse } from './run-house';
import { runPenalty } from './run-penalty';
import { runRestriction } from './run-restriction';
import { verifyWords } from './words';

/** A file of cases as the host read it. */
export interface CaseFileText {
  readonly path: string;
  readonly text: string;
}

/** What may be asked beside the plain run. */
export interface VerifyOptions {
  /** Only cases with this id or tag. */
  readonly only?: string;
  /** Told after each case: how many of how many are done. */
  readonly onCase?: (done: number, of: number) => void;
  /** Language of the texts; Russian by default. */
  readonly language?: Language;
}

/** Is the file one of cases, by its path? Documents for people lie beside them. */
export const isCaseFile = (path: string): boolean => /\.(ya?ml|json)$/i.test(path) && !path.split('/').some(isHidden);

const isHidden = (name: string): boolean => name.startsWith('.') && name !== '.' && name !== '..';

/**
 * Run cases («примеры») against the engine: formulas with numbers, houses with expected bills, debts with penalties (docs/guide/cases.md). Pure.
 *
 * @param files texts of YAML files in any order; the report is in the order of paths
 * @returns every case with its differences; a case that cannot be read counts as failed
 * @example verifyFolder([{ path: 'a.yaml', text: 'cases: …' }]).failed //=> 0
 */
export const verifyFolder = (files: Iterable<CaseFileText>, options: VerifyOptions = {}): VerifyReport => {
  const { only, onCase, language = 'ru' } = options;
  const words = verifyWords(language);
  const read = [...files]
    .filter(({ path }) => isCaseFile(path))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, text }) => readCaseFile(path, text));
  const cases = read
    .flatMap((file) => file.cases)
    .filter((one) => only === undefined || one.case.id === only || tagsOf(one).includes(only));
  const reports: CaseReport[] = read
    .flatMap((file) => file.broken)
    .filter((one) => only === undefined || one.id === undefined || one.id === only)
    .map((one) => brokenReport(one, language));
  const seen = new Map<string, Place>();
  for (const [index, one] of cases.entries()) {
    const first = seen.get(one.case.id);
    seen.set(one.case.id, first ?? one.place);
    reports.push(
      first === undefined ? caseReport(one, language) : unread(one.place, one.case.id, [words.idTaken(`${first.file}:${first.line}`)]),
    );
    onCase?.(index + 1, cases.length);
  }
  if (reports.length === 0 && only === undefined) reports.push(unread({ file: '.', line: 1, column: 1 }, '—', [words.noCases]));
  return reportOf(reports.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line)));
};

const tagsOf = (one: ReadCase): readonly string[] => [...new Set([...one.tags, ...one.case.tags])];

const brokenReport = ({ place, id, problems }: BrokenCase, language: Language): CaseReport =>
  unread(
    place,
    id ?? '—',
    problems.map((problem) => problemText(problem, language).text),
  );

const caseReport = (one: ReadCase, language: Language): CaseReport => {
  const { place } = one;
  const of = one.case;
  const found = foundIn(one, language);
  const passed = found.differences.length === 0 && found.problems.length === 0;
  const source: CaseSource | undefined = of.source ?? one.source;
  return {
    file: place.file,
    line: place.line,
    id: of.id,
    title: of.title,
    services: found.services,
    tags: tagsOf(one),
    passed,
    differences: found.differences,
    problems: found.problems,
    publisherErrors: found.publisherErrors,
    trace: passed ? '' : found.trace,
    formulas: formulasOf(of),
    ...(of.law === undefined ? {} : { law: of.law }),
    ...(source === undefined ? {} : { source: { title: source.title, url: source.url } }),
    ...(of.by === undefined ? {} : { by: of.by }),
  };
};

const formulasOf = (of: ReadCase['case']): readonly string[] => {
  if ('formula' in of) return [of.formula];
  return 'steps' in of ? of.steps.flatMap(({ formula }) => formula ?? []) : [];
};

/** A mistake of the engine is told as a failed case, so that the other cases still run. */
const foundIn = ({ case: of, common }: ReadCase, language: Language): Found => {
  try {
    if ('facts' in of) return runHouse(of, common, language);
    if ('commission' in of) return runCommission(of, language);
    if ('instalment' in of) return runInstalment(of, language);
    if ('limitation' in of) return runLimitation(of, language);
    if ('restriction' in of) return runRestriction(of, language);
    return 'penalty' in of ? runPenalty(of, language) : runFormula(of, language);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return {
      differences: [],
      problems: [verifyWords(language).stopped(message)],
      publisherErrors: [],
      services: of.service === undefined ? [] : [of.service],
      trace: '',
    };
  }
};
