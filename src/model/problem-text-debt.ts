import type { DebtProblemCode } from './assembly-problem';
import type { Words } from './problem-text-words';

type Code = DebtProblemCode | 'instalment-interest-above';

/** Russian texts about instalments, agreements, limitation, successions of accounts and agreed statements. */
export const DEBT_RU: Readonly<Record<Code, Words>> = {
  'instalment-interest-above': (p) => [
    `проценты за рассрочку ${p.value} % больше предела${p.when('most', (most) => ` ${most} %`)}${p.when('day', (day) => ` на день предоставления ${day}`)}`,
    'Предел — ключевая ставка этого дня и три процентных пункта (ПП № 354, п. 72): уменьшите interest или исправьте grantedOn.',
  ],
  'debt-amount-not-positive': (p) => [
    `сумма не больше нуля: ${p.value}${p.when('field', (field) => ` (${field})`)}`,
    'Плата прошлого года, долг соглашения и его части всегда больше нуля: исправьте сумму или уберите строку.',
  ],
  'payment-services': (p) => [
    p.when('amount', (amount) => `плательщик хочет заплатить за услуги ${p.value} ₽, а весь платёж ${amount} ₽`) ||
      `сумма за услугу не больше нуля: ${p.value} ₽`,
    'Суммы за услуги (services) больше нуля и вместе не больше платежа; остаток зачитывается по общему порядку.',
  ],
  'instalment-twice': (p) => [
    `рассрочка этой платы уже есть${p.when('other', (other) => `: факт ${other}`)} (${p.value})`,
    'У платы за услугу и месяц одна рассрочка: замените прежний факт полем supersedes.',
  ],
  'agreement-sums': (p) => [
    `части соглашения составляют ${p.value} ₽, а долг${p.when('debts', (debts) => ` ${debts} ₽`)}`,
    'Сумма частей равна сумме долгов соглашения: исправьте parts или debts.',
  ],
  'agreement-part-early': (p) => [
    `срок части ${p.value} раньше дня соглашения${p.when('day', (day) => ` ${day}`)}`,
    'Части платят после соглашения: исправьте due или agreedOn.',
  ],
  'debt-event-field': (p) => [
    `поле ended с днём ${p.value} здесь не положено`,
    'Исход есть только у обращения в суд (type: claimed) и не раньше его дня; поле from не позже to.',
  ],
  'restriction-field': (p) => [
    `поле ${p.value} шагу ${p.fact('step') ?? ''} не подходит${p.when('day', (day) => ` (день документа ${day})`)}`,
    'День доставки (не раньше on) и channel есть только у предупреждения (step: notice), расходы cost — только у работ.',
  ],
  'succession-shape': (p) => [
    `счетов не столько, сколько нужно для ${p.value}${p.when('from', (from) => `: прежних ${from}`)}${p.when('to', (to) => `, новых ${to}`)}`,
    'split — из одного в несколько, merge — из нескольких в один, renumbering — из одного в один; счёт назван один раз.',
  ],
  'succession-days': (p) => [
    `день ${p.value} не подходит счёту${p.when('account', (account) => ` ${account}`)}${p.when('from', (from) => `: он открыт с ${from}`)}${p.when('to', (to) => ` до ${to}`)}`,
    'Прежний счёт закрыт к этому дню (to), новый в этот день открыт (from): исправьте дни счетов или on.',
  ],
  'succession-other-house': (p) => [
    `счёт ${p.value} — другого дома${p.when('house', (house) => ` (${house})`)}`,
    'Счета сменяют друг друга в одном доме: проверьте номера.',
  ],
  'succession-twice': (p) => [
    `счёт ${p.value} уже сменён${p.when('other', (other) => `: факт ${other}`)}`,
    'У прежнего счёта одна смена: объедините факты или замените прежний полем supersedes.',
  ],
  'succession-cycle': (p) => [
    `счёт ${p.value} через цепочку смен становится сам собой`,
    'Уберите лишнюю смену: прежний счёт не бывает новым.',
  ],
  'reconciliation-day': (p) => [
    `день ${p.value} не может быть последним днём подписанного акта сверки${p.when('agreedOn', (day) => ` от ${day}`)}`,
    'Акт кончается последним днём месяца (through), а подписывают его после этого дня (agreedOn).',
  ],
  'reconciliation-twice': (p) => [
    `акт сверки назван дважды: ${p.value}${p.when('other', (other) => ` (факт ${other})`)}`,
    'У счёта один подписанный акт на день, у исполнителя одна сумма в нём: замените прежний факт полем supersedes.',
  ],
};

/** English texts. */
export const DEBT_EN: Readonly<Record<Code, Words>> = {
  'instalment-interest-above': (p) => [
    `the interest of the instalment, ${p.value} %, is above the limit${p.when('most', (most) => ` of ${most} %`)}${p.when('day', (day) => ` on the day of grant ${day}`)}`,
    'The limit is the key rate of that day and three percentage points (ПП № 354, п. 72): lower `interest` or mend `grantedOn`.',
  ],
  'debt-amount-not-positive': (p) => [
    `the amount is not above zero: ${p.value}${p.when('field', (field) => ` (${field})`)}`,
    'A fee of the year before, a debt of an agreement and its parts are always above zero: mend the amount or drop the row.',
  ],
  'payment-services': (p) => [
    p.when('amount', (amount) => `the payer wants to pay ${p.value} ₽ for services, and the whole payment is ${amount} ₽`) ||
      `a sum for a service is not above zero: ${p.value} ₽`,
    'Sums by service (`services`) are above zero and together not more than the payment; the rest is credited by the common order.',
  ],
  'instalment-twice': (p) => [
    `this fee has an instalment already${p.when('other', (other) => `: fact ${other}`)} (${p.value})`,
    'A fee for a service and a month has one instalment: replace the earlier fact with `supersedes`.',
  ],
  'agreement-sums': (p) => [
    `the parts of the agreement are ${p.value} ₽, its debts${p.when('debts', (debts) => ` ${debts} ₽`)}`,
    'The parts sum to the debts of the agreement: mend `parts` or `debts`.',
  ],
  'agreement-part-early': (p) => [
    `a part is due on ${p.value}, before the day of the agreement${p.when('day', (day) => ` ${day}`)}`,
    'Parts are paid after the agreement: mend `due` or `agreedOn`.',
  ],
  'debt-event-field': (p) => [
    `the field ended with the day ${p.value} has no place here`,
    'Only a claim in court (type: claimed) has an outcome, not before its own day; `from` is not after `to`.',
  ],
  'restriction-field': (p) => [
    `the field ${p.value} does not fit the step ${p.fact('step') ?? ''}${p.when('day', (day) => ` (day of the document ${day})`)}`,
    'Only a notice (step: notice) has a day of delivery (not before `on`) and a channel; only works have a cost.',
  ],
  'succession-shape': (p) => [
    `not as many accounts as ${p.value} takes${p.when('from', (from) => `: ${from} before`)}${p.when('to', (to) => `, ${to} after`)}`,
    'split is from one to several, merge from several to one, renumbering from one to one; an account is named once.',
  ],
  'succession-days': (p) => [
    `the day ${p.value} does not fit account${p.when('account', (account) => ` ${account}`)}${p.when('from', (from) => `: open from ${from}`)}${p.when('to', (to) => ` to ${to}`)}`,
    'The former account is closed by that day (`to`), the new one open on it (`from`): mend the days of the accounts or `on`.',
  ],
  'succession-other-house': (p) => [
    `account ${p.value} is of another house${p.when('house', (house) => ` (${house})`)}`,
    'Accounts follow one another in one house: check the numbers.',
  ],
  'succession-twice': (p) => [
    `account ${p.value} was followed already${p.when('other', (other) => `: fact ${other}`)}`,
    'A former account is followed once: join the facts, or replace the earlier one with `supersedes`.',
  ],
  'succession-cycle': (p) => [
    `account ${p.value} follows itself through a chain of successions`,
    'Drop one of them: a former account is no new one.',
  ],
  'reconciliation-day': (p) => [
    `the day ${p.value} cannot be the last one of an agreed statement${p.when('agreedOn', (day) => ` of ${day}`)}`,
    'A statement ends with the last day of a month (`through`) and is signed after it (`agreedOn`).',
  ],
  'reconciliation-twice': (p) => [
    `an agreed statement is told twice: ${p.value}${p.when('other', (other) => ` (fact ${other})`)}`,
    'An account has one agreed statement a day, a creditor one sum in it: replace the earlier fact with `supersedes`.',
  ],
};
