import type { Draft } from './draft';
import type { HousePlan } from './flat';
import { houseTerms } from './house-terms';
import { betweenOwners, measuredAnew, office, oldNumbers, shop, soldWithoutReading, soldWithReading } from './stories-accounts';
import {
  afterTheDay,
  correctedReading,
  darkMeter,
  expired,
  expiredForGood,
  expiredWithReading,
  failed,
  heldReading,
  oneOfTwoExpires,
  replaced,
  replacedBlindly,
  rollover,
  shortHistory,
  silent,
  twoRisers,
  verifiedLate,
} from './stories-meters';
import { bornAndLeft, coldOnly, empty, guests, impossible, unmetered } from './stories-people';
import { tell } from './story';

/** Sixty premises in Perm with gas stoves: hot water in two components. */
export const PERM: HousePlan = {
  id: 'prm-1',
  accounts: '59010',
  metered: ['coldWater', 'hotWater', 'electricity'],
  zones: () => ['T0'],
};

/** Twelve premises in Chernushka with water heaters of their own: cold water and maintenance; the rest are contracts with the suppliers. */
export const CHERNUSHKA: HousePlan = { id: 'chr-1', accounts: '59570', metered: ['coldWater'], zones: () => ['T0'] };

/** Facts of the house in Perm. */
export const perm60 = (): readonly Draft[] => {
  const out = [
    ...houseTerms(PERM.id, 'Пермь, Примерная улица, дом 3', 'ru-per', [
      { service: 'coldWater', provider: 'uk-perm', tariff: 'prm.coldWater', normative: 'prm.n.coldWater' },
      {
        service: 'hotWater',
        provider: 'uk-perm',
        tariff: 'prm.coldWater',
        heatTariff: 'prm.heat',
        normative: 'prm.n.hotWater',
        heatNormative: 'prm.n.heat',
      },
      { service: 'sewerage', provider: 'uk-perm', tariff: 'prm.sewerage' },
      { service: 'electricity', provider: 'power-perm', tariff: 'prm.electricity', legalEntityTariff: 'prm.electricity.others' },
      { service: 'maintenance', provider: 'uk-perm', tariff: 'prm.maintenance' },
    ]),
  ];
  tell(out, PERM, 60, {
    4: expiredForGood,
    6: coldOnly,
    7: expiredWithReading,
    9: bornAndLeft,
    11: impossible,
    12: unmetered,
    14: empty,
    16: rollover,
    17: silent,
    18: expired,
    21: replaced,
    22: replacedBlindly,
    23: soldWithReading,
    25: soldWithoutReading,
    26: betweenOwners,
    27: failed,
    29: shortHistory,
    31: heldReading,
    33: correctedReading,
    34: darkMeter,
    36: twoRisers,
    37: oneOfTwoExpires,
    38: verifiedLate,
    39: afterTheDay,
    42: guests,
    44: measuredAnew,
    46: oldNumbers,
    53: silent,
    57: unmetered,
    59: shop,
    60: office,
  });
  return out;
};

/** Facts of the house in Chernushka. */
export const chernushka12 = (): readonly Draft[] => {
  const out = [
    ...houseTerms(CHERNUSHKA.id, 'Чернушка, Примерная улица, дом 4', 'ru-per', [
      {
        service: 'coldWater',
        provider: 'tszh-chernushka',
        tariff: 'chr.coldWater',
        legalEntityTariff: 'chr.coldWater.others',
        normative: 'chr.n.coldWater',
      },
      { service: 'maintenance', provider: 'tszh-chernushka', tariff: 'chr.maintenance' },
    ]),
  ];
  tell(out, CHERNUSHKA, 12, { 2: expired, 4: unmetered, 5: silent, 8: bornAndLeft, 9: expiredWithReading, 12: shop });
  return out;
};
