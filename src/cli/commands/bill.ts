import { join } from 'node:path';
import { type ReadingVerdictOf, readingVerdicts } from '../../charges/reading-verdicts';
import type { BillingProblem } from '../../consumption/problems';
import { houseActHtml } from '../../documents';
import { located } from '../../exchange';
import type { Month } from '../../kernel/calendar';
import { asKopecks, roublesText, sumMoney } from '../../kernel/money';
import type { Bill } from '../../model/bill';
import type { HouseFacts } from '../../model/facts';
import type { HouseAct } from '../../model/house-act';
import { billHouse } from '../../recalculation/bill-house';
import { nameOf, writeWhole } from '../files';
import { EXIT, type Terminal, tableText } from '../terminal';
import { accountIn, accountUnknown, readHouses } from './facts';

/** What `saldo bill` was asked. */
export interface BillRequest {
  readonly folder: string;
  readonly month: Month;
  readonly house?: string;
  readonly account?: string;
  readonly out?: string;
}

/** `saldo bill`: every house of a folder for a month; a house with problems is told and does not stop the others. */
export const billCommand = (request: BillRequest, terminal: Terminal): number => {
  const read = readHouses(request.folder);
  if (!read.ok) return terminal.problems(read.error);
  const { folder } = read.value;
  const { account } = request;
  const named = read.value.houses.filter((one) => request.house === undefined || one.house.id === request.house);
  if (named.length === 0) {
    terminal.complain(terminal.words.noHouse(request.house ?? ''));
    return EXIT.usage;
  }
  const houses = account === undefined ? named : named.filter((one) => accountIn(one, account) !== undefined);
  if (account !== undefined && houses.length === 0) return accountUnknown(account, terminal);
  const billed: { house: string; total: string; bills: readonly Bill[]; acts: readonly HouseAct[]; held: readonly ReadingVerdictOf[] }[] =
    [];
  const problems: BillingProblem[] = [];
  const progress = terminal.progress(request.month);
  for (const [index, facts] of houses.entries()) {
    const bills = billHouse(facts, request.month);
    progress(index + 1, houses.length);
    if (!bills.ok) {
      problems.push(...bills.error.map((problem) => located(problem, folder.places)));
      continue;
    }
    const own = account === undefined ? undefined : accountIn(facts, account);
    const chosen = [...bills.value.bills()].filter((bill) => own === undefined || bill.account === own);
    const held = readingVerdicts(facts).filter(({ verdict }) => verdict === 'held');
    billed.push({
      house: facts.house.id,
      total: roublesText(sumMoney(chosen.map(({ total }) => total))),
      bills: chosen,
      acts: bills.value.acts,
      held,
    });
    terminal.say(sheetText(facts, request.month, chosen, terminal));
    for (const { reading, code } of held)
      terminal.say(terminal.words.held(reading.id, reading.value, reading.takenOn, code ?? 'reading-decided-by-person'));
    if (request.out !== undefined) {
      write(join(request.out, fileName(facts.house.id, request.month, own)), chosen, terminal);
      if (bills.value.acts.length > 0) writeActs(request.out, facts, request.month, bills.value.acts, terminal);
    }
  }
  if (problems.length > 0) {
    terminal.answer({
      ok: false,
      month: request.month,
      houses: billed,
      problems: problems.map((problem) => ({ ...problem, text: terminal.textOf(problem) })),
    });
    return terminal.json ? EXIT.problems : terminal.problems(problems);
  }
  terminal.answer({ ok: true, month: request.month, houses: billed });
  return EXIT.done;
};

/** Bills of a house, or of one account of it. */
const fileName = (house: string, month: Month, account: string | undefined): string =>
  `bills-${nameOf(house)}-${month}${account === undefined ? '' : `@${nameOf(account)}`}.json`;

const writeActs = (out: string, { house }: HouseFacts, month: Month, acts: readonly HouseAct[], terminal: Terminal): void => {
  const path = join(out, `act-${nameOf(house.id)}-${month}.html`);
  writeWhole(path, houseActHtml(house.address, acts));
  terminal.say(terminal.words.written(path));
};

const write = (path: string, bills: readonly Bill[], terminal: Terminal): void => {
  writeWhole(path, `${JSON.stringify(bills, null, 1)}\n`);
  terminal.say(terminal.words.written(path));
};

const sheetText = (facts: HouseFacts, month: Month, bills: readonly Bill[], { words }: Terminal): string => {
  const sum = (bill: Bill, adjusted: boolean): number =>
    bill.lines.filter((line) => (line.kind === 'adjustment') === adjusted).reduce((all, line) => all + line.amount, 0);
  const text = (kopecks: number): string => roublesText(asKopecks(kopecks));
  const numbers = new Map(facts.premises.map((one) => [one.premises.id, one.premises.number]));
  const rows = bills.map((bill) => [
    bill.account,
    numbers.get(bill.premises) ?? '',
    text(sum(bill, false)),
    text(sum(bill, true)),
    text(bill.total),
  ]);
  const all = (adjusted: boolean): string => text(bills.reduce((total, bill) => total + sum(bill, adjusted), 0));
  const foot = [words.total, '', all(false), all(true), text(bills.reduce((total, bill) => total + bill.total, 0))];
  const table = tableText([[words.account, words.premises, words.charged, words.adjusted, words.total], ...rows, foot], 2);
  return `${words.house} ${facts.house.id}, ${facts.house.address}, ${month}\n${table}\n`;
};
