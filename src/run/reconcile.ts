import { readingVerdicts } from '../charges/reading-verdicts';
import { addMonths, dayOfInstant, firstDay, lastDay, type Month, monthOf } from '../kernel/calendar';
import type { Problem } from '../kernel/problem';
import { ok, type Result } from '../kernel/result';
import { stateOf } from '../ledger/account-state';
import type { Entry } from '../ledger/entry';
import { barredDebt } from '../ledger/limitation/barred-debt';
import { counterpartyRecords } from '../model/counterparty-records';
import { reconcileRequest } from '../model/debt-requests';
import type { HouseFacts } from '../model/facts';
import { parsed } from '../model/parsed';
import { POLICIES, policyValue } from '../norms/policies';
import { type AgreedStatement, lastAgreed } from '../statements/agreed-statement';
import { partiesOf } from '../statements/parties';
import { type ComparedStatement, type CompareOptions, compareStatement } from '../statements/reconciliation/compare';
import { type ComparedReadings, compareReadings, type OwnReading } from '../statements/reconciliation/readings';
import { rowsOfEntries, type StatementRow } from '../statements/reconciliation/rows';
import { entriesOf, type HashedStatement, reconciliationStatement, type StatementSources } from '../statements/reconciliation/statement';
import { type Answer, type Edge, refused } from './edge';
import { holderOf } from './read-books';

/** Which months are reconciled, and with whom. */
export interface ReconcileRequest
  extends Pick<StatementSources, 'number' | 'basis' | 'provider' | 'agent' | 'consumer' | 'documents'>,
    Pick<CompareOptions, 'limits'> {
  /** First month; `reconciliation`: the month after the last agreed statement; `contract`, as without it: the first month that anything was posted in. */
  readonly from?: string;
  readonly to: string;
  /** What the other side has (`counterpartyRecords`); without it the statement alone. */
  readonly theirs?: unknown;
  /** Accounts that an operation missing on this one may stand on. */
  readonly others?: readonly string[];
}

/** A statement, and what the other side has beside it; `null` for money or readings of which it tells nothing. */
export interface Reconciled extends HashedStatement {
  readonly compared: ComparedStatement | null;
  readonly readings: ComparedReadings | null;
}

/**
 * Draw up the reconciliation statement of an account and compare it with the records of the other side («сверить расчёты»). Nothing is written.
 *
 * @returns `account-unknown` for the account and each of the others, what the schemas of the request and of the records refuse,
 * `unknown-reference` for a provider, `interval-empty`
 */
export const reconcile = async (edge: Edge, number: string, request: ReconcileRequest): Answer<Reconciled> => {
  const read = parsed(reconcileRequest, request);
  if (!read.ok) return read;
  const asked = read.value;
  const theirs = asked.theirs === undefined ? ok(null) : parsed(counterpartyRecords, asked.theirs);
  if (!theirs.ok) return theirs;
  const held = await holderOf(edge, number);
  if (!held.ok) return held;
  const { account, facts } = held.value;
  const all = await edge.store.entriesOfAccount(account);
  const { provider } = asked;
  if (provider !== undefined && !partiesOf(facts).creditors.some(({ id }) => id === provider))
    return refused({ code: 'unknown-reference', at: 'provider', value: provider, facts: { refersTo: 'provider' } });
  const entries = entriesOf({ provider, entries: all });
  const agreed = lastAgreed(facts.debt.reconciliations, account, asked.to, entries);
  const months = monthsOf(asked.from, asked.to, entries, agreed);
  if (!months.ok) return months;
  const others = await rowsOfOthers(edge, account, asked.others);
  if (!others.ok) return others;
  const { from, to } = months.value;
  const payments = facts.payments.filter((payment) => payment.account === account);
  const form = formOf(facts, account);
  const drawnOn = dayOfInstant(edge.clock.now());
  const notes = notesOf(facts);
  const hashed = reconciliationStatement({
    ...asked,
    form,
    parties: partiesOf(facts),
    account,
    entries: all,
    payments,
    from,
    to,
    drawnOn,
    startsFrom: agreed !== null && monthOf(agreed.through) < from ? agreed : null,
    notes,
  });
  if (theirs.value === null) return ok({ ...hashed, compared: null, readings: null });
  const outside = rowsOfEntries(
    entries.filter(({ postedIn }) => postedIn < from || postedIn > to),
    { payments, documents: asked.documents },
  );
  const barred = barredOf(facts, account, entries, months.value);
  if (!barred.ok) return barred;
  const options = { elsewhere: [...outside, ...others.value], limits: asked.limits, barred: barred.value };
  const { opening, closing, operations, readings } = theirs.value;
  const tellsMoney = operations.length > 0 || opening !== undefined || closing !== undefined || readings.length === 0;
  return ok({
    ...hashed,
    compared: tellsMoney ? compareStatement(hashed.statement, theirs.value, options) : null,
    readings: readings.length === 0 ? null : compareReadings(acceptedReadings(facts, account, months.value), readings),
  });
};

interface Months {
  readonly from: Month;
  readonly to: Month;
}

const monthsOf = (
  first: Month | 'contract' | 'reconciliation' | undefined,
  to: Month,
  entries: readonly Entry[],
  agreed: AgreedStatement | null,
): Result<Months, readonly Problem[]> => {
  if (first !== undefined && first !== 'contract' && first !== 'reconciliation') {
    return first > to ? refused({ code: 'interval-empty', at: 'to', facts: { from: first, to } }) : ok({ from: first, to });
  }
  if (first === 'reconciliation' && agreed !== null) return ok({ from: addMonths(monthOf(agreed.through), 1), to });
  return ok({ from: entries.reduce((least, { postedIn }) => (postedIn < least ? postedIn : least), to), to });
};

/** Rows of other accounts, each account once; never of the account itself. */
const rowsOfOthers = async ({ store }: Edge, account: string, others: readonly string[]): Answer<readonly StatementRow[]> => {
  const rows: StatementRow[] = [];
  const taken = new Set([account]);
  for (const number of others) {
    const holder = await store.houseOfAccount(number);
    if (holder === null) return refused({ code: 'account-unknown', at: 'others', value: number });
    if (taken.has(holder.account)) continue;
    taken.add(holder.account);
    rows.push(...rowsOfEntries(await store.entriesOfAccount(holder.account), { payments: [] }));
  }
  return ok(rows);
};

const formOf = ({ premises }: HouseFacts, account: string): StatementSources['form'] => {
  const own = premises.flatMap(({ accounts }) => accounts).find(({ number }) => number === account);
  return own?.payer.kind === 'legalEntity' ? 'legalEntity' : 'person';
};

/** How the sums of a statement are made, as far as policies say. */
const notesOf = ({ house }: HouseFacts): readonly string[] => [
  'Платёж учтён в месяце, в котором поступил; его день — день, когда заплатил плательщик',
  ...(['paymentAllocation', 'penaltyPosting', 'penaltyRate', 'penaltyRounding', 'workingDayShift'] as const).map((code) => {
    const { title, values } = POLICIES[code];
    return `${title}: ${(values as Readonly<Record<string, string>>)[policyValue(house.policies, code)] ?? ''}`;
  }),
];

const barredOf = (
  { debt, house: { policies } }: HouseFacts,
  account: string,
  entries: readonly Entry[],
  { from, to }: Months,
): Result<NonNullable<CompareOptions['barred']>, readonly Problem[]> => {
  const options = { on: lastDay(to), policies, events: debt.events.filter((event) => event.account === account) };
  const now = barredDebt(stateOf(entries.filter(({ postedIn }) => postedIn <= to)).buckets, options);
  if (!now.ok) return refused(now.error);
  const opening = barredDebt(stateOf(entries.filter(({ postedIn }) => postedIn < from)).buckets, options);
  if (!opening.ok) return refused(opening.error);
  const months = now.value.debts.filter(({ limitation }) => limitation.state === 'barred').map(({ bucket }) => bucket.month);
  return ok({ months: new Set(months), opening: opening.value.barred });
};

/** Accepted readings of the meters of the account's premises, taken in the months. */
const acceptedReadings = (facts: HouseFacts, account: string, { from, to }: Months): readonly OwnReading[] => {
  const own = facts.premises.find(({ accounts }) => accounts.some(({ number }) => number === account));
  const serials = new Map(own?.points.flatMap(({ meters }) => meters.map(({ meter }) => [meter.id, meter.serial] as const)));
  return readingVerdicts(facts)
    .filter(({ reading, verdict }) => verdict === 'accepted' && serials.has(reading.meter))
    .filter(({ reading: { takenOn } }) => takenOn >= firstDay(from) && takenOn <= lastDay(to))
    .map(({ reading: { meter, zone, takenOn, value } }) => ({ meter, serial: serials.get(meter) ?? '', zone, takenOn, value }));
};
