import type { Day } from '../../kernel/calendar';
import { parameter } from '../parameter';

const day = (text: string): Day => text as Day;

/** Payers of whom no commission is taken for housing and utilities since 01.07.2024. */
export const COMMISSION_FREE_CATEGORIES = ['pensioner', 'disabled', 'combatVeteran', 'familyOfFallen', 'largeFamily'] as const;
/** A category of payers that the law names. */
export type CommissionFreeCategory = (typeof COMMISSION_FREE_CATEGORIES)[number];

/** Is the exemption of these categories in force (1 while it is)? Почта России is excepted. */
export const COMMISSION_FREE = parameter({
  code: 'federal.commission.free',
  title: 'С отдельных категорий граждан комиссию за приём платы не берут',
  unit: '1',
  reviewedThrough: day('2026-12-31'),
  series: [
    { from: day('2005-03-01'), value: '0', act: 'ЖК РФ', place: 'ст. 155', certainty: 'memory' },
    { from: day('2024-07-01'), value: '1', act: 'ЖК РФ', place: 'ст. 155', certainty: 'memory' },
  ],
});
