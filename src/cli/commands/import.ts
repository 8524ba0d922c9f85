import { closeSync, createReadStream, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openPgliteStore } from '../../adapters/postgres';
import {
  factFileType,
  type ImportReport,
  type ImportSource,
  importTables,
  located,
  printQuarantined,
  printQuarantineHead,
  type QuarantinedRow,
  readFactsFolder,
} from '../../exchange';
import type { Instant } from '../../kernel/calendar';
import type { Problem } from '../../kernel/problem';
import type { AnyProblemCode } from '../../model/problem-text-codes';
import type { Store } from '../../ports/store';
import { createSaldo, type Saldo } from '../../run/create-saldo';
import { factFiles, filesUnder, Unwritable } from '../files';
import { EXIT, type Terminal, tableText } from '../terminal';

/** What `saldo import` was asked. */
export interface ImportCall {
  readonly folder: string;
  readonly store: string;
  /** Where rows go that cannot be taken. */
  readonly out: string;
}

/** `saldo import`: the facts of a folder and its tables into a store. */
export const importCommand = async (call: ImportCall, terminal: Terminal): Promise<number> => {
  const opened = await openPgliteStore(call.store);
  if (!opened.ok) return terminal.problems([opened.error]);
  try {
    return await importInto(opened.value, call, terminal);
  } finally {
    await opened.value.close();
  }
};

const importInto = async (store: Store, { folder, out }: ImportCall, terminal: Terminal): Promise<number> => {
  const saldo = createSaldo({ store, clock: { now: () => new Date().toISOString() as Instant } });
  const failed = await importFrame(saldo, folder);
  if (failed.length > 0) return terminal.problems(failed);
  const tables = filesUnder(folder).filter((path) => factFileType(path) === 'csv');
  const quarantine = new QuarantineFolder(out, terminal);
  for (const path of tables) rmSync(join(out, path), { force: true });
  const sources = tables.map((path): ImportSource => ({ path, open: () => createReadStream(join(folder, path)) }));
  const report = await importTables(sources, saldo.importRows, { quarantined: (row) => quarantine.add(row) });
  quarantine.end();
  if (!report.ok) return terminal.problems(report.error as readonly Problem<AnyProblemCode>[]);
  const { rows, files } = report.value;
  const whole = rows.quarantined === 0 && files.length === 0;
  terminal.answer({ ok: whole, ...report.value });
  terminal.say(reportText(report.value, terminal));
  for (const path of quarantine.written) terminal.say(terminal.words.written(path));
  return whole ? EXIT.done : EXIT.problems;
};

/** Houses, providers, tariffs and services: all or nothing, for everything else leans on them. */
const importFrame = async (saldo: Saldo, folder: string): Promise<readonly Problem<AnyProblemCode>[]> => {
  const files = [...factFiles(folder)].filter(({ path }) => factFileType(path) !== 'csv');
  if (files.length === 0) return [];
  const frame = readFactsFolder(files);
  if (!frame.ok) return frame.error;
  const taken = await saldo.importFacts(frame.value.records);
  return taken.ok ? [] : taken.error.map((problem) => located(problem as Problem<AnyProblemCode>, frame.value.places));
};

/** A folder with a table for each table that had such rows; one file is open at a time. */
class QuarantineFolder {
  readonly written: string[] = [];
  private open: { readonly path: string; readonly file: number } | null = null;

  constructor(
    private readonly folder: string,
    private readonly terminal: Terminal,
  ) {}

  add(row: QuarantinedRow): void {
    const path = join(this.folder, row.file);
    const reason = row.problems.map((problem) => this.terminal.textOf(problem as Problem<AnyProblemCode>)).join('; ');
    try {
      if (this.open?.path !== path) {
        this.end();
        mkdirSync(dirname(path), { recursive: true });
        this.open = { path, file: openSync(path, 'w') };
        this.written.push(path);
        writeSync(this.open.file, printQuarantineHead(row, ';'));
      }
      writeSync(this.open.file, printQuarantined(row, reason, ';'));
    } catch (error) {
      throw error instanceof Error && 'code' in error ? new Unwritable(path, error) : error;
    }
  }

  end(): void {
    if (this.open !== null) closeSync(this.open.file);
    this.open = null;
  }
}

const reportText = ({ tables, causes, files }: ImportReport, terminal: Terminal): string => {
  const counts = tables.map(({ table, rows }) => [table, rows.read, rows.taken, rows.repeated, rows.quarantined].map(String));
  const money = tables.flatMap(({ table, money: sums }) =>
    sums.map(({ by, read, taken, repeated, quarantined }) => [
      `${table} ${by ?? ''}, ₽`.replace(' ,', ','),
      read,
      taken,
      repeated,
      quarantined,
    ]),
  );
  return [
    tableText([[...terminal.words.importHead], ...counts, ...money], 1),
    ...(causes.length === 0
      ? []
      : [
          '',
          tableText(
            causes.map(({ code, rows }) => [code, String(rows)]),
            1,
          ),
        ]),
    ...files.map((problem) => `${problem.at}: ${terminal.textOf(problem)}`),
  ].join('\n');
};
