import { BENEFITS_COVERAGE } from './coverage-benefits';
import { COMMON_COVERAGE } from './coverage-common';
import { DEBT_COVERAGE } from './coverage-debt';
import { HEATING_COVERAGE } from './coverage-heating';
import { HOUSING_COVERAGE } from './coverage-housing';
import { QUALITY_COVERAGE } from './coverage-quality';
import type { Coverage } from './coverage-row';
import { UTILITIES_COVERAGE } from './coverage-utilities';
import { WASTE_COVERAGE } from './coverage-waste';

/** The one list of what is covered; the page `docs/coverage.md` is made from it. */
export const COVERAGE: readonly Coverage[] = [
  ...UTILITIES_COVERAGE,
  ...COMMON_COVERAGE,
  ...QUALITY_COVERAGE,
  ...WASTE_COVERAGE,
  ...HOUSING_COVERAGE,
  ...BENEFITS_COVERAGE,
  ...DEBT_COVERAGE,
  ...HEATING_COVERAGE,
];
