import type { HeatingTextCode } from './problem-text-codes';
import type { Words } from './problem-text-words';

const when = (day: string): string => ` for ${day}`;

/** English texts about heating. */
export const HEATING_EN: Readonly<Record<HeatingTextCode, Words>> = {
  'heating-terms-missing': () => [
    'the house has the service heating but no terms of it',
    'Add a heatingTerms fact: territory, house meter, heated common rooms.',
  ],
  'heating-terms-twice': (p) => [
    `terms of heating of the house are there twice${p.when('other', (other) => `: the first is ${other}`)}`,
    'Keep one: changes by date stand inside it, a correction is a new fact with supersedes.',
  ],
  'heating-normative-basis': (p) => [
    `the heating normative ${p.value} does not say what month it is per`,
    'Fill in heating of the normative: per (seasonMonth or calendarMonth) and months, the months of the heating season.',
  ],
  'heating-mode-forbidden': (p) => [
    `going over to even payment of heating from ${p.value} is forbidden`,
    'Since 2025-03-01 a territory does not go from the season to even payment; name the document in override if there is one.',
  ],
  'heating-season-overlap': (p) => [
    `heating seasons overlap: the one from ${p.value}${p.when('other', (other) => ` and the one from ${other}`)}`,
    'Close the earlier season with to: the first day without heating.',
  ],
  'heat-allocators-twice': (p) => [
    `allocators of premises ${p.value} are read twice for the same months${p.when('other', (other) => `: the first fact is ${other}`)}`,
    'Keep one fact a period; a correction is a new fact with supersedes.',
  ],
  'heating-mode-missing': (p) => [
    `territory ${p.value} has chosen no mode of payment of heating${p.when('month', when)}`,
    'Put the decision into modes of the territory: season or uniform with day and act.',
  ],
  'heating-season-missing': (p) => [
    `territory ${p.value} has no heating season${p.when('month', (month) => `, and ${month} is paid in the season`)}`,
    'Put the orders of beginning and end into seasons of the territory or the house.',
  ],
  'heating-volume-missing': (p) => [
    `there is no heat of the house${p.when('house', (house) => ` ${house}`)} for ${p.value}, though its meter works`,
    'Enter the volume as a houseVolume fact or a reading; if the meter failed, say so in meter of the terms of heating.',
  ],
  'heating-hot-water-missing': (p) => [
    `it is not said how much heat of the shared meter${p.when('house', (house) => ` of the house ${house}`)} hot water took in ${p.value}, though acts of other months do`,
    'Enter the act as a houseVolume fact (service: heating, what: ownUse; 0 where there was no water) or a normative of heating water in hotWaterNormative of the terms of heating.',
  ],
  'heating-temperature-missing': (p) => [
    `there is no outdoor temperature for ${p.value}: the average of the house meter is corrected for the weather`,
    'Enter temperatures and indoor of the territory, or the volume by its own method as a houseVolume fact, or the policy heatingFailedAverage.',
  ],
  'heating-factor-missing': (p) => [
    `there is no factor K of even payment for ${p.value}`,
    'Enter K from the regional act in factors of the territory: it is never computed.',
  ],
  'heating-normative-building': (p) => [
    `the heating normative has no row for house ${p.value}${p.when('storeys', (storeys) => `: storeys ${storeys}`)}${p.when('builtIn', (year) => `, built in ${year}`)}`,
    'Fill in storeys and builtIn of the terms of heating or add a row to buildings of the normative.',
  ],
  'heating-nothing-heated': (p) => [
    `nothing of the house is heated in ${p.value}: neither premises nor common rooms`,
    'Check heatingDevices and heatSources of the premises and commonAreas of the terms of heating.',
  ],
  'heating-unheated-area': (p) => [
    `premises without heating have ${p.value} m², more than the house${p.when('whole', (whole) => `, ${whole} m²`)}`,
    'Mend premisesArea of the house or the areas of premises without heating.',
  ],
  'heating-meters-above-house': (p) => [
    `meters of premises counted ${p.value} Gcal${p.when('house', (house) => `, more than the house, ${house} Gcal`)}${p.when('month', when)}`,
    'Check the readings of the premises and the volume of the house: premises cannot take more than their house.',
  ],
  'heating-coverage-contradicts': (p) => [
    `the premises has a heat meter and ${p.value}${p.when('month', when)}: one excludes the other`,
    'Close the meter (removedOn) or mend the documents about heating of the premises.',
  ],
  'heating-allocators-below-half': (p) => [
    `allocators cover no more than half of the area of house ${p.value}${p.when('from', (from) => ` from ${from}`)}${p.when('to', (to) => ` to ${to}`)}`,
    'Withdraw what the allocators counted: they are taken into account when they cover more than half of the area.',
  ],
  'heating-allocators-periods': (p) => [
    `allocators of house ${p.value} were read for different periods${p.when('from', (from) => `: not all premises have the one from ${from}`)}${p.when('to', (to) => ` to ${to}`)}`,
    'Mend from and to of what the allocators counted: premises corrected together have one period.',
  ],
};
