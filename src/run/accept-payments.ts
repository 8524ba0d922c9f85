import { type Kopecks, kopecksFromText, roublesText, sumMoney } from '../kernel/money';
import type { Problem } from '../kernel/problem';
import { must, ok } from '../kernel/result';
import { incomingPayments } from '../model/incoming';
import type { PaymentRecord } from '../model/money-records';
import { parsed } from '../model/parsed';
import type { StoredFact } from '../ports/store';
import { type AcceptedPayment, credited, type IncomingPayment, recordOfPayment, strangerNamed } from './accept-payment';
import { digest } from './digest';
import { type Answer, type Edge, refused } from './edge';
import { type Keyed, keyOf } from './keyed';

/** One payment for several accounts. */
export interface SharedPayment {
  /** Roubles: the sum of the parts. */
  readonly total: string;
  readonly paidOn: string;
  readonly receivedOn?: string;
  readonly source?: string;
  /** What of it is for which account, with what the payer said of that part. */
  readonly parts: readonly Omit<IncomingPayment, 'paidOn' | 'receivedOn' | 'source'>[];
}

/** A payment for several accounts that is in their journals. */
export interface AcceptedPayments {
  /** In the order of the parts. */
  readonly parts: readonly AcceptedPayment[];
  readonly total: Kopecks;
}

/**
 * Accept one payment for several accounts, of one house or many: its parts become facts in one write, all or nothing, and each is credited at once. Killed
 * in between, the same call, or the next billing of a house, credits the rest.
 *
 * @returns what {@link acceptPayment} refuses, each with its part in `at`; `payment-parts-sum` when the parts are not the total
 */
export const acceptPayments = async (edge: Edge, payment: SharedPayment, options: Keyed): Answer<AcceptedPayments> => {
  const key = keyOf(options, 'payments', 'pay');
  if (!key.ok) return key;
  const told = parsed(incomingPayments, payment);
  if (!told.ok) return told;
  const { total, parts, ...common } = told.value;
  const problems: Problem[] = [];
  const found: { readonly record: PaymentRecord; readonly house: string; readonly account: string }[] = [];
  for (const [index, part] of parts.entries()) {
    const at = (problem: Problem): Problem => ({ ...problem, at: `parts[${index}]${problem.at === undefined ? '' : `.${problem.at}`}` });
    const record = recordOfPayment({ ...part, ...common } as IncomingPayment, `${key.value.id}-${index + 1}`);
    if (!record.ok) {
      problems.push(...record.error.map(at));
      continue;
    }
    const holder = await edge.store.houseOfAccount(record.value.account);
    if (holder === null) {
      problems.push(at({ code: 'account-unknown', at: 'account', value: record.value.account }));
      continue;
    }
    const stranger = await strangerNamed(edge, holder.house, record.value);
    if (stranger !== undefined)
      problems.push(at({ code: 'unknown-reference', at: 'provider', value: stranger, facts: { refersTo: 'provider' } }));
    else found.push({ record: record.value, ...holder });
  }
  if (problems.length > 0) return { ok: false, error: problems };
  const sum = sumMoney(found.map(({ record }) => must(kopecksFromText(record.amount))));
  if (sum !== must(kopecksFromText(total)))
    return refused({ code: 'payment-parts-sum', at: 'total', value: total, facts: { parts: roublesText(sum) } });
  return edge.turns.takeAll(
    found.map(({ house }) => house),
    async () => {
      const now = edge.clock.now();
      const facts = found.map(({ record, house }): StoredFact => ({ scope: house, knownAt: now, storedAt: now, record }));
      const content = digest(found.map(({ record }) => record));
      const kept = await edge.store.appendFacts({ key: key.value.key, digest: content, facts });
      if (!kept.ok) return refused(kept.error);
      const done: AcceptedPayment[] = [];
      for (const { record, house, account } of found) {
        const one = await credited(edge, house, { ...record, account });
        if (!one.ok) return one;
        done.push(one.value);
      }
      return ok({ parts: done, total: sum });
    },
  );
};
