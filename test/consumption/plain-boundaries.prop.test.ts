import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { windowsOf } from '../../src/charges/reading-windows';
import { PlainBoundaries } from '../../src/consumption/plain-boundaries';
import { type Register, type RegisterContext, readRegister, walkRegister } from '../../src/consumption/register';
import { assembleHouse } from '../../src/model/assemble';
import type { HouseFacts } from '../../src/model/facts';
import { factsOf, type HouseShape, houseShape } from '../charges/random-house';

const FULL_RUNS = 200;
const RUNS = Number(process.env['FC_RUNS'] ?? FULL_RUNS);

/** Cutoff days that differ between the months, and the law's own. */
const WINDOWS = [[], [{ from: '2020-01-01', cutoffDay: 20 }], [{ from: '2025-09-01', cutoffDay: 10, firstDay: 5 }]];

const house = (shape: HouseShape, window: (typeof WINDOWS)[number]): HouseFacts => {
  const records = factsOf(shape).map((record) => (record.kind === 'house' ? { ...record, readingWindow: window } : record));
  const assembled = assembleHouse(records as Parameters<typeof assembleHouse>[0]);
  if (!assembled.ok) throw new Error(JSON.stringify(assembled.error));
  return assembled.value;
};

const told = ({ zone, facts, meter, boundaries, late, accepted, closings, exceptions, corrected, counter }: Register) => ({
  ...{ zone, facts, meter, boundaries, late, accepted, closings, exceptions, corrected },
  counts: counter.at(facts.initial, 0),
});

describe('a plain history on a meter that nothing ended', () => {
  it('has the boundaries that walking through its readings finds', () => {
    let seen = 0;
    let closedTwice = 0;
    fc.assert(
      fc.property(houseShape, fc.constantFrom(...WINDOWS), (shape, window) => {
        const facts = house(shape, window);
        const windowOf = windowsOf(facts);
        for (const { points } of facts.premises)
          for (const { meters } of points)
            for (const { meter, registers } of meters)
              for (const register of registers) {
                const context: RegisterContext = {
                  start: null,
                  window: windowOf(meter.service),
                  acted: null,
                  fitEnd: Number.POSITIVE_INFINITY,
                  eventMonth: Number.POSITIVE_INFINITY,
                  believable: () => 0,
                  judge: null,
                };
                const read = readRegister(register, meter, context);
                if (!(read instanceof PlainBoundaries)) continue;
                if (meter.removedOn !== undefined) continue;
                seen += 1;
                if (read.accepted.length >= read.boundaries.length) closedTwice += 1;
                expect(told(read)).toEqual(told(walkRegister(register, meter, context)));
              }
      }),
      { numRuns: RUNS },
    );
    if (RUNS >= FULL_RUNS) expect(Math.min(seen, closedTwice * 10)).toBeGreaterThan(100);
  });
});
