import fc from 'fast-check';
import { addDays, type Month } from '../../src/kernel/calendar';
import { day, MONTHS, meterLife, metersOf, ZONES } from './random-meter';

const monthAndDay = fc.tuple(fc.integer({ min: 4, max: 13 }), fc.integer({ min: 2, max: 28 }));

const room = fc.record({
  people: fc.array(
    fc.tuple(fc.integer({ min: 0, max: 13 }), fc.integer({ min: 1, max: 28 }), fc.option(fc.integer({ min: 1, max: 300 }), { freq: 2 })),
    { maxLength: 3 },
  ),
  owners: fc.integer({ min: 1, max: 3 }),
  electricity: fc.option(fc.tuple(meterLife, fc.integer({ min: 1, max: 2 })), { freq: 6 }),
  sale: fc.option(monthAndDay, { freq: 4 }),
  billed: fc.integer({ min: 0, max: 9 }).map((of) => of > 0),
});

/** Small numbers that describe a communal flat; its last room may have no account. */
export const communalFlat = fc.record({
  cold: fc.array(meterLife, { maxLength: 2 }),
  hot: fc.array(meterLife, { maxLength: 1 }),
  electricity: fc.option(fc.tuple(meterLife, fc.integer({ min: 1, max: 2 })), { freq: 5 }),
  rooms: fc.array(room, { minLength: 1, maxLength: 3 }),
  /** Service, first month, do meters of some rooms count. */
  agreement: fc.option(fc.tuple(fc.constantFrom('coldWater', 'hotWater', 'electricity'), fc.integer({ min: 0, max: 13 }), fc.boolean()), {
    freq: 3,
  }),
  /** From this day the flat has an account of its own no more, and its rooms have theirs; always so by default. */
  divided: fc.option(monthAndDay, { freq: 4 }),
  impossible: fc.boolean(),
});
/** What {@link communalFlat} gives. */
export type CommunalShape = typeof communalFlat extends fc.Arbitrary<infer T> ? T : never;

/** The facts of a communal flat of this shape. */
export const communalFacts = (id: string, one: CommunalShape, out: unknown[]): void => {
  const divided = one.divided === null ? null : day(MONTHS[one.divided[0]] as Month, one.divided[1]);
  const rooms = one.rooms.map((_, index) => `${id}-k${index}`);
  const premises = (of: string, more: object) => ({
    kind: 'premises',
    house: 'h',
    id: of,
    number: of,
    type: 'dwelling',
    areas: [{ from: '2020-01-01', value: '20.5' }],
    capacities: [{ service: 'coldWater', from: '2020-01-01', unit: '(m3/h)', value: '0.0125', act: 'акт' }],
    gasEquipment: [{ from: '2020-01-01', uses: ['cooking', 'heating'], heatedArea: '18.25', maxFlow: '2.5' }],
    ...more,
  });
  out.push(
    premises(id, {
      owners: [{ from: '2020-01-01', count: 2 }],
      meteringImpossible: one.impossible ? [{ service: 'hotWater', from: '2020-01-01', act: 'акт' }] : [],
      sharing:
        one.agreement === null
          ? []
          : [
              {
                service: one.agreement[0],
                from: MONTHS[one.agreement[1]],
                by: 'agreement',
                roomMeters: one.agreement[2],
                shares: rooms.map((of, index) => ({ premises: of, part: index + 1 })),
                document: 'соглашение',
              },
            ],
    }),
  );
  if (divided !== null) out.push({ kind: 'account', id: `${id}-a`, number: `${id}-0`, premises: id, from: '2020-01-01', to: divided });
  for (const [point, life] of one.cold.entries()) metersOf(id, 'coldWater', `p${point}`, life, ['T0'], out);
  for (const [point, life] of one.hot.entries()) metersOf(id, 'hotWater', `p${point}`, life, ['T0'], out);
  if (one.electricity !== null) metersOf(id, 'electricity', 'main', one.electricity[0], ZONES[one.electricity[1] - 1] ?? ['T0'], out);
  for (const [index, of] of rooms.entries()) {
    const shape = one.rooms[index] as CommunalShape['rooms'][number];
    out.push(
      premises(of, {
        within: id,
        livingAreas: [{ from: '2020-01-01', value: `1${index}.25` }],
        owners: [{ from: '2020-01-01', count: shape.owners }],
      }),
    );
    const opened = divided ?? day('2020-01' as Month, 1);
    const sold = shape.sale === null ? null : day(MONTHS[shape.sale[0]] as Month, shape.sale[1]);
    const changes = sold !== null && sold > opened ? sold : null;
    const account = { kind: 'account', premises: of };
    if (shape.billed || index === 0) {
      out.push({ ...account, id: `${of}-a`, number: `${of}-1`, from: opened, ...(changes === null ? {} : { to: changes }) });
      if (changes !== null) out.push({ ...account, id: `${of}-b`, number: `${of}-2`, from: changes });
    }
    for (const [person, [month, first, stays]] of shape.people.entries()) {
      const from = day(MONTHS[month] as Month, first);
      out.push({
        kind: 'resident',
        id: `${of}-r${person}`,
        premises: of,
        person: `${of}-p${person}`,
        from,
        ...(stays === null ? {} : { to: addDays(from, stays), stay: stays < 10 ? 'temporary' : 'permanent' }),
      });
    }
    if (shape.electricity !== null)
      metersOf(of, 'electricity', 'main', shape.electricity[0], ZONES[shape.electricity[1] - 1] ?? ['T0'], out);
  }
};
