import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { reconciliationHtml } from '../../documents';
import { located, readCounterparty } from '../../exchange';
import { type Instant, lastDay, type Month, monthsFrom, parseMonth } from '../../kernel/calendar';
import type { Problem } from '../../kernel/problem';
import { err, ok, type Result } from '../../kernel/result';
import type { HouseFacts } from '../../model/facts';
import type { AnyProblemCode } from '../../model/problem-text-codes';
import type { FactRecord } from '../../model/records';
import { createSaldo, type Saldo } from '../../run/create-saldo';
import { reconciliationText } from '../../statements/reconciliation/reconciliation-text';
import { createMemoryStore, fixedClock } from '../../testing';
import { writeWhole } from '../files';
import { EXIT, type Terminal } from '../terminal';
import { accountIn, accountUnknown, readHouses } from './facts';

/** What `saldo reconcile` was asked. */
export interface ReconcileCall {
  readonly account: string;
  readonly facts: string;
  readonly from?: Month | 'contract' | 'reconciliation';
  readonly to: Month;
  /** File with what the other side has. */
  readonly theirs?: string;
  /** Folder for the statement as a page. */
  readonly out?: string;
}

/** `saldo reconcile`: the statement of an account from a folder of facts, and how the other side differs. Differences end with exit code 1. */
export const reconcileCommand = async (call: ReconcileCall, terminal: Terminal): Promise<number> => {
  const read = readHouses(call.facts);
  if (!read.ok) return terminal.problems(read.error);
  const { houses, folder } = read.value;
  const facts = houses.find((one) => accountIn(one, call.account) !== undefined);
  if (facts === undefined) return accountUnknown(call.account, terminal);
  const theirs =
    call.theirs === undefined ? ok(undefined) : readCounterparty({ path: basename(call.theirs), text: readFileSync(call.theirs) });
  if (!theirs.ok) return terminal.problems(theirs.error);
  const billed = await billedHouse(folder.records, facts, call);
  if (!billed.ok)
    return terminal.problems(billed.error.map((problem) => located(problem, folder.places)) as readonly Problem<AnyProblemCode>[]);
  const others = facts.premises.flatMap(({ accounts }) => accounts.map(({ number }) => number));
  const done = await billed.value.reconcile(call.account, {
    to: call.to,
    ...(call.from === undefined ? {} : { from: call.from }),
    ...(theirs.value === undefined ? {} : { theirs: theirs.value }),
    others: others.filter((number) => number !== accountIn(facts, call.account)),
  });
  if (!done.ok) return terminal.problems(done.error as readonly Problem<AnyProblemCode>[]);
  const { compared, readings, statement } = done.value;
  const agrees = (compared?.differences.length ?? 0) + (readings?.differences.length ?? 0) === 0;
  terminal.answer({ ok: agrees, ...done.value });
  terminal.say(reconciliationText(done.value, terminal.language));
  if (call.out !== undefined) {
    const path = join(call.out, `reconciliation-${encodeURIComponent(statement.card.account)}-${call.to}.html`);
    writeWhole(path, reconciliationHtml(done.value));
    terminal.say(terminal.words.written(path));
  }
  return agrees ? EXIT.done : EXIT.problems;
};

/** The house of the account, billed in memory from its first month through the last of the statement. */
const billedHouse = async (
  records: readonly FactRecord[],
  { house }: HouseFacts,
  { from, to }: ReconcileCall,
): Promise<Result<Saldo, readonly Problem[]>> => {
  const saldo = createSaldo({ store: createMemoryStore(), clock: fixedClock(`${lastDay(to)}T12:00:00.000Z` as Instant) });
  const first = parseMonth(from ?? '');
  const begun = first.ok ? first.value : undefined;
  const imported = await saldo.importFacts(records);
  if (!imported.ok) return err(imported.error);
  for (const month of monthsFrom(house.billedSince ?? begun ?? to, to)) {
    const billed = await saldo.billMonth({ house: house.id, month });
    if (!billed.ok) return err(billed.error);
  }
  return ok(saldo);
};
