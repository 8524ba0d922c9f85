import { type Day, monthOf, serial } from '../../kernel/calendar';
import { citation } from '../../norms/act';
import { DEFERRED } from '../../norms/acts-debt';
import { MORATORIA, type Moratorium, PERSONAL_EXEMPTIONS } from '../../norms/federal/moratoria';
import type { Stop } from './delay-days';
import type { DebtBucket, PenaltyExemption, PenaltyRequest } from './penalty-request';

/** No end is open further than this day. */
const NEVER = serial('2999-12-31' as Day);

/** The days on which a bucket bears no penalties: its own agreement and personal exemptions before the moratoria of the Government. */
export const stopsOf = (bucket: DebtBucket, request: PenaltyRequest): readonly Stop[] => [
  ...frozen(bucket),
  ...(request.exemptions ?? []).flatMap((one) => exempted(bucket, one)),
  ...(request.law?.moratoria ?? MORATORIA).flatMap((one) => stopped(bucket, one, request)),
];

const frozen = ({ frozen: days = [] }: DebtBucket): readonly Stop[] =>
  days.flatMap(({ from, to, document }) => {
    const legal = citation(DEFERRED.agreement, from);
    const ground = [PERSONAL_EXEMPTIONS.agreement.title, document, ...(legal === null ? [] : [legal])].join(', ');
    const stop = { from: serial(from), to: to === null ? NEVER : serial(to), code: 'agreement', ground };
    return stop.from < stop.to ? [stop] : [];
  });

const exempted = (bucket: DebtBucket, { ground, from, to, document, provider }: PenaltyExemption): readonly Stop[] => {
  const law = PERSONAL_EXEMPTIONS[ground];
  if (provider !== undefined && provider !== bucket.provider) return [];
  if (law.debts === 'before' && bucket.month >= monthOf(from)) return [];
  const since = from > law.since ? from : law.since;
  const legal = law.clause === null ? null : citation(law.clause, since);
  const words = [law.title, document, ...(legal === null ? [] : [legal])].join(', ');
  const stop = { from: serial(since), to: to === null ? NEVER : serial(to), code: ground, ground: words };
  return stop.from < stop.to ? [stop] : [];
};

const stopped = (bucket: DebtBucket, one: Moratorium, { payer, withoutMoratoria = [] }: PenaltyRequest): readonly Stop[] => {
  if (withoutMoratoria.includes(one.code)) return [];
  if (one.payers !== null && !one.payers.includes(payer)) return [];
  if (one.debts === 'before' && bucket.month >= monthOf(one.from)) return [];
  const ground = `${one.title}, ${citation(one.clause, one.from) ?? one.clause.act.title}`;
  return [{ from: serial(one.from), to: serial(one.to), code: one.code, ground }];
};
