import type { CommonCode } from './problem-text-codes';
import type { Words } from './problem-text-words';

/** Russian texts about the common needs of a house. */
export const COMMON_RU: Readonly<Record<CommonCode, Words>> = {
  'common-terms-overlap': (p) => [
    `условия общих нужд по услуге ${p.value} пересекаются по дням${p.when('other', (other) => ` с фактом ${other}`)}`,
    'Закройте прежние условия полем to днём, с которого действуют новые.',
  ],
  'common-terms-mid-month': (p) => [
    `условия общих нужд по услуге ${p.value} меняют${p.when('what', (what) => ` ${what}`)} внутри месяца${p.when('from', (from) => `, с ${from}`)}${p.when('other', (other) => `: до них действовал факт ${other}`)}`,
    'У баланса месяца один исполнитель и один способ: начните новые условия с первого числа, а прежние закройте полем to этим же днём.',
  ],
  'inlet-within-itself': (p) => [
    `ввод ${p.value} стоит внутри самого себя`,
    'Разорвите круг: поле within ведёт к вводу, который ближе к сети.',
  ],
  'house-volume-twice': (p) => [
    `объём дома за ${p.value} внесён дважды${p.when('other', (other) => `: первый факт ${other}`)}`,
    'Оставьте один факт на месяц, услугу и ввод; исправление вносят новым фактом с полем supersedes.',
  ],
  'common-incomplete': (p) => [
    `объём общих нужд (${p.value}) не найти: нет объёмов помещений на прямых договорах${p.when('premises', (list) => ` — ${list}`)}`,
    'Внесите объёмы поставщика в suppliedVolumes этих помещений за месяц, иначе чужое потребление ляжет на соседей.',
  ],
  'common-meter-missing': (p) => [
    `способ требует объёма дома (${p.value}), а его нет${p.when('month', (month) => ` за ${month}`)}`,
    'Внесите показания общедомового прибора или факт houseVolume с объёмом по акту.',
  ],
  'common-average-missing': (p) => [
    `среднемесячного объёма общих нужд (${p.value}) нет: прибор работал слишком мало`,
    'Внесите объём из решения собрания в averages условий общих нужд.',
  ],
  'common-area-missing': (p) => [
    `нет площади общего имущества (${p.value})${p.when('month', (month) => ` на ${month}`)}`,
    'Внесите площадь из технического паспорта в areas условий общих нужд, для отопления — в commonAreas его условий (0, если общее имущество не отапливают).',
  ],
  'premises-area-exceeded': (p) => [
    `помещения вместе больше площади дома: ${p.value}${p.when('stated', (stated) => ` против ${stated}`)} м²`,
    'Исправьте premisesArea дома или площади помещений: доли общих нужд не могут быть больше единицы.',
  ],
  'house-volume-resource': (p) => [
    `объём дома (${p.value}) и ресурс не подходят друг к другу`,
    'У объёма forHotWater услуга hotWater и поле resource: heat, gas или electricity; у остальных объёмов этого поля нет.',
  ],
  'made-resource-twice': (p) => [
    `ресурс ${p.value} назван в made дважды`,
    'Оставьте один тариф на ресурс: его изменения по датам — значения этого тарифа.',
  ],
  'made-volume-missing': (p) => [
    `неизвестно, сколько ресурса (${p.value}) израсходовано на подогрев воды в доме${p.when('month', (month) => ` за ${month}`)}`,
    'Внесите факт houseVolume с what: forHotWater по прибору или акту либо удельный расход в made услуги.',
  ],
  'made-incomplete': (p) => [
    `горячую воду дома не сложить: нет объёмов помещений на прямых договорах${p.when('premises', (list) => ` — ${list}`)}`,
    'Внесите объёмы поставщика в suppliedVolumes этих помещений за месяц, иначе их подогрев ляжет на соседей.',
  ],
};
