import { z } from 'zod';
import { monthText } from './text-types';

/** Which series of an account are asked for. */
export const seriesRequest = z.strictObject({
  from: monthText.optional(),
  to: monthText.optional(),
  by: z.enum(['month', 'year']).optional(),
});
