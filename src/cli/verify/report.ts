import type { Place } from '../../exchange/fact-file';
import type { ServiceCode } from '../../model/services';

/** One thing that a case expected and did not get. */
export interface Difference {
  /** Where: a step, or month, account and line. */
  readonly what: string;
  readonly field: string;
  readonly expected: string;
  readonly received: string;
  /** `received − expected`, for numbers. */
  readonly difference?: string;
}

/** What a publisher printed where the exact answer is another one. */
export interface PublisherError {
  readonly what: string;
  readonly published: string;
  readonly ours: string;
}

/** What became of one case. */
export interface CaseReport {
  readonly file: string;
  readonly line: number;
  readonly id: string;
  readonly title: string;
  readonly services: readonly ServiceCode[];
  readonly tags: readonly string[];
  readonly passed: boolean;
  readonly differences: readonly Difference[];
  /** Why the case could not be read or asked: texts with file, line, field, value and rule. */
  readonly problems: readonly string[];
  readonly publisherErrors: readonly PublisherError[];
  /** How the engine came to its answer; only for a case that failed. */
  readonly trace: string;
  /** Formulas that the case asks by their ids. */
  readonly formulas: readonly string[];
  readonly law?: string;
  readonly source?: { readonly title: string; readonly url?: string | undefined };
  readonly by?: string;
}

/** How many passed and failed. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
}

/** What became of a folder of cases. */
export interface VerifyReport extends Count {
  readonly cases: readonly CaseReport[];
  readonly byService: Readonly<Partial<Record<ServiceCode, Count>>>;
  readonly byTag: Readonly<Record<string, Count>>;
}

/** What one case found, before it is put beside its head. */
export interface Found {
  readonly differences: readonly Difference[];
  readonly problems: readonly string[];
  readonly publisherErrors: readonly PublisherError[];
  readonly services: readonly ServiceCode[];
  readonly trace: string;
}

/** A report that stands for a file or a case that cannot be read. */
export const unread = ({ file, line }: Place, id: string, problems: readonly string[]): CaseReport => ({
  file,
  line,
  id,
  title: '',
  services: [],
  tags: [],
  passed: false,
  differences: [],
  problems,
  publisherErrors: [],
  trace: '',
  formulas: [],
});

const counted = <K extends string>(cases: readonly CaseReport[], keysOf: (one: CaseReport) => readonly K[]): Partial<Record<K, Count>> => {
  const counts = new Map<K, { passed: number; failed: number }>();
  for (const one of cases) {
    for (const key of new Set(keysOf(one))) {
      const count = counts.get(key) ?? { passed: 0, failed: 0 };
      count[one.passed ? 'passed' : 'failed'] += 1;
      counts.set(key, count);
    }
  }
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1))) as Partial<Record<K, Count>>;
};

/** The report of all cases with its counts. */
export const reportOf = (cases: readonly CaseReport[]): VerifyReport => {
  const passed = cases.filter((one) => one.passed).length;
  return {
    passed,
    failed: cases.length - passed,
    byService: counted(cases, (one) => one.services),
    byTag: counted(cases, (one) => one.tags) as Readonly<Record<string, Count>>,
    cases,
  };
};
