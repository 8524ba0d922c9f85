import type { CorrectionProblemCode, HousingProblemCode } from './assembly-problem';
import type { Words } from './problem-text-words';

type Code = HousingProblemCode | CorrectionProblemCode | 'nobody-to-share';

/** Russian texts about housing services, shares of owners, paid services, VAT. */
export const HOUSING_RU: Readonly<Record<Code, Words>> = {
  'item-overlap': (p) => [
    `статья ${p.value} задана дважды в одни дни${p.when('service', (service) => ` (${service})`)}${p.when('other', (other) => `: ещё раз в факте ${other}`)}`,
    'Закройте прежние условия полем to или дайте статье другой код item.',
  ],
  'decision-missing': (p) => [
    `условия ${p.value} стоят на решении, а документа нет${p.when('service', (service) => ` (${service})`)}`,
    'Заполните decision: протокол собрания с номером и днём. Он нужен целевому взносу, исключениям и взносу выше минимального.',
  ],
  'fee-term': (p) => [
    `сумма на дом ${p.value} должна иметь срок из целых месяцев${p.when('from', (from) => `, а дано с ${from}`)}${p.when('to', (to) => ` по ${to}`)}`,
    'Укажите from и to первыми числами месяцев: сумма делится на эти месяцы без остатка.',
  ],
  'floor-unknown': (p) => [
    `этаж помещения ${p.value} неизвестен, а решение называет этажи${p.when('other', (other) => ` (${other})`)}`,
    'Заполните floor помещения: без него нельзя сказать, платит ли оно.',
  ],
  'paid-for-whom': (p) => [`непонятно, кто платит за работу ${p.value}`, 'Назовите одно из двух: account или premises.'],
  'paid-outside-account': (p) => [
    `счёт или помещение ${p.value} никто не держит${p.when('day', (day) => ` ${day}`)}`,
    'Проверьте день и лицевой счёт: в этот день счёт должен быть открыт.',
  ],
  'correction-outside-account': (p) => [
    `корректировка за ${p.value}: месяц вне дней лицевого счёта${p.when('account', (account) => ` ${account}`)} или до первого начисленного`,
    'Назовите месяц, в котором счёт открыт и дом начислен этой системой; прежний долг вносят как openingSaldo.',
  ],
  'correction-zero': (p) => [
    `корректировка на ${p.value} ничего не меняет`,
    'Сумма больше или меньше нуля; ошибочную корректировку отзывают.',
  ],
  'prepaid-overlap': (p) => [
    `периоды услуги ${p.value} пересекаются${p.when('account', (account) => ` у счёта ${account}`)}${p.when('other', (other) => `: с фактом ${other}`)}`,
    'Продление начинается днём, когда прежний период кончился; отказ раньше срока вносят полем cancelled.',
  ],
  'defect-item-unknown': (p) => [
    `статьи ${p.value} в доме нет${p.when('service', (service) => ` (${service})`)}`,
    'Проверьте service и item: снижают плату за статью, которая начисляется.',
  ],
  'vat-rate-not-in-force': (p) => [
    `ставка НДС ${p.value} % не действует${p.when('day', (day) => ` ${day}`)}${p.when('mode', (mode) => ` (${mode})`)}`,
    'Добавьте в тариф запись с новой ставкой; у exempt и zero ставки нет. Без rate берётся общая ставка на день.',
  ],
  'shares-above-one': (p) => [
    `доли собственников больше целого: ${p.value}${p.when('day', (day) => `, ${day}`)}`,
    'Проверьте share счетов помещения: вместе они не больше единицы.',
  ],
  'share-without-account': (p) => [
    `платить за ${p.value} некому: у помещения только счета долей${p.when('day', (day) => `, ${day}`)}`,
    'Откройте счёт помещения без share: коммунальные услуги платят по нему.',
  ],
  'nobody-to-share': (p) => [
    `сумму дома ${p.value} делить не на кого${p.when('month', (month) => ` в ${month}`)}`,
    'Проверьте площади помещений и исключения: хоть одно помещение должно платить.',
  ],
};

/** English texts. */
export const HOUSING_EN: Readonly<Record<Code, Words>> = {
  'item-overlap': (p) => [
    `item ${p.value} is there twice on the same days${p.when('service', (service) => ` (${service})`)}${p.when('other', (other) => `: again in fact ${other}`)}`,
    'End the earlier terms with `to`, or give the item a code of its own.',
  ],
  'decision-missing': (p) => [
    `the terms of ${p.value} stand on a decision that has no document${p.when('service', (service) => ` (${service})`)}`,
    'Fill in `decision`: the minutes with number and day. A target fee, exclusions and a contribution above the minimum need it.',
  ],
  'fee-term': (p) => [
    `the sum of the house ${p.value} needs a term of whole months${p.when('from', (from) => `, given from ${from}`)}${p.when('to', (to) => ` to ${to}`)}`,
    'Let `from` and `to` be first days of months: the sum is divided between these months without a rest.',
  ],
  'floor-unknown': (p) => [
    `the floor of premises ${p.value} is not known, though the decision names floors${p.when('other', (other) => ` (${other})`)}`,
    'Fill in `floor` of the premises: without it nobody can say whether it pays.',
  ],
  'paid-for-whom': (p) => [`it is not clear who pays for work ${p.value}`, 'Name one of the two: `account` or `premises`.'],
  'paid-outside-account': (p) => [
    `nobody holds account or premises ${p.value}${p.when('day', (day) => ` on ${day}`)}`,
    'Check the day and the account: it must be open on that day.',
  ],
  'correction-outside-account': (p) => [
    `a correction for ${p.value}: the month is outside of the days of the account${p.when('account', (account) => ` ${account}`)}, or before the first billed one`,
    'Name a month in which the account is open and the house is billed here; an earlier debt is entered as openingSaldo.',
  ],
  'correction-zero': (p) => [
    `a correction of ${p.value} changes nothing`,
    'The amount is above or below zero; a wrong correction is withdrawn.',
  ],
  'prepaid-overlap': (p) => [
    `periods of service ${p.value} overlap${p.when('account', (account) => ` on account ${account}`)}${p.when('other', (other) => `: with fact ${other}`)}`,
    'A renewal begins on the day the period before ended; an earlier end is told by `cancelled`.',
  ],
  'defect-item-unknown': (p) => [
    `the house has no item ${p.value}${p.when('service', (service) => ` (${service})`)}`,
    'Check `service` and `item`: what is reduced is an item that is charged.',
  ],
  'vat-rate-not-in-force': (p) => [
    `the VAT rate ${p.value} % is not in force${p.when('day', (day) => ` on ${day}`)}${p.when('mode', (mode) => ` (${mode})`)}`,
    'Add an entry with the new rate to the tariff; `exempt` and `zero` have none. Without `rate` the general rate of the day counts.',
  ],
  'shares-above-one': (p) => [
    `the shares of the owners are more than the whole: ${p.value}${p.when('day', (day) => `, ${day}`)}`,
    'Check `share` of the accounts of the premises: together they are one at most.',
  ],
  'share-without-account': (p) => [
    `nobody pays for ${p.value}: the premises has accounts of shares only${p.when('day', (day) => `, ${day}`)}`,
    'Open an account of the premises without `share`: it pays the utilities.',
  ],
  'nobody-to-share': (p) => [
    `there is nobody to share the sum of the house ${p.value}${p.when('month', (month) => ` in ${month}`)}`,
    'Check the areas of the premises and the exclusions: at least one premises must pay.',
  ],
};
