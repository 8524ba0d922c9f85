// Runs the fast part of the suite in three time zones: no day of a bill may depend on where the machine stands.
import { spawnSync } from 'node:child_process';
import process from 'node:process';

const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/vitest.config.ts', '--typecheck.enabled=false'];

for (const TZ of ['UTC', 'Asia/Kamchatka', 'America/New_York']) {
  console.log(`\nTZ=${TZ}`);
  const args = [...vitest, '--exclude', 'test/package/**', ...process.argv.slice(2)];
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', env: { ...process.env, TZ } });
  if (status !== 0) process.exit(status ?? 1);
}
