import { asKopecks, negated } from '../../kernel/money';
import { must, type Result } from '../../kernel/result';
import { shareBy } from '../../kernel/share';
import type { AccountSuccessionRecord } from '../../model/debt-records';
import { type Choice, choose, type RuleProblem } from '../../norms/rules';
import { type Bucket, Buckets } from '../bucket';
import { SUCCESSION_RULES } from './succession-rules';

/** What moves from a former account, with the clause. @example debtThatMoves({ reason: 'split', … }).value.basis //=> 'nothing' */
export const debtThatMoves = (fact: AccountSuccessionRecord): Result<Choice<'everything' | 'capitalRepair' | 'nothing'>, RuleProblem> =>
  choose(SUCCESSION_RULES, fact, fact.on);

/**
 * What a succession moves, by account: each sum is taken from a former account and given to the new ones by their parts, in the same place;
 * together they sum to zero. Debts of capital repair move alone when the law moves only those; advances move with everything.
 *
 * @param bucketsOf what a former account would owe without this succession
 */
export const successionAmounts = (
  fact: AccountSuccessionRecord,
  basis: 'everything' | 'capitalRepair' | 'nothing',
  bucketsOf: (account: string) => readonly Bucket[],
): ReadonlyMap<string, readonly Bucket[]> => {
  const moved = new Map<string, Buckets>();
  const of = (account: string): Buckets => {
    const known = moved.get(account) ?? new Buckets();
    moved.set(account, known);
    return known;
  };
  for (const account of fact.from) {
    const moving = basis === 'nothing' ? [] : bucketsOf(account).filter((bucket) => basis === 'everything' || isRepairDebt(bucket));
    for (const bucket of moving) {
      of(account).add(bucket, negated(bucket.amount));
      const parts = must(
        shareBy(
          bucket.amount,
          fact.to.map((to) => to.parts),
        ),
      );
      for (const [place, to] of fact.to.entries()) of(to.account).add(bucket, asKopecks(parts[place] as number));
    }
  }
  return new Map([...moved].map(([account, buckets]) => [account, buckets.sorted()]));
};

const isRepairDebt = ({ service, amount }: Bucket): boolean => service === 'capitalRepair' && amount > 0;
