import type { Day, Instant, Month } from '../../kernel/calendar';
import { kopecksFromText } from '../../kernel/money';
import { must, ok } from '../../kernel/result';
import type { Language } from '../../model/problem-text';
import type { Store } from '../../ports/store';
import type { Saldo } from '../../run/create-saldo';
import type { Answer } from '../../run/edge';
import { createPayments, type Payments } from '../../run/payments/create-payments';
import { createGatewaySandbox } from '../../testing/gateway-sandbox';
import type { GatewaySandbox } from '../../testing/gateway-scripts';
import { createMemoryIntents } from '../../testing/memory-intents';
import type { StoryClock } from './clock';
import { LAST_MONTH } from './flat';
import { type DemoPayment, SITE } from './payments';

/** How the two payments come: told of twice, and never told of. */
const STORIES = ['twice', 'never'] as const;

const WORDS = {
  ru: {
    title: 'Оплата на сайте через платёжный шлюз (песочница):',
    twice: 'уведомление пришло дважды, проведено один раз',
    never: 'уведомление не пришло, платёж найден запросом состояния',
  },
  en: {
    title: 'Payments on the site through a gateway (sandbox):',
    twice: 'the notification came twice and was posted once',
    never: 'the notification never came, the payment was found by asking the state',
  },
} as const;

const ABANDON_AFTER_MS = 86_400_000;

/** The till of the site: the first two payments of the last month go through the sandbox of a gateway. */
export class OnlineTill {
  private readonly sandbox: GatewaySandbox;
  private readonly payments: Payments;
  private readonly taken: Pick<DemoPayment, 'account' | 'amount'>[] = [];

  constructor(store: Store, saldo: Saldo, clock: StoryClock) {
    this.sandbox = createGatewaySandbox({ clock, secret: 'demo' });
    const dayOf = (at: Instant): Day => at.slice(0, 10) as Day;
    this.payments = createPayments({ saldo, store, gateway: this.sandbox, intents: createMemoryIntents(), clock, dayOf, source: SITE });
  }

  takes(month: Month): boolean {
    return month === LAST_MONTH && this.taken.length < STORIES.length;
  }

  /** The payer goes to the form and pays; what the gateway tells, and what it is asked, brings the money into the journal. */
  async pay({ account, amount }: Pick<DemoPayment, 'account' | 'amount'>): Answer<null> {
    const orderId = `demo-${this.taken.length + 1}`;
    const delivery = STORIES[this.taken.length] ?? 'twice';
    this.taken.push({ account, amount });
    this.sandbox.script(orderId, { delivery });
    const started = await this.payments.start({
      orderId,
      account,
      amount: must(kopecksFromText(amount)),
      description: `Квартплата, счёт ${account}`,
      method: 'any',
      saveMethod: false,
      capture: true,
    });
    if (!started.ok) return started;
    await this.sandbox.pay(orderId);
    for (const raw of this.sandbox.notifications()) {
      const received = await this.payments.receive(raw);
      if (!received.ok) return received;
    }
    const settled = await this.payments.settlePending({ abandonAfterMs: ABANDON_AFTER_MS });
    return settled.ok ? ok(null) : settled;
  }

  told(language: Language): string {
    const words = WORDS[language];
    const rows = this.taken.map(({ account, amount }, index) => `  ${account}  ${amount} ₽  ${words[STORIES[index] ?? 'twice']}`);
    return [words.title, ...rows, ''].join('\n');
  }
}
