import type { Language } from '../../model/problem-text';
import { LEGAL_FORMULAS, type LegalFormula } from '../../norms/legal-formulas';
import { cites, namesFormula } from './cited';
import { type CaseFileText, verifyFolder } from './verify-folder';

/** A formula of the law with how many passing cases name it. */
export interface FormulaCoverage {
  readonly id: string;
  readonly legal: string;
  readonly title: string;
  readonly status: LegalFormula['status'];
  readonly by: readonly string[];
  readonly cases: number;
}

/** Formulas of the law against the cases of folders. */
export interface LawCoverage {
  readonly formulas: readonly FormulaCoverage[];
  readonly totals: { readonly formulas: number; readonly done: number; readonly cases: number; readonly failed: number };
}

/** Does a case name the formula: by a formula's id, by its number, by its clause? */
const names = (formula: LegalFormula, law: string, ids: readonly string[]): boolean =>
  formula.by.some((id) => ids.includes(id)) ||
  (formula.legal.includes('формула') ? namesFormula(law, formula.number) : cites(law, formula.legal));

/** Count the passing cases of each formula of the law; a case that names several counts for each of them. */
export const lawCoverage = (files: Iterable<CaseFileText>, language: Language = 'ru'): LawCoverage => {
  const { cases, failed, passed } = verifyFolder(files, { language });
  const formulas = LEGAL_FORMULAS.map(
    (formula): FormulaCoverage => ({
      id: formula.id,
      legal: formula.legal,
      title: formula.title,
      status: formula.status,
      by: formula.by,
      cases: cases.filter((one) => one.passed && names(formula, one.law ?? '', one.formulas)).length,
    }),
  );
  return {
    formulas,
    totals: { formulas: formulas.length, done: formulas.filter(({ status }) => status === 'done').length, cases: passed, failed },
  };
};

const STATUS = { done: 'готово', planned: 'впереди', open: 'текст не прочитан' } as const;

/** The coverage as lines for people. */
export const coverageText = ({ formulas, totals }: LawCoverage): string =>
  [
    ...formulas.map(({ legal, title, status, cases }) => `${STATUS[status].padEnd(18)} ${String(cases).padStart(4)}  ${legal} — ${title}`),
    `формул ${totals.formulas}, готово ${totals.done}; примеров ${totals.cases}, не прошло ${totals.failed}`,
    '',
  ].join('\n');
