import fc from 'fast-check';

/**
 * A run of the suite is the same everywhere: random cases come from a fixed seed. `FC_SEED=random` looks for new ones, `FC_SEED=…` repeats a
 * run, `FC_RUNS=…` lengthens the long properties.
 */
const SEED = 20_261_124;
const asked = process.env['FC_SEED'];
if (asked !== 'random') fc.configureGlobal({ seed: asked === undefined ? SEED : Number(asked) });
