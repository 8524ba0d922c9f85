import type { BenefitProblemCode } from './assembly-problem';
import type { Words } from './problem-text-words';

const WHY_RU: Readonly<Record<string, string>> = {
  unknown: 'такой услуги в доме нет',
  twice: 'услуга названа дважды',
  measure: 'этой мерой услугу не измеряют',
  unit: 'тариф услуги в других единицах',
};
const WHY_EN: Readonly<Record<string, string>> = {
  unknown: 'the house has no such service',
  twice: 'the service is named twice',
  measure: 'this measure does not measure the service',
  unit: 'the tariff of the service has another unit',
};

/** Russian texts about benefits and subsidies. */
export const BENEFITS_RU: Readonly<Record<BenefitProblemCode, Words>> = {
  'benefit-for-whom': (p) => [`непонятно, чья льгота ${p.value}`, 'Назовите одно из двух: account или premises.'],
  'benefit-share': (p) => [`доля ${p.value} больше целого`, 'Доля — число от 0 до 1: половина пишется 0.5, 22 % — 0.22.'],
  'benefit-service': (p) => [
    `льгота на услугу ${p.value} не считается: ${p.when('why', (why) => WHY_RU[why] ?? why)}${p.when('by', (by) => ` (by: ${by})`)}`,
    'Проверьте service, item и by: объём и норматив — у воды, электричества, газа, отходов в м³; площадь — у платы с м² и отопления.',
  ],
  'benefit-field': (p) => [
    `поле ${p.value} не подходит к мере льготы${p.when('by', (by) => ` (by: ${by})`)}: его нет или оно лишнее`,
    'Для area нужна площадь на человека, для fixed — сумма больше нуля, для volume и normative без норматива услуги — normative.',
  ],
  'benefits-overlap': (p) => [
    `категория ${p.value} задана дважды в одни дни${p.when('person', (person) => ` (${person})`)}${p.when('other', (other) => `: ещё раз в факте ${other}`)}`,
    'Закройте прежнюю льготу полем to или исправьте её новым фактом с полем supersedes.',
  ],
};

/** English texts. */
export const BENEFITS_EN: Readonly<Record<BenefitProblemCode, Words>> = {
  'benefit-for-whom': (p) => [`it is not clear whose benefit ${p.value} is`, 'Name one of the two: `account` or `premises`.'],
  'benefit-share': (p) => [`the share ${p.value} is above the whole`, 'A share is a number from 0 to 1: one half is 0.5, 22 % is 0.22.'],
  'benefit-service': (p) => [
    `the benefit for ${p.value} cannot be computed: ${p.when('why', (why) => WHY_EN[why] ?? why)}${p.when('by', (by) => ` (by: ${by})`)}`,
    'Check `service`, `item` and `by`: volume and normative go with water, electricity, gas and waste in m³; area with fees per m² and heating.',
  ],
  'benefit-field': (p) => [
    `field ${p.value} does not go with the measure of the benefit${p.when('by', (by) => ` (by: ${by})`)}: it is missing or one too many`,
    'Area needs m² per person, fixed a sum above zero; volume and normative need `normative` where the service has none per person.',
  ],
  'benefits-overlap': (p) => [
    `category ${p.value} is there twice on the same days${p.when('person', (person) => ` (${person})`)}${p.when('other', (other) => `: again in fact ${other}`)}`,
    'End the earlier benefit with `to`, or mend it by a new fact that supersedes it.',
  ],
};
