import { atLeastZero, byFactor, minus, ratio } from '../kernel/expression';
import { scaled } from '../kernel/quantity';
import { PP354 } from '../norms/acts';
import { formula, given } from '../norms/formula';
import { type MeteredUnit, roundedVolume, VOLUME_SCALE } from './formulas';

const share = <const U extends MeteredUnit>(family: string, unit: U) =>
  formula({
    id: `${family}.roomShare`,
    title: 'Доля комнат нарастающим итогом',
    symbol: 'C',
    clause: PP354.roomByPeople,
    inputs: {
      V: given(unit, VOLUME_SCALE, 'Объём квартиры'),
      n: given('1', 0, 'Доля комнат'),
      nкв: given('1', 0, 'Вся квартира'),
    },
    result: unit,
    is: ({ V, n, nкв }) => byFactor(V, ratio(n, nкв)),
  });

const common = <const U extends MeteredUnit>(family: string, unit: U) =>
  formula({
    id: `${family}.roomCommon`,
    title: 'Общедомовое комнаты',
    symbol: 'Vодн',
    clause: PP354.roomCommon,
    inputs: {
      V: given(unit, VOLUME_SCALE, 'Общедомовое квартиры'),
      S: given('m2', 4, 'Жилая площадь комнаты'),
      Sкв: given('m2', 4, 'Жилая площадь всех комнат'),
    },
    result: unit,
    is: ({ V, S, Sкв }) => byFactor(V, ratio(S, Sкв)),
  });

/** C = V × n / nкв: volume of the rooms up to and including one (формула 7); a room is the difference of two such, so the rooms sum to V. */
export const ROOM_SHARE = { m3: share('water', 'm3'), kWh: share('electricity', 'kWh') } as const;

/** Vодн = V × S / Sкв: a room's part of the flat's common needs by living area (формулы 16, 17). */
export const ROOM_COMMON = { m3: common('water', 'm3'), kWh: common('electricity', 'kWh') } as const;

/** ΔV = max(V − Vк; 0): what the meters of the rooms leave of the flat's meter (формула 9). */
export const roomRemainder = formula({
  id: 'electricity.roomRemainder',
  title: 'Остаток общего прибора',
  symbol: 'ΔV',
  clause: PP354.roomByMeter,
  inputs: { V: given('kWh', VOLUME_SCALE, 'Объём квартиры'), Vк: given('kWh', VOLUME_SCALE, 'Объём приборов комнат') },
  result: 'kWh',
  is: ({ V, Vк }) => atLeastZero(minus(V, Vк)),
});

/** Volume of the first `part` of `parts` of a flat: what {@link ROOM_SHARE} computes. `NaN` stays `NaN`. */
export const roomsThrough = (whole: number, part: bigint, parts: bigint, unit: MeteredUnit, digits: number): number =>
  part === parts || !Number.isSafeInteger(whole)
    ? whole
    : roundedVolume(
        ROOM_SHARE[unit] as typeof ROOM_SHARE.m3,
        { V: scaled(whole, VOLUME_SCALE, 'm3'), n: scaled(part, 0, '1'), nкв: scaled(parts, 0, '1') },
        digits,
      );
