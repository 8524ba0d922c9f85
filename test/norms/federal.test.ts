import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../src/kernel/calendar';
import {
  AVERAGE_LEAST_MONTHS,
  AVERAGE_PERIODS_DWELLING,
  AVERAGE_PERIODS_NON_RESIDENTIAL,
  AVERAGE_WINDOW_MONTHS,
} from '../../src/norms/federal/average';
import {
  DOCUMENT_DAY,
  ELECTRICITY_SUPPLIER_DUTY,
  PAYMENT_DAY,
  READING_DAY,
  TEMPORARY_STAY_DAYS,
  VERIFICATION_SUSPENDED,
} from '../../src/norms/federal/days';
import { GAS_AVERAGE_LEAST, GAS_AVERAGE_PERIODS, GAS_AVERAGE_WINDOW, GAS_DUTY_FLOW, GAS_REPAIR_PERIODS } from '../../src/norms/federal/gas';
import { MULTIPLIER } from '../../src/norms/federal/multiplier';
import { type Parameter, valueOn } from '../../src/norms/parameter';

const on = (of: Parameter, day: string): string => {
  const answer = valueOn(of, day as Day);
  return answer.ok ? answer.value.value : answer.error.code;
};

/** Each number on the last day of the old value and the first of the new one. */
const KNOWN: readonly (readonly [string, Parameter, readonly (readonly [string, string])[]])[] = [
  [
    'months by the average, dwelling (п. 59)',
    AVERAGE_PERIODS_DWELLING,
    [
      ['2012-08-31', 'missing-parameter'],
      ['2012-09-01', '6'],
      ['2016-12-31', '6'],
      ['2017-01-01', '3'],
    ],
  ],
  [
    'months by the average, non-residential (п. 59)',
    AVERAGE_PERIODS_NON_RESIDENTIAL,
    [
      ['2012-08-31', 'missing-parameter'],
      ['2026-10-01', '2'],
    ],
  ],
  [
    'months of the averaging window (п. 59)',
    AVERAGE_WINDOW_MONTHS,
    [
      ['2013-05-31', '12'],
      ['2013-06-01', '6'],
    ],
  ],
  ['least months of a meter for an average (п. 59(2))', AVERAGE_LEAST_MONTHS, [['2026-10-01', '3']]],
  [
    'gas: months by the average without readings (ПП № 549, п. 31)',
    GAS_AVERAGE_PERIODS,
    [
      ['2008-07-20', 'missing-parameter'],
      ['2026-10-01', '3'],
    ],
  ],
  ['gas: months by the average under repair (ПП № 549, п. 30)', GAS_REPAIR_PERIODS, [['2026-10-01', '3']]],
  ['gas: months of the averaging window', GAS_AVERAGE_WINDOW, [['2026-10-01', '12']]],
  ['gas: least months for an average', GAS_AVERAGE_LEAST, [['2026-10-01', '1']]],
  [
    'gas: flow without the duty of a meter (261-ФЗ)',
    GAS_DUTY_FLOW,
    [
      ['2009-11-26', 'missing-parameter'],
      ['2009-11-27', '2'],
    ],
  ],
  ['day of readings (п. 31)', READING_DAY, [['2026-10-01', '25']]],
  [
    'day of payment (ст. 155, ч. 1; 177-ФЗ)',
    PAYMENT_DAY,
    [
      ['2005-02-28', 'missing-parameter'],
      ['2026-02-28', '10'],
      ['2026-03-01', '15'],
    ],
  ],
  [
    'day of the payment document (ст. 155, ч. 2; 177-ФЗ)',
    DOCUMENT_DAY,
    [
      ['2026-02-28', '1'],
      ['2026-03-01', '5'],
    ],
  ],
  [
    'verification suspended (ПП № 424)',
    VERIFICATION_SUSPENDED,
    [
      ['2020-04-05', '0'],
      ['2020-04-06', '1'],
      ['2020-12-31', '1'],
      ['2021-01-01', '0'],
    ],
  ],
  ['days of a temporary stay (п. 56)', TEMPORARY_STAY_DAYS, [['2026-10-01', '5']]],
  [
    'supplier answers for electricity meters (ПП № 554)',
    ELECTRICITY_SUPPLIER_DUTY,
    [
      ['2020-06-30', '0'],
      ['2020-07-01', '1'],
    ],
  ],
  [
    'multiplier of cold water (ПП № 603, 1871)',
    MULTIPLIER.coldWater,
    [
      ['2016-06-30', 'missing-parameter'],
      ['2016-07-01', '1.4'],
      ['2017-01-01', '1.5'],
      ['2025-12-05', '1.5'],
      ['2025-12-06', '3'],
    ],
  ],
  [
    'multiplier of hot water (ПП № 603)',
    MULTIPLIER.hotWater,
    [
      ['2016-07-01', '1.4'],
      ['2017-01-01', '1.5'],
      ['2026-10-01', '1.5'],
    ],
  ],
  ['multiplier of electricity (ПП № 603)', MULTIPLIER.electricity, [['2026-10-01', '1.5']]],
];

describe('federal numbers of the law', () => {
  it.each(KNOWN)('%s', (_what, of, days) => {
    expect(days.map(([day]) => [day, on(of, day)])).toEqual(days);
    expect(of.reviewedThrough >= '2026-12-31').toBe(true);
    expect(on(of, addDays(of.reviewedThrough, 1))).toBe('parameter-not-reviewed');
  });

  it('name the act of every value', () => {
    for (const [, of] of KNOWN) for (const { act } of of.series) expect(act).toMatch(/^(ПП РФ от|ЖК РФ|Федеральный закон от)/);
  });

  it('have codes of their own', () => {
    expect(new Set(KNOWN.map(([, of]) => of.code)).size).toBe(KNOWN.length);
  });
});
