import type { Kopecks } from '../kernel/money';
import type { GatewayCapabilities } from '../model/payment-request';
import type { Clock } from '../ports/clock';
import type { GatewayReply, PaymentGateway, RawNotification } from '../ports/payment-gateway';

/** What the payer's bank does with a payment. */
export type SandboxOutcome =
  /** It pays. Without capture the money is held. */
  | 'succeeds'
  /** It declines. */
  | 'declined'
  /** It asks for 3-D Secure first, then pays. */
  | 'secure';

/** How the sandbox tells of what happened. One-stage payments tell `authorized` and `succeeded` at the same moment, as real ones do. */
export type SandboxDelivery =
  | 'once'
  | 'twice'
  /** The later event first. */
  | 'reversed'
  | 'never'
  /** Not signed by the sandbox. */
  | 'badSignature'
  /** Signed, with a kopeck more. */
  | 'wrongAmount'
  /** Told while the call that made it still waits for its answer. */
  | 'beforeAnswer';

/** What becomes of a call that moves money. */
export type SandboxAnswer =
  | 'given'
  /** It is done, and the answer is lost on the way back. */
  | 'lost'
  /** It never arrives. */
  | 'unreached';

/** What the sandbox does with an order. */
export interface SandboxScript {
  readonly outcome: SandboxOutcome;
  readonly delivery: SandboxDelivery;
  /** What becomes of the first call that moves money for the order, and of the first refund; later ones are answered. */
  readonly answer: SandboxAnswer;
  /** Refunds wait until `finishRefunds` instead of succeeding at once. */
  readonly slowRefunds: boolean;
}

/** The script of an order that has none. */
export const PLAIN_SCRIPT: SandboxScript = { outcome: 'succeeds', delivery: 'once', answer: 'given', slowRefunds: false };

/** How a sandbox is made. */
export interface SandboxOptions {
  readonly clock: Clock;
  /** Key of the signatures. */
  readonly secret: string;
  readonly id?: string;
  readonly caps?: Partial<GatewayCapabilities>;
}

/** A gateway in the process, with what a test does in the place of payers, banks and networks. */
export interface GatewaySandbox extends PaymentGateway {
  /** Say what becomes of an order, before it is asked for. */
  script(orderId: string, script: Partial<SandboxScript>): void;
  /** The payer acts on the form: the bank pays or declines, as the script says. `declines` takes the place of the outcome. */
  pay(orderId: string, declines?: boolean): Promise<void>;
  /** The bank finishes the refunds of an order that wait. */
  finishRefunds(orderId: string, succeed?: boolean): Promise<void>;
  /** Notifications that were sent, in the order of sending; a script changes what is sent. */
  notifications(): readonly RawNotification[];
  /** Hand every notification that was not accepted yet to a receiver, as the gateway's server does; those without a reply of 2xx stay. */
  deliver(receiver: (raw: RawNotification) => Promise<GatewayReply>): Promise<void>;
  /** Whom to tell of events whose script says `beforeAnswer`. */
  listen(receiver: (raw: RawNotification) => Promise<unknown>): void;
  /** The same notification, not signed by the gateway. */
  forge(raw: RawNotification): RawNotification;
  /** A token of a card that always pays. */
  readonly savedToken: string;
  /** What stands with the gateway: what was paid of an order less what was given back. */
  paid(orderId: string): Kopecks;
}
