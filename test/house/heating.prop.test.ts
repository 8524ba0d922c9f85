import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heatingMonth } from '../../src/charges/heating-month';
import { pricedMonth } from '../../src/charges/priced-month';
import { VOLUME_SCALE } from '../../src/consumption/formulas';
import { allocatorCorrection, HEATING_SHARES } from '../../src/house/heating-formulas';
import type { Month } from '../../src/kernel/calendar';
import { fraction, sumFractions } from '../../src/kernel/fraction';
import { roublesText } from '../../src/kernel/money';
import { scaled } from '../../src/kernel/quantity';
import { assembleHouse } from '../../src/model/assemble';
import type { Bill } from '../../src/model/bill';
import type { HouseFacts } from '../../src/model/facts';
import { type FactRecord, factRecord } from '../../src/model/records';
import { calculate, calculateExactly } from '../../src/norms/formula';
import { billHouse } from '../../src/recalculation/bill-house';
import { explainBill } from '../../src/recalculation/explain-bill';
import { type HeatingShape, heatingRecords, heatingShape } from './random-heating';

const RUNS = Number(process.env['FC_RUNS'] ?? 60);
const YEAR = Array.from({ length: 12 }, (_, n) => `2025-${String(n + 1).padStart(2, '0')}` as Month);
const SHARES = HEATING_SHARES.m2;
const MODES = fc.constantFrom('season' as const, 'uniform' as const);
const MONTHS = fc.constantFrom(...YEAR, '2026-01' as Month, '2026-02' as Month);

const houseOf = (records: readonly FactRecord[]): HouseFacts => {
  const made = assembleHouse(records);
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value;
};

const billsOf = (facts: HouseFacts, month: Month): readonly Bill[] => {
  const bills = billHouse(facts, month);
  if (!bills.ok) throw new Error(JSON.stringify(bills.error));
  return [...bills.value.bills()];
};

/** Houses whose meters cannot count more than the house: that is a mistake of the facts, told apart. */
const possible = (shape: HeatingShape): boolean => {
  const facts = houseOf(heatingRecords(shape, 'uniform'));
  return [...YEAR, '2026-01' as Month, '2026-02' as Month].every((month) => billHouse(facts, month).ok);
};
const shapes = heatingShape.filter(possible);

describe('the heating of a random house', () => {
  it('is told with the very lines that were charged, and every told value is the charged one', () => {
    fc.assert(
      fc.property(shapes, MODES, MONTHS, (shape, mode, month) => {
        const facts = houseOf(heatingRecords(shape, mode));
        for (const bill of billsOf(facts, month)) {
          const told = explainBill(facts, month, bill.account);
          if (!told.ok) throw new Error(JSON.stringify(told.error));
          const lines = told.value.services.flatMap((service) => service.lines);
          expect(lines.map(({ line }) => line)).toEqual(bill.lines.filter(({ kind }) => kind !== 'adjustment'));
          for (const { line, trace } of lines) expect(trace.value).toBe(roublesText(line.amount).replace(/\.?0+$/, ''));
          for (const { line, trace } of told.value.adjustments) expect(trace?.value).toBe(roublesText(line.amount).replace(/\.?0+$/, ''));
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('does not depend on the order in which facts came', () => {
    fc.assert(
      fc.property(shapes, MODES, MONTHS, fc.integer(), (shape, mode, month, seed) => {
        const records = heatingRecords(shape, mode);
        const shuffled = records
          .map((record, index) => ({ record, key: Math.imul(index + 1, seed | 1) % 1009 }))
          .sort((a, b) => a.key - b.key)
          .map(({ record }) => record);
        expect(billsOf(houseOf(shuffled), month)).toEqual(billsOf(houseOf(records), month));
      }),
      { numRuns: RUNS },
    );
  });

  it('costs in a year of even payment with its correction what the same months cost in the season', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const sums = (mode: 'season' | 'uniform'): Record<string, number> => {
          const facts = houseOf(heatingRecords(shape, mode));
          const found: Record<string, number> = {};
          for (const month of YEAR) for (const bill of billsOf(facts, month)) found[bill.account] = (found[bill.account] ?? 0) + bill.total;
          for (const bill of billsOf(facts, '2026-01' as Month))
            for (const line of bill.lines) if (line.kind === 'adjustment') found[bill.account] = (found[bill.account] ?? 0) + line.amount;
          return found;
        };
        if (shape.house === 'none') return;
        expect(sums('uniform')).toEqual(sums('season'));
      }),
      { numRuns: RUNS },
    );
  });

  it('is divided to the last digit: the exact parts of a house make its heat', () => {
    fc.assert(
      fc.property(shapes, fc.constantFrom('2025-01' as Month, '2025-03' as Month, '2025-12' as Month), (shape, month) => {
        const facts = houseOf(heatingRecords({ ...shape, policies: {} }, 'season'));
        const context = pricedMonth(facts, month);
        if (!context.ok) throw new Error(JSON.stringify(context.error));
        const made = heatingMonth(facts, context.value, 'charged');
        if (!made.ok) throw new Error(JSON.stringify(made.error));
        const found = made.value;
        if (found === null || found.house === null) return;
        const V = (volume: number) => scaled(volume, VOLUME_SCALE, 'Gcal');
        const A = (area: number) => scaled(area, 4, 'm2');
        const { sums, left } = found;
        const Vд = V(found.house.volume);
        const parts = found.items.map((item) => {
          const S = A(item.area);
          if (item.floored) return fraction(0n, 1n);
          if (found.basis === 'house' || (found.basis === 'normative' && sums.unheated > 0)) {
            const all = { Vд, S, Sоб: A(sums.whole), Sинд: A(sums.unheated), Sои: A(sums.common) };
            return calculateExactly(item.unheated === null ? SHARES.byHouse : SHARES.byHouseUnheated, all);
          }
          if (found.basis === 'normative') return null;
          const all = { Vд, Vп: V(left.metered), S, Sоб: A(left.whole) };
          const some = { ...all, Vм: V(sums.metered), Sм: A(sums.meteredArea), Sн: A(left.unmetered) };
          if (item.metered !== null) return calculateExactly(SHARES.someMetered, { ...some, Vi: V(item.metered.volume) });
          return calculateExactly(item.unheated === null ? SHARES.someAverage : SHARES.someUnheated, some);
        });
        if (parts.some((part) => part === null)) return;
        expect(sumFractions(parts as never)).toEqual(fraction(BigInt(found.house.volume), 10n ** BigInt(VOLUME_SCALE)));
      }),
      { numRuns: RUNS },
    );
  });

  it('is what the old formula gives where every premises is heated', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10 ** 9 }),
        fc.integer({ min: 1, max: 10 ** 7 }),
        fc.integer({ min: 0, max: 10 ** 7 }),
        (volume, own, more) => {
          const whole = own + more;
          const of = { Vд: scaled(volume, VOLUME_SCALE, 'Gcal'), S: scaled(own, 4, 'm2'), Sоб: scaled(whole, 4, 'm2') };
          const heated = { ...of, Sинд: scaled(0, 4, 'm2'), Sои: scaled(more, 4, 'm2') };
          expect(calculate(SHARES.byHouse, heated)).toBe(calculate(SHARES.byHouseArea, of));
        },
      ),
    );
  });

  it('is the formula without meters where meters counted what the area gives', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 2, maxLength: 5 }),
        fc.integer({ min: 1, max: 400 }),
        (areas, common) => {
          const whole = areas.reduce((sum, area) => sum + area, 0);
          const Vд = scaled(whole + common, 0, 'Gcal');
          const Vп = scaled(whole, 0, 'Gcal');
          for (const area of areas) {
            const [S, Sоб] = [scaled(area, 0, 'm2'), scaled(whole, 0, 'm2')];
            const byArea = calculateExactly(SHARES.byHouse, { Vд, S, Sоб, Sинд: scaled(0, 0, 'm2'), Sои: scaled(common, 0, 'm2') });
            expect(calculateExactly(SHARES.allMetered, { Vi: scaled(area, 0, 'Gcal'), Vд, Vп, S, Sоб })).toEqual(byArea);
          }
        },
      ),
    );
  });

  it('asks nothing of premises without heat where no common room is heated', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const cold = {
          ...shape,
          common: 0,
          policies: {},
          house: 'meter' as const,
          flats: shape.flats.map((flat) => ({ ...flat, kind: flat.kind === 'metered' ? ('plain' as const) : flat.kind })),
        };
        if (cold.flats.every(({ kind }) => kind !== 'plain') && !cold.communal) return;
        const facts = houseOf(heatingRecords(cold, 'season'));
        for (const bill of billsOf(facts, '2025-02' as Month)) {
          const flat = cold.flats[Number(bill.account.split('-')[0]) - 1];
          if (flat !== undefined && flat.kind !== 'plain') expect(bill.total).toBe(0);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('gives rooms of a communal flat together what a flat pays, to the kopeck', () => {
    fc.assert(
      fc.property(shapes, MODES, MONTHS, (shape, mode, month) => {
        const rooms = houseOf(heatingRecords({ ...shape, communal: true }, mode));
        const whole = houseOf([
          ...heatingRecords({ ...shape, communal: true }, mode).filter(
            (record) => !('within' in record && record.within !== undefined) && !record.id.startsWith('a-room'),
          ),
          factRecord.parse({ kind: 'account', id: 'a-flat', premises: 'flat', number: 'flat', from: '2010-01-01' }),
        ]);
        const charges = (facts: HouseFacts, wanted: (account: string) => boolean): number =>
          billsOf(facts, month)
            .filter(({ account }) => wanted(account))
            .reduce((sum, bill) => sum + bill.lines.reduce((all, line) => (line.kind === 'adjustment' ? all : all + line.amount), 0), 0);
        expect(charges(rooms, (account) => account.startsWith('room'))).toBe(charges(whole, (account) => account === 'flat'));
      }),
      { numRuns: RUNS },
    );
  });

  it('moves money between premises with allocators and makes none', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 10 ** 9 }), fc.integer({ min: 0, max: 10 ** 9 })), { minLength: 1, maxLength: 6 }),
        (premises) => {
          const all = premises.reduce((sum, [charge]) => sum + charge, 0);
          const units = premises.reduce((sum, [, own]) => sum + own, 0);
          if (units === 0) return;
          const parts = premises.map(([charge, own]) =>
            calculateExactly(allocatorCorrection, {
              ΣP: scaled(all, 2, 'RUB'),
              m: scaled(own, VOLUME_SCALE, 'unit'),
              Σm: scaled(units, VOLUME_SCALE, 'unit'),
              P: scaled(charge, 2, 'RUB'),
            }),
          );
          expect(sumFractions(parts as never)).toEqual(fraction(0n, 1n));
        },
      ),
    );
  });
});
