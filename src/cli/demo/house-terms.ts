import { type Draft, type DraftOf, known, TAKEN_OVER } from './draft';
import { BILLED_SINCE } from './flat';

type ServiceTerms = Omit<DraftOf<'service'>, 'kind' | 'id' | 'knownAt' | 'house' | 'from'>;

/** A house with the terms of its services. */
export const houseTerms = (id: string, address: string, region: string, services: readonly ServiceTerms[]): readonly Draft[] => [
  { kind: 'house', id, knownAt: known(TAKEN_OVER), address, region, billedSince: BILLED_SINCE },
  ...services.map(
    (terms): Draft => ({
      kind: 'service',
      id: `${id}-${terms.service}`,
      knownAt: known(TAKEN_OVER),
      house: id,
      from: '2025-01-01',
      ...terms,
    }),
  ),
];

const provider = (id: string, name: string): Draft => ({ kind: 'provider', id, knownAt: known(TAKEN_OVER), name });

/** Who provides the services of the demo's houses. */
export const providers = (): readonly Draft[] => [
  provider('uk-moscow', 'Управляющая компания «Пример», Москва'),
  provider('power-moscow', 'Энергосбыт, Москва (пример)'),
  provider('uk-perm', 'Управляющая компания «Пример», Пермь'),
  provider('power-perm', 'Энергосбыт, Пермь (пример)'),
  provider('tszh-chernushka', 'ТСЖ «Пример», Чернушка'),
];
