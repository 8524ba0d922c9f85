import type { Day } from '../../kernel/calendar';
import { type Parameter, parameter } from '../parameter';
import { HEATING_MULTIPLIER } from './heating';

const day = (text: string): Day => text as Day;
const act603 = { act: 'ПП РФ от 29.06.2016 № 603', certainty: 'seen' } as const;

const series = (code: string, title: string, later: Parameter<'1'>['series'] = []): Parameter<'1'> =>
  parameter({
    code,
    title,
    unit: '1',
    reviewedThrough: day('2026-12-31'),
    series: [{ from: day('2016-07-01'), value: '1.4', ...act603 }, { from: day('2017-01-01'), value: '1.5', ...act603 }, ...later],
  });

/**
 * Multiplier K («повышающий коэффициент») by service. Before 01.07.2016 it stood inside the regional normatives. A region may have its own:
 * the house's `multipliers` win.
 */
export const MULTIPLIER = {
  coldWater: series('federal.multiplier.coldWater', 'Повышающий коэффициент, холодная вода', [
    { from: day('2025-12-06'), value: '3', act: 'ПП РФ от 25.11.2025 № 1871', certainty: 'seen' },
  ]),
  hotWater: series('federal.multiplier.hotWater', 'Повышающий коэффициент, горячая вода'),
  electricity: series('federal.multiplier.electricity', 'Повышающий коэффициент, электроэнергия'),
  heating: HEATING_MULTIPLIER,
  sewerage: series('federal.multiplier.sewerage', 'Повышающий коэффициент, водоотведение (только по политике sewerageMultiplier)'),
} as const;
