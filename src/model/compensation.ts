import type { Day, Month } from '../kernel/calendar';
import type { Kopecks } from '../kernel/money';
import type { TraceNode } from '../kernel/trace';
import type { ServiceCode } from './services';

/** A measure of support that does not change the bill: money to the citizen, or to the provider as a payment. */
export interface Compensation {
  readonly account: string;
  readonly month: Month;
  /** Who gets the money: the citizen, or the provider. */
  readonly to: 'citizen' | 'provider';
  /** Id of the benefit, its category and its title for people. */
  readonly benefit: string;
  readonly person: string;
  readonly category: string;
  readonly title: string;
  readonly service: ServiceCode;
  readonly item?: string;
  readonly provider: string;
  /** Days of the tariff, where it changes inside the month. */
  readonly days?: { readonly from: Day; readonly to: Day };
  readonly amount: Kopecks;
  /** How it came to be. */
  readonly trace: TraceNode;
}
