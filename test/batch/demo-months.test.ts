import { expect, it } from 'vitest';
import { planRun, runSummary, runWorker } from '../../src/batch';
import { BILLED_SINCE, LAST_MONTH } from '../../src/cli/demo/flat';
import { demoRecords } from '../../src/cli/demo/houses';
import { type Instant, type Month, monthsFrom } from '../../src/kernel/calendar';
import { createSaldo } from '../../src/run/create-saldo';
import { steppingClock } from '../../src/testing/clock';
import { createMemoryQueue } from '../../src/testing/memory-queue';
import { createMemoryStore } from '../../src/testing/memory-store';
import { done } from '../run/given';

it('the months of the demo, with accounts that begin, end and follow one another, pass the control totals, and bill what house by house bills', async () => {
  const make = async () => {
    const store = createMemoryStore();
    const clock = steppingClock('2026-12-01T00:00:00.000Z' as Instant);
    const saldo = createSaldo({ store, clock });
    await done(saldo.importFacts(demoRecords()));
    return { store, clock, saldo, queue: createMemoryQueue(store, { clock }) };
  };
  const [plain, ports] = [await make(), await make()];
  for (const month of monthsFrom(BILLED_SINCE as Month, LAST_MONTH as Month)) {
    const { houses, failed, bills, total } = await done(plain.saldo.billHouses({ month }));
    const { run } = await done(planRun(ports, { month, by: 'я' }));
    await done(runWorker(ports, { worker: 'w', run, wait: async () => {} }));
    const { progress, dead } = await done(runSummary(ports, run));
    expect([dead, failed], month).toEqual([[], []]);
    expect([progress.done, progress.bills, progress.total], month).toEqual([houses, bills, total]);
  }
}, 120_000);
