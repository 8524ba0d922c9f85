import type { IncidentRecord } from './records';
import type { ServiceCode } from './services';

/** Fields that only some incidents have. */
const FIELDS = [
  'hoursAbove',
  'weather',
  'planned',
  'deadEnd',
  'celsius',
  'measured',
  'normCelsius',
  'deviationPercent',
  'megapascals',
] as const;
type Field = (typeof FIELDS)[number];

/** What incidents of one type of a service say: what they may, and groups of which they say exactly one. */
interface IncidentForm {
  readonly may: readonly Field[];
  readonly one: readonly (readonly Field[])[];
}

const form = (may: readonly Field[], ...one: readonly (readonly Field[])[]): IncidentForm => ({ may, one });
const BREAK = form(['hoursAbove', 'planned']);
const PLAIN = form([]);
const PRESSURE = form([], ['deviationPercent', 'megapascals']);

/** Which types of incidents a service has, and what each says (ПП № 354, прил. 1). */
const FORMS: Readonly<Partial<Record<ServiceCode, Readonly<Partial<Record<IncidentRecord['type'], IncidentForm>>>>>> = {
  coldWater: { interruption: BREAK, composition: PLAIN, pressure: PRESSURE },
  hotWater: {
    interruption: form(['hoursAbove', 'planned', 'deadEnd']),
    temperature: form([], ['celsius', 'measured']),
    composition: PLAIN,
    pressure: PRESSURE,
  },
  sewerage: { interruption: BREAK },
  electricity: { interruption: BREAK, voltage: PLAIN },
  gas: { interruption: BREAK, composition: PLAIN, pressure: PRESSURE },
  heating: {
    interruption: form(['planned'], ['hoursAbove', 'celsius']),
    temperature: form(['normCelsius'], ['celsius', 'measured']),
    pressure: form([], ['deviationPercent']),
  },
  waste: { interruption: form(['hoursAbove', 'weather']) },
};

/** What such an incident says; `null` when the service has none of its type, `undefined` when it has none at all. */
export const incidentForm = ({ service, type }: Pick<IncidentRecord, 'service' | 'type'>): IncidentForm | null | undefined => {
  const own = FORMS[service];
  return own === undefined ? undefined : (own[type] ?? null);
};

/** Fields that an incident has and its type does not know. */
export const strangeFields = (one: IncidentRecord, { may, one: groups }: IncidentForm): readonly Field[] =>
  FIELDS.filter((field) => one[field] !== undefined && !may.includes(field) && !groups.some((group) => group.includes(field)));

/** Groups of fields of which an incident does not say exactly one. */
export const unsaid = (one: IncidentRecord, { one: groups }: IncidentForm): readonly (readonly Field[])[] =>
  groups.filter((group) => group.filter((field) => one[field] !== undefined).length !== 1);
