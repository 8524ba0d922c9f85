#!/usr/bin/env node
import { parseArgs } from 'node:util';
import type { Language } from '../model/problem-text';
import {
  columnsOf,
  fileOf,
  given,
  monthIn,
  needFolder,
  needMonth,
  OPTIONS,
  only,
  serviceOf,
  startIn,
  type Values,
  WrongCall,
} from './arguments';
import { batchCommand } from './commands/batch';
import { billCommand } from './commands/bill';
import { compareCommand } from './commands/compare';
import { coverageCommand } from './commands/coverage';
import { demoCommand } from './commands/demo';
import { explainCommand } from './commands/explain';
import { exportCommand, restoreCommand } from './commands/export';
import { importCommand } from './commands/import';
import { reconcileCommand } from './commands/reconcile';
import { sheetCommand } from './commands/sheet';
import { verifyCommand } from './commands/verify';
import { isFolder, isWithin, Unwritable } from './files';
import { EXIT, Terminal } from './terminal';
import { type Words, wordsOf } from './words';

/** A word of the command line, as `parseArgs` tells it. */
type Token =
  | { readonly kind: 'option'; readonly name: string }
  | { readonly kind: 'positional'; readonly value: string }
  | { readonly kind: 'option-terminator' };

/** Options that a command knows beside `--help`, `--json` and `--lang`. */
const KNOWN: Readonly<Record<string, readonly (keyof typeof OPTIONS)[]>> = {
  demo: ['out', 'store'],
  bill: ['month', 'house', 'account', 'out'],
  explain: ['month', 'service', 'facts'],
  reconcile: ['facts', 'from', 'to', 'theirs', 'out'],
  sheet: ['store', 'month', 'to', 'house', 'provider', 'service', 'by', 'out'],
  batch: ['store', 'month', 'provider', 'issue', 'by', 'why'],
  import: ['store', 'out'],
  export: ['store'],
  restore: ['store'],
  compare: ['month', 'store', 'facts', 'house', 'out'],
  verify: [],
  coverage: ['out'],
};

/** The file that stands right after `--json`: `saldo coverage` writes the list there. A folder is a folder of cases. */
const fileAfterJson = (tokens: readonly Token[]): string | undefined => {
  const json = tokens.findIndex((token) => token.kind === 'option' && token.name === 'json');
  const next = tokens[json + 1];
  return json >= 0 && next?.kind === 'positional' && !isFolder(next.value) ? next.value : undefined;
};

const run = async (
  command: string,
  places: readonly string[],
  values: Values,
  jsonFile: string | undefined,
  terminal: Terminal,
): Promise<number> => {
  const { words } = terminal;
  switch (command) {
    case 'bill':
      only(places, 1, words);
      return billCommand(
        {
          folder: needFolder(places[0], '<папка-фактов>', words),
          month: needMonth(values, words),
          ...given('house', values.house),
          ...given('account', values.account),
          ...given('out', values.out),
        },
        terminal,
      );
    case 'explain': {
      only(places, 1, words);
      const [account] = places;
      if (account === undefined) throw new WrongCall(words.missing('<счёт>'));
      const facts = needFolder(values.facts ?? 'out/demo/facts', '--facts', words);
      return explainCommand(
        { account, month: needMonth(values, words), facts, ...given('service', serviceOf(values.service, words)) },
        terminal,
      );
    }
    case 'reconcile': {
      only(places, 1, words);
      const [account] = places;
      if (account === undefined) throw new WrongCall(words.missing('<счёт>'));
      return reconcileCommand(
        {
          account,
          facts: needFolder(values.facts ?? 'out/demo/facts', '--facts', words),
          to: needMonth(values, words, 'to'),
          ...given('from', startIn(values, words)),
          ...given('theirs', fileOf(values.theirs, words)),
          ...given('out', values.out),
        },
        terminal,
      );
    }
    case 'sheet': {
      only(places, 0, words);
      const { by, house, provider, out } = values;
      return sheetCommand(
        {
          store: needFolder(values.store ?? 'out/demo-store', '--store', words),
          month: needMonth(values, words),
          ...given('to', monthIn(values, 'to', words)),
          ...given('by', by === undefined ? undefined : columnsOf(by, words)),
          ...given('service', serviceOf(values.service, words)),
          ...given('house', house),
          ...given('provider', provider),
          ...given('out', out),
        },
        terminal,
      );
    }
    case 'batch': {
      only(places, 0, words);
      const { issue = false, by, why, provider } = values;
      if (issue && by === undefined) throw new WrongCall(words.missing('--by'));
      return batchCommand(
        {
          store: needFolder(values.store ?? 'out/demo-store', '--store', words),
          month: needMonth(values, words),
          issue,
          by: by ?? 'saldo batch',
          ...given('provider', provider),
          ...given('why', why),
        },
        terminal,
      );
    }
    case 'import': {
      only(places, 1, words);
      const folder = needFolder(places[0], '<папка>', words);
      const { store, out = 'out/quarantine' } = values;
      if (store === undefined) throw new WrongCall(words.missing('--store'));
      if (isWithin(folder, out)) throw new WrongCall(words.badOption(`--out ${out}`));
      return importCommand({ folder, store, out }, terminal);
    }
    case 'export':
    case 'restore': {
      only(places, 1, words);
      const [folder] = places;
      const { store } = values;
      if (folder === undefined) throw new WrongCall(words.missing('<папка>'));
      if (store === undefined) throw new WrongCall(words.missing('--store'));
      return command === 'export'
        ? exportCommand({ folder, store: needFolder(store, '--store', words) }, terminal)
        : restoreCommand({ folder: needFolder(folder, '<папка>', words), store }, terminal);
    }
    case 'compare': {
      only(places, 1, words);
      const theirs = fileOf(places[0], words);
      if (theirs === undefined) throw new WrongCall(words.missing('<файл.csv>'));
      const { store, facts, house, out } = values;
      if ((store === undefined) === (facts === undefined)) throw new WrongCall(words.missing('--store | --facts'));
      const from = store === undefined ? { facts: needFolder(facts, '--facts', words) } : { store: needFolder(store, '--store', words) };
      return compareCommand({ theirs, month: needMonth(values, words), from, ...given('house', house), ...given('out', out) }, terminal);
    }
    case 'verify':
      if (places.length === 0) throw new WrongCall(words.missing('<папка>'));
      return verifyCommand(
        places.map((path) => needFolder(path, '<папка>', words)),
        terminal,
      );
    case 'coverage': {
      const folders = places.filter((path) => path !== jsonFile).map((path) => needFolder(path, '<папка>', words));
      if (folders.length === 0) throw new WrongCall(words.missing('<папка>'));
      if (values.out !== undefined && jsonFile !== undefined)
        throw new WrongCall(words.badOption(`--out ${values.out} --json ${jsonFile}`));
      return coverageCommand({ folders, ...given('out', values.out), ...given('json', jsonFile) }, terminal);
    }
    default:
      only(places, 0, words);
      return demoCommand({ out: values.out ?? 'out/demo', store: values.store ?? 'out/demo-store' }, terminal);
  }
};

const helpOf = (command: string | undefined, words: Words): string =>
  ({
    demo: words.helpDemo,
    bill: words.helpBill,
    explain: words.helpExplain,
    reconcile: words.helpReconcile,
    sheet: words.helpSheet,
    batch: words.helpBatch,
    import: words.helpImport,
    export: words.helpExport,
    restore: words.helpRestore,
    compare: words.helpCompare,
    verify: words.helpVerify,
    coverage: words.helpCoverage,
  })[command ?? ''] ?? words.help;

const languageOf = (text: string | undefined): Language => (text === 'en' ? 'en' : 'ru');

/** Run the command line with these arguments; answers the exit code. */
const main = async (args: readonly string[]): Promise<number> => {
  let terminal = new Terminal('ru', args.includes('--json'), process.stdout, process.stderr);
  try {
    const { values, positionals, tokens } = parseArgs({
      args: [...args],
      options: OPTIONS,
      allowPositionals: true,
      strict: true,
      tokens: true,
    });
    const language = languageOf(values.lang);
    terminal = new Terminal(language, values.json ?? false, process.stdout, process.stderr);
    const words = wordsOf(language);
    if (values.lang !== undefined && values.lang !== 'ru' && values.lang !== 'en')
      throw new WrongCall(words.badOption(`--lang ${values.lang}`));
    const [command, ...places] = positionals;
    if (values.help === true || command === undefined) {
      process.stdout.write(helpOf(command, words));
      return values.help === true ? EXIT.done : EXIT.usage;
    }
    const known = KNOWN[command];
    if (known === undefined || !Object.hasOwn(KNOWN, command)) throw new WrongCall(words.unknownCommand(command));
    for (const option of Object.keys(values)) {
      if (!['help', 'json', 'lang', ...known].includes(option)) throw new WrongCall(words.badOption(`--${option}`));
    }
    return await run(command, places, values, fileAfterJson(tokens), terminal);
  } catch (error) {
    return failed(error, terminal);
  }
};

const failed = (error: unknown, terminal: Terminal): number => {
  if (error instanceof Unwritable) {
    const message = terminal.words.unwritable(error.path, error.message);
    terminal.answer({ ok: false, error: { code: 'not-written', message } });
    terminal.complain(message);
    return EXIT.usage;
  }
  const wrong =
    error instanceof WrongCall || (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));
  const message = error instanceof Error ? error.message : String(error);
  terminal.answer({ ok: false, error: { code: wrong ? 'wrong-call' : 'fault', message } });
  if (wrong) {
    terminal.complain(`${message}\n${terminal.words.help}`);
    return EXIT.usage;
  }
  terminal.complain(`${terminal.words.internal}: ${error instanceof Error ? (error.stack ?? message) : message}`);
  return EXIT.fault;
};

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.done);
  throw error;
});
process.exitCode = await main(process.argv.slice(2));
