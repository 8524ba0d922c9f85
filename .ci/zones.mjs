// Runs what counts days in two time zones far apart: no day of a bill may depend on where the machine stands. The whole suite ran before in the machine's own.
import { spawnSync } from 'node:child_process';
import process from 'node:process';

const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/vitest.config.ts', '--typecheck.enabled=false'];
const counted = [
  'test/kernel/calendar',
  'test/kernel/dated',
  'test/kernel/interval',
  'test/charges',
  'test/law',
  'test/statements',
  'test/run',
  'test/ledger',
];

for (const TZ of ['Asia/Kamchatka', 'America/New_York']) {
  console.log(`\nTZ=${TZ}`);
  const args = [...vitest, ...counted, ...process.argv.slice(2)];
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', env: { FC_RUNS: '5', ...process.env, TZ } });
  if (status !== 0) process.exit(status ?? 1);
}
