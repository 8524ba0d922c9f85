import type { CommonCode } from './problem-text-codes';
import type { Words } from './problem-text-words';

/** English texts about the common needs of a house. */
export const COMMON_EN: Readonly<Record<CommonCode, Words>> = {
  'common-terms-overlap': (p) => [
    `terms of common needs for ${p.value} share days${p.when('other', (other) => ` with the fact ${other}`)}`,
    'Close the earlier terms with to, on the day on which the new ones begin.',
  ],
  'common-terms-mid-month': (p) => [
    `terms of common needs for ${p.value} change${p.when('what', (what) => ` ${what}`)} inside a month${p.when('from', (from) => `, on ${from}`)}${p.when('other', (other) => `: before it the fact ${other}`)}`,
    'The balance of a month has one provider and one method: let the new terms begin on the first of a month, and close the earlier ones with to on that day.',
  ],
  'inlet-within-itself': (p) => [
    `the inlet ${p.value} stands within itself`,
    'Break the circle: within leads to the inlet nearer to the mains.',
  ],
  'house-volume-twice': (p) => [
    `the volume of the house for ${p.value} is there twice${p.when('other', (other) => `: first as ${other}`)}`,
    'Keep one fact a month, service and inlet; corrections are new facts with supersedes.',
  ],
  'common-incomplete': (p) => [
    `no volume of common needs (${p.value}): volumes of premises with direct contracts are missing${p.when('premises', (list) => ` — ${list}`)}`,
    'Add the volumes the supplier told to suppliedVolumes of these premises, or neighbours pay for what is not theirs.',
  ],
  'common-meter-missing': (p) => [
    `the method needs the volume of the house (${p.value}), and there is none${p.when('month', (month) => ` for ${month}`)}`,
    'Add readings of the house meter, or a houseVolume fact with the volume of the act.',
  ],
  'common-average-missing': (p) => [
    `no monthly average of common needs (${p.value}): the meter has worked for too short a time`,
    'Add the volume of the meeting’s decision to averages of the common terms.',
  ],
  'common-area-missing': (p) => [
    `no area of common property (${p.value})${p.when('month', (month) => ` on ${month}`)}`,
    'Add the area of the technical passport to areas of the common terms, of heating to commonAreas of its terms (0 where nothing common is heated).',
  ],
  'premises-area-exceeded': (p) => [
    `the premises together are larger than the house: ${p.value}${p.when('stated', (stated) => ` against ${stated}`)} m²`,
    'Mend premisesArea of the house or the areas of premises: shares of common needs cannot pass one.',
  ],
  'house-volume-resource': (p) => [
    `the volume of the house (${p.value}) and the resource do not fit each other`,
    'A volume forHotWater has the service hotWater and the field resource: heat, gas or electricity; other volumes have no such field.',
  ],
  'made-resource-twice': (p) => [
    `made names the resource ${p.value} twice`,
    'Keep one tariff a resource: its changes by date are values of that tariff.',
  ],
  'made-volume-missing': (p) => [
    `how much of the resource (${p.value}) was spent for heating water in the house is not known${p.when('month', (month) => ` for ${month}`)}`,
    'Add a houseVolume fact with what: forHotWater by the meter or act, or the specific consumption to made of the service.',
  ],
  'made-incomplete': (p) => [
    `the hot water of the house cannot be summed: volumes of premises with direct contracts are missing${p.when('premises', (list) => ` — ${list}`)}`,
    'Add the volumes the supplier told to suppliedVolumes of these premises, or neighbours pay for heating what is not theirs.',
  ],
};
