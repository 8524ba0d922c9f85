import fc from 'fast-check';
import { addDays, type Day } from '../../src/kernel/calendar';
import type { PaymentRecord } from '../../src/model/money-records';
import type { FactKind, FactRecord } from '../../src/model/records';

type Of<K extends FactKind> = Extract<FactRecord, { kind: K }>;

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

const id = fc
  .stringMatching(/^[a-zа-я0-9][a-zа-я0-9._:/-]{0,20}$/u)
  .filter((text) => text !== '' && text !== 'constructor' && text !== 'prototype');
/** Text as people write it, with everything that a table, YAML or a spreadsheet could trip over. */
const text = fc
  .string({
    unit: fc.oneof(fc.constantFrom(...' ;,"\'=+-@#:&*!|>%{}[]~абвЖ№1—«»\\'), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 })),
    minLength: 1,
    maxLength: 30,
  })
  .filter((one) => /^[^\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]{1,300}$/u.test(one));
const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2020-01-01' as Day, days));
const month = day.map((one) => one.slice(0, 7) as Of<'openingSaldo'>['month']);
const instant = day.map((one) => `${one}T09:30:00.000Z` as NonNullable<Of<'reading'>['knownAt']>);
const digits = (most: number) => fc.bigInt({ min: 0n, max: 10n ** BigInt(most) - 1n }).map(String);
const decimal = (whole: number, scale: number) =>
  fc.tuple(digits(whole), fc.option(fc.stringMatching(new RegExp(`^[0-9]{1,${scale}}$`)))).map(([a, b]) => (b === null ? a : `${a}.${b}`));
const money = fc.tuple(fc.boolean(), decimal(13, 2)).map(([minus, sum]) => (minus && /[1-9]/.test(sum) ? `-${sum}` : sum));

const optional = <T>(values: { readonly [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record<T>(values as { [K in keyof T]: fc.Arbitrary<T[K]> }, { requiredKeys: [] });
const envelope = optional({ knownAt: instant, supersedes: id, withdrawn: fc.constant(true as const), by: text, why: text });
const service = fc.constantFrom('coldWater' as const, 'hotWater' as const, 'sewerage' as const, 'electricity' as const);
const zone = fc.constantFrom('T0' as const, 'T1' as const, 'T2' as const, 'T3' as const);

const wanted = fc.array(
  fc
    .tuple(fc.constantFrom('coldWater', 'gas'), fc.option(id), money)
    .map(([of, provider, amount]) => (provider === null ? { service: of, amount } : { service: of, provider, amount })),
  { minLength: 1, maxLength: 3 },
);

const joined = (...parts: readonly fc.Arbitrary<object>[]): fc.Arbitrary<object> =>
  fc.tuple(...parts).map((all) => Object.assign({}, ...all) as object);

const bodies: Readonly<Partial<Record<FactKind, fc.Arbitrary<object>>>> = {
  reading: joined(
    fc.record({
      meter: id,
      zone,
      takenOn: day,
      value: decimal(15, 7),
      source: fc.constantFrom('resident', 'controller'),
      purpose: fc.constantFrom('monthly', 'closing'),
    }),
    optional({
      receivedOn: day,
      below: fc.constantFrom('rollover', 'correction'),
      verdict: fc.constantFrom('accepted', 'held', 'refused'),
    }),
  ),
  payment: joined(
    fc.record({ account: id, amount: money, paidOn: day }),
    optional({
      receivedOn: day,
      source: text,
      provider: id,
      period: month,
      services: wanted,
      purpose: fc.constantFrom('principal', 'penalty'),
    }),
  ),
  openingSaldo: fc.record({ account: id, service: fc.constantFrom('coldWater', 'maintenance'), provider: id, month, amount: money }),
  reconciliation: joined(
    fc.record({
      account: id,
      through: day,
      agreedOn: day,
      saldo: fc.array(fc.record({ provider: id, amount: money }), { minLength: 1, maxLength: 3 }),
      document: text,
      acknowledges: fc.boolean(),
    }),
    optional({ hash: fc.stringMatching(/^[0-9a-f]{64}$/) }),
  ),
  resident: joined(
    fc.record({ premises: id, person: id, from: day, to: fc.option(day), stay: fc.constantFrom('permanent', 'temporary') }),
    optional({ born: day }),
  ),
  provider: joined(fc.record({ name: text }), optional({ inn: fc.constantFrom('5902817382', '590281738212') })),
  meter: joined(
    fc.record({
      premises: id,
      service,
      point: id,
      serial: text,
      commissionedOn: day,
      verifications: fc.array(fc.record({ on: day, until: day }), { maxLength: 2 }),
      registers: fc.array(
        fc.record({ zone, digits: fc.integer({ min: 1, max: 15 }), decimals: fc.integer({ min: 0, max: 7 }), initial: decimal(15, 7) }),
        { minLength: 1, maxLength: 3 },
      ),
    }),
    optional({ failedOn: day, removedOn: day }),
  ),
  tariff: fc.record({
    code: id,
    title: text,
    reviewedThrough: day,
    unit: fc.constantFrom('RUB/m3', 'RUB/kWh'),
    entries: fc.array(fc.record({ from: day, value: fc.option(decimal(8, 6)), act: text }), { minLength: 1, maxLength: 3 }),
  }),
};

/** Facts of one kind with ids of their own, sorted by id. */
export const facts = <K extends FactKind>(kind: K): fc.Arbitrary<Of<K>[]> =>
  fc
    .uniqueArray(fc.tuple(id, envelope, bodies[kind] as fc.Arbitrary<object>), { minLength: 1, maxLength: 8, selector: ([own]) => own })
    .map((list) => list.map(([own, around, body]) => ({ kind, id: own, ...around, ...body }) as unknown as Of<K>).sort(byId));

/** Payments. */
export const payments: fc.Arbitrary<PaymentRecord[]> = facts('payment');

/** Facts of several kinds; ids are told apart by their kind. */
export const folderFacts: fc.Arbitrary<FactRecord[]> = fc
  .tuple(...(Object.keys(bodies) as FactKind[]).map((kind) => facts(kind)))
  .map((lists) => lists.flatMap((list) => (list as FactRecord[]).map((fact) => ({ ...fact, id: `${fact.kind}/${fact.id}` }))));
