import { createHash } from 'node:crypto';
import { closeSync, createReadStream, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { openPgliteStore } from '../../adapters/postgres';
import { printFactsJson } from '../../exchange';
import type { Problem } from '../../kernel/problem';
import { parsed } from '../../model/parsed';
import type { AnyProblemCode } from '../../model/problem-text-codes';
import type { FactRecord } from '../../model/records';
import type { Store, StoredFact } from '../../ports/store';
import { type Exported, exportStore } from '../../run/export-store';
import { EXPORTED_KINDS, restoreStore } from '../../run/restore-store';
import { isFile, nameOf, Unwritable, writeWhole } from '../files';
import { EXIT, type Terminal } from '../terminal';

/** A folder of an export, and a store. */
export interface ExportCall {
  readonly folder: string;
  readonly store: string;
}

type Kind = Exported['kind'];

const fileOf = (kind: Kind): string => `${kind}.jsonl`;

const fileEntry = z.strictObject({ lines: z.int(), sha256: z.string() });
const manifestSchema = z.strictObject({
  format: z.literal('saldo-export/1'),
  files: z.strictObject({ facts: fileEntry, months: fileEntry, entries: fileEntry, closings: fileEntry }),
});
type Manifest = z.infer<typeof manifestSchema>;

/** `saldo export`: everything of a store as files; the manifest comes last, so that a folder without it is no export. */
export const exportCommand = async ({ folder, store }: ExportCall, terminal: Terminal): Promise<number> => {
  const opened = await openPgliteStore(store, { mustExist: true });
  if (!opened.ok) return terminal.problems([opened.error]);
  try {
    const manifest = await written(opened.value, folder);
    writeWhole(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    terminal.answer({ ok: true, ...manifest });
    for (const kind of EXPORTED_KINDS) terminal.say(terminal.words.exported(fileOf(kind), manifest.files[kind].lines));
    return EXIT.done;
  } finally {
    await opened.value.close();
  }
};

const written = async (store: Store, folder: string): Promise<Manifest> => {
  try {
    mkdirSync(folder, { recursive: true });
    const files = EXPORTED_KINDS.map((kind) => [kind, new LinesFile(join(folder, fileOf(kind)))] as const);
    const byKind = new Map(files);
    let scope: StoredFact[] = [];
    for await (const { kind, record } of exportStore(store)) {
      byKind.get(kind)?.add(JSON.stringify(record));
      if (kind !== 'facts') continue;
      if (scope[0] !== undefined && scope[0].scope !== record.scope) scope = factsFile(folder, scope);
      scope.push(record);
    }
    if (scope.length > 0) factsFile(folder, scope);
    const told = files.map(([kind, file]) => [kind, file.end()] as const);
    return { format: 'saldo-export/1', files: Object.fromEntries(told) as Manifest['files'] };
  } catch (error) {
    throw error instanceof Error && 'code' in error ? new Unwritable(folder, error) : error;
  }
};

/** The facts of a house, or of none, as a file of a facts folder, each with the moment it became known. */
const factsFile = (folder: string, facts: readonly StoredFact[]): StoredFact[] => {
  const scope = facts[0]?.scope ?? '';
  const records = facts.map(({ record, knownAt }): FactRecord => ({ ...record, knownAt }));
  writeWhole(join(folder, 'facts-folder', scope === '' ? 'common.json' : `house-${nameOf(scope)}.json`), printFactsJson(records));
  return [];
};

/** A file of lines, with their number and digest. */
class LinesFile {
  private readonly file: number;
  private readonly hash = createHash('sha256');
  private lines = 0;

  constructor(path: string) {
    this.file = openSync(path, 'w');
  }

  add(line: string): void {
    const text = `${line}\n`;
    this.lines += 1;
    this.hash.update(text);
    writeSync(this.file, text);
  }

  end(): { readonly lines: number; readonly sha256: string } {
    fsyncSync(this.file);
    closeSync(this.file);
    return { lines: this.lines, sha256: this.hash.digest('hex') };
  }
}

/** `saldo restore`: a store from an export, after its files were checked. */
export const restoreCommand = async ({ folder, store }: ExportCall, terminal: Terminal): Promise<number> => {
  const wrong = await wrongFile(folder);
  if (wrong !== null) return terminal.problems([wrong]);
  const opened = await openPgliteStore(store);
  if (!opened.ok) return terminal.problems([opened.error]);
  try {
    const restored = await restoreStore(opened.value, recordsOf(folder));
    if (!restored.ok) return terminal.problems(restored.error as readonly Problem<AnyProblemCode>[]);
    terminal.answer({ ok: true, ...restored.value });
    for (const kind of EXPORTED_KINDS) terminal.say(terminal.words.exported(kind, restored.value[kind]));
    terminal.say(terminal.words.restored(restored.value.closings));
    return EXIT.done;
  } finally {
    await opened.value.close();
  }
};

/** The first file that is not what the manifest says. */
const wrongFile = async (folder: string): Promise<Problem<AnyProblemCode> | null> => {
  const path = join(folder, 'manifest.json');
  if (!isFile(path)) return { code: 'folder-empty', at: path };
  let json: unknown = null;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { code: 'yaml-syntax', at: path, facts: { format: 'JSON', reason: 'manifest', message } };
  }
  const manifest = parsed(manifestSchema, json);
  if (!manifest.ok) return { ...(manifest.error[0] as Problem<AnyProblemCode>), at: path };
  for (const kind of EXPORTED_KINDS) {
    const file = join(folder, fileOf(kind));
    const hash = createHash('sha256');
    if (isFile(file)) for await (const chunk of createReadStream(file)) hash.update(chunk as Uint8Array);
    if (hash.digest('hex') !== manifest.value.files[kind].sha256)
      return { code: 'past-changed', at: file, value: fileOf(kind), facts: { record: kind, what: 'changed' } };
  }
  return null;
};

async function* recordsOf(folder: string): AsyncGenerator<Exported> {
  for (const kind of EXPORTED_KINDS) {
    const lines = createInterface({ input: createReadStream(join(folder, fileOf(kind))), crlfDelay: Number.POSITIVE_INFINITY });
    // What the lines hold was checked by the digest of their file.
    for await (const line of lines) yield { kind, record: JSON.parse(line) } as Exported;
  }
}
