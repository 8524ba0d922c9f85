import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, type Month } from '../../src/kernel/calendar';
import { sumMoney } from '../../src/kernel/money';
import { must } from '../../src/kernel/result';
import { type AccountState, EMPTY_ACCOUNT, evolve, saldoOf, stateOf } from '../../src/ledger/account-state';
import type { Command } from '../../src/ledger/command';
import { decide } from '../../src/ledger/decide';
import { ADVANCE, type Entry, UNASSIGNED } from '../../src/ledger/entry';
import { HouseLedger } from '../../src/ledger/house-ledger';
import type { Bill } from '../../src/model/bill';
import { turnoverOf } from '../../src/statements/turnover';
import { kop, month, postedBy, posting, type SampleLine, sampleBill, shown } from './samples';

const START = month('2026-01');

const line = fc.record({
  provider: fc.constantFrom('uk', 'vk', 'es'),
  service: fc.constantFrom('maintenance', 'coldWater', 'electricity'),
  amount: fc.integer({ min: -500_00, max: 2000_00 }),
  kind: fc.constantFrom('charge', 'factorExcess', 'adjustment'),
  back: fc.integer({ min: 0, max: 2 }),
});

/** What happened to an account, told in small numbers: `ahead` months later than the event before. */
const event = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ what: fc.constant('bill' as const), ahead: fc.constant(1), lines: fc.array(line, { maxLength: 4 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ what: fc.constant('rebill' as const), ahead: fc.constant(0), lines: fc.array(line, { maxLength: 4 }) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      what: fc.constant('payment' as const),
      ahead: fc.integer({ min: 0, max: 1 }),
      amount: fc.integer({ min: 1, max: 3000_00 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('opening' as const), ahead: fc.constant(0), line }) },
);
const history = fc.array(event, { minLength: 1, maxLength: 14 });
type Event = typeof event extends fc.Arbitrary<infer T> ? T : never;

const linesOf = (
  lines: readonly { provider: string; service: string; amount: number; kind: string; back: number }[],
  of: Month,
): SampleLine[] =>
  lines.map(({ back, kind, ...rest }) => ({ ...rest, kind, month: kind === 'adjustment' ? addMonths(of, -1 - back) : of }) as SampleLine);

/** Commands of a history, in months that never go back. */
const commandsOf = (events: readonly Event[]): readonly Command[] => {
  const commands: Command[] = [];
  let now = START;
  let last: { bill: Bill; version: number } | null = null;
  for (const [index, one] of events.entries()) {
    now = addMonths(now, one.ahead);
    if (one.what === 'payment')
      commands.push({ type: 'payment', posting: posting(`payment:${String(index).padStart(2, '0')}@0`, now), amount: kop(one.amount) });
    else if (one.what === 'opening') {
      const { provider, service, amount, back } = one.line;
      commands.push({
        type: 'opening',
        posting: posting(`opening:${index}@0`, now),
        amounts: [{ provider, service, month: addMonths(now, -back), amount: kop(amount) }],
      });
    } else if (one.what === 'bill') {
      last = { bill: sampleBill(now, linesOf(one.lines, now)), version: 1 };
      commands.push({ type: 'bill', posting: posting(`bill:h:${now}:1`, now), bill: last.bill, before: null });
    } else if (last !== null) {
      const before: Bill = last.bill;
      last = { bill: sampleBill(before.month, linesOf(one.lines, before.month)), version: last.version + 1 };
      commands.push({ type: 'bill', posting: posting(`bill:h:${before.month}:${last.version}`, now), bill: last.bill, before });
    }
  }
  return commands;
};

const sumOf = (entries: readonly Entry[]): number => sumMoney(entries.map((entry) => entry.amount));

const owedBy = (commands: readonly Command[]): number => {
  let sum = 0;
  for (const command of commands) {
    if (command.type === 'payment') sum -= command.amount;
    else if (command.type === 'opening') for (const { amount } of command.amounts) sum += amount;
    else if (command.type === 'bill') sum += (command.bill?.total ?? 0) - (command.before?.total ?? 0);
  }
  return sum;
};

const isSettled = (state: AccountState): boolean => {
  const debts = state.buckets.filter((bucket) => bucket.amount > 0);
  const credits = state.buckets.filter((bucket) => bucket.amount < 0);
  return credits.every(
    (credit) => credit.service === ADVANCE && debts.every((debt) => debt.provider !== credit.provider && credit.provider !== UNASSIGNED),
  );
};

const walk = (
  commands: readonly Command[],
  look: (command: Command, made: readonly Entry[], before: AccountState, entries: readonly Entry[]) => void,
): void => {
  let entries: readonly Entry[] = [];
  for (const command of commands) {
    const before = stateOf(entries);
    const made = must(decide(command, before, entries));
    entries = [...entries, ...made];
    look(command, made, before, entries);
  }
};

const RUNS = { numRuns: 400 };

describe('the journal of an account, whatever happened', () => {
  it('has at every moment the sum of its entries as saldo, and the same in its buckets', () => {
    fc.assert(
      fc.property(history, (events) => {
        const commands = commandsOf(events);
        let done = 0;
        walk(commands, (_command, _made, _before, entries) => {
          done += 1;
          const state = stateOf(entries);
          expect(saldoOf(state)).toBe(sumOf(entries));
          expect(saldoOf(state)).toBe(owedBy(commands.slice(0, done)));
          expect(isSettled(state)).toBe(true);
        });
      }),
      RUNS,
    );
  });

  it('moves nothing in sum, and posts exactly what a bill or a payment is', () => {
    fc.assert(
      fc.property(history, (events) => {
        walk(commandsOf(events), (command, made) => {
          expect(sumOf(made.filter((entry) => entry.kind === 'transfer'))).toBe(0);
          expect(sumOf(made)).toBe(owedBy([command]));
          expect(made.every((entry) => entry.amount !== 0 && entry.postedIn === command.posting.postedIn)).toBe(true);
        });
      }),
      RUNS,
    );
  });

  it('never credits a payment beyond a debt, and leaves an advance only when all debts are paid', () => {
    fc.assert(
      fc.property(history, (events) => {
        walk(commandsOf(events), (command, made, before) => {
          if (command.type !== 'payment') return;
          const owed = new Map(before.buckets.map((bucket) => [`${bucket.month} ${bucket.provider} ${bucket.service}`, bucket.amount]));
          const credited = made.filter((entry) => entry.service !== ADVANCE);
          for (const entry of credited)
            expect(-entry.amount).toBeLessThanOrEqual(owed.get(`${entry.month} ${entry.provider} ${entry.service}`) ?? 0);
          const debt = [...owed.values()].filter((amount) => amount > 0).reduce((sum, amount) => sum + amount, 0);
          expect(0 - sumOf(credited)).toBe(Math.min(debt, command.amount));
        });
      }),
      RUNS,
    );
  });

  it('takes a command that comes again as nothing', () => {
    fc.assert(
      fc.property(history, (events) => {
        const commands = commandsOf(events);
        const entries = postedBy(commands);
        const posted = new Set(entries.map((entry) => entry.id.split('#')[0]));
        for (const command of commands) {
          if (posted.has(command.posting.key)) expect(must(decide(command, stateOf(entries), entries))).toEqual([]);
        }
      }),
      RUNS,
    );
  });

  it('ends in the same saldo, and in the same buckets, in whatever order its events came', () => {
    fc.assert(
      fc.property(
        history.chain((events) => {
          const commands = commandsOf(events);
          return fc.tuple(
            fc.constant(commands),
            fc.shuffledSubarray([...commands], { minLength: commands.length, maxLength: commands.length }),
          );
        }),
        ([commands, shuffled]) => {
          const ledger = new HouseLedger();
          must(ledger.runAll(shuffled));
          const states = [stateOf(postedBy(commands)), ledger.stateOf('A-1')];
          expect(shown(states[1] as AccountState)).toEqual(shown(states[0] as AccountState));
          expect(states.map(saldoOf)).toEqual([owedBy(commands), owedBy(commands)]);
          expect(states.every(isSettled)).toBe(true);
        },
      ),
      RUNS,
    );
  });

  it('folds entries one by one, at once and in any order to the same state', () => {
    fc.assert(
      fc.property(history, fc.nat(), (events, seed) => {
        const entries = postedBy(commandsOf(events));
        const turned = [...entries].sort(
          (a, b) => ((a.id.length * 7 + seed) % 13) - ((b.id.length * 7 + seed) % 13) || (a.id < b.id ? 1 : -1),
        );
        const one = entries.reduce(evolve, EMPTY_ACCOUNT);
        expect(one).toEqual(stateOf(entries));
        expect(shown(stateOf(turned))).toEqual(shown(one));
      }),
      RUNS,
    );
  });

  it('is after a payment was taken back what it would be without it', () => {
    fc.assert(
      fc.property(history, fc.nat(), (events, pick) => {
        const commands = commandsOf(events);
        const payments = commands.filter((command) => command.type === 'payment');
        const gone = payments[pick % Math.max(1, payments.length)];
        if (gone === undefined) return;
        const last = commands[commands.length - 1] as Command;
        const cancel: Command = {
          type: 'cancelPayment',
          posting: posting(`${gone.posting.cause}@1`, last.posting.postedIn),
          payment: gone.posting.key,
        };
        const entries = postedBy([...commands, cancel]);
        expect(shown(stateOf(entries))).toEqual(shown(stateOf(postedBy(commands.filter((command) => command !== gone)))));
      }),
      RUNS,
    );
  });

  it('opens each month with the closing saldo of the month before', () => {
    fc.assert(
      fc.property(history, (events) => {
        const entries = postedBy(commandsOf(events));
        let closing = 0;
        for (let of = START; of <= addMonths(START, 15); of = addMonths(of, 1)) {
          const turnover = turnoverOf(entries, of);
          expect(turnover.opening).toBe(closing);
          expect(turnover.closing).toBe(turnover.opening + turnover.brought + turnover.charged + turnover.adjusted - turnover.paid);
          expect(turnover.moved).toBe(0);
          closing = turnover.closing;
        }
        expect(closing).toBe(sumOf(entries));
      }),
      RUNS,
    );
  });
});
