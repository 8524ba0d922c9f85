import fc from 'fast-check';
import { addDays } from '../../src/kernel/calendar';
import { decimalText, scaledSafe } from '../../src/kernel/gate';
import { assembleHouse } from '../../src/model/assemble';
import type { FactRecord } from '../../src/model/records';
import { BILLED } from '../charges/random-house';

/** Which facts are told late and how: a fact of the house, the step at which it is told, what was told of it before. */
export type Lateness = readonly { readonly fact: number; readonly step: number; readonly before: 'nothing' | 'other' | 'too much' }[];

export const latenessIn = (steps: number): fc.Arbitrary<Lateness> =>
  fc.array(
    fc.record({
      fact: fc.nat({ max: 400 }),
      step: fc.integer({ min: 1, max: steps - 1 }),
      before: fc.constantFrom('nothing' as const, 'other' as const, 'too much' as const),
    }),
    { minLength: 1, maxLength: 8 },
  );

export const lateness = latenessIn(BILLED.length);

/** Hundredths are added exactly. */
const plus = (value: string, hundredths: number): string => decimalText(scaledSafe(value, 7) + hundredths * 100_000, 7);

/** What was said of a fact before it was mended; nothing for a fact that says nothing of the kind. */
const otherwise = (record: FactRecord): FactRecord | null => {
  switch (record.kind) {
    case 'premises': {
      const [first, ...rest] = record.areas;
      return first === undefined ? null : { ...record, areas: [{ ...first, value: plus(first.value, 750) }, ...rest] };
    }
    case 'tariff':
      return {
        ...record,
        entries: record.entries.map((entry) => ({ ...entry, value: entry.value === null ? null : plus(entry.value, 101) })),
      };
    case 'resident':
      return { ...record, from: addDays(record.from, record.to === null ? 33 : 0), to: record.to === null ? null : addDays(record.to, 40) };
    case 'reading':
      return { ...record, value: plus(record.value, 300) };
    case 'absence':
      return { ...record, to: addDays(record.to, 9) };
    case 'housingDefect':
      return { ...record, to: addDays(record.to, 9) };
    case 'paidWork':
      return { ...record, price: plus(record.price, 1000) };
    case 'houseVolume':
    case 'wasteRemoval':
      return { ...record, volume: plus(record.volume, 75) };
    case 'house':
      return { ...record, policies: {} };
    case 'service':
      return record.normative === undefined ? null : { ...record, meterDuty: !record.meterDuty };
    default:
      return null;
  }
};

/** A second fact of the kind that is taken back later. */
const tooMuch = (record: FactRecord): FactRecord | null => {
  switch (record.kind) {
    case 'resident':
      return { ...record, person: `${record.person}-twice` };
    case 'paidWork':
    case 'housingDefect':
    case 'incident':
      return record;
    default:
      return null;
  }
};

const LATE: ReadonlySet<FactRecord['kind']> = new Set([
  ...([
    'resident',
    'reading',
    'absence',
    'incident',
    'act',
    'wasteRemoval',
    'paidWork',
    'prepaid',
    'housingDefect',
    'meter',
    'account',
  ] as const),
]);

/** The facts by the step at which they are told; what would not fit with what is known by then is told in time. */
export const told = (records: readonly FactRecord[], late: Lateness, steps = BILLED.length): readonly (readonly FactRecord[])[] => {
  let history: readonly (readonly FactRecord[])[] = Array.from({ length: steps }, (_, index) => (index === 0 ? records : []));
  for (const [index, { fact, step, before }] of late.entries()) {
    const record = records[fact % records.length] as FactRecord;
    const next = change(history, record, step, before, index);
    if (next !== null && fits(next)) history = next;
  }
  return history;
};

const fits = (history: readonly (readonly FactRecord[])[]): boolean =>
  history.every((_, index) => assembleHouse(history.slice(0, index + 1).flat()).ok);

const change = (
  history: readonly (readonly FactRecord[])[],
  record: FactRecord,
  step: number,
  before: Lateness[number]['before'],
  index: number,
): readonly (readonly FactRecord[])[] | null => {
  const first = history[0] as readonly FactRecord[];
  if (!first.includes(record)) return null;
  const others = first.filter((one) => one !== record);
  const later = (now: readonly FactRecord[], then: FactRecord): readonly (readonly FactRecord[])[] =>
    history.map((known, at) => (at === 0 ? now : at === step ? [...known, then] : known));
  if (before === 'nothing') return LATE.has(record.kind) ? later(others, record) : null;
  if (before === 'other') {
    const was = otherwise(record);
    return was === null
      ? null
      : later([...others, was], { ...record, id: `${record.id}-mended`, supersedes: record.id, by: 'а', why: 'ошибка' });
  }
  const more = tooMuch(record);
  const id = `extra-${index}`;
  return more === null
    ? null
    : later([...first, { ...more, id }], { ...more, id: `${id}-gone`, supersedes: id, withdrawn: true, by: 'а', why: 'ошибка' });
};
