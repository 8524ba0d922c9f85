import { spawnSync } from 'node:child_process';
import type { FactRecord } from '../src/model/records';
import { provider } from './provider';
import { rounded } from './statistics';

/** Peak memory of a process that bills a provider, and of one that bills half of it. */
export interface MemoryGrowth {
  readonly fullMb: number;
  readonly halfMb: number;
  readonly ratio: number;
}

/** Bill every house and let it go, then print the peak: what a child process does. */
export const runForMemory = (accounts: number, seed: number, bill: (records: readonly FactRecord[]) => void): void => {
  for (const house of provider({ accounts, seed })) bill(house.facts);
  process.stdout.write(String(process.resourceUsage().maxRSS));
};

const peakMb = (accounts: number, seed: number): number => {
  const script = process.argv[1] ?? '';
  const child = spawnSync(
    process.execPath,
    ['--expose-gc', script, '--memory-only', '--accounts', String(accounts), '--seed', String(seed)],
    { encoding: 'utf8' },
  );
  if (child.status !== 0) throw new Error(`the memory run failed: ${child.stderr}`);
  return rounded(Number(child.stdout) / 1024, 1);
};

/** Peak memory at the full and at half the size; three runs of each, the middle one counts. */
export const measureMemory = (accounts: number, seed: number): MemoryGrowth => {
  const middle = (size: number): number => [1, 2, 3].map(() => peakMb(size, seed)).sort((a, b) => a - b)[1] ?? Number.NaN;
  const [halfMb, fullMb] = [middle(Math.ceil(accounts / 2)), middle(accounts)];
  return { fullMb, halfMb, ratio: fullMb / halfMb };
};
