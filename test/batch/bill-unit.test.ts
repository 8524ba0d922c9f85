import { expect, it } from 'vitest';
import { billUnit } from '../../src/batch/bill-unit';
import type { Month } from '../../src/kernel/calendar';
import { fixedClock } from '../../src/testing/clock';
import { done, imported } from '../run/given';
import { at } from '../run/small-house';

it('penalties that nobody could tell are found before the issue, and stop no bill', async () => {
  const { saldo, store, clock } = await imported([], undefined, { penaltyRate: 'decisionDay' });
  clock.set(at('2026-03-02'));
  await done(saldo.billMonth({ house: 'h', month: '2026-01' }));
  const unit = { house: 'h', accounts: 3, run: 'r', month: '2026-02' as Month, job: 1, attempt: 1, plannedAt: at('2026-03-01') };
  const outcome = await billUnit(clock, [])(unit, store);
  expect(outcome).toMatchObject({ done: true, bills: 3 });
  const found = outcome.done ? outcome.findings : [];
  expect([...new Set(found.map(({ check, severity, value }) => `${check} ${severity} ${value}`))]).toEqual([
    'penalties warning decision-day-missing',
  ]);
});

it('a worker whose clock is behind the journal leaves the house to another try, and nothing is written', async () => {
  const { saldo, store, clock } = await imported();
  clock.set(at('2026-03-02'));
  await done(saldo.billMonth({ house: 'h', month: '2026-01' }));
  const entries = await store.entriesOfHouse('h');
  const unit = { house: 'h', accounts: 3, run: 'r', month: '2026-02' as Month, job: 1, attempt: 1, plannedAt: at('2026-03-01') };
  const behind = await billUnit(fixedClock(at('2026-02-20')), [])(unit, store);
  expect(behind).toMatchObject({ done: false, again: true, problems: [{ code: 'clock-behind' }] });
  expect(await store.entriesOfHouse('h')).toEqual(entries);
  expect(await billUnit(clock, [])(unit, store)).toMatchObject({ done: true, bills: 3 });
});
