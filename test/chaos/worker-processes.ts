import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';

const SCRIPT = `node_modules/.cache/saldo-test/worker-process-${process.pid}.mjs`;
process.once('exit', () => rmSync(SCRIPT, { force: true }));

/** Bundle the script of {@link WorkerProcess}; it lies beside the installed packages, so that it finds the drivers. */
export const buildWorkerProcess = (): Promise<unknown> =>
  build({
    entryPoints: ['test/chaos/worker-process.ts'],
    outfile: SCRIPT,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  });

interface Said {
  readonly ended?: readonly string[];
  readonly finished?: number;
  readonly failed?: unknown;
}

/** A worker process, with what it said. */
export class WorkerProcess {
  readonly said: Said[] = [];
  /** Resolves when the process has ended, whyever. */
  readonly gone: Promise<unknown>;
  /** Resolves when a job has ended, or the process. */
  readonly firstJob: Promise<unknown>;
  private readonly process: ChildProcess;

  constructor(database: string, run: string) {
    this.process = spawn(process.execPath, [SCRIPT, database, run], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
    this.process.on('error', () => {});
    const lines = createInterface({ input: this.process.stdout as NodeJS.ReadableStream });
    this.gone = Promise.all([once(this.process, 'exit'), once(lines, 'close')]);
    this.firstJob = new Promise((resolve) => {
      lines.on('line', (line) => {
        const said = JSON.parse(line) as Said;
        this.said.push(said);
        if (said.ended !== undefined) resolve(said);
      });
      void this.gone.then(resolve);
    });
  }

  isGone(): boolean {
    return this.process.exitCode !== null || this.process.signalCode !== null;
  }

  /** Let its clock jump. */
  jump(ms: number): void {
    if (!this.isGone() && this.process.connected) this.process.send(ms, () => {});
  }

  async kill(): Promise<void> {
    this.process.kill('SIGKILL');
    await this.gone;
  }
}
