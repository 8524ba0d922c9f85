import { clause } from './act';
import { RULES_354 } from './acts';

/** Clauses on restricting and suspending a service for a debt («ограничение и приостановление», ПП № 354, раздел XI). */
export const RESTRICTION = {
  debt: clause(RULES_354, 'restrictionDebt', 'неполная оплата: долг за одну услугу больше двух месячных плат по нормативу', 'seen', {
    '2012-09-01': 'п. 118',
  }),
  notice: clause(RULES_354, 'restrictionNotice', 'предупреждение: 20 дней со дня доставки', 'seen', { '2017-01-01': 'п. 119, подп. «а»' }),
  restriction: clause(RULES_354, 'restriction', 'ограничение услуги, когда срок предупреждения прошёл', 'seen', {
    '2017-01-01': 'п. 119, подп. «б»',
  }),
  suspension: clause(
    RULES_354,
    'suspension',
    'приостановление: через 10 дней после ограничения или сразу, если ограничить нельзя',
    'seen',
    {
      '2017-01-01': 'п. 119, подп. «в»',
    },
  ),
  excluded: clause(RULES_354, 'restrictionExcluded', 'отопление, а в многоквартирном доме и холодную воду не отключают', 'memory', {
    '2012-09-01': 'п. 119',
  }),
  resume: clause(RULES_354, 'resume', 'возобновление за 2 дня после погашения долга или соглашения', 'memory', { '2012-09-01': 'п. 120' }),
  cost: clause(RULES_354, 'restrictionCost', 'расходы на ограничение и возобновление возмещает потребитель, в пределах', 'memory', {
    '2017-01-01': 'п. 121(1)',
  }),
} as const;
