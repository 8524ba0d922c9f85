import { lastDay, type Month } from '../../kernel/calendar';
import type { Problem } from '../../kernel/problem';
import { ok, type Result } from '../../kernel/result';
import type { Store } from '../../ports/store';
import { createSaldo } from '../../run/create-saldo';
import { penaltyText } from '../../statements/penalty-text';
import { fixedClock } from '../../testing';
import type { Paper } from './house-papers';
import { closedAt } from './month-facts';

/** An account that pays a part of each bill, late. */
export const LATE_PAYER = '770100241';

/** How the penalties of the account came to be. */
export const penaltyPaper = async (store: Store, last: Month): Promise<Result<Paper, readonly Problem[]>> => {
  const saldo = createSaldo({ store, clock: fixedClock(closedAt(last)) });
  const told = await saldo.penalties({ account: LATE_PAYER, on: lastDay(last) });
  return told.ok ? ok({ path: `explanations/${LATE_PAYER}-penalties.txt`, text: penaltyText(told.value.penalties) }) : told;
};
