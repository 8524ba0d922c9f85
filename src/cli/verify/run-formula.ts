import type { Day } from '../../kernel/calendar';
import { decimalText, parseExact } from '../../kernel/gate';
import { evaluateExactly } from '../../kernel/oracle';
import type { Quantity } from '../../kernel/quantity';
import type { TraceNode } from '../../kernel/trace';
import { type Language, problemText } from '../../model/problem-text';
import { evaluate, type Formula, formulas } from '../../norms/formula';
import { providerFine } from '../../recalculation/provider-fine';
import { numberText } from '../../statements/explanation-text';
import { UNIT_TEXT } from '../../statements/words';
import { type CaseStep, DEFAULT_DAY, type FormulaCase, type StepsCase } from './case-schema';
import { decimalsOf, differenceText, isDecimal, roundedText, sameNumber, sumText } from './decimals';
import type { Difference, Found, PublisherError } from './report';
import { type VerifyWords, verifyWords } from './words';

/** Decimals beyond the stated ones at which digits of an unrounded value are read. */
const SPARE = 20;

/** Ask a formula, or a chain of formulas, and compare. */
export const runFormula = (one: FormulaCase | StepsCase, language: Language): Found => {
  const run = new Run(language);
  if ('steps' in one) for (const step of one.steps) run.step(step);
  else {
    const { formula, inputs, on, expect, exact, published } = one;
    run.step({ name: formula, formula, inputs, on, expect, exact, published });
  }
  const unexplained = run.publisherErrors.length > 0 && one.note === undefined;
  const problems = unexplained ? [...run.problems, run.words.noteMissing] : run.problems;
  return {
    differences: run.differences,
    problems,
    publisherErrors: run.publisherErrors,
    services: one.service === undefined ? [] : [one.service],
    trace: run.trace.join('\n'),
  };
};

/** The formulas that billing brings with it, and those that only other questions ask. */
const asked = (): ReadonlyMap<string, Formula> => new Map([...formulas(), [providerFine.id, providerFine as unknown as Formula]]);

class Run {
  readonly differences: Difference[] = [];
  readonly problems: string[] = [];
  readonly publisherErrors: PublisherError[] = [];
  readonly trace: string[] = [];
  readonly words: VerifyWords;
  private readonly results = new Map<string, string>();

  constructor(private readonly language: Language) {
    this.words = verifyWords(language);
  }

  step(step: CaseStep): void {
    if (this.results.has(step.name)) this.problems.push(this.words.stepTwice(step.name));
    if (
      step.expect === undefined &&
      step.exact === undefined &&
      step.published === undefined &&
      step.formula !== undefined &&
      step.name === step.formula
    ) {
      this.problems.push(this.words.nothingExpected);
    }
    const value = step.formula === undefined ? this.sum(step) : this.formula(step, step.formula);
    if (value === undefined) return;
    this.results.set(step.name, value);
    if (step.expect !== undefined && !sameNumber(step.expect, value)) this.differ(step.name, 'expect', step.expect, value);
    this.published(step, value);
  }

  private differ(what: string, field: string, expected: string, received: string): void {
    const digits = expected.replace(/(…|\.\.\.)$/, '');
    this.differences.push({
      what,
      field,
      expected,
      received,
      ...(isDecimal(digits) ? { difference: differenceText(received, digits) } : {}),
    });
  }

  private published({ name, published }: CaseStep, value: string): void {
    if (published === undefined || sameNumber(published, roundedText(value, decimalsOf(published)))) return;
    this.publisherErrors.push({ what: name, published, ours: value });
  }

  private sum(step: CaseStep): string | undefined {
    if (step.inputs !== undefined || (step.plus ?? []).length + (step.minus ?? []).length === 0) {
      this.problems.push(this.words.stepShape(step.name));
      return undefined;
    }
    const plus = this.known(step.plus ?? [], step.name);
    const minus = this.known(step.minus ?? [], step.name);
    if (plus === undefined || minus === undefined) return undefined;
    const value = sumText(plus, minus);
    this.trace.push(`${step.name} = ${[plus.join(' + '), ...minus].join(' − ')} = ${value}`);
    if (step.exact !== undefined && !sameNumber(step.exact, value)) this.differ(step.name, 'exact', step.exact, value);
    return value;
  }

  private known(names: readonly string[], within: string): readonly string[] | undefined {
    const values = names.map((name) => this.valueOf(name));
    for (const [index, value] of values.entries())
      if (value === undefined) this.problems.push(this.words.notKnown(within, names[index] ?? ''));
    return values.every((value) => value !== undefined) ? (values as readonly string[]) : undefined;
  }

  private valueOf(text: string): string | undefined {
    return this.results.get(text) ?? (isDecimal(text) ? text : undefined);
  }

  private formula(step: CaseStep, id: string): string | undefined {
    const of = asked().get(id);
    if (of === undefined) {
      this.problems.push(this.words.formulaUnknown(id, [...asked().keys()].join(', ')));
      return undefined;
    }
    const values = this.inputs(step, of);
    if (values === undefined) return undefined;
    const day = (step.on ?? DEFAULT_DAY) as Day;
    const evaluated = evaluate(of, values, day);
    if (!evaluated.ok) {
      this.problems.push(this.words.inStep(step.name, problemText(evaluated.error, this.language).text));
      return undefined;
    }
    const { value, trace } = evaluated.value;
    this.trace.push(traceText(trace));
    this.exact(step, of, values);
    return decimalText(value.int, value.scale);
  }

  private inputs(step: CaseStep, of: Formula): Readonly<Record<string, Quantity<string>>> | undefined {
    const given = step.inputs ?? {};
    const letters = Object.keys(of.inputs);
    const told = this.problems.length;
    for (const letter of Object.keys(given))
      if (!letters.includes(letter)) this.problems.push(this.words.letterUnknown(of.id, letter, letters.join(', ')));
    const values: Record<string, Quantity<string>> = {};
    for (const [letter, spec] of Object.entries(of.inputs)) {
      const text = given[letter];
      const value = text === undefined ? undefined : this.valueOf(text);
      const parsed = value === undefined ? undefined : parseExact(trimmed(value), { integerDigits: 15, scale: spec.scale, negative: true });
      if (text === undefined) this.problems.push(this.words.letterMissing(of.id, letter, `${spec.title}, ${spec.unit}`));
      else if (parsed === undefined) this.problems.push(this.words.notKnown(step.name, text));
      else if (!parsed.ok) this.problems.push(this.words.letterWrong(of.id, letter, problemText(parsed.error, this.language).text));
      else values[letter] = { ...parsed.value, unit: spec.unit };
    }
    return this.problems.length > told ? undefined : values;
  }

  /** An unrounded value is stated whole, or by its first digits and «…». */
  private exact({ name, exact }: CaseStep, of: Formula, values: Readonly<Record<string, Quantity<string>>>): void {
    if (exact === undefined) return;
    const digits = exact.replace(/(…|\.\.\.)$/, '');
    const scale = decimalsOf(digits) + SPARE;
    const int = evaluateExactly(of.expression, values, scale);
    if (int === null) return;
    const received = decimalText(int, scale);
    const same = digits === exact ? sameNumber(digits, received) : cut(received, decimalsOf(digits)) === digits;
    if (!same) this.differ(name, 'exact', exact, received);
  }
}

const trimmed = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);

/** First digits of a number, cut and not rounded. */
const cut = (text: string, decimals: number): string => {
  const [whole = '', rest = ''] = text.split('.');
  return decimals === 0 ? whole : `${whole}.${rest.slice(0, decimals).padEnd(decimals, '0')}`;
};

const traceText = ({ symbol, title, value, unit, expression, arithmetic, legal }: TraceNode): string => {
  const result = `${numberText(value)} ${UNIT_TEXT[unit] ?? unit}`;
  const derived = [symbol, expression, arithmetic?.replace(/(\d)\.(\d)/g, '$1,$2'), result]
    .filter((part) => part !== undefined)
    .join(' = ');
  return [derived, title, legal].filter((part) => part !== undefined).join('   ');
};
