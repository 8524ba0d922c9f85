import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chargeHouse } from '../../src/charges/charge-house';
import { expandFacts } from '../../src/cli/verify/expand-facts';
import { caseFacts } from '../../src/cli/verify/facts-schema';
import type { Month } from '../../src/kernel/calendar';
import { assembleHouse } from '../../src/model/assemble';

const RUNS = Number(process.env['FC_RUNS'] ?? 60);

/** Lines of June for a house whose communal flat is paid for whole until a day, and by its rooms from it. */
const total = (housing: object, gives: number, sold: number, rooms: readonly number[]): number => {
  const on = (day: number): string => `2026-06-${String(day).padStart(2, '0')}`;
  const whole = rooms.reduce((sum, area) => sum + area, 0);
  const flats = [
    { area: String(whole), account: 'Ф', closed: on(gives) },
    ...rooms.map((area, index) => ({
      within: 'кв-1',
      area: String(area),
      livingArea: String(area - 3),
      accounts:
        sold > gives && index === 0
          ? [
              { number: 'К', from: on(gives), to: on(sold) },
              { number: 'Н', from: on(sold) },
            ]
          : [{ number: `К${index}`, from: on(gives) }],
    })),
    { area: '40' },
  ];
  const facts = caseFacts.parse(JSON.parse(JSON.stringify({ house: { billedSince: '2026-01' }, housing: [housing], flats })));
  const house = assembleHouse(expandFacts(facts, '2025-12'));
  if (!house.ok) throw new Error(JSON.stringify(house.error));
  const charges = chargeHouse(house.value, '2026-06' as Month);
  if (!charges.ok) throw new Error(JSON.stringify(charges.error));
  return charges.value.total();
};

describe('the sum of a house with a communal flat', () => {
  const day = fc.integer({ min: 2, max: 29 });
  const areas = fc.array(fc.integer({ min: 5, max: 60 }), { minLength: 1, maxLength: 4 });

  it('is charged whole when somebody holds every premises on every day', () => {
    const month = { service: 'additional', item: 'yard', unit: 'houseMonth', rate: { '2020-01-01': '1000.01' } };
    const decision = { document: 'Протокол', on: '2026-03-15' };
    const fee = {
      service: 'targetFee',
      item: 'roof',
      unit: 'house',
      rate: { '2020-01-01': '300000' },
      from: '2026-06-01',
      to: '2026-07-01',
    };
    const exclusions = [{ premises: ['кв-2'], why: 'отдельный вход' }];
    fc.assert(
      fc.property(day, day, areas, (gives, sold, rooms) => {
        expect(total({ ...month, decision }, gives, sold, rooms)).toBe(1000_01);
        expect(total({ ...month, decision, exclusions }, gives, sold, rooms)).toBe(1000_01);
        expect(total({ ...fee, decision }, gives, sold, rooms)).toBe(300_000_00);
      }),
      { numRuns: RUNS },
    );
  });
});
