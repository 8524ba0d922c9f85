import type { Problem } from '../kernel/problem';
import type { Language } from '../model/problem-text';
import { problemText } from '../model/problem-text';
import type { AnyProblemCode } from '../model/problem-text-codes';
import { type Words, wordsOf } from './words';

/** Exit codes of the command line. */
export const EXIT = { done: 0, problems: 1, usage: 2, fault: 3 } as const;

/** What a command needs of the world: where it writes, in which language, whether people watch. */
export class Terminal {
  readonly words: Words;

  constructor(
    readonly language: Language,
    readonly json: boolean,
    private readonly stdout: NodeJS.WriteStream,
    private readonly stderr: NodeJS.WriteStream,
  ) {
    this.words = wordsOf(language);
  }

  /** A text for people; silent when the answer is JSON. */
  say(text: string): void {
    if (!this.json) this.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
  }

  /** The answer as one JSON document. */
  answer(value: unknown): void {
    if (this.json) this.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
  }

  complain(text: string): void {
    this.stderr.write(text.endsWith('\n') ? text : `${text}\n`);
  }

  /** Problems with what to do; as data when the answer is JSON. */
  problems(problems: readonly Problem<AnyProblemCode>[]): number {
    this.answer({ ok: false, problems: problems.map((problem) => ({ ...problem, text: this.textOf(problem) })) });
    if (this.json) return EXIT.problems;
    for (const problem of problems) {
      const { text, advice } = problemText(problem, this.language);
      this.complain(`${text} [${problem.code}]\n   ${this.words.todo}: ${advice}`);
    }
    return EXIT.problems;
  }

  textOf(problem: Problem<AnyProblemCode>): string {
    return problemText(problem, this.language).text;
  }

  /** A bar on long work; quiet when nobody watches. */
  progress(title: string): (done: number, all: number) => void {
    if (this.json || !this.stderr.isTTY) return () => undefined;
    const width = 30;
    return (done, all) => {
      const filled = all === 0 ? width : Math.floor((done / all) * width);
      this.stderr.write(`\r${title} [${'#'.repeat(filled)}${'.'.repeat(width - filled)}] ${done}/${all}${done >= all ? '\n' : ''}`);
    };
  }
}

/** A table of texts with aligned columns; the first `left` columns are aligned to the left, the others to the right. */
export const tableText = (rows: readonly (readonly string[])[], left: number): string => {
  const widths: number[] = [];
  for (const row of rows) for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, [...cell].length);
  const pad = (cell: string, index: number): string => {
    const spaces = ' '.repeat((widths[index] ?? 0) - [...cell].length);
    return index < left ? cell + spaces : spaces + cell;
  };
  return rows.map((row) => row.map(pad).join('  ').trimEnd()).join('\n');
};
