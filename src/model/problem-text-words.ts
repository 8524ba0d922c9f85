import type { Problem } from '../kernel/problem';

/** A problem in words: what is wrong and where, what to do about it, and the page that shows it with an example. */
export interface ProblemText {
  readonly text: string;
  readonly advice: string;
  readonly page: string;
}

/** What is wrong, and what to do. */
export type Sentences = readonly [text: string, advice: string];

/** What a text may use of a problem. */
export interface Told {
  /** The offending value in quotes, or nothing when the problem has none. */
  readonly value: string;
  /** A fact of the problem made safe to print, or `undefined`. */
  fact(name: string): string | undefined;
  /** A piece of text for a fact that is there; nothing otherwise. */
  when(name: string, words: (fact: string) => string): string;
}

/** The text of one code in one language. */
export type Words = (told: Told) => Sentences;

const UNSAFE = /[\p{Cc}\p{Cs}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Text without characters that move the cursor or turn the writing round: they are shown as `\u001b`. */
export const printable = (text: string): string => text.replace(UNSAFE, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** A view on a problem that remembers which of its facts were told, so that {@link restOf} can tell the others. */
export const toldOf = (problem: Problem, quotes: readonly [string, string]): Told & { readonly used: ReadonlySet<string> } => {
  const used = new Set<string>();
  const fact = (name: string): string | undefined => {
    const facts = problem.facts;
    if (facts === undefined || !Object.hasOwn(facts, name)) return undefined;
    used.add(name);
    return printable(String(facts[name]));
  };
  return {
    used,
    value: problem.value === undefined ? '' : `${quotes[0]}${printable(problem.value)}${quotes[1]}`,
    fact,
    when: (name, words) => {
      const found = fact(name);
      return found === undefined ? '' : words(found);
    },
  };
};

/** Facts that no sentence mentioned, in brackets: nothing a problem carries is lost. */
export const restOf = (problem: Problem, used: ReadonlySet<string>): string => {
  const rest = Object.entries(problem.facts ?? {}).filter(([name]) => !used.has(name));
  return rest.length === 0 ? '' : ` (${rest.map(([name, value]) => `${name}: ${printable(String(value))}`).join(', ')})`;
};
