import { addDays, addMonths, type Day, daysBetween, daysIn, monthOf } from '../../kernel/calendar';
import { entryOn } from '../../kernel/dated';
import { ok, type Result } from '../../kernel/result';
import { type Clause, citation, inForce } from '../../norms/act';
import { LIMITATION } from '../../norms/acts-debt';
import { type DueDayOptions, shifted } from '../../norms/due-days';
import { LIMITATION_REST, LIMITATION_YEARS } from '../../norms/federal/limitation';
import { type ParameterProblem, valueOn } from '../../norms/parameter';

/** What interrupts or stops the limitation of a debt. */
export type LimitationEvent =
  /** The debtor acknowledged the debt in writing: an act of reconciliation, an agreement, a statement. */
  | { readonly type: 'acknowledged'; readonly on: Day; readonly document: string }
  /** The creditor went to court; `ended` says how that ended, nothing that it goes on. */
  | {
      readonly type: 'claimed';
      readonly on: Day;
      readonly document: string;
      /** `awarded`: the sum is owed by a court act; `cancelled`: the order was cancelled, or the claim left unexamined. */
      readonly ended?: { readonly on: Day; readonly outcome: 'awarded' | 'cancelled' } | undefined;
    };

/** A debt of a month whose limitation is asked. */
export interface LimitationRequest extends Pick<DueDayOptions, 'policies' | 'calendar'> {
  /** The last day to pay; moved from a day off here. */
  readonly dueDay: Day;
  /** The day asked: events after it are not known. */
  readonly on: Day;
  readonly events?: readonly LimitationEvent[] | undefined;
}

/** Why the term runs to a day. */
export interface LimitationStep {
  /** The day of what happened: the due day, an acknowledgement, a claim. */
  readonly day: Day;
  readonly what: 'due' | 'acknowledged' | 'acknowledgedLate' | 'claimed' | 'cancelled' | 'awarded' | 'claimedLate';
  readonly document: string | null;
  /** The last day of the term from then on; `null` while it does not run. */
  readonly openThrough: Day | null;
  readonly legal: string;
}

/** Where the limitation of a debt stands («исковая давность»). It is a mark: the debt stays, only a court can refuse it. */
export interface Limitation {
  readonly state: 'open' | 'barred' | 'suspended' | 'awarded';
  readonly dueDay: Day;
  /** The last day on which a claim is in time; `null` while a court has it, or has decided. */
  readonly openThrough: Day | null;
  /** The first day the debt is barred from. */
  readonly barredFrom: Day | null;
  /** The working calendar of the last day is not known yet: it may be some days later. */
  readonly provisional: boolean;
  readonly steps: readonly LimitationStep[];
}

/**
 * The limitation of a debt of one month («исковая давность», ГК РФ, ст. 196, 200; ППВС № 22, п. 41): each monthly payment has its own. The
 * last open day is the day of the due day three years later, moved from a day off (ГК РФ, ст. 192, 193). An acknowledgement begins it anew;
 * while a court has the claim it does not run, and if the court leaves it, the rest runs on, at least six months.
 *
 * @returns that the law of the due day is not known
 * @example limitationOf({ dueDay: '2022-02-10', on: '2025-02-11' }).value.state //=> 'barred'
 */
export const limitationOf = ({ dueDay: nominal, on, events = [], ...options }: LimitationRequest): Result<Limitation, ParameterProblem> => {
  const due = dayMoved(nominal, options);
  const years = valueOn(LIMITATION_YEARS, due.day < on ? due.day : on);
  if (!years.ok) return years;
  const term = 12 * Number(years.value.value);
  const walk = new Walk(term, options);
  walk.begin(due.day, 'due', null, LIMITATION.period);
  // Before its due day a debt has no term: nothing interrupts one, and no claim is for it (ГК РФ, ст. 200).
  for (const event of [...events].filter((one) => one.on > due.day && one.on <= on).sort((a, b) => (a.on < b.on ? -1 : 1)))
    walk.take(event, on);
  const { end, provisional, held } = walk;
  const openThrough = held === null ? end : null;
  const state = held ?? (on > end ? 'barred' : 'open');
  const barredFrom = openThrough === null ? null : addDays(openThrough, 1);
  return ok({ state, dueDay: due.day, openThrough, barredFrom, provisional: openThrough !== null && provisional, steps: walk.steps });
};

/** The same number some months later; the last day of a month that has no such number (ГК РФ, ст. 192). */
const monthsLater = (day: Day, count: number): Day => {
  const month = addMonths(monthOf(day), count);
  return `${month}-${String(Math.min(Number(day.slice(8)), daysIn(month))).padStart(2, '0')}` as Day;
};

/** A day moved from a day off; itself, and said so, where the calendar does not know it. */
const dayMoved = (day: Day, options: DueDayOptions): { readonly day: Day; readonly known: boolean } => {
  const moved = shifted(day, options);
  return moved.ok ? { day: moved.value, known: true } : { day, known: false };
};

class Walk {
  readonly steps: LimitationStep[] = [];
  /** The last day of the term, before and after it is moved from a day off. */
  private nominal = '' as Day;
  end = '' as Day;
  provisional = false;
  held: 'suspended' | 'awarded' | null = null;

  constructor(
    private readonly term: number,
    private readonly options: DueDayOptions,
  ) {}

  begin(day: Day, what: LimitationStep['what'], document: string | null, clause: Clause): void {
    this.runThrough(monthsLater(day, this.term));
    this.step(day, what, document, clause, this.end);
  }

  take(event: LimitationEvent, on: Day): void {
    if (this.held === 'awarded') return;
    if (event.type === 'acknowledged') this.acknowledged(event);
    else this.claimed(event, on);
  }

  private acknowledged({ on, document }: LimitationEvent): void {
    const late = on > this.end && this.held === null;
    const clause = late ? LIMITATION.acknowledgedLate : LIMITATION.acknowledged;
    if (inForce(clause, on)) this.begin(on, late ? 'acknowledgedLate' : 'acknowledged', document, clause);
  }

  private claimed({ on: filed, document, ended }: LimitationEvent & { readonly type: 'claimed' }, on: Day): void {
    if (filed > this.end) {
      this.step(filed, 'claimedLate', document, LIMITATION.claimed, this.end);
      return;
    }
    this.held = 'suspended';
    this.step(filed, 'claimed', document, LIMITATION.claimed, null);
    if (ended === undefined || ended.on > on) return;
    if (ended.outcome === 'awarded') {
      this.held = 'awarded';
      this.step(ended.on, 'awarded', document, LIMITATION.claimed, null);
      return;
    }
    this.held = null;
    const rest = addDays(ended.on, daysBetween(filed, this.nominal));
    const least = monthsLater(ended.on, Number(entryOn(LIMITATION_REST.series, ended.on)?.value ?? 0));
    this.runThrough(rest > least ? rest : least);
    this.step(ended.on, 'cancelled', document, LIMITATION.claimed, this.end);
  }

  private runThrough(nominal: Day): void {
    const { day, known } = dayMoved(nominal, this.options);
    this.nominal = nominal;
    this.end = day;
    this.provisional = !known;
  }

  private step(day: Day, what: LimitationStep['what'], document: string | null, clause: Clause, openThrough: Day | null): void {
    this.steps.push({ day, what, document, openThrough, legal: citation(clause, day) ?? clause.act.title });
  }
}
