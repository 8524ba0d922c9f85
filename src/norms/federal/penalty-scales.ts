import type { Day } from '../../kernel/calendar';
import type { DatedEntry } from '../../kernel/dated';
import type { Certainty } from '../act';

const day = (text: string): Day => text as Day;

/** From a day of delay on: the part of the rate for each day, `1 / divisor`; `null` says that nothing is charged. Day 1 follows the due day. */
export interface PenaltyStep {
  readonly fromDay: number;
  readonly divisor: string | null;
}

/** A scale in force from a day, with its source. */
export interface PenaltyScaleEntry extends DatedEntry<readonly PenaltyStep[]> {
  readonly act: string;
  readonly place: string;
  readonly certainty: Certainty;
}

/** Parts of the rate by the number of the day of delay («доли ставки»), as they change by date. */
export interface PenaltyScale {
  readonly code: string;
  readonly title: string;
  readonly reviewedThrough: Day;
  readonly series: readonly PenaltyScaleEntry[];
}

const THROUGH = day('2026-12-31');
const law307 = (place: string, certainty: Certainty) => ({ act: 'Федеральный закон от 03.11.2015 № 307-ФЗ', place, certainty });

const graceThenTwoSteps: readonly PenaltyStep[] = [
  { fromDay: 1, divisor: null },
  { fromDay: 31, divisor: '300' },
  { fromDay: 91, divisor: '130' },
];
const fromFirstDay: readonly PenaltyStep[] = [{ fromDay: 1, divisor: '300' }];

/** Scales by regime; days before a change take the old scale, days after it the new one, numbered from the same due day. */
export const PENALTY_SCALES = {
  housing: {
    code: 'federal.penalty.housing',
    title: 'Пени за жильё и коммунальные услуги',
    reviewedThrough: THROUGH,
    series: [
      { from: day('2005-03-01'), value: fromFirstDay, act: 'ЖК РФ', place: 'ст. 155, ч. 14', certainty: 'seen' },
      { from: day('2016-01-01'), value: graceThenTwoSteps, ...law307('ст. 155, ч. 14 ЖК РФ', 'seen') },
    ],
  },
  capitalRepair: {
    code: 'federal.penalty.capitalRepair',
    title: 'Пени по взносам на капитальный ремонт',
    reviewedThrough: THROUGH,
    series: [
      { from: day('2012-12-25'), value: fromFirstDay, act: 'ЖК РФ', place: 'ст. 155, ч. 14.1', certainty: 'seen' },
      {
        from: day('2017-01-09'),
        value: [
          { fromDay: 1, divisor: null },
          { fromDay: 31, divisor: '300' },
        ],
        act: 'Федеральный закон от 28.12.2016 № 498-ФЗ',
        place: 'ст. 155, ч. 14.1 ЖК РФ',
        certainty: 'memory',
      },
    ],
  },
  homeownersAssociation: {
    code: 'federal.penalty.homeownersAssociation',
    title: 'Пени ТСЖ и кооперативов за ресурсы',
    reviewedThrough: THROUGH,
    series: [{ from: day('2015-12-05'), value: graceThenTwoSteps, ...law307('190-ФЗ, ст. 15, ч. 9.2 и другие отраслевые законы', 'seen') }],
  },
  managingCompany: {
    code: 'federal.penalty.managingCompany',
    title: 'Пени управляющих, тепло- и водоснабжающих организаций за ресурсы',
    reviewedThrough: THROUGH,
    series: [
      {
        from: day('2015-12-05'),
        value: [
          { fromDay: 1, divisor: '300' },
          { fromDay: 61, divisor: '170' },
          { fromDay: 91, divisor: '130' },
        ],
        ...law307('190-ФЗ, ст. 15, ч. 9.3 и другие отраслевые законы', 'seen'),
      },
    ],
  },
  consumer: {
    code: 'federal.penalty.consumer',
    title: 'Пени прочих потребителей ресурсов',
    reviewedThrough: THROUGH,
    series: [
      {
        from: day('2015-12-05'),
        value: [{ fromDay: 1, divisor: '130' }],
        ...law307('190-ФЗ, ст. 15, ч. 9.1 и другие отраслевые законы', 'seen'),
      },
    ],
  },
  waste: {
    code: 'federal.penalty.waste',
    title: 'Пени организаций за обращение с ТКО',
    reviewedThrough: THROUGH,
    series: [
      {
        from: day('2016-11-25'),
        value: [{ fromDay: 1, divisor: '130' }],
        act: 'ПП РФ от 12.11.2016 № 1156',
        place: 'типовой договор, п. 22',
        certainty: 'memory',
      },
    ],
  },
} as const satisfies Record<string, PenaltyScale>;

/** A regime of penalties («режим пеней»). */
export type PenaltyRegime = keyof typeof PENALTY_SCALES;
