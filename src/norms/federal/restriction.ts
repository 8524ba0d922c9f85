import type { Day } from '../../kernel/calendar';
import { parameter } from '../parameter';

const day = (text: string): Day => text as Day;
const reviewedThrough = day('2026-12-31');
const ACT = 'ПП РФ от 06.05.2011 № 354';

/** Monthly fees by the normative that a debt for one service must be above. */
export const RESTRICTION_MONTHS = parameter({
  code: 'federal.restriction.months',
  title: 'Больше скольких месячных плат по нормативу долг, при котором услугу ограничивают',
  unit: '1',
  reviewedThrough,
  series: [{ from: day('2012-09-01'), value: '2', act: ACT, place: 'п. 118', certainty: 'seen' }],
});

/** Days to repay after the notice was delivered. */
export const RESTRICTION_NOTICE_DAYS = parameter({
  code: 'federal.restriction.noticeDays',
  title: 'Дней на погашение долга со дня доставки предупреждения',
  unit: 'day',
  reviewedThrough,
  series: [{ from: day('2017-01-01'), value: '20', act: ACT, place: 'п. 119, подп. «а»', certainty: 'seen' }],
});

/** Days after a restriction that must pass before a suspension. */
export const SUSPENSION_DAYS = parameter({
  code: 'federal.restriction.suspensionDays',
  title: 'Дней после ограничения, по истечении которых услугу приостанавливают',
  unit: 'day',
  reviewedThrough,
  series: [{ from: day('2017-01-01'), value: '10', act: ACT, place: 'п. 119, подп. «в»', certainty: 'seen' }],
});

/** Calendar days to resume a service after repayment or an agreement. */
export const RESUME_DAYS = parameter({
  code: 'federal.restriction.resumeDays',
  title: 'За сколько дней возобновляют услугу после погашения долга или соглашения',
  unit: 'day',
  reviewedThrough,
  series: [{ from: day('2012-09-01'), value: '2', act: ACT, place: 'п. 120', certainty: 'memory' }],
});

/** The most that restricting, suspending and resuming electricity may cost the debtor, VAT with it. */
export const RESTRICTION_COST = parameter({
  code: 'federal.restriction.cost',
  title: 'Предел расходов на ограничение и возобновление электроснабжения, с НДС',
  unit: 'RUB',
  reviewedThrough,
  series: [
    { from: day('2017-01-01'), value: '3000', act: ACT, place: 'п. 121(1)', certainty: 'memory' },
    { from: day('2025-12-27'), value: '5000', act: 'ПП РФ от 19.12.2025 № 2075', certainty: 'seen' },
  ],
});
