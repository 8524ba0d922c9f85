import { COMMON } from './acts';
import { type Coverage, complete, law } from './coverage-row';

const COMMON_CASES = [law('common-areas.yaml'), law('common-water.yaml')];

/** What is covered of common needs of a house. */
export const COMMON_COVERAGE: readonly Coverage[] = [
  complete(COMMON.byMeter, ['volume.common', 'water.commonActual', 'electricity.commonActual'], COMMON_CASES),
  complete(COMMON.byMeterCompany, ['volume.common'], COMMON_CASES),
  complete(COMMON.limit, ['volume.common', 'water.commonCapped', 'electricity.commonCapped'], COMMON_CASES),
  complete(COMMON.capped, ['volume.common'], COMMON_CASES),
  complete(COMMON.excess, ['volume.common'], COMMON_CASES),
  complete(COMMON.byNormative, ['volume.common', 'water.commonByNormative', 'electricity.commonByNormative'], COMMON_CASES),
  complete(COMMON.byNormativeCompany, ['volume.common'], COMMON_CASES),
  complete(COMMON.surplus, ['water.commonSurplusShare', 'electricity.commonSurplusShare'], COMMON_CASES),
  complete(COMMON.noSewerage, ['volume.common'], COMMON_CASES),
  complete(COMMON.noSewerageCompany, ['volume.common'], COMMON_CASES),
  complete(COMMON.averageOfHouse, ['consumption/inlet-month'], COMMON_CASES),
  complete(COMMON.normativeCeiling, ['volume.common'], COMMON_CASES, 'Предел или сам объём — политика commonBefore2022.'),
  complete(COMMON.decided, ['volume.common'], COMMON_CASES),
  complete(COMMON.automated, ['volume.common'], COMMON_CASES),
  complete(COMMON.normativeTrueUp, ['volume.common'], COMMON_CASES),
  complete(COMMON.averageTrueUp, ['volume.common'], COMMON_CASES),
  complete(COMMON.meter, ['volume.common'], COMMON_CASES),
  complete(COMMON.normative, ['volume.common'], COMMON_CASES),
  complete(
    COMMON.carried,
    ['water.commonCarried', 'electricity.commonCarried'],
    COMMON_CASES,
    'Перенос через год — политика commonNegative.',
  ),
  complete(COMMON.sewerage, ['sewerage.commonFromWater'], COMMON_CASES),
  complete(COMMON.trueUp, ['common.trueUpShare', 'common.trueUpThrough'], COMMON_CASES),
  complete(
    COMMON.share,
    ['water.commonShare', 'electricity.commonShare', 'water.commonShareByDays', 'electricity.commonShareByDays'],
    COMMON_CASES,
  ),
  complete(COMMON.group, ['house/group'], COMMON_CASES, 'Объём по прибору группы домов делит хост функцией volumesOfGroup.'),
];
