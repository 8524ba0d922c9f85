import { ZHK } from './acts';
import { HOUSING } from './acts-housing';
import { ALL_CASES, type Coverage, complete, law } from './coverage-row';

/** What is covered of housing services, capital repair, VAT and commission. */
export const HOUSING_COVERAGE: readonly Coverage[] = [
  complete(ZHK.maintenance, ['maintenance.area', 'maintenance.areaStretches', 'maintenance.charge'], ALL_CASES),
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
    [law('housing.yaml')],
    'Статьи со своими исполнителями, решениями и исключениями.',
  ),
  complete(HOUSING.rent, ['housing.area.charge'], [law('housing.yaml')], 'Освобождение малоимущих — исключением или сроком найма.'),
  complete(HOUSING.targetFee, ['housing.feeThrough', 'housing.house.charge'], [law('housing.yaml')]),
  complete(HOUSING.additional, ['housing.premises.charge', 'housing.units.charge'], [law('housing.yaml')]),
  complete(
    HOUSING.houseSum,
    ['housing.houseMonth', 'housing.houseMonthStretches', 'housing.houseMonth.charge', 'housing.house.charge'],
    [law('housing.yaml')],
    'Наибольшие остатки: доли дают всю сумму.',
  ),
  complete(HOUSING.share, ['housing.part'], [law('housing.yaml'), law('capital-repair.yaml')]),
  complete(HOUSING.payers, ['charges/housing-payers'], [law('housing.yaml')]),
  complete(HOUSING.absence, ['charges/housing-measures'], [law('housing.yaml'), law('maintenance.yaml')]),
  complete(HOUSING.capitalRepair, ['capitalRepair.charge'], [law('capital-repair.yaml')]),
  complete(HOUSING.capitalMinimum, ['charges/prices'], [law('capital-repair.yaml')]),
  complete(HOUSING.capitalExempt, ['charges/housing-payers'], [law('capital-repair.yaml')], 'День — политика capitalRepairExempt.'),
  complete(HOUSING.quality, ['housing.quality'], [law('housing.yaml')]),
  complete(HOUSING.work, ['housing.work.charge'], [law('housing-paid.yaml')]),
  complete(HOUSING.prepaid, ['housing.period.charge'], [law('housing-paid.yaml')]),
  complete(HOUSING.cancelled, ['housing.periodLeft'], [law('housing-paid.yaml')], 'Возврат — политика prepaidCancel.'),
  complete(HOUSING.vatRate, ['federal.vat.rate', 'federal.vat.reduced'], [law('vat.yaml'), 'test/norms']),
  complete(HOUSING.vatIncluded, ['vat.contained', 'vat.grossTariff'], [law('vat.yaml')]),
  complete(HOUSING.vatOnTop, ['vat.onTop'], [law('vat.yaml')]),
  complete(HOUSING.vatExempt, ['statements/vat-table'], [law('vat.yaml')], 'Кто освобождён, говорит тариф.'),
  complete(HOUSING.commission, ['payment.commission'], [law('commission.yaml')], 'Комиссия — не часть начислений.'),
  complete(HOUSING.commissionFree, ['federal.commission.free'], [law('commission.yaml')], 'Место в законе по памяти.'),
];
