/** Services paid for beside utilities; codes are stable. Prepaid ones are billed once, for the days they are valid. */
export const HOUSING_CODES = ['maintenance', 'rent', 'capitalRepair', 'targetFee', 'additional', 'paidWork', 'subscription'] as const;
/** A service beside utilities («жилищная, прочая или платная услуга»). */
export type HousingCode = (typeof HOUSING_CODES)[number];

/** Housing services that a house has terms for, month by month: works and subscriptions are facts of an account. */
export const TERM_HOUSING = ['maintenance', 'rent', 'capitalRepair', 'targetFee', 'additional'] as const satisfies readonly HousingCode[];
/** A housing service with terms. */
export type TermHousing = (typeof TERM_HOUSING)[number];

const ALL: ReadonlySet<string> = new Set(HOUSING_CODES);

/** Is the service no utility? */
export const isHousing = (service: string): service is HousingCode => ALL.has(service);

/** Russian names, as a payment document prints them. */
export const HOUSING_TITLE: Readonly<Record<HousingCode, string>> = {
  maintenance: 'Содержание жилого помещения',
  rent: 'Плата за наём',
  capitalRepair: 'Взнос на капитальный ремонт',
  targetFee: 'Целевой взнос',
  additional: 'Дополнительная услуга',
  paidWork: 'Разовая платная услуга',
  subscription: 'Услуга по предоплате',
};

/** What the codes stand for, in the descriptions of schemas. */
export const HOUSING_WORDS =
  'maintenance содержание жилого помещения, rent плата за наём, capitalRepair взнос на капитальный ремонт, targetFee целевой взнос, additional дополнительная услуга, paidWork разовая платная услуга, subscription услуга по предоплате';

/** Units that a housing service is priced by, from the unit of its tariff: square metres, premises, people, units, a part of a sum of the house. */
export const HOUSING_UNITS = ['m2-month', 'premises-month', 'person-month', 'unit-month', 'house-month', 'house'] as const;
/** Unit of a housing service. */
export type HousingUnit = (typeof HOUSING_UNITS)[number];

/** Units of tariffs that housing services may have. */
export const HOUSING_TARIFF_UNITS = HOUSING_UNITS.map((unit) => `RUB/${unit}` as const);

/** Unit of the volume under a housing tariff. @example housingUnit('RUB/m2-month') //=> 'm2-month' */
export const housingUnit = (tariffUnit: string): HousingUnit => tariffUnit.slice('RUB/'.length) as HousingUnit;

/** Is a sum of the whole house shared, so that each account takes its part of it? */
export const isHouseSum = (unit: string): boolean => unit === 'house-month' || unit === 'house';

/** Who pays: whoever uses the premises, its owners only, its tenant only. */
export const PAYERS = ['holder', 'owner', 'tenant'] as const;
export type HousingPayer = (typeof PAYERS)[number];

/** Who pays a service whose terms do not say (ЖК РФ, ст. 154). */
export const PAYER_OF: Readonly<Record<TermHousing, HousingPayer>> = {
  maintenance: 'holder',
  rent: 'tenant',
  capitalRepair: 'owner',
  targetFee: 'owner',
  additional: 'holder',
};
