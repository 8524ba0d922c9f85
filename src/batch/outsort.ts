import { parseExact } from '../kernel/gate';
import { asKopecks, type Kopecks, kopecksFromText, roublesText } from '../kernel/money';
import { must } from '../kernel/result';
import { byText } from '../kernel/text-order';
import { type Bill, bearsVolume, isServiceVolume, type Line, TENFOLD_BASES, type VolumeBasis } from '../model/bill';
import type { HouseAct } from '../model/house-act';
import type { UnitFinding } from '../ports/job-queue';
import type { OutsortCheck, OutsortRule } from './outsort-rules';

/** What of a house is looked at. */
export interface Outsorted {
  readonly bills: readonly Bill[];
  /** Bills of the month before; empty for the first month. */
  readonly before: readonly Bill[];
  readonly acts: readonly HouseAct[];
}

/** A finding before its severity is known: `holds` says which rows apply. */
interface Suspect extends Omit<UnitFinding, 'severity' | 'check'> {
  readonly check: OutsortCheck;
  readonly holds: (rule: OutsortRule) => boolean;
}

const GRAVITY: readonly UnitFinding['severity'][] = ['note', 'warning', 'blocking'];

/** Bases that a meter of the premises gave. */
const BY_METER: ReadonlySet<VolumeBasis> = new Set(['meter', 'check', 'commonMeter']);
/** Bases that stand in for a meter. */
const ESTIMATED: ReadonlySet<VolumeBasis> = new Set([
  'average',
  'normativeShortHistory',
  'normativeSilent',
  'normativeRaised',
  'averageDelayed',
  'normativeDelayed',
]);

/**
 * What people should look at before a month of a house is issued («проверки перед выпуском»): see {@link OutsortCheck}. Each is told with what was found and
 * what it was held against, in order of checks, accounts and services.
 *
 * @param rules rows of thresholds; a check without a row is not made
 */
export const outsort = (house: Outsorted, rules: readonly OutsortRule[]): readonly UnitFinding[] =>
  [...jumps(house), ...zeros(house), ...negatives(house), ...gone(house), ...estimates(house), ...houseMeters(house)].flatMap(
    ({ holds, ...suspect }) => {
      const held = rules.filter((rule) => rule.check === suspect.check && holds(rule)).map(({ severity }) => severity);
      const severity = GRAVITY.findLast((one) => held.includes(one));
      return severity === undefined ? [] : [{ ...suspect, severity }];
    },
  );

const isCharge = ({ kind }: Line): boolean => kind !== 'adjustment';

const chargesBy = (bills: readonly Bill[]): ReadonlyMap<string, ReadonlyMap<string, number>> => {
  const accounts = new Map<string, Map<string, number>>();
  for (const { account, lines } of bills) {
    const services = new Map<string, number>();
    for (const line of lines.filter(isCharge)) services.set(line.service, (services.get(line.service) ?? 0) + line.amount);
    accounts.set(account, services);
  }
  return accounts;
};

const text = (kopecks: number): string => roublesText(asKopecks(kopecks));
const floorOf = ({ floor = '0' }: OutsortRule): Kopecks => must(kopecksFromText(floor));
const atLeast = (part: bigint, percent: number, whole: bigint): boolean => part * 100n >= whole * BigInt(percent);

const jumps = ({ bills, before }: Outsorted): readonly Suspect[] => {
  const earlier = chargesBy(before);
  return [...chargesBy(bills)].flatMap(([account, services]) =>
    [...services].flatMap(([service, now]): readonly Suspect[] => {
      const then = earlier.get(account)?.get(service) ?? 0;
      if (now <= 0 || then <= 0) return [];
      const [less, more] = now < then ? [now, then] : [then, now];
      const holds = (rule: OutsortRule): boolean =>
        more - less >= floorOf(rule) && atLeast(BigInt(more), rule.percent ?? 100, BigInt(less)) && more > less;
      return [{ check: 'jump', account, service, value: text(now), against: text(then), holds }];
    }),
  );
};

const sumOf = (services: ReadonlyMap<string, number> | undefined): number =>
  [...(services?.values() ?? [])].reduce((sum, amount) => sum + amount, 0);

const zeros = ({ bills, before }: Outsorted): readonly Suspect[] => {
  const earlier = chargesBy(before);
  return [...chargesBy(bills)].flatMap(([account, services]): readonly Suspect[] => {
    const then = sumOf(earlier.get(account));
    return sumOf(services) === 0 && then > 0 ? [{ check: 'zero', account, value: text(0), against: text(then), holds: () => true }] : [];
  });
};

const negatives = ({ bills }: Outsorted): readonly Suspect[] =>
  bills.flatMap(({ account, total }): readonly Suspect[] =>
    total < 0 ? [{ check: 'negative', account, value: text(total), against: text(0), holds: (rule) => -total > floorOf(rule) }] : [],
  );

const gone = ({ bills, before }: Outsorted): readonly Suspect[] => {
  const now = new Set(bills.map(({ account }) => account));
  return before.flatMap(({ account, total }): readonly Suspect[] =>
    now.has(account) ? [] : [{ check: 'gone', account, value: '', against: text(total), holds: () => true }],
  );
};

const estimates = ({ bills }: Outsorted): readonly Suspect[] => {
  const measured = new Map<string, Set<string>>();
  const estimated = new Map<string, Set<string>>();
  for (const { account, lines } of bills)
    for (const { service, basis, kind, part } of lines) {
      if (kind !== 'charge' || part !== undefined) continue;
      const of = BY_METER.has(basis) ? measured : ESTIMATED.has(basis) ? estimated : undefined;
      if (of === undefined) continue;
      of.set(service, (of.get(service) ?? new Set()).add(account));
    }
  return [...estimated]
    .sort(([a], [b]) => byText(a, b))
    .map(([service, accounts]): Suspect => {
      const all = new Set([...accounts, ...(measured.get(service) ?? [])]).size;
      const holds = ({ percent = 0, atLeast: least = 1 }: OutsortRule): boolean =>
        all >= least && atLeast(BigInt(accounts.size), percent, BigInt(all));
      return { check: 'estimates', service, value: String(accounts.size), against: String(all), holds };
    });
};

const VOLUME = { integerDigits: 20, scale: 7, negative: true };
const exact = (volume: string): bigint => must(parseExact(volume, VOLUME)).int;

const volumeText = (scaled: bigint): string => {
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(8, '0');
  const whole = `${digits.slice(0, -7)}.${digits.slice(-7)}`.replace(/\.?0+$/, '');
  return scaled < 0n ? `-${whole}` : whole;
};

const houseMeters = ({ bills, acts }: Outsorted): readonly Suspect[] =>
  acts.flatMap(({ service, unit, supplied, month }): readonly Suspect[] => {
    if (supplied === null) return [];
    let billed = 0n;
    for (const { lines } of bills)
      for (const line of lines) {
        const counts =
          line.service === service &&
          line.unit === unit &&
          line.month === month &&
          isCharge(line) &&
          bearsVolume(line) &&
          isServiceVolume(line.component);
        if (counts) billed += TENFOLD_BASES.has(line.basis) ? exact(line.volume) / 10n : exact(line.volume);
      }
    const metered = exact(supplied);
    const holds = ({ percent = 100 }: OutsortRule): boolean => billed > 0n && billed * 100n > metered * BigInt(percent);
    return [{ check: 'houseMeter', service, value: volumeText(billed), against: volumeText(metered), holds }];
  });
