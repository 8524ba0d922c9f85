import type { FactRecord } from '../../model/records';
import type { CaseFacts } from './facts-schema';

/** Day before everything: short facts hold from here unless they say otherwise. */
export const ALWAYS = '2005-01-01';
/** The provider of services that name no other. */
export const PROVIDER = 'исполнитель';

/** A fact record before its schema has seen it. */
export type Draft = Readonly<Record<string, unknown>> & { readonly kind: FactRecord['kind']; readonly id: string };

/** Fields of a record, those left out that have nothing to say. */
export const given = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** Id of the house of a case. */
export const houseIdOf = (facts: CaseFacts): string => facts.house?.id ?? 'дом';

/** Day through which the acts of a case are reviewed when it does not say. */
export const REVIEWED = '2030-12-31';

/** Values by day. */
export type Series = Readonly<Record<string, string | null>> | undefined;

/** Values by day, each with an act. */
export const entriesOf = (series: Series): object[] =>
  Object.entries(series ?? {}).map(([from, value]) => ({ from, value, act: 'акт из примера' }));
