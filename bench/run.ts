import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { type FilledBlock, fillBlock } from '../src/charges/charge-house';
import { computeBlock } from '../src/charges/compute';
import { explainAccount } from '../src/charges/explain';
import { HouseCharges } from '../src/charges/house-month';
import type { Result } from '../src/kernel/result';
import { assembleHouse } from '../src/model/assemble';
import type { HouseFacts } from '../src/model/facts';
import type { FactRecord } from '../src/model/records';
import { billHouse } from '../src/recalculation/bill-house';
import type { HouseBills } from '../src/recalculation/house-bills';
import { Checksum, linesOfCharges, linesOfDecimals, mustAgree } from './checksum';
import { CorrectionMonths } from './correction';
import { houseFromFacts, houseFromRecords, type PeerHouse } from './decimal-house';
import { asTexts, billMonth, priceTexts, resolveMonth } from './decimal-month';
import { measureMemory, runForMemory } from './memory';
import { BENCH_MONTH, type GeneratedHouse, provider } from './provider';
import { Comparison, rounded } from './statistics';

const ROUNDS_LEAST = 8;
const ACCOUNTS_A_ROUND = 2500;
const TRACED_ACCOUNTS_A_ROUND = 60;
const CORRECTED_ACCOUNTS_A_ROUND = 500;

const must = <T>(result: Result<T, unknown>): T => {
  if (result.ok) return result.value;
  throw new Error(`the generated facts are refused: ${JSON.stringify(result.error).slice(0, 600)}`);
};

const timed = <T>(work: () => T): { readonly ms: number; readonly value: T } => {
  const start = performance.now();
  const value = work();
  return { ms: performance.now() - start, value };
};

/** What both sides must agree on in a timed run; single lines are compared outside the clock. */
interface Totals {
  kopecks: number;
  lines: number;
  accounts: number;
}

const sameTotals = (what: string, ours: Totals, theirs: Totals): void => {
  if (ours.kopecks !== theirs.kopecks || ours.lines !== theirs.lines || ours.accounts !== theirs.accounts) {
    throw new Error(`${what}: the totals differ\n  saldo:      ${JSON.stringify(ours)}\n  decimal.js: ${JSON.stringify(theirs)}`);
  }
};

const addBills = (totals: Totals, bills: HouseBills): void => {
  const { charges } = bills;
  for (let row = 0; row < charges.rows.length; row += 1) totals.kopecks += charges.totalOf(row);
  totals.lines += charges.count();
  totals.accounts += charges.rows.length;
  if (bills.adjustments.size > 0) throw new Error('the generated readings must not change earlier months');
};

/** Assembled facts to bills with us. */
const billFacts = (facts: HouseFacts): Totals => {
  const totals: Totals = { kopecks: 0, lines: 0, accounts: 0 };
  addBills(totals, must(billHouse(facts, BENCH_MONTH)));
  return totals;
};

/** Records to bills with us. */
const billOurs = (houses: readonly (readonly FactRecord[])[]): Totals => {
  const totals: Totals = { kopecks: 0, lines: 0, accounts: 0 };
  for (const records of houses) addBills(totals, must(billHouse(must(assembleHouse(records, { uniqueIds: true })), BENCH_MONTH)));
  return totals;
};

/** A house to bills with decimal.js. */
const billTheirs = (house: PeerHouse): Totals => {
  const totals: Totals = { kopecks: 0, lines: 0, accounts: 0 };
  for (const bill of billMonth(house, BENCH_MONTH)) {
    totals.kopecks += bill.total.times(100).toNumber();
    totals.lines += bill.lines.length;
    totals.accounts += 1;
  }
  return totals;
};

/** Every account explained. */
const explainOurs = (facts: HouseFacts, accounts: readonly string[]): Totals => {
  const totals: Totals = { kopecks: 0, lines: 0, accounts: 0 };
  for (const account of accounts) {
    for (const { lines } of must(explainAccount(facts, BENCH_MONTH, account)).services) {
      for (const { line } of lines) totals.kopecks += line.amount;
      totals.lines += lines.length;
    }
    totals.accounts += 1;
  }
  return totals;
};

/** What the houses of a round took. */
interface Sums {
  ours: number;
  theirs: number;
  parse: number;
  /** From assembled facts. */
  oursAssembled: number;
  theirsAssembled: number;
  accounts: number;
  lines: number;
}

/** A house whose facts are resolved: into columns for us, into decimal texts for the peer. */
interface ResolvedHouse extends FilledBlock {
  readonly id: string;
  readonly texts: ReturnType<typeof asTexts>;
}

const resolvedHouse = (records: readonly FactRecord[]): ResolvedHouse => ({
  id: records.find((one) => one.kind === 'house')?.id ?? '',
  texts: asTexts(resolveMonth(houseFromRecords(records), BENCH_MONTH)),
  ...must(fillBlock(must(assembleHouse(records, { uniqueIds: true })), BENCH_MONTH)),
});

/** All comparisons, fed round by round: each round has houses of its own, and both sides see each house once, fresh from its text. */
class Bench {
  readonly month = new Comparison(
    'month-vs-decimal',
    'higher',
    'the decimal.js month from records; ours from resolved columns to lines',
    100,
  );
  readonly columns = new Comparison(
    'columns-vs-decimal-texts',
    'higher',
    'the pricing half of the decimal.js month, from the same resolved values as decimal texts',
  );
  readonly bill = new Comparison(
    'bill-vs-decimal',
    'higher',
    'the decimal.js month from the same assembled facts; both from HouseFacts to lines, everything included',
    20,
  );
  readonly records = new Comparison(
    'records-vs-decimal',
    'higher',
    'the decimal.js month from the same records; both from records to lines, assembling included',
  );
  readonly correction = new Comparison(
    'correction-month-vs-full-replay',
    'higher',
    'the same month with all of its last 36 months charged again; ours replays what 1 % of accounts with facts up to 36 months late touch',
  );
  readonly silent = new Comparison('silent', 'lower', 'JSON.parse of the facts');
  readonly traced = new Comparison('traced-vs-silent', 'lower', 'the silent run of the same accounts');
  private readonly corrections = new CorrectionMonths();
  readonly checksum = new Checksum();

  /**
   * Houses stream as in a month run: each is parsed, billed and dropped, so neither side reads facts that a thousand others pushed out of the
   * cache. Garbage is left to the engine: a forced full collection drops the hidden classes that no object has at that moment, and with
   * them the compiled code of both sides.
   */
  round(houses: readonly GeneratedHouse[], ourTurnFirst: boolean): void {
    const sums = { ours: 0, theirs: 0, parse: 0, oursAssembled: 0, theirsAssembled: 0, accounts: 0, lines: 0 };
    const resolved: ResolvedHouse[] = [];
    let turn = ourTurnFirst;
    for (const house of houses) {
      this.house(JSON.stringify(house.facts), turn, sums, resolved);
      turn = !turn;
    }
    const { accounts, lines } = sums;
    const columns = this.fromResolved(resolved, ourTurnFirst);
    this.bill.add({ ownMs: sums.oursAssembled, otherMs: sums.theirsAssembled, accounts, lines });
    this.records.add({ ownMs: sums.ours, otherMs: sums.theirs, accounts, lines });
    this.silent.add({ ownMs: sums.ours, otherMs: sums.parse, accounts, lines });
    this.month.add({ ownMs: columns.columns, otherMs: sums.theirs, accounts, lines });
    this.columns.add({ ownMs: columns.columns, otherMs: columns.texts, accounts, lines });
    this.explained(JSON.parse(JSON.stringify(houses[0]?.facts ?? [])) as FactRecord[]);
    this.correction.add(this.corrections.round(firstOf(houses, CORRECTED_ACCOUNTS_A_ROUND)));
  }

  private house(text: string, ourTurnFirst: boolean, sums: Sums, resolved: ResolvedHouse[]): void {
    const parse = (): FactRecord[] => JSON.parse(text) as FactRecord[];
    const assembled = (): HouseFacts => must(assembleHouse(parse(), { uniqueIds: true }));
    const theirTurn = (): { ms: number; value: Totals } => {
      const records = parse();
      return timed(() => billTheirs(houseFromRecords(records)));
    };
    const theirAssembledTurn = (): { ms: number; value: Totals } => {
      const facts = assembled();
      return timed(() => billTheirs(houseFromFacts(facts)));
    };
    const before = ourTurnFirst ? null : theirTurn();
    const parsed = timed(parse);
    const ours = timed(() => billOurs([parsed.value]));
    const theirs = before ?? theirTurn();
    sameTotals('records to bills', ours.value, theirs.value);
    const beforeAssembled = ourTurnFirst ? null : theirAssembledTurn();
    const facts = assembled();
    const oursAssembled = timed(() => billFacts(facts));
    const theirsAssembled = beforeAssembled ?? theirAssembledTurn();
    sameTotals('assembled facts to bills', oursAssembled.value, theirsAssembled.value);
    sameTotals('records and assembled facts', oursAssembled.value, ours.value);
    resolved.push(resolvedHouse(parse()));
    sums.ours += ours.ms;
    sums.theirs += theirs.ms;
    sums.parse += parsed.ms;
    sums.oursAssembled += oursAssembled.ms;
    sums.theirsAssembled += theirsAssembled.ms;
    sums.accounts += ours.value.accounts;
    sums.lines += ours.value.lines;
  }

  /** Resolved columns to lines for the houses of a round, against the same resolved values as decimal texts; here every line is compared. */
  private fromResolved(resolved: readonly ResolvedHouse[], ourTurnFirst: boolean): { readonly columns: number; readonly texts: number } {
    const price = () => timed(() => resolved.map(({ texts }) => priceTexts(texts)));
    const before = ourTurnFirst ? null : price();
    const ours = timed(() => resolved.map(({ block }) => computeBlock(block)));
    const theirs = before ?? price();
    for (const [index, { id, block, rows }] of resolved.entries()) {
      const own = linesOfCharges(new HouseCharges(id, BENCH_MONTH, rows, ours.value[index] ?? [], block.context));
      mustAgree(id, own, linesOfDecimals((theirs.value[index] ?? []).flat()));
      this.checksum.add(own);
    }
    return { columns: ours.ms, texts: theirs.ms };
  }

  /** A house, or its first accounts: the traced run costs too much for every account. */
  private explained(records: readonly FactRecord[]): void {
    const facts = must(assembleHouse(records));
    const silent = timed(() => must(billHouse(must(assembleHouse(records)), BENCH_MONTH)));
    const { charges } = silent.value;
    const rows = charges.rows.slice(0, TRACED_ACCOUNTS_A_ROUND);
    const accounts = rows.map((row) => row.account.number);
    const traced = timed(() => explainOurs(facts, accounts));
    const expected: Totals = { kopecks: 0, lines: 0, accounts: rows.length };
    for (const row of rows) {
      expected.kopecks += charges.totalOf(row.row);
      expected.lines += charges.linesOf(row.row).length;
    }
    sameTotals('explained lines', traced.value, expected);
    const silentMs = (silent.ms * rows.length) / charges.rows.length;
    this.traced.add({ ownMs: traced.ms, otherMs: silentMs, accounts: rows.length, lines: expected.lines });
  }

  get comparisons(): readonly Comparison[] {
    return [this.month, this.columns, this.bill, this.records, this.correction, this.silent, this.traced];
  }
}

/** The first houses with so many accounts: a correction month charges them 36 times over. */
const firstOf = (houses: readonly GeneratedHouse[], accounts: number): readonly GeneratedHouse[] => {
  let left = accounts;
  return houses.filter((house) => {
    const taken = left > 0;
    left -= house.accounts;
    return taken;
  });
};

/** Houses gathered until a round is full. */
function* rounds(houses: Iterable<GeneratedHouse>, accounts: number): IterableIterator<readonly GeneratedHouse[]> {
  let round: GeneratedHouse[] = [];
  let filled = 0;
  for (const house of houses) {
    round.push(house);
    filled += house.accounts;
    if (filled < accounts) continue;
    yield round;
    round = [];
    filled = 0;
  }
  if (round.length > 0) yield round;
}

const progress = (done: number, all: number): void => {
  if (!process.stderr.isTTY) return;
  process.stderr.write(done >= all ? '\r\x1b[K' : `\r${Math.floor((done / all) * 100)} % of ${all} accounts`);
};

const table = (rows: readonly (readonly string[])[]): string => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const shown = (row: readonly string[]): string =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ');
  return rows.map((row) => shown(row).trimEnd()).join('\n');
};

const thousands = (value: number): string => Math.round(value).toLocaleString('en-US').replaceAll(',', ' ');

const main = (accounts: number, seed: number, file: string | null): void => {
  const memory = measureMemory(accounts, seed);
  for (const turn of [true, false])
    for (const houses of rounds(provider({ accounts: 2000, seed: seed + 1 }), 2000)) new Bench().round(houses, turn);
  const bench = new Bench();
  const perRound = Math.max(1, Math.min(ACCOUNTS_A_ROUND, Math.floor(accounts / ROUNDS_LEAST)));
  let turn = true;
  let done = 0;
  let houseCount = 0;
  for (const houses of rounds(provider({ accounts, seed }), perRound)) {
    bench.round(houses, turn);
    turn = !turn;
    houseCount += houses.length;
    done += houses.reduce((sum, house) => sum + house.accounts, 0);
    progress(done, accounts);
  }
  progress(accounts, accounts);
  const { lines } = bench.bill;
  const head = ['', 'ratio', 'goal', 'spread', 'ours, ms', 'against, ms', 'accounts/s', 'lines/s'];
  const body = bench.comparisons.map((one) => {
    const json = one.toJSON() as Record<string, number>;
    return [
      one.name,
      `${one.better === 'higher' ? '' : '1/'}${one.better === 'higher' ? one.ratio.toFixed(1) : (1 / one.ratio).toFixed(3)}`,
      one.goal === null ? '' : `>= ${one.goal}`,
      `${json['ratio_min']}..${json['ratio_max']}`,
      String(json['median_ms']),
      String(json['against_median_ms']),
      thousands(json['accounts_per_second'] ?? 0),
      thousands(json['lines_per_second'] ?? 0),
    ];
  });
  const share = done === 0 ? 0 : lines / done;
  process.stdout.write(
    [
      `${thousands(done)} accounts in ${thousands(houseCount)} houses, ${thousands(lines)} lines (${share.toFixed(2)} an account), month ${BENCH_MONTH}, seed ${seed}`,
      `every line equal to decimal.js: checksum ${bench.checksum.text} over ${thousands(bench.checksum.count)} lines`,
      '',
      table([head, ...body]),
      '',
      `peak memory: ${memory.fullMb} MB with all houses, ${memory.halfMb} MB with half of them: ${memory.ratio.toFixed(3)} times`,
      '',
    ].join('\n'),
  );
  if (file === null) return;
  const [cpu] = cpus();
  const growth = {
    name: 'memory-growth',
    ratio: rounded(memory.ratio, 4),
    better: 'lower',
    against: 'half of the houses',
    peak_mb: memory.fullMb,
    half_peak_mb: memory.halfMb,
    accounts,
  };
  const machine = { node: process.version, cpus: cpus().length, model: cpu?.model ?? '' };
  const provided = {
    accounts: done,
    houses: houseCount,
    lines,
    lines_per_account: rounded(share, 3),
    month: BENCH_MONTH,
    seed,
    checksum: bench.checksum.text,
  };
  writeFileSync(file, `${JSON.stringify({ benchmarks: [...bench.comparisons, growth], provider: provided, machine }, null, 2)}\n`);
};

const wholeNumber = (text: string, name: string): number => {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`--${name} takes a whole number, not ${JSON.stringify(text)}`);
  return Number(text);
};

const { values } = parseArgs({
  options: {
    accounts: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    json: { type: 'string' },
    'memory-only': { type: 'boolean', default: false },
  },
});
const [accounts, seed] = [wholeNumber(values.accounts, 'accounts'), wholeNumber(values.seed, 'seed')];
if (values['memory-only']) runForMemory(accounts, seed, (records) => void billOurs([records]));
else main(accounts, seed, values.json ?? null);
