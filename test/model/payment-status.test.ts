import { describe, expect, it } from 'vitest';
import { isPaid, PAYMENT_STATUSES, paymentStep, REFUND_STATUSES, refundStep } from '../../src/model/payment-status';

/** What each status says when it is seen after the one of the row. `=` same, `+` forward, `-` past, `!` impossible. */
const SEEN = {
  //               created authorized succeeded partlyRefunded refunded canceled failed
  created: /*   */ '= + + + + + +',
  authorized: /**/ '- = + + + + +',
  succeeded: /* */ '- - = + + ! !',
  partlyRefunded: '- - - = + ! !',
  refunded: /*  */ '- - - - = ! !',
  canceled: /*  */ '- - ! ! ! = !',
  failed: /*    */ '- - ! ! ! ! =',
} as const;
const SIGNS = { same: '=', forward: '+', past: '-', impossible: '!' } as const;

describe('the table of statuses', () => {
  it.each(PAYMENT_STATUSES)('judges every status seen after %s', (from) => {
    expect(PAYMENT_STATUSES.map((to) => SIGNS[paymentStep(from, to)]).join(' ')).toBe(SEEN[from]);
  });

  it('judges every pair of refunds', () => {
    expect(REFUND_STATUSES.map((from) => REFUND_STATUSES.map((to) => SIGNS[refundStep(from, to)]).join(' '))).toEqual([
      '= + +',
      '- = !',
      '- ! =',
    ]);
  });

  it('calls paid what was paid, whatever was given back', () => {
    expect(PAYMENT_STATUSES.filter(isPaid)).toEqual(['succeeded', 'partlyRefunded', 'refunded']);
  });
});
