import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chargeHouse } from '../../src/charges/charge-house';
import type { HouseCharges } from '../../src/charges/house-month';
import { peopleWithin } from '../../src/consumption/residents';
import { type Day, dayFromSerial, type Month, serial } from '../../src/kernel/calendar';
import { decimalText, parseExact } from '../../src/kernel/gate';
import { must } from '../../src/kernel/result';
import { assembleHouse } from '../../src/model/assemble';
import type { Line } from '../../src/model/bill';
import type { HouseFacts } from '../../src/model/facts';
import { type FactRecord, factRecord } from '../../src/model/records';
import { communalFlat } from './random-communal';
import { BILLED, factsOf, type HouseShape, houseShape } from './random-house';

const RUNS = Number(process.env['FC_RUNS'] ?? 60);
const SHAPE = { integerDigits: 15, scale: 7, negative: true };

const house = (records: readonly FactRecord[]): HouseFacts => {
  const assembled = assembleHouse(records);
  if (!assembled.ok) throw new Error(JSON.stringify(assembled.error));
  return assembled.value;
};

const charged = (facts: HouseFacts, month: Month): HouseCharges => {
  const charges = chargeHouse(facts, month);
  if (!charges.ok) throw new Error(JSON.stringify(charges.error));
  return charges.value;
};

const linesOf = (charges: HouseCharges): readonly Line[] => charges.rows.flatMap(({ row }) => charges.linesOf(row));

/** Volumes of a house by service and zone; of hot water the water component. */
const volumes = (charges: HouseCharges): Readonly<Record<string, string>> => {
  const sums = new Map<string, bigint>();
  for (const line of linesOf(charges)) {
    if (line.kind !== 'charge' || line.component === 'heat' || line.component === 'constant' || line.service === 'maintenance') continue;
    const key = `${line.service} ${line.zone ?? ''}`;
    sums.set(key, (sums.get(key) ?? 0n) + must(parseExact(line.volume, SHAPE)).int);
  }
  return Object.fromEntries([...sums].sort().map(([key, sum]) => [key, decimalText(sum, 7)]));
};

const month = fc.constantFrom(...BILLED);
/** Utilities only: a sum of the house is shared with every premises, and a room is one. */
const withoutHousing = houseShape.map((shape): HouseShape => ({ ...shape, housing: null }));
/** A house of one communal flat whose rooms all have accounts; no volume is cut to fewer digits than a dial has. */
const communal = fc.tuple(houseShape, communalFlat).map(
  ([shape, flat]): HouseShape => ({
    ...shape,
    waste: null,
    housing: null,
    flats: [],
    policies: { ...shape.policies, volumeDigits: '7' },
    communal: [{ ...flat, divided: null, rooms: flat.rooms.map((room) => ({ ...room, billed: true })) }],
  }),
);

const TERM = [serial('2020-01-01' as Day), serial('2027-01-01' as Day)] as const;

/** The same flat with one account; owners of a room count as people of the flat while nobody lives there. */
const asOneFlat = (records: readonly FactRecord[]): readonly FactRecord[] => {
  const rooms = house(records).premises.filter(({ premises }) => premises.within !== undefined);
  const ids = new Set(rooms.map(({ premises }) => premises.id));
  const owners = rooms.flatMap((room) =>
    peopleWithin(room, ...TERM, 5)
      .filter((stretch) => stretch.owners)
      .flatMap(({ from, to, persons }) =>
        Array.from({ length: persons }, (_, index) => ({
          id: `${room.premises.id}-o${from}-${index}`,
          from: dayFromSerial(from),
          to: dayFromSerial(to),
        })),
      ),
  );
  const own = records.flatMap((record): FactRecord[] => {
    if (record.kind === 'resident' && ids.has(record.premises)) return [{ ...record, premises: 'c0' }];
    if (record.kind === 'premises' && record.id === 'c0') return [{ ...record, sharing: undefined, rooms: 1 }];
    const gone = (record.kind === 'premises' && ids.has(record.id)) || ('premises' in record && ids.has(String(record.premises)));
    return gone || (record.kind === 'reading' && record.meter.startsWith('c0-k')) ? [] : [record];
  });
  return [
    ...own,
    factRecord.parse({ kind: 'account', id: 'c0-one', number: 'c0-0', premises: 'c0', from: '2020-01-01' }),
    ...owners.map((one) => factRecord.parse({ kind: 'resident', premises: 'c0', person: one.id, ...one })),
  ];
};

describe('the rooms of a communal flat, ПП № 354, п. 50', () => {
  it('have what the flat has as one flat, to the last digit', () => {
    fc.assert(
      fc.property(communal, month, (shape, on) => {
        const records = factsOf(shape);
        const rooms = charged(house(records), on);
        const flat = volumes(charged(house(asOneFlat(records)), on));
        const parts = volumes(rooms);
        for (const { service } of rooms.notices) {
          for (const key of Object.keys(flat)) if (key.startsWith(service)) delete (flat as Record<string, string>)[key];
          for (const key of Object.keys(parts)) if (key.startsWith(service)) delete (parts as Record<string, string>)[key];
        }
        expect(parts).toEqual(flat);
      }),
      { numRuns: RUNS * 4 },
    );
  });

  it('change nothing for the other premises of the house', () => {
    fc.assert(
      fc.property(withoutHousing, communalFlat, month, (shape, flat, on) => {
        const of = (communals: HouseShape['communal']) => {
          const flats = shape.flats.map((one) => ({ ...one, shop: false }));
          const charges = charged(house(factsOf({ ...shape, waste: null, flats, communal: communals ?? [] })), on);
          return charges.rows.filter(({ account }) => !account.number.startsWith('c0')).map(({ row }) => charges.linesOf(row));
        };
        expect(of([flat])).toEqual(of([]));
      }),
      { numRuns: RUNS },
    );
  });
});
