import { describe, expect, it } from 'vitest';
import { readingVerdicts } from '../../src/charges/reading-verdicts';
import { assembleHouse } from '../../src/model/assemble';
import { factRecord } from '../../src/model/records';

const reading = (id: string, takenOn: string, value: string, more: object = {}) => ({
  kind: 'reading',
  id,
  meter: 'm',
  takenOn,
  value,
  ...more,
});

const RECORDS = [
  { kind: 'house', id: 'h', address: 'ул. Проверочная, 1', region: 'test' },
  { kind: 'premises', id: 'f', house: 'h', number: '1', type: 'dwelling', areas: [{ from: '2020-01-01', value: '50' }] },
  {
    kind: 'meter',
    id: 'm',
    premises: 'f',
    service: 'coldWater',
    serial: '1',
    commissionedOn: '2025-12-10',
    verifications: [{ on: '2025-12-01', until: '2026-05-10' }],
    registers: [{ initial: '10' }],
  },
  reading('early', '2025-12-01', '9'),
  reading('january', '2026-01-20', '15'),
  reading('february', '2026-02-20', '20'),
  reading('below', '2026-03-20', '19'),
  reading('late', '2026-04-27', '30'),
  reading('by-person', '2026-04-20', '29', { verdict: 'refused', by: 'оператор', why: 'фото нечитаемо' }),
  reading('unfit', '2026-06-20', '40'),
];

describe('what became of each reading', () => {
  it('is said of every one, with the month it closes or the reason why it closes none', () => {
    const house = assembleHouse(RECORDS.map((record) => factRecord.parse(record)));
    if (!house.ok) throw new Error(JSON.stringify(house.error));
    expect(readingVerdicts(house.value).map(({ reading: { id }, verdict, code, month }) => [id, verdict, code, month])).toEqual([
      ['early', 'refused', 'reading-before-commissioning', null],
      ['january', 'accepted', null, '2026-01'],
      ['february', 'accepted', null, '2026-02'],
      ['below', 'held', 'reading-below-previous', null],
      ['by-person', 'refused', 'reading-decided-by-person', null],
      ['late', 'unused', 'reading-in-event-month', null],
      ['unfit', 'refused', 'reading-on-unfit-meter', null],
    ]);
  });
});
