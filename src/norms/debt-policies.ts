import { ALLOCATION, DEFERRED } from './acts-debt';
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
  paymentAllocation: policy({
    code: 'paymentAllocation',
    title: 'Платёж, о котором плательщик не сказал, за какой он месяц',
    values: {
      dueFirst: 'сначала долги, срок оплаты которых наступил раньше; с истёкшей давностью — не зачитываются',
      currentFirst: 'сначала последний счёт, затем долги по срокам',
      documentLines: 'уплачено ровно всё по документу — закрываются все его строки; иначе по срокам',
    },
    fallback: 'dueFirst',
    reason: 'ГК РФ, ст. 319.1, п. 3; ППВС № 22, п. 32',
    clause: ALLOCATION.similarDebts,
  }),
  allocationBase: policy({
    code: 'allocationBase',
    title: 'Чему пропорционально делят платёж между услугами одного срока',
    values: { billed: 'начисленному в счёте', remainders: 'неоплаченному остатку' },
    fallback: 'billed',
    reason: 'п. 118: пропорционально размеру каждой платы, указанной в платёжном документе',
    clause: ALLOCATION.proRata,
  }),
  allocationOverflow: policy({
    code: 'allocationOverflow',
    title: 'Остаток платежа сверх того, что назвал плательщик',
    values: { debts: 'идёт на прочие долги по срокам', advance: 'остаётся авансом' },
    fallback: 'debts',
    reason: 'названный долг погашен, остаток — платёж без назначения',
    clause: ALLOCATION.similarDebts,
  }),
  penaltyOrder: policy({
    code: 'penaltyOrder',
    title: 'Очередь пеней при зачёте платежа',
    values: { afterPrincipal: 'после основного долга', asBilled: 'вместе со счётом, в котором они указаны' },
    fallback: 'afterPrincipal',
    reason: 'пени — не проценты за пользование и погашаются после долга (ППВС № 54, п. 37)',
    clause: ALLOCATION.principalFirst,
  }),
  paymentDay: policy({
    code: 'paymentDay',
    title: 'День оплаты',
    values: {
      byPayer: 'граждане — день, когда деньги переданы или списаны; организации — день поступления исполнителю',
      handedOver: 'день, когда деньги переданы или списаны',
      received: 'день поступления исполнителю',
    },
    fallback: 'byPayer',
    reason: 'обязанность гражданина исполнена, когда деньги переданы банку или платёжному агенту; организации — при зачислении',
    clause: ALLOCATION.valueDay,
  }),
} as const;
