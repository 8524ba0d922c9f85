import { dayWords } from '../kernel/calendar';
import type { Limitation, LimitationStep } from '../ledger/limitation/limitation';

const WHAT: Readonly<Record<LimitationStep['what'], string>> = {
  due: 'последний день оплаты',
  acknowledged: 'долг признан: срок начался заново',
  acknowledgedLate: 'долг признан письменно после срока: срок начался заново',
  claimed: 'обращение в суд: срок не течёт',
  claimedLate: 'обращение в суд после срока',
  cancelled: 'суд оставил обращение: срок идёт дальше',
  awarded: 'взыскано судебным актом',
};

const STATE: Readonly<Record<Limitation['state'], string>> = {
  open: 'срок исковой давности идёт',
  barred: 'срок исковой давности истёк; откажет в долге только суд по заявлению должника',
  suspended: 'срок исковой давности не течёт: идёт суд',
  awarded: 'взыскано: исковая давность уже не важна',
};

/** The limitation of a debt in words («исковая давность»): what happened on which day, and where it stands. */
export const limitationText = ({ state, steps, provisional }: Limitation): string =>
  [
    ...steps.map(
      ({ day, what, document, openThrough, legal }) =>
        `${dayWords(day)}: ${WHAT[what]}${document === null ? '' : ` (${document})`}${openThrough === null ? '' : `; по ${dayWords(openThrough)}`}   ${legal}`,
    ),
    `${STATE[state]}${provisional ? '; рабочие дни последнего месяца ещё не известны' : ''}`,
  ].join('\n');
