import { DEFERRED } from './acts-debt';
import { policy } from './policy';

/** Switches of instalments and agreements. */
export const DEBT_POLICIES = {
  instalmentInterest: policy({
    code: 'instalmentInterest',
    title: 'Проценты за рассрочку, когда их размер не назван',
    values: { none: 'без процентов', ceiling: 'предел: ключевая ставка дня предоставления и три пункта' },
    fallback: 'none',
    reason: 'п. 72 даёт предел, а не размер; поставщики дают рассрочку без процентов',
    clause: DEFERRED.instalment,
  }),
  agreementBreach: policy({
    code: 'agreementBreach',
    title: 'Соглашение о погашении долга нарушено: пени за дни, когда оно действовало',
    values: { revive: 'начисляются, будто соглашения не было', spareFrozen: 'не начисляются; идут со дня после нарушения' },
    fallback: 'revive',
    reason: 'прежние сроки оплаты возвращаются; иное пишут в самом соглашении',
    clause: DEFERRED.agreement,
  }),
} as const;
