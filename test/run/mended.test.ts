import { describe, expect, it } from 'vitest';
import { done, imported } from './given';
import { at, PAID_WORK as WORK } from './small-house';

type Engine = Awaited<ReturnType<typeof imported>>;

const PREPAID = {
  kind: 'prepaid',
  account: 'h-1-A',
  provider: 'uk',
  item: 'intercom',
  title: 'Домофон',
  from: '2026-01-16',
  to: '2027-01-16',
  price: '720',
  document: 'договор № 2',
};
const MENDED = { by: 'бухгалтер', why: 'ошибка' };

/** January billed and closed with some facts, February with others; the lines of a service of the account. */
const twoMonths = async (first: readonly object[], then: readonly object[], service: string) => {
  const engine: Engine = await imported();
  const { saldo, clock } = engine;
  await done(saldo.importFacts(first));
  await done(saldo.billMonth({ house: 'h', month: '2026-01' }));
  await done(saldo.closeMonth({ house: 'h', month: '2026-01', by: 'бухгалтер' }));
  clock.set(at('2026-02-10'));
  await done(saldo.importFacts(then));
  await done(saldo.billMonth({ house: 'h', month: '2026-02' }));
  await done(saldo.billMonth({ house: 'h', month: '2026-02' }));
  const book = await done(saldo.accountBook('h-1-A'));
  return book.months
    .flatMap(({ month: billed, lines, adjustments }) => [...lines, ...adjustments].map((line) => ({ ...line, billed })))
    .filter((line) => line.service === service)
    .map(({ kind, month, billed, amount }) => [kind, month, billed, amount]);
};

describe('a fact that is mended or withdrawn after its month is closed', () => {
  it('gives a withdrawn work back, once', async () => {
    const lines = await twoMonths(
      [{ ...WORK, id: 'work-1' }],
      [{ ...WORK, id: 'work-2', supersedes: 'work-1', withdrawn: true, ...MENDED }],
      'paidWork',
    );
    expect(lines).toEqual([
      ['charge', '2026-01', '2026-01', 350_50],
      ['adjustment', '2026-01', '2026-02', -350_50],
    ]);
  });

  it('charges a work whose day was wrong in its own month only', async () => {
    const lines = await twoMonths(
      [{ ...WORK, id: 'work-1' }],
      [{ ...WORK, id: 'work-2', supersedes: 'work-1', on: '2026-02-03', ...MENDED }],
      'paidWork',
    );
    expect(lines).toEqual([
      ['charge', '2026-01', '2026-01', 350_50],
      ['charge', '2026-02', '2026-02', 350_50],
      ['adjustment', '2026-01', '2026-02', -350_50],
    ]);
  });

  it('posts the difference of a price that was wrong', async () => {
    const lines = await twoMonths(
      [{ ...WORK, id: 'work-1' }],
      [{ ...WORK, id: 'work-2', supersedes: 'work-1', price: '400.00', ...MENDED }],
      'paidWork',
    );
    expect(lines.reduce((sum, [, , , amount]) => sum + Number(amount), 0)).toBe(400_00);
  });

  it('gives a withdrawn period back', async () => {
    const lines = await twoMonths(
      [{ ...PREPAID, id: 'period-1' }],
      [{ ...PREPAID, id: 'period-2', supersedes: 'period-1', withdrawn: true, ...MENDED }],
      'subscription',
    );
    expect(lines).toEqual([
      ['charge', '2026-01', '2026-01', 720_00],
      ['adjustment', '2026-01', '2026-02', -720_00],
    ]);
  });

  const OFF = {
    kind: 'incident',
    house: 'h',
    service: 'coldWater',
    type: 'interruption',
    from: '2026-01-12T06',
    to: '2026-01-12T22',
    recordedOn: '2026-01-20',
    document: 'акт № 1',
  };

  it('gives back what a withdrawn act about a break took off, once', async () => {
    const lines = await twoMonths(
      [{ ...OFF, id: 'off-1' }],
      [{ ...OFF, id: 'off-2', supersedes: 'off-1', withdrawn: true, ...MENDED }],
      'coldWater',
    );
    expect(lines).toEqual([
      ['charge', '2026-01', '2026-01', 200_00],
      ['reduction', '2026-01', '2026-01', -3_60],
      ['charge', '2026-02', '2026-02', 200_00],
      ['adjustment', '2026-01', '2026-02', 3_60],
    ]);
  });

  it('settles what an act about a break that came after closing takes off, once', async () => {
    const lines = await twoMonths([{ ...WORK, id: 'work-1' }], [{ ...OFF, id: 'off-1', recordedOn: '2026-02-05' }], 'coldWater');
    expect(lines).toEqual([
      ['charge', '2026-01', '2026-01', 200_00],
      ['charge', '2026-02', '2026-02', 200_00],
      ['adjustment', '2026-01', '2026-02', -3_60],
    ]);
  });
});
