import fc from 'fast-check';
import { addDays, addMonths, type Day, firstDay, type Instant, lastDay, type Month } from '../../../src/kernel/calendar';
import { asKopecks, type Kopecks } from '../../../src/kernel/money';
import type { Entry } from '../../../src/ledger/entry';
import { type HashedStatement, reconciliationStatement } from '../../../src/statements/reconciliation/statement';

const FROM = '2026-01' as Month;
export const TO = '2026-06' as Month;
export const ACCOUNT = '590001';
const PARTIES = {
  house: 'h',
  address: 'ул. Садовая, 1',
  accounts: [{ account: ACCOUNT, aliases: ['old-1'], house: 'h', address: 'ул. Садовая, 1', premises: '1', payer: 'Иванов' }],
  creditors: [
    { id: 'uk', name: 'УК «Уют»', inn: '7701234567' },
    { id: 'vk', name: 'Водоканал', inn: null },
  ],
};

const entry = (id: string, more: Partial<Entry> & Pick<Entry, 'kind' | 'month' | 'amount'>): Entry => ({
  id: `${id}#0`,
  house: 'h',
  account: ACCOUNT,
  provider: 'uk',
  service: 'maintenance',
  postedIn: more.month,
  valueDay: lastDay(more.month),
  at: '2026-07-01T00:00:00.000Z' as Instant,
  cause: id,
  ...more,
});

/** Sums no group of which equals another: a digit of its own for each, so that no difference can be told two ways. */
const tag = (index: number, cents: number): Kopecks => asKopecks(10_000 * 2 ** (index % 24) + 200 * index + (cents % 2) * 50 + 7);

/** An account of six months: charges of two services, an adjustment, payments on days of their own. */
export const account = fc
  .record({
    opening: fc.integer({ min: -500_000, max: 500_000 }),
    cents: fc.array(fc.nat({ max: 99 }), { minLength: 6, maxLength: 6 }),
    payments: fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 5 }),
  })
  .map(({ opening, cents, payments }): { readonly entries: readonly Entry[]; readonly statement: HashedStatement } => {
    const entries: Entry[] = [];
    if (opening !== 0) entries.push(entry('opening:o', { kind: 'opening', month: '2025-12' as Month, amount: asKopecks(opening) }));
    for (let index = 0; index < 6; index += 1) {
      const month = addMonths(FROM, index);
      const cause = `bill:h:${month}:1`;
      entries.push({ ...entry(cause, { kind: 'charge', month, amount: tag(index, cents[index] ?? 0) }), id: `${cause}#0` });
      entries.push({
        ...entry(cause, { kind: 'charge', month, amount: tag(index + 6, cents[index] ?? 0), provider: 'vk', service: 'coldWater' }),
        id: `${cause}#1`,
      });
    }
    for (const index of payments) {
      const month = addMonths(FROM, index);
      const valueDay = addDays(firstDay(month), 9) as Day;
      const amount = asKopecks(-tag(index + 12, 1));
      entries.push(entry(`payment:p-${index}`, { kind: 'payment', month, amount, valueDay }));
    }
    return { entries, statement: statementOf(entries) };
  });

/** The statement of entries for the six months. */
export const statementOf = (entries: readonly Entry[]): HashedStatement =>
  reconciliationStatement({
    form: 'person',
    parties: PARTIES,
    account: ACCOUNT,
    entries,
    payments: [],
    from: FROM,
    to: TO,
    drawnOn: '2026-07-05' as Day,
  });
