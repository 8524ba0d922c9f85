import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';

const SCRIPT = 'node_modules/.cache/saldo-test/folder-user.mjs';

/** Bundle the script of {@link FolderUser}; it lies beside the installed packages, so that it finds PGlite. */
export const buildFolderUser = (): Promise<unknown> =>
  build({
    entryPoints: ['test/adapters/folder-user.ts'],
    outfile: SCRIPT,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  });

/** What a user of a folder said. */
interface Said {
  readonly open?: number;
  readonly refused?: { readonly code: string; readonly facts?: Readonly<Record<string, string>> };
  readonly written?: number;
  readonly failed?: number;
  readonly closed?: true;
}

/** A process that has, or wants, a folder. */
export class FolderUser {
  readonly said: Said[] = [];
  readonly process: ChildProcess;
  private readonly ended: Promise<unknown>;
  private readonly waiting = new Set<() => void>();

  constructor(folder: string, ...task: string[]) {
    this.process = spawn(process.execPath, [SCRIPT, folder, ...task], { stdio: ['pipe', 'pipe', 'inherit'] });
    const lines = createInterface({ input: this.process.stdout as NodeJS.ReadableStream });
    lines.on('line', (line) => {
      this.said.push(JSON.parse(line) as Said);
      for (const look of this.waiting) look();
    });
    this.ended = Promise.all([once(this.process, 'exit'), once(lines, 'close')]).then(() => {
      for (const look of this.waiting) look();
    });
  }

  /** Wait until something was said, or the process is gone. */
  until(is: (said: Said) => boolean): Promise<Said | undefined> {
    return new Promise((resolve) => {
      const look = (): void => {
        const found = this.said.find(is);
        if (found === undefined && this.process.exitCode === null && this.process.signalCode === null) return;
        this.waiting.delete(look);
        resolve(found);
      };
      this.waiting.add(look);
      look();
    });
  }

  /** Let it end by itself; its exit code. */
  async end(): Promise<number | null> {
    this.process.stdin?.write('end\n');
    await this.ended;
    return this.process.exitCode;
  }

  /** End it at once, as a power cut would; what it has said is all here afterwards. */
  async kill(): Promise<void> {
    this.process.kill('SIGKILL');
    await this.ended;
  }
}
