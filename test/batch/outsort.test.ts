import { describe, expect, it } from 'vitest';
import { OUTSORT_RULES, type OutsortRule, outsort } from '../../src/batch';
import type { Month } from '../../src/kernel/calendar';
import { asKopecks, sumMoney } from '../../src/kernel/money';
import type { Bill, Line } from '../../src/model/bill';
import { sampleAct } from '../../src/testing/sample-records';

const MONTH = '2026-10' as Month;

const line = (service: Line['service'], roubles: number, changes: Partial<Line> = {}): Line => ({
  kind: 'charge',
  service,
  provider: 'p',
  month: MONTH,
  basis: 'meter',
  formula: 'water.chargeByVolume',
  unit: 'm3',
  volume: '10',
  tariffCode: 't',
  tariff: '50',
  amount: asKopecks(Math.round(roubles * 100)),
  ...changes,
});

const bill = (account: string, ...lines: readonly Line[]): Bill => ({
  account,
  premises: account,
  house: 'h',
  month: MONTH,
  madeBy: 'saldo',
  lines,
  total: sumMoney(lines.map(({ amount }) => amount)),
});

const told = (
  bills: readonly Bill[],
  before: readonly Bill[],
  rules: readonly OutsortRule[] = OUTSORT_RULES,
  acts = [] as ReturnType<typeof sampleAct>[],
) =>
  outsort({ bills, before, acts }, rules).map(
    ({ check, severity, account = '', service = '', value, against }) => `${check} ${severity} ${account} ${service} ${value} ${against}`,
  );

describe('what is looked for between calculation and issue', () => {
  it('finds nothing in a month like the one before', () => {
    const bills = ['1', '2'].map((account) =>
      bill(account, line('coldWater', 500), line('maintenance', 1500, { basis: 'area', unit: 'm2-month' })),
    );
    expect(told(bills, bills)).toEqual([]);
    expect(told(bills, [])).toEqual([]);
    expect(told([], [])).toEqual([]);
  });

  it('finds seeded anomalies among a hundred accounts, each of them and no other', () => {
    const usual = Array.from({ length: 100 }, (_, place) => bill(`a${place}`, line('coldWater', 400 + place), line('sewerage', 300)));
    const seeded = [...usual];
    seeded[3] = bill('a3', line('coldWater', 1000), line('sewerage', 300));
    seeded[10] = bill('a10', line('coldWater', 9000), line('sewerage', 300));
    seeded[20] = bill('a20', line('coldWater', 0), line('sewerage', 0));
    seeded[30] = bill('a30', line('coldWater', 430), line('sewerage', 300), line('coldWater', -20_000, { kind: 'adjustment' }));
    seeded[40] = bill('a40', line('coldWater', 440), line('sewerage', 300), line('coldWater', -800, { kind: 'adjustment' }));
    seeded.splice(50, 1);
    expect(told(seeded, usual)).toEqual([
      'jump warning a3 coldWater 1000.00 403.00',
      'jump blocking a10 coldWater 9000.00 410.00',
      'zero warning a20  0.00 720.00',
      'negative blocking a30  -19270.00 0.00',
      'negative note a40  -60.00 0.00',
      'gone note a50   750.00',
    ]);
  });

  it('holds thresholds to the kopeck: at the percent and at the floor it is found, one kopeck less it is not', () => {
    const rules: readonly OutsortRule[] = [{ check: 'jump', severity: 'warning', percent: 200, floor: '500' }];
    const jump = (now: number, then: number) => told([bill('1', line('gas', now))], [bill('1', line('gas', then))], rules).length;
    expect([jump(1000, 500), jump(999.99, 500), jump(500, 1000), jump(500.01, 1000)]).toEqual([1, 0, 1, 0]);
    expect([jump(998, 498), jump(997.99, 498), jump(1500, 1000)]).toEqual([1, 0, 0]);
    const negative = (now: number) =>
      told([bill('1', line('gas', now))], [], [{ check: 'negative', severity: 'note', floor: '10' }]).length;
    expect([negative(-10), negative(-10.01), negative(10)]).toEqual([0, 1, 0]);
  });

  it('does not take a service that begins, or a change to earlier months, for a jump', () => {
    const heating = line('heating', 5000, { basis: 'heatingHouse', unit: 'Gcal' });
    expect(told([bill('1', line('coldWater', 100), heating)], [bill('1', line('coldWater', 100))])).toEqual([]);
    const late = line('coldWater', 7000, { kind: 'adjustment', month: '2026-05' as Month });
    expect(told([bill('1', line('coldWater', 100), late)], [bill('1', line('coldWater', 100))])).toEqual([]);
  });

  it('counts accounts of a service that go without their meter, where there are enough of them', () => {
    const accounts = (estimated: number, all: number) =>
      Array.from({ length: all }, (_, place) =>
        bill(`a${place}`, line('coldWater', 100, { basis: place < estimated ? 'average' : 'meter' })),
      );
    expect(told(accounts(5, 10), [])).toEqual(['estimates warning  coldWater 5 10']);
    expect(told(accounts(4, 10), [])).toEqual([]);
    expect(told(accounts(4, 4), [])).toEqual([]);
    expect(told([...accounts(0, 10), bill('n', line('coldWater', 100, { basis: 'normative' }))], [])).toEqual([]);
  });

  it('holds the volumes of the bills against the house meter', () => {
    const act = (supplied: string | null) => [{ ...sampleAct('h', MONTH, 'coldWater'), supplied }];
    const common = line('coldWater', 10, { part: 'common', basis: 'commonMeter', volume: '1.5' });
    const excess = line('coldWater', 10, { kind: 'factorExcess', volume: '10' });
    const bills = [
      bill('1', line('coldWater', 500), common, excess),
      bill('2', line('coldWater', 500, { basis: 'tampering', volume: '5' })),
    ];
    expect(told(bills, [], OUTSORT_RULES, act('12'))).toEqual([]);
    expect(told(bills, [], OUTSORT_RULES, act('10.8'))).toEqual(['houseMeter warning  coldWater 12 10.8']);
    expect(told(bills, [], OUTSORT_RULES, act('8'))).toEqual(['houseMeter warning  coldWater 12 8']);
    expect(told(bills, [], OUTSORT_RULES, act('7.9'))).toEqual(['houseMeter blocking  coldWater 12 7.9']);
    expect(told(bills, [], OUTSORT_RULES, act('0'))).toEqual(['houseMeter blocking  coldWater 12 0']);
    expect(told(bills, [], OUTSORT_RULES, act(null))).toEqual([]);
  });

  it('makes no check that has no row', () => {
    expect(told([bill('1', line('gas', -90_000))], [bill('2', line('gas', 1))], [])).toEqual([]);
  });
});
