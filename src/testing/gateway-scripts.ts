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
