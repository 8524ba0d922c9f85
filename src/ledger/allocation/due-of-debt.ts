import { addMonths, type Day, firstDay, type Month } from '../../kernel/calendar';
import { nominalDueDay } from '../../norms/due-days';
import { limitationOfPlace } from '../limitation/barred-debt';
import type { AllocationRules } from './allocation-rules';
import type { DebtItem } from './debt-item';

/** Due days and limitation of an account's debts; what the law of a day does not answer never stops money from being credited. */
export class DueDays {
  private readonly days = new Map<Month, Day>();

  constructor(private readonly rules: AllocationRules) {}

  /** The last day to pay the bill of a month, before it is moved from a day off; the first of the next month where the law is not known. */
  of(month: Month): Day {
    const known = this.days.get(month);
    if (known !== undefined) return known;
    const { policies, calendar } = this.rules;
    const due = nominalDueDay(month, { policies, calendar });
    const day = due.ok ? due.value : firstDay(addMonths(month, 1));
    this.days.set(month, day);
    return day;
  }

  /** Has the limitation of a debt ended? */
  isBarred({ place, dueDay }: DebtItem, on: Day): boolean {
    if (Number(on.slice(0, 4)) - Number(dueDay.slice(0, 4)) < FEWEST_YEARS) return false;
    const { policies, calendar, events } = this.rules;
    const limitation = limitationOfPlace(place, { on, events, dueDayOf: () => dueDay, policies, calendar });
    return limitation.ok && limitation.value.state === 'barred';
  }
}

/** No debt of a later calendar year than this many before can be barred. */
const FEWEST_YEARS = 3;
