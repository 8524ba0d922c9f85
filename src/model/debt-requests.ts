import { z } from 'zod';
import { serviceCode } from './services';
import { dayText, idText, moneyText, monthText } from './text-types';

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

/** A balance to be asked. */
export const payoffRequest = accountDay.extend({
  penalties: z
    .array(z.strictObject({ provider: idText, amount: moneyText }))
    .max(1000)
    .optional(),
});
