/** Volume in cubic metres, or mass: kilograms of a normative, tonnes of a tariff. */
export type WasteAmount = 'volume' | 'mass';

/** What a normative of accumulation is of: whose or what, in volume or mass, for a year or a month. */
export interface WasteForm {
  readonly base: 'person' | 'm2' | 'unit';
  readonly amount: WasteAmount;
  readonly period: 'year' | 'month';
}

const FORM = /^(m3|kg)\/(person|m2|unit)-(year|month)$/;

const known = new Map<string, WasteForm | null>();

/** The form of a unit; `null` for a unit of something else. @example formOfNormative('kg/person-year') //=> { base: 'person', amount: 'mass', period: 'year' } */
export const formOfNormative = (unit: string): WasteForm | null => {
  let form = known.get(unit);
  if (form === undefined) {
    const found = FORM.exec(unit);
    form =
      found === null
        ? null
        : {
            base: found[2] as WasteForm['base'],
            amount: found[1] === 'kg' ? 'mass' : 'volume',
            period: found[3] as WasteForm['period'],
          };
    known.set(unit, form);
  }
  return form;
};
