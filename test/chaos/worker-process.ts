import { writeSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { runWorker } from '../../src/batch';
import type { Instant } from '../../src/kernel/calendar';
import { chaosQueue, databaseOf } from './database';

/**
 * A worker process: `<database> <run>`. It works for the run until it ends, and says after each job which houses ended, in lines of JSON written
 * at once: what was said before a SIGKILL has been said.
 */
const [name = '', run = ''] = process.argv.slice(2);

const say = (line: unknown): number => writeSync(1, `${JSON.stringify(line)}\n`);

const database = await databaseOf(name).open();
// Its clock jumps when it is told so.
let jumped = 0;
process.on('message', (ms) => (jumped += Number(ms)));
const clock = { now: () => new Date(Date.now() + jumped).toISOString() as Instant };
const did = await runWorker(
  { store: database.store, clock, queue: chaosQueue(database, clock) },
  {
    worker: String(process.pid),
    run,
    wait,
    poll: 100,
    onEvent: (event) => {
      if (event.kind === 'job') say({ ended: event.job.units.map(({ unit }) => unit.house) });
    },
  },
);
say(did.ok ? { finished: did.value.done } : { failed: did.error });
await database.store.close();
if (process.connected) process.disconnect();
