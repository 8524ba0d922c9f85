import fc from 'fast-check';
import { expect } from 'vitest';
import type { Day, Instant, Month } from '../../src/kernel/calendar';
import type { Kopecks } from '../../src/kernel/money';
import { Buckets } from '../../src/ledger/bucket';
import { entryCounts } from '../../src/ledger/closing/account-balance';
import type { Store } from '../../src/ports/store';
import { sampleAccount, sampleAct, sampleBill, sampleEntry, sampleFact, sampleReading } from '../../src/testing/sample-records';

/** Few names, so that random operations meet each other. */
const HOUSES = ['h-1', 'h-2', 'ё'];
const MONTHS = ['2026-09', '2026-10', '2026-11'] as Month[];
const NUMBERS = ['1', '2', '3', '__proto__'];
const INSTANTS = ['2026-09-01T00:00:00.000Z', '2026-10-01T12:30:00.007Z', '2026-11-05T23:59:59.999Z'] as Instant[];

const house = fc.constantFrom(...HOUSES);
const month = fc.constantFrom(...MONTHS);
const number = fc.constantFrom(...NUMBERS);
const instant = fc.constantFrom(...INSTANTS);
/** Versions that a writer saw: mostly the newest one, now and then another. */
const seen = fc.constantFrom(0, 0, 0, 0, 1, -1);
const idempotent = { key: fc.nat(40).map((key) => `key-${key}`), digest: fc.constantFrom('d1', 'd1', 'd1', 'd2') };
const id = fc.nat(7).map((place) => `fact-${place}`);

const accountFact = fc
  .record({
    scope: house,
    knownAt: instant,
    id,
    number,
    aliases: fc.uniqueArray(number, { maxLength: 2 }),
    before: fc.option(id),
    gone: fc.boolean(),
  })
  .map(({ scope, knownAt, id: own, number: num, aliases, before, gone }) =>
    sampleFact(
      scope,
      sampleAccount(num, {
        id: own,
        aliases,
        ...(before === null ? {} : { supersedes: before, ...(gone ? { withdrawn: true as const } : {}) }),
      }),
      knownAt,
    ),
  );
const readingFact = fc
  .record({ scope: fc.constantFrom('', ...HOUSES), knownAt: instant, id, value: fc.constantFrom('1', '2') })
  .map(({ scope, knownAt, id: own, value }) => sampleFact(scope, sampleReading(own, value), knownAt));
const fact = fc.oneof(accountFact, accountFact, readingFact);

const entryOf = (inHouse: string, months: fc.Arbitrary<Month>) =>
  fc
    .record({
      id: fc.nat(25).map((place) => `entry-${place}`),
      account: number,
      postedIn: months,
      at: instant,
      // The sums of an account stay safe integers, as the ledger keeps them.
      amount: fc.integer({ min: -(10 ** 12), max: 10 ** 12 }),
    })
    .map(({ id: own, account, postedIn, at, amount }) =>
      sampleEntry(own, inHouse, account, postedIn, { at, amount: (amount === 0 ? 0 : amount) as Kopecks }),
    );

type Step = readonly [what: string, act: (store: Store) => Promise<unknown>];

const appending = fc
  .record({ ...idempotent, facts: fc.array(fact, { maxLength: 3 }) })
  .map((write): Step => [`appendFacts ${JSON.stringify(write)}`, (store) => store.appendFacts(write)]);

const writing = fc.tuple(house, month).chain(([inHouse, inMonth]) =>
  fc
    .record({
      ...idempotent,
      seen,
      at: instant,
      bills: fc.uniqueArray(fc.record({ account: number, lines: fc.nat(4), kopecks: fc.nat(9999) }), {
        selector: (bill) => bill.account,
        maxLength: 3,
      }),
      services: fc.uniqueArray(fc.constantFrom('coldWater' as const, 'electricity' as const)),
      entries: fc.array(entryOf(inHouse, fc.constant(inMonth)), { maxLength: 2 }),
    })
    .map(({ services, ...write }): Step => {
      const acts = services.map((service) => sampleAct(inHouse, inMonth, service, String(write.bills.length)));
      const bills = write.bills.map((bill) => sampleBill(inHouse, inMonth, bill.account, bill.lines, bill.kopecks));
      return [
        `writeMonth ${JSON.stringify(write)} ${services.join()}`,
        async (store) => {
          const { version } = await store.monthState(inHouse, inMonth);
          return store.writeMonth({
            ...write,
            house: inHouse,
            month: inMonth,
            bills,
            acts,
            expectedVersion: Math.max(0, version + write.seen),
          });
        },
      ];
    }),
);

const closing = fc.record({ ...idempotent, house, month, seen, at: instant, by: fc.constantFrom('a', 'b') }).map(
  (write): Step => [
    `closeMonth ${JSON.stringify(write)}`,
    async (store) => {
      const { version } = await store.monthState(write.house, write.month);
      return store.closeMonth({ ...write, expectedVersion: Math.max(0, version + write.seen) });
    },
  ],
);

const posting = house.chain((inHouse) =>
  fc
    .record({ ...idempotent, entries: fc.array(entryOf(inHouse, month), { maxLength: 3 }) })
    .map((write): Step => [`post ${JSON.stringify(write)}`, (store) => store.post({ ...write, house: inHouse })]),
);

const step = fc.oneof(
  { weight: 4, arbitrary: appending },
  { weight: 4, arbitrary: writing },
  { weight: 3, arbitrary: posting },
  { weight: 1, arbitrary: closing },
);

/** Writes, one after another: what each is, and how it is done. */
export const steps = fc.array(step, { minLength: 5, maxLength: 40, size: 'max' });

/** Everything a reader can see. */
export const observed = async (store: Store): Promise<unknown> => {
  const view: Record<string, unknown> = { first: await store.houses(null, 2), rest: await store.houses('h-1', 9) };
  for (const one of [...HOUSES, '']) {
    view[`entries of ${one}`] = await store.entriesOfHouse(one);
    view[`months of ${one}`] = await store.monthsOf(one);
    view[`closings of ${one}`] = await store.closingsOf(one);
    view[`accounts of ${one}`] = await store.factsOfKinds(one, ['account'], INSTANTS[1]);
    for (const at of [undefined, ...INSTANTS]) view[`facts of ${one} at ${at}`] = await store.factsOf(one, at);
    for (const inMonth of MONTHS) {
      view[`state of ${one} ${inMonth}`] = await store.monthState(one, inMonth);
      view[`entries of ${one} ${inMonth}`] = await store.entriesOfHouse(one, inMonth);
      for (const of of [undefined, 1, 2, 3]) view[`bills of ${one} ${inMonth} ${of}`] = await store.billsOf(one, inMonth, of);
      view[`balances of ${one} ${inMonth}`] = await store.balancesOf(one, inMonth);
      view[`acts of ${one} ${inMonth}`] = await store.actsOf(one, inMonth, inMonth);
    }
  }
  for (const one of NUMBERS) {
    view[`house of ${one}`] = await store.houseOfAccount(one);
    view[`bills of account ${one}`] = await store.billsOfAccount(one);
    for (const inHouse of HOUSES)
      for (const asOf of [{}, { through: MONTHS[1] }, { knownThrough: INSTANTS[1] }, { valueThrough: '2026-10-15' as Day }]) {
        const balance = await store.balanceOf(inHouse, one, asOf);
        const after = await store.entriesAfter(inHouse, one, { after: balance?.month ?? null, ...asOf });
        view[`balance of ${one} in ${inHouse} by ${JSON.stringify(asOf)}`] = [balance, after];
        const all = (await store.entriesOfHouse(inHouse)).filter((entry) => entry.account === one && entryCounts(entry, asOf));
        expect(new Buckets([...(balance?.buckets ?? []), ...after]).sorted()).toEqual(new Buckets(all).sorted());
      }
    for (const at of [undefined, ...INSTANTS]) view[`entries of account ${one} at ${at}`] = await store.entriesOfAccount(one, at);
  }
  return view;
};

/** What a write answers; it may reject. */
export const answer = (promise: Promise<unknown>): Promise<unknown> => promise.catch(() => 'rejected');
