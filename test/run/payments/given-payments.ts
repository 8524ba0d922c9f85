import type { Day, Instant } from '../../../src/kernel/calendar';
import { asKopecks } from '../../../src/kernel/money';
import { saldoOf, stateOf } from '../../../src/ledger/account-state';
import type { PaymentGateway } from '../../../src/ports/payment-gateway';
import type { PaymentIntents } from '../../../src/ports/payment-intents';
import type { Store } from '../../../src/ports/store';
import { createSaldo } from '../../../src/run/create-saldo';
import { createPayments, type Payments } from '../../../src/run/payments/create-payments';
import { createGatewaySandbox, createMemoryIntents, createMemoryStore, type SandboxOptions, steppingClock } from '../../../src/testing';
import { imported } from '../given';
import { at } from '../small-house';

export const SUM = asKopecks(1000_00);
const ACCOUNT = 'h-1-A';
export const DAY_MS = 86_400_000;

/** An order of the account, as plain as can be. */
export const order = (orderId: string, changes: { readonly capture?: boolean; readonly saveMethod?: boolean } = {}) =>
  ({ orderId, account: ACCOUNT, amount: SUM, description: 'Январь', method: 'any', saveMethod: false, capture: true, ...changes }) as const;

/** What a process works with; another process over the same world is made with other ports. */
export interface World {
  readonly store: Store;
  readonly intents: PaymentIntents;
  readonly gateway: PaymentGateway;
}

/** The small house with a sandbox. */
export const world = async (options: Partial<SandboxOptions> = {}) => {
  const store = createMemoryStore();
  await imported([], store);
  const clock = steppingClock(at('2026-01-20'));
  const sandbox = createGatewaySandbox({ clock, secret: 's', ...options });
  const intents = createMemoryIntents();
  const over = ({ store, intents, gateway }: World): Payments =>
    createPayments({
      saldo: createSaldo({ store, clock }),
      store,
      gateway,
      intents,
      clock,
      dayOf: (moment: Instant): Day => moment.slice(0, 10) as Day,
      source: 'сайт',
    });
  const payments = over({ store, intents, gateway: sandbox });
  return { store, clock, sandbox, intents, over, payments };
};

export type GivenWorld = Awaited<ReturnType<typeof world>>;

/** Hand over all notifications that were not accepted. @returns what became of each */
export const deliver = async ({ sandbox, payments }: Pick<GivenWorld, 'sandbox' | 'payments'>): Promise<readonly string[]> => {
  const outcomes: string[] = [];
  await sandbox.deliver(async (raw) => {
    const answer = await payments.receive(raw);
    if (!answer.ok) return { status: 503, contentType: '', body: '' };
    outcomes.push(answer.value.outcome);
    return answer.value.reply;
  });
  return outcomes;
};

/** What the account paid, by its journal. */
export const paidInJournal = async (store: Store): Promise<number> => 0 - saldoOf(stateOf(await store.entriesOfAccount(ACCOUNT)));

/** The payments that the journal has, each with its sum. */
export const credited = async (store: Store): Promise<readonly (readonly [cause: string, sum: number])[]> => {
  const sums = new Map<string, number>();
  for (const { kind, cause, amount } of await store.entriesOfAccount(ACCOUNT))
    if (kind === 'payment') sums.set(cause, (sums.get(cause) ?? 0) - amount);
  return [...sums].filter(([, sum]) => sum !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
};
