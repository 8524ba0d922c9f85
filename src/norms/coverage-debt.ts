import { ZHK } from './acts';
import { COURT_DEBT } from './acts-court';
import { DEBT, DEFERRED, LIMITATION, SUCCESSION } from './acts-debt';
import { RESTRICTION } from './acts-restriction';
import { type Coverage, complete, law, partial } from './coverage-row';

const PENALTY_CASES = [law('penalties.yaml'), law('examples-penalty.yaml')];

/** What is covered of due days and penalties. */
export const DEBT_COVERAGE: readonly Coverage[] = [
  complete(ZHK.payBy, ['federal.payment.day', 'norms/due-days'], ['test/norms', law('penalties-due.yaml')]),
  complete(ZHK.documentBy, ['federal.document.day', 'norms/due-days'], ['test/norms']),
  partial(
    ZHK.wrongUtilities,
    ['provider.fine', 'federal.provider.fine'],
    [law('provider-fine.yaml'), 'test/recalculation'],
    'Самопроверка называет штраф; строкой долга исполнителя он не проводится.',
  ),
  partial(ZHK.wrongMaintenance, ['provider.fine'], ['test/recalculation'], 'День вступления в силу — по памяти; строкой не проводится.'),
  complete(DEBT.housing, ['penalty.interval', 'penalty.regime'], PENALTY_CASES),
  complete(DEBT.capitalRepair, ['penalty.interval', 'penalty.regime'], PENALTY_CASES),
  complete(DEBT.lateDocument, ['norms/due-days'], [law('penalties-due.yaml')], 'Последствие опоздания — политика lateBillShift.'),
  complete(DEBT.nextWorkingDay, ['norms/work-calendar'], [law('penalties-due.yaml'), 'test/norms']),
  partial(
    DEBT.daysOff,
    ['federal.workCalendar'],
    ['test/norms'],
    '2012–2026 годы; постановление на 2027 год не читано. Региональные праздники передаёт хост.',
  ),
  complete(
    DEBT.keyRate,
    ['federal.keyRate', 'federal.refinancingRate'],
    [law('penalties-rates.yaml'), 'test/norms'],
    'Ставка проверена по 25.10.2026; позже, пока действует предел, берётся он, и это сказано.',
  ),
  complete(DEBT.rateCap, ['federal.penalty.fixedRate', 'federal.penalty.rateCap'], [law('penalties-rates.yaml')]),
  complete(DEBT.covid, ['federal/moratoria'], [law('penalties-rates.yaml')]),
  complete(
    DEBT.bankruptcyStop,
    ['federal/moratoria'],
    [law('penalties-rates.yaml')],
    'Исключённые застройщики и отказ должника — withoutMoratoria.',
  ),
  complete(DEBT.servicemen, ['federal/moratoria'], [law('penalties-rates.yaml')], 'Основание — документ на счёт и дни.'),
  complete(DEBT.personalBankruptcy, ['federal/moratoria'], [law('penalties-rates.yaml')], 'Долги месяцев до введения процедуры.'),
  complete(DEBT.heatConsumer, ['penalty.regime'], PENALTY_CASES),
  complete(DEBT.heatAssociation, ['penalty.regime'], PENALTY_CASES),
  complete(DEBT.heatManager, ['penalty.regime'], PENALTY_CASES),
  complete(DEBT.waterConsumer, ['penalty.regime'], PENALTY_CASES),
  complete(DEBT.waterAssociation, ['penalty.regime'], PENALTY_CASES),
  complete(DEBT.waterManager, ['penalty.regime'], PENALTY_CASES),
  complete(DEBT.sewerage, ['penalty.regime'], PENALTY_CASES),
  complete(DEBT.electricity, ['penalty.regime'], PENALTY_CASES),
  complete(DEBT.gas, ['penalty.regime'], PENALTY_CASES),
  complete(DEBT.waste, ['penalty.regime'], PENALTY_CASES, 'Ставка на день требования.'),
  complete(
    DEFERRED.instalment,
    [
      'instalment.trigger',
      'instalment.limit',
      'instalment.excess',
      'instalment.part',
      'instalment.interest',
      'federal.instalment.growth',
      'federal.instalment.months',
      'federal.instalment.margin',
    ],
    [law('instalment.yaml'), 'test/ledger'],
    'Проценты — факт или политика instalmentInterest; платёж делится на долги без учёта отсрочки.',
  ),
  complete(
    DEFERRED.agreement,
    ['ledger/agreement'],
    [law('agreements.yaml'), 'test/ledger'],
    'Последствие нарушения — политика agreementBreach.',
  ),
  partial(
    RESTRICTION.debt,
    ['restriction.step', 'restriction.limit', 'federal.restriction.months'],
    [law('restriction.yaml'), 'test/ledger'],
    'Месячную плату по нормативу передаёт хост.',
  ),
  complete(
    RESTRICTION.notice,
    ['restriction.step', 'federal.restriction.noticeDays'],
    [law('restriction.yaml'), 'test/ledger'],
    'С 2017 года.',
  ),
  complete(RESTRICTION.restriction, ['restriction.step'], [law('restriction.yaml'), 'test/ledger']),
  complete(RESTRICTION.suspension, ['restriction.step', 'federal.restriction.suspensionDays'], [law('restriction.yaml'), 'test/ledger']),
  complete(RESTRICTION.excluded, ['restriction.step'], [law('restriction.yaml')], 'Перечень услуг — по памяти.'),
  complete(
    RESTRICTION.resume,
    ['restriction.step', 'federal.restriction.resumeDays'],
    [law('restriction.yaml'), 'test/ledger'],
    'Срок — по памяти.',
  ),
  partial(
    RESTRICTION.cost,
    ['federal.restriction.cost'],
    ['test/ledger'],
    'Предел только у электроэнергии; 3 000 ₽ до 27.12.2025 — по памяти.',
  ),
  complete(
    COURT_DEBT.subsidy,
    ['ledger/court-debt', 'federal.courtDebt.years'],
    ['test/ledger', 'test/run'],
    'День исхода суда — день вступления акта в силу.',
  ),
  complete(LIMITATION.period, ['ledger/limitation', 'federal.limitation.years'], [law('limitation.yaml'), 'test/ledger']),
  complete(LIMITATION.monthly, ['ledger/limitation'], [law('limitation.yaml')]),
  complete(LIMITATION.byYears, ['ledger/limitation'], [law('limitation.yaml')]),
  complete(LIMITATION.acknowledged, ['ledger/limitation'], [law('limitation.yaml')]),
  complete(LIMITATION.acknowledgedLate, ['ledger/limitation'], [law('limitation.yaml')]),
  partial(
    LIMITATION.claimed,
    ['ledger/limitation', 'federal.limitation.rest'],
    [law('limitation.yaml')],
    'Сроки исполнения судебного акта не считаются.',
  ),
  complete(SUCCESSION.stays, ['succession.debt'], ['test/run/succession.test.ts']),
  complete(SUCCESSION.capitalRepair, ['succession.debt'], ['test/run/succession.test.ts']),
  complete(SUCCESSION.transferred, ['succession.debt'], ['test/run/succession.test.ts'], 'Согласие кредитора — документ факта.'),
];
