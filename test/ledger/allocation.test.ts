import { describe, expect, it } from 'vitest';
import type { Day, Month } from '../../src/kernel/calendar';
import { must } from '../../src/kernel/result';
import { stateOf } from '../../src/ledger/account-state';
import { type AllocationRules, PLAIN_RULES } from '../../src/ledger/allocation/allocation-rules';
import type { Direction } from '../../src/ledger/allocation/direction';
import { replayAccount } from '../../src/ledger/allocation/replay-account';
import type { Command } from '../../src/ledger/command';
import { decide } from '../../src/ledger/decide';
import type { Entry } from '../../src/ledger/entry';
import type { DebtEventRecord } from '../../src/model/debt-records';
import { bill, kop, month, payment, posting, sampleBill, shown } from './samples';

const JAN = month('2026-01');
const FEB = month('2026-02');
const MAR = month('2026-03');

const posted = (commands: readonly Command[], rules: Partial<AllocationRules> = {}): readonly Entry[] => {
  const entries: Entry[] = [];
  for (const command of commands) entries.push(...must(decide(command, stateOf(entries), entries, { ...PLAIN_RULES, ...rules })));
  return entries;
};
const left = (commands: readonly Command[], rules?: Partial<AllocationRules>): readonly string[] => shown(stateOf(posted(commands, rules)));

const told = (id: string, of: Month, amount: number, directed: Direction): Command => ({ ...payment(id, of, amount), directed }) as Command;
const penalty = (of: Month, amount: number, provider = 'uk', debt: Month = JAN): Command => ({
  type: 'penalty',
  posting: posting(`penalty:${of}@0`, of),
  amounts: [{ provider, service: 'penalty', month: debt, amount: kop(amount) }],
});

const january = bill(JAN, [
  { provider: 'uk', service: 'maintenance', amount: 100_00 },
  { provider: 'vk', service: 'coldWater', amount: 50_00 },
]);
const february = bill(FEB, [
  { provider: 'uk', service: 'maintenance', amount: 100_00 },
  { provider: 'vk', service: 'coldWater', amount: 20_00 },
]);

describe('money that its payer said nothing of, ГК РФ, ст. 319.1, п. 3', () => {
  it('goes to what is due first, pro rata to what was billed of one due day', () => {
    expect(left([january, february, payment('p', MAR, 180_00)])).toEqual(['2026-02 uk maintenance 7500', '2026-02 vk coldWater 1500']);
  });

  it('never pays more of a line than is owed of it; the others take the rest', () => {
    const before = told('p', FEB, 40_00, { services: [{ service: 'coldWater', amount: kop(40_00) }] });
    // Of 60,00 cold water would take 20,00 by what was billed; 10,00 are owed of it.
    expect(left([january, before, payment('q', FEB, 60_00)])).toEqual(['2026-01 uk maintenance 5000']);
  });

  it('by policy allocationBase is shared by what is owed still', () => {
    const before = told('p', FEB, 20_00, { services: [{ service: 'coldWater', amount: kop(20_00) }] });
    const rules = { policies: { allocationBase: 'remainders' } };
    expect(left([january, before, payment('q', FEB, 65_00)], rules)).toEqual(['2026-01 uk maintenance 5000', '2026-01 vk coldWater 1500']);
  });

  it('by policy paymentAllocation pays the newest bill first', () => {
    const rules = { policies: { paymentAllocation: 'currentFirst' } };
    expect(left([january, february, payment('p', MAR, 150_00)], rules)).toEqual([
      '2026-01 uk maintenance 8000',
      '2026-01 vk coldWater 4000',
    ]);
  });

  it('skips a debt whose limitation has ended, unless its month is named (ППВС № 22, п. 32)', () => {
    const old = month('2020-01');
    const debts = [bill(old, [{ provider: 'uk', service: 'maintenance', amount: 70_00 }]), january];
    expect(left([...debts, payment('p', FEB, 200_00)])).toEqual([
      '2020-01 uk maintenance 7000',
      '2026-02 uk advance -3333',
      '2026-02 vk advance -1667',
    ]);
    expect(left([...debts, told('p', FEB, 200_00, { period: old })])).toEqual(['2026-01 uk maintenance 1333', '2026-01 vk coldWater 667']);
  });

  it('pays a debt that was acknowledged within three years', () => {
    const old = month('2020-01');
    const debts = [bill(old, [{ provider: 'uk', service: 'maintenance', amount: 70_00 }])];
    const acknowledged = (on: string): DebtEventRecord => ({
      kind: 'debtEvent',
      id: 'e',
      account: 'A-1',
      type: 'acknowledged',
      on: on as Day,
      document: 'акт',
      from: old,
      to: old,
    });
    expect(left([...debts, payment('p', FEB, 30_00)], { events: [acknowledged('2023-02-09')] })).toEqual([
      '2020-01 uk maintenance 7000',
      '2026-02 uk advance -3000',
    ]);
    expect(left([...debts, payment('p', FEB, 30_00)], { events: [acknowledged('2023-02-10')] })).toEqual(['2020-01 uk maintenance 4000']);
  });
});

describe('what a payer said, ГК РФ, ст. 319.1, п. 1', () => {
  it('binds: a month', () => {
    expect(left([january, february, told('p', MAR, 60_00, { period: FEB })])).toEqual([
      '2026-01 uk maintenance 10000',
      '2026-01 vk coldWater 5000',
      '2026-02 uk maintenance 5000',
      '2026-02 vk coldWater 1000',
    ]);
  });

  it('binds: sums by service; the rest goes by due days, or by policy is an advance', () => {
    const wanted = told('p', MAR, 60_00, { services: [{ service: 'coldWater', provider: 'vk', amount: kop(60_00) }] });
    const rest = told('p', MAR, 85_00, { services: [{ service: 'coldWater', amount: kop(60_00) }] });
    expect(left([january, february, wanted])).toEqual([
      '2026-01 uk maintenance 10000',
      '2026-02 uk maintenance 10000',
      '2026-02 vk coldWater 1000',
    ]);
    expect(left([january, february, rest])).toEqual([
      '2026-01 uk maintenance 7500',
      '2026-02 uk maintenance 10000',
      '2026-02 vk coldWater 1000',
    ]);
    expect(left([january, february, rest], { policies: { allocationOverflow: 'advance' } })).toEqual([
      '2026-01 uk maintenance 10000',
      '2026-02 uk maintenance 10000',
      '2026-02 vk coldWater 1000',
      '2026-03 uk advance -2083',
      '2026-03 vk advance -417',
    ]);
  });

  it('binds: a creditor; what is over stays with him', () => {
    expect(left([january, told('p', FEB, 80_00, { provider: 'vk' })])).toEqual([
      '2026-01 uk maintenance 10000',
      '2026-02 vk advance -3000',
    ]);
  });

  it('binds: penalties first, or debts without them', () => {
    const owed = [january, penalty(FEB, 12_00)];
    expect(left([...owed, told('p', MAR, 10_00, { purpose: 'penalty' })])).toEqual([
      '2026-01 uk maintenance 10000',
      '2026-01 uk penalty 200',
      '2026-01 vk coldWater 5000',
    ]);
    expect(left([...owed, told('p', MAR, 160_00, { purpose: 'principal' })])).toEqual([
      '2026-01 uk penalty 1200',
      '2026-03 uk advance -667',
      '2026-03 vk advance -333',
    ]);
  });
});

describe('penalties', () => {
  it('are paid after all debts, the oldest first (ГК РФ, ст. 319)', () => {
    const owed = [january, penalty(FEB, 12_00)];
    expect(left([...owed, payment('p', MAR, 155_00)])).toEqual(['2026-01 uk penalty 700']);
  });

  it('by policy penaltyOrder are paid with the bill that says them', () => {
    const owed = [january, penalty(JAN, 30_00)];
    const rules = { policies: { penaltyOrder: 'asBilled' } };
    expect(left([...owed, payment('p', MAR, 90_00)], rules)).toEqual([
      '2026-01 uk maintenance 5000',
      '2026-01 uk penalty 1500',
      '2026-01 vk coldWater 2500',
    ]);
  });

  it('are closed with everything by a payment of exactly all (policy documentLines)', () => {
    const owed = [bill(month('2020-01'), [{ provider: 'uk', service: 'maintenance', amount: 70_00 }]), january, penalty(FEB, 12_00)];
    const rules = { policies: { paymentAllocation: 'documentLines' } };
    expect(left([...owed, payment('p', MAR, 232_00)], rules)).toEqual([]);
    expect(left([...owed, payment('p', MAR, 231_99)], rules)).toContain('2020-01 uk maintenance 7000');
  });
});

describe('a paid debt that is lowered', () => {
  const version = bill(
    JAN,
    [
      { provider: 'uk', service: 'maintenance', amount: 70_00 },
      { provider: 'vk', service: 'coldWater', amount: 50_00 },
    ],
    2,
    sampleBill(JAN, [
      { provider: 'uk', service: 'maintenance', amount: 100_00 },
      { provider: 'vk', service: 'coldWater', amount: 50_00 },
    ]),
  );
  const late: Command = { ...version, posting: { ...version.posting, postedIn: MAR, valueDay: '2026-03-31' as Day } };

  it('gives its money to what else is owed to the creditor, from the day of the reduction', () => {
    const paid = told('p', FEB, 100_00, { services: [{ service: 'maintenance', amount: kop(100_00) }] });
    const entries = posted([january, paid, february, late]);
    expect(shown(stateOf(entries))).toEqual(['2026-01 vk coldWater 5000', '2026-02 uk maintenance 7000', '2026-02 vk coldWater 2000']);
    const { debts } = replayAccount(entries, PLAIN_RULES);
    const february2 = debts.find(({ place }) => place.month === FEB && place.service === 'maintenance');
    expect(february2?.changes).toEqual([{ kind: 'payment', day: '2026-03-31', amount: 30_00 }]);
    const january2 = debts.find(({ place }) => place.month === JAN && place.service === 'maintenance');
    expect(january2?.changes).toEqual([
      { kind: 'payment', day: '2026-02-10', amount: 100_00 },
      { kind: 'reduction', amount: 30_00 },
    ]);
  });

  it('is an advance of its creditor when nothing else is owed to him', () => {
    expect(left([january, payment('p', FEB, 150_00), late])).toEqual(['2026-03 uk advance -3000']);
  });
});

it('a payment that is taken back leaves no trace: the next one lies where it would have', () => {
  const first = payment('p', FEB, 150_00);
  const second = { ...payment('q', FEB, 30_00), posting: { ...posting('payment:q@0', FEB), valueDay: '2026-02-20' as Day } };
  const back: Command = { type: 'cancelPayment', posting: posting('payment:p@1', MAR), payment: 'payment:p@0' };
  expect(left([january, first, second, back])).toEqual(left([january, second]));
});
