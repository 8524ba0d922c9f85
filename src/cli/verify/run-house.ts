import { compensations } from '../../charges/compensations';
import { addMonths, type Month } from '../../kernel/calendar';
import { asKopecks, roublesText } from '../../kernel/money';
import type { Problem } from '../../kernel/problem';
import type { Result } from '../../kernel/result';
import { assembleHouse } from '../../model/assemble';
import type { Bill, Line } from '../../model/bill';
import type { HouseFacts } from '../../model/facts';
import type { HouseAct } from '../../model/house-act';
import { type Language, problemText } from '../../model/problem-text';
import type { AnyProblemCode } from '../../model/problem-text-codes';
import { SERVICE_ORDER, type ServiceCode } from '../../model/services';
import { billHouse } from '../../recalculation/bill-house';
import { explainBill } from '../../recalculation/explain-bill';
import type { HouseBills } from '../../recalculation/house-bills';
import { billText } from '../../statements/explanation-text';
import { payableSums, rowsOf } from '../../statements/payment-document-rows';
import { vatTable } from '../../statements/vat-table';
import type { ExpectedBlock, HouseCase } from './case-schema';
import { compareLines, differing, type Matched } from './compare-lines';
import { decimalsOf, isDecimal, roundedText, sameNumber } from './decimals';
import { expandFacts, mergedFacts } from './expand-facts';
import type { CaseFacts } from './facts-schema';
import type { Difference, Found, PublisherError } from './report';
import { saldoIn } from './saldo-run';
import { type VerifyWords, verifyWords } from './words';

/** Bill the house of a case for each month it asks about, and compare. */
export const runHouse = (one: HouseCase, common: CaseFacts | undefined, language: Language): Found =>
  new HouseRun(one, common, language).run();

class HouseRun {
  private readonly differences: Difference[] = [];
  private readonly problems: string[] = [];
  private readonly publisherErrors: PublisherError[] = [];
  private readonly trace: string[] = [];
  private readonly services = new Set<ServiceCode>();
  private readonly words: VerifyWords;
  private readonly facts: Result<HouseFacts, readonly Problem[]>;
  /** The first month of the case: earlier months have no saldo here. */
  private readonly first: Month;
  private readonly bills = new Map<Month, Result<HouseBills, readonly Problem[]>>();

  constructor(
    private readonly one: HouseCase,
    common: CaseFacts | undefined,
    private readonly language: Language,
  ) {
    this.words = verifyWords(language);
    const facts = mergedFacts(common, one.facts);
    const months = [one.month, ...one.expect.map(({ month }) => month)].filter((month) => month !== undefined).sort();
    this.first = facts.house?.billedSince ?? months[0] ?? ('2026-01' as Month);
    this.facts = assembleHouse(expandFacts(facts, addMonths(this.first, -1)));
    if (one.service !== undefined) this.services.add(one.service);
  }

  run(): Found {
    for (const block of this.one.expect) this.block(block);
    if (this.publisherErrors.length > 0 && this.one.note === undefined) this.problems.push(this.words.noteMissing);
    const { differences, problems, publisherErrors } = this;
    return {
      differences,
      problems,
      publisherErrors,
      services: SERVICE_ORDER.filter((service) => this.services.has(service)),
      trace: this.trace.join('\n'),
    };
  }

  private block(block: ExpectedBlock): void {
    for (const { service } of block.lines) this.services.add(service);
    for (const service of [...block.none, ...(Object.keys(block.sums ?? {}) as ServiceCode[])]) this.services.add(service);
    const month = block.month ?? this.one.month;
    if (month === undefined) {
      this.problems.push(this.words.monthMissing);
      return;
    }
    const bills = this.billed(month);
    const expected = [...(block.problems ?? [])].sort().join(', ');
    const received = bills.ok ? '' : [...new Set(bills.error.map(({ code }) => code))].sort().join(', ');
    if (expected !== received)
      this.differences.push({
        what: month,
        field: 'problems',
        expected: expected || this.words.noProblems,
        received: received || this.words.noProblems,
      });
    if (bills.ok) {
      if (block.problems === undefined) this.account(block, month, bills.value);
      return;
    }
    if (block.problems === undefined) for (const problem of bills.error) this.trace.push(this.textOf(problem));
  }

  private textOf(problem: Problem): string {
    return problemText(problem as Problem<AnyProblemCode>, this.language).text;
  }

  private billed(month: Month): Result<HouseBills, readonly Problem[]> {
    const known = this.bills.get(month);
    if (known !== undefined) return known;
    const made = this.facts.ok ? billHouse(this.facts.value, month) : this.facts;
    this.bills.set(month, made);
    return made;
  }

  private account(block: ExpectedBlock, month: Month, bills: HouseBills): void {
    const asked = block.account ?? this.onlyAccount();
    if (asked === undefined) {
      this.problems.push(this.words.accountMissing);
      return;
    }
    const bill = bills.billOf(asked);
    const lines = bill?.lines ?? [];
    const before = this.differences.length;
    const what = `${month} ${asked}`;
    const { differences, matched } = compareLines(block, month, lines, this.words);
    for (const one of differences) this.differences.push({ ...one, what: `${what} ${one.what}` });
    this.published(matched, what);
    this.sums(block, lines, what);
    if (block.total !== undefined) this.money(what, 'total', block.total, roublesText(bill?.total ?? asKopecks(0)));
    if (block.houseTotal !== undefined) this.money(month, 'houseTotal', block.houseTotal, roublesText(bills.total()));
    this.acts(block, month, bills);
    this.vat(block, month, bills);
    this.document(block, month, bill);
    this.compensations(block, month, bill);
    this.saldo(block, month, asked);
    this.explained(block, month, asked, this.differences.length > before);
  }

  private saldo({ saldo }: ExpectedBlock, month: Month, account: string): void {
    if (saldo === undefined || !this.facts.ok) return;
    const found = saldoIn(this.facts.value, account, this.first, month, (of) => this.billed(of));
    if (!found.ok) {
      for (const problem of found.error) this.problems.push(this.textOf(problem));
      return;
    }
    for (const [field, expected] of Object.entries(saldo)) {
      if (expected !== undefined)
        this.money(`${month} ${account} ${this.words.saldo}`, field, expected, roublesText(found.value[field as keyof typeof found.value]));
    }
  }

  private acts({ acts = [] }: ExpectedBlock, month: Month, bills: HouseBills): void {
    for (const { service, trueUps, ...expected } of acts) {
      const act = bills.acts.find((one) => one.service === service);
      if (trueUps !== undefined) this.trueUps(`${month} ${this.words.act} ${service}`, trueUps, act);
      for (const [field, want] of Object.entries(expected) as [string, string][]) {
        const got = String(act?.[field as keyof HouseAct] ?? '—');
        const what = `${month} ${this.words.act} ${service}`;
        if (field === 'basis' ? want !== got : !isDecimal(got) || !sameNumber(want, got))
          this.differences.push(differing(what, field, want, got));
      }
    }
  }

  private trueUps(what: string, expected: readonly string[], act: HouseAct | undefined): void {
    const received = (act?.trueUps ?? []).map(({ money }) => money);
    if (expected.length !== received.length || expected.some((money, at) => !sameNumber(money, received[at] as string)))
      this.differences.push({ what, field: 'trueUps', expected: expected.join('; ') || '—', received: received.join('; ') || '—' });
  }

  private vat({ vat }: ExpectedBlock, month: Month, bills: HouseBills): void {
    if (vat === undefined) return;
    const rows = [...vatTable(bills.bills())];
    for (const one of vat) {
      const what = `${month} ${this.words.vat} ${one.service} ${one.mode ?? ''} ${one.rate ?? ''}`.trim();
      const at = rows.findIndex(
        (row) =>
          row.service === one.service &&
          (one.for ?? month) === row.month &&
          (one.provider === undefined || one.provider === row.provider) &&
          (one.mode === undefined || one.mode === row.mode) &&
          (one.rate === undefined || (row.rate !== null && sameNumber(one.rate, row.rate))),
      );
      const [row] = at < 0 ? [] : rows.splice(at, 1);
      if (row === undefined) {
        this.differences.push({ what, field: 'line', expected: this.words.someLine, received: this.words.noLine });
        continue;
      }
      for (const field of ['amount', 'vat', 'net'] as const)
        if (one[field] !== undefined) this.money(what, field, one[field], roublesText(row[field]));
    }
  }

  private document({ document }: ExpectedBlock, month: Month, bill: Bill | undefined): void {
    if (document === undefined || bill === undefined) return;
    const rows = rowsOf(bill);
    const sums = payableSums(rows);
    for (const field of ['services', 'capitalRepair', 'payable'] as const)
      if (document[field] !== undefined) this.money(`${month} ${bill.account}`, field, document[field], roublesText(sums[field]));
  }

  private compensations({ compensations: expected }: ExpectedBlock, month: Month, bill: Bill | undefined): void {
    if (expected === undefined || bill === undefined || !this.facts.ok) return;
    const found = compensations(this.facts.value, month, [bill]);
    if (!found.ok) {
      for (const problem of found.error) this.problems.push(this.textOf(problem));
      return;
    }
    const what = `${month} ${bill.account} ${this.words.compensation}`;
    if (found.value.length !== expected.length)
      this.differences.push(differing(what, 'count', String(expected.length), String(found.value.length)));
    for (const [index, one] of expected.entries()) {
      const got = found.value[index];
      const same = got !== undefined && got.service === one.service && (one.benefit === undefined || got.benefit === one.benefit);
      if (same) this.money(`${what} ${one.service}`, 'amount', one.amount, roublesText(got.amount));
      else this.differences.push({ what, field: 'line', expected: one.service, received: got?.service ?? this.words.noLine });
      if (one.published !== undefined && got !== undefined && !sameNumber(one.published, roublesText(got.amount)))
        this.publisherErrors.push({ what: `${what} ${one.service}`, published: one.published, ours: roublesText(got.amount) });
    }
  }

  private onlyAccount(): string | undefined {
    const accounts = this.facts.ok ? this.facts.value.premises.flatMap((premises) => premises.accounts) : [];
    return accounts.length === 1 ? accounts[0]?.number : undefined;
  }

  private money(what: string, field: string, expected: string, received: string): void {
    if (!sameNumber(expected, received)) this.differences.push(differing(what, field, expected, received));
  }

  private sums({ sums }: ExpectedBlock, lines: readonly Line[], what: string): void {
    for (const [service, expected] of Object.entries(sums ?? {})) {
      const sum = lines.reduce((all, line) => (line.service === service ? all + line.amount : all), 0);
      if (expected !== undefined) this.money(`${what} ${service}`, 'sum', expected, roublesText(asKopecks(sum)));
    }
  }

  private published(matched: readonly Matched[], what: string): void {
    for (const { expected, line } of matched) {
      const { published } = expected;
      const ours = roublesText(line.amount);
      if (published !== undefined && !sameNumber(published, roundedText(ours, decimalsOf(published)))) {
        this.publisherErrors.push({ what: `${what} ${line.service}`, published, ours });
      }
    }
  }

  /** What the explanation must and must not say; and the explanation itself as the trace of a block that failed. */
  private explained({ explains, omits }: ExpectedBlock, month: Month, account: string, failed: boolean): void {
    if (!this.facts.ok || (explains.length + omits.length === 0 && !failed)) return;
    const told = explainBill(this.facts.value, month, account);
    const text = told.ok ? billText(told.value, told.value.adjustments) : told.error.map((problem) => this.textOf(problem)).join('\n');
    const what = `${month} ${account}`;
    const before = this.differences.length;
    for (const part of explains)
      if (!text.includes(part)) this.differences.push({ what, field: 'explains', expected: part, received: this.words.notTold });
    for (const part of omits)
      if (text.includes(part))
        this.differences.push({ what, field: 'omits', expected: this.words.without(part), received: this.words.told });
    if (failed || this.differences.length > before) this.trace.push(text.trimEnd());
  }
}
