import { describe, expect, it } from 'vitest';
import { expandFacts } from '../../src/cli/verify/expand-facts';
import { caseFacts } from '../../src/cli/verify/facts-schema';
import { addMonths, type Month } from '../../src/kernel/calendar';
import { assembleHouse } from '../../src/model/assemble';
import type { Bill, Line } from '../../src/model/bill';
import type { HouseFacts } from '../../src/model/facts';
import { billHouse } from '../../src/recalculation/bill-house';
import { explainBill } from '../../src/recalculation/explain-bill';
import { chargedIn } from '../../src/run/charged-before';

const YEAR = Array.from({ length: 12 }, (_, n) => addMonths('2025-01' as Month, n));
const SEASONS = { '2023-10-01': '2024-05-01', '2024-10-01': '2025-05-01', '2025-10-01': '2026-05-01' };
const HEATED = ['01', '02', '03', '04', '10', '11', '12'];

const house = (own: object, volumes: Readonly<Record<string, readonly number[]>>): HouseFacts => {
  const list = Object.entries(volumes).flatMap(([year, months]) => months.map((volume, n) => [`${year}-${HEATED[n]}`, String(volume)]));
  const facts = caseFacts.parse({
    house: { billedSince: '2025-01' },
    tariffs: { heating: { '2010-01-01': '1000' } },
    heating: { mode: 'uniform', seasons: SEASONS },
    houseVolumes: { heating: Object.fromEntries(list) },
    ...own,
  });
  const made = assembleHouse(expandFacts(facts, '2026-01'));
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value;
};

/** Bills of earlier months, as a store keeps them. */
class Kept {
  private readonly bills = new Map<string, Bill[]>();
  readonly charged = (account: string, month: Month): readonly Line[] | undefined => chargedIn(this.bills)(account, month);

  bill(facts: HouseFacts, month: Month): Readonly<Record<string, number>> {
    const found = billHouse(facts, month, { charged: this.charged });
    if (!found.ok) throw new Error(JSON.stringify(found.error));
    const corrections: Record<string, number> = {};
    for (const bill of [...found.value.bills()]) {
      for (const line of bill.lines) if (line.basis === 'heatingCorrection') corrections[bill.account] = line.amount;
      this.bills.set(bill.account, [...(this.bills.get(bill.account) ?? []), bill]);
    }
    return corrections;
  }
}

const rest = { account: '2', area: '50' };

describe('the yearly correction of heating by the bills', () => {
  const volumes = { '2024': [6, 6, 6, 6, 4, 4, 4], '2025': [5, 5, 5, 5, 2, 2, 2], '2026': [3] };
  const sold = {
    accounts: [
      { number: '1', from: '2020-01-01', to: '2025-11-01' },
      { number: '3', from: '2025-11-01' },
    ],
    area: '50',
  };

  it('moves the months that an account did not hold, as became known later, to the one that did, and keeps the sum of the house', () => {
    const kept = new Kept();
    const before = house({ flats: [{ account: '1', area: '50' }, rest] }, volumes);
    for (const month of YEAR) kept.bill(before, month);
    const after = house({ flats: [sold, rest] }, volumes);
    const told = explainBill(after, '2026-01' as Month, '1', { charged: kept.charged });
    expect(told.ok && told.value.adjustments.map(({ line, trace }) => [line.amount, trace?.value])).toEqual([[-700_000, '-7000']]);
    expect(kept.bill(after, '2026-01' as Month)).toEqual({ '1': -700_000, '2': -500_000, '3': 200_000 });
  });

  it('posts in twelve shares what the year costs in the end, when it becomes known otherwise within them', () => {
    const kept = new Kept();
    const own = { house: { billedSince: '2025-01', policies: { heatingCorrectionSpread: 'twelveShares' } } };
    const flats = { flats: [{ account: '1', area: '50' }, rest] };
    const months = { ...volumes, '2026': [3, 3, 3, 3, 3, 3, 3] };
    const before = house({ ...own, ...flats }, months);
    const after = house({ ...own, ...flats }, { ...months, '2025': [5, 5, 5, 5, 2, 2, 14] });
    for (const month of YEAR) kept.bill(before, month);
    const shares = YEAR.map((month) => addMonths(month, 12)).map((month) => {
      const facts = month < '2026-06' ? before : after;
      const told = explainBill(facts, month, '1', { charged: kept.charged });
      const [share] = Object.values(kept.bill(facts, month));
      expect(told.ok && told.value.adjustments.map(({ line }) => line.amount)).toEqual([share]);
      return share as number;
    });
    expect(shares.slice(0, 6)).toEqual([-41_667, -41_666, -41_667, -41_667, -41_666, 258_333]);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBe(100_000);
  });
});
