import { type Day, type Instant, lastDay, type Month } from '../../src/kernel/calendar';
import { asKopecks, type Kopecks, sumMoney } from '../../src/kernel/money';
import { must } from '../../src/kernel/result';
import { type AccountState, stateOf } from '../../src/ledger/account-state';
import type { Bucket } from '../../src/ledger/bucket';
import type { Command, Posting } from '../../src/ledger/command';
import { decide } from '../../src/ledger/decide';
import type { Entry } from '../../src/ledger/entry';
import type { Bill, Line } from '../../src/model/bill';
import type { ServiceCode } from '../../src/model/services';

export const month = (text: string): Month => text as Month;
export const kop = (value: number): Kopecks => asKopecks(value);

export const posting = (key: string, postedIn: Month): Posting => ({
  key,
  house: 'h',
  account: 'A-1',
  postedIn,
  valueDay: lastDay(postedIn) as Day,
  at: '2026-11-01T00:00:00.000Z' as Instant,
  cause: key.split('@')[0] ?? key,
});

/** What a line of a sample bill says: who charges how much for what. */
export interface SampleLine {
  readonly provider: string;
  readonly service: ServiceCode;
  readonly amount: number;
  readonly kind?: Line['kind'];
  readonly month?: Month;
}

export const sampleBill = (of: Month, lines: readonly SampleLine[]): Bill => ({
  account: 'A-1',
  premises: 'p-1',
  house: 'h',
  month: of,
  madeBy: 'test',
  lines: lines.map(
    ({ provider, service, amount, kind = 'charge', month: debt = of }): Line => ({
      kind,
      service,
      provider,
      month: debt,
      basis: 'meter',
      formula: 'test',
      unit: 'm3',
      volume: '1',
      tariffCode: 't',
      tariff: '1',
      amount: kop(amount),
    }),
  ),
  total: sumMoney(lines.map((line) => kop(line.amount))),
});

/** Entries of commands carried out one after another. */
export const postedBy = (commands: readonly Command[]): readonly Entry[] => {
  const entries: Entry[] = [];
  for (const command of commands) entries.push(...must(decide(command, stateOf(entries), entries)));
  return entries;
};

export const bill = (of: Month, lines: readonly SampleLine[], version = 1, before: Bill | null = null): Command => ({
  type: 'bill',
  posting: posting(`bill:h:${of}:${version}`, of),
  bill: sampleBill(of, lines),
  before,
});

/** Money that came on the tenth of a month. */
export const payment = (id: string, of: Month, amount: number): Command => ({
  type: 'payment',
  posting: { ...posting(`payment:${id}@0`, of), valueDay: `${of}-10` as Day },
  amount: kop(amount),
});

/** Buckets as short texts. */
export const shown = (state: AccountState | readonly Bucket[]): readonly string[] =>
  ('buckets' in state ? state.buckets : state).map(
    (bucket) => `${bucket.month} ${bucket.provider || '?'} ${bucket.service} ${bucket.amount}`,
  );
