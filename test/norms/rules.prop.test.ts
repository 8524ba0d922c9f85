import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dwellingVolume, nonResidentialVolume, type VolumeFacts } from '../../src/consumption/volume-rules';
import type { Day } from '../../src/kernel/calendar';
import { type Act, clause, inForce } from '../../src/norms/act';
import { choose, type RuleTable, rowFor, rules } from '../../src/norms/rules';
import { someDay } from '../kernel/days';

const act: Act = { code: 'sample', title: 'ПП № 1', date: '2000-01-01' as Day, number: '1' };

/** Tables whose rows hold on any set of bits and are in force for any time. */
const tables: fc.Arbitrary<RuleTable<number, string>> = fc
  .record({
    hit: fc.constantFrom('first' as const, 'unique' as const),
    rows: fc.array(fc.record({ bit: fc.integer({ min: 0, max: 4 }), from: someDay, to: someDay }), { minLength: 1, maxLength: 6 }),
  })
  .map(({ hit, rows }) =>
    rules(
      'sample',
      rows.map(({ bit, from, to }, at) => ({
        basis: `row ${at}`,
        when: (facts: number) => ((facts >> bit) & 1) === 1,
        clause: clause(act, 'x', 'x', 'design', { [from]: 'п. 1', [to]: null }),
        otherwise: `нет бита ${bit}`,
      })),
      hit,
    ),
  );

const volumeFacts: fc.Arbitrary<VolumeFacts> = fc.record({
  metered: fc.boolean(),
  fit: fc.boolean(),
  reading: fc.boolean(),
  periods: fc.integer({ min: 0, max: 8 }),
  periodsMost: fc.integer({ min: 0, max: 6 }),
  average: fc.boolean(),
  supplierDuty: fc.boolean(),
  mustMeter: fc.boolean(),
  violation: fc.constantFrom(null, 'unauthorised', 'tampering'),
  capacity: fc.boolean(),
  refusedPeriods: fc.integer({ min: 0, max: 8 }),
  installationRefused: fc.boolean(),
  delayed: fc.boolean(),
  acts: fc.constantFrom('', 'акт от 01.02.2026'),
});

/** The spoken reading must tell the row of the silent one, and every row that was passed over with a true reason. */
const agree = <F>(table: RuleTable<F, string>, facts: F, on: Day): void => {
  const row = rowFor(table, facts, on);
  const spoken = choose(table, facts, on);
  const holding = table.rows.filter((one) => one.when(facts) && inForce(one.clause, on));
  if (!spoken.ok) {
    expect(spoken.error.code).toBe(row === -1 ? 'no-rule' : 'two-rules');
    expect(row).toBe(holding.length === 0 ? -1 : -2);
    expect(holding.length === 0 || (table.hit === 'unique' && holding.length > 1)).toBe(true);
    return;
  }
  expect(table.rows[row]).toBe(holding[0]);
  expect(spoken.value.basis).toBe(holding[0]?.basis);
  expect(table.hit === 'first' || holding.length === 1).toBe(true);
  const others = table.hit === 'first' ? table.rows.slice(0, row) : table.rows.filter((_, at) => at !== row);
  expect(spoken.value.rejected.map(({ basis }) => basis)).toEqual(others.map(({ basis }) => basis));
  others.forEach((other, at) => {
    expect(spoken.value.rejected[at]?.why === 'норма в этот день не действовала').toBe(other.when(facts));
  });
};

describe('a decision table', () => {
  it('is read silently as it is read aloud', () => {
    fc.assert(
      fc.property(tables, fc.nat({ max: 31 }), someDay, (table, facts, on) => agree(table, facts, on)),
      { numRuns: 5_000 },
    );
  });

  it.each([dwellingVolume, nonResidentialVolume])('of the law always has an answer, the same silently and aloud: $id', (table) => {
    fc.assert(
      fc.property(volumeFacts, fc.constantFrom('2013-01-01', '2016-06-30', '2019-01-01', '2026-10-01'), (facts, on) => {
        agree(table, facts, on as Day);
        expect(rowFor(table, facts, on as Day)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 5_000 },
    );
  });
});
