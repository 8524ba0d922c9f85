import fc from 'fast-check';
import { addDays, type Day, type Month } from '../../src/kernel/calendar';
import { type FactRecord, factRecord } from '../../src/model/records';
import { BILLED } from './random-house';
import { day } from './random-meter';

const cover = fc.constantFrom(
  { service: 'maintenance', by: 'whole' },
  { service: 'maintenance', by: 'area', area: '18' },
  { service: 'maintenance', by: 'fixed', amount: '333.33' },
  { service: 'coldWater', by: 'volume' },
  { service: 'coldWater', by: 'normative' },
  { service: 'coldWater', by: 'whole' },
  { service: 'hotWater', by: 'volume' },
  { service: 'hotWater', by: 'normative' },
  { service: 'sewerage', by: 'volume' },
  { service: 'electricity', by: 'volume' },
  { service: 'electricity', by: 'normative' },
  { service: 'gas', by: 'volume', normative: 'ngc' },
  { service: 'gas', by: 'fixed', amount: '10' },
);

/** Benefits told in small numbers. */
export const benefitShapes = fc.array(
  fc.record({
    flat: fc.nat({ max: 3 }),
    share: fc.constantFrom('0.3', '0.5', '1', '0.333333'),
    persons: fc.integer({ min: 1, max: 3 }),
    covers: fc.uniqueArray(cover, { minLength: 1, maxLength: 5, selector: ({ service }) => service }),
    from: fc.tuple(fc.nat({ max: BILLED.length - 1 }), fc.integer({ min: 1, max: 28 })),
    days: fc.option(fc.integer({ min: 1, max: 120 })),
    late: fc.option(fc.nat({ max: BILLED.length - 1 }), { freq: 3 }),
  }),
  { minLength: 1, maxLength: 4 },
);
/** What {@link benefitShapes} gives. */
export type BenefitShapes = typeof benefitShapes extends fc.Arbitrary<infer T> ? T : never;

/** First day of a benefit and the day after its last. */
export const daysOf = ({ from: [month, on], days }: BenefitShapes[number]): { readonly from: Day; readonly to: Day | null } => {
  const from = day(BILLED[month] as Month, on);
  return { from, to: days === null ? null : addDays(from, days) };
};

/** The facts of benefits, each of a person of its own in a flat of the house. */
export const benefitRecords = (shapes: BenefitShapes, flats: number): FactRecord[] =>
  shapes.map((one, index) =>
    factRecord.parse({
      kind: 'benefit',
      id: `b${index}`,
      premises: `f${one.flat % flats}`,
      person: `x${index}`,
      category: `c${index}`,
      share: one.share,
      persons: one.persons,
      covers: one.covers,
      act: 'удостоверение',
      ...daysOf(one),
      ...(one.late === null ? {} : { receivedOn: day(BILLED[one.late] as Month, 7) }),
    }),
  );
