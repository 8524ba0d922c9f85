import { type FactFileProblem, type Place, problemAt } from './fact-file';

export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The order in which problems and records stand in files. */
export const byPlace = (a: Place, b: Place): number => byText(a.file, b.file) || a.line - b.line || a.column - b.column;

/** Problems up to a limit, a file at a time, so that a folder full of mistakes costs no memory. */
export class Problems {
  count = 0;
  private readonly kept: FactFileProblem[] = [];
  private keptOfFile = 0;

  constructor(private readonly most: number) {}

  nextFile(): void {
    this.keptOfFile = 0;
  }

  add(problem: FactFileProblem): void {
    this.count += 1;
    if (this.keptOfFile >= this.most) return;
    this.keptOfFile += 1;
    this.kept.push(problem);
  }

  listed(): readonly FactFileProblem[] {
    const first = this.kept.sort((a, b) => byPlace(a, b) || byText(a.code, b.code)).slice(0, this.most);
    const last = first[first.length - 1];
    const more = this.count - first.length;
    return more === 0 || last === undefined
      ? first
      : [...first, problemAt({ code: 'more-problems', facts: { count: String(more) } }, last)];
  }
}
