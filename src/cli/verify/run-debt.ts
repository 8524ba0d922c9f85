import { withCommas } from '../../kernel/gate';
import { kopecksFromText, roublesText, sumMoney } from '../../kernel/money';
import type { Problem } from '../../kernel/problem';
import { must, ok, type Result } from '../../kernel/result';
import type { TraceNode } from '../../kernel/trace';
import { type InstalmentAnswer, instalmentPlan } from '../../ledger/instalment/instalment-plan';
import { type Limitation, limitationOf } from '../../ledger/limitation/limitation';
import { type Language, problemText } from '../../model/problem-text';
import type { AnyProblemCode } from '../../model/problem-text-codes';
import { nominalDueDay } from '../../norms/due-days';
import { limitationText } from '../../statements/limitation-text';
import type { InstalmentCase, LimitationCase } from './case-schema';
import { differing } from './compare-lines';
import { sameNumber } from './decimals';
import type { Difference, Found } from './report';
import { type VerifyWords, verifyWords } from './words';

const money = (text: string) => must(kopecksFromText(text));

/** Reckon the instalment of a case, and compare. */
export const runInstalment = ({ instalment, expect }: InstalmentCase, language: Language): Found => {
  const { fee, lastYear, granted, ended, ...same } = instalment;
  const answer = instalmentPlan({
    ...same,
    fee: money(fee),
    lastYear: lastYear === undefined ? null : money(lastYear),
    grantedOn: granted,
    endedOn: ended,
  });
  const compared = new Compared('instalment', verifyWords(language), language);
  compared.problems(expect.problems, answer);
  if (answer.ok) compared.instalment(expect, answer.value);
  compared.explains(expect.explains);
  return compared.found();
};

/** Ask the limitation of a case, and compare. */
export const runLimitation = ({ limitation, expect }: LimitationCase, language: Language): Found => {
  const { month, due, on, events, policies = {} } = limitation;
  const dueDay = due === undefined && month !== undefined ? nominalDueDay(month, { policies }) : ok(due ?? on);
  const answer = dueDay.ok ? limitationOf({ dueDay: dueDay.value, on, events, policies }) : dueDay;
  const compared = new Compared('limitation', verifyWords(language), language);
  compared.problems(expect.problems, answer);
  if (answer.ok) compared.limitation(expect, answer.value);
  compared.explains(expect.explains);
  return compared.found();
};

class Compared {
  private readonly differences: Difference[] = [];
  private trace = '';

  constructor(
    private readonly what: string,
    private readonly words: VerifyWords,
    private readonly language: Language,
  ) {}

  problems(expected: readonly string[] | undefined, answer: Result<unknown, Problem>): void {
    const wanted = [...(expected ?? [])].sort().join(', ');
    const got = answer.ok ? '' : answer.error.code;
    this.text('problems', wanted || this.words.noProblems, got || this.words.noProblems);
    if (!answer.ok) this.trace = problemText(answer.error as Problem<AnyProblemCode>, this.language).text;
  }

  instalment(expect: InstalmentCase['expect'], { choice, plan, told }: InstalmentAnswer): void {
    const steps = [...told, ...(plan?.parts ?? []).flatMap((part) => part.told)];
    this.trace = [choice.legal, ...choice.rejected.map(({ why }) => why), ...steps.map(nodeText)].join('\n');
    this.text('answer', expect.answer, choice.basis);
    const [first] = plan?.parts ?? [];
    const sums = {
      excess: plan?.excess,
      regular: plan?.regular,
      interest: plan?.interest,
      first: plan === null ? undefined : sumMoney([plan.regular, ...(first === undefined ? [] : [first.amount, first.interest])]),
    };
    for (const [field, got] of Object.entries(sums))
      this.number(field, expect[field as keyof typeof sums], got === undefined ? '—' : roublesText(got));
    this.number('percent', expect.percent, plan?.percent ?? '—');
    if (expect.parts !== undefined) {
      const parts = new Map((plan?.parts ?? []).map((part) => [part.month as string, roublesText(part.amount)]));
      for (const month of new Set([...Object.keys(expect.parts), ...parts.keys()]))
        this.number(`parts.${month}`, expect.parts[month as keyof typeof expect.parts] ?? '—', parts.get(month) ?? '—');
    }
    for (const [month, wanted] of Object.entries(expect.interests ?? {})) {
      const part = plan?.parts.find((one) => one.month === month);
      this.number(`interests.${month}`, wanted, part === undefined ? '—' : roublesText(part.interest));
    }
  }

  limitation(expect: LimitationCase['expect'], limitation: Limitation): void {
    this.trace = limitationText(limitation);
    for (const field of ['state', 'openThrough', 'barredFrom'] as const) this.text(field, expect[field], limitation[field] ?? '—');
    if (expect.provisional !== undefined) this.text('provisional', String(expect.provisional), String(limitation.provisional));
  }

  explains(parts: readonly string[]): void {
    for (const part of parts) if (!this.trace.includes(part)) this.text('explains', part, this.words.notTold);
  }

  found(): Found {
    return { differences: this.differences, problems: [], publisherErrors: [], services: [], trace: this.trace };
  }

  private text(field: string, expected: string | undefined, received: string): void {
    if (expected !== undefined && expected !== received) this.differences.push({ what: this.what, field, expected, received });
  }

  private number(field: string, expected: string | undefined, received: string): void {
    if (expected === undefined) return;
    if (received === '—' || expected === '—') this.text(field, expected, received);
    else if (!sameNumber(expected, received)) this.differences.push(differing(this.what, field, expected, received));
  }
}

const nodeText = ({ title, symbol, expression, arithmetic, value, legal, source, notes = [] }: TraceNode): string =>
  withCommas([title, symbol, expression, arithmetic, value, legal, source, ...notes].filter((one) => one !== undefined).join(' = '));
