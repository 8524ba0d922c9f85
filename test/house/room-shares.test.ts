import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharedArea } from '../../src/charges/common-areas';
import { type RoomAreas, roomAreas, roomShares } from '../../src/house/room-shares';
import { type Day, serial } from '../../src/kernel/calendar';
import { assembleHouse } from '../../src/model/assemble';
import { flatsOf } from '../../src/model/flats';
import { factRecord } from '../../src/model/records';

const day = (text: string): number => serial(text as Day);
const areas = (weights: readonly number[]): RoomAreas => ({ rooms: weights.map((_, index) => index), weights });

const flatOf = (living: Readonly<Record<string, readonly { from: string; value: string }[] | undefined>>) => {
  const premises = (id: string, more: object) => ({
    kind: 'premises',
    id,
    house: 'h',
    number: id,
    type: 'dwelling',
    areas: [{ from: '2020-01-01', value: '60' }],
    ...more,
  });
  const house = assembleHouse(
    [
      { kind: 'house', id: 'h', address: 'ул. Проверочная, 1', region: 'test' },
      premises('flat', {}),
      ...Object.entries(living).map(([id, livingAreas]) =>
        premises(id, { within: 'flat', ...(livingAreas === undefined ? {} : { livingAreas }) }),
      ),
    ].map((record) => factRecord.parse(record)),
  );
  if (!house.ok) throw new Error(JSON.stringify(house.error));
  const [flat] = [...(flatsOf(house.value)?.of.values() ?? [])];
  if (flat === undefined) throw new Error('no flat');
  return { facts: house.value, premises: house.value.premises, flat };
};

describe('what a communal flat has by area, ПП № 354, прил. 2, формула 16', () => {
  it.each([
    {
      by: '50 × 18,5/60; 50 × 41,5/60: 15,4166667 и 34,5833333',
      whole: 500_000_000,
      weights: [18_5000, 41_5000],
      parts: [154166667, 345833333],
    },
    { by: '1,00 ₽ на три равные комнаты: лишняя копейка — первой', whole: 100, weights: [1, 1, 1], parts: [34, 33, 33] },
    { by: '0,02 ₽ на 1, 2, 3 м²: остатки 2/6, 4/6, 0 — 0, 1, 1', whole: 2, weights: [1, 2, 3], parts: [0, 1, 1] },
    { by: 'возврат −1,00 ₽ — зеркало', whole: -100, weights: [1, 1, 1], parts: [-34, -33, -33] },
    { by: 'ничего', whole: 0, weights: [1, 2], parts: [0, 0] },
    { by: 'комната без жилой площади ничего не берёт', whole: 10, weights: [0, 3], parts: [0, 10] },
  ])('$by', ({ whole, weights, parts }) => expect(roomShares(whole, areas(weights))).toEqual({ ok: true, value: parts }));

  it('goes to the rooms without a unit lost', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), weights, (whole, of) => {
        const shared = roomShares(whole, areas(of));
        expect(shared.ok && shared.value.reduce((sum, part) => sum + part, 0)).toBe(whole);
      }),
    );
  });

  it('cannot be shared when no room has living area', () => expect(roomShares(10, areas([0, 0])).ok).toBe(false));
});

describe('the area of a house', () => {
  it('counts a communal flat once, not again with its rooms', () => {
    const { facts } = flatOf({ 'room-1': [{ from: '2020-01-01', value: '12' }], 'room-2': [{ from: '2020-01-01', value: '18' }] });
    expect(sharedArea(facts, day('2026-03-01'), day('2026-04-01')).ofPremises).toBe(600_000 * 31);
  });
});

describe('living areas of the rooms of a flat', () => {
  it('count by days when they change inside the month', () => {
    const { premises, flat } = flatOf({
      'room-1': [{ from: '2020-01-01', value: '12.5' }],
      'room-2': [
        { from: '2026-03-16', value: '20' },
        { from: '2020-01-01', value: '18' },
      ],
    });
    const found = roomAreas(premises, flat, day('2026-03-01'), day('2026-04-01'));
    expect(found).toEqual({ ok: true, value: { rooms: [1, 2], weights: [125_000 * 31, 180_000 * 15 + 200_000 * 16] } });
  });

  it.each([
    ['no living area at all', undefined],
    ['a living area from the second day on', [{ from: '2026-03-02', value: '10' }]],
  ])('are asked for of a room with %s', (_, living) => {
    const { premises, flat } = flatOf({ 'room-1': [{ from: '2020-01-01', value: '12' }], 'room-2': living });
    expect(roomAreas(premises, flat, day('2026-03-01'), day('2026-04-01'))).toEqual({
      ok: false,
      error: { code: 'area-missing', at: 'premises room-2' },
    });
  });
});
