import { join } from 'node:path';
import { openPgliteStore } from '../../adapters/postgres';
import { roublesText } from '../../kernel/money';
import type { Problem } from '../../kernel/problem';
import type { AnyProblemCode } from '../../model/problem-text-codes';
import { runDemo } from '../demo/run';
import { writeWhole } from '../files';
import { EXIT, type Terminal } from '../terminal';

/** What `saldo demo` was asked. */
export interface DemoRequest {
  readonly out: string;
  readonly store: string;
}

/** `saldo demo`: houses at real tariffs over ten months, on the embedded database, with every paper of the last month. */
export const demoCommand = async (request: DemoRequest, terminal: Terminal): Promise<number> => {
  const opened = await openPgliteStore(request.store);
  if (!opened.ok) return terminal.problems([opened.error]);
  try {
    const written: string[] = [];
    const write = (path: string, text: string): void => {
      writeWhole(join(request.out, path), text);
      written.push(path);
    };
    const done = await runDemo({ store: opened.value, write, progress: terminal.progress('demo'), language: terminal.language });
    if (!done.ok) return terminal.problems(done.error as readonly Problem<AnyProblemCode>[]);
    const { sheets, explained, months, online } = done.value;
    terminal.answer({
      ok: true,
      months: months.map((one) => ({ ...one, total: roublesText(one.total) })),
      files: written.sort(),
      explained,
      online,
    });
    for (const sheet of sheets) terminal.say(`${sheet}\n`);
    terminal.say(online);
    terminal.say(explained);
    terminal.say(terminal.words.written(join(request.out, 'index.html')));
    return EXIT.done;
  } finally {
    await opened.value.close();
  }
};
