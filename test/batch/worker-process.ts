import { writeSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { createPostgresQueue, openPgliteFolder } from '../../src/adapters/postgres';
import { runWorker } from '../../src/batch';
import type { Instant } from '../../src/kernel/calendar';

/**
 * A worker process: `<folder> <run>`. It works for the run until it ends, and says after each job which houses ended, in lines of JSON written
 * at once: what was said before a SIGKILL has been said.
 */
const [folder = '', run = ''] = process.argv.slice(2);

const say = (line: unknown): number => writeSync(1, `${JSON.stringify(line)}\n`);

const opened = await openPgliteFolder(folder);
if (!opened.ok) {
  say({ refused: opened.error });
} else {
  const { store, connection } = opened.value;
  const clock = { now: () => new Date().toISOString() as Instant };
  say({ open: process.pid });
  const did = await runWorker(
    { store, clock, queue: createPostgresQueue(connection, { clock, limits: { claims: 1000 } }) },
    {
      worker: String(process.pid),
      run,
      wait,
      onEvent: (event) => {
        if (event.kind === 'job') say({ ended: event.job.units.map(({ unit }) => unit.house) });
      },
    },
  );
  say(did.ok ? { finished: did.value.done } : { failed: did.error });
  await store.close();
}
