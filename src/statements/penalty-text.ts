import { dayWords } from '../kernel/calendar';
import { fractionText } from '../kernel/fraction';
import { roublesText } from '../kernel/money';
import { explainInterval } from '../ledger/penalties/explain-penalty';
import type { BucketPenalty, Penalties, PenaltyInterval, PenaltySum } from '../ledger/penalties/penalty-result';
import { SERVICE_TITLE } from '../model/services';
import { numberText } from './explanation-text';

/** Decimals of the unrounded sum. */
const SHOWN = 6;

/**
 * Penalties as plain text for the payer and the court («расчёт пеней»): each debt with its days, base, rate, part of the rate and amount, and
 * why days are free.
 */
export const penaltyText = (penalties: Penalties): string => {
  const out = [`Пени по ${dayWords(penalties.through)}: ${moneyText(roublesText(penalties.total))}`];
  for (const sum of penalties.sums) {
    out.push('', `Лицевой счёт ${sum.account}, исполнитель ${sum.provider}, долг за ${sum.month}: ${sumText(sum)}`);
    for (const one of penalties.buckets) if (isOf(one, sum)) out.push(...bucketLines(one));
  }
  if (penalties.rateAssumedFrom !== null)
    out.push('', `С ${dayWords(penalties.rateAssumedFrom)} ключевая ставка ещё не внесена в данные: взят предел ставки.`);
  return `${out.join('\n')}\n`;
};

const isOf = ({ bucket }: BucketPenalty, { account, provider, month }: PenaltySum): boolean =>
  bucket.account === account && bucket.provider === provider && bucket.month === month;

const sumText = ({ amount, exact }: PenaltySum): string =>
  `${moneyText(roublesText(amount))} (точно ${numberText(fractionText(exact, SHOWN))})`;

const bucketLines = ({ bucket, dueDay, legal, intervals }: BucketPenalty): string[] => {
  const title = bucket.service === null ? 'долг' : ((SERVICE_TITLE as Readonly<Record<string, string>>)[bucket.service] ?? bucket.service);
  const moved = dueDay === bucket.dueDay ? '' : ` (срок ${dayWords(bucket.dueDay)} перенесён на рабочий день)`;
  return [`${title}: оплатить по ${dayWords(dueDay)}${moved}; ${legal}`, ...intervals.map((one) => `  ${intervalText(one, legal)}`)];
};

const intervalText = (one: PenaltyInterval, legal: string): string => {
  const when = `${dayWords(one.from)}–${dayWords(one.through)}, ${one.days} дн., долг ${moneyText(roublesText(one.base))}`;
  const told = explainInterval(one, legal);
  if (told === null) return `${when}: пени не начисляются, ${one.free === 'grace' ? 'льготные дни' : one.grounds.join('; ')}`;
  const arithmetic = (told.arithmetic ?? '').replace(/(\d)\.(\d)/g, '$1,$2');
  return `${when}, ставка ${numberText(one.rate ?? '')} %, 1/${one.divisor}: ${told.symbol} = ${told.expression ?? ''} = ${arithmetic} = ${moneyText(roublesText(one.amount))}   ${told.source ?? ''}`;
};

const moneyText = (roubles: string): string => `${numberText(roubles)} ₽`;
