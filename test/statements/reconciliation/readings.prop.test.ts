import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, type Day, firstDay, type Month } from '../../../src/kernel/calendar';
import type { CounterpartyReading } from '../../../src/model/counterparty-records';
import type { Zone } from '../../../src/model/services';
import { compareReadings, type OwnReading, type ReadingDifferenceClass } from '../../../src/statements/reconciliation/readings';

const own: readonly OwnReading[] = (
  [
    ['m-1', 'T0', 100],
    ['m-2', 'T1', 5000],
    ['m-2', 'T2', 9000],
  ] as const
).flatMap(([meter, zone, start]) =>
  Array.from({ length: 6 }, (_, index) => ({
    meter,
    serial: `serial-${meter}`,
    zone: zone as Zone,
    takenOn: addDays(firstDay(addMonths('2026-01' as Month, index)), 19),
    value: `${start + 7 * index}.125`,
  })),
);

const told = (readings: readonly OwnReading[]): readonly CounterpartyReading[] =>
  readings.map(({ serial, meter: _, ...one }) => ({ ...one, meter: serial }));

const SEEDS: Readonly<Record<ReadingDifferenceClass, (one: CounterpartyReading, index: number) => readonly CounterpartyReading[]>> = {
  missingTheirs: () => [],
  missingOurs: (one, index) => [one, { ...one, takenOn: addDays(one.takenOn, 3), value: `${50_000 + index}` }],
  doubledTheirs: (one) => [one, one],
  date: (one) => [{ ...one, takenOn: addDays(one.takenOn, 1) }],
  value: (one) => [{ ...one, value: one.value.replace('.125', '.126') }],
  meter: (one) => [{ ...one, meter: 'm-9' }],
};

const seeds = fc
  .uniqueArray(fc.tuple(fc.nat({ max: own.length - 1 }), fc.constantFrom(...(Object.keys(SEEDS) as ReadingDifferenceClass[]))), {
    maxLength: 5,
    selector: ([index]) => index,
  })
  .map((list) => new Map(list));

const seeded = (list: ReadonlyMap<number, ReadingDifferenceClass>): readonly CounterpartyReading[] =>
  told(own).flatMap((one, index) => SEEDS[list.get(index) ?? 'missingTheirs'](one, index).concat(list.has(index) ? [] : [one]));

describe('the reconciliation of readings', () => {
  it('finds none in the mirror, by serial number or by id', () => {
    const { differences, registers } = compareReadings(own, told(own));
    expect(differences).toEqual([]);
    expect(registers.map(({ ours, difference }) => [ours, difference])).toEqual(Array.from({ length: 3 }, () => ['35', '0']));
    expect(
      compareReadings(
        own,
        own.map(({ serial: _, ...one }) => one),
      ).differences,
    ).toEqual([]);
  });

  it('finds k seeded differences as exactly those k, in any order', () => {
    fc.assert(
      fc.property(seeds, fc.func(fc.integer()), (list, weight) => {
        const theirs = seeded(list);
        const compared = compareReadings(own, theirs);
        expect(compared.differences.map((one) => one.class).sort()).toEqual([...list.values()].sort());
        const shuffled = [...theirs].sort((a, b) => weight(a) - weight(b));
        expect(compareReadings(own, shuffled)).toEqual(compared);
      }),
    );
  });

  it('tells what a register counted by either side: 42 − 7 = 35 and 35 + 0,5', () => {
    const theirs = told(own).map((one) =>
      one.takenOn === ('2026-06-20' as Day) && one.zone === 'T0' ? { ...one, value: '135.625' } : one,
    );
    expect(compareReadings(own, theirs).registers[0]).toEqual({ meter: 'm-1', zone: 'T0', ours: '35', theirs: '35.5', difference: '0.5' });
  });
});
