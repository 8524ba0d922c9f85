import { type Day, firstDay, type Month, monthNumber } from '../kernel/calendar';
import { type ExactDecimal, parseExact } from '../kernel/gate';
import { asKopecks, type Kopecks } from '../kernel/money';
import type { KernelProblem, Problem } from '../kernel/problem';
import { type Quantity, scaled } from '../kernel/quantity';
import { err, must, type Result } from '../kernel/result';
import { roundedQuotient } from '../kernel/rounding';
import type { TraceNode } from '../kernel/trace';
import type { SubsidyRecord } from '../model/benefit-records';
import type { Bill } from '../model/bill';
import type { HouseFacts } from '../model/facts';
import { SHAPES } from '../model/text-types';
import { evaluate } from '../norms/formula';
import { type PolicyValue, policyValue } from '../norms/policies';
import { subsidyAbove, subsidyBelow, subsidyBelowRounded } from './benefit-formulas';

/** What a subsidy is computed from: money as text in roubles, the share as a number from 0 to 1. */
export interface SubsidyTerms {
  /** Regional standard of the cost of housing and utilities for one member, a month. */
  readonly standard: string;
  readonly members: number;
  /** Income of the family, a month. */
  readonly income: string;
  /** Highest share of income that the family may spend. */
  readonly share: string;
  /** Subsistence minimum of the family for one member. */
  readonly minimum: string;
  /** What the family pays in the month. */
  readonly expenses: Kopecks;
  /** Ratio of income to the minimum: exact, or of four digits. */
  readonly ratio?: 'exact' | 'fourDigits';
}

/** A subsidy with its derivation. */
export interface Subsidy {
  readonly amount: Kopecks;
  readonly trace: TraceNode;
}

/**
 * The subsidy of a family for a month («субсидия», ЖК РФ, ст. 159; ПП № 761, п. 23): standard × members less the allowed share of the income; below the
 * subsistence minimum that share is lowered by the ratio of income to the minimum. Never below zero, never above the actual expenses.
 *
 * @param on a day of the month: the rules must be in force
 * @returns kopecks with the derivation; `division-by-zero` where the minimum is zero, `number-format` and its like for a text that is no number
 * @example subsidyOf({ standard: '3000', members: 3, income: '30000', share: '0.22', minimum: '9000', expenses: asKopecks(1000000) }, '2026-03-01' as Day)
 * //=> 2400.00 ₽ = 3000 × 3 − 30000 × 0.22
 */
export const subsidyOf = (terms: SubsidyTerms, on: Day): Result<Subsidy, Problem> => {
  const { members, expenses, ratio = 'exact' } = terms;
  const [standard, income, minimum] = [moneyOf(terms.standard), moneyOf(terms.income), moneyOf(terms.minimum)];
  if (!Number.isSafeInteger(members) || members < 1) return err({ code: 'number-format', value: String(members) });
  const share = parseExact(terms.share, SHAPES.share);
  for (const one of [standard, income, minimum, share]) if (!one.ok) return one;
  const [Д, ПМ] = [scaled(must(income).int, 2, 'RUB'), scaled(must(minimum).int, 2, 'RUB/person')];
  const values = {
    ССЖКУ: scaled(must(standard).int, 2, 'RUB/person'),
    n: scaled(members, 0, 'person'),
    МДД: scaled(must(share).int, SHAPES.share.scale, '1'),
    Д,
    Р: scaled(Math.max(0, expenses), 2, 'RUB'),
  };
  const needed = ПМ.int * BigInt(members);
  const found =
    Д.int >= needed && needed > 0n
      ? evaluate(subsidyAbove, values, on)
      : ratio === 'exact' || needed <= 0n
        ? evaluate(subsidyBelow, { ...values, ПМ }, on)
        : evaluate(subsidyBelowRounded, { ...values, К: ratioOf(Д, needed) }, on);
  return found.ok ? { ok: true, value: { amount: asKopecks(Number(found.value.value.int)), trace: found.value.trace } } : found;
};

const moneyOf = (text: string): Result<ExactDecimal, KernelProblem> => parseExact(text, { ...SHAPES.money, negative: false });

const ratioOf = ({ int }: Quantity<'RUB'>, needed: bigint): Quantity<'1'> => scaled(roundedQuotient(int * 10_000n, needed), 4, '1');

/** A granted subsidy in a month. */
export interface GrantedSubsidy extends Subsidy {
  readonly id: string;
  readonly account: string;
  readonly month: Month;
  readonly act: string;
}

/**
 * Subsidies that are granted for a month, each not above what the bill of its account asks for the month. They do not change the bill: the money
 * comes as a payment, to the citizen or to the provider.
 *
 * @param bills bills of the house for the month; an account without a bill has no expenses
 * @example subsidies(facts, '2026-03' as Month, bills)[0]?.amount //=> 240000
 */
export const subsidies = (facts: HouseFacts, month: Month, bills: Iterable<Bill>): readonly GrantedSubsidy[] => {
  const asked = new Map<string, number>();
  for (const bill of bills) if (bill.month === month) asked.set(bill.account, bill.total);
  const holders = facts.premises.flatMap(({ accounts }) => accounts);
  return facts.benefits.subsidies.flatMap((record): GrantedSubsidy[] => {
    const months = monthNumber(month) - monthNumber(record.from);
    if (months < 0 || months >= record.months) return [];
    const account =
      holders.find(({ number, aliases }) => number === record.account || aliases.includes(record.account))?.number ?? record.account;
    const terms = termsOf(record, asKopecks(Math.max(0, asked.get(account) ?? 0)), policyValue(facts.house.policies, 'subsidyRatio'));
    return [{ id: record.id, account, month, act: record.act, ...must(subsidyOf(terms, firstDay(month))) }];
  });
};

const termsOf = (record: SubsidyRecord, expenses: Kopecks, ratio: PolicyValue<'subsidyRatio'>): SubsidyTerms => {
  const { standard, members, income, share, minimum } = record;
  return { standard, members, income, share, minimum, expenses, ratio };
};
