import { HOUSING } from './acts-housing';
import type { Coverage } from './coverage';

const law = (name: string): string => `test/law/${name}.yaml`;
const complete = (clause: Coverage['clause'], by: readonly string[], cases: readonly string[], note?: string): Coverage => ({
  clause,
  by,
  cases,
  status: 'complete',
  ...(note === undefined ? {} : { note }),
});

/** What is covered of housing services, capital repair, VAT and commission. */
export const HOUSING_COVERAGE: readonly Coverage[] = [
  complete(
    HOUSING.item,
    [
      'housing.area.charge',
      'housing.premises',
      'housing.premisesStretches',
      'housing.premises.charge',
      'housing.people',
      'housing.peopleStretches',
      'housing.people.charge',
      'housing.units',
      'housing.unitsStretches',
      'housing.units.charge',
    ],
    [law('housing')],
    'Статьи со своими исполнителями, решениями и исключениями.',
  ),
  complete(HOUSING.rent, ['housing.area.charge'], [law('housing')], 'Освобождение малоимущих — исключением или сроком найма.'),
  complete(HOUSING.targetFee, ['housing.feeThrough', 'housing.house.charge'], [law('housing')]),
  complete(HOUSING.additional, ['housing.premises.charge', 'housing.units.charge'], [law('housing')]),
  complete(
    HOUSING.houseSum,
    ['housing.houseMonth', 'housing.houseMonthStretches', 'housing.houseMonth.charge', 'housing.house.charge'],
    [law('housing')],
    'Наибольшие остатки: доли дают всю сумму.',
  ),
  complete(HOUSING.share, ['housing.part'], [law('housing'), law('capital-repair')]),
  complete(HOUSING.payers, ['charges/housing-payers'], [law('housing')]),
  complete(HOUSING.absence, ['charges/housing-measures'], [law('housing'), law('maintenance')]),
  complete(HOUSING.capitalRepair, ['capitalRepair.charge'], [law('capital-repair')]),
  complete(HOUSING.capitalMinimum, ['charges/prices'], [law('capital-repair')]),
  complete(HOUSING.capitalExempt, ['charges/housing-payers'], [law('capital-repair')], 'День — политика capitalRepairExempt.'),
  complete(HOUSING.quality, ['housing.quality'], [law('housing')]),
  complete(HOUSING.work, ['housing.work.charge'], [law('housing-paid')]),
  complete(HOUSING.prepaid, ['housing.period.charge'], [law('housing-paid')]),
  complete(HOUSING.cancelled, ['housing.periodLeft'], [law('housing-paid')], 'Возврат — политика prepaidCancel.'),
  complete(HOUSING.vatRate, ['federal.vat.rate', 'federal.vat.reduced'], [law('vat'), 'test/norms']),
  complete(HOUSING.vatIncluded, ['vat.contained', 'vat.grossTariff'], [law('vat')]),
  complete(HOUSING.vatOnTop, ['vat.onTop'], [law('vat')]),
  complete(HOUSING.vatExempt, ['statements/vat-table'], [law('vat')], 'Кто освобождён, говорит тариф.'),
  complete(HOUSING.commission, ['payment.commission'], [law('commission')], 'Комиссия — не часть начислений.'),
  complete(HOUSING.commissionFree, ['federal.commission.free'], [law('commission')], 'Место в законе по памяти.'),
];
