import type { PaymentCode } from './problem-text-codes';
import type { Told, Words } from './problem-text-words';

type Names = Readonly<Record<string, string>>;

const CAPS_RU: Names = {
  twoStage: 'удержание с последующим списанием',
  tokens: 'сохранённые карты',
  sbp: 'СБП',
  split: 'деление между получателями',
  receipts: 'чеки',
  partialRefund: 'частичный возврат',
  statusByOwnId: 'состояние по номеру заказа',
};
const CAPS_EN: Names = {
  twoStage: 'holding money',
  tokens: 'saved cards',
  sbp: 'СБП',
  split: 'splitting over payees',
  receipts: 'receipts',
  partialRefund: 'refunding a part',
  statusByOwnId: 'the state by order id',
};

const raw = (p: Told): string => p.value.replace(/^[«“]|[»”]$/g, '');
const named = (p: Told, names: Names): string => names[raw(p)] ?? p.value;
const difference = (p: Told, words: readonly [string, string]): string =>
  `${p.when('expected', (one) => `${words[0]} ${one}`)}${p.when('received', (one) => `, ${words[1]} ${one}`)}`;

/** Russian texts about payments through a gateway. */
export const PAYMENTS_RU: Readonly<Record<PaymentCode, Words>> = {
  'gateway-unavailable': (p) => [
    `платёжный шлюз не ответил${p.when('reason', (reason) => ` (${reason})`)}: исход неизвестен`,
    'Повторите с тем же ключом или спросите состояние платежа: дважды деньги не спишутся.',
  ],
  'gateway-refused': (p) => [
    `платёжный шлюз отказал${p.when('reason', (reason) => `: ${reason}`)}`,
    'Ничего не сделано. Исправьте запрос по причине и повторите с новым ключом.',
  ],
  'gateway-unsupported': (p) => [
    `платёжный шлюз этого не умеет: ${named(p, CAPS_RU)}`,
    'Посмотрите caps шлюза и попросите иначе или возьмите другой шлюз.',
  ],
  'payment-unknown': (p) => [`платёж ${p.value} неизвестен`, 'Проверьте номер заказа или платежа и тот ли это шлюз.'],
  'payment-state': (p) => [
    `платёж ${p.value} не в том состоянии${p.when('status', (status) => `: ${status}`)}`,
    'Спросите состояние платежа. Списать можно удержанное, отменить неоплаченное, вернуть оплаченное.',
  ],
  'refund-too-large': (p) => [
    `возврат ${p.value} коп. больше того, что осталось от платежа${p.when('left', (left) => `: ${left} коп.`)}`,
    'Верните не больше остатка. Прежние возвраты, которые ещё идут, тоже считаются.',
  ],
  'saved-method-unknown': () => [
    'шлюз не знает такой сохранённой карты или счёта',
    'Попросите плательщика привязать карту заново: привязку могли отозвать.',
  ],
  'notification-format': (p) => [
    `уведомление шлюза не читается${p.when('most', (most) => `: больше ${most} байт`)}${p.value === '' ? '' : ` (${p.value})`}`,
    'Передавайте тело запроса как пришло, байтами. Если так и было, спросите состояние платежа.',
  ],
  'notification-forged': () => [
    'уведомление не подписано шлюзом',
    'Ему не верят и ничего не проводят. Если уведомления настоящие, проверьте ключ подписи.',
  ],
  'order-format': (p) => [`${p.value} не годится как номер заказа`, 'Номер заказа — от 1 до 36 латинских букв, цифр, знаков - и _.'],
  'parts-differ': (p) => [
    `части не складываются в сумму платежа: ${p.value} коп.${p.when('amount', (amount) => ` вместо ${amount} коп.`)}`,
    'Каждая часть больше нуля, а вместе они равны сумме платежа до копейки.',
  ],
  'payment-differs': (p) => [
    `в платеже не то, что просили: ${p.value}, ${difference(p, ['просили', 'пришло'])}`,
    'Ничего не проведено. Сверьте платёж в кабинете шлюза; верные сведения примутся сами.',
  ],
  'payment-transition': (p) => [
    `состояние ${p.value} не может следовать${p.when('from', (from) => ` за состоянием ${from}`)}`,
    'Ничего не проведено. Сверьте платёж в кабинете шлюза.',
  ],
};

/** English texts. */
export const PAYMENTS_EN: Readonly<Record<PaymentCode, Words>> = {
  'gateway-unavailable': (p) => [
    `the gateway did not answer${p.when('reason', (reason) => ` (${reason})`)}: the outcome is unknown`,
    'Repeat with the same key, or ask the state of the payment: no money is taken twice.',
  ],
  'gateway-refused': (p) => [
    `the gateway refused${p.when('reason', (reason) => `: ${reason}`)}`,
    'Nothing was done. Mend the request by the reason and repeat it with a new key.',
  ],
  'gateway-unsupported': (p) => [`the gateway cannot do this: ${named(p, CAPS_EN)}`, 'See the `caps` of the gateway, or take another one.'],
  'payment-unknown': (p) => [
    `the payment ${p.value} is unknown`,
    'Check the id of the order or the payment, and whether it is of this gateway.',
  ],
  'payment-state': (p) => [
    `the payment ${p.value} is in the wrong status${p.when('status', (status) => `: ${status}`)}`,
    'Ask the state of the payment. What is held is captured, what is unpaid canceled, what is paid refunded.',
  ],
  'refund-too-large': (p) => [
    `the refund of ${p.value} kopecks is more than is left of the payment${p.when('left', (left) => `: ${left} kopecks`)}`,
    'Give back no more than is left. Refunds that are still on their way count.',
  ],
  'saved-method-unknown': () => [
    'the gateway does not know this saved card or account',
    'Ask the payer to save it anew: it may have been revoked.',
  ],
  'notification-format': (p) => [
    `the notification of the gateway cannot be read${p.when('most', (most) => `: more than ${most} bytes`)}${p.value === '' ? '' : ` (${p.value})`}`,
    'Hand over the body as it came, in bytes. If that was done, ask the state of the payment.',
  ],
  'notification-forged': () => [
    'the notification is not signed by the gateway',
    'It is not believed and nothing is posted. If notifications are real, check the key of the signatures.',
  ],
  'order-format': (p) => [`${p.value} will not do as an order id`, 'An order id has 1 to 36 ASCII letters, digits, `-` and `_`.'],
  'parts-differ': (p) => [
    `the parts do not add up to the payment: ${p.value} kopecks${p.when('amount', (amount) => ` instead of ${amount}`)}`,
    'Every part is above nothing, and together they are the payment to the kopeck.',
  ],
  'payment-differs': (p) => [
    `the payment is not what was asked: ${p.value}, ${difference(p, ['asked', 'came'])}`,
    'Nothing was posted. Look at the payment at the gateway; what is right will be taken by itself.',
  ],
  'payment-transition': (p) => [
    `status ${p.value} cannot follow${p.when('from', (from) => ` ${from}`)}`,
    'Nothing was posted. Look at the payment at the gateway.',
  ],
};
