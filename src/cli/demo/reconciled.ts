import { reconciliationHtml } from '../../documents';
import { printCounterpartyCsv } from '../../exchange';
import { addDays, type Day, type Month } from '../../kernel/calendar';
import { asKopecks, kopecksFromText, roublesText } from '../../kernel/money';
import type { Problem } from '../../kernel/problem';
import { must, ok, type Result } from '../../kernel/result';
import type { CounterpartyOperation, CounterpartyRecords } from '../../model/counterparty-records';
import type { Store } from '../../ports/store';
import { createSaldo } from '../../run/create-saldo';
import { counterpartyForm } from '../../statements/reconciliation/compare';
import { reconciliationText } from '../../statements/reconciliation/reconciliation-text';
import { fixedClock } from '../../testing';
import type { Paper } from './house-papers';
import { closedAt } from './month-facts';

/** The account with the most complicated life, and a neighbour on whose account one payment of it stands. */
export const RECONCILED = { account: '590100171', neighbour: '590100481' } as const;

/** The statement of the account against a table of its payer in which six things are off: the page, the text, the table. */
export const reconciled = async (store: Store, last: Month): Promise<Result<readonly Paper[], readonly Problem[]>> => {
  const { account, neighbour } = RECONCILED;
  const saldo = createSaldo({ store, clock: fixedClock(closedAt(last)) });
  const [own, other] = [await saldo.reconcile(account, { to: last }), await saldo.reconcile(neighbour, { to: last })];
  if (!own.ok) return own;
  if (!other.ok) return other;
  const theirs = sixOff(counterpartyForm(own.value.statement), counterpartyForm(other.value.statement));
  const done = await saldo.reconcile(account, { to: last, theirs, others: [neighbour] });
  if (!done.ok) return done;
  const path = `reconciliation/${account}-${last}`;
  return ok([
    { path: `${path}.html`, text: reconciliationHtml(done.value) },
    { path: `${path}.txt`, text: reconciliationText(done.value, 'ru') },
    { path: `reconciliation/${account}-theirs.csv`, text: printCounterpartyCsv(theirs, ';') },
  ]);
};

/** Another opening saldo, a payment told twice, one on another day, one left out, another sum of a charge, one that stands with the neighbour. */
const sixOff = ({ opening = '0.00', closing: _, ...form }: CounterpartyRecords, neighbour: CounterpartyRecords): CounterpartyRecords => {
  const isPayment = ({ type }: CounterpartyOperation): boolean => type === 'payment';
  const [twice, later, left] = form.operations.filter(isPayment);
  const charge = form.operations.findLast(({ type, service }) => type === 'charge' && service === 'coldWater');
  const stranger = neighbour.operations.filter(isPayment).slice(-1);
  const operations = form.operations.flatMap((one): readonly CounterpartyOperation[] => {
    if (one === twice) return [one, one];
    if (one === later) return [{ ...one, date: addDays(one.date as Day, 2) }];
    if (one === charge) return [{ ...one, amount: plus(one.amount, -5000) }];
    return one === left ? [] : [one];
  });
  return { ...form, opening: plus(opening, -10_000), operations: [...operations, ...stranger] };
};

const plus = (amount: string, kopecks: number): string => roublesText(asKopecks(must(kopecksFromText(amount)) + kopecks));
