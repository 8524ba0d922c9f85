import { z } from 'zod';
import { EXEMPTION_GROUNDS, PAYERS } from '../norms/federal/moratoria';
import { PENALTY_BRANCHES } from '../norms/penalty-regime';
import { dayText, monthText } from './text-types';

/** A request for penalties as it comes from a host: days of the calendar, whole kopecks, words of closed sets. */
export const penaltyRequest = z.object({
  payer: z.enum(PAYERS),
  buckets: z.array(
    z.object({
      account: z.string(),
      provider: z.string(),
      service: z.string().nullable(),
      month: monthText,
      dueDay: dayText,
      amount: z.int().min(0),
      changes: z.array(
        z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('payment'), day: dayText, amount: z.int() }),
          z.object({ kind: z.literal('reduction'), amount: z.int() }),
          z.object({ kind: z.literal('writeOff'), day: dayText, amount: z.int() }),
          z.object({ kind: z.literal('reversal'), day: dayText, paidOn: dayText, amount: z.int(), error: z.enum(['payer', 'payee']) }),
        ]),
      ),
      since: dayText.optional(),
      branch: z.enum(PENALTY_BRANCHES).optional(),
      demandedOn: dayText.optional(),
      frozen: z.array(z.object({ from: dayText, to: dayText.nullable(), document: z.string() })).optional(),
    }),
  ),
  through: dayText,
  exemptions: z
    .array(
      z.object({
        ground: z.enum(EXEMPTION_GROUNDS),
        from: dayText,
        to: dayText.nullable(),
        document: z.string(),
        provider: z.string().optional(),
      }),
    )
    .optional(),
  withoutMoratoria: z.array(z.string()).optional(),
  decidedOn: dayText.optional(),
});
