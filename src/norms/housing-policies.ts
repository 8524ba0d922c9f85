import { BENEFITS } from './acts-benefits';
import { HOUSING } from './acts-housing';
import { policy } from './policy';

/** Switches of housing services where the law is silent or practice differs. */
export const HOUSING_POLICIES = {
  capitalRepairExempt: policy({
    code: 'capitalRepairExempt',
    title: 'С какого дня аварийный дом не платит взнос на капитальный ремонт',
    values: { nextMonth: 'с месяца, следующего за месяцем акта', byDays: 'со дня акта' },
    fallback: 'nextMonth',
    reason: 'об изъятии участка закон говорит так, взнос ежемесячный',
    clause: HOUSING.capitalExempt,
  }),
  benefitOrder: policy({
    code: 'benefitOrder',
    title: 'Несколько льгот на одну услугу',
    values: {
      best: 'в каждый день действует одна, самая выгодная',
      each: 'по порядку первых дней, каждая — с того, что осталось',
    },
    fallback: 'best',
    reason: 'законы о мерах поддержки дают одну и ту же меру по одному основанию, по выбору гражданина',
    clause: BENEFITS.compensation,
  }),
  subsidyRatio: policy({
    code: 'subsidyRatio',
    title: 'Отношение дохода к прожиточному минимуму в субсидии',
    values: { exact: 'точно', fourDigits: 'округляется до четырёх знаков' },
    fallback: 'exact',
    reason: 'правила округления отношения не называют',
    clause: BENEFITS.subsidy,
  }),
  housingNobody: policy({
    code: 'housingNobody',
    title: 'Жилищная услуга на человека, когда никто не проживает',
    values: { owners: 'по числу собственников', nothing: 'не начисляется' },
    fallback: 'owners',
    reason: 'неиспользование помещения не освобождает собственника от платы',
    clause: HOUSING.absence,
  }),
  prepaidCancel: policy({
    code: 'prepaidCancel',
    title: 'Отказ от услуги по предоплате до конца срока',
    values: { proRata: 'неиспользованные дни возвращаются', none: 'ничего не возвращается' },
    fallback: 'proRata',
    reason: 'потребитель оплачивает только исполненное',
    clause: HOUSING.prepaid,
  }),
} as const;
