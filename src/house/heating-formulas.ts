import { VOLUME_SCALE } from '../consumption/formulas';
import { atLeastZero, byFactor, type Expression, minus, per, plus, ratio, times } from '../kernel/expression';
import { HEATING } from '../norms/acts-heating';
import { formula, given } from '../norms/formula';
import { COMMON_AREA_SCALE } from './formulas';

/** Decimals of a heating normative, and of K. */
export const HEATING_SCALE = 6;

const V = (title: string) => given('Gcal', VOLUME_SCALE, title);
const A = <const U extends AreaUnit>(unit: U, title: string) => given(unit, COMMON_AREA_SCALE, title);

/** Areas: of the month where nothing changes in it, else by days. */
export type AreaUnit = 'm2' | 'm2-day';

/** Shares of a premises in the heat of its house; areas in one unit, so that it cancels. */
const shares = <const U extends AreaUnit>(suffix: string, unit: U) => {
  const areas = { S: A(unit, 'Площадь помещения'), Sоб: A(unit, 'Площадь всех помещений') };
  const heated = { ...areas, Sинд: A(unit, 'Площадь без отопления'), Sои: A(unit, 'Отапливаемое общее имущество') };
  const metered = {
    Vд: V('Объём дома'),
    Vп: V('Объёмы помещений с приборами'),
    Vм: V('Объём приборов'),
    Sм: A(unit, 'Площадь помещений с приборами'),
    Sн: A(unit, 'Площадь помещений без приборов'),
    ...areas,
  };
  type E = Expression<U>;
  const byArea = (of: { Vд: Expression<'Gcal'>; S: E; Sоб: E; Sинд: E; Sои: E }) =>
    byFactor(of.Vд, ratio<U>(of.S, plus<U>(minus<U>(of.Sоб, of.Sинд), of.Sои)));
  const inRooms = (of: { Vд: Expression<'Gcal'>; Sоб: E; Sинд: E; Sои: E }) => byArea({ ...of, S: minus<U>(of.Sоб, of.Sинд) });
  const rest = (house: Expression<'Gcal'>, rooms: Expression<'Gcal'>, S: E, Sоб: E) => byFactor(minus(house, rooms), ratio<U>(S, Sоб));
  const byMeters = (of: { Vп: Expression<'Gcal'>; Vм: Expression<'Gcal'>; Sн: E; Sм: E }) =>
    plus(of.Vп, byFactor(of.Vм, ratio<U>(of.Sн, of.Sм)));
  return {
    /** V = Vд × S / Sоб: формула 3 before 2019. */
    byHouseArea: formula({
      id: `heating.byHouseArea${suffix}`,
      title: 'Доля помещения в объёме дома',
      symbol: 'V',
      clause: HEATING.charge,
      inputs: { Vд: V('Объём дома'), ...areas },
      result: 'Gcal',
      is: (of) => byFactor(of.Vд, ratio<U>(of.S, of['Sоб'])),
    }),
    /** Vi = S × Vд / (Sоб − Sинд + Sои): формулы 3(6), 2(5), 2(6). */
    individualByArea: formula({
      id: `heating.individualByArea${suffix}`,
      title: 'Тепло в помещении, по площади',
      symbol: 'Vi',
      clause: HEATING.individualByArea,
      inputs: { Vд: V('Объём дома'), ...heated },
      result: 'Gcal',
      is: (of) => byArea(of as never),
    }),
    /** V = Vi + S × (Vд − ΣVi) / Sоб with Vi by area: формулы 3, 2(3), 2(4). */
    byHouse: formula({
      id: `heating.byHouse${suffix}`,
      title: 'Тепло помещения и его доля общего',
      symbol: 'V',
      clause: HEATING.charge,
      inputs: { Vд: V('Объём дома'), ...heated },
      result: 'Gcal',
      is: (all) => {
        const of = all as never as { Vд: Expression<'Gcal'>; S: E; Sоб: E; Sинд: E; Sои: E };
        return plus(byArea(of), rest(of.Vд, inRooms(of), of.S, of.Sоб));
      },
    }),
    /** V = S × (Vд − ΣVi) / Sоб: the same where no heat is in the premises. */
    byHouseUnheated: formula({
      id: `heating.byHouseUnheated${suffix}`,
      title: 'Доля общего тепла, в помещении отопления нет',
      symbol: 'V',
      clause: HEATING.noDevices,
      inputs: { Vд: V('Объём дома'), ...heated },
      result: 'Gcal',
      is: (all) => {
        const of = all as never as { Vд: Expression<'Gcal'>; S: E; Sоб: E; Sинд: E; Sои: E };
        return rest(of.Vд, inRooms(of), of.S, of.Sоб);
      },
    }),
    /** Vi = S × ΣVипу / ΣSипу: формула 3(7). */
    individualByMeters: formula({
      id: `heating.individualByMeters${suffix}`,
      title: 'Тепло в помещении, по среднему приборов дома',
      symbol: 'Vi',
      clause: HEATING.individualByMeters,
      inputs: { Vм: V('Объём приборов'), S: areas.S, Sм: metered.Sм },
      result: 'Gcal',
      is: (of) => byFactor(of.Vм, ratio<U>(of.S, of['Sм'])),
    }),
    /** V = Vi + S × (Vд − ΣVi) / Sоб with Vi by the meter: формула 3(1). */
    someMetered: formula({
      id: `heating.someMetered${suffix}`,
      title: 'Тепло по прибору и доля общего',
      symbol: 'V',
      clause: HEATING.charge,
      inputs: { Vi: V('Тепло в помещении'), ...metered },
      result: 'Gcal',
      is: (all) => {
        const of = all as never as Metered<U>;
        return plus(of.Vi, rest(of.Vд, byMeters(of), of.S, of.Sоб));
      },
    }),
    /** The same with Vi by 3(7). */
    someAverage: formula({
      id: `heating.someAverage${suffix}`,
      title: 'Тепло по среднему приборов дома и доля общего',
      symbol: 'V',
      clause: HEATING.charge,
      inputs: metered,
      result: 'Gcal',
      is: (all) => {
        const of = all as never as Metered<U>;
        return plus(byFactor(of.Vм, ratio<U>(of.S, of.Sм)), rest(of.Vд, byMeters(of), of.S, of.Sоб));
      },
    }),
    /** The same where no heat is in the premises. */
    someUnheated: formula({
      id: `heating.someUnheated${suffix}`,
      title: 'Доля общего тепла, в помещении отопления нет',
      symbol: 'V',
      clause: HEATING.noDevices,
      inputs: metered,
      result: 'Gcal',
      is: (all) => {
        const of = all as never as Metered<U>;
        return rest(of.Vд, byMeters(of), of.S, of.Sоб);
      },
    }),
    /** V = Vi + S × (Vд − ΣVi) / Sоб, all by meters: формула 3(3). */
    allMetered: formula({
      id: `heating.allMetered${suffix}`,
      title: 'Тепло по прибору и доля общего',
      symbol: 'V',
      clause: HEATING.charge,
      inputs: { Vi: V('Тепло в помещении'), Vд: metered.Vд, Vп: metered.Vп, ...areas },
      result: 'Gcal',
      is: (of) => plus(of.Vi, byFactor(minus(of.Vд, of.Vп), ratio<U>(of.S, of['Sоб']))),
    }),
    /** V = S × (Vд − ΣVi) / Sоб: the same where no heat is in the premises; before 01.06.2013 the common needs of heating (формула 13). */
    allUnheated: formula({
      id: `heating.allUnheated${suffix}`,
      title: 'Доля общего тепла',
      symbol: 'V',
      clause: HEATING.charge,
      inputs: { Vд: metered.Vд, Vп: metered.Vп, ...areas },
      result: 'Gcal',
      is: (of) => byFactor(minus(of.Vд, of.Vп), ratio<U>(of.S, of['Sоб'])),
    }),
    /** Pj = Pкв × S / Sкв: a room's part of its flat's charge by living area, формула 8; spare kopecks go to the largest remainders. */
    room: formula({
      id: `heating.room${suffix}`,
      title: 'Доля комнаты в плате квартиры',
      symbol: 'P',
      clause: HEATING.room,
      inputs: { Pкв: given('RUB', 2, 'Плата квартиры'), S: A(unit, 'Жилая площадь комнаты'), Sкв: A(unit, 'Жилая площадь комнат') },
      result: 'RUB',
      is: (of) => byFactor(of['Pкв'], ratio<U>(of.S, of['Sкв'])),
    }),
  };
};

interface Metered<U extends AreaUnit> {
  readonly Vi: Expression<'Gcal'>;
  readonly Vд: Expression<'Gcal'>;
  readonly Vп: Expression<'Gcal'>;
  readonly Vм: Expression<'Gcal'>;
  readonly Sм: Expression<U>;
  readonly Sн: Expression<U>;
  readonly S: Expression<U>;
  readonly Sоб: Expression<U>;
}

/** Shares by area, and by area × days where something changes inside the month. */
export const HEATING_SHARES = { m2: shares('', 'm2'), 'm2-day': shares('ByDays', 'm2-day') } as const;

/** C = V × a / b: heat up to a day or a month; a part is the difference of two such, so the parts sum to V. */
export const heatPart = formula({
  id: 'heating.part',
  title: 'Нарастающая доля объёма',
  symbol: 'C',
  clause: HEATING.charge,
  inputs: { V: V('Объём'), a: given('1', COMMON_AREA_SCALE, 'Прошло'), b: given('1', COMMON_AREA_SCALE, 'Всего') },
  result: 'Gcal',
  is: (of) => byFactor(of.V, ratio(of.a, of.b)),
});

/** V = max(Vобщ − Vгвс, 0): heat of a shared meter less what heats the water. */
export const houseLessHotWater = formula({
  id: 'heating.houseLessHotWater',
  title: 'Тепло на отопление по общему прибору',
  symbol: 'Vд',
  clause: HEATING.hotWaterHeat,
  inputs: { Vобщ: V('Тепло по общему прибору'), Vгвс: V('Тепло на горячую воду') },
  result: 'Gcal',
  is: (of) => atLeastZero(minus(of['Vобщ'], of['Vгвс'])),
});

/** Vгвс = q × V: heat of the hot water by the normative of heating it. */
export const heatForHotWater = formula({
  id: 'heating.heatForHotWater',
  title: 'Тепло на горячую воду по нормативу подогрева',
  symbol: 'Vгвс',
  clause: HEATING.hotWaterHeat,
  inputs: { q: given('Gcal/m3', HEATING_SCALE, 'Норматив подогрева'), V: given('m3', VOLUME_SCALE, 'Объём горячей воды дома') },
  result: 'Gcal',
  is: (of) => times(of.q, of.V),
});

/** Vср = Vг / m: the monthly average of the months before. */
export const monthlyAverage = formula({
  id: 'heating.yearAverage',
  title: 'Среднемесячный объём',
  symbol: 'Vср',
  clause: HEATING.charge,
  inputs: { Vг: V('Объём за прошлые месяцы'), m: given('month', 0, 'Месяцев') },
  result: 'Gcal/month',
  is: (of) => per(of['Vг'], of.m),
});

/** V = Vб × G / Gб: the volume of known months brought to the weather of this one. */
export const weatherAverage = formula({
  id: 'heating.weatherAverage',
  title: 'Среднее с поправкой на погоду',
  symbol: 'V',
  clause: HEATING.weather,
  inputs: {
    Vб: V('Объём известных месяцев'),
    G: given('degree-day', 2, 'Градусо-сутки месяца'),
    Gб: given('degree-day', 2, 'Градусо-сутки известных месяцев'),
  },
  result: 'Gcal',
  is: (of) => byFactor(of['Vб'], ratio(of.G, of['Gб'])),
});

/** V = Vб × d / dб: the volume of known months by days of heating. */
export const daysAverage = formula({
  id: 'heating.daysAverage',
  title: 'Среднее по дням отопления',
  symbol: 'V',
  clause: HEATING.average,
  inputs: {
    Vб: V('Объём известных месяцев'),
    d: given('day', 0, 'Дней отопления'),
    dб: given('day', 0, 'Дней отопления известных месяцев'),
  },
  result: 'Gcal',
  is: (of) => byFactor(of['Vб'], ratio(of.d, of['dб'])),
});

/** ΔP = Pф − Pн: what a period should have cost less what was charged (формулы 3(2), 3(4), 3(5)). */
export const yearCorrection = formula({
  id: 'heating.correction',
  title: 'Корректировка отопления',
  symbol: 'ΔP',
  clause: HEATING.correction,
  inputs: { Pф: given('RUB', 2, 'Плата по фактическим объёмам'), Pн: given('RUB', 2, 'Начислено') },
  result: 'RUB',
  is: (of) => minus(of['Pф'], of['Pн']),
});

/** C = ΔP × a / b: money of a correction through share `a` of `b`; a month's share is the difference of two such. */
export const correctionThrough = formula({
  id: 'heating.correctionThrough',
  title: 'Корректировка нарастающим итогом',
  symbol: 'C',
  clause: HEATING.correction,
  inputs: { ΔP: given('RUB', 2, 'Корректировка'), a: given('1', 0, 'Прошло долей'), b: given('1', 0, 'Всего долей') },
  result: 'RUB',
  is: (of) => byFactor(of.ΔP, ratio(of.a, of.b)),
});

/** L = P × g: what a month may cost at most, by the payment of the same month of the year before (Moscow). */
export const growthLimit = formula({
  id: 'heating.growthLimit',
  title: 'Предел платы за отопление',
  symbol: 'L',
  clause: HEATING.correction,
  inputs: { P: given('RUB', 2, 'Плата за тот же месяц прошлого года'), g: given('1', 2, 'Предельный рост') },
  result: 'RUB',
  is: (of) => byFactor(of.P, of.g),
});

/** ΔP = ΣP × m / Σm − P: the charges of premises with allocators divided by what the allocators counted (формула 6). */
export const allocatorCorrection = formula({
  id: 'heating.allocatorCorrection',
  title: 'Корректировка по распределителям',
  symbol: 'ΔP',
  clause: HEATING.allocators,
  inputs: {
    ΣP: given('RUB', 2, 'Плата всех помещений с распределителями'),
    m: given('unit', VOLUME_SCALE, 'Единицы распределителей помещения'),
    Σm: given('unit', VOLUME_SCALE, 'Единицы всех распределителей'),
    P: given('RUB', 2, 'Плата помещения'),
  },
  result: 'RUB',
  is: (of) => minus(byFactor(of.ΣP, ratio(of.m, of.Σm)), of.P),
});
