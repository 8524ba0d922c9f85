import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day, Month } from '../../src/kernel/calendar';
import { parseExact } from '../../src/kernel/gate';
import { type Kopecks, roundToKopeck, sumMoney } from '../../src/kernel/money';
import { must } from '../../src/kernel/result';
import type { Bill, Line } from '../../src/model/bill';
import { type PaymentDocument, paymentDocument } from '../../src/statements/payment-document';
import type { PaymentDocumentRow } from '../../src/statements/payment-document-rows';
import { turnoverOf } from '../../src/statements/turnover';
import { factsOf, houseShape } from '../charges/random-house';
import { kop, sampleBill } from '../ledger/samples';
import { billedHouse, monthsFrom } from './billed-house';

const SHAPE = { integerDigits: 15, scale: 7, negative: true } as const;
const exact = (text: string): bigint => must(parseExact(text, SHAPE)).int;

/** Kopecks of `a × b`, rounded once, in exact integers. */
const times = (a: string, b: string): Kopecks => must(roundToKopeck(exact(a) * exact(b), 10n ** 14n));
const roubles = (money: number): string =>
  `${money < 0 ? '-' : ''}${Math.floor(Math.abs(money) / 100)}.${String(Math.abs(money) % 100).padStart(2, '0')}`;

/** The fields of a row as ГИС ЖКХ computes them (read in its own form). */
const gis = (row: PaymentDocumentRow) => {
  // A part of one sum may have its spare kopeck: the sender confirms it.
  const p6 = row.ofSum === true ? row.charge : times(row.volume, row.tariff ?? '0');
  if (row.ofSum === true) expect(Math.abs(row.charge - times(row.volume, row.tariff ?? '0'))).toBeLessThanOrEqual(2);
  const p9 = row.multiplier;
  const p10 = p9 === null ? 0 : times(roubles(p6), subtractOne(p9));
  const p13 = (p9 === null ? p6 : times(roubles(p6), p9)) + row.vatOnTop + row.recalculation - row.discount;
  return { charge: p6, excess: p10, payable: p13 };
};

const subtractOne = (factor: string): string => {
  const size = exact(factor) - 10n ** 7n;
  return `${size / 10n ** 7n}.${String(size % 10n ** 7n).padStart(7, '0')}`;
};

const expectGisArithmetic = (document: PaymentDocument): void => {
  for (const row of document.rows) expect({ charge: row.charge, excess: row.excess, payable: row.payable }).toEqual(gis(row));
  expect(document.payable).toBe(sumMoney(document.rows.map((row) => row.payable)));
  expect(document.payable).toBe(document.services + document.capitalRepair);
  expect(document.total).toBe(document.payable + document.debt - document.advance);
  for (const one of document.creditorTotals) {
    expect(one.total).toBe(one.payable + one.debt - one.advance);
    expect(one.debt === 0 || one.advance === 0).toBe(true);
  }
  const sum = (of: 'payable' | 'debt' | 'advance' | 'total'): number => sumMoney(document.creditorTotals.map((one) => one[of]));
  expect([sum('payable'), sum('debt'), sum('advance'), sum('total')]).toEqual([
    document.payable,
    document.debt,
    document.advance,
    document.total,
  ]);
};

const payments = fc.array(
  fc.record({ account: fc.nat({ max: 7 }), month: fc.nat({ max: 5 }), amount: fc.integer({ min: 1, max: 500_000_00 }) }),
  { maxLength: 10 },
);

describe('the payment document of any billed house', () => {
  // The other value of the policy rounds volume × tariff × K at once: there the fields need the sender's confirmation.
  const shapes = houseShape.map((shape) => ({ ...shape, policies: { ...shape.policies, multiplierOn: 'roundedCharge' as const } }));

  it('keeps the arithmetic of ГИС ЖКХ in every row and in its totals, and ends in the saldo of the journal', () => {
    let rows = 0;
    let raised = 0;
    let recalculated = 0;
    fc.assert(
      fc.property(shapes, payments, (shape, paid) => {
        const months = monthsFrom('2025-09' as Month, 6);
        const billed = billedHouse(factsOf(shape), months, paid);
        if (billed === null) return;
        for (const bill of billed.bills) {
          const entries = billed.entries.filter((entry) => entry.account === bill.account);
          const document = must(paymentDocument(billed.parties, bill, entries));
          expectGisArithmetic(document);
          expect(document.payable).toBe(bill.total);
          expect(document.total).toBe(turnoverOf(entries, bill.month).closing);
          rows += document.rows.length;
          raised += document.rows.filter((row) => row.multiplier !== null).length;
          recalculated += document.rows.filter((row) => row.recalculation !== 0).length;
        }
      }),
      { numRuns: 40 },
    );
    expect(Math.min(rows, raised, recalculated)).toBeGreaterThan(0);
  });
});

const line = (of: Partial<Line>): Line => ({
  ...(sampleBill('2026-10' as Month, [{ provider: 'p', service: 'coldWater', amount: 0 }]).lines[0] as Line),
  ...of,
});

const documentOf = (lines: readonly Line[]): PaymentDocument => {
  const bill: Bill = { ...sampleBill('2026-10' as Month, []), lines, total: sumMoney(lines.map(({ amount }) => amount)) };
  return must(paymentDocument({ house: 'h', address: '', accounts: [], creditors: [] }, bill, []));
};

describe('rows of a payment document', () => {
  it('join a charge and its excess: 9,49 × 50,93 = 483,33; × (1,5 − 1) = 241,67; payable 725,00', () => {
    const charge = line({ volume: '9.49', tariff: '50.93', amount: kop(483_33) });
    const { rows } = documentOf([charge, { ...charge, kind: 'factorExcess', factor: '1.5', amount: kop(241_67) }]);
    expect(rows.map(({ charge: p6, multiplier, excess, payable }) => [p6, multiplier, excess, payable])).toEqual([
      [483_33, '1.5', 241_67, 725_00],
    ]);
  });

  it('take changes to earlier months into the row of the same service and component, all of them together', () => {
    const water = line({ service: 'hotWater', component: 'water', amount: kop(100) });
    const heat = line({ service: 'hotWater', component: 'heat', unit: 'Gcal', amount: kop(200) });
    const { rows, recalculations } = documentOf([
      water,
      heat,
      { ...heat, kind: 'adjustment', month: '2026-08' as Month, amount: kop(-30) },
      { ...heat, kind: 'adjustment', month: '2026-09' as Month, amount: kop(-5) },
    ]);
    expect(rows.map(({ component, recalculation, payable }) => [component, recalculation, payable])).toEqual([
      ['water', 0, 100],
      ['heat', -35, 165],
    ]);
    expect(recalculations.map(({ month }) => month)).toEqual(['2026-08', '2026-09']);
  });

  it('take discounts into П12 of the row of their price, with VAT on top of them; later changes of discounts into П11', () => {
    const days = { from: '2026-10-01' as Day, to: '2026-10-16' as Day };
    const first = line({ days, volume: '2', tariff: '10', amount: kop(20_00) });
    const second = line({ days: { from: '2026-10-16' as Day, to: '2026-11-01' as Day }, volume: '3', tariff: '11', amount: kop(33_00) });
    const off = { ...second, kind: 'discount', basis: 'benefit', amount: kop(-16_50) } as const;
    const { rows } = documentOf([
      first,
      second,
      off,
      { ...off, kind: 'vat', amount: kop(-3_63) },
      { ...off, kind: 'adjustment', month: '2026-09' as Month, amount: kop(-5_00) },
    ]);
    expect(rows.map(({ charge, recalculation, discount, payable }) => [charge, recalculation, discount, payable])).toEqual([
      [20_00, -5_00, 0, 15_00],
      [33_00, 0, 20_13, 12_87],
    ]);
  });

  it('have a row of its own for a change to a service that is not charged any more', () => {
    const { rows } = documentOf([line({ kind: 'adjustment', month: '2026-08' as Month, amount: kop(-30) })]);
    expect(rows).toEqual([
      {
        service: 'coldWater',
        provider: 'p',
        unit: 'm3',
        basis: null,
        volume: '0',
        tariff: null,
        charge: 0,
        multiplier: null,
        excess: 0,
        vatOnTop: 0,
        discount: 0,
        recalculation: -30,
        payable: -30,
      },
    ]);
  });
});
