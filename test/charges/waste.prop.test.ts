import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chargeHouse, openMonth } from '../../src/charges/charge-house';
import { explainAccount } from '../../src/charges/explain';
import { accountRows } from '../../src/charges/holders';
import type { PricedTerms } from '../../src/charges/prices';
import { WASTE_BY_NORMATIVE } from '../../src/charges/waste-formulas';
import { WasteMonth } from '../../src/charges/waste-month';
import { stepOf } from '../../src/charges/waste-volume';
import { addMonths, type Month } from '../../src/kernel/calendar';
import { NO_FRACTION, plusFraction, sumFractions } from '../../src/kernel/fraction';
import { scaled } from '../../src/kernel/quantity';
import { assembleHouse } from '../../src/model/assemble';
import type { Line } from '../../src/model/bill';
import type { HouseFacts } from '../../src/model/facts';
import { type FactRecord, factRecord } from '../../src/model/records';
import { calculateExactly } from '../../src/norms/formula';
import { billHouse, type ChargedLines } from '../../src/recalculation/bill-house';
import { explainBill } from '../../src/recalculation/explain-bill';
import { communalFacts, communalFlat } from './random-communal';
import { BILLED, MONTHS } from './random-meter';
import { type WasteShape, wasteFacts, wasteShape } from './random-waste';

const RUNS = Number(process.env['FC_RUNS'] ?? 60);

const flat = fc.record({
  area: fc.integer({ min: 15_00, max: 120_00 }),
  later: fc.option(fc.integer({ min: 15_00, max: 120_00 })),
  people: fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.option(fc.integer({ min: 1, max: 200 }))), { maxLength: 4 }),
  owners: fc.integer({ min: 0, max: 3 }),
  countsOwners: fc.option(fc.boolean(), { freq: 3 }),
  sale: fc.option(fc.integer({ min: 100, max: 400 }), { freq: 3 }),
  /** Terms of a dwelling's own for some days. */
  own: fc.option(
    fc.tuple(
      fc.constantFrom('contract' as const, 'none' as const, 'units' as const),
      fc.integer({ min: 80, max: 380 }),
      fc.integer({ min: 1, max: 90 }),
    ),
    { freq: 3 },
  ),
  hostel: fc.integer({ min: 0, max: 9 }).map((of) => of === 0),
  shop: fc.integer({ min: 0, max: 4 }).map((of) => of === 0),
});

const house = fc.record({
  flats: fc.array(flat, { minLength: 1, maxLength: 4 }),
  communal: fc.array(communalFlat, { maxLength: 1 }),
  waste: wasteShape,
  policies: fc.record(
    {
      residents: fc.constantFrom('byDays', 'firstDay'),
      ownersFallback: fc.constantFrom('on', 'off'),
      volumeDigits: fc.constantFrom('7', '4'),
      wasteYearlyMonth: fc.constantFrom('january', 'february', 'march'),
    },
    { requiredKeys: [] },
  ),
});
type Shape = typeof house extends fc.Arbitrary<infer T> ? T : never;

const BEGIN = '2025-06-01';
const after = (days: number): string => new Date(Date.parse(BEGIN) + days * 86_400_000).toISOString().slice(0, 10);

/** What a dwelling says of itself: whether its owners count, and terms of its own for some days. */
const ownWords = ({ countsOwners, own }: Shape['flats'][number], mass: boolean): object => {
  if (countsOwners === null && own === null) return {};
  const owners = { from: '2026-01-10', to: '2026-03-05', count: countsOwners, document: 'решение' };
  const days = own === null ? {} : { from: after(own[1]), to: after(own[1] + own[2]), document: 'договор' };
  const fields =
    own?.[0] === 'contract'
      ? { volume: '0.5', unit: mass ? 't' : 'm3' }
      : own?.[0] === 'units'
        ? { normative: 'nw-unit', units: '3.25' }
        : { why: 'other' };
  return {
    waste: {
      ...(countsOwners === null ? {} : { owners: [owners] }),
      ...(own === null ? {} : { terms: [{ ...days, by: own[0], ...fields }] }),
    },
  };
};

const recordsOf = ({ flats, communal, waste, policies }: Shape): FactRecord[] => {
  const out: unknown[] = [
    { kind: 'house', id: 'h', address: 'ул. Проверочная, 1', region: 'test', policies, billedSince: BILLED[0] },
    { kind: 'provider', id: 'p', name: 'Оператор' },
  ];
  for (const [index, one] of flats.entries()) {
    const id = `f${index}`;
    out.push({
      kind: 'premises',
      id,
      house: 'h',
      number: id,
      type: one.shop ? 'nonResidential' : 'dwelling',
      areas: [
        { from: '2020-01-01', value: (one.area / 100).toFixed(2) },
        ...(one.later === null ? [] : [{ from: '2026-02-10', value: (one.later / 100).toFixed(2) }]),
      ],
      owners: [{ from: '2020-01-01', count: one.owners }],
      ...(one.shop ? {} : ownWords(one, waste.unit === 'kg-year')),
      ...(one.hostel && !one.shop ? { hostel: 'operator' } : {}),
    });
    const sold = one.sale === null ? null : after(one.sale);
    out.push({
      kind: 'account',
      id: `${id}-a`,
      number: `${id}-1`,
      premises: id,
      from: '2020-01-01',
      ...(sold === null ? {} : { to: sold }),
    });
    if (sold !== null) out.push({ kind: 'account', id: `${id}-b`, number: `${id}-2`, premises: id, from: sold });
    for (const [person, [from, stays]] of one.people.entries())
      out.push({
        kind: 'resident',
        id: `${id}-r${person}`,
        premises: id,
        person: `p${person}`,
        from: after(from),
        ...(stays === null ? {} : { to: after(from + stays), stay: stays < 15 ? 'temporary' : 'permanent' }),
      });
  }
  const rooms: unknown[] = [];
  for (const [index, one] of communal.entries()) communalFacts(`c${index}`, one, rooms);
  const kept = new Set(['premises', 'account', 'resident']);
  out.push(...rooms.filter((one) => kept.has((one as { readonly kind: string }).kind)));
  wasteFacts(waste, out);
  return out.map((record) => factRecord.parse(record));
};

const assembled = (records: readonly FactRecord[]): HouseFacts => {
  const facts = assembleHouse(records);
  if (!facts.ok) throw new Error(JSON.stringify(facts.error));
  return facts.value;
};

const isEmpty = (error: readonly { readonly code: string }[]): boolean => error.every(({ code }) => code === 'waste-nobody');
const month = fc.constantFrom(...BILLED);

/** Bills of a month; `null` where the containers serve nobody, which is an error of its own. */
const billsOf = (facts: HouseFacts, on: Month, charged?: ChargedLines) => {
  const bills = billHouse(facts, on, { charged });
  if (bills.ok) return bills.value;
  if (!isEmpty(bills.error)) throw new Error(JSON.stringify(bills.error));
  return null;
};

describe('waste of a random house', () => {
  it('is told with the very lines that the silent run computes', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(house, month, (shape, on) => {
        const facts = assembled(recordsOf(shape));
        const charged = chargeHouse(facts, on);
        if (!charged.ok) {
          expect(isEmpty(charged.error)).toBe(true);
          return;
        }
        for (const row of charged.value.rows) {
          const told = explainAccount(facts, on, row.account.number);
          if (!told.ok) throw new Error(JSON.stringify(told.error));
          const lines = told.value.services.flatMap((service) => service.lines.map(({ line }) => line));
          expect(lines).toEqual(charged.value.linesOf(row.row));
          for (const line of lines) seen.add(line.basis);
        }
      }),
      { numRuns: RUNS * 5 },
    );
    if (RUNS >= 60)
      for (const basis of ['wastePerson', 'wasteArea', 'wasteContainersPerson', 'absence', 'quality']) expect(seen).toContain(basis);
  });

  it('never takes off more than was charged', () => {
    fc.assert(
      fc.property(house, month, (shape, on) => {
        const facts = assembled(recordsOf(shape));
        const charged = chargeHouse(facts, on);
        if (!charged.ok) return;
        for (const row of charged.value.rows) {
          const lines = charged.value.linesOf(row.row);
          for (const line of lines) if (line.kind === 'reduction') expect(line.amount).toBeLessThanOrEqual(0);
          for (const line of lines) if (line.kind === 'charge') expect(line.amount).toBeGreaterThanOrEqual(0);
          expect(lines.reduce((sum, line) => sum + line.amount, 0)).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: RUNS * 5 },
    );
  });

  it('does not depend on the order in which facts came', () => {
    fc.assert(
      fc.property(house, month, (shape, on) => {
        const records = recordsOf(shape);
        const bills = (of: readonly FactRecord[]) => {
          const found = billsOf(assembled(of), on);
          return found === null ? null : [...found.bills()];
        };
        expect(bills(records.toReversed())).toEqual(bills(records));
      }),
      { numRuns: RUNS },
    );
  });

  it('shares what was removed: the parts make the whole before anything is rounded', () => {
    fc.assert(
      fc.property(house, month, (shape, on) => {
        const own: Shape = {
          ...shape,
          flats: shape.flats.map((one) => ({ ...one, sale: null })),
          communal: [],
          policies: {},
          waste: {
            ...shape.waste,
            by: shape.waste.by === 'area' ? 'containersArea' : 'containersPerson',
            later: null,
            others: 0,
          } as WasteShape,
        };
        const facts = assembled(recordsOf(own));
        const opened = openMonth(facts, on);
        if (!opened.ok) throw new Error(JSON.stringify(opened.error));
        const terms = opened.value.services[0] as PricedTerms;
        const waste = new WasteMonth(facts, opened.value, terms);
        const sources = accountRows(facts, opened.value.from, opened.value.to)
          .filter(({ premises }) => premises.premises.type === 'dwelling')
          .flatMap((row) => waste.partsOf(row).flatMap((part) => part.sources));
        const parts = sources.flatMap((source) => {
          if (source.kind !== 'containers') return [];
          const { of, values } = stepOf(source, 'm3', opened.value.days);
          const exact = calculateExactly(of, values as never);
          return exact === null ? [] : [exact];
        });
        if (parts.length === 0) return;
        const removed = BigInt(shape.waste.removed[MONTHS.indexOf(on)] as number);
        const whole = sumFractions(parts);
        expect(whole.over * 1000n).toBe(removed * whole.under);
      }),
      { numRuns: RUNS },
    );
  });

  it('tells every bill whole, with its changes to earlier months', () => {
    fc.assert(
      fc.property(house, month, (shape, on) => {
        const facts = assembled(recordsOf(shape));
        const bills = billsOf(facts, on);
        if (bills === null) return;
        for (const bill of bills.bills()) {
          const told = explainBill(facts, on, bill.account);
          if (!told.ok) {
            expect(isEmpty(told.error)).toBe(true);
            continue;
          }
          const own = told.value.services.flatMap((service) => service.lines.map(({ line }) => line));
          expect([...own, ...told.value.adjustments.map(({ line }) => line)]).toEqual(bill.lines);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('posts nothing when earlier months are asked again: each difference is charged once', () => {
    fc.assert(
      fc.property(house, (shape) => {
        const facts = assembled(recordsOf(shape));
        const charged = new Map<string, Line[]>();
        const known: ChargedLines = (account, of) => {
          const lines = charged.get(account);
          return lines?.filter((line) => line.month === of);
        };
        for (const on of BILLED) {
          const bills = billsOf(facts, on, known);
          if (bills === null) return;
          for (const bill of bills.bills()) charged.set(bill.account, [...(charged.get(bill.account) ?? []), ...bill.lines]);
          const again = billsOf(facts, on, known);
          const posted = [...(again?.bills() ?? [])].flatMap(({ lines }) => lines.filter(({ kind }) => kind === 'adjustment'));
          expect(posted).toEqual([]);
        }
      }),
      { numRuns: Math.ceil(RUNS / 3) },
    );
  });

  it('gives in the end what was known in the end, whenever it was told', () => {
    fc.assert(
      fc.property(house, (shape) => {
        const plain = { ...shape, waste: { ...shape.waste, yearly: false } };
        const facts = assembled(recordsOf(plain));
        const last = BILLED[BILLED.length - 1] as Month;
        const sums = new Map<string, number>();
        for (const on of BILLED) {
          const bills = billsOf(facts, on);
          if (bills === null) return;
          for (const bill of bills.bills())
            for (const line of bill.lines)
              sums.set(`${bill.account} ${line.month}`, (sums.get(`${bill.account} ${line.month}`) ?? 0) + line.amount);
        }
        const through = Number(last.slice(0, 4)) * 12 + Number(last.slice(5)) - 1;
        for (const on of BILLED) {
          const should = chargeHouse(facts, on, { through });
          if (!should.ok) return;
          for (const row of should.value.rows)
            expect(sums.get(`${row.account.number} ${on}`) ?? 0).toBe(
              should.value.linesOf(row.row).reduce((sum, line) => sum + line.amount, 0),
            );
        }
      }),
      { numRuns: Math.ceil(RUNS / 3) },
    );
  });
});

describe('formulas of waste', () => {
  const normative = fc.integer({ min: 0, max: 9_999_999_999 });
  const D = scaled(31, 0, 'day/month');
  const M = scaled(12, 0, 'month/year');

  it('9(1) is linear in people', () => {
    const people = fc.integer({ min: 0, max: 10_000 });
    const of = WASTE_BY_NORMATIVE.person.volume.year;
    fc.assert(
      fc.property(normative, people, people, (N, a, b) => {
        const exact = (n: number) =>
          calculateExactly(of, { N: scaled(N, 6, 'm3/person-year'), M, n: scaled(n, 0, 'person-day'), D }) ?? NO_FRACTION;
        expect(plusFraction(exact(a), exact(b))).toEqual(exact(a + b));
      }),
    );
  });

  it('9(2) is linear in area', () => {
    const area = fc.integer({ min: 0, max: 100_000_000 });
    const of = WASTE_BY_NORMATIVE.m2.volume.year;
    fc.assert(
      fc.property(normative, area, area, (N, a, b) => {
        const exact = (S: number) =>
          calculateExactly(of, { N: scaled(N, 6, 'm3/m2-year'), M, S: scaled(S, 4, 'm2-day'), D }) ?? NO_FRACTION;
        expect(plusFraction(exact(a), exact(b))).toEqual(exact(a + b));
      }),
    );
  });

  it('twelve months of a year are the year of the normative', () => {
    expect(addMonths('2026-01' as Month, 12)).toBe('2027-01');
    const of = WASTE_BY_NORMATIVE.person.volume.year;
    fc.assert(
      fc.property(normative, fc.integer({ min: 1, max: 9 }), (N, n) => {
        const exact = calculateExactly(of, { N: scaled(N, 6, 'm3/person-year'), M, n: scaled(31 * n, 0, 'person-day'), D }) ?? NO_FRACTION;
        expect(exact.over * 12n * 1_000_000n).toBe(BigInt(N) * BigInt(n) * exact.under);
      }),
    );
  });
});
