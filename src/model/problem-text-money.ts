import type { MoneyTextCode } from './problem-text-codes';
import type { Words } from './problem-text-words';

/** Russian texts about money that comes and goes. */
export const MONEY_RU: Readonly<Record<MoneyTextCode, Words>> = {
  'payment-not-positive': (p) => [
    `сумма платежа не больше нуля${p.value === '' ? '' : `: ${p.value}`}`,
    'Возврат и отмена — отдельные операции; платёж всегда больше нуля.',
  ],
  'payment-in-future': (p) => [
    `день платежа ещё не наступил: ${p.value}${p.when('last', (day) => `; последний возможный — ${day}`)}`,
    'Платёж проверяют в день, когда его вносят: исправьте paidOn.',
  ],
  'payment-parts-sum': (p) => [
    `части платежа составляют${p.when('parts', (parts) => ` ${parts} ₽`)}, а весь платёж ${p.value} ₽`,
    'Сумма частей равна платежу: исправьте parts или total.',
  ],
  'payment-not-suspended': (p) => [
    `невыясненного платежа ${p.value} нет`,
    'Перечень невыясненных платежей — saldo.suspense(); разнесённого там уже нет.',
  ],
  'refund-above-advance': (p) => [
    `возврат ${p.value} ₽ больше аванса${p.when('advance', (advance) => `: ${advance} ₽`)}`,
    'Вернуть можно то, что у исполнителя есть авансом и в день возврата, и сейчас; ошибочный платёж отзывают, а не возвращают.',
  ],
};

/** The same in English. */
export const MONEY_EN: Readonly<Record<MoneyTextCode, Words>> = {
  'payment-not-positive': (p) => [
    `the payment is not above zero${p.value === '' ? '' : `: ${p.value}`}`,
    'Refunds and cancellations are operations of their own; a payment is always above zero.',
  ],
  'payment-in-future': (p) => [
    `the day of the payment is still to come: ${p.value}${p.when('last', (day) => `; the last one possible is ${day}`)}`,
    'A payment is checked on the day it is made: mend paidOn.',
  ],
  'payment-parts-sum': (p) => [
    `the parts of the payment are${p.when('parts', (parts) => ` ${parts} ₽`)}, and the whole payment ${p.value} ₽`,
    'The parts sum to the payment: mend parts or total.',
  ],
  'payment-not-suspended': (p) => [
    `no unidentified payment ${p.value}`,
    'saldo.suspense() lists unidentified payments; those that were identified are not there any more.',
  ],
  'refund-above-advance': (p) => [
    `the refund ${p.value} ₽ is above the advance${p.when('advance', (advance) => `: ${advance} ₽`)}`,
    'What a provider holds in advance both on the day of the refund and now can be given back; a payment made in error is withdrawn instead.',
  ],
};
