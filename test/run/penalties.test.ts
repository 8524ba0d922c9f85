import { describe, expect, it } from 'vitest';
import { accountBookHtml } from '../../src/documents/account-book-html';
import { paymentDocumentHtml } from '../../src/documents/payment-document-html';
import type { Month } from '../../src/kernel/calendar';
import { monthlyBalances } from './balances';
import { done, imported } from './given';
import { at, BILLED, paymentFact } from './small-house';

type Engine = Awaited<ReturnType<typeof imported>>;

/** Bill and close months, each on the first day of the next but one. */
const through = async (engine: Engine, last: string, more: Readonly<Record<string, readonly unknown[]>> = {}): Promise<void> => {
  for (const [index, month] of BILLED.entries()) {
    engine.clock.set(at(`2026-${String(index + 2).padStart(2, '0')}-02`));
    if (more[month] !== undefined) await done(engine.saldo.importFacts(more[month]));
    await done(engine.saldo.billMonth({ house: 'h', month }));
    if (month === last) return;
    await done(engine.saldo.closeMonth({ house: 'h', month, by: 'бухгалтер' }));
  }
};
const start = (more: readonly unknown[] = []) => imported(more, undefined, {});

const posted = async ({ store }: Engine, account = 'h-1-A') =>
  (await store.entriesOfAccount(account))
    .filter(({ kind }) => kind === 'penalty')
    .map(({ provider, month, postedIn, amount }) => `${postedIn}: ${provider} ${month} ${amount}`);

/*
 * January: 1 500,00 of maintenance to uk, 200,00 of cold water to vk, due by 10.02.2026. Day 1 is 11.02, day 31 is 13.03: in March 19 days at
 * 1/300 of 9,5 %, 1500 × 0,095 × 19 / 300 = 9,025 and 200 × 0,095 × 19 / 300 = 1,2033…; through April 49 days: 23,275 and 3,1033….
 * February is due by 16.03 (the 15th is a Sunday): day 31 is 16.04, in April 15 days: 1500 × 0,095 × 15 / 300 = 7,125; 0,95.
 */
describe('penalties in the journal, ЖК РФ, ст. 155, ч. 14', () => {
  it('are posted through the last day of each month, rounded as a whole sum', async () => {
    const engine = await start();
    await through(engine, '2026-04');
    expect(await posted(engine)).toEqual([
      '2026-03: uk 2026-01 903',
      '2026-03: vk 2026-01 120',
      '2026-04: uk 2026-01 1425',
      '2026-04: vk 2026-01 190',
      '2026-04: uk 2026-02 713',
      '2026-04: vk 2026-02 95',
    ]);
    const again = await done(engine.saldo.billMonth({ house: 'h', month: '2026-04' }));
    expect(again).toMatchObject({ repeated: true, penalties: { accounts: 0, amount: 0, untold: [] } });
  });

  it('are derived, posted or not; the payoff balance has both', async () => {
    const engine = await start();
    await through(engine, '2026-03');
    const { penalties, owed, unposted } = await done(engine.saldo.penalties({ account: 'h-1-A', on: '2026-04-30' }));
    expect([penalties.total, owed, unposted].map((one) => (typeof one === 'number' ? one : one.map(({ amount }) => amount)))).toEqual([
      // 23,28 + 3,10 + 7,13 + 0,95.
      34_46,
      [9_03, 1_20],
      [14_25, 1_90, 7_13, 95],
    ]);
    const payoff = await done(engine.saldo.payoff({ account: 'h-1-A', on: '2026-04-30' }));
    expect(payoff.total).toMatchObject({ principal: 5100_00, penalties: 34_46, payoff: 5134_46 });
    const saldo = await done(engine.saldo.saldoAt('h-1-A', '2026-03'));
    expect(saldo).toMatchObject({ saldo: 5110_23, debt: 5100_00, penalties: 10_23, advance: 0 });
  });

  it('follow a payment that became known late, back to its day; what was posted too much is taken back in the open month', async () => {
    const engine = await start();
    const late = paymentFact('p', 'h-1-A', '1700.00', '2026-03-20');
    await through(engine, '2026-04', { '2026-04': [late] });
    // Day of payment included: 8 days of March, 3,80 and 0,5066… instead of 9,03 and 1,20.
    expect(await posted(engine)).toEqual([
      '2026-03: uk 2026-01 903',
      '2026-03: vk 2026-01 120',
      '2026-04: uk 2026-01 -523',
      '2026-04: vk 2026-01 -69',
      '2026-04: uk 2026-02 713',
      '2026-04: vk 2026-02 95',
    ]);
  });

  it('are the same in the end whenever the payment became known', async () => {
    const told = async (known: string) => {
      const engine = await start(known === 'atOnce' ? [paymentFact('p', 'h-1-A', '1700.00', '2026-03-20')] : []);
      await through(engine, '2026-04', known === 'atOnce' ? {} : { [known]: [paymentFact('p', 'h-1-A', '1700.00', '2026-03-20')] });
      return monthlyBalances(await engine.store.entriesOfAccount('h-1-A'));
    };
    const inTime = await told('atOnce');
    expect(inTime.some((row) => row.includes('penalty'))).toBe(true);
    expect(await told('2026-03')).toEqual(inTime);
    expect(await told('2026-04')).toEqual(inTime);
  });

  it('spare the days of an exemption with its document, of one provider or of all', async () => {
    const exemption = (more: object) => ({
      kind: 'penaltyExemption',
      id: 'x',
      account: 'old-h-1',
      ground: 'military',
      from: '2026-03-01',
      document: 'справка № 5',
      ...more,
    });
    const one = await start([exemption({ provider: 'uk', to: '2026-04-01' })]);
    await through(one, '2026-03');
    expect(await posted(one)).toEqual(['2026-03: vk 2026-01 120']);
    const all = await start([exemption({})]);
    await through(all, '2026-04');
    expect(await posted(all)).toEqual([]);
    // Told after they were posted: taken back.
    const late = await start();
    await through(late, '2026-04', { '2026-04': [exemption({})] });
    expect((await posted(late)).slice(2)).toEqual(['2026-04: uk 2026-01 -903', '2026-04: vk 2026-01 -120']);
    expect((await done(late.saldo.penalties({ account: 'h-1-A', on: '2026-04-30' }))).penalties.buckets[0]?.intervals[1]).toMatchObject({
      free: 'military',
    });
  });

  it('of a debt that was brought in begin with our books; the days before are counted', async () => {
    const brought = {
      kind: 'openingSaldo',
      id: 'o',
      account: 'h-1-A',
      service: 'maintenance',
      provider: 'uk',
      amount: '1000.00',
      month: '2025-06',
    };
    const engine = await start([brought]);
    await through(engine, '2026-01');
    // Due by 10.07.2025, beyond day 90: 31 days of January at 1/130, 1000 × 0,095 × 31 / 130 = 22,6538…
    expect(await posted(engine)).toEqual(['2026-01: uk 2025-06 2265']);
  });

  it('that were brought in stand beside ours, and bear none themselves', async () => {
    const brought = {
      kind: 'openingSaldo',
      id: 'o',
      account: 'h-1-A',
      service: 'penalty',
      provider: 'uk',
      amount: '55.00',
      month: '2025-06',
    };
    const engine = await start([brought]);
    await through(engine, '2026-03');
    expect(await posted(engine)).toEqual(['2026-03: uk 2026-01 903', '2026-03: vk 2026-01 120']);
    const saldo = await done(engine.saldo.saldoAt('h-1-A', '2026-03'));
    expect(saldo).toMatchObject({ debt: 5100_00, penalties: 65_23, saldo: 5165_23 });
    const document = await done(engine.saldo.paymentDocument({ account: 'h-1-A', month: '2026-03' }));
    expect([document.penalties, document.barred]).toEqual([65_23, 0]);
  });

  it('are paid after debts, and stand apart in document, book and sheets', async () => {
    const engine = await start();
    await through(engine, '2026-03');
    await done(engine.saldo.acceptPayment({ account: 'h-1-A', amount: '5105.00', paidOn: '2026-04-01' }, { key: 'k' }));
    await done(engine.saldo.billMonth({ house: 'h', month: '2026-04' }));
    const document = await done(engine.saldo.paymentDocument({ account: 'h-1-A', month: '2026-04' }));
    const book = await done(engine.saldo.accountBook('h-1-A'));
    const april = book.months.find(({ month }) => month === ('2026-04' as Month));
    const march = book.months.find(({ month }) => month === ('2026-03' as Month));
    expect([document.total, document.debt]).toEqual([april?.closing, 0]);
    expect(march?.penalties).toBe(10_23);
    // Through 1 April one day more: 9,50 and 1,27; 5,00 of 10,23 are paid.
    expect(document.penalties).toBe(5_77);
    expect(document.creditorTotals.every((one) => one.total === one.payable + one.interest + one.debt + one.penalties - one.advance)).toBe(
      true,
    );
    expect(paymentDocumentHtml(document)).toContain('<th class="n">Пени, ₽</th>');
    expect(accountBookHtml(book)).toContain('Пени: 10,23 ₽');
    const sheet = await done(engine.saldo.turnoverSheet({ from: '2026-03', by: ['provider', 'service'] }));
    expect(sheet.rows.filter(({ service }) => service === 'penalty').length).toBe(2);
    expect(sheet.total.closing).toBe(
      (await engine.store.entriesOfHouse('h')).filter(({ postedIn }) => postedIn <= '2026-03').reduce((sum, { amount }) => sum + amount, 0),
    );
  });

  it('that the law does not tell are told as untold; the month is billed', async () => {
    const engine = await imported([], undefined, { penaltyRate: 'decisionDay' });
    engine.clock.set(at('2026-05-02'));
    for (const month of BILLED) {
      const billed = await done(engine.saldo.billMonth({ house: 'h', month }));
      expect([...new Set(billed.penalties.untold.map(({ code }) => code))]).toEqual(month < '2026-02' ? [] : ['decision-day-missing']);
    }
  });
});
