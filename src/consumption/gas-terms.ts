import type { ServiceRules } from '../model/gas-land-fields';
import type { AverageTerms } from './average';
import { MonthChoices } from './month-choices';
import type { MonthContext, ServiceTerms } from './month-context';

/** What ПП № 549 says of gas in a month: its own limits, never those of ПП № 354. */
export interface GasTerms {
  readonly averageTerms: AverageTerms;
  /** Months in a row by the average without readings. */
  readonly periods: number;
  /** Months in a row by the average while the meter is under repair or verification by notice. */
  readonly repair: number;
  /** m³/h: up to this flow of all equipment nobody must have a meter. */
  readonly dutyFlow: number;
}

/** The rules that count a service: ПП № 549 for gas, unless its terms say that it is a utility service of the house's provider. */
const rulesOf = (terms: ServiceTerms): ServiceRules => terms.stretches[0]?.record.rules ?? (terms.service === 'gas' ? 'pp549' : 'pp354');

/** Gas of a dwelling that a gas supplier sells. */
export const isSuppliedGas = (terms: ServiceTerms, nonResidential: boolean): boolean =>
  terms.service === 'gas' && !nonResidential && rulesOf(terms) === 'pp549';

/** The month as the rules of the service see it: supplied gas has its own averages and limits. Made once for a month. */
export const contextFor = (context: MonthContext, terms: ServiceTerms, nonResidential: boolean): MonthContext => {
  if (!isSuppliedGas(terms, nonResidential)) return context;
  let own = GAS_CONTEXTS.get(context);
  if (own === undefined) {
    own = { ...context, averageTerms: context.gas.averageTerms, periodsDwelling: context.gas.periods, choices: new MonthChoices() };
    GAS_CONTEXTS.set(context, own);
  }
  return own;
};

const GAS_CONTEXTS = new WeakMap<MonthContext, MonthContext>();
