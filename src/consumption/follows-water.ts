import type { Day } from '../kernel/calendar';
import type { MonthContext, ServiceTerms } from './month-context';

/** What sewerage asks of a premises. */
interface Drained {
  readonly nonResidential: boolean;
  /** Did a meter of one of the waters measure on some day up to and including this one? */
  waterMetered(last: Day): boolean;
}

/** C17: the normative of sewerage only when neither water service was ever metered and the house has such a normative. */
export const followsWater = ({ last }: MonthContext, use: Drained, terms: ServiceTerms): boolean =>
  use.nonResidential || terms.stretches[0]?.record.normative === undefined || use.waterMetered(last);
