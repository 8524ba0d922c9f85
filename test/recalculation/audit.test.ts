import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Month } from '../../src/kernel/calendar';
import { asKopecks } from '../../src/kernel/money';
import type { Bill, Line } from '../../src/model/bill';
import { auditHouse } from '../../src/recalculation/audit-house';
import { chargedIn } from '../../src/run/charged-before';
import { BILLED, factsOf, houseShape } from '../charges/random-house';
import { assembled } from '../model/one-flat';
import { lived } from './lives';

const RUNS = Number(process.env['FC_RUNS'] ?? 40);

const ERRORS = ['missing', 'twice', 'tariff', 'volume', 'arithmetic'] as const;
type ErrorKind = (typeof ERRORS)[number];

/** A line as somebody might have issued it wrongly. */
const wrong = (line: Line, kind: ErrorKind): readonly Line[] => {
  const more = (by: number): Line => ({ ...line, amount: asKopecks(line.amount + by) });
  switch (kind) {
    case 'missing':
      return [];
    case 'twice':
      return [line, line];
    case 'tariff':
      return [{ ...more(777), tariff: '999.99' }];
    case 'volume':
      return [{ ...more(1234), volume: `1${line.volume.split('.')[0]?.replace('-', '')}.5` }];
    case 'arithmetic':
      return [more(-1)];
  }
};

const audited = (records: ReturnType<typeof factsOf>, bills: readonly Bill[]) => {
  const byAccount = new Map<string, Bill[]>();
  for (const bill of bills) byAccount.set(bill.account, [...(byAccount.get(bill.account) ?? []), bill]);
  const charged = chargedIn(byAccount, new Set(BILLED));
  const found = auditHouse(assembled(records), { from: BILLED[0] as Month, to: BILLED[BILLED.length - 1] as Month, charged });
  if (!found.ok) throw new Error(JSON.stringify(found.error));
  return found.value;
};

const shapes = houseShape.filter((shape) => shape.flats.every((flat) => !flat.shop || flat.people.length === 0));
/** Bills of a year of a random house, of one line a service and month, so that each error has a finding of its own. */
const years = shapes
  .map((shape) => ({ ...shape, waste: null }))
  .map((shape) => {
    const records = factsOf(shape);
    return { records, bills: lived([records, ...BILLED.slice(1).map(() => [])]) };
  });

describe('an audit of issued months', () => {
  it('finds nothing where the bills are what the facts make them', () => {
    fc.assert(
      fc.property(years, ({ records, bills }) => {
        fc.pre(bills !== null);
        expect(audited(records, bills)).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it('finds exactly the twenty errors that were put into a year, each with its sum, its cause, its clause and the fine', () => {
    const picks = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...ERRORS)), { minLength: 20, maxLength: 20 });
    fc.assert(
      fc.property(years, picks, ({ records, bills }, picked) => {
        fc.pre(bills !== null);
        const places = bills.flatMap((bill, at) =>
          bill.lines.flatMap((line, place) => {
            const alone = bill.lines.filter((one) => one.service === line.service && one.month === line.month).length === 1;
            const adjusted = bills.some(
              (one) =>
                one !== bill && one.account === bill.account && one.lines.some((l) => l.service === line.service && l.month === line.month),
            );
            return alone && !adjusted && line.kind === 'charge' && line.amount > 0 && line.item === undefined ? [{ at, place }] : [];
          }),
        );
        fc.pre(places.length > 0);
        const errors = new Map<string, { readonly at: number; readonly place: number; readonly kind: ErrorKind }>();
        for (const [pick, kind] of picked) {
          const { at, place } = places[pick % places.length] as { readonly at: number; readonly place: number };
          errors.set(`${at}/${place}`, { at, place, kind });
        }
        const issued = bills.map((bill, at) => ({
          ...bill,
          lines: bill.lines.flatMap((line, place) => {
            const error = errors.get(`${at}/${place}`);
            return error === undefined ? [line] : wrong(line, error.kind);
          }),
        }));
        const found = audited(records, issued);
        const told = found.map(({ account, service, month, correction, cause, fine }) => [
          account,
          service,
          month,
          correction,
          cause,
          fine,
        ]);
        const expected = [...errors.values()].map(({ at, place, kind }) => {
          const bill = bills[at] as Bill;
          const line = bill.lines[place] as Line;
          const correction = line.amount - wrong(line, kind).reduce((sum, one) => sum + one.amount, 0);
          return [
            bill.account,
            line.service,
            line.month,
            correction,
            kind,
            correction < 0 && line.service !== 'capitalRepair' ? Math.round(-correction / 2) : 0,
          ];
        });
        const byText = (a: readonly unknown[], b: readonly unknown[]): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
        expect([...told].sort(byText)).toEqual([...expected].sort(byText));
        for (const { clause, charged, should, correction } of found) {
          expect(clause).not.toBe('');
          expect(should - charged).toBe(correction);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('refuses bills of another engine whose numbers cannot be read', () => {
    const [{ records, bills }] = fc.sample(years, { numRuns: 1, seed: 3 }) as [
      { records: ReturnType<typeof factsOf>; bills: readonly Bill[] },
    ];
    const issued = bills.map((bill) => ({ ...bill, lines: bill.lines.map((line) => ({ ...line, volume: '1,5 куб' })) }));
    expect(() => audited(records, issued)).toThrow('number-format');
  });
});
