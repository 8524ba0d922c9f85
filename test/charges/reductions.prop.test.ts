import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chargeHouse } from '../../src/charges/charge-house';
import { explainAccount } from '../../src/charges/explain';
import type { Month } from '../../src/kernel/calendar';
import { decimalText } from '../../src/kernel/gate';
import { assembleHouse } from '../../src/model/assemble';
import type { Line } from '../../src/model/bill';
import type { HouseFacts } from '../../src/model/facts';
import type { FactRecord } from '../../src/model/records';
import { billHouse } from '../../src/recalculation/bill-house';
import { explainBill } from '../../src/recalculation/explain-bill';
import { BILLED } from './random-meter';
import { incidentsOf, reductionsFacts, reductionsHouse } from './random-reductions';

const RUNS = Number(process.env['FC_RUNS'] ?? 60);
const month = fc.constantFrom(...BILLED);

const wanted = <T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const assembled = (records: readonly FactRecord[]): HouseFacts => wanted(assembleHouse(records));

describe('reductions of a random house', () => {
  it('are told with the very lines that the silent run computes', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(reductionsHouse, month, (shape, on) => {
        const facts = assembled(reductionsFacts(shape));
        const charged = wanted(chargeHouse(facts, on));
        for (const row of charged.rows) {
          const told = wanted(explainAccount(facts, on, row.account.number));
          const lines = told.services.flatMap((service) => service.lines);
          expect(lines.map(({ line }) => line)).toEqual(charged.linesOf(row.row));
          for (const { line, trace } of lines) expect(trace.value).toBe(decimalText(line.amount, 2));
          for (const { line } of lines) if (line.kind === 'reduction') seen.add(`${line.service} ${line.basis}`);
        }
      }),
      { numRuns: RUNS * 4 },
    );
    if (RUNS >= 60)
      for (const what of [
        'coldWater absence',
        'hotWater absence',
        'sewerage absence',
        'electricity absence',
        'gas absence',
        'coldWater quality',
        'hotWater quality',
        'sewerage quality',
        'electricity quality',
        'gas quality',
      ])
        expect(seen).toContain(what);
  });

  it('never take off more than a service was charged', () => {
    fc.assert(
      fc.property(reductionsHouse, month, (shape, on) => {
        const charged = wanted(chargeHouse(assembled(reductionsFacts(shape)), on));
        for (const row of charged.rows) {
          const sums = new Map<string, number>();
          for (const line of charged.linesOf(row.row)) {
            if (line.kind === 'reduction') expect(line.amount).toBeLessThanOrEqual(0);
            sums.set(line.service, (sums.get(line.service) ?? 0) + line.amount);
          }
          for (const sum of sums.values()) expect(sum).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: RUNS * 4 },
    );
  });

  it('do not depend on the order in which facts came', () => {
    fc.assert(
      fc.property(reductionsHouse, month, (shape, on) => {
        const records = reductionsFacts(shape);
        const bills = (of: readonly FactRecord[]) => [...wanted(billHouse(assembled(of), on)).bills()];
        expect(bills(records.toReversed())).toEqual(bills(records));
      }),
      { numRuns: RUNS },
    );
  });

  it('are the same when an incident is told in two parts that touch', () => {
    fc.assert(
      fc.property(reductionsHouse, month, fc.nat({ max: 4 }), fc.integer({ min: 1, max: 40 * 24 }), (shape, on, which, hours) => {
        const own = incidentsOf(shape);
        const one = own[which % Math.max(1, own.length)];
        if (one === undefined) return;
        const [from, to] = [String(one['from']), String(one['to'])];
        const middle = new Date(Date.parse(`${from}:00Z`) + hours * 3_600_000).toISOString().slice(0, 16);
        if (middle >= to) return;
        const parts = [...own.filter((other) => other !== one), { ...one, to: middle }, { ...one, id: `${one.id}-2`, from: middle }];
        const lines = (incidents: readonly object[]) => {
          const charged = wanted(chargeHouse(assembled(reductionsFacts(shape, incidents)), on));
          return charged.rows.map((row) => charged.linesOf(row.row).map(({ cause: _cause, ...line }) => line));
        };
        expect(lines(parts)).toEqual(lines(own));
      }),
      { numRuns: RUNS * 2 },
    );
  });

  it('are told whole in every bill, with their changes to earlier months', () => {
    fc.assert(
      fc.property(reductionsHouse, month, (shape, on) => {
        const facts = assembled(reductionsFacts(shape));
        for (const bill of wanted(billHouse(facts, on)).bills()) {
          const told = wanted(explainBill(facts, on, bill.account));
          const own = told.services.flatMap((service) => service.lines.map(({ line }) => line));
          expect([...own, ...told.adjustments.map(({ line }) => line)]).toEqual(bill.lines);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('come in the end to what was known in the end, whenever it was told', () => {
    fc.assert(
      fc.property(reductionsHouse, (shape) => {
        const facts = assembled(reductionsFacts(shape));
        const last = BILLED[BILLED.length - 1] as Month;
        const sums = new Map<string, number>();
        const add = (account: string, line: Line): void => {
          const key = `${account} ${line.month}`;
          sums.set(key, (sums.get(key) ?? 0) + line.amount);
        };
        for (const on of BILLED)
          for (const bill of wanted(billHouse(facts, on)).bills()) for (const line of bill.lines) add(bill.account, line);
        const through = Number(last.slice(0, 4)) * 12 + Number(last.slice(5)) - 1;
        for (const on of BILLED) {
          const should = wanted(chargeHouse(facts, on, { through }));
          for (const row of should.rows)
            expect(sums.get(`${row.account.number} ${on}`) ?? 0).toBe(should.linesOf(row.row).reduce((sum, line) => sum + line.amount, 0));
        }
      }),
      { numRuns: Math.ceil(RUNS / 3) },
    );
  });
});
