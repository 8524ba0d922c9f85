import type { Day } from '../../kernel/calendar';
import { parameter } from '../parameter';

const day = (text: string): Day => text as Day;

/** Part of what was charged too much that the provider owes as a fine («штраф исполнителя за завышение платы»). */
export const PROVIDER_FINE = parameter({
  code: 'federal.provider.fine',
  title: 'Доля завышения, которую исполнитель платит штрафом',
  unit: '1',
  reviewedThrough: day('2026-12-31'),
  series: [{ from: day('2015-12-28'), value: '0.5', act: 'ЖК РФ', place: 'ст. 157, ч. 6', certainty: 'seen' }],
});
