import { addDays, type Day } from '../../kernel/calendar';

/** What happened to a statement. */
export type StatementEvent =
  | { readonly type: 'sent'; readonly on: Day }
  | { readonly type: 'signed'; readonly on: Day }
  /** Signed with a protocol of differences. */
  | { readonly type: 'signedWithDifferences'; readonly on: Day; readonly protocol: string }
  | { readonly type: 'refused'; readonly on: Day; readonly objection: string };

/** Where a statement stands. */
export type StatementState = 'draft' | 'sent' | 'agreed' | 'agreedWithDifferences' | 'disputed' | 'noAnswer';

/** Where a statement stands on a day, and what follows. */
export interface StatementOutcome {
  readonly state: StatementState;
  readonly since: Day | null;
  /** The next statement and the next book may begin where it ends. */
  readonly isCheckpoint: boolean;
  /** A signed act acknowledges the debt: limitation begins anew (ГК РФ, ст. 203). */
  readonly acknowledges: boolean;
  /** Events that had no place: before it was sent, or after it was answered. */
  readonly ignored: readonly StatementEvent[];
}

/** How long an answer is waited for, and what silence is. */
export interface OutcomeTerms {
  readonly on: Day;
  readonly form: 'person' | 'legalEntity';
  /** Days for the answer after it was sent. */
  readonly answerDays: number;
  /** Clause of a contract by which silence is consent; never of a person. */
  readonly silenceIsConsent?: boolean | undefined;
}

const ANSWERED: Readonly<Record<Exclude<StatementEvent['type'], 'sent'>, StatementState>> = {
  signed: 'agreed',
  signedWithDifferences: 'agreedWithDifferences',
  refused: 'disputed',
};

/**
 * Where a statement stands: draft → sent → agreed, agreed with differences, disputed, or without an answer. An answer after the term still
 * counts. Silence is consent only by a contract of a legal entity, and even then it acknowledges nothing: nobody signed.
 */
export const statementOutcome = (
  events: readonly StatementEvent[],
  { on, form, answerDays, silenceIsConsent }: OutcomeTerms,
): StatementOutcome => {
  let state: StatementState = 'draft';
  let since: Day | null = null;
  const ignored: StatementEvent[] = [];
  for (const event of [...events].filter((one) => one.on <= on).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) {
    const next: StatementState = event.type === 'sent' ? 'sent' : ANSWERED[event.type];
    if (state !== (event.type === 'sent' ? 'draft' : 'sent')) {
      ignored.push(event);
      continue;
    }
    state = next;
    since = event.on;
  }
  const acknowledges = state === 'agreed' || state === 'agreedWithDifferences';
  if (state === 'sent' && since !== null && on > addDays(since, answerDays)) {
    const consent = form === 'legalEntity' && silenceIsConsent === true;
    since = addDays(since, answerDays + 1);
    state = consent ? 'agreed' : 'noAnswer';
  }
  return { state, since, isCheckpoint: state === 'agreed', acknowledges, ignored };
};
