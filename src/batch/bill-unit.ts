import { addMonths } from '../kernel/calendar';
import type { Problem } from '../kernel/problem';
import type { Clock } from '../ports/clock';
import type { UnitFinding, UnitOutcome, UnitWork } from '../ports/job-queue';
import { billMonth } from '../run/bill-month';
import { answered, edgeOf } from '../run/edge';
import { allBilled, sameAccounts } from './expected-accounts';
import { outsort } from './outsort';
import type { OutsortRule } from './outsort-rules';

/**
 * Problems that may be gone on another try: the store was away, somebody wrote the house meanwhile, or the clock of the worker is behind the journal
 * and that of another one is not. All others need a person.
 */
export const MAY_PASS: ReadonlySet<string> = new Set(['store-unavailable', 'version-conflict', 'clock-behind']);

const failed = (problems: readonly Problem[]): UnitOutcome => ({
  done: false,
  problems,
  again: problems.every(({ code }) => MAY_PASS.has(code)),
});

/** Penalties that were not posted, because law or facts do not answer. */
const untold = ({ code, at = '' }: Problem): UnitFinding => ({ check: 'penalties', severity: 'warning', value: code, against: at });

/**
 * How a house of a run is billed: by {@link billMonth}, in the transaction of its job, between two control totals: the accounts are those of the plan,
 * and each of them has a bill. Then its bills are held against those of the month before ({@link outsort}).
 */
export const billUnit =
  (clock: Clock, rules: readonly OutsortRule[]): UnitWork =>
  async (unit, bound) => {
    const { house, month } = unit;
    const edge = edgeOf({ store: bound, clock });
    const { store } = edge;
    let outcome: UnitOutcome | undefined;
    const answer = await answered(async () => {
      const expected = sameAccounts(unit, await store.factsOfKinds(house, ['account'], clock.now()));
      if (!expected.ok) return { ok: false, error: [expected.error] };
      const billed = await billMonth(edge, { house, month });
      if (!billed.ok) return billed;
      const bills = await store.billsOf(house, month);
      const all = allBilled(
        house,
        expected.value,
        bills.map(({ account }) => account),
      );
      if (!all.ok) return { ok: false, error: [all.error] };
      const before = await store.billsOf(house, addMonths(month, -1));
      const acts = await store.actsOf(house, month, month);
      const { version, repeated, total, penalties } = billed.value;
      const findings = [...outsort({ bills, before, acts }, rules), ...penalties.untold.map(untold)];
      outcome = { done: true, version, repeated, bills: bills.length, total, findings };
      return billed;
    });
    return answer.ok && outcome !== undefined ? outcome : failed(answer.ok ? [] : answer.error);
  };
