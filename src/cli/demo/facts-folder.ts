import { printFactsCsv, printFactsJson } from '../../exchange';
import type { FactKind, FactRecord } from '../../model/records';
import type { Paper } from './house-papers';

const TABLES = ['reading', 'payment', 'openingSaldo', 'resident'] as const;
type Table = (typeof TABLES)[number];
const FILE: Readonly<Record<Table, string>> = {
  reading: 'readings',
  payment: 'payments',
  openingSaldo: 'openingSaldo',
  resident: 'residents',
};

const ofKind = <K extends FactKind>(records: readonly FactRecord[], kind: K): readonly Extract<FactRecord, { kind: K }>[] =>
  records.filter((record): record is Extract<FactRecord, { kind: K }> => record.kind === kind);

/** The facts of the demo as a folder that `saldo bill` and `saldo explain` read: tables for what is many, JSON for the rest. */
export const factsFolder = (records: readonly FactRecord[]): readonly Paper[] => [
  { path: 'facts/facts.json', text: printFactsJson(records.filter(({ kind }) => !TABLES.some((table) => table === kind))) },
  ...TABLES.map((kind): Paper => ({ path: `facts/${FILE[kind]}.csv`, text: printFactsCsv(kind, ofKind(records, kind), ';') })),
];
