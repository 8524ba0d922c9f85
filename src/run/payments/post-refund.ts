import { monthOf } from '../../kernel/calendar';
import { asKopecks, roublesText, sumMoney } from '../../kernel/money';
import { invariant, ok } from '../../kernel/result';
import type { PaymentRecord } from '../../model/money-records';
import type { IntentRefund, PaymentIntent } from '../../ports/payment-intents';
import type { Answer } from '../edge';
import type { PaymentPorts } from './payment-edge';
import { refundFact } from './payment-key';

/**
 * Put a refund into the journal, after those before it. Until there is a fact of a refund, it is a new version of the payment: what is left
 * of it, or its withdrawal when nothing is. So the saldo is right, but the money counts as never come, not as come and gone: this is the one
 * place to change when refunds are facts. The same refund again has no second effect.
 *
 * @returns id of the fact
 */
export const postRefund = async ({ saldo }: PaymentPorts, intent: PaymentIntent, refund: IntentRefund): Answer<string> => {
  const record = refundRecord(intent, refund);
  const imported = await saldo.importFacts([record], { house: intent.house });
  if (!imported.ok) return imported;
  const posted = await saldo.postMoney({ house: intent.house, through: monthOf(record.paidOn) });
  return posted.ok ? ok(record.id) : posted;
};

/** Refunds that succeeded, in the order in which the journal takes them. */
export const succeededRefunds = ({ refunds }: PaymentIntent): readonly IntentRefund[] =>
  refunds.filter(({ succeeded }) => succeeded !== null).sort((a, b) => placeOf(a) - placeOf(b));

const placeOf = ({ succeeded }: IntentRefund): number => succeeded?.place ?? 0;

const refundRecord = (intent: PaymentIntent, refund: IntentRefund): PaymentRecord => {
  const { payment, paidOn, account, source, gateway } = intent;
  const { refundId, succeeded } = refund;
  invariant(payment !== null && paidOn !== null && refundId !== null && succeeded !== null, 'a refund is posted after its payment');
  const before = succeededRefunds(intent).filter((one) => placeOf(one) < succeeded.place);
  const paidStill = asKopecks(intent.request.amount - sumMoney(before.map(({ amount }) => amount)));
  const left = asKopecks(paidStill - refund.amount);
  const last = before[before.length - 1];
  return {
    kind: 'payment',
    id: refundFact(intent, refundId),
    supersedes: last === undefined ? payment : refundFact(intent, last.refundId ?? ''),
    ...(left === 0 ? { withdrawn: true as const } : {}),
    knownAt: succeeded.at,
    account,
    amount: roublesText(left === 0 ? paidStill : left),
    paidOn,
    source,
    by: gateway,
    why: `возврат ${roublesText(refund.amount)} руб.`,
  };
};
