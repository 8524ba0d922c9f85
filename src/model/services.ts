import { z } from 'zod';
import { HOUSING_CODES, HOUSING_TITLE, HOUSING_WORDS } from './housing-services';

/** Services this engine bills. The list grows with the floors; codes are stable. */
export const serviceCode = z.enum(['coldWater', 'hotWater', 'sewerage', 'electricity', 'gas', 'heating', 'waste', ...HOUSING_CODES]).meta({
  description: `Услуга: coldWater ХВС, hotWater ГВС, sewerage водоотведение, electricity электроснабжение, gas газоснабжение, heating отопление, waste обращение с ТКО, ${HOUSING_WORDS}`,
});
/** A service («услуга»). */
export type ServiceCode = z.infer<typeof serviceCode>;

/** Services that a house has terms for; works and subscriptions are facts of an account. */
export const termService = serviceCode.exclude(['paidWork', 'subscription']).meta({ description: 'Услуга, у которой есть условия в доме' });

/** Services that can have a meter. */
export const meteredService = z.enum(['coldWater', 'hotWater', 'sewerage', 'electricity', 'gas', 'heating']).meta({
  description:
    'Услуга по прибору: coldWater ХВС, hotWater ГВС, sewerage водоотведение, electricity электроснабжение, gas газ, heating отопление',
});
/** A service that can have a meter. */
export type MeteredService = z.infer<typeof meteredService>;

/** Place of a service among those that can have a meter. */
export const meteredPlace = (service: MeteredService): number =>
  service === 'coldWater' ? 0 : service === 'hotWater' ? 1 : service === 'electricity' ? 2 : METERED_ORDER.indexOf(service);
const METERED_ORDER: readonly MeteredService[] = ['coldWater', 'hotWater', 'electricity', 'sewerage', 'gas', 'heating'];

const METERED: ReadonlySet<string> = new Set(meteredService.options);

/** Has the service volumes that a premises finds by itself, by meter, average or normative? Heat is a matter of the whole house. */
export const countsItself = (service: ServiceCode): boolean => METERED.has(service) && service !== 'heating';

/** Tariff zone of electricity («зона суток»): one, two or three registers; water has `T0`. */
export const zoneCode = z.enum(['T0', 'T1', 'T2', 'T3']).meta({ description: 'Зона суток: T0 без зон, T1–T3 по зонам' });
/** A register's zone. */
export type Zone = z.infer<typeof zoneCode>;

/** Order of services in a payment document. */
export const SERVICE_ORDER: readonly ServiceCode[] = [
  'maintenance',
  'rent',
  'coldWater',
  'hotWater',
  'sewerage',
  'heating',
  'electricity',
  'gas',
  'waste',
  'capitalRepair',
  'targetFee',
  'additional',
  'paidWork',
  'subscription',
];

/** A zone as it is priced: the day and night of a two-zone meter may have prices of their own. */
export type PricedZone = Zone | 'T1of2' | 'T2of2';

/** How a register's zone is priced, by the number of registers of its meter. */
export const pricedZone = (zone: Zone, registers: number): PricedZone =>
  registers !== 2 ? zone : zone === 'T1' ? 'T1of2' : zone === 'T2' ? 'T2of2' : zone;

/** Zones as they are priced, the commonest first. */
export const PRICED_ZONES: readonly PricedZone[] = ['T0', 'T1', 'T2', 'T3', 'T1of2', 'T2of2'];

/** Place of a zone among the priced ones; compared one by one, for a table of names would be asked for every volume. */
export const pricedPlace = (zone: PricedZone): number =>
  zone === 'T0' ? 0 : zone === 'T1' ? 1 : zone === 'T2' ? 2 : zone === 'T3' ? 3 : zone === 'T1of2' ? 4 : 5;

/** The zone that people read. */
export const shownZone = (zone: PricedZone): Zone => (zone === 'T1of2' ? 'T1' : zone === 'T2of2' ? 'T2' : zone);

/** Unit of a service's volume; waste is in tonnes where its tariff is, a housing service with terms has that of its tariff. */
export const UNIT_OF: Readonly<Record<ServiceCode, 'm3' | 'kWh' | 'Gcal' | 'm2-month' | 'piece' | 'period'>> = {
  coldWater: 'm3',
  hotWater: 'm3',
  sewerage: 'm3',
  electricity: 'kWh',
  gas: 'm3',
  heating: 'Gcal',
  waste: 'm3',
  maintenance: 'm2-month',
  rent: 'm2-month',
  capitalRepair: 'm2-month',
  targetFee: 'm2-month',
  additional: 'm2-month',
  paidWork: 'piece',
  subscription: 'period',
};

/** Russian names, as a payment document prints them. */
export const SERVICE_TITLE: Readonly<Record<ServiceCode, string>> = {
  coldWater: 'Холодное водоснабжение',
  hotWater: 'Горячее водоснабжение',
  sewerage: 'Водоотведение',
  electricity: 'Электроснабжение',
  gas: 'Газоснабжение',
  heating: 'Отопление',
  waste: 'Обращение с ТКО',
  ...HOUSING_TITLE,
};

/** A name inside a sentence. @example titleInside('waste') //=> 'обращение с ТКО' */
export const titleInside = (service: ServiceCode): string => {
  const title = SERVICE_TITLE[service];
  return `${(title[0] ?? '').toLowerCase()}${title.slice(1)}`;
};
