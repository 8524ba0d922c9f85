import { describe, expect, it } from 'vitest';
import { addMonths, type Month, monthsFrom } from '../../src/kernel/calendar';
import { roublesText, sumMoney } from '../../src/kernel/money';
import { saldoOf, stateOf } from '../../src/ledger/account-state';
import { billText } from '../../src/statements/explanation-text';
import { done, given } from './given';
import { at, common } from './small-house';

const FIRST = '2023-01' as Month;
const LAST = '2025-12' as Month;
const MONTHS = monthsFrom(FIRST, LAST);
const MENDED = { by: 'бухгалтер', why: 'сверка с паспортным столом и ЕГРН' };

const premises = (area: string, more: object = {}) => ({
  ...{ kind: 'premises', id: 'flat', house: 'h', number: '7', type: 'dwelling', owners: [{ from: '2020-01-01', count: 1 }] },
  areas: [{ from: '2020-01-01', value: area }],
  ...more,
});
const resident = (id: string, person: string, from: string, more: object = {}) => ({
  ...{ kind: 'resident', id, premises: 'flat', person, from },
  ...more,
});
const reading = (month: Month, value: number, more: object = {}) => ({
  ...{ kind: 'reading', id: `r-${month}`, meter: 'm', takenOn: `${month}-20`, value: String(value) },
  ...more,
});
const meter = {
  ...{ kind: 'meter', id: 'm', premises: 'flat', service: 'coldWater', serial: '7', commissionedOn: '2022-06-20' },
  registers: [{ initial: '0' }],
};
const house = [
  { kind: 'house', id: 'h', address: 'ул. Садовая, 1', region: 'test', billedSince: FIRST, policies: { penaltyPosting: 'none' } },
  { kind: 'service', id: 'mt', house: 'h', service: 'maintenance', provider: 'uk', from: '2020-01-01', tariff: 'mt' },
  { kind: 'service', id: 'cw', house: 'h', service: 'coldWater', provider: 'vk', from: '2020-01-01', tariff: 'cw', normative: 'ncw' },
  { kind: 'account', id: 'a', number: '700', premises: 'flat', from: '2020-01-01', payer: { kind: 'person', name: 'Житель' } },
  meter,
];
/** Six readings of 2022, then one a month: 4 m³, but none in four months of 2024. */
const SILENT: readonly Month[] = ['2024-03', '2024-04', '2024-05', '2024-06'] as Month[];
const readings = [...monthsFrom('2022-07' as Month, LAST)].map((month, index) => reading(month, (index + 1) * 4));
const timely = readings.filter(({ takenOn }) => !SILENT.includes(takenOn.slice(0, 7) as Month));
const wrongly = (month: Month): object => ({ ...readings.find(({ id }) => id === `r-${month}`), value: '75' });

const tariff = (id: string, supersedes: string | null, value: string) => ({
  ...(common[2] as object),
  ...{ id, ...(supersedes === null ? {} : { supersedes, ...MENDED }) },
  entries: [
    { from: '2020-01-01', value: '30', act: 'Протокол № 1' },
    { from: '2024-07-01', value, act: 'Протокол № 2' },
  ],
});

/** What was told when: the month in which it is written, and the facts. */
const LATE: readonly (readonly [Month, readonly object[]])[] = [
  ['2024-02' as Month, [premises('52.4', { id: 'flat-2', supersedes: 'flat', ...MENDED })]],
  ['2024-12' as Month, [{ ...reading('2023-12' as Month, 72), id: 'r-fix', supersedes: 'r-2023-12', ...MENDED }]],
  ['2025-03' as Month, [tariff('tariff-mt-2', 'tariff-mt', '33.5')]],
  ['2025-09' as Month, [reading('2024-04' as Month, 88, { id: 'r-late', receivedOn: '2024-04-22' })]],
  ['2025-11' as Month, [resident('p2-gone', 'p2', '2020-01-01', { supersedes: 'p2', to: '2023-05-11', ...MENDED })]],
];

const FACTS = [
  ...common.filter((_, index) => index !== 2),
  tariff('tariff-mt', null, '34'),
  ...house,
  premises('50'),
  resident('p1', 'p1', '2020-01-01'),
  resident('p2', 'p2', '2020-01-01'),
];

const lived = async (late: boolean) => {
  const engine = given();
  const { saldo, clock } = engine;
  clock.set(at('2022-12-31'));
  const known = timely.map((one) => (one.id === 'r-2023-12' ? wrongly('2023-12' as Month) : one));
  await done(saldo.importFacts([...FACTS, ...known, ...(late ? [] : LATE.flatMap(([, facts]) => facts))]));
  for (const month of MONTHS) {
    clock.set(at(`${month}-26`));
    const told = LATE.filter(([in_]) => late && in_ === month).flatMap(([, facts]) => facts);
    if (told.length > 0) await done(saldo.importFacts(told));
    await done(saldo.billMonth({ house: 'h', month }));
    clock.set(at(`${addMonths(month, 1)}-03`));
    await done(saldo.closeMonth({ house: 'h', month, by: 'бухгалтер' }));
  }
  return engine;
};

describe('a flat with three years of late facts', () => {
  it('owes in the end what it owes when they are told in time, month by month of debt', async () => {
    const [late, timely_] = [await lived(true), await lived(false)];
    const debts = async ({ store }: Awaited<ReturnType<typeof lived>>) => {
      const state = stateOf(await store.entriesOfAccount('700'));
      return [saldoOf(state), state.buckets.map(({ service, month, amount }) => `${service} ${month} ${amount}`).sort()];
    };
    expect(await debts(late)).toEqual(await debts(timely_));
    expect(await done(late.saldo.auditHouse({ house: 'h', from: FIRST, to: LAST }))).toEqual([]);
  });

  it('has a book that says what was posted when and why, and every change opens into both derivations', async () => {
    const { saldo } = await lived(true);
    const book = await done(saldo.accountBook('700'));
    const lines = book.months.flatMap(({ month, lines: own, adjustments }) => {
      const sum = sumMoney(own.map(({ amount }) => amount));
      const posted = adjustments.map((line) => `    за ${line.month} ${line.service} ${roublesText(line.amount)} из-за ${line.cause}`);
      return [`${month}: начислено ${roublesText(sum)}`, ...posted];
    });
    const told = await done(saldo.explainBill({ account: '700', month: '2025-09', service: 'coldWater' }));
    await expect(`${lines.join('\n')}\n\n${billText(told, told.adjustments)}`).toMatchFileSnapshot('../golden/three-years.txt');
  });
});
