import type { ReadingWindow } from '../consumption/reading-window';
import { type Day, firstDay, monthFromNumber } from '../kernel/calendar';
import type { HouseFacts } from '../model/facts';
import type { MeteredService } from '../model/services';
import { READING_DAY } from '../norms/federal/days';
import { policyValue } from '../norms/policies';

type WindowRecord = HouseFacts['house']['readingWindow'][number];

/**
 * Reading windows of a house: for a service the window named for it and its provider, else for the provider, else for the service, else of the
 * house, each from the first month it holds on the first day of; else the law's last day.
 */
export const windowsOf = (facts: HouseFacts): ((service: MeteredService) => ReadingWindow) => {
  const law = Number(READING_DAY.series[READING_DAY.series.length - 1]?.value);
  const windows = [...facts.house.readingWindow].sort((a, b) => (a.from < b.from ? -1 : 1));
  if (windows.length === 0) {
    const plain: ReadingWindow = {
      cutoffDay: () => law,
      everyMonth: law,
      firstDay: () => 1,
      strict: () => false,
      holds: false,
      plain: true,
    };
    return () => plain;
  }
  const known = new Map<MeteredService, ReadingWindow>();
  return (service) => {
    let window = known.get(service);
    if (window === undefined) {
      window = windowOf(facts, windows, service, law);
      known.set(service, window);
    }
    return window;
  };
};

const windowOf = (facts: HouseFacts, windows: readonly WindowRecord[], service: MeteredService, law: number): ReadingWindow => {
  const months = new Map<number, WindowRecord | null>();
  const at = (month: number): WindowRecord | null => {
    let found = months.get(month);
    if (found === undefined) {
      found = windowIn(facts, windows, service, firstDay(monthFromNumber(month)));
      months.set(month, found);
    }
    return found;
  };
  return {
    cutoffDay: (month) => at(month)?.cutoffDay ?? law,
    everyMonth: 0,
    firstDay: (month) => at(month)?.firstDay ?? 1,
    strict: (month) => at(month)?.strict === true,
    holds: policyValue(facts.house.policies, 'strictWindow') === 'held',
    plain: !windows.some((one) => one.strict === true && (one.service === undefined || one.service === service)),
  };
};

/** The most particular window of a day; of equally particular ones the latest. */
const windowIn = (facts: HouseFacts, windows: readonly WindowRecord[], service: MeteredService, day: Day): WindowRecord | null => {
  const provider = facts.services.find((one) => one.service === service && one.from <= day && (one.to === null || day < one.to))?.provider;
  let best: WindowRecord | null = null;
  for (const one of windows) {
    if (one.from > day || (one.service !== undefined && one.service !== service)) continue;
    if (one.provider !== undefined && one.provider !== provider) continue;
    if (best === null || weight(one) >= weight(best)) best = one;
  }
  return best;
};

const weight = (one: WindowRecord): number => (one.provider === undefined ? 0 : 2) + (one.service === undefined ? 0 : 1);
