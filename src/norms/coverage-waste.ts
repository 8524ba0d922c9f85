import { WASTE } from './acts-waste';
import { type Coverage, complete, law } from './coverage-row';

const WASTE_CASES = [law('waste.yaml'), law('examples-waste.yaml')];

/** What is covered of the handling of waste. */
export const WASTE_COVERAGE: readonly Coverage[] = [
  complete(WASTE.charge, ['volume.waste', 'waste.charge', 'wasteMass.charge', 'waste.volumeStretches', 'waste.massStretches'], WASTE_CASES),
  complete(
    WASTE.byPerson,
    [
      'waste.volumeByPerson',
      'waste.volumeByPersonMonth',
      'waste.massByPerson',
      'waste.massByPersonMonth',
      'waste.volumeStretchesMonth',
      'waste.massStretchesMonth',
    ],
    [...WASTE_CASES, 'test/charges/waste.prop.test.ts'],
  ),
  complete(
    WASTE.byArea,
    ['waste.volumeByArea', 'waste.volumeByAreaMonth', 'waste.massByArea', 'waste.massByAreaMonth'],
    [...WASTE_CASES, 'test/charges/waste.prop.test.ts'],
  ),
  complete(WASTE.byContainersPerson, ['waste.volumeContainersPerson', 'waste.massContainersPerson'], WASTE_CASES),
  complete(WASTE.byContainersArea, ['waste.volumeContainersArea', 'waste.massContainersArea'], WASTE_CASES),
  complete(WASTE.room, ['waste.volumeRoom', 'waste.massRoom'], [law('waste.yaml')], 'Номер формулы не прочитан.'),
  complete(
    WASTE.units,
    ['waste.volumeByUnits', 'waste.volumeByUnitsMonth', 'waste.massByUnits', 'waste.massByUnitsMonth'],
    [law('waste.yaml')],
    'Номер формулы не прочитан.',
  ),
  complete(WASTE.ownContainers, ['waste.volumeContract', 'waste.massContract'], [law('waste.yaml')], 'Номер формулы не прочитан.'),
  complete(WASTE.contract, ['waste.volumeContract', 'waste.massContract'], [law('waste.yaml')]),
  complete(WASTE.notPayer, ['volume.waste'], [law('waste.yaml')]),
  complete(WASTE.noCommonNeeds, ['volume.waste'], [law('waste.yaml')], 'Строк общих нужд у услуги нет.'),
  complete(WASTE.owners, ['charges/waste-measures'], [law('waste.yaml')], 'Политика ownersFallback и документ помещения.'),
  complete(WASTE.absence, ['waste.absence', 'waste.absenceMass'], [law('waste-absence.yaml')], 'Правила — таблица absence.waste.'),
  complete(WASTE.absenceByArea, ['waste.absenceByArea'], [law('waste-absence.yaml')], 'До 31.12.2027; позже — ошибка rule-expired.'),
  complete(
    WASTE.quality,
    ['waste.quality', 'consumption/waste-incidents'],
    [law('waste-absence.yaml')],
    'Погоду (холодно или тепло) называет факт.',
  ),
  complete(
    WASTE.yearly,
    ['waste.yearly', 'recalculation/waste-year'],
    [law('waste-yearly.yaml')],
    'Действует с дня постановления: день вступления не прочитан. Месяц — политика wasteYearlyMonth.',
  ),
];
