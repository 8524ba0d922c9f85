import type { Month } from '../../kernel/calendar';
import type { Kopecks } from '../../kernel/money';
import type { ServiceCode } from '../../model/services';

/** What a payer wants to pay of one service. */
export interface WantedService {
  readonly service: ServiceCode;
  readonly provider?: string | undefined;
  readonly amount: Kopecks;
}

/**
 * What a payer said his money is for («назначение платежа»); it binds (ГК РФ, ст. 319.1, п. 1; ППВС № 22, п. 32). What he left unsaid is
 * credited by law and policy.
 */
export interface Direction {
  /** To this creditor alone. */
  readonly provider?: string | undefined;
  /** The month of debt. */
  readonly period?: Month | undefined;
  /** Sums by service. */
  readonly services?: readonly WantedService[] | undefined;
  /** Debts without penalties, or penalties first. */
  readonly purpose?: 'principal' | 'penalty' | undefined;
}
