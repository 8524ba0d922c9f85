import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, firstDay, type Month } from '../../src/kernel/calendar';
import { assembleHouse } from '../../src/model/assemble';
import type { Bill, Line } from '../../src/model/bill';
import { type FactRecord, factRecord } from '../../src/model/records';
import { billHouse } from '../../src/recalculation/bill-house';
import { BILLED, factsOf, houseShape } from './random-house';

const RUNS = Number(process.env['FC_RUNS'] ?? 60);

const billsOf = (records: readonly FactRecord[], month: Month): readonly Bill[] => {
  const facts = assembleHouse(records);
  if (!facts.ok) throw new Error(JSON.stringify(facts.error));
  const bills = billHouse(facts.value, month);
  if (!bills.ok) throw new Error(JSON.stringify(bills.error));
  return [...bills.value.bills()];
};

const month = fc.constantFrom(...BILLED);

interface Dated {
  readonly from: Day;
}

/** The series with its own value said once more on the day. */
const saidAgain = <E extends Dated>(series: readonly E[], day: Day): readonly E[] => {
  const before = [...series].sort((a, b) => (a.from < b.from ? -1 : 1)).filter((one) => one.from < day);
  const last = before[before.length - 1];
  return last === undefined || series.some((one) => one.from === day) ? series : [...series, { ...last, from: day }];
};

/** The same facts, each that lasts cut in two on the day. */
const cutOn = (records: readonly FactRecord[], day: Day): readonly FactRecord[] =>
  records
    .flatMap((record): readonly object[] => {
      switch (record.kind) {
        case 'resident': {
          const { from, to } = record;
          return from < day && (to === null || day < to)
            ? [
                { ...record, to: day },
                { ...record, id: `${record.id}-после`, from: day },
              ]
            : [record];
        }
        case 'premises':
          return [{ ...record, areas: saidAgain(record.areas, day), owners: saidAgain(record.owners, day) }];
        case 'tariff':
          return [{ ...record, entries: saidAgain(record.entries, day) }];
        case 'normative':
          return [{ ...record, entries: saidAgain(record.entries, day) }];
        default:
          return [record];
      }
    })
    .map((record) => factRecord.parse(record));

describe('facts that do not change', () => {
  it('may be said again on any day of the month: no line changes', () => {
    fc.assert(
      fc.property(houseShape, month, fc.integer({ min: 1, max: 30 }), (shape, on, passed) => {
        const records = factsOf(shape);
        const day = addDays(firstDay(on), passed);
        expect(billsOf(cutOn(records, day), on)).toEqual(billsOf(records, on));
      }),
      { numRuns: RUNS },
    );
  });
});

const linesOf = (bills: readonly Bill[]): readonly Line[] => bills.flatMap((bill) => bill.lines);

describe('the multiplier', () => {
  it('never reaches a volume: without it every volume is what it was', () => {
    fc.assert(
      fc.property(houseShape, month, (shape, on) => {
        const records = factsOf({ ...shape, policies: { ...shape.policies, sewerageMultiplier: 'no' } });
        const plain = records.map((record) => (record.kind === 'service' ? { ...record, meterDuty: false } : record));
        const volumes = (bills: readonly Bill[]): Readonly<Record<string, string>> => {
          const sums: Record<string, bigint> = {};
          for (const line of linesOf(bills)) {
            if (line.kind !== 'charge') continue;
            const key = `${line.service} ${line.component ?? ''} ${line.zone ?? ''} ${line.use ?? ''}`;
            const [whole = '', decimals = ''] = line.volume.split('.');
            sums[key] = (sums[key] ?? 0n) + BigInt(`${whole}${decimals.padEnd(7, '0')}`);
          }
          return Object.fromEntries(Object.entries(sums).map(([key, sum]) => [key, String(sum)]));
        };
        expect(volumes(billsOf(plain, on))).toEqual(volumes(billsOf(records, on)));
      }),
      { numRuns: RUNS },
    );
  });
});

describe('more of a resource', () => {
  const priced = (kind: string, code: string, unit: string, value: string) => ({
    ...{ kind, id: code, code, title: code, unit, reviewedThrough: '2026-12-31' },
    entries: [{ from: '2020-01-01', value, act: 'Приказ' }],
  });
  /** One flat with water meters, sewerage and a zone meter, whose readings of October say so many thousandths more than in September. */
  const charged = (cold: number, hot: number, zones: readonly [number, number]): number => {
    const text = (thousandths: number): string => (thousandths / 1000).toFixed(3);
    const meter = (service: string, used: readonly number[]) => [
      {
        ...{ kind: 'meter', id: `m-${service}`, premises: 'f', service, serial: '1', commissionedOn: '2026-08-10' },
        registers: used.map((_, index) => ({ zone: used.length === 1 ? 'T0' : `T${index + 1}`, initial: '0' })),
      },
      ...used.flatMap((more, index) => {
        const zone = used.length === 1 ? 'T0' : `T${index + 1}`;
        return [
          { kind: 'reading', id: `${service}-${zone}-9`, meter: `m-${service}`, zone, takenOn: '2026-09-20', value: '10' },
          { kind: 'reading', id: `${service}-${zone}-10`, meter: `m-${service}`, zone, takenOn: '2026-10-20', value: text(10_000 + more) },
        ];
      }),
    ];
    const records = [
      { kind: 'house', id: 'h', address: 'а', region: 'r' },
      { kind: 'provider', id: 'p', name: 'п' },
      priced('tariff', 'w', 'RUB/m3', '43.57'),
      priced('tariff', 'd', 'RUB/kWh', '6.01'),
      priced('tariff', 'n', 'RUB/kWh', '2.19'),
      ...['coldWater', 'hotWater', 'sewerage'].map((service) => ({
        kind: 'service',
        id: service,
        house: 'h',
        service,
        provider: 'p',
        from: '2020-01-01',
        tariff: 'w',
      })),
      {
        kind: 'service',
        id: 'e',
        house: 'h',
        service: 'electricity',
        provider: 'p',
        from: '2020-01-01',
        tariff: 'd',
        zoneTariffs: { T1: 'd', T2: 'n' },
      },
      { kind: 'premises', id: 'f', house: 'h', number: '1', type: 'dwelling', areas: [{ from: '2020-01-01', value: '50' }] },
      { kind: 'account', id: 'a', number: '1', premises: 'f', from: '2020-01-01' },
      ...meter('coldWater', [cold]),
      ...meter('hotWater', [hot]),
      ...meter('electricity', zones),
    ].map((record) => factRecord.parse(record));
    return billsOf(records, '2026-10' as Month).reduce((sum, bill) => sum + bill.total, 0);
  };
  const litres = fc.integer({ min: 0, max: 30_000 });

  it('never costs less by the meter, to the kopeck', () => {
    fc.assert(
      fc.property(
        litres,
        litres,
        litres,
        litres,
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 0, max: 50 }),
        (cold, hot, day, night, which, more) => {
          const add = (of: number): number => (of === which ? more : 0);
          const before = charged(cold, hot, [day, night]);
          expect(charged(cold + add(0), hot + add(1), [day + add(2), night + add(3)])).toBeGreaterThanOrEqual(before);
        },
      ),
      { numRuns: RUNS },
    );
  });
});
