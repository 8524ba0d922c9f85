import { describe, expect, it } from 'vitest';
import { checksDue } from '../../src/charges/checks-due';
import { expandFacts } from '../../src/cli/verify/expand-facts';
import type { CaseFlat } from '../../src/cli/verify/facts-schema';
import type { Day } from '../../src/kernel/calendar';
import { assembleHouse } from '../../src/model/assemble';
import type { HouseFacts } from '../../src/model/facts';

const houseOf = (flat: CaseFlat): HouseFacts => {
  const house = assembleHouse(expandFacts({ tariffs: { coldWater: { ['2010-01-01' as Day]: '50' } }, flats: [flat] }, '2025-12'));
  if (!house.ok) throw new Error(JSON.stringify(house.error));
  return house.value;
};
const due = (flat: CaseFlat, on: string) =>
  checksDue(houseOf(flat), on as Day).map(({ meter, reason, since, by }) => [meter, reason, since, by].join(' '));

const cold = (more: object): CaseFlat => ({ meters: [{ service: 'coldWater', commissioned: '2025-12-10' as Day, ...more } as never] });
const read = { readings: { '2026-01-20': '6', '2026-02-20': '12' } };

describe('meters due for a check, ПП № 354, п. 83, 84', () => {
  it('are due when six whole months passed without a reading, in fifteen days from their end', () => {
    expect(due(cold(read), '2026-08-31')).toEqual([]);
    expect(due(cold(read), '2026-09-01')).toEqual(['кв-1-coldWater-1 silent 2026-02-20 2026-09-15']);
  });

  it('are due a year after the commissioning or the last check', () => {
    const monthly = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`2026-${String(i + 1).padStart(2, '0')}-20`, String(i)]));
    expect(due(cold({ readings: monthly }), '2026-12-09')).toEqual([]);
    expect(due(cold({ readings: monthly }), '2026-12-10')).toEqual(['кв-1-coldWater-1 yearly 2025-12-10 2026-12-10']);
    const checked = { ...cold({ readings: monthly }), acts: [{ type: 'check' as const, on: '2026-02-28' as Day }] };
    expect(due(checked, '2026-12-10')).toEqual([]);
  });

  it('count a year from 29 February to 28 February', () => {
    const flat = { ...cold({ commissioned: '2023-12-10' }), acts: [{ type: 'check' as const, on: '2024-02-29' as Day }] };
    expect(due(flat, '2025-02-27').filter((text) => text.includes('yearly'))).toEqual([]);
    expect(due(flat, '2025-02-28').filter((text) => text.includes('yearly'))).toEqual(['кв-1-coldWater-1 yearly 2024-02-29 2025-02-28']);
  });

  it('are not silent when a check read them, and are when the readings were not used', () => {
    const checked = { ...cold(read), acts: [{ type: 'check' as const, on: '2026-05-20' as Day, readings: [{ value: '20' }] }] };
    expect(due(checked, '2026-09-01')).toEqual([]);
    const refused = {
      ...cold({ readings: { ...read.readings, '2026-03-20': '18', '2026-08-20': '30' } }),
      acts: [
        { type: 'accessRefused' as const, on: '2026-03-02' as Day },
        { type: 'accessRefused' as const, on: '2026-03-05' as Day },
      ],
    };
    expect(due(refused, '2026-09-01')).toEqual(['кв-1-coldWater-1 silent 2026-02-20 2026-09-15']);
  });

  it('know nothing of what comes later, and leave an unfit meter to its owner', () => {
    const later = cold({ readings: { ...read.readings, '2026-09-05': '30' } });
    expect(due(later, '2026-09-01')).toEqual(['кв-1-coldWater-1 silent 2026-02-20 2026-09-15']);
    expect(due(cold({ ...read, failed: '2026-05-05' }), '2026-12-31')).toEqual([]);
  });

  it('names the clause', () => {
    const [first] = checksDue(houseOf(cold(read)), '2026-09-01' as Day);
    expect(first?.legal).toBe('ПП № 354, п. 84');
  });
});
