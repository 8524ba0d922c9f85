import { addMonths, type Instant, type Month } from '../../kernel/calendar';
import { type Kopecks, NO_MONEY, sumMoney } from '../../kernel/money';
import type { Problem } from '../../kernel/problem';
import { ok, type Result } from '../../kernel/result';
import { type PaymentRecord, paymentRecord } from '../../model/money-records';
import type { Store } from '../../ports/store';
import type { Saldo } from '../../run/create-saldo';
import type { StoryClock } from './clock';
import { known } from './draft';
import type { OnlineTill } from './online-till';
import { CANCELLED, type DemoPayment, paymentsIn, SITE } from './payments';

/** The payers of a house: they know what their accounts owed at the end of each month. */
export class HousePayers {
  private owed: Map<string, Kopecks> | null = null;
  private mistaken: PaymentRecord | null = null;

  constructor(
    private readonly house: string,
    private readonly store: Store,
    private readonly saldo: Saldo,
    private readonly clock: StoryClock,
    private readonly till: OnlineTill,
  ) {}

  /**
   * The payments of a month, month after month. Those of the site are accepted one by one as they come, the last ones through a gateway.
   *
   * @returns the other payments, and the withdrawal of the one that the bank takes back, as the registry of the month
   */
  async pay(month: Month): Promise<Result<readonly PaymentRecord[], readonly Problem[]>> {
    const payments = [...(await this.owedBefore(month))].flatMap(([account, owed]) => paymentsIn(account, month, owed)).sort(byDay);
    for (const { key, ...payment } of payments.filter(({ source }) => source === SITE)) {
      this.clock.set(known(payment.paidOn) as Instant);
      const accepted = this.till.takes(month) ? await this.till.pay(payment) : await this.saldo.acceptPayment(payment, { key });
      if (!accepted.ok) return accepted;
    }
    const registry = payments.filter(({ source }) => source !== SITE).map(recordOf);
    if (month === CANCELLED.month) this.mistaken = registry.find(({ account }) => account === CANCELLED.account) ?? null;
    return ok(CANCELLED.on.startsWith(month) && this.mistaken !== null ? [...registry, withdrawn(this.mistaken)] : registry);
  }

  /** What each account owed at the end of the month before: all of the journal at first, then the entries of each month that passed. */
  private async owedBefore(month: Month): Promise<ReadonlyMap<string, Kopecks>> {
    const known = this.owed !== null;
    const owed = this.owed ?? new Map<string, Kopecks>();
    this.owed = owed;
    for (const { account, amount, postedIn } of await this.store.entriesOfHouse(this.house, ...(known ? [addMonths(month, -1)] : []))) {
      if (postedIn < month) owed.set(account, sumMoney([owed.get(account) ?? NO_MONEY, amount]));
    }
    return owed;
  }
}

const byDay = (a: DemoPayment, b: DemoPayment): number => (a.paidOn === b.paidOn ? (a.key < b.key ? -1 : 1) : a.paidOn < b.paidOn ? -1 : 1);

const recordOf = ({ key, account, amount, paidOn, source }: DemoPayment): PaymentRecord =>
  paymentRecord.parse({ kind: 'payment', id: key, knownAt: known(paidOn), account, amount, paidOn, source });

/** A payment that the bank credited by mistake and takes back. */
const withdrawn = (payment: PaymentRecord): PaymentRecord => ({
  ...payment,
  id: `${payment.id}:2`,
  supersedes: payment.id,
  withdrawn: true,
  knownAt: known(CANCELLED.on) as Instant,
  by: 'банк',
  why: 'платёж зачислен ошибочно и отозван банком',
});
