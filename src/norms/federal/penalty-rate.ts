import type { Day } from '../../kernel/calendar';
import { parameter } from '../parameter';

const day = (text: string): Day => text as Day;

const BANK = { act: 'Банк России, ключевая ставка', certainty: 'seen' } as const;
const at = (from: string, value: string) => ({ from: day(from), value, ...BANK });

/** Refinancing rate («ставка рефинансирования»), per cent a year; from 2016 the key rate stands in its place (Указание № 3894-У). */
export const REFINANCING_RATE = parameter({
  code: 'federal.refinancingRate',
  title: 'Ставка рефинансирования',
  unit: '%/year',
  reviewedThrough: day('2026-12-31'),
  series: [
    { from: day('2011-12-26'), value: '8', act: 'Указание Банка России от 23.12.2011 № 2758-У', certainty: 'memory' },
    { from: day('2012-09-14'), value: '8.25', act: 'Указание Банка России от 13.09.2012 № 2873-У', certainty: 'memory' },
    { from: day('2016-01-01'), value: null, act: 'Указание Банка России от 11.12.2015 № 3894-У', certainty: 'memory' },
  ],
});

/**
 * Key rate of the Bank of Russia («ключевая ставка»), per cent a year, by the days it took effect (not by the days it was decided on).
 * What the board decided on 23.10.2026 was not known when this was written.
 */
export const KEY_RATE = parameter({
  code: 'federal.keyRate',
  title: 'Ключевая ставка Банка России',
  unit: '%/year',
  reviewedThrough: day('2026-10-25'),
  series: [
    at('2013-09-17', '5.5'),
    at('2014-03-03', '7'),
    at('2014-04-28', '7.5'),
    at('2014-07-28', '8'),
    at('2014-11-05', '9.5'),
    at('2014-12-12', '10.5'),
    at('2014-12-16', '17'),
    at('2015-02-02', '15'),
    at('2015-03-16', '14'),
    at('2015-05-05', '12.5'),
    at('2015-06-16', '11.5'),
    at('2015-08-03', '11'),
    at('2016-06-14', '10.5'),
    at('2016-09-19', '10'),
    at('2017-03-27', '9.75'),
    at('2017-05-02', '9.25'),
    at('2017-06-19', '9'),
    at('2017-09-18', '8.5'),
    at('2017-10-30', '8.25'),
    at('2017-12-18', '7.75'),
    at('2018-02-12', '7.5'),
    at('2018-03-26', '7.25'),
    at('2018-09-17', '7.5'),
    at('2018-12-17', '7.75'),
    at('2019-06-17', '7.5'),
    at('2019-07-29', '7.25'),
    at('2019-09-09', '7'),
    at('2019-10-28', '6.5'),
    at('2019-12-16', '6.25'),
    at('2020-02-10', '6'),
    at('2020-04-27', '5.5'),
    at('2020-06-22', '4.5'),
    at('2020-07-27', '4.25'),
    at('2021-03-22', '4.5'),
    at('2021-04-26', '5'),
    at('2021-06-15', '5.5'),
    at('2021-07-26', '6.5'),
    at('2021-09-13', '6.75'),
    at('2021-10-25', '7.5'),
    at('2021-12-20', '8.5'),
    at('2022-02-14', '9.5'),
    at('2022-02-28', '20'),
    at('2022-04-11', '17'),
    at('2022-05-04', '14'),
    at('2022-05-27', '11'),
    at('2022-06-14', '9.5'),
    at('2022-07-25', '8'),
    at('2022-09-19', '7.5'),
    at('2023-07-24', '8.5'),
    at('2023-08-15', '12'),
    at('2023-09-18', '13'),
    at('2023-10-30', '15'),
    at('2023-12-18', '16'),
    at('2024-07-29', '18'),
    at('2024-09-16', '19'),
    at('2024-10-28', '21'),
    at('2025-06-09', '20'),
    at('2025-07-28', '18'),
    at('2025-09-15', '17'),
    at('2025-10-27', '16.5'),
    at('2025-12-22', '16'),
    at('2026-02-16', '15.5'),
    at('2026-03-23', '15'),
    at('2026-04-27', '14.5'),
    at('2026-06-22', '14.25'),
    at('2026-07-27', '14'),
  ],
});

const capped = (from: string, value: string | null, act: string) => ({ from: day(from), value, act, certainty: 'seen' as const });

/** The rate that the first text of ПП № 474 fixed for penalties, whatever the key rate was (key rate of 27.02.2022), per cent a year. */
export const FIXED_PENALTY_RATE = parameter({
  code: 'federal.penalty.fixedRate',
  title: 'Ставка для пеней по первой редакции ПП № 474',
  unit: '%/year',
  reviewedThrough: day('2026-12-31'),
  series: [capped('2022-02-28', '9.5', 'ПП РФ от 26.03.2022 № 474'), capped('2022-08-01', null, 'ПП РФ от 23.09.2022 № 1681')],
});

/** The most that the rate for penalties may be, with its prolongations, per cent a year; nothing is known of 2027. */
export const PENALTY_RATE_CAP = parameter({
  code: 'federal.penalty.rateCap',
  title: 'Предел ставки для пеней',
  unit: '%/year',
  reviewedThrough: day('2026-12-31'),
  series: [
    capped('2022-08-01', '9.5', 'ПП РФ от 26.03.2022 № 474 в ред. ПП РФ от 23.09.2022 № 1681'),
    capped('2023-01-01', '9.5', 'ПП РФ от 28.12.2022 № 2479'),
    capped('2024-01-01', '9.5', 'ПП РФ от 29.12.2023 № 2382'),
    capped('2025-01-01', '9.5', 'ПП РФ от 18.03.2025 № 329'),
  ],
});
