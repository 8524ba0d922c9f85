import type { WasteCode } from './problem-text-codes';
import type { Words } from './problem-text-words';

/** English texts about waste, absences, incidents and quality. */
export const WASTE_EN: Readonly<Record<WasteCode, Words>> = {
  'waste-basis-missing': (p) => [
    `nothing says how waste is charged${p.when('day', (day) => ` on ${day}`)}${p.when('month', (month) => ` in ${month}`)}`,
    `Add waste.basis from that day to the terms of the service: per person, per area or by containers, with the act of the region.${p.when('seriesFrom', (from) => ` The series begins ${from}.`)}`,
  ],
  'waste-basis-mid-month': (p) => [
    `a basis by containers changes inside a month: ${p.value}`,
    'What was removed is known for a month: let a basis by containers begin and end on the first.',
  ],
  'waste-normative-missing': (p) => [
    `the basis ${p.value}${p.when('from', (from) => ` from ${from}`)} has no normative of accumulation`,
    'Name the code of a normative per person or per m² in waste.basis.',
  ],
  'waste-terms-field': (p) => [
    `the field ${p.value} is missing, which “${p.fact('by') ?? ''}” needs${p.when('from', (from) => `, from ${from}`)}`,
    'units: normative and units; contract: volume; none: why.',
  ],
  'waste-removal-twice': (p) => [
    `what was removed in ${p.value} is there twice${p.when('other', (other) => `: first as ${other}`)}`,
    'Keep one fact a month, all sites together; corrections are new facts with supersedes.',
  ],
  'waste-terms-missing': (p) => [
    `a non-residential premises: nothing says how it pays for waste${p.when('month', (month) => ` in ${month}`)}`,
    'Add waste.terms to the premises: units of a category with their normative, a contract volume, its own containers, or none with the reason (parking place, direct contract).',
  ],
  'waste-volume-missing': (p) => [
    `no volume removed from the containers${p.value === '' ? '' : ` in ${p.value}`}`,
    'Add a wasteRemovals fact for the month: the volume of the act and, for a site of several houses, the people or the area of the others.',
  ],
  'waste-nobody': (p) => [
    `there is nobody to share what was removed in ${p.value}`,
    'Check residents, owners and areas: the containers serve nobody in the house.',
  ],
  'rule-expired': (p) => [
    `the rule ${p.value} is not in force any more${p.when('day', (day) => `: it is asked on ${day}`)}${p.when('until', (until) => `, it was in force through ${until}`)}`,
    'The reduction of a charge per area for absence was made to end on 31.12.2027: read in a newer act whether it was prolonged; until then withdraw the absence or cut it at that day.',
  ],
  'absence-person-unknown': (p) => [
    `${p.value} does not live in this premises${p.when('premises', (id) => `: ${id}`)}`,
    'Check the code of the person: it is that of a resident fact of this premises.',
  ],
  'absence-beyond-documents': (p) => [
    `the absence is longer than its documents: ${p.value} is not confirmed${p.when('from', (from) => `, the absence is from ${from}`)}${p.when('to', (to) => ` to ${to}`)}`,
    'Add a document for these days, or shorten the absence.',
  ],
  'absences-overlap': (p) => [
    `absences of ${p.value} share days${p.when('other', (other) => ` with the fact ${other}`)}`,
    'Keep one absence for each day; corrections are new facts with supersedes.',
  ],
  'incident-service': (p) => [
    `the service ${p.value} has no incident facts`,
    'Utilities have breaks and bad quality; of housing services housingDefect facts tell.',
  ],
  'incident-type': (p) => [
    `the service${p.when('service', (service) => ` ${service}`)} has no incident of the type ${p.value}`,
    'Check service and type: annex 1 to the rules № 354 says what a service has.',
  ],
  'incident-field': (p) => [
    `the field ${p.value} has nothing to do with ${p.when('type', (type) => type)}${p.when('service', (service) => ` of ${service}`)}`,
    'Leave the field out, or check service and type.',
  ],
  'incident-measure': (p) => [
    `${p.when('type', (type) => type)}${p.when('service', (service) => ` of ${service}`)} has to have exactly one of the fields: ${p.value}`,
    'Add what the act measured, or leave the other field out.',
  ],
  'incident-measured-order': (p) => [
    `measurements are out of order: ${p.value}${p.when('from', (from) => `, the incident is from ${from}`)}${p.when('to', (to) => ` to ${to}`)}`,
    'The first begins with the incident, the others follow in order before its end.',
  ],
  'incident-minutes': (p) => [`delays of waste removal are counted in full hours: ${p.value}`, 'Write the hour without minutes.'],
  'quality-feeds-missing': (p) => [
    `nothing says how many sources feed the house${p.when('month', (month) => ` (${month})`)}, on which the tolerated break of electricity depends`,
    'Add feeds to the terms of the service electricity: 2 for two independent sources, 1 for one.',
  ],
  'quality-cold-tariff-missing': (p) => [
    `hot water below 40 °C is paid at the tariff of cold water, and the house has none${p.when('month', (month) => ` (${month})`)}`,
    'Add terms of the service coldWater with a tariff for these days.',
  ],
  'incident-weather-missing': () => [
    'nothing says whether it was cold or warm, on which the tolerated deviation depends',
    'Add weather (cold: +5 °C or colder, warm: warmer), or hoursAbove of the act.',
  ],
  'incident-hours': (p) => [
    `${p.value} hours above what is tolerated, and the whole break is shorter${p.when('most', (most) => `: ${most} h`)}`,
    'Check from, to and hoursAbove.',
  ],
  'incidents-overlap': (p) => [
    `incidents of one type of one premises share hours: ${p.value}${p.when('other', (other) => `, the other fact is ${other}`)}`,
    'An hour counts once: join them in one fact.',
  ],
};
