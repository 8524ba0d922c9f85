import type { Month } from '../../kernel/calendar';
import type { Kopecks } from '../../kernel/money';
import type { PolicyValue } from '../../norms/policies';
import { ADVANCE, PENALTY } from '../entry';
import type { DebtItem } from './debt-item';
import type { Direction } from './direction';

/** How policies order the debts that money is credited to. */
export interface PaymentOrder {
  readonly unstated: PolicyValue<'paymentAllocation'>;
  readonly overflow: PolicyValue<'allocationOverflow'>;
  readonly penalties: PolicyValue<'penaltyOrder'>;
}

/** Money to be credited. */
export interface Payable {
  readonly amount: Kopecks;
  readonly directed: Direction;
  /** The newest month that was billed. */
  readonly newest: Month | null;
  /** It is all that the account owes, penalties and barred debts included. */
  readonly whole?: boolean;
}

/** One step of crediting money: which debts, in which order, how much of it at most. */
export interface PaymentStep {
  readonly takes: (item: DebtItem) => boolean;
  /** Debts of one rank are paid together; lower ranks first. */
  readonly rank: (item: DebtItem) => string;
  /** `null`: all that is left. */
  readonly amount: Kopecks | null;
  /** Debts whose limitation has ended are paid too: their payer named them. */
  readonly barredToo: boolean;
}

const isPenalty = ({ place }: DebtItem): boolean => place.service === PENALTY;
const isAdvance = ({ place }: DebtItem): boolean => place.service === ADVANCE;

/** The steps in which money is credited: what its payer said, then the debts by law and policy, then penalties. What is left is an advance. */
export const paymentSteps = ({ directed, newest, whole = false }: Payable, order: PaymentOrder): readonly PaymentStep[] => {
  const { provider, period, services = [], purpose } = directed;
  const ofCreditor = (item: DebtItem): boolean => provider === undefined || item.place.provider === provider;
  const ofPeriod = (item: DebtItem): boolean => period === undefined || item.place.month === period;
  const step = (takes: (item: DebtItem) => boolean, more: Partial<PaymentStep> = {}): PaymentStep => ({
    takes: (item) => ofCreditor(item) && takes(item),
    rank: byDue,
    amount: null,
    barredToo: false,
    ...more,
  });
  const stated: PaymentStep[] = [];
  if (purpose === 'penalty')
    stated.push(step((item) => isPenalty(item) && ofPeriod(item), { rank: byMonth, barredToo: period !== undefined }));
  for (const wanted of services) {
    const takes = ({ place }: DebtItem): boolean =>
      place.service === wanted.service && (wanted.provider === undefined || place.provider === wanted.provider);
    stated.push(step((item) => takes(item) && ofPeriod(item), { amount: wanted.amount, barredToo: period !== undefined }));
  }
  if (period !== undefined) stated.push(step((item) => !isPenalty(item) && ofPeriod(item), { barredToo: true }));
  if (stated.length > 0 && order.overflow === 'advance') return stated;
  return [...stated, ...byLaw(step, { newest, whole, purpose }, order)];
};

type MakeStep = (takes: (item: DebtItem) => boolean, more?: Partial<PaymentStep>) => PaymentStep;

const byLaw = (
  step: MakeStep,
  { newest, whole, purpose }: Pick<Payable, 'newest' | 'whole'> & Pick<Direction, 'purpose'>,
  { unstated, penalties }: PaymentOrder,
): readonly PaymentStep[] => {
  if (unstated === 'documentLines' && whole === true) return [step(() => true, { barredToo: true })];
  const withPenalties = penalties === 'asBilled' && purpose !== 'principal';
  const debts = (item: DebtItem): boolean => withPenalties || !isPenalty(item);
  const current = unstated === 'currentFirst' ? [step((item) => debts(item) && item.place.month === newest)] : [];
  const after = purpose === 'principal' ? [] : [step(isPenalty, { rank: byMonth })];
  return [...current, step(debts), ...after];
};

/** By the last day to pay; an advance that was overdrawn is owed at once. */
const byDue = (item: DebtItem): string => (isAdvance(item) ? '' : item.dueDay);

const byMonth = ({ place }: DebtItem): string => place.month;
