import type { Day } from '../../kernel/calendar';
import { parameter } from '../parameter';

/** Years before the day asked within which a debt confirmed by a court must have been formed. */
export const COURT_DEBT_YEARS = parameter({
  code: 'federal.courtDebt.years',
  title: 'За сколько последних лет долг, подтверждённый судебным актом, задерживает субсидию',
  unit: 'year',
  reviewedThrough: '2026-12-31' as Day,
  series: [{ from: '2021-01-01' as Day, value: '3', act: 'Федеральный закон от 28.11.2018 № 442-ФЗ', certainty: 'seen' }],
});
