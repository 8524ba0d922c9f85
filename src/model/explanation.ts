import type { Day, Month } from '../kernel/calendar';
import type { TraceNode } from '../kernel/trace';
import type { Line } from './bill';
import type { Compensation } from './compensation';
import type { ServiceCode, Zone } from './services';

/** One line with its derivation. */
export interface ExplainedLine {
  readonly line: Line;
  readonly trace: TraceNode;
}

/** A choice of a rule table: what was chosen by which clause, and why the rows before it did not hold. */
export interface ExplainedChoice {
  /** Meter place, or empty when there is no meter. */
  readonly point: string;
  /** Zone of the register, `T0` without zones. */
  readonly zone: Zone;
  readonly basis: string;
  readonly legal: string;
  /** The acts that made the rule hold. */
  readonly because?: string;
  /** How many months in a row the meter has been substituted, this one included; 0 when it was not. */
  readonly periods: number;
  readonly rejected: readonly { readonly basis: string; readonly why: string }[];
}

/** A reading of which something is to be said: whose it is, what became of it, the code of the reason, and who decided when a person did. */
export interface ReadingRemark {
  readonly reading: string;
  readonly takenOn: Day;
  readonly value: string;
  readonly source: 'resident' | 'controller' | 'telemetry' | 'computed';
  readonly verdict: 'accepted' | 'held' | 'refused' | 'superseded' | 'unused';
  readonly code: string;
  readonly by?: string;
  readonly why?: string;
}

/** The lines of a service with their derivations and the choices behind them («почему не по счётчику»). */
export interface ExplainedService {
  readonly service: ServiceCode;
  /** Common needs of the house; absent for the premises itself. */
  readonly part?: 'common';
  /** Item of a housing service, and what people read for it. */
  readonly item?: string;
  readonly title?: string;
  readonly lines: readonly ExplainedLine[];
  readonly choices: readonly ExplainedChoice[];
  readonly remarks: readonly ReadingRemark[];
}

/** How each line of an account's month came to be. */
export interface Explanation {
  readonly account: string;
  readonly month: Month;
  readonly services: readonly ExplainedService[];
  /** Housing services of the house that the account is not charged for, each with the reason; absent where there are none. */
  readonly notCharged?: readonly string[];
  /** Compensations of the month, which do not change the bill; absent where there are none. */
  readonly compensations?: readonly Compensation[];
  /** Policies that the house set, in words. */
  readonly policies: readonly string[];
}

/** A change to an earlier month: what the month should have been, what it was, and the reading that says so. */
export interface ExplainedAdjustment {
  readonly line: Line;
  readonly before: ExplainedService | null;
  readonly after: ExplainedService | null;
  /** Derivation of a change that no earlier bill of the account shows: a true-up of common needs. */
  readonly trace?: TraceNode;
}
