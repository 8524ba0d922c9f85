import type { Day, Instant, Month } from '../kernel/calendar';
import type { Kopecks } from '../kernel/money';
import type { Bill } from '../model/bill';
import type { Direction } from './allocation/direction';
import type { Bucket } from './bucket';

/** What all entries of a command have in common. Time comes with the command. */
export interface Posting {
  /** Names the command: given twice, it has one effect. Holds no `#`. */
  readonly key: string;
  readonly house: string;
  readonly account: string;
  readonly postedIn: Month;
  readonly valueDay: Day;
  readonly at: Instant;
  readonly cause: string;
}

/** What can be done to a personal account; a closed set. */
export type Command =
  /** Bring in what was owed before («входящее сальдо»), or the difference to what was brought in. */
  | { readonly type: 'opening'; readonly posting: Posting; readonly amounts: readonly Bucket[] }
  /** Post a bill, or the difference to its version before; `null` says that the account has no bill in that version. */
  | { readonly type: 'bill'; readonly posting: Posting; readonly bill: Bill | null; readonly before: Bill | null }
  /** Post the interest of an instalment («проценты за рассрочку»), or the difference to what was posted. */
  | { readonly type: 'interest'; readonly posting: Posting; readonly amounts: readonly Bucket[] }
  /** Credit money that came. */
  | { readonly type: 'payment'; readonly posting: Posting; readonly amount: Kopecks; readonly directed?: Direction }
  /** Give an advance back to the payer («возврат»), or the difference to what was given back. */
  | { readonly type: 'refund'; readonly posting: Posting; readonly amounts: readonly Bucket[] }
  /** Take a payment back: the account is as if it had never come. `payment` is the key of the command that credited it. */
  | { readonly type: 'cancelPayment'; readonly posting: Posting; readonly payment: string }
  /** Post penalties («пени»), or the difference to what was posted. */
  | { readonly type: 'penalty'; readonly posting: Posting; readonly amounts: readonly Bucket[] }
  /**
   * Move what is owed from a former account or to a new one («правопреемство счетов»), or the difference to what was moved; its other side is
   * a command of the other account.
   */
  | { readonly type: 'succession'; readonly posting: Posting; readonly amounts: readonly Bucket[] }
  /** Move what lies elsewhere than the entries of the account now say. */
  | { readonly type: 'settle'; readonly posting: Posting };
