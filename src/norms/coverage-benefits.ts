import { BENEFITS } from './acts-benefits';
import { type Coverage, complete, law } from './coverage-row';

const CASES = [law('benefits.yaml'), 'test/charges'];

/** What is covered of benefits, compensations and subsidies. */
export const BENEFITS_COVERAGE: readonly Coverage[] = [
  complete(
    BENEFITS.compensation,
    [
      ...['water', 'electricity', 'area'].flatMap((name) =>
        ['forPersons', 'days', 'within', 'part'].map((part) => `benefit.${name}.${part}`),
      ),
      ...['water', 'electricity'].flatMap((name) => ['norm', 'normPart'].map((part) => `benefit.${name}.${part}`)),
      'benefit.whole',
      'benefit.wholeDays',
      'benefit.fixed',
      'benefit.ofRest',
    ],
    CASES,
    'Кому и сколько положено, говорит факт с актом: категории законов не зашиты. Общие нужды дома и участок не льготируются.',
  ),
  complete(BENEFITS.capital, ['benefit.capital'], CASES, 'Возраст подтверждает факт льготы.'),
  complete(
    BENEFITS.subsidy,
    ['subsidy.above', 'subsidy.below', 'subsidy.belowRounded'],
    [law('benefits.yaml'), 'test/charges'],
    'Стандарт, доля, минимум и доход — из решения; отношение дохода к минимуму — политика subsidyRatio.',
  ),
];
