// Faults, tried for real: workers killed at random moments of a month, many rounds. CHAOS_ROUNDS, CHAOS_HOUSES; SALDO_CHAOS names the database.
import { spawnSync } from 'node:child_process';
import process from 'node:process';

const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/vitest.config.ts', '--typecheck.enabled=false', 'test/chaos'];
const env = { CHAOS_ROUNDS: '50', CHAOS_HOUSES: '500', ...process.env };
process.exit(spawnSync(process.execPath, [...vitest, ...process.argv.slice(2)], { stdio: 'inherit', env }).status ?? 1);
