import type { ActsOf } from '../charges/common-history';
import type { BillingProblem } from '../consumption/problems';
import { firstDay, type Month, monthNumber } from '../kernel/calendar';
import { parseExact } from '../kernel/gate';
import { asKopecks, type Kopecks } from '../kernel/money';
import { excerpt, type Problem } from '../kernel/problem';
import { WIDEST } from '../kernel/quantity';
import { err, ok, type Result } from '../kernel/result';
import type { Line } from '../model/bill';
import type { HouseFacts } from '../model/facts';
import type { ServiceCode } from '../model/services';
import { citation } from '../norms/act';
import { formulas } from '../norms/formula';
import { causeOfDifference, type DifferenceCause } from './audit-cause';
import type { ChargedLines } from './bill-house';
import { commonReplays } from './common-replay';
import { heatingReplays } from './heating-replay';
import { fineFor } from './provider-fine';
import { replayMonths } from './replay-months';
import type { Touched } from './touched';

/** A sum of an issued month that is not what the law and the facts make it. */
export interface AuditFinding {
  readonly account: string;
  readonly premises: string;
  readonly service: ServiceCode;
  readonly part: 'common' | null;
  readonly provider: string;
  readonly month: Month;
  /** What the bills charged, what should have been charged, and the difference: above zero when too little was charged. */
  readonly charged: Kopecks;
  readonly should: Kopecks;
  readonly correction: Kopecks;
  readonly cause: DifferenceCause;
  /** Clause of the formula by which the sum is made, on the first day of the month. */
  readonly clause: string;
  /** What the provider owes the consumer when it is not mended before it is paid (ЖК РФ, ст. 157, ч. 6). */
  readonly fine: Kopecks;
  /** The lines that would be posted. */
  readonly lines: readonly Line[];
}

/** Why months cannot be looked over: what billing refuses, or a number of the bills that cannot be read. */
export type AuditProblem = BillingProblem | Problem<'number-format'>;

/** Which months of a house are looked at, and what is known of them. */
export interface AuditAsked {
  readonly from: Month;
  /** The last issued month: what closes months up to it is known. */
  readonly to: Month;
  /** What the bills charged: of this engine or of any other. */
  readonly charged: ChargedLines;
  /** Acts of common needs as the months were charged; without them common needs are not looked at. */
  readonly acts?: ActsOf;
  /** Accounts that were billed and that the facts no longer know, with their premises. */
  readonly gone?: readonly NonNullable<Touched['gone']>[];
}

/**
 * Look issued months over («самопроверка»): every sum is made again by the facts as they are known now and compared with what was charged. It does not
 * matter which engine issued the bills. Yearly recalculations and true-ups are sums of their own and stay out.
 *
 * @returns findings in order of months, accounts and services; none when everything is right
 * @example
 * const found = auditHouse(facts, { from: '2026-01', to: '2026-09', charged });
 * if (found.ok) for (const { account, month, correction, fine } of found.value) console.log(account, month, correction, fine);
 */
export const auditHouse = (
  facts: HouseFacts,
  { from, to, charged: issued, acts, gone = [] }: AuditAsked,
): Result<readonly AuditFinding[], readonly AuditProblem[]> => {
  const broken: AuditProblem[] = [];
  const charged = readable(issued, broken);
  const months = { cause: 'audit', first: monthNumber(from), last: monthNumber(to) };
  const all: readonly Touched[] = [
    { ...months, premises: null, gone: null, heating: facts.heating !== null, common: facts.common.terms.length > 0 },
    ...gone.map((one) => ({ ...months, premises: [], gone: one, heating: false, common: false })),
  ];
  const own = replayMonths(facts, monthNumber(to), [], all, charged);
  if (!own.ok) return own;
  const heating = heatingReplays(facts, all, charged);
  if (!heating.ok) return heating;
  const common = commonReplays(facts, all, charged, acts);
  if (!common.ok) return common;
  if (broken.length > 0) return err(broken);
  const groups = new Map<string, { readonly account: string; readonly premises: string; readonly lines: Line[] }>();
  const add = (account: string, premises: string, line: Line): void => {
    const key = [line.month, account, line.service, line.part ?? '', line.item ?? '', line.component ?? '', line.use ?? ''].join('|');
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { account, premises, lines: [line] });
    else known.lines.push(line);
  };
  for (const { account, premises, line } of [...own.value, ...heating.value, ...common.value]) add(account, premises ?? '', line);
  return ok(
    [...groups]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([, { account, premises, lines }]) => findingOf(account, premises, lines, charged)),
  );
};

/** Bills of another engine may hold anything: a line whose numbers cannot be read is told, and its month is not looked at. */
const readable =
  (charged: ChargedLines, broken: AuditProblem[]): ChargedLines =>
  (account, month) => {
    const lines = charged(account, month);
    const bad = lines?.find(({ volume, amount }) => !parseExact(volume, WIDEST).ok || !Number.isSafeInteger(amount));
    if (bad === undefined) return lines;
    if (!broken.some(({ at, facts }) => at === `account ${account}` && facts?.['month'] === month))
      broken.push({ code: 'number-format', at: `account ${account}`, value: excerpt(bad.volume), facts: { month, service: bad.service } });
    return [];
  };

/** Differences of one service in one month as a finding; nothing where they make no difference in money. */
const findingOf = (account: string, premises: string, lines: readonly Line[], charged: ChargedLines): readonly AuditFinding[] => {
  const correction = lines.reduce((sum, line) => sum + line.amount, 0);
  const [first] = lines;
  if (first === undefined || correction === 0) return [];
  const { service, part, item, component, use, provider, month } = first;
  const was = (charged(account, month) ?? []).filter(
    (line) => line.service === service && line.part === part && line.item === item && line.component === component && line.use === use,
  );
  const sum = was.reduce((total, line) => total + line.amount, 0);
  const formula = lines.map((line) => formulas().get(line.formula)).find((one) => one !== undefined);
  return [
    {
      account,
      premises,
      service,
      part: part ?? null,
      provider,
      month,
      charged: asKopecks(sum),
      should: asKopecks(sum + correction),
      correction: asKopecks(correction),
      cause: causeOfDifference(was, lines),
      clause: formula === undefined ? '' : (citation(formula.clause, firstDay(month)) ?? ''),
      fine: fineFor(service, month, asKopecks(-correction)),
      lines,
    },
  ];
};
