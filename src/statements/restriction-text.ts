import { dayWords } from '../kernel/calendar';
import { withCommas } from '../kernel/gate';
import { roublesText } from '../kernel/money';
import type { RestrictionStep } from '../ledger/restriction/restriction-rules';
import type { RestrictionState } from '../ledger/restriction/restriction-state';
import type { Language } from '../model/problem-text';

const STEPS: Readonly<Record<Language, Readonly<Record<RestrictionStep, string>>>> = {
  ru: {
    none: 'оснований для ограничения нет',
    eligible: 'можно предупредить',
    noticed: 'предупреждение доставлено, срок идёт',
    restrictable: 'можно ограничить',
    restricted: 'услуга ограничена',
    suspendable: 'можно приостановить',
    suspended: 'услуга приостановлена',
    resumed: 'услуга возобновляется или возобновлена',
  },
  en: {
    none: 'no ground for a restriction',
    eligible: 'a notice may be given',
    noticed: 'the notice was delivered, its term runs',
    restrictable: 'the service may be restricted',
    restricted: 'the service is restricted',
    suspendable: 'the service may be suspended',
    suspended: 'the service is suspended',
    resumed: 'the service is to be resumed, or was',
  },
};

const WORDS = {
  ru: { debt: 'Долг', limit: 'порог', since: 'с', next: 'дальше', resumeBy: 'возобновить по', not: 'почему не иначе' },
  en: { debt: 'Debt', limit: 'limit', since: 'since', next: 'next', resumeBy: 'resume through', not: 'why not otherwise' },
} as const;

/** The state of restricting a service in words: debt and limit, where it stands and by which clause, what comes next, and why not otherwise. */
export const restrictionText = (state: RestrictionState, language: Language = 'ru'): string => {
  const [steps, words] = [STEPS[language], WORDS[language]];
  const money = (kopecks: RestrictionState['debt']): string => `${withCommas(roublesText(kopecks))} ₽`;
  const since = state.since === null ? '' : `, ${words.since} ${dayWords(state.since)}`;
  const next =
    state.next === null
      ? []
      : [
          state.next.state === 'resumed'
            ? `${words.resumeBy} ${dayWords(state.next.on)}`
            : `${words.next}: ${steps[state.next.state]}, ${words.since} ${dayWords(state.next.on)}`,
        ];
  const { rejected, legal, because } = state.choice;
  const reasons = [...new Set(rejected.map(({ why }) => why))];
  return [
    `${words.debt} ${money(state.debt)}, ${words.limit} ${money(state.limit)} (${withCommas(state.trace.arithmetic ?? '')})`,
    `${steps[state.state]}${since}${because === undefined ? '' : ` (${because})`}   ${legal}`,
    ...next,
    ...(reasons.length === 0 ? [] : [`${words.not}: ${reasons.join('; ')}`]),
  ].join('\n');
};
