/** An account and a day. */
export interface AccountDay {
  /** Number of the account, or an alias of it. */
  readonly account: string;
  readonly on: string;
}
