import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chargeHouse } from '../../src/charges/charge-house';
import { explainAccount } from '../../src/charges/explain';
import type { HouseCase } from '../../src/cli/verify/case-schema';
import { expandFacts, mergedFacts } from '../../src/cli/verify/expand-facts';
import { readCaseFile } from '../../src/cli/verify/read-cases';
import type { Month } from '../../src/kernel/calendar';
import { decimalText } from '../../src/kernel/gate';
import { assembleHouse } from '../../src/model/assemble';
import type { FactRecord } from '../../src/model/records';
import { billHouse } from '../../src/recalculation/bill-house';
import { explainBill } from '../../src/recalculation/explain-bill';

const FOLDER = new URL('.', import.meta.url);

interface Billed {
  readonly id: string;
  readonly records: readonly FactRecord[];
  readonly months: readonly Month[];
}

const monthsOf = (one: HouseCase): readonly Month[] =>
  [...new Set(one.expect.flatMap((block) => (block.problems === undefined ? [block.month ?? one.month] : [])))].filter(
    (month) => month !== undefined,
  );

/** The houses of all cases whose bills are expected. */
const houses: readonly Billed[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.yaml'))
  .flatMap((name) => readCaseFile(name, readFileSync(new URL(name, FOLDER), 'utf8')).cases)
  .flatMap(({ case: one, common }) =>
    'facts' in one ? [{ id: one.id, records: expandFacts(mergedFacts(common, one.facts), '2025-12'), months: monthsOf(one) }] : [],
  )
  .filter(({ months }) => months.length > 0);

const wanted = <T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

describe('the houses of the cases', () => {
  it.each(houses)('$id: every line is told as it is billed', ({ records, months }) => {
    const facts = wanted(assembleHouse(records));
    for (const month of months) {
      const charges = wanted(chargeHouse(facts, month));
      for (const row of charges.rows) {
        const told = wanted(explainAccount(facts, month, row.account.number));
        expect(told.services.flatMap((service) => service.lines.map(({ line }) => line))).toEqual(charges.linesOf(row.row));
      }
    }
  });

  it.each(houses)('$id: every bill is told whole', ({ records, months }) => {
    const facts = wanted(assembleHouse(records));
    for (const month of months) {
      for (const bill of wanted(billHouse(facts, month)).bills()) {
        const told = wanted(explainBill(facts, month, bill.account));
        const lines = [
          ...told.services.flatMap((service) => service.lines.map(({ line }) => line)),
          ...told.adjustments.map(({ line }) => line),
        ];
        expect(lines).toEqual(bill.lines);
        for (const { lines: own } of told.services)
          for (const { line, trace } of own) expect(trace.value).toBe(decimalText(line.amount, 2));
      }
    }
  });

  it.each(houses)('$id: the order of facts never shows', ({ records, months }) => {
    const bills = (from: readonly FactRecord[]) =>
      months.map((month) => [...wanted(billHouse(wanted(assembleHouse(from)), month)).bills()]);
    expect(bills(records.toReversed())).toEqual(bills(records));
  });
});
