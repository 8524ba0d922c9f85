import { addMonths, type Day, monthOf } from '../kernel/calendar';
import { asKopecks, type Kopecks, sumMoney } from '../kernel/money';
import { ok, type Result } from '../kernel/result';
import type { DebtEventRecord } from '../model/debt-records';
import { citation, inForce } from '../norms/act';
import { COURT_DEBT } from '../norms/acts-court';
import { COURT_DEBT_YEARS } from '../norms/federal/court-debt';
import { type ParameterProblem, valueOn } from '../norms/parameter';
import { settledBy } from './agreement/agreement-state';
import { touches } from './limitation/barred-debt';
import type { DebtBucket } from './penalties/penalty-request';

/** A debt that a judicial act in force confirms. */
export interface ConfirmedDebt {
  readonly bucket: DebtBucket;
  /** What of it is not paid on the day. */
  readonly unpaid: Kopecks;
  /** Day of the judicial act, and the document. */
  readonly awardedOn: Day;
  readonly document: string;
}

/** Is there a debt that keeps subsidies and compensations back? */
export interface CourtDebt {
  readonly confirmed: boolean;
  readonly unpaid: Kopecks;
  readonly debts: readonly ConfirmedDebt[];
  /** Clause of the answer; `null` before the rule. */
  readonly legal: string | null;
}

/** What a court's confirmation follows from. */
export interface CourtDebtRequest {
  readonly asOf: Day;
  /** Debts of the account by day. */
  readonly buckets: readonly DebtBucket[];
  /** Claims of the account with their outcome. */
  readonly events: readonly DebtEventRecord[];
}

/**
 * Debts of an account confirmed by a judicial act in force and not paid, of months within three years before a day («долг, подтверждённый судебным
 * актом», ЖК РФ, ст. 159, ч. 5; ст. 160, ч. 3). A claim covers what was due before it was brought. Nothing else keeps a subsidy back.
 *
 * @returns no debt before 2021, when the rule was another
 */
export const courtDebt = ({ asOf, buckets, events }: CourtDebtRequest): Result<CourtDebt, ParameterProblem> => {
  if (!inForce(COURT_DEBT.subsidy, asOf)) return ok({ confirmed: false, unpaid: asKopecks(0), debts: [], legal: null });
  const years = valueOn(COURT_DEBT_YEARS, asOf);
  if (!years.ok) return years;
  const first = addMonths(monthOf(asOf), -12 * Number(years.value.value));
  const debts = buckets.flatMap((bucket): readonly ConfirmedDebt[] => {
    const unpaid = asKopecks(Math.max(0, bucket.amount - settledBy(bucket, asOf)));
    const event = events.filter((one) => confirms(one, bucket, asOf)).sort(byAward)[0];
    if (unpaid === 0 || bucket.month < first || event?.ended === undefined) return [];
    return [{ bucket, unpaid, awardedOn: event.ended.on, document: event.document }];
  });
  return ok({
    confirmed: debts.length > 0,
    unpaid: sumMoney(debts.map(({ unpaid }) => unpaid)),
    debts,
    legal: citation(COURT_DEBT.subsidy, asOf) ?? null,
  });
};

/** Does an account have a debt confirmed by a court on a day? @example hasCourtConfirmedDebt({ asOf, buckets, events }).value //=> true */
export const hasCourtConfirmedDebt = (request: CourtDebtRequest): Result<boolean, ParameterProblem> => {
  const found = courtDebt(request);
  return found.ok ? ok(found.value.confirmed) : found;
};

const confirms = (event: DebtEventRecord, bucket: DebtBucket, asOf: Day): boolean =>
  event.type === 'claimed' &&
  event.account === bucket.account &&
  event.ended?.outcome === 'awarded' &&
  event.ended.on <= asOf &&
  bucket.dueDay < event.on &&
  touches(event, bucket);

const byAward = (a: DebtEventRecord, b: DebtEventRecord): number => ((a.ended?.on ?? '') < (b.ended?.on ?? '') ? -1 : 1);
