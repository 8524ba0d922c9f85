import { minuteSerial } from '../kernel/calendar';
import { scaledSafe } from '../kernel/gate';
import type { IncidentRecord } from '../model/records';
import { type Minutes, sharedMinutes, spanOf } from './quality-breaks';

/** What temperatures and pressures are measured against; temperatures in tenths of a degree. */
export interface QualityNorms {
  readonly water: { readonly least: number; readonly most: number; readonly cold: number; readonly step: number };
  /** Tolerated of hot water at night and by day; nothing by the Supreme Court. */
  readonly tolerated: { readonly night: number; readonly day: number };
  readonly air: { readonly least: number; readonly night: number; readonly above: number };
  /** Every deviation of the air counts as one degree. */
  readonly airOnce: boolean;
  /** Per cent, in hundredths. */
  readonly bound: number;
  /** In hundredths of a kilopascal (five decimals of MPa); `null` where per cent alone are told. */
  readonly pressure: { readonly least: number; readonly most: number; readonly tolerated: number } | null;
}

/** Minutes of an incident on which nothing changes, with what deviates. */
export interface Deviation extends Minutes {
  readonly incident: IncidentRecord;
  /** Steps or degrees; 1 where only the fact counts, 0 where what deviates is tolerated. */
  readonly times: number;
  readonly aboveBound: boolean;
  readonly cold: boolean;
  /** Temperature, tenths; `null` for other incidents. */
  readonly celsius: number | null;
}

/** Deviations of an incident in a window, without the minutes on which there was no service at all. */
export const deviationsOf = (
  incident: IncidentRecord,
  window: Minutes,
  off: readonly Minutes[],
  norms: QualityNorms,
): readonly Deviation[] =>
  piecesOf(incident).flatMap(({ from, to, celsius }) =>
    without({ from: Math.max(from, window.from), to: Math.min(to, window.to) }, off)
      .flatMap((left) => (celsius === null ? [left] : byNight(left)))
      .map((left): Deviation => ({ ...left, incident, celsius, ...judged(incident, celsius, isNight(left.from), norms) })),
  );

interface Piece extends Minutes {
  readonly celsius: number | null;
}

const TENTHS = 1;

/** An incident cut where its temperature changes. */
const piecesOf = (one: IncidentRecord): readonly Piece[] => {
  const span = spanOf(one);
  if (one.measured === undefined)
    return [{ ...span, celsius: one.type === 'temperature' ? scaledSafe(one.celsius as string, TENTHS) : null }];
  const { measured } = one;
  return measured.map(({ from, celsius }, index) => {
    const next = measured[index + 1];
    return { from: minuteSerial(from), to: next === undefined ? span.to : minuteSerial(next.from), celsius: scaledSafe(celsius, TENTHS) };
  });
};

/** A span less others. */
const without = (whole: Minutes, off: readonly Minutes[]): readonly Minutes[] => {
  let left: readonly Minutes[] = whole.to > whole.from ? [whole] : [];
  for (const away of off)
    left = left.flatMap((one) =>
      sharedMinutes(one, away) === 0
        ? [one]
        : [
            ...(one.from < away.from ? [{ from: one.from, to: away.from }] : []),
            ...(one.to > away.to ? [{ from: away.to, to: one.to }] : []),
          ],
    );
  return left;
};

const DAY = 24 * 60;
/** Night is from 0 to 5 o'clock. */
const NIGHT = 5 * 60;
const isNight = (minute: number): boolean => minute % DAY < NIGHT;

/** A span cut at midnight and at five. */
const byNight = ({ from, to }: Minutes): readonly Minutes[] => {
  const out: Minutes[] = [];
  for (let start = from; start < to; ) {
    const day = start - (start % DAY);
    const end = Math.min(to, isNight(start) ? day + NIGHT : day + DAY);
    out.push({ from: start, to: end });
    start = end;
  }
  return out;
};

const judged = (
  one: IncidentRecord,
  celsius: number | null,
  night: boolean,
  norms: QualityNorms,
): Pick<Deviation, 'times' | 'aboveBound' | 'cold'> => {
  if (one.type === 'pressure') return { ...ofPressure(one, norms), cold: false };
  if (celsius === null) return { times: 1, aboveBound: false, cold: false };
  return one.service === 'heating' ? ofAir(one, celsius, night, norms) : ofWater(celsius, night, norms);
};

/** Full steps beyond the tolerated bounds; water colder than the bound is paid as cold. */
const ofWater = (celsius: number, night: boolean, { water, tolerated }: QualityNorms): Pick<Deviation, 'times' | 'aboveBound' | 'cold'> => {
  const may = night ? tolerated.night : tolerated.day;
  const by = Math.max(0, water.least - may - celsius, celsius - water.most - may);
  return { times: Math.floor(by / water.step), aboveBound: false, cold: celsius < water.cold };
};

/** Full degrees beyond the norm: colder at night by what is tolerated then, warmer by what is tolerated at all. */
const ofAir = (
  { normCelsius }: IncidentRecord,
  celsius: number,
  night: boolean,
  { air, airOnce }: QualityNorms,
): Pick<Deviation, 'times' | 'aboveBound' | 'cold'> => {
  const least = normCelsius === undefined ? air.least : scaledSafe(normCelsius, TENTHS);
  const by = Math.max(0, least - (night ? air.night : 0) - celsius, celsius - least - air.above);
  return { times: airOnce ? Number(by > 0) : Math.floor(by / 10), aboveBound: false, cold: false };
};

/** Per cent are told, or follow from the norm's bound that the pressure passed. */
const ofPressure = (
  { deviationPercent, megapascals }: IncidentRecord,
  { bound, pressure }: QualityNorms,
): Pick<Deviation, 'times' | 'aboveBound'> => {
  if (deviationPercent !== undefined) {
    const percent = scaledSafe(deviationPercent, 2);
    return { times: Number(percent > 0), aboveBound: percent > bound };
  }
  if (megapascals === undefined || pressure === null) return { times: 0, aboveBound: false };
  const value = scaledSafe(megapascals, 5);
  const edge = value < pressure.least ? pressure.least : pressure.most;
  const by = value < pressure.least ? pressure.least - value : Math.max(0, value - pressure.most);
  const deviates = by > pressure.tolerated;
  return { times: Number(deviates), aboveBound: deviates && by * 10_000 > edge * bound };
};
