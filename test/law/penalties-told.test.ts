import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PenaltyCase } from '../../src/cli/verify/case-schema';
import { expandPenalty } from '../../src/cli/verify/expand-penalty';
import { readCaseFile } from '../../src/cli/verify/read-cases';
import { roundedFraction } from '../../src/kernel/fraction';
import { explainPenalty } from '../../src/ledger/penalties/explain-penalty';
import { penaltiesOf } from '../../src/ledger/penalties/penalties-of';

const FOLDER = new URL('.', import.meta.url);
const cases: readonly PenaltyCase[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.yaml'))
  .flatMap((name) => readCaseFile(name, readFileSync(new URL(name, FOLDER), 'utf8')).cases)
  .flatMap(({ case: one }) => ('penalty' in one && one.expect.problems === undefined ? [one] : []));

const accrued = (of: PenaltyCase, turned = false) => {
  const expanded = expandPenalty(of.penalty);
  if (!expanded.ok) throw new Error(JSON.stringify(expanded.error));
  const request = expanded.value;
  const turn = <T>(list: readonly T[]): readonly T[] => (turned ? list.toReversed() : list);
  const answer = penaltiesOf({ ...request, buckets: turn(request.buckets).map((one) => ({ ...one, changes: turn(one.changes) })) });
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
};

describe('the penalties of the cases', () => {
  it.each(cases)('$id: every interval is told as it is reckoned', (one) => {
    for (const penalty of accrued(one).buckets) {
      const charged = penalty.intervals.filter(({ free }) => free === null);
      expect(explainPenalty(penalty).map(({ value }) => Math.round(Number(value) * 100))).toEqual(charged.map(({ amount }) => amount));
      for (const { exact, amount } of charged) expect(roundedFraction(exact, 2)).toBe(BigInt(amount));
    }
  });

  it.each(cases)('$id: the order of debts and payments never shows', (one) => {
    expect(accrued(one, true).sums).toEqual(accrued(one).sums);
    expect(accrued(one, true).total).toBe(accrued(one).total);
  });
});
