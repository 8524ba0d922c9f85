// Faults, tried for real at random moments of a month, many rounds: on PGlite and on a PostgreSQL server of its own. CHAOS_ROUNDS, CHAOS_HOUSES; CHAOS_SEED
// replays the faults on the server; CHAOS_DISK=0 mounts no small disk. Arguments say which files: all of test/chaos without them.
import { spawnSync } from 'node:child_process';
import process from 'node:process';

const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/vitest.config.ts', '--typecheck.enabled=false'];
const files = process.argv.length > 2 ? process.argv.slice(2) : ['test/chaos'];
const env = { CHAOS_ROUNDS: '50', CHAOS_HOUSES: '500', CHAOS_DISK: '1', ...process.env };
process.exit(spawnSync(process.execPath, [...vitest, ...files], { stdio: 'inherit', env }).status ?? 1);
