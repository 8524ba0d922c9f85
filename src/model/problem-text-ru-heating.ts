import type { HeatingTextCode } from './problem-text-codes';
import type { Words } from './problem-text-words';

const when = (day: string): string => ` за ${day}`;

/** Russian texts about heating. */
export const HEATING_RU: Readonly<Record<HeatingTextCode, Words>> = {
  'heating-terms-missing': () => [
    'у дома есть услуга «отопление», но нет её условий',
    'Добавьте факт heatingTerms: территория, прибор дома, отапливаемое общее имущество.',
  ],
  'heating-terms-twice': (p) => [
    `условия отопления дома внесены дважды${p.when('other', (other) => `: первый факт ${other}`)}`,
    'Оставьте одни условия: изменения по датам стоят внутри них, исправление вносят новым фактом с полем supersedes.',
  ],
  'heating-normative-basis': (p) => [
    `не сказано, на какой месяц установлен норматив отопления ${p.value}`,
    'Заполните поле heating норматива: per (seasonMonth или calendarMonth) и months — месяцев отопительного периода.',
  ],
  'heating-mode-forbidden': (p) => [
    `переход на равномерную оплату отопления с ${p.value} запрещён`,
    'С 01.03.2025 с оплаты в отопительный период на равномерную не переходят; если есть документ, назовите его в override.',
  ],
  'heating-season-overlap': (p) => [
    `отопительные периоды пересекаются: период с ${p.value}${p.when('other', (other) => ` и период с ${other}`)}`,
    'Закройте прежний период полем to: первым днём, когда отопления уже нет.',
  ],
  'heat-allocators-twice': (p) => [
    `показания распределителей помещения ${p.value} за одни месяцы внесены дважды${p.when('other', (other) => `: первый факт ${other}`)}`,
    'Оставьте один факт на период; исправление вносят новым фактом с полем supersedes.',
  ],
  'heating-mode-missing': (p) => [
    `территория ${p.value} не выбрала способа оплаты отопления${p.when('month', when)}`,
    'Внесите решение в modes территории: season или uniform с датой и актом.',
  ],
  'heating-season-missing': (p) => [
    `нет отопительного периода территории ${p.value}${p.when('month', (month) => `, а оплата ${month} — в отопительный период`)}`,
    'Внесите распоряжения о начале и конце отопления в seasons территории или дома.',
  ],
  'heating-volume-missing': (p) => [
    `нет объёма тепла дома${p.when('house', (house) => ` ${house}`)} за ${p.value}, хотя прибор дома работает`,
    'Внесите объём фактом houseVolume или показание прибора; если прибор вышел из строя, назовите это в meter условий отопления.',
  ],
  'heating-hot-water-missing': (p) => [
    `не сказано, сколько тепла общего прибора${p.when('house', (house) => ` дома ${house}`)} взяла горячая вода за ${p.value}, а за другие месяцы акты есть`,
    'Внесите акт фактом houseVolume (service: heating, what: ownUse; 0, если воды не было) или норматив подогрева в hotWaterNormative условий отопления.',
  ],
  'heating-temperature-missing': (p) => [
    `нет наружной температуры за ${p.value}: среднее по прибору дома поправляют на погоду`,
    'Внесите temperatures и indoor территории, или объём по её методике фактом houseVolume, или политику heatingFailedAverage.',
  ],
  'heating-factor-missing': (p) => [
    `нет коэффициента периодичности K за ${p.value}`,
    'Внесите K из акта региона в factors территории: его не вычисляют.',
  ],
  'heating-normative-building': (p) => [
    `в нормативе отопления нет строки для дома ${p.value}${p.when('storeys', (storeys) => `: этажей ${storeys}`)}${p.when('builtIn', (year) => `, год постройки ${year}`)}`,
    'Заполните storeys и builtIn условий отопления или добавьте строку в buildings норматива.',
  ],
  'heating-nothing-heated': (p) => [
    `в доме нечего отапливать за ${p.value}: все помещения без отопления, общее имущество тоже`,
    'Проверьте heatingDevices и heatSources помещений и commonAreas условий отопления.',
  ],
  'heating-unheated-area': (p) => [
    `площадь помещений без отопления ${p.value} м² больше площади дома${p.when('whole', (whole) => ` ${whole} м²`)}`,
    'Исправьте premisesArea дома или площади помещений без отопления.',
  ],
  'heating-meters-above-house': (p) => [
    `приборы помещений насчитали ${p.value} Гкал${p.when('house', (house) => ` — больше объёма дома, ${house} Гкал`)}${p.when('month', when)}`,
    'Проверьте показания приборов помещений и объём дома: больше дома его помещения взять не могут.',
  ],
  'heating-coverage-contradicts': (p) => [
    `у помещения есть прибор тепла и ${p.value}${p.when('month', when)}: одно исключает другое`,
    'Закройте прибор (removedOn) или исправьте документы об отоплении помещения.',
  ],
  'heating-allocators-below-half': (p) => [
    `распределители занимают не больше половины площади дома ${p.value}${p.when('from', (from) => ` с ${from}`)}${p.when('to', (to) => ` по ${to}`)}`,
    'Отзовите показания распределителей: их учитывают, когда они больше чем у половины площади.',
  ],
  'heating-allocators-periods': (p) => [
    `периоды показаний распределителей дома ${p.value} разные${p.when('from', (from) => `: период с ${from}`)}${p.when('to', (to) => ` по ${to}`)} не у всех помещений`,
    'Исправьте from и to показаний: у помещений, которые корректируются вместе, период один.',
  ],
};
