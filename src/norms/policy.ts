import type { Day } from '../kernel/calendar';
import { type Clause, citation } from './act';

/** A named switch where the law is silent or practice differs; its value stands in the explanation. */
export interface Policy<V extends string = string> {
  readonly code: string;
  readonly title: string;
  readonly values: Readonly<Record<V, string>>;
  readonly fallback: NoInfer<V>;
  /** Why the default is what it is. */
  readonly reason: string;
  readonly clause?: Clause;
}

/** Declare a policy. */
export const policy = <const V extends string>(declared: Policy<V>): Policy<V> => declared;

/** A policy in words, for the explanation. */
export const policyText = (of: Policy, value: string, on: Day): string => {
  const where = of.clause === undefined ? null : citation(of.clause, on);
  return `${of.title}: ${Object.hasOwn(of.values, value) ? of.values[value] : value}${where === null ? '' : ` (${where})`}`;
};
