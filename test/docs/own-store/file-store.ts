import { open, readFile, rm } from 'node:fs/promises';
import type { Result, Store, StoreProblem } from '../../../src/index';
import { createMemoryStore } from '../../../src/testing';

type Operation = 'appendFacts' | 'writeMonth' | 'closeMonth' | 'post';

const unavailable = (reason: string) => ({ ok: false, error: { code: 'store-unavailable', facts: { reason } } }) as const;

/** A store in one file of lines: every write that was taken, in order. It belongs to one process. */
export const openFileStore = async (path: string): Promise<Store> => {
  // A second process would not see our writes: it fails here. After a crash a person removes the file.
  const lock = await open(`${path}.lock`, 'wx');
  const memory = createMemoryStore();
  const text = await readFile(path, 'utf8').catch(() => '');
  // A process that died may have left half a line, which was never acknowledged.
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  for (const line of whole.split('\n').slice(0, -1)) {
    const { operation, write } = JSON.parse(line) as { operation: Operation; write: never };
    await memory[operation](write);
  }
  const file = await open(path, 'a');
  await file.truncate(Buffer.byteLength(whole));
  let failed = false;
  let last: Promise<unknown> = Promise.resolve();

  /** One write after another: the memory decides, the file keeps, then the caller is answered. */
  const writing =
    <W, A>(operation: Operation, act: (write: W) => Promise<Result<A, StoreProblem>>) =>
    (write: W): Promise<Result<A, StoreProblem>> => {
      const turn = last.then(async () => {
        if (failed) return unavailable('an earlier write did not reach the file');
        const answer = await act(write);
        if (!answer.ok) return answer;
        try {
          await file.appendFile(`${JSON.stringify({ operation, write })}\n`);
          await file.datasync();
          return answer;
        } catch (error) {
          // The memory is ahead of the file now. Whoever opens the store again finds what was acknowledged.
          failed = true;
          return unavailable(String(error));
        }
      });
      last = turn.catch(() => {});
      return turn;
    };

  /** A reader waits for what is being written: it never sees what is not in the file. */
  const reading =
    <Asked extends unknown[], A>(act: (...asked: Asked) => Promise<A>) =>
    async (...asked: Asked): Promise<A> => {
      await last;
      if (failed) throw new Error('an earlier write did not reach the file');
      return act(...asked);
    };

  let closing: Promise<void> | undefined;
  const end = async (): Promise<void> => {
    await last;
    await memory.close();
    await file.close();
    await lock.close();
    await rm(`${path}.lock`);
  };

  return {
    appendFacts: writing('appendFacts', memory.appendFacts),
    writeMonth: writing('writeMonth', memory.writeMonth),
    closeMonth: writing('closeMonth', memory.closeMonth),
    post: writing('post', memory.post),
    factsOf: reading(memory.factsOf),
    factsOfKinds: reading(memory.factsOfKinds),
    houses: reading(memory.houses),
    houseOfAccount: reading(memory.houseOfAccount),
    monthState: reading(memory.monthState),
    billsOf: reading(memory.billsOf),
    actsOf: reading(memory.actsOf),
    billsOfAccount: reading(memory.billsOfAccount),
    entriesOfAccount: reading(memory.entriesOfAccount),
    entriesOfHouse: reading(memory.entriesOfHouse),
    entriesAfter: reading(memory.entriesAfter),
    monthsOf: reading(memory.monthsOf),
    closingsOf: reading(memory.closingsOf),
    balancesOf: reading(memory.balancesOf),
    balanceOf: reading(memory.balanceOf),
    close: () => {
      closing ??= end();
      return closing;
    },
  };
};
