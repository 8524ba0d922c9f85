import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chargeHouse } from '../../src/charges/charge-house';
import { expandFacts, mergedFacts } from '../../src/cli/verify/expand-facts';
import { readCaseFile } from '../../src/cli/verify/read-cases';
import type { Month } from '../../src/kernel/calendar';
import { assembleHouse } from '../../src/model/assemble';

const FILE = new URL('../law/communal-electricity.yaml', import.meta.url);

const noticesOf = (id: string) => {
  const found = readCaseFile('cases', readFileSync(FILE, 'utf8')).cases.find((one) => one.case.id === id);
  if (found === undefined || !('facts' in found.case)) throw new Error(`no case ${id}`);
  const facts = assembleHouse(expandFacts(mergedFacts(found.common, found.case.facts), '2026-02'));
  if (!facts.ok) throw new Error(JSON.stringify(facts.error));
  const charges = chargeHouse(facts.value, '2026-03' as Month);
  if (!charges.ok) throw new Error(JSON.stringify(charges.error));
  return charges.value.notices;
};

describe('meters of rooms against the meter of their flat', () => {
  it('are flagged when they counted more, zone by zone', () => {
    const above = { code: 'rooms-above-flat', premises: 'кв', service: 'electricity' };
    expect(noticesOf('room-meters-above-flat')).toEqual([{ ...above, zone: 'T0', flat: 1_500_000_000, rooms: 1_700_000_000 }]);
    expect(noticesOf('room-meters-zones')).toEqual([{ ...above, zone: 'T2of2', flat: 450_000_000, rooms: 500_000_000 }]);
  });

  it.each(['room-meters', 'room-meters-equal-flat', 'room-meters-not-all'])('are not flagged otherwise: %s', (id) =>
    expect(noticesOf(id)).toEqual([]),
  );
});
