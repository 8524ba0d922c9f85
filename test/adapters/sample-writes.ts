import type { Month } from '../../src/kernel/calendar';
import { asKopecks } from '../../src/kernel/money';
import type { HouseMonthWrite } from '../../src/ports/store';
import { SAMPLE_INSTANT, sampleAct, sampleBill, sampleEntry } from '../../src/testing/sample-records';

export const HOUSES = ['house-0', 'house-1', 'house-2', 'house-3', 'house-4'];
export const MONTHS = ['2026-09', '2026-10', '2026-11'] as Month[];
const ACCOUNTS = 40;
const LINES = 6;

/** A house-month and the version of it that write number `place` makes: houses in turn, then months, then versions. */
export const placeOf = (place: number): Pick<HouseMonthWrite, 'house' | 'month' | 'expectedVersion'> => ({
  house: HOUSES[place % HOUSES.length] as string,
  month: MONTHS[Math.floor(place / HOUSES.length) % MONTHS.length] as Month,
  expectedVersion: Math.floor(place / (HOUSES.length * MONTHS.length)),
});

/** Write number `place`: everything in it follows from the number, so that whoever reads it back knows what must be there. */
export const writeOf = (place: number): HouseMonthWrite => {
  const { house, month, expectedVersion } = placeOf(place);
  const accounts = Array.from({ length: ACCOUNTS }, (_, account) => `${house}:${1000 + account}`);
  const bills = accounts.map((account, at) => sampleBill(house, month, account, LINES, place * 100 + at));
  const entries = bills.map(({ account, total }, at) =>
    sampleEntry(`write-${place}:${at}`, house, account, month, { amount: asKopecks(total) }),
  );
  const acts = [sampleAct(house, month, 'coldWater', String(place))];
  return { key: `write-${place}`, digest: `digest-${place}`, house, month, expectedVersion, at: SAMPLE_INSTANT, bills, acts, entries };
};
