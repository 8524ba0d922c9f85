import { describe, expect, it } from 'vitest';
import { type ImportSource, importTables } from '../../src/exchange/import-stream';
import type { Store } from '../../src/ports/store';
import { createMemoryStore } from '../../src/testing/memory-store';
import { done } from '../run/given';
import { mendingTable, run, sources, TABLES, told, twoHouses } from './provider-tables';

const everything = async (store: Store): Promise<unknown> =>
  Promise.all(['g', 'h'].map(async (house) => (await store.factsOf(house)).map(({ record }) => record)));

describe('tables of a provider', () => {
  it('are taken whole, with control totals by table and month of debt', async () => {
    const { saldo } = await twoHouses();
    const { report, rows } = await run(saldo, TABLES);
    expect(told(rows)).toEqual([]);
    expect(report.rows).toEqual({ read: 12, taken: 12, repeated: 0, quarantined: 0 });
    expect(report.tables.map(({ table, rows: counts }) => [table, counts.taken])).toEqual([
      ['accounts', 3],
      ['meters', 2],
      ['readings', 3],
      ['openingSaldo', 3],
      ['payments', 1],
    ]);
    expect(report.tables[3]?.money).toEqual([
      { by: '2025-11', read: '1500.00', taken: '1500.00', repeated: '0.00', quarantined: '0.00', unreadable: 0 },
      { by: '2025-12', read: '1487.66', taken: '1487.66', repeated: '0.00', quarantined: '0.00', unreadable: 0 },
    ]);
    expect(report.tables[4]?.money).toMatchObject([{ by: null, read: '1000.00', taken: '1000.00' }]);
  });

  it('make houses that are billed, with the debt by its months', async () => {
    const { saldo } = await twoHouses();
    await run(saldo, TABLES);
    await done(saldo.billMonth({ house: 'h', month: '2026-01' }));
    await done(saldo.postMoney({ house: 'h', through: '2026-01' }));
    const { rows } = await done(saldo.saldoSheet({ house: 'h', month: '2026-01' }));
    // 50 m² × 30 and 50 × the average 8.5 / 4 m³; 40.5 × 30 and 50 × 2 people × 5 m³ with the multiplier 3.
    expect(rows.map(({ card, opening, charged, paid }) => [card.account, opening, charged, paid])).toEqual([
      ['1', 3000_00, 1606_25, 1000_00],
      ['2', -12_34, 2715_00, 0],
    ]);
  });

  it('change nothing when they are imported again, in any order of files and rows and any size of batches', async () => {
    const { saldo, store } = await twoHouses();
    await run(saldo, TABLES);
    const before = await everything(store);
    const shuffled = Object.fromEntries(
      Object.entries(TABLES)
        .reverse()
        .map(([path, [head = '', ...rows]]) => [path, [head, ...rows.reverse()]]),
    );
    for (const batch of [1, 2, 1000]) {
      const { report, rows } = await run(saldo, shuffled, { batch });
      expect(told(rows)).toEqual([]);
      expect(report.rows).toEqual({ read: 12, taken: 0, repeated: 12, quarantined: 0 });
    }
    expect(await everything(store)).toEqual(before);
  });

  it('go on where a killed import was', async () => {
    const whole = await twoHouses();
    await run(whole.saldo, TABLES, { batch: 2 });
    const all = await everything(whole.store);
    for (let writes = 0; writes < 8; writes += 1) {
      const memory = createMemoryStore();
      let left = Number.POSITIVE_INFINITY;
      const { saldo, store } = await twoHouses({
        ...memory,
        appendFacts: (write) => {
          left -= 1;
          return left < 0 ? Promise.reject(new Error('killed')) : memory.appendFacts(write);
        },
      });
      left = writes;
      const killed = await importTables(sources(TABLES), saldo.importRows, { batch: 2 });
      if (!killed.ok) expect(killed.error.map(({ code }) => code)).toEqual(['store-unavailable']);
      left = Number.POSITIVE_INFINITY;
      const { report } = await run(saldo, TABLES, { batch: 2 });
      expect(report.rows.taken + report.rows.repeated, `${writes}`).toBe(12);
      expect(killed.ok || report.rows.taken > 0).toBe(true);
      expect(await everything(store)).toEqual(all);
    }
  });
});

describe('rows that cannot be taken', () => {
  const BAD = {
    'accounts.csv': [
      'account;house;flat;area;from;payer',
      '1;h;1;50;2020-01-01;Иванова',
      '2;h;2;40,5;2020-01-01;Петров',
      '3;nosuch;1;60;2021-03-01;',
      '4;h;4;10;2021-02-30;',
      '5;h;"4;10;2021-02-28;',
      '6;h;6',
      `7;h;7;10;2021-02-28;${'я'.repeat(2000)}`,
      '1;h;1;51;2020-01-01;Иванова',
      '__proto__;h;8;10;2021-02-28;',
      ';h;9;10;2021-02-28;',
      '10;h;10;10;2021-02-28;\u202eab',
      ';;;;;',
      '',
    ],
    'meters.csv': [
      'id;account;service;serial;commissionedOn;initial',
      'm-1;1;coldWater;A-1;2025-08-20;0',
      'm-2;2;coldWater;A-2;2025-08-20;0',
      'm-9;1;steam;A-2;2025-08-20;0',
      'm-8;1;hotWater;A-2;2025-08-20;',
    ],
    'readings.csv': [
      'meter;account;takenOn;value;zone',
      'm-1;1;2025-12-20;8.5;',
      'm-1;1;2025-12-20;9;',
      'm-1;1;2025-11-20;9;T2',
      'm-2;2;2025-12-20;8.5;',
      'm-7;1;2025-12-20;8.5;',
    ],
    'payments.csv': [
      'id;account;amount;paidOn',
      'p-1;1;100.00;2026-01-04',
      'p-2;1;0;2026-01-04',
      'p-3;2;1.00;2026-01-04',
      'p-1;1;200.00;2026-01-04',
      'p-4;404;1e3;2026-01-04',
    ],
    'bills.csv': ['account', '1'],
    'openingSaldo.csv': ['account;summa', '1;2'],
    'residents.csv': [],
  };

  it('go to quarantine with file, line, field, value and rule; the others are taken', async () => {
    const { saldo } = await twoHouses();
    const { report, rows } = await run(saldo, BAD);
    expect(told(rows)).toMatchInlineSnapshot(`
      [
        "accounts.csv:3 number-format area",
        "accounts.csv:5 day-not-in-calendar from",
        "accounts.csv:6 csv-quote "4;10;2021-02-28;",
        "accounts.csv:7 csv-columns",
        "accounts.csv:8 csv-cell-too-long payer",
        "accounts.csv:10 id-format account",
        "accounts.csv:10 id-format account",
        "accounts.csv:11 field-missing account",
        "accounts.csv:12 text-format payer",
        "accounts.csv:4 no-house nosuch",
        "accounts.csv:9 duplicate-fact 1",
        "meters.csv:4 not-one-of service",
        "meters.csv:5 field-missing initial",
        "meters.csv:3 row-depends account 2",
        "readings.csv:3 duplicate-fact im-016ff52a9c6f94072beabcb4c193d108d8d9a0b9",
        "readings.csv:4 register-unknown T2",
        "readings.csv:5 row-depends account 2",
        "readings.csv:6 unknown-reference m-7",
        "payments.csv:6 number-format amount",
        "payments.csv:3 payment-not-positive p-2",
        "payments.csv:4 row-depends account 2",
        "payments.csv:5 duplicate-fact p-1",
      ]
    `);
    expect(report.rows).toEqual({ read: 25, taken: 4, repeated: 0, quarantined: 21 });
    expect(report.files.map(({ at, code }) => `${at} ${code}`)).toMatchInlineSnapshot(`
      [
        "bills.csv:1:1 import-file-name",
        "residents.csv:1:1 file-empty",
        "openingSaldo.csv:1:9 column-unknown",
        "openingSaldo.csv:1:1 column-missing",
        "openingSaldo.csv:1:1 column-missing",
        "openingSaldo.csv:1:1 column-missing",
        "openingSaldo.csv:1:1 column-missing",
      ]
    `);
    expect(report.tables.find(({ table }) => table === 'payments')?.money).toEqual([
      { by: null, read: '301.00', taken: '100.00', repeated: '0.00', quarantined: '201.00', unreadable: 1 },
    ]);
  });

  it('are taken after they were mended, and the others not twice', async () => {
    const { saldo } = await twoHouses();
    const { rows } = await run(saldo, { 'accounts.csv': BAD['accounts.csv'].slice(0, 3), 'meters.csv': BAD['meters.csv'].slice(0, 3) });
    expect(told(rows)).toEqual(['accounts.csv:3 number-format area', 'meters.csv:3 row-depends account 2']);
    const accounts = mendingTable(rows.filter(({ file }) => file === 'accounts.csv'));
    const meters = mendingTable(rows.filter(({ file }) => file === 'meters.csv'));
    expect(accounts).toBe('quarantine;account;house;flat;area;from;payer\nnumber-format;2;h;2;"40,5";2020-01-01;Петров\n');
    const again = await run(saldo, { 'accounts.csv': accounts.replace('"40,5"', '40.5').split('\n'), 'meters.csv': meters.split('\n') });
    expect(again.report.rows).toEqual({ read: 2, taken: 2, repeated: 0, quarantined: 0 });
  });

  it('come back as they were when nobody mends them, however hostile', async () => {
    const { saldo } = await twoHouses();
    const hostile = ["=cmd|' /C calc'!A0", '+1', '@SUM(A1)', '"a";b', "'=1", '\t=1', '<script>', '{{x}}', '-2+3', '＝1'];
    const cells = hostile.map((text) => `"${text.replaceAll('"', '""')}"`);
    const table = ['account;house;flat;area;from;payer', ...cells.map((cell, index) => `${index};h;${cell};bad;2020-01-01;${cell}`)];
    const first = await run(saldo, { 'accounts.csv': table });
    const mended = mendingTable(first.rows);
    expect(mended).not.toMatch(/(^|[;"])[=+@\t＝]/m);
    const second = await run(saldo, { 'accounts.csv': mended.split('\n') });
    const own = ({ cells: [...values] }: { readonly cells: readonly string[] }) => values;
    expect(second.rows.map((row) => own(row).slice(1))).toEqual(first.rows.map(own));
    expect(mendingTable(second.rows)).toBe(mended);
  });

  it('stop nobody of their house, when the whole house is a tangle', async () => {
    const { saldo } = await twoHouses();
    const rows = Array.from({ length: 60 }, (_, index) =>
      // Every third account takes the number of the door before it and the premises of another: two accounts at a time.
      index % 3 === 2 ? `${index};h;${index};50;2020-01-01;0` : `${index};h;${index};50;2020-01-01;${index}`,
    );
    const { report } = await run(saldo, { 'accounts.csv': ['account;house;flat;area;from;premises', ...rows] });
    expect(report.rows).toEqual({ read: 60, taken: 40, repeated: 0, quarantined: 20 });
  });
});

describe('a table as a stream', () => {
  it('is read in pieces of any size, as text and as bytes, with a byte order mark and carriage returns', async () => {
    const text = `\ufeff${TABLES['accounts.csv'].join('\r\n')}`;
    const bytes = new TextEncoder().encode(text);
    for (const size of [1, 2, 3, 7, 1000]) {
      const pieces = (whole: string | Uint8Array) =>
        Array.from({ length: Math.ceil(whole.length / size) }, (_, index) => whole.slice(index * size, (index + 1) * size));
      for (const whole of [text, bytes]) {
        const { saldo } = await twoHouses();
        const { report } = await run(saldo, [{ path: 'accounts.csv', open: () => pieces(whole) }]);
        expect(report.rows).toEqual({ read: 3, taken: 3, repeated: 0, quarantined: 0 });
      }
    }
  });

  it('loses only the lines that are no UTF-8 or too long', async () => {
    const { saldo } = await twoHouses();
    const [head, first, second, third] = TABLES['accounts.csv'];
    const bytes = (line: string) => new TextEncoder().encode(`${line}\n`);
    const broken = bytes(second).map((byte) => (byte === 0xd0 ? 0xff : byte));
    const chunks = [bytes(head), bytes(first), broken, bytes('x'.repeat(100_000)), bytes(third)];
    const { report, rows } = await run(saldo, [{ path: 'accounts.csv', open: () => chunks }]);
    expect(told(rows)).toEqual(['accounts.csv:3 file-not-utf8', 'accounts.csv:4 line-too-long']);
    expect(report.rows).toEqual({ read: 4, taken: 2, repeated: 0, quarantined: 2 });
  });

  it('holds a batch of rows, whatever the size of the file', async () => {
    const { saldo } = await twoHouses();
    await run(saldo, TABLES);
    const ROWS = 200_000;
    let written = 0;
    let ahead = 0;
    let most = 0;
    const source: ImportSource = {
      path: 'readings-many.csv',
      open: async function* () {
        yield 'meter;account;takenOn;value\n';
        for (let row = 0; row < ROWS; row += 100) {
          written += 100;
          most = Math.max(most, written - ahead);
          yield [...Array.from({ length: 99 }, () => `m-1;1;2025-11-2${row % 10};nonsense\n`), 'm-1;1;2025-11-20;4\n'].join('');
        }
      },
    };
    const seen: number[] = [];
    const report = await importTables(
      [source],
      async (rows) => {
        seen.push(rows.length);
        return saldo.importRows(rows);
      },
      {
        batch: 500,
        quarantined: () => {
          ahead += 1;
        },
        progress: () => {
          ahead += 500;
        },
      },
    );
    expect(report).toMatchObject({
      ok: true,
      value: { rows: { read: ROWS, taken: 0, repeated: ROWS / 100, quarantined: (ROWS / 100) * 99 } },
    });
    expect(Math.max(...seen)).toBe(500);
    // Never more than what one batch needs lies between what was read and what was answered.
    expect(most).toBeLessThan(1000);
  }, 60_000);
});
