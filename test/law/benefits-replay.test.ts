import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { HouseCase } from '../../src/cli/verify/case-schema';
import { expandFacts, mergedFacts } from '../../src/cli/verify/expand-facts';
import { readCaseFile } from '../../src/cli/verify/read-cases';
import { type Month, monthsFrom } from '../../src/kernel/calendar';
import { assembleHouse } from '../../src/model/assemble';
import type { Bill } from '../../src/model/bill';
import { billHouse } from '../../src/recalculation/bill-house';
import { chargedIn } from '../../src/run/charged-before';

const NAME = 'benefits.yaml';
const FILE = readCaseFile(NAME, readFileSync(new URL(NAME, import.meta.url), 'utf8'));

const monthsOf = ({ month, expect: blocks }: HouseCase): readonly Month[] =>
  blocks.flatMap((block) => (block.problems === undefined ? [block.month ?? month] : [])).filter((one) => one !== undefined);

/** Cases about several months, with the months from the first that is billed to the last that is asked about. */
const cases = FILE.cases.flatMap(({ case: one, common }) => {
  if (!('facts' in one)) return [];
  const facts = mergedFacts(common, one.facts);
  const last = [...monthsOf(one)].sort().pop();
  const first = facts.house?.billedSince;
  return last === undefined || first === undefined || new Set(monthsOf(one)).size < 2
    ? []
    : [{ id: one.id, records: expandFacts(facts, '2025-12'), months: monthsFrom(first, last) }];
});

const wanted = <T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

describe('the cases of benefits over several months', () => {
  it.each(cases)('$id: earlier bills and the facts alone give the same', ({ records, months }) => {
    const facts = wanted(assembleHouse(records));
    const bills = new Map<string, Bill[]>();
    for (const month of months) {
      const own = [...wanted(billHouse(facts, month, { charged: chargedIn(bills) })).bills()];
      expect(own).toEqual([...wanted(billHouse(facts, month)).bills()]);
      for (const bill of own) bills.set(bill.account, [...(bills.get(bill.account) ?? []), bill]);
    }
  });

  it('are some', () => expect(cases.length).toBeGreaterThan(4));
});
