import { z } from 'zod';
import { serviceCode } from './services';
import { dayText, idText, moneyText, monthText, shortText } from './text-types';

const limit = z.int().min(0).max(1_000_000);

/** Which series of an account are asked for. */
export const seriesRequest = z.strictObject({
  from: monthText.optional(),
  to: monthText.optional(),
  by: z.enum(['month', 'year']).optional(),
});

/** Which turnover sheet is asked for. */
export const turnoverSheetRequest = z.strictObject({
  houses: z.array(idText).min(1).max(100_000).optional(),
  from: monthText,
  to: monthText.optional(),
  by: z
    .array(z.enum(['house', 'account', 'provider', 'service']))
    .max(4)
    .optional(),
  provider: z.string().max(200).optional(),
  service: z.string().max(200).optional(),
});

/** Which service is asked to be restricted. */
export const restrictionRequest = z.strictObject({
  account: z.string(),
  provider: idText,
  service: serviceCode,
  on: dayText,
  monthlyFee: moneyText,
  worksOwed: moneyText.optional(),
});

/** An account and a day. */
export const accountDay = z.strictObject({ account: z.string(), on: dayText });

const signer = z.strictObject({
  name: shortText,
  inn: shortText.nullish(),
  kpp: shortText.nullish(),
  ogrn: shortText.nullish(),
  signs: shortText.nullish(),
});

/** Which months of an account are reconciled, with whom; the records of the other side have a schema of their own. */
export const reconcileRequest = z.strictObject({
  from: z.enum(['contract', 'reconciliation']).or(monthText).optional(),
  to: monthText,
  theirs: z.unknown().optional(),
  others: z.array(z.string()).max(100_000).default([]),
  number: shortText.optional(),
  basis: shortText.optional(),
  provider: idText.optional(),
  agent: signer.optional(),
  consumer: signer.partial().optional(),
  documents: z.record(z.string(), shortText).optional(),
  limits: z.strictObject({ sameWithinDays: limit, nearDays: limit, roundingMost: limit }).partial().optional(),
});

/** Which books are checked. */
export const checkRequest = z.strictObject({
  house: idText.optional(),
  head: z.strictObject({ month: monthText, hash: z.string() }).optional(),
});
