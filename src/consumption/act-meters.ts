import { type Day, firstDay, monthNumber } from '../kernel/calendar';
import type { ActRecord, ActType } from '../model/records';
import { inForce } from '../norms/act';
import { PP354 } from '../norms/acts';
import { actsText } from './act-words';
import type { MonthContext } from './month-context';
import type { VolumeFacts } from './volume-rules';

/**
 * What acts say of days on which an electricity meter is missing or unfit: refusals to let it be installed have an effect from the month of the
 * second one (C32), a supplier's delay from the month of the consumer's claim to the month in which it ended. Both count while that meter was due:
 * from the commissioning of the one before it to its own.
 */
export const meterActs = (
  context: MonthContext,
  acts: readonly ActRecord[],
  after: Day | null,
  before: Day | null,
): Partial<Pick<VolumeFacts, 'installationRefused' | 'delayed' | 'acts'>> => {
  if (acts.length === 0) return {};
  const due = (type: ActType): readonly ActRecord[] =>
    acts.filter(
      (act) =>
        act.type === type &&
        (after === null || act.on > after) &&
        (before === null || act.on <= before) &&
        monthNumber(act.on) <= context.number,
    );
  const refused = due('installationRefused').filter(({ on }) => inForce(PP354.installationRefused, on));
  if (refused.length >= context.acts.refusals) return { installationRefused: true, acts: actsText(refused) };
  const delays = due('supplierDelay').filter(({ endedOn }) => endedOn === undefined || endedOn >= firstDay(context.month));
  return delays.length === 0 || !context.acts.reduces ? {} : { delayed: true, acts: actsText(delays) };
};
