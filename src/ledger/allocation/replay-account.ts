import type { Day, Month } from '../../kernel/calendar';
import { asKopecks, type Kopecks, NO_MONEY, sumMoney } from '../../kernel/money';
import { must } from '../../kernel/result';
import { shareBy } from '../../kernel/share';
import { byText } from '../../kernel/text-order';
import { policyValue } from '../../norms/policies';
import { type Bucket, Buckets, bucketKey } from '../bucket';
import { ADVANCE, type Entry, PENALTY, UNASSIGNED } from '../entry';
import { type DebtFact, daysOfAccount, type PaymentFact } from './account-facts';
import type { AllocationRules } from './allocation-rules';
import { type Advance, type DebtItem, type Money, OpenItem } from './debt-item';
import { type DeferredShare, deferredShares } from './deferred-parts';
import { DueDays } from './due-of-debt';
import { type PaymentOrder, paymentSteps } from './payment-order';
import { shareCapped } from './share-capped';

/** An account as its entries, the law and the payers' words make it. */
export interface ReplayedAccount {
  /** What is owed where, and advances; none is zero. */
  readonly buckets: readonly Bucket[];
  /** Everything that was ever presented, with what changed it; in the order it was. */
  readonly debts: readonly DebtItem[];
  /** Where the money of a payment lies, by place; sums to the payment. */
  readonly partsOf: (payment: string) => readonly Bucket[];
}

/**
 * Tell an account again («зачёт платежей»): what was presented, lowered and paid, day by day, in the order of the days that count. So the order
 * in which anything became known decides nothing, and a payment taken back leaves no trace.
 *
 * Of a day, debts come first. Advances are taken at once by what their creditor is owed. A payment goes where its payer said; then to debts that are
 * not barred, by due day, the oldest first, pro rata within a day to what was billed (ПП № 354, п. 118), never more than is owed; then to penalties
 * (ГК РФ, ст. 319); then it is an advance, shared by the creditors of the newest bill as they charged in it. What a lowered charge sets free is an
 * advance of its creditor from that day. Money of one creditor never pays another's debt (set-off needs a statement, ГК РФ, ст. 410).
 */
export const replayAccount = (entries: readonly Entry[], rules: AllocationRules): ReplayedAccount => new Replay(entries, rules).run();

class Replay {
  private readonly items: OpenItem[] = [];
  private readonly byPlace = new Map<string, OpenItem[]>();
  private open: OpenItem[] = [];
  private advances: Advance[] = [];
  private readonly due: DueDays;
  private readonly deferred: ReadonlyMap<string, readonly DeferredShare[]>;
  private readonly order: PaymentOrder;
  private newest: { readonly month: Month; readonly charged: Map<string, Kopecks> } | null = null;

  constructor(
    private readonly entries: readonly Entry[],
    private readonly rules: AllocationRules,
  ) {
    this.due = new DueDays(rules);
    this.deferred = rules.instalments.length === 0 ? new Map() : deferredShares(entries, rules);
    const { policies } = rules;
    this.order = {
      unstated: policyValue(policies, 'paymentAllocation'),
      overflow: policyValue(policies, 'allocationOverflow'),
      penalties: policyValue(policies, 'penaltyOrder'),
    };
  }

  run(): ReplayedAccount {
    for (const { day, debts, payments } of daysOfAccount(this.entries)) {
      for (const debt of debts) this.took(debt, day);
      if (debts.length > 0) this.settle(day);
      for (const payment of payments) this.pay(payment, day);
    }
    return { buckets: this.buckets(), debts: this.items, partsOf: (payment) => this.partsOf(payment) };
  }

  private took(fact: DebtFact, day: Day): void {
    const { place, postedIn, amount } = fact;
    if (place.service === ADVANCE) this.tookAdvance(fact, day);
    else if (amount > 0) this.present(fact, day);
    else this.lower(fact, day);
    if (amount > 0 && !fact.moved && place.service !== ADVANCE && place.service !== PENALTY && place.month === postedIn)
      this.noteNewest(fact);
  }

  private noteNewest({ place: { provider, month }, amount }: DebtFact): void {
    if (this.newest !== null && this.newest.month > month) return;
    if (this.newest === null || this.newest.month < month) this.newest = { month, charged: new Map() };
    const { charged } = this.newest;
    charged.set(provider, sumMoney([charged.get(provider) ?? NO_MONEY, amount]));
  }

  /** An advance that came with a former account, or went with a new one. */
  private tookAdvance({ place: { provider, month }, amount, dueWith }: DebtFact, day: Day): void {
    if (amount < 0) {
      this.advances.push({ provider, month, payment: '', amount: asKopecks(-amount) });
      return;
    }
    const own = this.advances
      .filter((one) => one.provider === provider)
      .sort((a, b) => Number(b.month === month) - Number(a.month === month));
    let left: number = amount;
    for (const advance of own) {
      const part = Math.min(left, advance.amount);
      advance.amount = asKopecks(advance.amount - part);
      left -= part;
    }
    this.advances = this.advances.filter((one) => one.amount > 0);
    const place = { provider, service: ADVANCE, month } as const;
    if (left > 0) this.add(place, bucketKey(place), dueWith, day, asKopecks(left));
  }

  private present({ place, key, dueWith, moved, amount }: DebtFact, day: Day): void {
    const since = moved ? day : null;
    const first = !moved && !this.byPlace.has(key);
    const parts = first ? (this.deferred.get(key) ?? []) : [];
    let left: number = amount;
    // The last part first: what is due first is lowered first.
    for (const part of [...parts].reverse()) {
      const own = Math.min(left, part.amount);
      if (own > 0) this.add(place, key, part.month, since, asKopecks(own));
      left -= own;
    }
    if (left > 0) this.add(place, key, dueWith, since, asKopecks(left));
  }

  private add(place: OpenItem['place'], key: string, dueWith: Month, since: Day | null, amount: Kopecks): void {
    const item = new OpenItem(place, key, dueWith, this.due.of(dueWith), since, amount);
    this.items.push(item);
    this.open.push(item);
    const known = this.byPlace.get(key);
    if (known === undefined) this.byPlace.set(key, [item]);
    else known.push(item);
  }

  /** What was presented last is lowered first: an addition that was wrong goes before the charge it was added to. */
  private lower({ place, key, postedIn, moved, amount }: DebtFact, day: Day): void {
    let left: number = -amount;
    const own = this.byPlace.get(key) ?? [];
    for (let at = own.length - 1; at >= 0 && left > 0; at -= 1) {
      const item = own[at] as OpenItem;
      const part = Math.min(left, item.amount);
      if (part === 0) continue;
      left -= part;
      const free = item.lower(asKopecks(part), moved ? day : null);
      for (const money of free) this.advance(place.provider, postedIn, money);
    }
    if (left > 0) this.advance(place.provider, postedIn, { payment: '', amount: asKopecks(left) });
    this.tidy();
  }

  private advance(provider: string, month: Month, { payment, amount }: Money): void {
    if (amount > 0) this.advances.push({ provider, month, payment, amount });
  }

  private tidy(): void {
    this.open = this.open.filter((item) => item.rest > 0);
  }

  /** Advances are taken by what their creditor is owed; those of nobody by what is left of all. */
  private settle(day: Day): void {
    if (this.advances.length === 0) return;
    this.advances.sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0));
    for (const creditor of new Set(this.advances.map((one) => one.provider))) if (creditor !== UNASSIGNED) this.take(creditor, day);
    this.take(UNASSIGNED, day);
    this.advances = this.advances.filter((one) => one.amount > 0);
  }

  private take(creditor: string, day: Day): void {
    const sources = this.advances.filter((one) => one.provider === creditor);
    const directed = creditor === UNASSIGNED ? {} : { provider: creditor };
    for (const step of paymentSteps({ amount: sum(sources), directed, newest: null }, { ...this.order, unstated: 'dueFirst' }))
      this.spend(sources, this.groups(step.takes, step.rank, day, step.barredToo), sum(sources), day);
  }

  private pay({ key, postedIn, amount, directed }: PaymentFact, day: Day): void {
    const source: Money = { payment: key, amount };
    const owed = this.open.reduce((all, item) => all + item.rest, 0);
    const whole = owed === amount;
    for (const step of paymentSteps({ amount, directed, newest: this.newest?.month ?? null, whole }, this.order)) {
      const limit = step.amount === null ? source.amount : asKopecks(Math.min(step.amount, source.amount));
      this.spend([source], this.groups(step.takes, step.rank, day, step.barredToo), limit, day);
    }
    if (source.amount > 0) this.leave(source, postedIn, directed.provider);
  }

  /** What no debt took is an advance of the creditors of the newest bill, in proportion to what they charged in it. */
  private leave({ payment, amount }: Money, month: Month, provider: string | undefined): void {
    const charged = [...(this.newest?.charged ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
    if (provider !== undefined) this.advance(provider, month, { payment, amount });
    else if (charged.length === 0) this.advance(UNASSIGNED, month, { payment, amount });
    else {
      const parts = must(
        shareBy(
          amount,
          charged.map(([, one]) => one),
        ),
      );
      for (const [place, [creditor]] of charged.entries())
        this.advance(creditor, month, { payment, amount: asKopecks(parts[place] as number) });
    }
  }

  /** Open debts that a step takes, in groups that are paid together, the first one first. */
  private groups(
    takes: (item: DebtItem) => boolean,
    rank: (item: DebtItem) => string,
    day: Day,
    barredToo: boolean,
  ): readonly (readonly OpenItem[])[] {
    const groups = new Map<string, OpenItem[]>();
    for (const item of this.open) {
      if (item.rest === 0 || !takes(item) || (!barredToo && this.due.isBarred(item, day))) continue;
      const key = rank(item);
      const known = groups.get(key);
      if (known === undefined) groups.set(key, [item]);
      else known.push(item);
    }
    return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, items]) => items.sort((a, b) => byText(a.key, b.key)));
  }

  private spend(sources: readonly Money[], groups: readonly (readonly OpenItem[])[], limit: Kopecks, day: Day): void {
    const byRest = policyValue(this.rules.policies, 'allocationBase') === 'remainders';
    let left: number = limit;
    for (const items of groups) {
      if (left <= 0) break;
      const owed = items.reduce((all, item) => all + item.rest, 0);
      const amount = asKopecks(Math.min(left, owed));
      const limits = items.map((item) => item.rest);
      const parts =
        amount === owed
          ? limits
          : shareCapped(
              amount,
              items.map((item) => (byRest ? item.rest : item.amount)),
              limits,
            );
      for (const [at, item] of items.entries()) if (parts[at] !== 0) draw(sources, item, parts[at] as Kopecks, day);
      left -= amount;
    }
    this.tidy();
  }

  private buckets(): readonly Bucket[] {
    const sums = new Buckets();
    for (const { place, rest } of this.open) sums.add(place, rest);
    for (const { provider, month, amount } of this.advances) sums.add({ provider, service: ADVANCE, month }, asKopecks(-amount));
    return sums.sorted();
  }

  private partsOf(payment: string): readonly Bucket[] {
    const sums = new Buckets();
    for (const item of this.items) for (const money of item.money()) if (money.payment === payment) sums.add(item.place, money.amount);
    for (const { provider, month, ...money } of this.advances)
      if (money.payment === payment) sums.add({ provider, service: ADVANCE, month }, money.amount);
    return sums.sorted();
  }
}

/** Pay an item from sources, the first one first. */
const draw = (sources: readonly Money[], item: OpenItem, amount: Kopecks, day: Day): void => {
  let left: number = amount;
  for (const source of sources) {
    const part = Math.min(left, source.amount);
    if (part === 0) continue;
    source.amount = asKopecks(source.amount - part);
    item.pay(source.payment, asKopecks(part), day);
    left -= part;
  }
};

const sum = (money: readonly Money[]): Kopecks => sumMoney(money.map(({ amount }) => amount));
