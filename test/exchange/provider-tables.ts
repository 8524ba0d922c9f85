import { type ImportSource, type ImportTablesOptions, importTables } from '../../src/exchange/import-stream';
import { printQuarantined, printQuarantineHead, type QuarantinedRow } from '../../src/exchange/quarantine';
import { must } from '../../src/kernel/result';
import type { Store } from '../../src/ports/store';
import type { Saldo } from '../../src/run/create-saldo';
import { done, given } from '../run/given';
import { common } from '../run/small-house';

/** An engine whose store has two houses without premises, their services and providers. */
export const twoHouses = async (store?: Store) => {
  const engine = given(store);
  const of = (id: string) => [
    { kind: 'house', id, address: `ул. Садовая, ${id}`, region: 'test', billedSince: '2026-01', policies: { penaltyPosting: 'none' } },
    { kind: 'service', id: `${id}-mt`, house: id, service: 'maintenance', provider: 'uk', from: '2020-01-01', tariff: 'mt' },
    {
      kind: 'service',
      id: `${id}-cw`,
      house: id,
      service: 'coldWater',
      provider: 'vk',
      from: '2020-01-01',
      tariff: 'cw',
      normative: 'ncw',
    },
  ];
  await done(engine.saldo.importFacts([...common, ...of('h'), ...of('g')]));
  return engine;
};

/** Right tables of two small houses. */
export const TABLES = {
  'accounts.csv': [
    'account;house;flat;area;from;residents;owners;payer',
    '1;h;1;50;2020-01-01;1;1;Иванова А. А.',
    '2;h;2;40.5;2020-01-01;2;1;"Петров; он же Сидоров"',
    '3;g;1;60;2021-03-01;1;1;',
  ],
  'meters.csv': [
    'id;account;service;serial;commissionedOn;verifiedOn;verifiedUntil;initial',
    'm-1;1;coldWater;A-1;2025-08-20;2025-08-01;2031-08-01;0',
    'm-3;3;coldWater;A-3;2025-08-20;;;10',
  ],
  'readings-2025.csv': ['meter;account;takenOn;value', 'm-1;1;2025-11-20;4', 'm-1;1;2025-12-20;8.5', 'm-3;3;2025-12-20;15'],
  'openingSaldo.csv': [
    'account;service;provider;month;amount',
    '1;maintenance;uk;2025-11;1500.00',
    '1;maintenance;uk;2025-12;1500.00',
    '2;coldWater;vk;2025-12;-12.34',
  ],
  'payments.csv': ['id;account;amount;paidOn;source', 'p-1;1;1000.00;2026-01-04;банк'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Tables = Readonly<Record<string, readonly string[]>>;

export const sources = (tables: Tables): readonly ImportSource[] =>
  Object.entries(tables).map(([path, rows]) => ({ path, open: () => [`${rows.join('\n')}\n`] }));

/** Import tables; the report and what went to quarantine. */
export const run = async (saldo: Saldo, tables: Tables | readonly ImportSource[], options: ImportTablesOptions = {}) => {
  const rows: QuarantinedRow[] = [];
  const given = Array.isArray(tables) ? (tables as readonly ImportSource[]) : sources(tables as Tables);
  const report = await importTables(given, saldo.importRows, { ...options, quarantined: (row) => void rows.push(row) });
  return { report: must(report.ok ? report : { ok: false, error: { code: JSON.stringify(report.error) } }), rows };
};

/** Quarantined rows as `file:line code field`. */
export const told = (rows: readonly QuarantinedRow[]): readonly string[] =>
  rows.flatMap(({ file, line, problems }) =>
    problems.map(({ code, field, value }) => [`${file}:${line}`, code, field ?? value ?? ''].join(' ').trim()),
  );

/** Quarantined rows of one file as the table that its sender mends. */
export const mendingTable = (rows: readonly QuarantinedRow[]): string => {
  const [first] = rows;
  if (first === undefined) return '';
  return (
    printQuarantineHead(first, ';') +
    rows.map((row) => printQuarantined(row, row.problems.map(({ code }) => code).join(', '), ';')).join('')
  );
};
