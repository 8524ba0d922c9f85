import { type Kopecks, sumMoney } from '../kernel/money';
import { excerpt, type Problem } from '../kernel/problem';
import { err, ok, type Result } from '../kernel/result';

/** What a gateway can do; what it cannot is answered with `gateway-unsupported`. */
export interface GatewayCapabilities {
  /** Money may be held first and captured later. */
  readonly twoStage: boolean;
  /** A saved card or account may be charged. */
  readonly tokens: boolean;
  /** Payment by СБП. */
  readonly sbp: boolean;
  /** One payment may be split over payees. */
  readonly split: boolean;
  /** A fiscal receipt may be made with the payment. */
  readonly receipts: boolean;
  /** A part of a payment may be given back. */
  readonly partialRefund: boolean;
  /** The state may be asked by our own order id, when no id of the gateway came. */
  readonly statusByOwnId: boolean;
}

/** A part of a payment that goes to a payee, by its name at the gateway. */
export interface PayeeShare {
  readonly payee: string;
  readonly amount: Kopecks;
}

/** A row of a fiscal receipt. Numbers are those of the tags of the format of fiscal documents. */
export interface ReceiptItem {
  readonly name: string;
  readonly price: Kopecks;
  /** Exact decimal text. */
  readonly quantity: string;
  readonly sum: Kopecks;
  /** Tag 2108: 42 is m³, 50 kWh, 51 Gcal, 255 anything else. */
  readonly measure: number;
  /** Tag 1214: 3 is an advance, 4 a full payment. */
  readonly method: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  /** Tag 1212: 4 is a service, 10 a payment. */
  readonly subject: number;
  /** Tag 1199: 6 is no VAT, 11 is 22 %. */
  readonly vat: number;
  readonly supplier?: { readonly name: string; readonly inn: string; readonly phones: readonly string[] };
}

/** A fiscal receipt to be made (54-ФЗ), as data: the adapter puts it into the words of its gateway. */
export interface FiscalReceiptRequest {
  readonly operation: 'income' | 'incomeReturn';
  /** Tag 1055. */
  readonly taxation: 'osn' | 'usnIncome' | 'usnIncomeOutcome' | 'esn' | 'patent';
  readonly client: { readonly email?: string; readonly phone?: string; readonly name?: string; readonly inn?: string };
  /** Tag 1187: web address, for payments over the internet. */
  readonly place?: string;
  readonly items: readonly ReceiptItem[];
}

/** What every request for money has. */
interface MoneyAsked {
  /** 1 to 64 printable characters of ASCII: the same key again has no second effect, and the answer is the one before. */
  readonly idempotencyKey: string;
  /** Our own id: 1 to 36 letters of ASCII, digits, `-` and `_`. */
  readonly orderId: string;
  readonly amount: Kopecks;
  /** At most 128 characters. */
  readonly description: string;
  readonly split?: readonly PayeeShare[];
  readonly receipt?: FiscalReceiptRequest;
  /** `false` holds the money until it is captured. */
  readonly capture: boolean;
}

/** A payment that the payer confirms. */
export interface PaymentRequest extends MoneyAsked {
  readonly method: 'any' | 'card' | 'sbp';
  /** Ask for a token of the card or account, with the consent of the payer, which the host keeps. */
  readonly saveMethod: boolean;
  readonly customer?: { readonly id?: string; readonly email?: string; readonly phone?: string };
  readonly returnUrl?: string;
  readonly failUrl?: string;
}

/** A charge of a saved card or account. */
export interface SavedChargeRequest extends MoneyAsked {
  /** Opaque: what the gateway named the saved method. Never data of a card. */
  readonly token: string;
}

/** What a request may break before any gateway sees it. */
export type PaymentRequestProblem = Problem<
  'key-format' | 'order-format' | 'payment-not-positive' | 'text-too-long' | 'parts-differ' | 'gateway-unsupported'
>;

const KEY = /^[\x21-\x7e]{1,64}$/;
const ORDER = /^[A-Za-z0-9_-]{1,36}$/;
const DESCRIPTION_MAX = 128;

/** Check an idempotency key of a call of a gateway. */
export const checkedKey = (key: unknown): Result<null, PaymentRequestProblem> =>
  typeof key === 'string' && KEY.test(key)
    ? ok(null)
    : err({ code: 'key-format', at: 'idempotencyKey', value: excerpt(key), facts: { most: '64' } });

/** Check that a sum to be paid, captured or given back is whole kopecks above nothing. */
export const checkedAmount = (amount: unknown): Result<null, PaymentRequestProblem> =>
  Number.isSafeInteger(amount) && (amount as number) > 0
    ? ok(null)
    : err({ code: 'payment-not-positive', at: 'amount', value: excerpt(amount) });

/** Check a request by the limits that every gateway keeps and by what this one can; the first problem in the order of the checks. */
export const checkedRequest = (
  request: PaymentRequest | SavedChargeRequest,
  caps: GatewayCapabilities,
): Result<null, PaymentRequestProblem> => {
  if (typeof request.orderId !== 'string' || !ORDER.test(request.orderId))
    return err({ code: 'order-format', at: 'orderId', value: excerpt(request.orderId) });
  const key = checkedKey(request.idempotencyKey);
  if (!key.ok) return key;
  const amount = checkedAmount(request.amount);
  if (!amount.ok) return amount;
  if ([...request.description].length > DESCRIPTION_MAX)
    return err({ code: 'text-too-long', at: 'description', value: excerpt(request.description), facts: { most: String(DESCRIPTION_MAX) } });
  const lacking = lackingOf(request, caps);
  if (lacking !== undefined) return err({ code: 'gateway-unsupported', value: lacking });
  return partsOf(request);
};

const lackingOf = (request: PaymentRequest | SavedChargeRequest, caps: GatewayCapabilities): keyof GatewayCapabilities | undefined => {
  if (!caps.tokens && ('token' in request || request.saveMethod)) return 'tokens';
  if (!caps.sbp && 'method' in request && request.method === 'sbp') return 'sbp';
  if (!caps.twoStage && !request.capture) return 'twoStage';
  if (!caps.split && request.split !== undefined) return 'split';
  return !caps.receipts && request.receipt !== undefined ? 'receipts' : undefined;
};

/** The parts of a payment are positive and add up to it, to the kopeck. */
const partsOf = ({ amount, split, receipt }: MoneyAsked): Result<null, PaymentRequestProblem> => {
  const parts = [
    ['split', split?.map((share) => share.amount)],
    ['receipt.items', receipt?.items.map((item) => item.sum)],
  ] as const;
  for (const [at, sums] of parts) {
    if (sums === undefined) continue;
    const whole = sums.every((sum) => Number.isSafeInteger(sum) && sum > 0);
    if (!whole || sumMoney(sums) !== amount)
      return err({ code: 'parts-differ', at, value: String(sums.reduce((a, b) => a + b, 0)), facts: { amount: String(amount) } });
  }
  return ok(null);
};
