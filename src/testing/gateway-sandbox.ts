import type { Instant } from '../kernel/calendar';
import { canonicalJson } from '../kernel/canonical-json';
import { type Kopecks, lessMoney, sumMoney } from '../kernel/money';
import { err, ok, type Result } from '../kernel/result';
import { sha256 } from '../kernel/sha256';
import {
  checkedAmount,
  checkedKey,
  checkedRequest,
  type GatewayCapabilities,
  type PaymentRequest,
  type SavedChargeRequest,
} from '../model/payment-request';
import { isPaid, type PaymentStatus } from '../model/payment-status';
import type {
  GatewayEvent,
  GatewayProblem,
  PayerAction,
  PaymentRef,
  PaymentState,
  RawNotification,
  RefundRequest,
  RefundState,
} from '../ports/payment-gateway';
import { eventOf, go, type Kept, refundsOf, withRefund } from './gateway-books';
import { forgedNotice, noticeOf, readNotice, withKopeckMore } from './gateway-notices';
import { type GatewaySandbox, PLAIN_SCRIPT, type SandboxOptions, type SandboxScript } from './gateway-scripts';

const ALL: GatewayCapabilities = {
  twoStage: true,
  tokens: true,
  sbp: true,
  split: true,
  receipts: true,
  partialRefund: true,
  statusByOwnId: true,
};

/**
 * A gateway in the process: for tests, for demonstrations, for a host without a contract with a bank. It keeps the whole contract of a gateway, knows no time
 * but its clock and no chance: its ids follow from the order ids.
 *
 * @example const sandbox = createGatewaySandbox({ clock, secret: 'sandbox' });
 * sandbox.script('order-1', { outcome: 'declined', delivery: 'twice' });
 */
export const createGatewaySandbox = ({ clock, secret, id = 'sandbox', caps }: SandboxOptions): GatewaySandbox => {
  const can: GatewayCapabilities = { ...ALL, ...caps };
  const payments = new Map<string, Kept>();
  const scripts = new Map<string, SandboxScript>();
  const keys = new Map<string, { readonly content: string; readonly answer: () => PaymentState | RefundState }>();
  const faulted = new Set<string>();
  const sent: { readonly raw: RawNotification; accepted: boolean }[] = [];
  let listener: (raw: RawNotification) => Promise<unknown> = async () => undefined;

  const named = (kind: string, name: string): string => `${kind}-${sha256(JSON.stringify([id, kind, name])).slice(0, 16)}`;
  const savedToken = named('token', 'always pays');
  const scriptOf = (orderId: string): SandboxScript => scripts.get(orderId) ?? PLAIN_SCRIPT;
  const keptOf = (ref: PaymentRef): Kept | undefined =>
    'orderId' in ref
      ? payments.get(ref.orderId)
      : [...payments.values()].find(({ state }) => state.gatewayPaymentId === ref.gatewayPaymentId);

  /** Send events as the script of their order says. */
  const tell = async (orderId: string, events: readonly GatewayEvent[]): Promise<void> => {
    const { delivery } = scriptOf(orderId);
    if (delivery === 'never') return;
    const told = delivery === 'wrongAmount' ? events.map(withKopeckMore) : delivery === 'reversed' ? [...events].reverse() : events;
    const notices = told.map((event) => noticeOf(event, secret)).map((raw) => (delivery === 'badSignature' ? forgedNotice(raw) : raw));
    for (const raw of delivery === 'twice' ? [...notices, ...notices] : notices) {
      sent.push({ raw, accepted: false });
      if (delivery === 'beforeAnswer') await listener(raw);
    }
  };

  /** The bank acts. @returns what is to be told */
  const act = (kept: Kept, declined: boolean): readonly GatewayEvent[] => {
    const { request } = kept;
    if (declined) {
      go(kept, 'failed', { reason: 'declined by the bank' });
      return [eventOf(kept)];
    }
    go(kept, 'authorized');
    const held = eventOf(kept);
    if (!request.capture) return [held];
    paidNow(kept);
    return [held, eventOf(kept)];
  };

  const paidNow = (kept: Kept): void => {
    const { request, state } = kept;
    const saves = 'saveMethod' in request && request.saveMethod;
    const saved = { savedMethod: { token: named('token', state.orderId), title: '·· 4242' } };
    go(kept, 'succeeded', { paidAt: clock.now() as Instant, ...(saves ? saved : {}) });
  };

  const repeat = <T extends PaymentState | RefundState>(key: string, content: unknown): Result<T, GatewayProblem> | null => {
    const before = keys.get(key);
    if (before === undefined) return null;
    return before.content === canonicalJson(content) ? ok(before.answer() as T) : err({ code: 'idempotency-conflict', value: key });
  };

  /** A call that moves money: its key, the faults of its script, and its answer. */
  const moving = async <T extends PaymentState | RefundState>(
    call: { readonly key: string; readonly fault: string; readonly orderId: string; readonly content: unknown },
    act: () => Result<{ readonly answer: () => T; readonly events: readonly GatewayEvent[] }, GatewayProblem>,
  ): Promise<Result<T, GatewayProblem>> => {
    const { answer } = faulted.has(call.fault) ? PLAIN_SCRIPT : scriptOf(call.orderId);
    faulted.add(call.fault);
    if (answer === 'unreached') return err({ code: 'gateway-unavailable', facts: { reason: 'not reached' } });
    const repeated = repeat<T>(call.key, call.content);
    if (repeated !== null) return repeated;
    const done = act();
    if (!done.ok) return done;
    // Kept before anybody hears of it: whoever asks again meanwhile is answered with this.
    keys.set(call.key, { content: canonicalJson(call.content), answer: done.value.answer });
    await tell(call.orderId, done.value.events);
    return answer === 'lost' ? err({ code: 'gateway-unavailable', facts: { reason: 'no answer' } }) : ok(done.value.answer());
  };

  const made = (request: PaymentRequest | SavedChargeRequest): Kept => {
    const { orderId, amount } = request;
    const kept: Kept = {
      request,
      state: { gatewayPaymentId: named('pay', orderId), orderId, status: 'created', amount, currency: 'RUB', refunds: [] },
    };
    payments.set(orderId, kept);
    return kept;
  };

  const asked = (request: PaymentRequest | SavedChargeRequest, act: (kept: Kept) => readonly GatewayEvent[]) => {
    const sound = checkedRequest(request, can);
    if (!sound.ok) return Promise.resolve(sound);
    const { orderId, idempotencyKey: key } = request;
    return moving<PaymentState>({ key, orderId, fault: `pay ${orderId}`, content: request }, () => {
      if (payments.has(orderId)) return err({ code: 'idempotency-conflict', at: 'orderId', value: orderId });
      if ('token' in request && request.token !== savedToken && !tokenGiven(request.token))
        return err({ code: 'saved-method-unknown', at: 'token' });
      const kept = made(request);
      return ok({ events: act(kept), answer: () => kept.state });
    });
  };

  const tokenGiven = (token: string): boolean => [...payments.values()].some(({ state }) => state.savedMethod?.token === token);

  const steer = (
    call: { readonly idempotencyKey: string; readonly gatewayPaymentId: string; readonly amount?: Kopecks },
    from: readonly PaymentStatus[],
    act: (kept: Kept) => Result<null, GatewayProblem>,
  ): Promise<Result<PaymentState, GatewayProblem>> => {
    const sound = checkedKey(call.idempotencyKey);
    if (!sound.ok) return Promise.resolve(sound);
    const kept = keptOf({ gatewayPaymentId: call.gatewayPaymentId });
    if (kept === undefined) return Promise.resolve(err({ code: 'payment-unknown', value: call.gatewayPaymentId }));
    const { orderId } = kept.request;
    return moving<PaymentState>({ key: call.idempotencyKey, orderId, fault: call.idempotencyKey, content: call }, () => {
      const { status } = kept.state;
      if (!from.includes(status)) return err({ code: 'payment-state', value: orderId, facts: { status } });
      const done = act(kept);
      return done.ok ? ok({ events: [eventOf(kept)], answer: () => kept.state }) : done;
    });
  };

  const refund = (request: RefundRequest): Promise<Result<RefundState, GatewayProblem>> => {
    const { idempotencyKey: key, amount, gatewayPaymentId } = request;
    for (const check of [checkedKey(key), checkedAmount(amount)]) if (!check.ok) return Promise.resolve(check);
    const kept = keptOf({ gatewayPaymentId });
    if (kept === undefined) return Promise.resolve(err({ code: 'payment-unknown', value: gatewayPaymentId }));
    const { orderId } = kept.request;
    return moving<RefundState>({ key, orderId, fault: `refund ${orderId}`, content: request }, () => {
      const { status } = kept.state;
      if (!isPaid(status)) return err({ code: 'payment-state', value: orderId, facts: { status } });
      const left = lessMoney(kept.state.amount, refundsOf(kept));
      if (amount > left) return err({ code: 'refund-too-large', value: String(amount), facts: { left: String(left) } });
      if (amount !== kept.state.amount && !can.partialRefund) return err({ code: 'gateway-unsupported', value: 'partialRefund' });
      const refundId = named('refund', `${orderId} ${key}`);
      withRefund(kept, { refundId, amount, status: scriptOf(orderId).slowRefunds ? 'pending' : 'succeeded' });
      const now = (): RefundState => kept.state.refunds.find((one) => one.refundId === refundId) ?? { refundId, amount, status: 'pending' };
      return ok({ events: now().status === 'succeeded' ? [eventOf(kept, now())] : [], answer: now });
    });
  };

  return {
    id,
    caps: can,
    savedToken,
    create: (request) =>
      asked(request, (kept) => {
        const { orderId } = request;
        const acs: PayerAction = { kind: 'acs', url: 'https://acs.sandbox.invalid/', fields: { order: orderId } };
        const form: PayerAction = { kind: 'redirect', url: `https://pay.sandbox.invalid/${orderId}` };
        const qr: PayerAction = { kind: 'qr', payload: `https://qr.sandbox.invalid/${orderId}` };
        const { outcome, delivery } = scriptOf(orderId);
        go(kept, 'created', { action: outcome === 'secure' ? acs : request.method === 'sbp' ? qr : form });
        return delivery === 'beforeAnswer' ? act(kept, outcome === 'declined') : [];
      }),
    chargeSaved: (request) => asked(request, (kept) => act(kept, scriptOf(request.orderId).outcome === 'declined')),
    capture: (request) => {
      const sound = checkedAmount(request.amount);
      if (!sound.ok) return Promise.resolve(sound);
      return steer(request, ['authorized'], (kept) => {
        if (request.amount > kept.state.amount)
          return err({ code: 'gateway-refused', value: String(request.amount), facts: { reason: 'more than is held' } });
        kept.state = { ...kept.state, amount: request.amount };
        paidNow(kept);
        return ok(null);
      });
    },
    cancel: (request) =>
      steer(request, ['created', 'authorized'], (kept) => {
        go(kept, 'canceled');
        return ok(null);
      }),
    refund,
    getState: async (ref) => {
      if ('orderId' in ref && !can.statusByOwnId) return err({ code: 'gateway-unsupported', value: 'statusByOwnId' });
      const kept = keptOf(ref);
      return kept === undefined ? err({ code: 'payment-unknown', value: Object.values(ref).join() }) : ok(kept.state);
    },
    readNotification: async (raw) => readNotice(raw, secret),
    script: (orderId, script) => void scripts.set(orderId, { ...scriptOf(orderId), ...script }),
    pay: async (orderId, declines) => {
      const kept = payments.get(orderId);
      if (kept?.state.status === 'created') await tell(orderId, act(kept, declines ?? scriptOf(orderId).outcome === 'declined'));
    },
    finishRefunds: async (orderId, succeed = true) => {
      const kept = payments.get(orderId);
      for (const waiting of kept?.state.refunds.filter(({ status }) => status === 'pending') ?? []) {
        if (kept === undefined) continue;
        const finished: RefundState = { ...waiting, status: succeed ? 'succeeded' : 'failed' };
        withRefund(kept, finished);
        await tell(orderId, [eventOf(kept, finished)]);
      }
    },
    notifications: () => sent.map(({ raw }) => raw),
    deliver: async (receiver) => {
      for (const notice of [...sent]) {
        if (notice.accepted) continue;
        const { status } = await receiver(notice.raw);
        notice.accepted = status >= 200 && status < 300;
      }
    },
    listen: (receiver) => {
      listener = receiver;
    },
    forge: forgedNotice,
    paid: (orderId) => {
      const kept = payments.get(orderId);
      if (kept === undefined || !isPaid(kept.state.status)) return 0 as Kopecks;
      const given = kept.state.refunds.filter(({ status }) => status === 'succeeded').map(({ amount }) => amount);
      return lessMoney(kept.state.amount, sumMoney(given));
    },
  };
};
