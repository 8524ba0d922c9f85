import { writeSync } from 'node:fs';
import { lockFolder } from '../../src/adapters/postgres/folder-lock';
import { openPgliteStore } from '../../src/adapters/postgres/pglite';
import type { Store } from '../../src/ports/store';
import { writeOf } from './sample-writes';

/**
 * A process that uses a folder: `lock` takes its lock alone and `hold` opens it, until told to end; `write <from>` opens it and writes one
 * house-month after another from that number on, and says so after each. It speaks in lines of JSON, written at once: what was said
 * before a SIGKILL has been said.
 */
const [folder = '', task, from = '0'] = process.argv.slice(2);

const say = (line: unknown): number => writeSync(1, `${JSON.stringify(line)}\n`);

const toldToEnd = (): Promise<unknown> => new Promise((resolve) => process.stdin.once('data', resolve));

const opened = task === 'lock' ? await lockFolder(folder) : await openPgliteStore(folder);
if (!opened.ok) {
  say({ refused: opened.error });
} else {
  say({ open: process.pid });
  if ('release' in opened.value) {
    await toldToEnd();
    await opened.value.release();
  } else {
    if (task === 'write') await writeMonths(opened.value);
    else await toldToEnd();
    await opened.value.close();
  }
  say({ closed: true });
  process.stdin.destroy();
}

async function writeMonths(store: Store): Promise<void> {
  for (let place = Number(from); ; place += 1) {
    const written = await store.writeMonth(writeOf(place));
    say(written.ok ? { written: place } : { failed: place, problem: written.error });
    if (!written.ok) return;
  }
}
