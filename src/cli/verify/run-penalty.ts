import { type Fraction, fractionText, sumFractions } from '../../kernel/fraction';
import { roublesText } from '../../kernel/money';
import type { Problem } from '../../kernel/problem';
import type { Result } from '../../kernel/result';
import { penaltiesOf } from '../../ledger/penalties/penalties-of';
import type { BucketPenalty, Penalties, PenaltyInterval } from '../../ledger/penalties/penalty-result';
import { type Language, problemText } from '../../model/problem-text';
import type { AnyProblemCode } from '../../model/problem-text-codes';
import { penaltyText } from '../../statements/penalty-text';
import type { PenaltyCase } from './case-schema';
import { differing } from './compare-lines';
import { decimalsOf, roundedText, sameNumber } from './decimals';
import { expandPenalty } from './expand-penalty';
import type { ExpectedInterval } from './penalty-schema';
import type { Difference, Found, PublisherError } from './report';
import { type VerifyWords, verifyWords } from './words';

/** Decimals beyond the stated ones at which an unrounded amount is read. */
const SPARE = 20;

/** Reckon the penalties of a case, and compare. */
export const runPenalty = (one: PenaltyCase, language: Language): Found => new PenaltyRun(one, language).run();

interface Row {
  readonly of: BucketPenalty;
  readonly interval: PenaltyInterval;
}

class PenaltyRun {
  private readonly differences: Difference[] = [];
  private readonly problems: string[] = [];
  private readonly publisherErrors: PublisherError[] = [];
  private readonly words: VerifyWords;
  private trace = '';

  constructor(
    private readonly one: PenaltyCase,
    private readonly language: Language,
  ) {
    this.words = verifyWords(language);
  }

  run(): Found {
    const { expect } = this.one;
    const request = expandPenalty(this.one.penalty);
    const penalties: Result<Penalties, readonly Problem[]> = request.ok ? penaltiesOf(request.value) : request;
    const expected = [...(expect.problems ?? [])].sort().join(', ');
    const received = penalties.ok ? '' : [...new Set(penalties.error.map(({ code }) => code))].sort().join(', ');
    if (expected !== received) this.text('problems', expected || this.words.noProblems, received || this.words.noProblems);
    const { explains, ...stated } = expect;
    if (explains.length === 0 && Object.values(stated).every((value) => value === undefined))
      this.problems.push(this.words.nothingExpected);
    if (penalties.ok) this.compare(penalties.value);
    else this.trace = penalties.error.map((problem) => problemText(problem as Problem<AnyProblemCode>, this.language).text).join('\n');
    if (this.publisherErrors.length > 0 && this.one.note === undefined) this.problems.push(this.words.noteMissing);
    const { differences, problems, publisherErrors, trace } = this;
    return { differences, problems, publisherErrors, services: this.one.service === undefined ? [] : [this.one.service], trace };
  }

  private compare(penalties: Penalties): void {
    const { expect } = this.one;
    this.trace = penaltyText(penalties).trimEnd();
    const [first] = penalties.buckets;
    if (expect.due !== undefined) this.text('due', expect.due, first?.dueDay ?? '—');
    if (expect.regime !== undefined) this.text('regime', expect.regime, first?.regime ?? '—');
    if (expect.assumedFrom !== undefined) this.text('assumedFrom', expect.assumedFrom, penalties.rateAssumedFrom ?? '—');
    const total = roublesText(penalties.total);
    if (expect.total !== undefined) this.number('total', expect.total, total);
    if (expect.exact !== undefined) this.exact('total', expect.exact, sumFractions(penalties.sums.map(({ exact }) => exact)));
    this.published('total', expect.published, total);
    for (const [month, amount] of Object.entries(expect.sums ?? {})) {
      const sum = penalties.sums.find((one) => one.month === month);
      this.number(month, amount, sum === undefined ? '0' : roublesText(sum.amount));
    }
    if (expect.intervals !== undefined)
      this.intervals(
        expect.intervals,
        penalties.buckets.flatMap((of) => of.intervals.map((interval): Row => ({ of, interval }))),
      );
    for (const part of expect.explains) if (!this.trace.includes(part)) this.text('explains', part, this.words.notTold);
  }

  private intervals(expected: readonly ExpectedInterval[], rows: readonly Row[]): void {
    if (expected.length !== rows.length) this.number('intervals', String(expected.length), String(rows.length));
    for (const [index, want] of expected.entries()) {
      const row = rows[index];
      if (row !== undefined) this.interval(`intervals[${index + 1}]`, want, row);
    }
  }

  private interval(what: string, want: ExpectedInterval, { of, interval }: Row): void {
    const { from, through, rate, divisor, free, days, base, amount, exact } = interval;
    const texts = { month: of.bucket.month, service: of.bucket.service, from, through, free };
    for (const [field, got] of Object.entries(texts)) {
      const wanted = want[field as keyof typeof texts];
      if (wanted !== undefined) this.text(`${what}.${field}`, wanted, got ?? '—');
    }
    const numbers = { days: String(days), base: roublesText(base), rate, divisor, amount: roublesText(amount) };
    for (const [field, got] of Object.entries(numbers)) {
      const wanted = want[field as keyof typeof numbers];
      if (wanted === undefined) continue;
      if (got === null) this.text(`${what}.${field}`, String(wanted), '—');
      else this.number(`${what}.${field}`, String(wanted), got);
    }
    if (want.exact !== undefined) this.exact(what, want.exact, exact);
    this.published(what, want.published, roublesText(amount));
  }

  private text(field: string, expected: string, received: string): void {
    if (expected !== received) this.differences.push({ what: 'penalty', field, expected, received });
  }

  private number(field: string, expected: string, received: string): void {
    if (!sameNumber(expected, received)) this.differences.push(differing('penalty', field, expected, received));
  }

  /** An unrounded amount is stated whole, or by its first digits and «…». */
  private exact(what: string, stated: string, amount: Fraction): void {
    const digits = stated.replace(/(…|\.\.\.)$/, '');
    const text = fractionText(amount, decimalsOf(digits) + SPARE).replace('…', '');
    const agrees = digits === stated ? sameNumber(digits, text) : text.padEnd(digits.length, '0').startsWith(digits);
    if (!agrees) this.differences.push({ what: 'penalty', field: `${what}.exact`, expected: stated, received: text });
  }

  private published(what: string, published: string | undefined, ours: string): void {
    if (published !== undefined && !sameNumber(published, roundedText(ours, decimalsOf(published))))
      this.publisherErrors.push({ what, published, ours });
  }
}
