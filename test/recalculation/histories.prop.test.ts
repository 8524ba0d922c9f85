import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FactRecord } from '../../src/model/records';
import { BILLED, factsOf, houseShape } from '../charges/random-house';
import { lateness, told } from './late-facts';
import { known, lived, sumsOf } from './lives';

/** 100 000 of them are tried in a night: `FC_RUNS=100000`. */
const RUNS = Number(process.env['FC_RUNS'] ?? 60);

const shapes = houseShape.filter((shape) => shape.flats.every((flat) => !flat.shop || flat.people.length === 0));

/** A history in a few words, for whoever reads a counterexample: what was told at which step. */
const words = (history: readonly (readonly FactRecord[])[]): string =>
  history
    .flatMap((records, step) =>
      step === 0 ? [] : records.map(({ knownAt: _knownAt, ...record }) => `${BILLED[step]}: ${JSON.stringify(record)}`),
    )
    .join('\n');

/** The history goes with its words: what is shown of a counterexample is what was told late. */
const histories = fc
  .tuple(shapes, lateness)
  .map(([shape, late]) => told(factsOf(shape), late))
  .map((history) => ({ words: words(history), history, toString: () => words(history) }));

describe('a history in which facts are told late, mended and withdrawn', () => {
  it('ends in the charges of the same facts told in time', () => {
    fc.assert(
      fc.property(histories, ({ history }) => {
        const bills = lived(history);
        fc.pre(bills !== null);
        expect(sumsOf(bills).shown).toEqual(known(history.flat()).shown);
      }),
      { numRuns: RUNS },
    );
  });
});
