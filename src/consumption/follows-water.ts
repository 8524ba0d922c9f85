import type { MonthContext, ServiceTerms } from './month-context';
import type { PremisesUse } from './premises-use';

/** C17: the normative of sewerage only when neither water service was ever metered and the house has such a normative. */
export const followsWater = ({ last }: MonthContext, use: PremisesUse, terms: ServiceTerms): boolean =>
  use.nonResidential ||
  terms.stretches[0]?.record.normative === undefined ||
  use.everMetered('coldWater', last) ||
  use.everMetered('hotWater', last);
