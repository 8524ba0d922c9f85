import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Block } from '../../src/charges/block';
import { fillBlock, openMonth } from '../../src/charges/charge-house';
import { computeBlock } from '../../src/charges/compute';
import { accountRows, holdersIn } from '../../src/charges/holders';
import { HouseCharges } from '../../src/charges/house-month';
import { houseUses } from '../../src/charges/premises-uses';
import { groupsOf } from '../../src/charges/tariff-group';
import { premisesMonth } from '../../src/consumption/premises-month';
import type { Month } from '../../src/kernel/calendar';
import type { Result } from '../../src/kernel/result';
import { assembleHouse } from '../../src/model/assemble';
import type { Line } from '../../src/model/bill';
import { imageOf } from '../../src/model/draw-image';
import type { HouseFacts } from '../../src/model/facts';
import { type Flats, flatsOf } from '../../src/model/flats';
import { countsItself } from '../../src/model/services';
import { BILLED, calm, factsOf, houseShape, withTypos } from './random-house';

const must = <T>(result: Result<T, unknown>): T => {
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.error));
};

const RUNS = Number(process.env['FC_RUNS'] ?? 60);

/** Lines of the services that a premises counts itself, by account. */
const linesOf = (charges: HouseCharges, flats: Flats | null): readonly (readonly Line[])[] =>
  charges.rows
    .filter(({ premisesIndex }) => flats?.of.has(premisesIndex) !== true)
    .map(({ row }) => charges.linesOf(row).filter(({ service, component }) => countsItself(service) && component !== 'constant'));

const fromImage = (facts: HouseFacts, month: Month) => {
  const { block, rows } = must(fillBlock(facts, month));
  return { lines: linesOf(new HouseCharges('h', month, rows, computeBlock(block), block.context), flatsOf(facts)) };
};

/** The same with every history walked and every premises read as it is nested. */
const fromFacts = (facts: HouseFacts, month: Month) => {
  const context = must(openMonth(facts, month));
  const rows = accountRows(facts, context.from, context.to);
  const block = new Block(context, rows.length, groupsOf(facts, rows));
  const uses = houseUses(facts);
  const holders = holdersIn(facts, rows);
  // Communal flats go the long way by themselves.
  const flats = flatsOf(facts);
  for (const use of uses.all()) {
    const own = holders.filter(({ premisesIndex }) => premisesIndex === use.index);
    if (own.length > 0 && flats?.of.has(use.index) !== true && flats?.unbilled.has(use.index) !== true)
      premisesMonth(context, use, own, block);
  }
  return { lines: linesOf(new HouseCharges('h', month, rows, computeBlock(block), context), flats) };
};

describe('the image of a house', () => {
  it('bills what the facts bill', () => {
    fc.assert(
      fc.property(houseShape, fc.boolean(), fc.boolean(), (drawn, still, mistyped) => {
        const shape = still ? calm(drawn) : drawn;
        const records = factsOf({ ...shape, ranges: 'none' });
        const facts = must(assembleHouse(mistyped ? withTypos(records) : records));
        for (const month of BILLED) expect(fromImage(facts, month)).toEqual(fromFacts(facts, month));
      }),
      { numRuns: RUNS },
    );
  });

  it('is the same for the same premises, and another for facts that changed', () => {
    fc.assert(
      fc.property(houseShape, (shape) => {
        const facts = must(assembleHouse(factsOf(shape)));
        expect(imageOf({ ...facts, payments: [] }.premises)).toBe(imageOf(facts.premises));
        expect(imageOf([...facts.premises])).not.toBe(imageOf(facts.premises));
        expect(imageOf([...facts.premises])).toEqual(imageOf(facts.premises));
      }),
      { numRuns: Math.min(RUNS, 10) },
    );
  });
});
