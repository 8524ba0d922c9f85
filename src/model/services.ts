import { z } from 'zod';

/** Services this engine bills. The list grows with the floors; codes are stable. */
export const serviceCode = z.enum(['coldWater', 'hotWater', 'sewerage', 'electricity', 'gas', 'heating', 'waste', 'maintenance']).meta({
  description:
    'Услуга: coldWater ХВС, hotWater ГВС, sewerage водоотведение, electricity электроснабжение, gas газоснабжение, heating отопление, waste обращение с ТКО, maintenance содержание жилого помещения',
});
/** A service («услуга»). */
export type ServiceCode = z.infer<typeof serviceCode>;

/** Services that can have a meter. */
export const meteredService = z.enum(['coldWater', 'hotWater', 'sewerage', 'electricity', 'gas', 'heating']).meta({
  description:
    'Услуга по прибору: coldWater ХВС, hotWater ГВС, sewerage водоотведение, electricity электроснабжение, gas газ, heating отопление',
});
/** A service that can have a meter. */
export type MeteredService = z.infer<typeof meteredService>;

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
  'coldWater',
  'hotWater',
  'sewerage',
  'heating',
  'electricity',
  'gas',
  'waste',
];

/** A zone as it is priced: the day and night of a two-zone meter may have prices of their own. */
export type PricedZone = Zone | 'T1of2' | 'T2of2';

/** How a register's zone is priced, by the number of registers of its meter. */
export const pricedZone = (zone: Zone, registers: number): PricedZone =>
  registers !== 2 ? zone : zone === 'T1' ? 'T1of2' : zone === 'T2' ? 'T2of2' : zone;

/** The zone that people read. */
export const shownZone = (zone: PricedZone): Zone => (zone === 'T1of2' ? 'T1' : zone === 'T2of2' ? 'T2' : zone);

/** Unit of a service's volume; waste is in tonnes where its tariff is. */
export const UNIT_OF: Readonly<Record<ServiceCode, 'm3' | 'kWh' | 'Gcal' | 'm2-month'>> = {
  coldWater: 'm3',
  hotWater: 'm3',
  sewerage: 'm3',
  electricity: 'kWh',
  gas: 'm3',
  heating: 'Gcal',
  waste: 'm3',
  maintenance: 'm2-month',
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
  maintenance: 'Содержание жилого помещения',
};

/** A name inside a sentence. @example titleInside('waste') //=> 'обращение с ТКО' */
export const titleInside = (service: ServiceCode): string => {
  const title = SERVICE_TITLE[service];
  return `${(title[0] ?? '').toLowerCase()}${title.slice(1)}`;
};
