import type { Draft } from './draft';
import type { HousePlan } from './flat';
import { houseTerms } from './house-terms';
import { betweenOwners, measuredAnew, office, oldNumbers, shop, soldWithoutReading, soldWithReading } from './stories-accounts';
import {
  afterTheDay,
  correctedReading,
  darkMeter,
  expired,
  expiredWithReading,
  failed,
  heldReading,
  oneOfTwoExpires,
  replaced,
  replacedBlindly,
  rollover,
  silent,
  twoRisers,
  verifiedLate,
} from './stories-meters';
import { bornAndLeft, empty, guests, impossible, unmetered } from './stories-people';
import { tell } from './story';

/** Sixty premises with electric stoves: electricity at one tariff or in three zones, hot water at one price. */
export const MOSCOW_60: HousePlan = {
  id: 'msk-1',
  accounts: '77010',
  metered: ['coldWater', 'hotWater', 'electricity'],
  zones: (flat) => (flat % 4 === 0 ? ['T0'] : ['T1', 'T2', 'T3']),
};

/** Twelve premises with gas stoves: electricity at one tariff or in two zones, whose day price no house with three zones could have. */
export const MOSCOW_12: HousePlan = {
  id: 'msk-2',
  accounts: '77020',
  metered: ['coldWater', 'hotWater', 'electricity'],
  zones: (flat) => (flat % 2 === 0 ? ['T0'] : ['T1', 'T2']),
};

const water = [
  { service: 'coldWater', provider: 'uk-moscow', tariff: 'msk.coldWater', normative: 'msk.n.coldWater' },
  { service: 'hotWater', provider: 'uk-moscow', tariff: 'msk.hotWater', normative: 'msk.n.hotWater' },
  { service: 'sewerage', provider: 'uk-moscow', tariff: 'msk.sewerage' },
  { service: 'maintenance', provider: 'uk-moscow', tariff: 'msk.maintenance' },
] as const;

/** Facts of the house with electric stoves. */
export const moscow60 = (): readonly Draft[] => {
  const electricity = {
    service: 'electricity',
    provider: 'power-moscow',
    tariff: 'msk.electricity.single',
    zoneTariffs: { T1: 'msk.electricity.peak', T2: 'msk.electricity.night', T3: 'msk.electricity.halfPeak' },
    legalEntityTariff: 'msk.electricity.others',
  } as const;
  const out = [...houseTerms(MOSCOW_60.id, 'Москва, Примерная улица, дом 1', 'ru-mow', [...water, electricity])];
  tell(out, MOSCOW_60, 60, {
    2: silent,
    3: expired,
    4: expiredWithReading,
    5: failed,
    6: replaced,
    7: replacedBlindly,
    8: twoRisers,
    9: oneOfTwoExpires,
    10: unmetered,
    11: impossible,
    12: empty,
    13: bornAndLeft,
    14: guests,
    15: darkMeter,
    16: rollover,
    17: heldReading,
    18: correctedReading,
    19: soldWithReading,
    20: soldWithoutReading,
    21: betweenOwners,
    22: oldNumbers,
    28: afterTheDay,
    29: verifiedLate,
    30: measuredAnew,
    41: expired,
    47: unmetered,
    52: oldNumbers,
    59: shop,
    60: office,
  });
  return out;
};

/** Facts of the house with gas stoves. */
export const moscow12 = (): readonly Draft[] => {
  const electricity = {
    service: 'electricity',
    provider: 'power-moscow',
    tariff: 'msk.electricityGas.single',
    zoneTariffs: { T1: 'msk.electricityGas.day', T2: 'msk.electricityGas.night' },
  } as const;
  const out = [...houseTerms(MOSCOW_12.id, 'Москва, Примерная улица, дом 2', 'ru-mow', [...water, electricity])];
  tell(out, MOSCOW_12, 12, { 3: darkMeter, 5: soldWithReading, 7: unmetered, 10: heldReading });
  return out;
};
