import { describe, expect, it } from 'vitest';
import { done, imported } from './given';
import { at, PAID_WORK } from './small-house';

describe('a paid work whose document comes after its month is closed', () => {
  it('is posted in the open month, with the month it is for, and once', async () => {
    const engine = await imported();
    const { saldo, clock } = engine;
    await done(saldo.billMonth({ house: 'h', month: '2026-01' }));
    await done(saldo.closeMonth({ house: 'h', month: '2026-01', by: 'бухгалтер' }));
    clock.set(at('2026-02-10'));
    await done(saldo.importFacts([{ ...PAID_WORK, id: 'work-1' }]));
    await done(saldo.billMonth({ house: 'h', month: '2026-02' }));
    await done(saldo.billMonth({ house: 'h', month: '2026-02' }));
    const book = await done(saldo.accountBook('h-1-A'));
    const lines = book.months.flatMap(({ month: billed, lines: own, adjustments }) =>
      [...own, ...adjustments].map((line) => ({ ...line, billed })),
    );
    expect(
      lines.filter(({ service }) => service === 'paidWork').map(({ kind, month, billed, amount }) => [kind, month, billed, amount]),
    ).toEqual([['adjustment', '2026-01', '2026-02', 350_50]]);
  });
});
