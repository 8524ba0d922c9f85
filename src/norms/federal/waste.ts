import type { Day } from '../../kernel/calendar';
import { parameter } from '../parameter';

const day = (text: string): Day => text as Day;
const since2017 = day('2017-03-14');
const annex1 = { act: 'ПП РФ от 06.05.2011 № 354', place: 'прил. 1, п. 17', certainty: 'seen' } as const;

/** Hours a month that waste may wait beyond its term, all together. */
export const WASTE_HOURS_MONTH = parameter({
  code: 'federal.waste.hoursMonth',
  title: 'Допустимое отклонение срока вывоза за месяц',
  unit: 'hour',
  reviewedThrough: day('2026-12-31'),
  series: [{ from: since2017, value: '72', ...annex1 }],
});

/** Hours at one time while the mean day is +5 °C or colder. */
export const WASTE_HOURS_COLD = parameter({
  code: 'federal.waste.hoursCold',
  title: 'Допустимое отклонение единовременно при +5 °C и ниже',
  unit: 'hour',
  reviewedThrough: day('2026-12-31'),
  series: [{ from: since2017, value: '48', ...annex1 }],
});

/** Hours at one time while the mean day is warmer than +5 °C. */
export const WASTE_HOURS_WARM = parameter({
  code: 'federal.waste.hoursWarm',
  title: 'Допустимое отклонение единовременно выше +5 °C',
  unit: 'hour',
  reviewedThrough: day('2026-12-31'),
  series: [{ from: since2017, value: '24', ...annex1 }],
});

/** Hours of deviation that cost one reduction. */
export const WASTE_HOURS_STEP = parameter({
  code: 'federal.waste.hoursStep',
  title: 'За каждые столько часов отклонения плата снижается',
  unit: 'hour',
  reviewedThrough: day('2026-12-31'),
  series: [{ from: since2017, value: '24', ...annex1 }],
});

/** What a step takes off the charge of the month. */
export const WASTE_REDUCTION = parameter({
  code: 'federal.waste.reduction',
  title: 'Доля платы за месяц, на которую она снижается',
  unit: '1',
  reviewedThrough: day('2026-12-31'),
  series: [{ from: since2017, value: '0.033', ...annex1 }],
});
