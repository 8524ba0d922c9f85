import fc from 'fast-check';
import { addDays, addMonths, type Day, firstDay, type Month } from '../../src/kernel/calendar';

/** Months of a random history: readings from the first, bills from the seventh. */
const FIRST = '2025-06' as Month;
export const MONTHS = Array.from({ length: 14 }, (_, i) => addMonths(FIRST, i));
export const BILLED = MONTHS.slice(3);

/** Day of a month. */
export const day = (month: Month, of: number): Day => addDays(firstDay(month), of - 1);

/** One meter's life told in small numbers, so that a failing history shrinks to a readable one. */
const lifeShape = {
  digits: fc.constantFrom(3, 5),
  start: fc.integer({ min: 0, max: 999 }),
  installed: fc.integer({ min: 0, max: 6 }),
  installedOn: fc.integer({ min: 1, max: 28 }),
  /** Litres of each month, or `null` for a month without a reading. */
  used: fc.array(fc.option(fc.integer({ min: 0, max: 20_000 }), { freq: 4 }), { minLength: 14, maxLength: 14 }),
  takenOn: fc.array(fc.integer({ min: 15, max: 28 }), { minLength: 14, maxLength: 14 }),
  expires: fc.option(fc.tuple(fc.integer({ min: 4, max: 13 }), fc.integer({ min: 1, max: 28 })), { freq: 3 }),
  fails: fc.option(fc.tuple(fc.integer({ min: 4, max: 13 }), fc.integer({ min: 1, max: 28 })), { freq: 5 }),
  replaced: fc.option(fc.tuple(fc.integer({ min: 5, max: 13 }), fc.integer({ min: 1, max: 28 }), fc.boolean()), { freq: 3 }),
  correction: fc.option(fc.integer({ min: 5, max: 13 }), { freq: 6 }),
  /** Month from which nobody reads it any more: longer silences than chance gives. */
  stops: fc.integer({ min: 3, max: 13 }),
};
/** Half of the meters are read to the end. */
export const meterLife = fc.record(lifeShape, {
  requiredKeys: ['digits', 'start', 'installed', 'installedOn', 'used', 'takenOn', 'expires', 'fails', 'replaced', 'correction'],
});

/** What {@link meterLife} gives. */
export type Life = typeof meterLife extends fc.Arbitrary<infer T> ? T : never;

/** Litres (or watt-hours) as text on a dial of three decimals. */
export const dial = (thousandths: number): string => {
  const text = String(thousandths).padStart(4, '0');
  return `${text.slice(0, -3)}.${text.slice(-3)}`;
};

/** Records of the meters of one place and of their readings. */
export const metersOf = (premises: string, service: string, point: string, life: Life, zones: readonly string[], out: unknown[]): void => {
  const capacity = 10 ** (life.digits + 3);
  const base = (life.start * 1000) % capacity;
  const opened = day(MONTHS[life.installed] as Month, life.installedOn);
  const replacedOn =
    life.replaced === null || life.replaced[0] <= life.installed ? null : day(MONTHS[life.replaced[0]] as Month, life.replaced[1]);
  const meter = (n: number, from: Day, initial: string, removed: Day | null) => ({
    kind: 'meter',
    id: `${premises}-${service}-${point}-${n}`,
    premises,
    service,
    point,
    serial: `${n}`,
    commissionedOn: from,
    registers: zones.map((zone) => ({ zone, digits: life.digits, decimals: 3, initial })),
    ...(removed === null ? {} : { removedOn: removed }),
    ...(n === 1 && life.expires !== null
      ? { verifications: [{ on: '2015-01-01', until: day(MONTHS[life.expires[0]] as Month, life.expires[1]) }] }
      : {}),
    ...(n === 1 && life.fails !== null && life.fails[0] > life.installed
      ? { failedOn: day(MONTHS[life.fails[0]] as Month, life.fails[1]) }
      : {}),
  });
  out.push(meter(1, opened, dial(base), replacedOn));
  if (replacedOn !== null) out.push(meter(2, replacedOn, '0', null));
  let stand = base;
  let current = 1;
  for (let i = life.installed + 1; i < MONTHS.length; i += 1) {
    const month = MONTHS[i] as Month;
    const used = life.stops !== undefined && i >= life.stops ? null : (life.used[i] ?? null);
    if (replacedOn !== null && current === 1 && life.replaced !== null && i >= life.replaced[0]) {
      if (life.replaced[2]) {
        stand = (stand + 500) % capacity;
        for (const zone of zones) {
          out.push({
            kind: 'reading',
            id: `${premises}-${service}-${point}-close-${zone}`,
            meter: `${premises}-${service}-${point}-1`,
            zone,
            takenOn: replacedOn,
            value: dial(stand),
            purpose: 'closing',
          });
        }
      }
      current = 2;
      stand = 0;
      if (day(month, life.takenOn[i] as number) <= replacedOn) continue;
    }
    if (used === null) continue;
    const corrected = life.correction === i && stand > 1000;
    stand = corrected ? stand - 700 : (stand + used) % capacity;
    for (const zone of zones) {
      out.push({
        kind: 'reading',
        id: `${premises}-${service}-${point}-${i}-${zone}`,
        meter: `${premises}-${service}-${point}-${current}`,
        zone,
        takenOn: day(month, life.takenOn[i] as number),
        value: dial(stand),
        ...(corrected ? { below: 'correction', verdict: 'accepted', by: 'оператор', why: 'ошибка' } : {}),
      });
    }
  }
};

/** Zones of meters with one, two and three registers. */
export const ZONES = [['T0'], ['T1', 'T2'], ['T1', 'T2', 'T3']] as const;
