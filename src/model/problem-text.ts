import type { Problem } from '../kernel/problem';
import type { AnyProblemCode } from './problem-text-codes';
import { ENGINE_EN } from './problem-text-en-engine';
import { INPUT_EN } from './problem-text-en-input';
import { ENGINE_RU } from './problem-text-ru-engine';
import { INPUT_RU } from './problem-text-ru-input';
import { type ProblemText, printable, restOf, toldOf, type Words } from './problem-text-words';

/** Languages of the texts. */
export type Language = 'ru' | 'en';

const WORDS: Readonly<Record<Language, Readonly<Record<AnyProblemCode, Words>>>> = {
  ru: { ...INPUT_RU, ...ENGINE_RU },
  en: { ...INPUT_EN, ...ENGINE_EN },
};

const QUOTES = { ru: ['«', '»'], en: ['“', '”'] } as const;

/** Every code that has a text, in the order of the reference: what comes in, then what the engine answers. */
export const problemCodes = (): readonly AnyProblemCode[] => Object.keys(WORDS.ru) as AnyProblemCode[];

/**
 * A problem in words («текст ошибки»): the place when it is known, the value, the rule; and separately what to do.
 *
 * @param problem any problem of this library; facts that the sentences do not mention follow in brackets
 * @returns text and advice in one language, and the page of the code
 * @example problemText({ code: 'number-format', at: 'readings.csv:3:20 value', value: '12,5' }, 'en').text
 * //=> 'readings.csv:3:20 value: “12,5” is not a decimal number such as 123.45'
 */
export const problemText = (problem: Problem<AnyProblemCode>, language: Language): ProblemText => {
  const told = toldOf(problem, QUOTES[language]);
  const [text, advice] = WORDS[language][problem.code](told);
  const place = problem.at === undefined ? '' : `${printable(problem.at)}: `;
  return { text: `${place}${text}${restOf(problem, told.used)}`, advice, page: `docs/errors.md#${problem.code}` };
};
