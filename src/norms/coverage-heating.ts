import { HEATING } from './acts-heating';
import { type Coverage, complete, law, partial } from './coverage-row';

const HEATING_CASES = [law('heating-digest.yaml'), law('heating-house.yaml'), law('heating-meters.yaml'), law('heating-uniform.yaml')];
const HEATING_OLD = [law('heating-before-2019.yaml')];

/** What is covered of heating. */
export const HEATING_COVERAGE: readonly Coverage[] = [
  complete(HEATING.charge, ['heating.charge', 'heating.part', 'heating.yearAverage'], HEATING_CASES),
  complete(HEATING.offSeason, ['heating.volume'], HEATING_CASES),
  complete(
    HEATING.season,
    ['charges/heating-book'],
    HEATING_CASES,
    'Период — по распоряжению; температуру пяти суток движок не проверяет.',
  ),
  complete(HEATING.modes, ['heating.volume', 'model/heating-facts'], [law('heating-uniform.yaml')]),
  complete(
    HEATING.byNormative,
    ['heating.byNormative', 'heating.byNormativeByDays', 'heating.byNormativeCalendar', 'heating.byNormativeCalendarByDays'],
    [law('heating-house.yaml')],
  ),
  complete(HEATING.byNormativeUniform, ['heating.byNormativeUniform', 'heating.byNormativeUniformByDays'], [law('heating-house.yaml')]),
  complete(HEATING.byNormativeHouse, ['heating.volume'], HEATING_OLD),
  complete(HEATING.byNormativeHouseUniform, ['heating.volume'], HEATING_OLD),
  complete(HEATING.normativeParts, ['heating.volume', 'heating.byHouse'], HEATING_CASES),
  complete(HEATING.normativePartsUniform, ['heating.volume', 'heating.byHouse'], HEATING_CASES),
  complete(HEATING.houseOld, ['heating.volume', 'heating.byHouseArea', 'heating.byHouseAreaByDays'], HEATING_OLD),
  complete(HEATING.houseOldUniform, ['heating.volume', 'heating.byHouseArea'], HEATING_OLD),
  complete(HEATING.allOldCommon, ['heating.volume', 'heating.allUnheated'], HEATING_OLD),
  complete(HEATING.allOld, ['heating.volume', 'heating.allMetered'], HEATING_OLD),
  complete(HEATING.house, ['heating.volume', 'heating.byHouse', 'heating.byHouseByDays'], HEATING_CASES),
  complete(
    HEATING.some,
    ['heating.volume', 'heating.someMetered', 'heating.someMeteredByDays', 'heating.someAverage', 'heating.someAverageByDays'],
    HEATING_CASES,
  ),
  complete(HEATING.all, ['heating.volume', 'heating.allMetered', 'heating.allMeteredByDays', 'heating.allUnheatedByDays'], HEATING_CASES),
  complete(HEATING.individualByArea, ['heating.individualByArea', 'heating.individualByAreaByDays'], HEATING_CASES),
  complete(HEATING.individualByMeters, ['heating.individualByMeters', 'heating.individualByMetersByDays'], HEATING_CASES),
  complete(
    HEATING.noDevices,
    ['heating.byHouseUnheated', 'heating.byHouseUnheatedByDays', 'heating.someUnheated', 'heating.someUnheatedByDays'],
    HEATING_CASES,
  ),
  complete(HEATING.detachedMeter, ['heating.volume'], [law('heating-house.yaml')]),
  complete(HEATING.detachedMeterUniform, ['heating.volume', 'heating.yearAverage'], [law('heating-uniform.yaml')]),
  complete(HEATING.correction, ['heating.correction', 'heating.correctionThrough', 'heating.growthLimit'], [law('heating-uniform.yaml')]),
  complete(HEATING.allocators, ['heating.allocatorCorrection'], [law('heating-house.yaml')]),
  complete(HEATING.room, ['heating.room', 'heating.roomByDays'], [law('heating-house.yaml')]),
  partial(
    HEATING.own,
    [
      ...['heatingMade.heatShare', 'heatingMade.gasShare', 'heatingMade.electricityShare', 'heatingMade.heatShareByDays'],
      ...['heatingMade.gasShareByDays', 'heatingMade.electricityShareByDays', 'heatingMade.heatAverage', 'heatingMade.gasAverage'],
      ...['heatingMade.electricityAverage', 'heatingMade.heat.charge', 'heatingMade.gas.charge', 'heatingMade.electricity.charge'],
    ],
    [law('heating-house.yaml')],
    'Тепло, газ, электроэнергия; твёрдое топливо и холодная вода — отдельно.',
  ),
  complete(
    HEATING.ownMetered,
    ['heating.volume', 'heatingMade.heatByHeat', 'heatingMade.gasByHeat', 'heatingMade.electricityByHeat'],
    [law('heating-house.yaml')],
  ),
  complete(HEATING.average, ['heating.daysAverage', 'house/heat-meter'], [law('heating-house.yaml')]),
  complete(HEATING.weather, ['heating.weatherAverage'], [law('heating-house.yaml')]),
  complete(HEATING.normativeAfter, ['heating.volume'], [law('heating-house.yaml')]),
  complete(HEATING.hotWaterHeat, ['heating.houseLessHotWater', 'heating.heatForHotWater'], [law('heating-house.yaml')]),
  complete(HEATING.multiplier, ['heating.excess', 'heating.chargeRaised'], HEATING_OLD),
];
