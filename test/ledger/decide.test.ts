import { describe, expect, it } from 'vitest';
import { must } from '../../src/kernel/result';
import { saldoOf, stateOf } from '../../src/ledger/account-state';
import { decide } from '../../src/ledger/decide';
import { bill, kop, month, payment, postedBy, posting, sampleBill, shown } from './samples';

const JAN = month('2026-01');
const FEB = month('2026-02');
const MAR = month('2026-03');

describe('a bill', () => {
  it('is one entry for each creditor, service, month of debt and kind', () => {
    const entries = postedBy([
      bill(FEB, [
        { provider: 'uk', service: 'electricity', amount: 100_00 },
        { provider: 'uk', service: 'electricity', amount: 50_00, kind: 'factorExcess' },
        { provider: 'uk', service: 'electricity', amount: -10_00, kind: 'adjustment', month: JAN },
        { provider: 'uk', service: 'electricity', amount: 3_00, kind: 'adjustment', month: JAN },
        { provider: 'vk', service: 'coldWater', amount: 70_00 },
      ]),
    ]);
    expect(
      entries
        .filter((entry) => entry.kind !== 'transfer')
        .map((entry) => [entry.kind, entry.provider, entry.service, entry.month, entry.postedIn, entry.amount]),
    ).toEqual([
      ['charge', 'uk', 'electricity', FEB, FEB, 150_00],
      ['adjustment', 'uk', 'electricity', JAN, FEB, -7_00],
      ['charge', 'vk', 'coldWater', FEB, FEB, 70_00],
    ]);
  });

  it('posts in a new version only what differs from the one before', () => {
    const first = bill(JAN, [
      { provider: 'uk', service: 'maintenance', amount: 100_00 },
      { provider: 'vk', service: 'coldWater', amount: 40_00 },
    ]);
    const before = sampleBill(JAN, [
      { provider: 'uk', service: 'maintenance', amount: 100_00 },
      { provider: 'vk', service: 'coldWater', amount: 40_00 },
    ]);
    const entries = postedBy([
      first,
      bill(
        JAN,
        [
          { provider: 'uk', service: 'maintenance', amount: 100_00 },
          { provider: 'vk', service: 'coldWater', amount: 35_00 },
        ],
        2,
        before,
      ),
    ]);
    expect(entries.slice(2).map((entry) => [entry.kind, entry.provider, entry.amount])).toEqual([['charge', 'vk', -5_00]]);
  });

  it('that an account lost in a new version is taken back whole', () => {
    const before = sampleBill(JAN, [{ provider: 'uk', service: 'maintenance', amount: 100_00 }]);
    const entries = postedBy([
      bill(JAN, [{ provider: 'uk', service: 'maintenance', amount: 100_00 }]),
      { type: 'bill', posting: posting('bill:h:2026-01:2', JAN), bill: null, before },
    ]);
    expect(saldoOf(stateOf(entries))).toBe(0);
  });
});

describe('a payment, ПП № 354, п. 118', () => {
  it('is credited pro rata: 1 000,00 over 1 234,56 / 789,01 / 345,67 / 98,76 is 500,23 / 319,69 / 140,06 / 40,02', () => {
    const debts = bill(JAN, [
      { provider: 'a', service: 'maintenance', amount: 1234_56 },
      { provider: 'b', service: 'coldWater', amount: 789_01 },
      { provider: 'c', service: 'electricity', amount: 345_67 },
      { provider: 'd', service: 'sewerage', amount: 98_76 },
    ]);
    const paid = postedBy([debts, payment('p', FEB, 1000_00)]).filter((entry) => entry.kind === 'payment');
    expect(paid.map((entry) => [entry.provider, entry.amount, entry.month])).toEqual([
      ['a', -500_23, JAN],
      ['b', -319_69, JAN],
      ['c', -140_06, JAN],
      ['d', -40_02, JAN],
    ]);
  });

  it('gives the kopeck of equal remainders to the oldest debt: 1 kopeck over 1,00 of January and 1,00 of February', () => {
    const entries = postedBy([
      bill(JAN, [{ provider: 'b', service: 'coldWater', amount: 1_00 }]),
      bill(FEB, [{ provider: 'a', service: 'coldWater', amount: 1_00 }]),
      payment('p', MAR, 1),
    ]);
    expect(shown(stateOf(entries))).toEqual(['2026-01 b coldWater 99', '2026-02 a coldWater 100']);
  });

  it('beyond the debt is an advance of the creditors of the newest bill, in proportion: 30,00 left over 100 and 50 is 20,00 and 10,00', () => {
    const entries = postedBy([
      bill(JAN, [
        { provider: 'uk', service: 'maintenance', amount: 100_00 },
        { provider: 'vk', service: 'coldWater', amount: 50_00 },
      ]),
      payment('p', FEB, 180_00),
    ]);
    expect(shown(stateOf(entries))).toEqual(['2026-02 uk advance -2000', '2026-02 vk advance -1000']);
  });

  it('before any bill is an advance of nobody, and is taken pro rata by whoever charges first', () => {
    const entries = postedBy([
      payment('p', JAN, 60_00),
      bill(FEB, [
        { provider: 'uk', service: 'maintenance', amount: 100_00 },
        { provider: 'vk', service: 'coldWater', amount: 50_00 },
      ]),
    ]);
    expect(shown(stateOf(entries))).toEqual(['2026-02 uk maintenance 6000', '2026-02 vk coldWater 3000']);
    expect(entries.filter((entry) => entry.kind === 'transfer').map((entry) => [entry.service, entry.amount])).toEqual([
      ['advance', 60_00],
      ['maintenance', -40_00],
      ['coldWater', -20_00],
    ]);
  });

  it('of nothing or less is refused', () => {
    for (const amount of [0, -1]) {
      expect(decide(payment('p', JAN, amount), stateOf([]), [])).toMatchObject({ ok: false, error: { code: 'payment-not-positive' } });
    }
  });

  it('that no number can hold is refused, and nothing is posted', () => {
    const much = postedBy([payment('p', JAN, Number.MAX_SAFE_INTEGER)]);
    expect(decide(payment('q', JAN, 1), stateOf(much), much)).toMatchObject({ ok: false, error: { code: 'amount-too-large' } });
  });
});

describe('an advance', () => {
  const twoCreditors = bill(JAN, [
    { provider: 'uk', service: 'maintenance', amount: 100_00 },
    { provider: 'vk', service: 'coldWater', amount: 50_00 },
  ]);

  it('of one creditor never pays another', () => {
    const entries = postedBy([
      twoCreditors,
      payment('p', FEB, 300_00),
      bill(FEB, [{ provider: 'vk', service: 'coldWater', amount: 200_00 }]),
    ]);
    expect(shown(stateOf(entries))).toEqual(['2026-02 uk advance -10000', '2026-02 vk coldWater 15000']);
  });

  it('is taken by another service of the same creditor', () => {
    const entries = postedBy([
      bill(JAN, [{ provider: 'uk', service: 'maintenance', amount: 100_00 }]),
      payment('p', FEB, 150_00),
      bill(FEB, [{ provider: 'uk', service: 'electricity', amount: 30_00 }]),
    ]);
    expect(shown(stateOf(entries))).toEqual(['2026-02 uk advance -2000']);
  });

  it('comes from a service that was paid and then charged less', () => {
    const entries = postedBy([
      bill(JAN, [{ provider: 'uk', service: 'electricity', amount: 100_00 }]),
      payment('p', FEB, 100_00),
      bill(FEB, [{ provider: 'uk', service: 'electricity', amount: -40_00, kind: 'adjustment', month: JAN }]),
    ]);
    expect(shown(stateOf(entries))).toEqual(['2026-02 uk advance -4000']);
  });

  it('that was brought in as an opening saldo is taken by the first bill', () => {
    const opening = {
      type: 'opening',
      posting: posting('opening:o@0', JAN),
      amounts: [{ provider: 'uk', service: 'maintenance', month: JAN, amount: kop(-25_00) }],
    } as const;
    expect(shown(stateOf(postedBy([opening])))).toEqual(['2026-01 uk advance -2500']);
    expect(shown(stateOf(postedBy([opening, bill(FEB, [{ provider: 'uk', service: 'maintenance', amount: 100_00 }])])))).toEqual([
      '2026-02 uk maintenance 7500',
    ]);
  });
});

describe('a payment that is taken back', () => {
  const charged = (of: typeof JAN, amount: number) => bill(of, [{ provider: 'uk', service: 'maintenance', amount }]);
  const cancel = { type: 'cancelPayment', posting: posting('payment:p@1', MAR), payment: 'payment:p@0' } as const;

  it('leaves the account as if it had never come, though later charges took its advance', () => {
    const entries = postedBy([charged(JAN, 100_00), payment('p', FEB, 180_00), charged(FEB, 100_00), payment('q', MAR, 20_00), cancel]);
    const never = postedBy([charged(JAN, 100_00), charged(FEB, 100_00), payment('q', MAR, 20_00)]);
    expect(shown(stateOf(entries))).toEqual(shown(stateOf(never)));
  });

  it('is answered by entries that name those they take back', () => {
    const entries = postedBy([charged(JAN, 100_00), payment('p', FEB, 180_00), cancel]);
    expect(entries.filter((entry) => entry.reverses !== undefined).map((entry) => [entry.reverses, entry.kind, entry.amount])).toEqual([
      ['payment:p@0#1', 'payment', 100_00],
      ['payment:p@0#2', 'payment', 80_00],
    ]);
  });
});

describe('a command', () => {
  it('given twice has one effect', () => {
    const once = postedBy([payment('p', JAN, 10_00)]);
    expect(must(decide(payment('p', JAN, 10_00), stateOf(once), once))).toEqual([]);
  });
});
