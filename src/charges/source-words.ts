import { type Day, dayWords } from '../kernel/calendar';

/** Where a value stands in law: the act, the place in it, the day it holds from. */
interface Sourced {
  readonly act: string;
  readonly place?: string | undefined;
  readonly from: Day;
}

/** The act and the place in it. @example actWords({ act: 'Приказ № 7', place: 'прил. 1' }) //=> 'Приказ № 7, прил. 1' */
export const actWords = ({ act, place }: Pick<Sourced, 'act' | 'place'>): string => (place === undefined ? act : `${act}, ${place}`);

/** The act, the place in it and since when. @example sourceWords({ act: 'Приказ № 7', from: '2026-07-01' as Day }) //=> 'Приказ № 7, с 01.07.2026' */
export const sourceWords = (source: Sourced): string => `${actWords(source)}, с ${dayWords(source.from)}`;
