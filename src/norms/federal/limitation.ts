import type { Day } from '../../kernel/calendar';
import { parameter } from '../parameter';

const day = (text: string): Day => text as Day;

/** Years within which a claim can be brought («общий срок исковой давности»). */
export const LIMITATION_YEARS = parameter({
  code: 'federal.limitation.years',
  title: 'Срок исковой давности',
  unit: 'year',
  reviewedThrough: day('2026-12-31'),
  series: [{ from: day('1995-01-01'), value: '3', act: 'ГК РФ', place: 'ст. 196, п. 1', certainty: 'seen' }],
});

/** The least that is left of the term when the court left the claim unexamined or its order was cancelled, months. */
export const LIMITATION_REST = parameter({
  code: 'federal.limitation.rest',
  title: 'Сколько остаётся срока после отмены судебного приказа, не меньше',
  unit: 'month',
  reviewedThrough: day('2026-12-31'),
  series: [{ from: day('2013-09-01'), value: '6', act: 'ГК РФ', place: 'ст. 204, п. 3', certainty: 'memory' }],
});
