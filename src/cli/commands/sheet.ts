import { openPgliteStore } from '../../adapters/postgres';
import { printTurnoverCsv } from '../../exchange';
import { type Instant, lastDay, type Month } from '../../kernel/calendar';
import { roublesText, sumMoney } from '../../kernel/money';
import type { Problem } from '../../kernel/problem';
import type { AnyProblemCode } from '../../model/problem-text-codes';
import type { ServiceCode } from '../../model/services';
import { createSaldo } from '../../run/create-saldo';
import type { SheetColumn, SidedTurnover, TurnoverSheet } from '../../statements/turnover-sheet';
import { fixedClock } from '../../testing';
import { writeWhole } from '../files';
import { EXIT, type Terminal, tableText } from '../terminal';

/** What `saldo sheet` was asked. */
export interface SheetRequest {
  readonly store: string;
  readonly month: Month;
  readonly to?: Month;
  readonly house?: string;
  readonly provider?: string;
  readonly service?: ServiceCode;
  readonly by?: readonly SheetColumn[];
  readonly out?: string;
}

/** `saldo sheet`: the turnover sheet of the houses in a store, as a table or a CSV file. */
export const sheetCommand = async (request: SheetRequest, terminal: Terminal): Promise<number> => {
  const opened = await openPgliteStore(request.store, { mustExist: true });
  if (!opened.ok) return terminal.problems([opened.error]);
  try {
    const { month, to, house, provider, service, by, out } = request;
    const saldo = createSaldo({ store: opened.value, clock: fixedClock(`${lastDay(to ?? month)}T12:00:00.000Z` as Instant) });
    const sheet = await saldo.turnoverSheet({
      from: month,
      ...(to === undefined ? {} : { to }),
      ...(house === undefined ? {} : { houses: [house] }),
      ...(provider === undefined ? {} : { provider }),
      ...(service === undefined ? {} : { service }),
      ...(by === undefined ? {} : { by }),
    });
    if (!sheet.ok) return terminal.problems(sheet.error as readonly Problem<AnyProblemCode>[]);
    terminal.answer({ ok: true, ...sheet.value });
    terminal.say(turnoverText(sheet.value, terminal));
    if (out !== undefined) {
      writeWhole(out, printTurnoverCsv(sheet.value, ';'));
      terminal.say(terminal.words.written(out));
    }
    return EXIT.done;
  } finally {
    await opened.value.close();
  }
};

const turnoverText = ({ by, rows, total }: TurnoverSheet, { words }: Terminal): string => {
  const sums = (row: SidedTurnover): readonly string[] =>
    [
      row.openingSides.debt,
      row.openingSides.advance,
      row.charged,
      row.adjusted,
      sumMoney([row.brought, row.interest, row.penalties, row.refunded, row.moved, row.succeeded]),
      row.paid,
      row.closingSides.debt,
      row.closingSides.advance,
    ].map(roublesText);
  const head = [...by.map((column) => words.sheetColumns[column]), ...words.sheetSums];
  const foot = [...by.map((_, place) => (place === 0 ? words.total : '')), ...sums(total)];
  return tableText([head, ...rows.map((row) => [...by.map((column) => row[column] ?? ''), ...sums(row)]), foot], by.length);
};
