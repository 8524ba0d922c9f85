import { fractionText } from '../../kernel/fraction';
import { must } from '../../kernel/result';
import type { TraceNode } from '../../kernel/trace';
import { evaluate } from '../../norms/formula';
import { latePenalty, penaltyValues } from './penalty-formula';
import type { BucketPenalty, PenaltyInterval } from './penalty-result';

/** Decimals of an exact amount that people are shown. */
const SHOWN = 6;

/** The step that explains one interval, or `null` for free days: the same formula that was reckoned, spoken. */
export const explainInterval = (interval: PenaltyInterval, legal: string): TraceNode | null => {
  const { base, rate, divisor, days, through, exact, grounds } = interval;
  if (rate === null || divisor === null) return null;
  const { trace } = must(evaluate(latePenalty, penaltyValues(base, rate, days, divisor), through));
  return { ...trace, legal, source: grounds.join('; '), notes: [`точно ${fractionText(exact, SHOWN)}`] };
};

/** The steps of a bucket that cost something, in order. */
export const explainPenalty = ({ intervals, legal }: BucketPenalty): readonly TraceNode[] =>
  intervals.flatMap((one) => explainInterval(one, legal) ?? []);
