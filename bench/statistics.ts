/** The middle of the samples. */
export const median = (samples: readonly number[]): number => {
  const sorted = [...samples].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  return Number.isInteger(middle) ? (upper + (sorted[middle - 1] ?? Number.NaN)) / 2 : upper;
};

/** One comparison over several rounds. */
export class Comparison {
  /** Milliseconds of what is measured, and of what it is measured against, round by round. */
  readonly own: number[] = [];
  readonly other: number[] = [];
  readonly ratios: number[] = [];
  readonly accountsPerSecond: number[] = [];
  readonly linesPerSecond: number[] = [];
  accounts = 0;
  lines = 0;

  /** @param ratio how a ratio is made: time of the other over our own (higher is better), or our own over the other */
  constructor(
    readonly name: string,
    readonly better: 'higher' | 'lower',
    readonly against: string,
    readonly goal: number | null = null,
  ) {}

  add(round: { readonly ownMs: number; readonly otherMs: number; readonly accounts: number; readonly lines: number }): void {
    const { ownMs, otherMs, accounts, lines } = round;
    this.own.push(ownMs);
    this.other.push(otherMs);
    this.ratios.push(this.better === 'higher' ? otherMs / ownMs : ownMs / otherMs);
    this.accountsPerSecond.push((accounts / ownMs) * 1000);
    this.linesPerSecond.push((lines / ownMs) * 1000);
    this.accounts += accounts;
    this.lines += lines;
  }

  get ratio(): number {
    return median(this.ratios);
  }

  toJSON(): Record<string, unknown> {
    return {
      name: this.name,
      ratio: rounded(this.ratio, 4),
      better: this.better,
      against: this.against,
      ...(this.goal === null ? {} : { goal: this.goal }),
      median_ms: rounded(median(this.own), 3),
      min_ms: rounded(Math.min(...this.own), 3),
      max_ms: rounded(Math.max(...this.own), 3),
      against_median_ms: rounded(median(this.other), 3),
      ratio_min: rounded(Math.min(...this.ratios), 4),
      ratio_max: rounded(Math.max(...this.ratios), 4),
      rounds: this.own.length,
      accounts: this.accounts,
      lines: this.lines,
      accounts_per_second: Math.round(median(this.accountsPerSecond)),
      lines_per_second: Math.round(median(this.linesPerSecond)),
    };
  }
}

export const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));
