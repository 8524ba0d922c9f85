import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { openPgliteStore } from '../../adapters/postgres';
import { located, printParallelCsv, readOldBills } from '../../exchange';
import type { Month } from '../../kernel/calendar';
import { roublesText } from '../../kernel/money';
import type { Problem } from '../../kernel/problem';
import { err, ok, type Result } from '../../kernel/result';
import { assembleHouse } from '../../model/assemble';
import type { Bill } from '../../model/bill';
import type { HouseFacts } from '../../model/facts';
import type { AnyProblemCode } from '../../model/problem-text-codes';
import type { Store } from '../../ports/store';
import { billHouse } from '../../recalculation/bill-house';
import { type ParallelRun, parallelRun } from '../../statements/parallel-run';
import { writeWhole } from '../files';
import { EXIT, type Terminal, tableText } from '../terminal';
import { readHouses } from './facts';

/** What `saldo compare` was asked. */
export interface CompareCall {
  /** The table of the other system. */
  readonly theirs: string;
  readonly month: Month;
  /** Where ours come from. */
  readonly from: { readonly store: string } | { readonly facts: string };
  readonly house?: string;
  readonly out?: string;
}

interface Ours {
  readonly bills: readonly Bill[];
  /** Our number of any number of an account. */
  readonly numbers: ReadonlyMap<string, string>;
}

type Read<T> = Result<T, readonly Problem<AnyProblemCode>[]>;

/** `saldo compare`: the bills of another system beside ours, each difference with its cause. */
export const compareCommand = async (call: CompareCall, terminal: Terminal): Promise<number> => {
  const theirs = readOldBills({ path: basename(call.theirs), text: readFileSync(call.theirs) });
  if (!theirs.ok) return terminal.problems(theirs.error);
  const ours = 'store' in call.from ? await fromStore(call.from.store, call) : fromFacts(call.from.facts, call);
  if (!ours.ok) return terminal.problems(ours.error);
  const { numbers, bills } = ours.value;
  const run = parallelRun(theirs.value, bills, call.month, { accountOf: (number) => numbers.get(number) ?? number });
  terminal.answer({ ok: run.differences.length === 0, ...run });
  terminal.say(runText(run, terminal));
  if (call.out !== undefined) {
    writeWhole(call.out, printParallelCsv(run, ';'));
    terminal.say(terminal.words.written(call.out));
  }
  return run.differences.length === 0 ? EXIT.done : EXIT.problems;
};

const fromFacts = (folder: string, call: CompareCall): Read<Ours> => {
  const read = readHouses(folder);
  if (!read.ok) return read;
  const all: Ours[] = [];
  for (const facts of read.value.houses) {
    if (call.house !== undefined && facts.house.id !== call.house) continue;
    const own = billed(facts, call.month);
    if (!own.ok) return err(own.error.map((problem) => located(problem, read.value.folder.places)));
    all.push(own.value);
  }
  return ok(together(all));
};

const fromStore = async (folder: string, call: CompareCall): Promise<Read<Ours>> => {
  const opened = await openPgliteStore(folder, { mustExist: true });
  if (!opened.ok) return err([opened.error]);
  const store = opened.value;
  try {
    const all: Ours[] = [];
    for (let after: string | null = null; ; ) {
      const page: readonly string[] = await store.houses(after, 100);
      for (const house of page) {
        if (call.house !== undefined && house !== call.house) continue;
        const own = await ofHouse(store, house, call.month);
        if (!own.ok) return own;
        all.push(own.value);
      }
      after = page[page.length - 1] ?? null;
      if (after === null) return ok(together(all));
    }
  } finally {
    await store.close();
  }
};

/** Bills as they were written; a month that has none is billed in memory. */
const ofHouse = async (store: Store, house: string, month: Month): Promise<Read<Ours>> => {
  const facts = assembleHouse((await store.factsOf(house)).map(({ record }) => record));
  if (!facts.ok) return facts;
  const { version } = await store.monthState(house, month);
  return version === 0 ? billed(facts.value, month) : ok({ bills: await store.billsOf(house, month), numbers: numbersOf(facts.value) });
};

const billed = (facts: HouseFacts, month: Month): Read<Ours> => {
  const bills = billHouse(facts, month);
  return bills.ok ? ok({ bills: [...bills.value.bills()], numbers: numbersOf(facts) }) : bills;
};

const numbersOf = ({ premises }: HouseFacts): ReadonlyMap<string, string> =>
  new Map(
    premises.flatMap(({ accounts }) =>
      accounts.flatMap(({ number, aliases }) => [...aliases, number].map((one) => [one, number] as const)),
    ),
  );

const together = (all: readonly Ours[]): Ours => ({
  bills: all.flatMap(({ bills }) => bills),
  numbers: new Map(all.flatMap(({ numbers }) => [...numbers])),
});

/** Differences that are printed of each cause; `--out` and `--json` have them all. */
const SHOWN = 10;

const runText = (run: ParallelRun, { words }: Terminal): string => {
  const row = (name: string, count: number, sums: readonly Parameters<typeof roublesText>[0][]): readonly string[] => [
    name,
    String(count),
    ...sums.map(roublesText),
  ];
  const total = row(words.total, run.differences.length + run.same, [run.theirs, run.ours, run.difference]);
  const causes = run.causes.map((one) => row(words.causes[one.cause], one.count, [one.theirs, one.ours, one.difference]));
  const blocks = run.causes.map(({ cause, count }) => {
    const own = run.differences.filter((one) => one.cause === cause).slice(0, SHOWN);
    const rows = own.map(({ account, service, provider, part, theirs, ours, difference }) => [
      account,
      service,
      provider,
      part ?? '',
      theirs === null ? '—' : roublesText(theirs.amount),
      ours === null ? '—' : roublesText(ours.amount),
      roublesText(difference),
    ]);
    return `\n${words.causes[cause]}: ${count}\n${tableText(rows, 4)}`;
  });
  return [tableText([[...words.compareHead], ...causes, [words.same, String(run.same)], total], 1), ...blocks].join('\n');
};
