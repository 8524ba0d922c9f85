import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/**
 * Who a process is, so that it is known again: its number alone is soon given to another one. Where the system does not tell (only Linux
 * tells all of it), a part is `null`.
 */
export interface ProcessIdentity {
  readonly pid: number;
  readonly host: string;
  /** The boot its kernel runs since; containers of one machine have it in common. */
  readonly boot: string | null;
  /** The space of process numbers: containers have their own. */
  readonly space: string | null;
  /** When the process started, in ticks since the boot. */
  readonly started: string | null;
}

const orNull = (read: () => string): string | null => {
  try {
    const text = read().trim();
    return text === '' ? null : text;
  } catch {
    return null;
  }
};

/** State and start of a process in `/proc`, after its name, which may hold anything. */
const statOf = (pid: number): { readonly state: string; readonly started: string } | null => {
  const stat = orNull(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? [];
  const [state, started] = [fields[0], fields[19]];
  return state === undefined || started === undefined ? null : { state, started };
};

/** This process. */
export const thisProcess = (): ProcessIdentity => ({
  pid: process.pid,
  host: hostname(),
  boot: orNull(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')),
  space: orNull(() => readlinkSync('/proc/self/ns/pid')),
  started: statOf(process.pid)?.started ?? null,
});

/** How another process stands to us: whether its number means the same to us, and whether its kernel is ours. */
export const kinship = (other: ProcessIdentity, me: ProcessIdentity): 'same-space' | 'same-kernel' | 'other-boot' | 'unknown' => {
  if (other.boot === null || me.boot === null) return other.boot === me.boot && other.host === me.host ? 'same-space' : 'unknown';
  if (other.boot !== me.boot) return 'other-boot';
  return other.space === me.space ? 'same-space' : 'same-kernel';
};

/** Is a process of our own space of numbers gone? A zombie has closed its files, and one of another start has only inherited the number. */
export const hasEnded = ({ pid, started }: ProcessIdentity): boolean => {
  if (!answers(pid)) return true;
  const stat = statOf(pid);
  if (stat === null) return false;
  return stat.state === 'Z' || stat.state === 'X' || (started !== null && started !== stat.started);
};

const answers = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
};
