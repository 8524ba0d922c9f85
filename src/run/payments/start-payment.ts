import type { Problem } from '../../kernel/problem';
import { ok, type Result } from '../../kernel/result';
import { checkedRequest, type PaymentRequest, type SavedChargeRequest } from '../../model/payment-request';
import type { GatewayAnswer, PayerAction, PaymentState } from '../../ports/payment-gateway';
import type { PaymentIntent } from '../../ports/payment-intents';
import { digest } from '../digest';
import { type Answer, refused } from '../edge';
import { takenIn } from './fulfil';
import { changed, type PaymentPorts } from './payment-edge';

/** A payment to be asked of the gateway. The account may be told by an alias; `orderId` is the idempotency key. */
export type PaymentStart = { readonly account: string } & (
  | Omit<PaymentRequest, 'idempotencyKey'>
  | Omit<SavedChargeRequest, 'idempotencyKey'>
);

/** A payment that was asked. */
export interface StartedPayment {
  readonly intent: PaymentIntent;
  /** What the payer must do next. */
  readonly action: PayerAction | null;
}

/**
 * Ask the gateway for a payment («начать оплату»). The intent is kept before the gateway hears of it, so that whatever it answers, and
 * whenever, has a place to go. The same order again asks the same again, which moves no more money.
 *
 * @returns `account-unknown`, what a request may break, `idempotency-conflict`, what the gateway refuses; after `gateway-unavailable` the
 * outcome is unknown, and the intent waits for a notification, for the same call again, or for {@link Payments.settlePending}
 */
export const startPayment = async (ports: PaymentPorts, { account, ...asked }: PaymentStart): Answer<StartedPayment> => {
  const { gateway, store, intents } = ports;
  const request: PaymentIntent['request'] = { ...asked, idempotencyKey: `create-${asked.orderId}` };
  const sound = checkedRequest(request, gateway.caps);
  if (!sound.ok) return refused(sound.error);
  const holder = await store.houseOfAccount(account);
  if (holder === null) return refused({ code: 'account-unknown', at: 'account', value: account });
  const fresh = newIntent(ports, holder, request);
  const kept = await intents.add(fresh);
  if (digest(identity(kept)) !== digest(identity(fresh)))
    return refused({ code: 'idempotency-conflict', at: 'orderId', value: request.orderId });
  return kept.status === 'created' ? askGateway(ports, kept) : ok({ intent: kept, action: null });
};

const newIntent = (
  { gateway, clock, source }: PaymentPorts,
  { house, account }: { readonly house: string; readonly account: string },
  request: PaymentIntent['request'],
): PaymentIntent => ({
  orderId: request.orderId,
  version: 1,
  gateway: gateway.id,
  house,
  account,
  source,
  request,
  createdAt: clock.now(),
  gatewayPaymentId: null,
  status: 'created',
  paidOn: null,
  payment: null,
  refunds: [],
  seen: [],
  incidents: [],
  savedMethod: null,
  abandoned: false,
  settled: false,
});

const identity = ({ gateway, house, account, request }: PaymentIntent): unknown => ({ gateway, house, account, request });

/** Ask what the intent says. The gateway knows the key: asked again, it answers the payment as it stands. */
export const askGateway = async (ports: PaymentPorts, intent: PaymentIntent): Answer<StartedPayment> => {
  const { request, orderId } = intent;
  const state: Awaited<GatewayAnswer<PaymentState, Problem>> =
    'token' in request ? await ports.gateway.chargeSaved(request) : await ports.gateway.create(request);
  if (state.ok) {
    const taken = await takenIn(ports, orderId, { ...state.value, key: null });
    return taken.ok ? ok({ intent: taken.value, action: state.value.action ?? null }) : taken;
  }
  if (state.error.code === 'gateway-unavailable') return refused(state.error);
  const failed = await changed(
    ports,
    orderId,
    (now): Result<PaymentIntent, Problem> =>
      ok(now.gatewayPaymentId === null && now.status === 'created' ? { ...now, status: 'failed' } : now),
  );
  return failed.ok ? refused(state.error) : failed;
};
