import { describe, expect, it } from 'vitest';
import { codes, done, type given, imported, sheet, smallHouse } from './given';
import { at, common, paymentFact, reading } from './small-house';

const OPENING = {
  kind: 'openingSaldo',
  id: 'o-1',
  account: 'h-10-A',
  service: 'maintenance',
  provider: 'uk',
  month: '2025-12',
  amount: '900.00',
};
/** Flat 10 pays far ahead: a payment that the bank's file brings among the facts. */
const AHEAD = paymentFact('p-10', 'old-h-10', '8000.00', '2026-02-08', { source: 'банк' });

const pay = (engine: ReturnType<typeof given>, flat: string, amount: string, paidOn: string) => {
  engine.clock.set(at(paidOn));
  return done(engine.saldo.acceptPayment({ account: `h-${flat}-A`, amount, paidOn }, { key: `desk-${flat}-${paidOn}` }));
};

const bill = (engine: ReturnType<typeof given>, month: string, on: string) => {
  engine.clock.set(at(on));
  return done(engine.saldo.billMonth({ house: 'h', month }));
};

/** Four months of the house: whole payments (flat 1), a part and then nothing (flat 2), an old debt and then far ahead (flat 10). */
const fourMonths = async () => {
  const engine = await imported([OPENING, AHEAD]);
  await bill(engine, '2026-01', '2026-02-02');
  await pay(engine, '1', '1700.00', '2026-02-10');
  await pay(engine, '2', '700.00', '2026-02-12');
  await bill(engine, '2026-02', '2026-03-02');
  await pay(engine, '1', '1700.00', '2026-03-10');
  engine.clock.set(at('2026-03-20'));
  await done(engine.saldo.importFacts([reading('h-2', '2026-03', '34')]));
  await bill(engine, '2026-03', '2026-04-02');
  await pay(engine, '1', '1700.00', '2026-04-10');
  await bill(engine, '2026-04', '2026-05-02');
  return engine;
};

describe('a house of three flats over four months', () => {
  it('has each month: opening +brought +charged +adjusted −paid = closing', async () => {
    const { saldo } = await fourMonths();
    expect(await sheet(saldo, '2026-01')).toEqual([
      '1: 0 +0 +170000 +0 −0 = 170000',
      '2: 0 +0 +140000 +0 −0 = 140000',
      '10: 90000 +0 +190000 +0 −0 = 280000',
    ]);
    expect(await sheet(saldo, '2026-02')).toEqual([
      '1: 170000 +0 +170000 +0 −170000 = 170000',
      '2: 140000 +0 +140000 +0 −70000 = 210000',
      '10: 280000 +0 +190000 +0 −800000 = -330000',
    ]);
    expect(await sheet(saldo, '2026-03')).toEqual([
      '1: 170000 +0 +170000 +0 −170000 = 170000',
      '2: 210000 +0 +155000 +15000 −0 = 380000',
      '10: -330000 +0 +190000 +0 −0 = -140000',
    ]);
    expect(await sheet(saldo, '2026-04')).toEqual([
      '1: 170000 +0 +170000 +0 −170000 = 170000',
      '2: 380000 +0 +145000 +0 −0 = 525000',
      '10: -140000 +0 +190000 +0 −0 = 50000',
    ]);
  });

  it('brings the old debt in before the first month, as the closing saldo of December', async () => {
    const { saldo } = await fourMonths();
    expect((await sheet(saldo, '2025-12'))[2]).toBe('10: 0 +90000 +0 +0 −0 = 90000');
  });

  it('credits the part payment pro rata: 700,00 over 1 200,00 and 200,00 is 600,00 and 100,00', async () => {
    const { saldo } = await fourMonths();
    const book = await done(saldo.accountBook('h-2-A', { from: '2026-02', to: '2026-02' }));
    expect(book.months[0]?.payments.map(({ parts }) => parts)).toEqual([
      [
        { provider: 'uk', service: 'maintenance', month: '2026-01', amount: 600_00 },
        { provider: 'vk', service: 'coldWater', month: '2026-01', amount: 100_00 },
      ],
    ]);
  });

  it('keeps what was paid ahead as advances by creditor: 5 200,00 over the bill of 1 800,00 and 100,00 is 4 926,32 and 273,68', async () => {
    const { saldo } = await fourMonths();
    const book = await done(saldo.accountBook('h-10-A'));
    const february = book.months.find(({ month }) => month === '2026-02');
    expect(
      february?.payments[0]?.parts.filter(({ service }) => service === 'advance').map(({ provider, amount }) => [provider, amount]),
    ).toEqual([
      ['uk', 4926_32],
      ['vk', 273_68],
    ]);
    expect(february?.payments[0]?.source).toBe('банк');
    const april = book.months.find(({ month }) => month === '2026-04');
    expect(april?.services.map(({ provider, service, closing }) => [provider, service, closing])).toEqual([
      ['uk', 'maintenance', 1800_00 * 3 - 4926_32],
      ['vk', 'coldWater', 26_32],
      ['uk', 'advance', 0],
      ['vk', 'advance', 0],
    ]);
  });

  it('charges the late reading to February too: 3 m³ more, 150,00, in the bill of March', async () => {
    const { saldo } = await fourMonths();
    const book = await done(saldo.accountBook('old-h-2', { from: '2026-03', to: '2026-03' }));
    expect(book.months[0]?.adjustments.map(({ month, volume, amount, cause }) => [month, volume, amount, cause])).toEqual([
      ['2026-02', '3', 150_00, 'h-2-2026-03'],
    ]);
  });

  it('bills the late difference to what was charged, not to what the facts alone would have charged', async () => {
    const engine = await imported();
    await bill(engine, '2026-01', '2026-02-02');
    // The average of February was charged with a reading that is corrected afterwards: the difference starts from the bill as it is.
    await bill(engine, '2026-02', '2026-03-02');
    engine.clock.set(at('2026-03-21'));
    await done(
      engine.saldo.importFacts([
        { ...reading('h-2', '2026-01', '21'), id: 'h-2-2026-01-b', supersedes: 'h-2-2026-01' },
        reading('h-2', '2026-03', '35'),
      ]),
    );
    await bill(engine, '2026-03', '2026-04-02');
    const book = await done(engine.saldo.accountBook('h-2-A'));
    const february = book.months
      .flatMap(({ lines, adjustments }) => [...lines, ...adjustments])
      .filter((line) => line.month === '2026-02' && line.service === 'coldWater');
    // 35 − 21 = 14 m³ of February and March: 7 for February, of which the bill of February charged 4.
    expect(february.map(({ kind, volume }) => [kind, volume])).toEqual([
      ['charge', '4'],
      ['adjustment', '3'],
    ]);
  });

  it('has in the document of the month what the book says, and what is owed to each', async () => {
    const { saldo } = await fourMonths();
    const document = await done(saldo.paymentDocument({ account: 'h-2-A', month: '2026-03' }));
    expect([document.payable, document.debt, document.advance, document.total, document.toPay]).toEqual([
      1700_00, 2100_00, 0, 3800_00, 3800_00,
    ]);
    expect([document.documentDay, document.payBy, document.paid]).toEqual(['2026-04-06', '2026-04-15', 0]);
    expect(document.creditorTotals).toEqual([
      { provider: 'uk', payable: 1200_00, debt: 1800_00, advance: 0, interest: 0, penalties: 0, deferred: 0, total: 3000_00 },
      { provider: 'vk', payable: 500_00, debt: 300_00, advance: 0, interest: 0, penalties: 0, deferred: 0, total: 800_00 },
    ]);
  });

  it('gives the same journal, sheets and books to whoever repeats every call', async () => {
    const engine = await fourMonths();
    const before = await engine.store.entriesOfHouse('h');
    expect(await done(engine.saldo.importFacts([...common, ...smallHouse(), OPENING, AHEAD]))).toMatchObject({ repeated: true });
    for (const month of ['2026-01', '2026-02', '2026-03', '2026-04']) {
      expect(await done(engine.saldo.billMonth({ house: 'h', month }))).toMatchObject({ repeated: true, version: 1, billAgain: [] });
    }
    const again = await done(
      engine.saldo.acceptPayment({ account: 'h-2-A', amount: '700.00', paidOn: '2026-02-12' }, { key: 'desk-2-2026-02-12' }),
    );
    expect(again).toMatchObject({ repeated: true, saldo: 5250_00 });
    expect(again.entries.map(({ amount }) => amount)).toEqual([-600_00, -100_00]);
    expect(await engine.store.entriesOfHouse('h')).toEqual(before);
  });
});

describe('a month that is closed', () => {
  const closedJanuary = async () => {
    const engine = await fourMonths();
    await done(engine.saldo.closeMonth({ house: 'h', month: '2026-01', by: 'бухгалтер' }));
    return engine;
  };

  it('never changes: a corrected reading of it is told at import and refused with its difference at billing', async () => {
    const engine = await closedJanuary();
    const before = [await sheet(engine.saldo, '2026-01'), await engine.store.billsOf('h', '2026-01' as never)];
    engine.clock.set(at('2026-05-03'));
    const late = await done(
      engine.saldo.importFacts([{ ...reading('h-1', '2026-01', '21'), id: 'h-1-2026-01-b', supersedes: 'h-1-2026-01' }]),
    );
    expect(late.intoClosed).toEqual([{ id: 'h-1-2026-01-b', house: 'h', month: '2026-01' }]);
    const refused = await engine.saldo.billMonth({ house: 'h', month: '2026-01' });
    expect(refused).toMatchObject({
      ok: false,
      error: [{ code: 'month-closed', value: '2026-01', facts: { house: 'h', month: '2026-01', accounts: '1', difference: '50.00' } }],
    });
    expect([await sheet(engine.saldo, '2026-01'), await engine.store.billsOf('h', '2026-01' as never)]).toEqual(before);
  });

  it('lets the fact count in the open months: a new version takes the difference there, posts that of the closed month and names the months to bill again', async () => {
    const engine = await closedJanuary();
    engine.clock.set(at('2026-05-03'));
    await done(engine.saldo.importFacts([{ ...reading('h-1', '2026-01', '21'), id: 'h-1-2026-01-b', supersedes: 'h-1-2026-01' }]));
    const again = await done(engine.saldo.billMonth({ house: 'h', month: '2026-02' }));
    expect(again).toMatchObject({ repeated: false, version: 2, difference: 0, billAgain: ['2026-03', '2026-04'] });
    expect((await sheet(engine.saldo, '2026-02'))[0]).toBe('1: 170000 +0 +165000 +5000 −170000 = 170000');
    expect((await sheet(engine.saldo, '2026-04'))[0]).toBe('1: 170000 +0 +170000 +0 −170000 = 170000');
  });

  it('answers its bills as repeated when the facts have not changed', async () => {
    const { saldo } = await closedJanuary();
    expect(await done(saldo.billMonth({ house: 'h', month: '2026-01' }))).toMatchObject({ repeated: true, version: 1 });
    expect(await done(saldo.closeMonth({ house: 'h', month: '2026-01', by: 'другой' }))).toMatchObject({ repeated: true });
  });

  it('sends money that came in it to the first open month', async () => {
    const engine = await closedJanuary();
    const accepted = await pay(engine, '2', '10.00', '2026-01-31');
    expect(new Set(accepted.entries.map(({ postedIn, valueDay }) => `${postedIn} ${valueDay}`))).toEqual(new Set(['2026-02 2026-01-31']));
  });

  it('is closed in order, after it was billed', async () => {
    const { saldo } = await fourMonths();
    expect(await codes(saldo.closeMonth({ house: 'h', month: '2026-02', by: 'бухгалтер' }))).toEqual(['previous-month-open']);
    expect(await codes(saldo.closeMonth({ house: 'h', month: '2026-05', by: 'бухгалтер' }))).toEqual(['month-not-billed']);
    expect(await codes(saldo.closeMonth({ house: 'h', month: '2026-01', by: '' }))).toEqual(['text-empty']);
    for (const month of ['2026-01', '2026-02']) await done(saldo.closeMonth({ house: 'h', month, by: 'бухгалтер' }));
    expect(await codes(saldo.billMonth({ house: 'h', month: '2026-02' }))).toEqual([]);
  });
});
