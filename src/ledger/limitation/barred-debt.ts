import type { Day, Month } from '../../kernel/calendar';
import { type Kopecks, NO_MONEY, sumMoney } from '../../kernel/money';
import { ok, type Result } from '../../kernel/result';
import type { DebtEventRecord } from '../../model/debt-records';
import { citation } from '../../norms/act';
import { LIMITATION } from '../../norms/acts-debt';
import { type DueDayOptions, nominalDueDay } from '../../norms/due-days';
import type { ParameterProblem } from '../../norms/parameter';
import type { Bucket, BucketPlace } from '../bucket';
import { type Limitation, type LimitationEvent, limitationOf } from './limitation';

/** What the limitation of an account's debts follows from. */
export interface BarredOptions extends Pick<DueDayOptions, 'policies' | 'calendar'> {
  readonly on: Day;
  /** Acknowledgements and claims of the account. */
  readonly events?: readonly DebtEventRecord[] | undefined;
  /** Due day of a month of debt; by law when not given. */
  readonly dueDayOf?: ((place: BucketPlace) => Day) | undefined;
}

/** A debt with its limitation. */
export interface DebtLimitation {
  readonly bucket: Bucket;
  readonly limitation: Limitation;
}

/** The debts of an account with the part of them that is barred: shown, never lost. */
export interface BarredDebt {
  readonly debts: readonly DebtLimitation[];
  readonly barred: Kopecks;
}

/** Each debt of an account with its limitation on a day, in the order of the buckets; advances have none. */
export const barredDebt = (buckets: Iterable<Bucket>, options: BarredOptions): Result<BarredDebt, ParameterProblem> => {
  const debts: DebtLimitation[] = [];
  for (const bucket of buckets) {
    if (bucket.amount <= 0) continue;
    const limitation = limitationOfPlace(bucket, options);
    if (!limitation.ok) return limitation;
    debts.push({ bucket, limitation: limitation.value });
  }
  const barred = debts.filter(({ limitation }) => limitation.state === 'barred').map(({ bucket }) => bucket.amount);
  return ok({ debts, barred: barred.length === 0 ? NO_MONEY : sumMoney(barred) });
};

/** The limitation of the debt in a place. */
export const limitationOfPlace = (
  place: BucketPlace,
  { on, events = [], dueDayOf, policies = {}, calendar }: BarredOptions,
): Result<Limitation, ParameterProblem> => {
  const due = dueDayOf === undefined ? nominalDueDay(place.month, { policies, calendar }) : ok(dueDayOf(place));
  if (!due.ok) return due;
  return limitationOf({ dueDay: due.value, on, policies, calendar, events: events.filter((one) => touches(one, place)).map(eventOf) });
};

/** Is an event about the debt in a place? */
export const touches = (
  { from, to, provider, service }: DebtEventRecord,
  place: Pick<BucketPlace, 'month' | 'provider'> & { readonly service: string | null },
): boolean =>
  (from === undefined || from <= place.month) &&
  (to === undefined || place.month <= to) &&
  (provider === undefined || provider === place.provider) &&
  (service === undefined || service === place.service);

const eventOf = ({ type, on, document, ended }: DebtEventRecord): LimitationEvent =>
  type === 'acknowledged' ? { type, on, document } : { type, on, document, ended };

/** May an adjustment for a month still be wanted by its debtor or creditor? */
export interface RecalculationLimit {
  readonly barred: boolean;
  /** The last day on which it is in time. */
  readonly openThrough: Day;
  readonly legal: string;
}

/**
 * Is an adjustment for a month posted too late to be claimed («перерасчёт за пределами трёх лет»)? The term is that of the month's payment
 * (ГК РФ, ст. 196, 200). It is a mark: the engine posts what is right all the same, and says so.
 *
 * @example recalculationLimit('2022-01', '2025-02-11').value.barred //=> true
 */
export const recalculationLimit = (
  month: Month,
  postedOn: Day,
  { policies = {}, calendar }: Pick<DueDayOptions, 'policies' | 'calendar'> = {},
): Result<RecalculationLimit, ParameterProblem> => {
  const due = nominalDueDay(month, { policies, calendar });
  if (!due.ok) return due;
  const limitation = limitationOf({ dueDay: due.value, on: postedOn, policies, calendar });
  if (!limitation.ok) return limitation;
  const { state, openThrough } = limitation.value;
  return ok({
    barred: state === 'barred',
    openThrough: openThrough as Day,
    legal: citation(LIMITATION.period, due.value) ?? LIMITATION.period.act.title,
  });
};
