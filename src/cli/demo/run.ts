import { addMonths, type Instant, type Month, monthsFrom } from '../../kernel/calendar';
import type { Kopecks } from '../../kernel/money';
import type { Problem } from '../../kernel/problem';
import { ok, type Result } from '../../kernel/result';
import type { Language } from '../../model/problem-text';
import type { FactRecord } from '../../model/records';
import type { Store } from '../../ports/store';
import { createSaldo, type Saldo } from '../../run/create-saldo';
import { StoryClock } from './clock';
import { known, TAKEN_OVER } from './draft';
import { BILLED_SINCE, LAST_MONTH } from './flat';
import { type DemoFacts, demoFacts } from './houses';
import { billedAt, closedAt, inTheirMonths } from './month-facts';
import { OnlineTill } from './online-till';
import { type DemoPapers, demoPapers } from './papers';
import { HousePayers } from './pay';

/** What the demo works with. */
export interface DemoOptions {
  /** Holds nothing, or what an earlier demo left in it. */
  readonly store: Store;
  /** Keep a file; the path is relative, with `/` between names. */
  readonly write: (path: string, text: string) => void;
  readonly progress: (done: number, all: number) => void;
  readonly language: Language;
}

/** A house-month as it was billed. */
export interface DemoMonth {
  readonly house: string;
  readonly month: Month;
  readonly bills: number;
  readonly total: Kopecks;
  /** It had been billed by an earlier run. */
  readonly repeated: boolean;
}

/** What the demo did. */
export interface DemoAnswer extends DemoPapers {
  readonly months: readonly DemoMonth[];
  /** The payments that went through the gateway, as text. */
  readonly online: string;
}

/** The months that the demo bills. */
export const DEMO_MONTHS = monthsFrom(BILLED_SINCE as Month, LAST_MONTH as Month);

/**
 * Four houses over ten months, end to end: facts come in as they become known, payments are credited, every month is billed and closed,
 * and the papers of the last month are written. Run again on the same store it changes nothing and writes the same bytes.
 */
export const runDemo = async ({ store, write, progress, language }: DemoOptions): Promise<Result<DemoAnswer, readonly Problem[]>> => {
  const clock = new StoryClock(known(TAKEN_OVER) as Instant);
  const story = new Story(store, clock, progress);
  const told = await story.tell(demoFacts());
  if (!told.ok) return told;
  const papers = await demoPapers(store, story.houses, DEMO_MONTHS, language);
  if (!papers.ok) return papers;
  for (const { path, text } of papers.value.pages) write(path, text);
  story.step();
  return ok({ ...papers.value, months: story.months, online: story.till.told(language) });
};

/** Who leaves the readings that wait, so that the month can close. */
const LEFT = { by: 'бухгалтер', why: 'житель ещё не ответил: месяц закрыт без показания' } as const;

/** The months of all houses, one after another. */
class Story {
  readonly months: DemoMonth[] = [];
  houses: readonly string[] = [];
  readonly till: OnlineTill;
  private readonly saldo: Saldo;
  private done = 0;

  constructor(
    private readonly store: Store,
    private readonly clock: StoryClock,
    private readonly progress: (done: number, all: number) => void,
  ) {
    this.saldo = createSaldo({ store, clock });
    this.till = new OnlineTill(store, this.saldo, clock);
  }

  step(): void {
    this.done += 1;
    this.progress(this.done, this.houses.length * DEMO_MONTHS.length + 1);
  }

  async tell({ shared, houses }: DemoFacts): Promise<Result<null, readonly Problem[]>> {
    this.houses = [...houses.keys()];
    const batches = inTheirMonths(shared, DEMO_MONTHS);
    const own = new Map([...houses].map(([house, records]) => [house, inTheirMonths(records, DEMO_MONTHS)]));
    const payers = new Map(this.houses.map((house) => [house, new HousePayers(house, this.store, this.saldo, this.clock, this.till)]));
    const before = await this.takeOver([...(batches.get(null) ?? []), ...[...own.values()].flatMap((facts) => facts.get(null) ?? [])]);
    if (!before.ok) return before;
    for (const month of DEMO_MONTHS) {
      this.clock.set(billedAt(month));
      const imported = await this.take(batches.get(month) ?? []);
      if (!imported.ok) return imported;
      for (const [house, facts] of own) {
        const paid = await payers.get(house)?.pay(month);
        if (paid !== undefined && !paid.ok) return paid;
        const done = await this.houseMonth(house, month, [...(facts.get(month) ?? []), ...(paid?.value ?? [])]);
        if (!done.ok) return done;
        this.step();
      }
    }
    return ok(null);
  }

  private async take(records: readonly FactRecord[], house?: string): Promise<Result<null, readonly Problem[]>> {
    if (records.length === 0) return ok(null);
    const imported = await this.saldo.importFacts(records, house === undefined ? {} : { house });
    return imported.ok ? ok(null) : imported;
  }

  /**
   * The houses with their history, and what was owed when they came. A journal that has anything has that: it is not posted again, because
   * on an earlier day of the story the payments of later days are not known, and would be taken back.
   */
  private async takeOver(records: readonly FactRecord[]): Promise<Result<null, readonly Problem[]>> {
    const through = addMonths(DEMO_MONTHS[0] as Month, -1);
    this.clock.set(billedAt(through));
    const imported = await this.take(records);
    if (!imported.ok) return imported;
    for (const house of this.houses) {
      if ((await this.store.entriesOfHouse(house)).length > 0) continue;
      const posted = await this.saldo.postMoney({ house, through });
      if (!posted.ok) return posted;
    }
    return ok(null);
  }

  private async houseMonth(house: string, month: Month, records: readonly FactRecord[]): Promise<Result<null, readonly Problem[]>> {
    this.clock.set(billedAt(month));
    const imported = await this.take(records, house);
    if (!imported.ok) return imported;
    const billed = await this.saldo.billMonth({ house, month });
    if (!billed.ok) return billed;
    const { bills, total, repeated } = billed.value;
    this.months.push({ house, month, bills, total, repeated });
    this.clock.set(closedAt(month));
    const closed = await this.saldo.closeMonth({ house, month, by: 'бухгалтер', leaveUndecided: LEFT });
    return closed.ok ? ok(null) : closed;
  }
}
