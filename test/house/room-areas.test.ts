import { describe, expect, it } from 'vitest';
import { sharedArea } from '../../src/charges/common-areas';
import { roomAreas } from '../../src/house/room-areas';
import { type Day, serial } from '../../src/kernel/calendar';
import { assembleHouse } from '../../src/model/assemble';
import { flatsOf } from '../../src/model/flats';
import { factRecord } from '../../src/model/records';

const day = (text: string): number => serial(text as Day);

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
